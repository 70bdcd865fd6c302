// Dates of the law in a window: what begins, what ends, which pauses run out. In: a ledger and a window. Out: events in
// the order of days, one for all measures that an act sets on the same day. Rendering is `calendar-ics.ts` and messages/.
import type { Day } from '../domain/day.ts';
import type { JurisdictionCode } from '../domain/jurisdiction.ts';
import type { Measure } from '../domain/measure.ts';
import { formatPercent, toPercent } from '../domain/rate.ts';
import { jurisdictionName } from '../reference/jurisdiction-names.ts';
import { bodiesOf } from '../reference/memberships.ts';
import { type Ledger, type Version, wasKnown } from './create-ledger.ts';

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

/** Events of the window, by day, then imposer. A threat has no day and a request is no date of the law. */
export function calendarOf(ledger: Ledger, window: CalendarWindow): readonly CalendarEvent[] {
  const groups = new Map<string, { day: Day; kind: CalendarKind; measures: Measure[] }>();
  for (const { measure } of knownVersions(ledger, window)) {
    if (measure.kind === 'request' || measure.stage === 'threatened') continue;
    for (const { day, kind } of datesOf(measure)) {
      if (day < window.from || day > window.to) continue;
      const key = [day, kind, measure.imposer, measure.instrument, actOf(measure)].join('|');
      const group = groups.get(key);
      if (group === undefined) groups.set(key, { day, kind, measures: [measure] });
      else group.measures.push(measure);
    }
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
    const { imposer, target, alsoTargets = [], productScope } = version.measure;
    if (typeof window.imposer === 'string' && window.imposer !== imposer) continue;
    if (bodies !== null && ![target, ...alsoTargets].some((code) => bodies.has(code))) continue;
    if (window.scopes?.includes(productScope) === false) continue;
    yield version;
  }
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
  const rates = unique(
    measures.flatMap(({ rate, kind: what }) =>
      rate === null || what === 'exemption' ? [] : [formatPercent(toPercent(rate))],
    ),
  );
  const what = [rates.join(' or '), listed(scopes.map(goodsName), 3)]
    .filter((part) => part !== '')
    .join(' on ');
  const whom = listed(
    targets.map((code) => (code === 'WORLD' ? 'every origin' : jurisdictionName(code))),
    4,
  );
  const text = `${jurisdictionName(imposer)}, ${instrument}: ${what} from ${whom} ${VERBS[kind]}.`;
  return { day, kind, imposer, instrument, targets, scopes, measures, text };
}

const VERBS: Readonly<Record<CalendarKind, string>> = {
  begins: 'begins',
  ends: 'has its last day',
  'pause-begins': 'is suspended from this day',
  'pause-ends': 'has the last day of its suspension',
};

/** A slug as words: `steel-derivatives` is "steel derivatives". */
function goodsName(scope: string): string {
  return scope.replaceAll('-', ' ').replace(':', ', ');
}

function unique<T>(values: readonly T[]): readonly T[] {
  return [...new Set(values)];
}

function listed(names: readonly string[], limit: number): string {
  if (names.length <= limit) return names.join(', ');
  return `${names.slice(0, limit).join(', ')} and ${names.length - limit} more`;
}
