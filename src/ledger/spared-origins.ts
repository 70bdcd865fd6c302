// Origins that an act spares without a row of their own. In: a measure or an answer, an origin and a day. Out: the exception that
// holds, and sentences that say so. The figures stay those of the rows, as whoever compares them row by row expects; what is
// told to people begins with the exception.
import type { Day } from '../domain/day.ts';
import type { JurisdictionCode } from '../domain/jurisdiction.ts';
import type { Measure, MeasureException } from '../domain/measure.ts';
import type { StatusException } from '../domain/status.ts';
import { hasOrigin } from '../reference/origins.ts';

/** The exception of the measure for goods of `origin` on that day; null when there is none, or for every origin at once. */
export function exceptionFor(
  { exceptions = [] }: Measure,
  origin: JurisdictionCode,
  on: Day,
): MeasureException | null {
  if (origin === 'WORLD') return null;
  const found = exceptions.find(
    ({ origins, from, to }) =>
      (from === null || from <= on) && (to === null || on <= to) && hasOrigin(origins, origin, on),
  );
  return found ?? null;
}

/** True when the act spares the origin without any condition. */
export function isSpared(measure: Measure, origin: JurisdictionCode, on: Day): boolean {
  return exceptionFor(measure, origin, on)?.condition === null;
}

/** The exception as the answer prints it. */
export function describeException(
  measure: Measure,
  origin: JurisdictionCode,
  on: Day,
): StatusException | null {
  const exception = exceptionFor(measure, origin, on);
  if (exception === null) return null;
  const { from, law, condition } = exception;
  const since = from === null ? '' : ` since ${from}`;
  const under = law === null ? '' : ` under ${law}`;
  const when = condition === null ? '' : ` if ${condition}`;
  return { text: `spared${since}${under}${when}`, is_certain: condition === null };
}
