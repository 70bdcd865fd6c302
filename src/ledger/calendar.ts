// Dates of the law in a window: what begins, what ends, which pauses run out. In: a ledger and a window. Out: events in
// the order of days, one for all measures that an act sets on the same day. Rendering is `calendar-ics.ts` and messages/.
import type { Day } from '../domain/day.ts';
import type { JurisdictionCode } from '../domain/jurisdiction.ts';
import type { Measure } from '../domain/measure.ts';
import { formatPercent, type RateBasis, toPercent } from '../domain/rate.ts';
import { jurisdictionName, nameInSentence } from '../reference/jurisdiction-names.ts';
import { bodiesOf } from '../reference/memberships.ts';
import { scopeName } from '../reference/scope-names.ts';
import {
  ALL_GOODS,
  canHoldOrigin,
  coveringScopes,
  loneCovers,
  partialScopes,
  type ScopeQuestion,
} from '../reference/scopes.ts';
import { type Ledger, type Version, wasKnown } from './create-ledger.ts';
import { resolveLane } from './resolve-lane.ts';
import { isSpared } from './spared-origins.ts';

/** `begins`: first day in force. `ends`: last day in force. `pause-ends`: last day of a suspension. */
export type CalendarKind = 'begins' | 'ends' | 'pause-ends' | 'pause-begins';

export type CalendarEvent = {
  readonly day: Day;
  readonly kind: CalendarKind;
  readonly imposer: JurisdictionCode;
  readonly instrument: string;
  readonly targets: readonly JurisdictionCode[];
  readonly scopes: readonly string[];
  readonly measures: readonly Measure[];
  /** One sentence for people. */
  readonly text: string;
};

export type CalendarWindow = {
  /** Both days inclusive. */
  readonly from: Day;
  readonly to: Day;
  readonly knownOn?: Day | null;
  readonly imposer?: JurisdictionCode | null;
  /** Measures that reach this origin: on it, on the EU for a member, on every origin. */
  readonly target?: JurisdictionCode | null;
  readonly scopes?: readonly string[] | null;
};

/** One day of one measure. */
export type DatedMeasure = {
  readonly day: Day;
  readonly kind: CalendarKind;
  readonly measure: Measure;
};

/** Events of the window, by day, then imposer. A threat has no day and a request is no date of the law. */
export function calendarOf(ledger: Ledger, window: CalendarWindow): readonly CalendarEvent[] {
  return toEvents(datedMeasures(ledger, window));
}

/** The days of each measure that fall in the window. */
export function datedMeasures(ledger: Ledger, window: CalendarWindow): readonly DatedMeasure[] {
  const { target, knownOn = null } = window;
  const found: DatedMeasure[] = [];
  for (const { measure } of knownVersions(ledger, window)) {
    if (measure.kind === 'request' || measure.stage === 'threatened') continue;
    for (const { day, kind } of datesOf(measure)) {
      if (day < window.from || day > window.to) continue;
      if (typeof target === 'string' && !concerns(ledger, measure, { day, target, knownOn }))
        continue;
      found.push({ day, kind, measure });
    }
  }
  return found;
}

/** One event for all measures that an act sets on the same day, by day, then imposer. */
export function toEvents(dated: readonly DatedMeasure[]): readonly CalendarEvent[] {
  const groups = new Map<string, { day: Day; kind: CalendarKind; measures: Measure[] }>();
  for (const { day, kind, measure } of dated) {
    const key = [day, kind, measure.imposer, measure.instrument, actOf(measure)].join('|');
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { day, kind, measures: [measure] });
    else group.measures.push(measure);
  }
  return [...groups.values()]
    .map(({ day, kind, measures }) => eventOf(day, kind, measures))
    .sort((a, b) => a.day.localeCompare(b.day) || a.imposer.localeCompare(b.imposer));
}

function* knownVersions(ledger: Ledger, window: CalendarWindow): Iterable<Version> {
  const knownOn = window.knownOn ?? null;
  const bodies =
    window.target === undefined || window.target === null
      ? null
      : new Set([...bodiesOf(window.target, window.from), 'WORLD']);
  for (const chain of ledger.versions.values()) {
    const version = chain.findLast((one) => wasKnown(one, knownOn));
    if (version === undefined) continue;
    const { imposer, target, alsoTargets = [], productScope, kind } = version.measure;
    if (typeof window.imposer === 'string' && window.imposer !== imposer) continue;
    if (bodies !== null && ![target, ...alsoTargets].some((code) => bodies.has(code))) continue;
    if (typeof window.scopes === 'object' && window.scopes !== null) {
      const question = { imposer, origin: window.target ?? target, on: window.to };
      const isInSight =
        reaches(window.scopes, productScope, question) ||
        (!SPARING.includes(kind) && reachesPart(window.scopes, productScope, question));
      if (!isInSight) continue;
    }
    yield version;
  }
}

// A list that a part of the goods may stand on: whoever ships them looks there before its first day.
function reachesPart(scopes: readonly string[], own: string, question: ScopeQuestion): boolean {
  return scopes.some((scope) => partialScopes(scope, question).some((part) => part.scope === own));
}

/** True when a measure on `own` reaches goods of one of `scopes`. */
export function reaches(scopes: readonly string[], own: string, question: ScopeQuestion): boolean {
  return (
    own === ALL_GOODS ||
    scopes.some(
      (scope) =>
        coveringScopes(scope, question).has(own) || loneCovers(scope, question).includes(own),
    )
  );
}

/**
 * Whether a date of a measure on `target`, on its union or on every origin is one for goods of `target`. It is none on its own
 * goods, nor where its own rule takes the place of the measure on that day: a partner with a cap does not wait for the general
 * step.
 */
export function concerns(
  ledger: Ledger,
  measure: Measure,
  {
    day,
    target,
    knownOn,
  }: { readonly day: Day; readonly target: string; readonly knownOn: Day | null },
): boolean {
  const { imposer, productScope } = measure;
  if (bodiesOf(target, day).includes(imposer) || isSpared(measure, target, day)) return false;
  const question = { imposer, origin: target, on: day };
  if (!canHoldOrigin(productScope, question)) return false;
  const lane = resolveLane(ledger, { imposer, target, scopes: [productScope], on: day, knownOn });
  return !lane.excluded.some(({ version }) => version.measure.id === measure.id);
}

function datesOf(measure: Measure): readonly { readonly day: Day; readonly kind: CalendarKind }[] {
  const isPause = measure.stage === 'suspended';
  const { effectiveFrom, effectiveTo } = measure;
  // Without a first day the last one is the day it was dropped: news of the past and no date to wait for.
  if (effectiveFrom === null) return [];
  const begins = {
    day: effectiveFrom,
    kind: isPause ? ('pause-begins' as const) : ('begins' as const),
  };
  if (effectiveTo === null) return [begins];
  return [
    begins,
    { day: effectiveTo, kind: isPause ? ('pause-ends' as const) : ('ends' as const) },
  ];
}

/** The act itself, without its clauses and headings: what stands before the first detail. */
function actOf({ legalRef }: Measure): string {
  return legalRef.split(/[;(]| (?:clause|section|Annex|para)/)[0]?.trim() ?? '';
}

function eventOf(day: Day, kind: CalendarKind, measures: readonly Measure[]): CalendarEvent {
  const [first] = measures;
  const imposer = first?.imposer ?? '';
  const instrument = first?.instrument ?? '';
  const targets = unique(measures.map(({ target }) => target));
  const scopes = unique(measures.map(({ productScope }) => productScope));
  const what = `${rulesWords(measures)} ${listed(scopes.map(scopeName), 3)} from ${originWords(targets)}`;
  const text = `${jurisdictionName(imposer)}, ${instrument}: ${LEADS[kind]}${what}.`;
  return { day, kind, imposer, instrument, targets, scopes, measures, text };
}

const LEADS: Readonly<Record<CalendarKind, string>> = {
  begins: 'first day of ',
  ends: 'last day of ',
  'pause-begins': 'first day of the suspension of ',
  'pause-ends': 'last day of the suspension of ',
};

/** `15% or 10% on`, `the exemption of`: what the rules of one act are. */
function rulesWords(measures: readonly Measure[]): string {
  const rates = unique(
    measures.flatMap(({ rate, rateBasis, kind }) =>
      rate === null || SPARING.includes(kind)
        ? []
        : [rateWithBase(formatPercent(toPercent(rate)), rateBasis)],
    ),
  );
  if (rates.length > 0) return `${listed(rates, 4, 'or')} on`;
  if (measures.every(({ kind }) => SPARING.includes(kind))) return 'the exemption of';
  return measures.some(({ kind }) => kind === 'trq' || kind === 'quota')
    ? 'the quota for'
    : 'the duty on';
}

/** What a rate comes on top of, in a word: nobody should take a floor for a surcharge, nor for all that is charged. */
const BASES: Readonly<Record<RateBasis, (rate: string) => string>> = {
  additional: (rate) => `${rate} extra`,
  floor: (rate) => `at least ${rate} in total`,
  total: (rate) => `${rate} in total`,
  'out-of-quota': (rate) => `${rate} outside the quota`,
};

function rateWithBase(rate: string, basis: RateBasis | null): string {
  return basis === null ? rate : BASES[basis](rate);
}

const SPARING: readonly string[] = ['exemption', 'exclusion'];

function originWords(targets: readonly JurisdictionCode[]): string {
  const named = listed(targets.filter((code) => code !== 'WORLD').map(nameInSentence), 4);
  if (!targets.includes('WORLD')) return named;
  return named === '' ? 'every origin' : `every origin (rates of their own: ${named})`;
}

function unique<T>(values: readonly T[]): readonly T[] {
  return [...new Set(values)];
}

/** `a, b and c`; from the limit on the rest is counted. */
function listed(names: readonly string[], limit: number, conjunction = 'and'): string {
  const told = names.slice(0, limit);
  const rest = names.length - told.length;
  const parts = rest > 0 ? [...told, `${rest} more`] : told;
  if (parts.length < 2) return parts.join('');
  // Names that are lists themselves are parted by a comma before the last one too.
  const comma = parts.some((part) => part.includes(' and ')) ? ',' : '';
  return `${parts.slice(0, -1).join(', ')}${comma} ${conjunction} ${parts.at(-1)}`;
}
