// How the duty on one product from one origin went over time. In: a ledger and a lane. Out: steps, each from a day on,
// with rates and laws. A step begins where the answer changes; days on which only rows change are no steps.
import { addDays, type Day } from '../domain/day.ts';
import type { JurisdictionCode } from '../domain/jurisdiction.ts';
import type { Measure } from '../domain/measure.ts';
import { toPercent } from '../domain/rate.ts';
import type { StatusException, StatusRelief, StatusStage } from '../domain/status.ts';
import { jurisdictionName, nameInSentence } from '../reference/jurisdiction-names.ts';
import { LAST_VERIFIED } from '../reference/measures.ts';
import { bodiesOf } from '../reference/memberships.ts';
import {
  ALL_GOODS,
  coveringScopes,
  loneCovers,
  partialScopes,
  type ScopeQuestion,
} from '../reference/scopes.ts';
import { stackingRules } from '../reference/stacking-rules.ts';
import { type Ledger, wasKnown } from './create-ledger.ts';
import { describeRelief } from './describe-measure.ts';
import { resolveLane } from './resolve-lane.ts';
import { describeException, isSpared } from './spared-origins.ts';
import { strongestStage } from './status-on.ts';
import { sumDuties } from './sum-duties.ts';

export type HistoryQuery = {
  readonly target: JurisdictionCode;
  readonly scopes: readonly string[];
  readonly imposer: JurisdictionCode | null;
  readonly knownOn: Day | null;
};

export type HistoryMeasure = {
  readonly id: string;
  readonly instrument: string;
  readonly kind: string;
  readonly rate_pct: number | null;
  readonly rate_basis: string | null;
  readonly legal_ref: string;
};

export type HistoryStep = {
  readonly from: Day;
  /** Last day of the step; null for the last one. */
  readonly to: Day | null;
  readonly stage: StatusStage;
  readonly extra_rate_pct: number | null;
  /** Nothing counts because a planned last day is over, and no measure says what follows. */
  readonly is_open: boolean;
  /** Those that count: in force, else asleep. */
  readonly measures: readonly HistoryMeasure[];
};

export type History = {
  readonly imposer: JurisdictionCode;
  readonly steps: readonly HistoryStep[];
  /** Requests for relief with their first and last day. */
  readonly requests: readonly (StatusRelief & { readonly until: Day | null })[];
  /** Exceptions for the origin among the measures of the steps, a sentence each. */
  readonly notes: readonly string[];
  /** Which measures fall on a part of the goods and are no steps, in a sentence. */
  readonly parts: string | null;
};

/** One history an imposer that ever had a measure on the lane; an imposer asked for by name is always there. */
export function historyOf(ledger: Ledger, query: HistoryQuery): readonly History[] {
  const imposers = query.imposer === null ? ledger.imposers : [query.imposer];
  return imposers
    .map((imposer) => historyFor(ledger, query, imposer))
    .filter(
      ({ steps, requests, parts }) =>
        query.imposer !== null || steps.length + requests.length > 0 || parts !== null,
    );
}

function historyFor(ledger: Ledger, query: HistoryQuery, imposer: JurisdictionCode): History {
  const measures = measuresOfLane(ledger, query, imposer);
  const steps: HistoryStep[] = [];
  for (const day of turningDays(measures, imposer)) {
    const step = stepAt(ledger, query, imposer, day);
    const last = steps.at(-1);
    if (last === undefined && step.stage === 'none') continue;
    if (last !== undefined && isSame(last, step)) continue;
    if (last !== undefined) steps[steps.length - 1] = { ...last, to: addDays(day, -1) };
    steps.push(step);
  }
  const requests = measures
    .filter(({ kind }) => kind === 'request')
    .map((measure) => ({
      ...describeRelief({ measure }, 'sought'),
      until: measure.effectiveTo,
    }));
  const notes = exceptionNotes(measures, query.target);
  return { imposer, steps, requests, notes, parts: partsOf(ledger, query, imposer) };
}

// One sentence for all measures of a chain that spare the origin alike.
function exceptionNotes(measures: readonly Measure[], origin: JurisdictionCode): readonly string[] {
  const ids = new Map<string, { readonly exception: StatusException; readonly ids: string[] }>();
  for (const measure of measures) {
    const exception = describeException(measure, origin, measure.effectiveTo ?? LAST_VERIFIED);
    if (exception === null) continue;
    const known = ids.get(exception.text);
    if (known === undefined) ids.set(exception.text, { exception, ids: [measure.id] });
    else known.ids.push(measure.id);
  }
  return [...ids.values()].map(
    ({ exception, ids: named }) =>
      `${jurisdictionName(origin)} is ${exception.text}; for others: ${named.join(', ')}.`,
  );
}

function stepAt(
  ledger: Ledger,
  query: HistoryQuery,
  imposer: JurisdictionCode,
  on: Day,
): HistoryStep {
  const { target, scopes, knownOn } = query;
  const lane = resolveLane(ledger, { imposer, target, scopes, on, knownOn });
  const found = strongestStage(lane);
  const counted = (found === 'suspended' ? lane.suspended : lane.applying).map(
    ({ measure }) => measure,
  );
  // Who is spared by the act never paid: a line of the chart says what was charged.
  const measures = counted.filter((measure) => !isSpared(measure, target, on));
  const stage = counted.length > 0 && measures.length === 0 ? 'none' : found;
  const { extra } = sumDuties(measures, null);
  return {
    from: on,
    to: null,
    stage,
    is_open: stage === 'none' && counted.length === 0 && lane.unconfirmed.length > 0,
    extra_rate_pct: extra === null ? null : toPercent(extra),
    measures: measures.map((measure) => ({
      id: measure.id,
      instrument: measure.instrument,
      kind: measure.kind,
      rate_pct: measure.rate === null ? null : toPercent(measure.rate),
      rate_basis: measure.rateBasis,
      legal_ref: measure.legalRef,
    })),
  };
}

/** Days on which the answer can change: those of the measures on the lane and those of the stacking rules. */
function turningDays(measures: readonly Measure[], imposer: JurisdictionCode): readonly Day[] {
  const own = measures.flatMap(({ announcedOn, effectiveFrom, effectiveTo }) =>
    presentDays(announcedOn, effectiveFrom, dayAfter(effectiveTo)),
  );
  const ruled = stackingRules().flatMap((rule) =>
    rule.imposer === imposer ? presentDays(rule.from, dayAfter(rule.to)) : [],
  );
  const first = inOrder(own)[0];
  if (first === undefined) return [];
  return inOrder([...new Set([...own, ...ruled])]).filter((day) => day >= first);
}

function presentDays(...days: readonly (Day | null)[]): readonly Day[] {
  return days.filter((day) => day !== null);
}

function dayAfter(day: Day | null): Day | null {
  return day === null ? null : addDays(day, 1);
}

function inOrder(days: readonly Day[]): readonly Day[] {
  return [...days].sort((a, b) => a.localeCompare(b));
}

function measuresOfLane(
  ledger: Ledger,
  query: HistoryQuery,
  imposer: JurisdictionCode,
): readonly Measure[] {
  return measuresFor(ledger, query, imposer)
    .filter(({ measure, question }) => reachesAll(query, measure.productScope, question))
    .map(({ measure }) => measure);
}

type Asked = { readonly measure: Measure; readonly question: ScopeQuestion };

/** The measures of the imposer on goods of the origin, whatever the goods, each with the question of its first day. */
function measuresFor(
  ledger: Ledger,
  { target, knownOn }: HistoryQuery,
  imposer: JurisdictionCode,
): readonly Asked[] {
  const found: Asked[] = [];
  for (const chain of ledger.versions.values()) {
    const measure = chain.findLast((version) => wasKnown(version, knownOn))?.measure;
    if (measure?.imposer !== imposer) continue;
    const day = measure.effectiveFrom ?? measure.announcedOn;
    if (day === null) continue;
    const bodies = [...bodiesOf(target, day), 'WORLD'];
    if (bodies.includes(imposer)) continue;
    if (![measure.target, ...(measure.alsoTargets ?? [])].some((code) => bodies.includes(code)))
      continue;
    found.push({ measure, question: { imposer, origin: target, on: day } });
  }
  return found;
}

function reachesAll({ scopes }: HistoryQuery, reached: string, question: ScopeQuestion): boolean {
  return (
    reached === ALL_GOODS ||
    scopes.some(
      (scope) =>
        coveringScopes(scope, question).has(reached) ||
        loneCovers(scope, question).includes(reached),
    )
  );
}

// Lists that a part of the goods stands on, or all of some makers: which part cannot be drawn as a step of all.
function partsOf(ledger: Ledger, query: HistoryQuery, imposer: JurisdictionCode): string | null {
  const ids = measuresFor(ledger, query, imposer)
    .filter(
      ({ measure: { kind, productScope }, question }) =>
        CHARGING.includes(kind) &&
        !reachesAll(query, productScope, question) &&
        query.scopes.some((scope) =>
          partialScopes(scope, question).some((part) => part.scope === productScope),
        ),
    )
    .toSorted((a, b) => b.question.on.localeCompare(a.question.on))
    .map(({ measure }) => measure.id);
  if (ids.length === 0) return null;
  const told = ids.slice(0, LISTED_PARTS).join(', ');
  const rest = ids.length > LISTED_PARTS ? ` and ${ids.length - LISTED_PARTS} more` : '';
  return `Duties of ${nameInSentence(imposer)} on a part of these goods are no steps here: ${told}${rest}. Status tells them for a day.`;
}

const CHARGING: readonly string[] = ['tariff', 'trq', 'quota'];
const LISTED_PARTS = 3;

function isSame(one: HistoryStep, other: HistoryStep): boolean {
  return (
    one.stage === other.stage &&
    one.is_open === other.is_open &&
    one.extra_rate_pct === other.extra_rate_pct &&
    one.measures.map(({ id }) => id).join() === other.measures.map(({ id }) => id).join()
  );
}
