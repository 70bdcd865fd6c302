// What the law has in store for the next days, as lines for a digest: entries into force, last days, ends of suspensions.
// In: measures as known now. It interprets no law beyond the two dates of a measure.
import { addDays, type Day, dayOf, type Instant } from '../domain/day.ts';
import type { JurisdictionCode } from '../domain/jurisdiction.ts';
import type { Measure } from '../domain/measure.ts';
import type { DigestDate } from '../messages/digest-message.ts';
import { countryName, joinWords, productName } from '../messages/names.ts';
import { basisPointWords } from '../messages/wording.ts';

const AHEAD_DAYS = 14;

/**
 * Dates after the UTC day of `now` and within the next `aheadDays`, soonest first. What differs in its target alone is one
 * date: a duty that hits every origin by name of country would fill the digest else.
 */
export function comingDates(
  measures: Iterable<Measure>,
  now: Instant,
  aheadDays: number = AHEAD_DAYS,
): readonly DigestDate[] {
  const from = addDays(dayOf(now), 1);
  const to = addDays(dayOf(now), aheadDays);
  const isComing = (day: Day | null): day is Day => day !== null && day >= from && day <= to;
  const dates = new Map<string, Coming>();
  const add = (day: Day, measure: Measure, words: (subject: string) => string): void => {
    const textFor = (targets: string): string => words(subjectOf(measure, targets));
    const key = `${day} ${textFor('')}`;
    const known = dates.get(key) ?? { day, targets: new Set(), textFor };
    dates.set(key, known);
    known.targets.add(measure.target);
  };
  for (const measure of measures) {
    if (measure.kind === 'request' || measure.stage === 'threatened') continue;
    const isSuspended = measure.stage === 'suspended';
    if (isComing(measure.effectiveFrom)) {
      const verb = isSuspended ? 'suspension begins' : 'starts';
      add(measure.effectiveFrom, measure, (subject) => `${subject} ${verb}`);
    }
    if (isComing(measure.effectiveTo)) {
      const lead = isSuspended ? 'last day of suspension' : 'last day';
      add(measure.effectiveTo, measure, (subject) => `${lead} of ${subject}`);
    }
  }
  return [...dates.values()]
    .map(({ day, targets, textFor }) => ({ day, text: textFor(targetWords(targets)) }))
    .toSorted(
      (one, other) => one.day.localeCompare(other.day) || one.text.localeCompare(other.text),
    );
}

type Coming = {
  readonly day: Day;
  readonly targets: Set<JurisdictionCode>;
  readonly textFor: (targets: string) => string;
};

/** `all countries, Japan and South Korea`: every origin first, then by name. */
function targetWords(targets: ReadonlySet<JurisdictionCode>): string {
  const names = [...targets].filter((code) => code !== 'WORLD').map(countryName);
  return joinWords([
    ...(targets.has('WORLD') ? [countryName('WORLD')] : []),
    ...names.toSorted((one, other) => one.localeCompare(other)),
  ]);
}

function subjectOf(measure: Measure, targets: string): string {
  const rate = measure.rate === null ? measure.kind : basisPointWords(measure.rate);
  return (
    `${countryName(measure.imposer)} ${rate} on ${productName(measure.productScope)} ` +
    `from ${targets} (${measure.instrument})`
  );
}
