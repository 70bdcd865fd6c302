// Which measures of one imposer count for goods of one origin on one day. In: a ledger and a lane. Out: every measure in
// sight with its standing and the reason. It does not add rates up (`sum-duties.ts`) and words nothing for people.
import type { Day } from '../domain/day.ts';
import type { JurisdictionCode } from '../domain/jurisdiction.ts';
import type { Measure } from '../domain/measure.ts';
import { bodiesOf } from '../reference/memberships.ts';
import {
  ALL_GOODS,
  canHoldOrigin,
  coveringScopes,
  loneCovers,
  type PartialScope,
  partialScopes,
  type ScopeQuestion,
} from '../reference/scopes.ts';
import { type Ledger, type Version, versionOf, versionsOn } from './create-ledger.ts';
import { type DayStage, stageOn } from './day-stage.ts';
import { isSpared } from './spared-origins.ts';
import { type Lane, pickSpecific } from './specificity.ts';
import { type Exclusion, stackMeasures } from './stack-measures.ts';

export type LaneRequest = {
  readonly imposer: JurisdictionCode;
  readonly target: JurisdictionCode;
  /** What the product is: one scope, several for an HS line, null for every product at once. */
  readonly scopes: readonly string[] | null;
  readonly on: Day;
  readonly knownOn: Day | null;
};

export type LaneAnswer = {
  /** In force and counted, the nearest scope first. */
  readonly applying: readonly Version[];
  /** In force, but another measure takes their place. */
  readonly excluded: readonly Exclusion[];
  /** Asleep and, if awake, counted. */
  readonly suspended: readonly Version[];
  readonly announced: readonly Version[];
  readonly threatened: readonly Version[];
  readonly sought: readonly Version[];
  readonly pastRequests: readonly Version[];
  /** Their planned end passed and nobody has confirmed what followed. */
  readonly unconfirmed: readonly Version[];
  /** Reach a part of the goods, or need a condition. */
  readonly partial: readonly { readonly version: Version; readonly why: string }[];
};

/** Answers for one lane. A jurisdiction never imposes on itself, nor the EU on its members. */
export function resolveLane(ledger: Ledger, request: LaneRequest): LaneAnswer {
  const { imposer, target, scopes, on, knownOn } = request;
  const bodies = bodiesOf(target, on);
  if (bodies.includes(imposer)) return NOTHING;
  const targets = target === 'WORLD' ? ['WORLD'] : [...bodies, 'WORLD'];
  const question: ScopeQuestion = { imposer, origin: target, on };
  const covering = scopes === null ? null : coveringOf(scopes, question);
  const find = (wanted: readonly string[] | null): readonly Version[] => {
    const found = versionsOn(ledger, { imposer, targets, scopes: wanted, on, knownOn });
    // Without a product nothing has asked yet whether the goods of a row are those of this origin.
    return wanted === null
      ? found.filter(
          ({ measure }) =>
            canHoldOrigin(measure.productScope, question) && !isSpared(measure, target, on),
        )
      : found;
  };

  const seen = sortByStage(find(covering === null ? null : [...covering.keys()]), on);
  const lone = new Set<string>();
  if (scopes !== null && covering !== null && !hasOwn(seen['in-force'])) {
    for (const scope of scopes.flatMap((one) => loneCovers(one, question))) lone.add(scope);
    for (const scope of lone) covering.set(scope, 1);
    const standing = sortByStage(find([...lone]), on);
    seen['in-force'].push(...standing['in-force']);
    for (const stage of WITHOUT_RATE)
      if (!hasOwn(seen[stage])) seen[stage].push(...standing[stage]);
  }

  const lane: Lane = { target, covering, question };
  const specific = pickSpecific(seen['in-force'], lane);
  const stacked =
    scopes === null
      ? onTheirOwnGoods(ledger, request, specific.kept)
      : stackMeasures(specific.kept, question);
  const asleep = pickSpecific(seen.suspended, lane);
  const coming =
    scopes === null
      ? onTheirOwnGoods(ledger, request, seen.announced)
      : { kept: seen.announced, excluded: [] };
  return {
    applying: stacked.kept,
    excluded: [...stacked.excluded, ...specific.excluded, ...coming.excluded],
    suspended: asleep.kept,
    announced: coming.kept,
    threatened: seen.threatened,
    sought: seen.sought,
    pastRequests: seen.ended.filter(({ measure }) => measure.kind === 'request'),
    unconfirmed: seen.ended.filter((version) => isInDoubt(ledger, version, request)),
    partial: scopes === null ? [] : partialOf(scopes, question, stacked.kept, covering, find),
  };
}

// Without a product the rows stand side by side; what a row charges on its own goods is still asked of all that reaches them: a
// partner's cap on wood products takes the place of the general duty on cabinets.
function onTheirOwnGoods(
  ledger: Ledger,
  request: LaneRequest,
  versions: readonly Version[],
): { readonly kept: readonly Version[]; readonly excluded: readonly Exclusion[] } {
  const lanes = new Map<string, LaneAnswer>();
  const kept: Version[] = [];
  const excluded: Exclusion[] = [];
  for (const version of versions) {
    const { productScope: scope, effectiveFrom } = version.measure;
    // What is announced is asked for its first day.
    const on = effectiveFrom !== null && effectiveFrom > request.on ? effectiveFrom : request.on;
    const key = `${scope} ${on}`;
    const lane = lanes.get(key) ?? resolveLane(ledger, { ...request, scopes: [scope], on });
    lanes.set(key, lane);
    const exclusion = lane.excluded.find(({ version: lost }) => lost === version);
    if (scope === ALL_GOODS || exclusion === undefined) kept.push(version);
    else excluded.push(exclusion);
  }
  return { kept, excluded };
}

const NOTHING: LaneAnswer = {
  applying: [],
  excluded: [],
  suspended: [],
  announced: [],
  threatened: [],
  sought: [],
  pastRequests: [],
  unconfirmed: [],
  partial: [],
};

function coveringOf(scopes: readonly string[], question: ScopeQuestion): Map<string, number> {
  const all = new Map<string, number>();
  for (const scope of scopes) {
    for (const [found, depth] of coveringScopes(scope, question)) {
      all.set(found, Math.min(depth, all.get(found) ?? Infinity));
    }
  }
  all.set(ALL_GOODS, scopes.includes(ALL_GOODS) ? 0 : Infinity);
  return all;
}

function sortByStage(versions: readonly Version[], on: Day): Record<DayStage, Version[]> {
  const byStage: Record<DayStage, Version[]> = {
    unseen: [],
    threatened: [],
    announced: [],
    'in-force': [],
    suspended: [],
    sought: [],
    ended: [],
  };
  for (const version of versions) byStage[stageOn(version.measure, on)].push(version);
  return byStage;
}

/** What is told of goods besides what is charged on them: what is to come, what sleeps, what ran out. */
const WITHOUT_RATE: readonly DayStage[] = ['announced', 'suspended', 'ended'];

function hasOwn(inForce: readonly Version[]): boolean {
  return inForce.some(({ measure }) => measure.productScope !== ALL_GOODS);
}

// A pause that ran out without a successor in force, and any end beyond the evidence, is not settled by the calendar. What an
// official text ended later than the evidence is.
function isInDoubt(ledger: Ledger, version: Version, request: LaneRequest): boolean {
  const { kind, stage, effectiveTo, supersededBy } = version.measure;
  if (version.entry.origin !== 'seed' && (stage === 'ended' || stage === 'struck-down'))
    return false;
  if (kind === 'request' || effectiveTo === null) return false;
  if (stage !== 'suspended' && effectiveTo <= ledger.lastVerified) return false;
  const next = supersededBy === null ? null : versionOf(ledger, supersededBy, request.knownOn);
  const hasFollowed =
    next !== null &&
    next.measure.effectiveFrom !== null &&
    next.measure.effectiveFrom <= request.on;
  return !hasFollowed;
}

function partialOf(
  scopes: readonly string[],
  question: ScopeQuestion,
  applying: readonly Version[],
  covering: ReadonlyMap<string, number> | null,
  find: (wanted: readonly string[]) => readonly Version[],
): LaneAnswer['partial'] {
  const parts = new Map<string, PartialScope>();
  for (const scope of scopes) {
    for (const part of partialScopes(scope, question)) {
      if (covering?.has(part.scope) !== true) parts.set(part.scope, part);
    }
  }
  return find([...parts.keys()]).flatMap((version) => {
    const part = parts.get(version.measure.productScope);
    const isTold =
      part !== undefined &&
      stageOn(version.measure, question.on) === 'in-force' &&
      isWorthTelling(version.measure, part, applying);
    return isTold ? [{ version, why: part.why }] : [];
  });
}

// Relief matters only from a duty that counts, or from the normal duty, which always does. A list for any goods does not when the goods already stand on a list of
// the same instrument.
function isWorthTelling(
  measure: Measure,
  part: PartialScope,
  applying: readonly Version[],
): boolean {
  const same = applying.filter((version) => version.measure.instrument === measure.instrument);
  if (measure.kind === 'exemption' || measure.kind === 'exclusion') {
    return same.length > 0 || measure.rateBasis === 'total';
  }
  return !part.isForAnyGoods || same.every((version) => version.measure.productScope === ALL_GOODS);
}
