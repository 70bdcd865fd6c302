// What one authority imposes on a day, whoever it is on: status seen from the other side. In: a ledger and an imposer. Out: its
// rows by target. Which of them add up depends on an origin's goods, and is `status-on.ts`'s.
import type { Day } from '../domain/day.ts';
import type { JurisdictionCode } from '../domain/jurisdiction.ts';
import type { Measure } from '../domain/measure.ts';
import type { MeasureStanding, StatusMeasure } from '../domain/status.ts';
import { inOrderOfImports } from '../reference/importers.ts';
import { ALL_GOODS, coveringScopes } from '../reference/scopes.ts';
import { type Ledger, type Version, wasKnown } from './create-ledger.ts';
import { type DayStage, stageOn } from './day-stage.ts';
import { describeMeasure } from './describe-measure.ts';
import { resolveLane } from './resolve-lane.ts';
import { imposerFor } from './status-on.ts';

export type ImposedQuery = {
  readonly imposer: JurisdictionCode;
  /** Null: every product. */
  readonly scopes: readonly string[] | null;
  readonly on: Day;
  readonly knownOn: Day | null;
};

export type ImposedOn = {
  readonly target: JurisdictionCode;
  readonly measures: readonly StatusMeasure[];
};

export type Imposed = {
  /** Whose law it is: the EU for a member. */
  readonly imposer: JurisdictionCode;
  /** On every origin first, then by the number of measures. */
  readonly targets: readonly ImposedOn[];
};

const STANDINGS: Partial<Readonly<Record<DayStage, MeasureStanding>>> = {
  'in-force': 'applies',
  suspended: 'suspended',
  announced: 'announced',
};

const STANDING_WORDS: Partial<Readonly<Record<MeasureStanding, string>>> = {
  suspended: 'suspended',
  announced: 'announced',
};

/** Everything of `imposer` that is in force, suspended or announced that day. */
export function imposedBy(ledger: Ledger, query: ImposedQuery): Imposed {
  const imposer = imposerFor(query.imposer, query.on);
  const byTarget = new Map<JurisdictionCode, StatusMeasure[]>();
  for (const chain of ledger.versions.values()) {
    const version = chain.findLast((one) => wasKnown(one, query.knownOn));
    if (version?.measure.imposer !== imposer || version.measure.kind === 'request') continue;
    const stage = stageOn(version.measure, query.on);
    const standing = STANDINGS[stage];
    if (standing === undefined || !reaches(version.measure, query)) continue;
    if (isSetAside(ledger, version, imposer, query)) continue;
    const row = describeMeasure(version, stage, standing, wordsFor(version.measure, standing));
    const known = byTarget.get(version.measure.target);
    if (known === undefined) byTarget.set(version.measure.target, [row]);
    else known.push(row);
  }
  const targets = inOrderOfImports(byTarget.keys()).map((target) => ({
    target,
    measures: byTarget.get(target) ?? [],
  }));
  return { imposer, targets: targets.toSorted((a, b) => weightOf(b) - weightOf(a)) };
}

function weightOf({ target, measures }: ImposedOn): number {
  return target === 'WORLD' ? Number.POSITIVE_INFINITY : measures.length;
}

function wordsFor(measure: Measure, standing: MeasureStanding): string {
  const words = STANDING_WORDS[standing] ?? '';
  return standing === 'announced' && measure.effectiveFrom !== null
    ? `${words}, from ${measure.effectiveFrom}`
    : words;
}

// Of goods that are named a general row is told only where it counts: a duty on all goods of Japan is none on its steel while
// the steel duty takes its place.
function isSetAside(
  ledger: Ledger,
  version: Version,
  imposer: JurisdictionCode,
  { scopes, on, knownOn }: ImposedQuery,
): boolean {
  const { target } = version.measure;
  if (scopes === null || target === 'WORLD') return false;
  const lane = resolveLane(ledger, { imposer, target, scopes, on, knownOn });
  return lane.excluded.some((exclusion) => exclusion.version === version);
}

function reaches(measure: Measure, { imposer, scopes, on }: ImposedQuery): boolean {
  const { productScope: own, target } = measure;
  if (scopes === null || own === ALL_GOODS) return true;
  const question = { imposer, origin: target, on };
  return scopes.some((scope) => scope === own || coveringScopes(scope, question).has(own));
}
