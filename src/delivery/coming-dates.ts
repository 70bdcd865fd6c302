// What the law has in store for the next days, as lines for a digest: entries into force, last days, ends of suspensions.
// In: measures as known now. It interprets no law beyond the two dates of a measure.
import { addDays, type Day, dayOf, type Instant } from '../domain/day.ts';
import type { Measure } from '../domain/measure.ts';
import type { DigestDate } from '../messages/digest-message.ts';
import { countryName, productName } from '../messages/names.ts';
import { basisPointWords } from '../messages/wording.ts';

const AHEAD_DAYS = 14;

/** Dates after the UTC day of `now` and within the next `aheadDays`, soonest first, told once a measure and day. */
export function comingDates(
  measures: Iterable<Measure>,
  now: Instant,
  aheadDays: number = AHEAD_DAYS,
): readonly DigestDate[] {
  const from = addDays(dayOf(now), 1);
  const to = addDays(dayOf(now), aheadDays);
  const isComing = (day: Day | null): day is Day => day !== null && day >= from && day <= to;
  const dates: DigestDate[] = [];
  for (const measure of measures) {
    if (measure.kind === 'request' || measure.stage === 'threatened') continue;
    if (isComing(measure.effectiveFrom)) {
      const text = measure.stage === 'suspended' ? 'suspension begins' : 'starts';
      dates.push({ day: measure.effectiveFrom, text: `${subjectOf(measure)} ${text}` });
    }
    if (isComing(measure.effectiveTo)) {
      const text = measure.stage === 'suspended' ? 'last day of suspension' : 'last day';
      dates.push({ day: measure.effectiveTo, text: `${text} of ${subjectOf(measure)}` });
    }
  }
  return dates.toSorted(
    (one, other) => one.day.localeCompare(other.day) || one.text.localeCompare(other.text),
  );
}

function subjectOf(measure: Measure): string {
  const rate = measure.rate === null ? measure.kind : basisPointWords(measure.rate);
  return (
    `${countryName(measure.imposer)} ${rate} on ${productName(measure.productScope)} ` +
    `from ${countryName(measure.target)} (${measure.instrument})`
  );
}
