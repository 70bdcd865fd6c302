// Days and instants. A Day is a calendar day of the imposer, an Instant a moment in UTC; neither is ever guessed here.

/** A calendar day, `YYYY-MM-DD`, in the calendar of the authority that set it. */
export type Day = string;

/** Milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number;

export const SECOND_MS = 1_000;
export const MINUTE_MS = 60_000;
export const HOUR_MS = 3_600_000;
export const DAY_MS = 86_400_000;

const DAY_SHAPE = /^\d{4}-\d{2}-\d{2}$/;

/** True when `text` is a real calendar day in the form `YYYY-MM-DD` (2025-02-30 is not). */
export function isDay(text: string): text is Day {
  if (!DAY_SHAPE.test(text)) return false;
  const instant = new Date(startOfDay(text));
  // A day beyond the end of its month falls into the next one, and a year below 100 into the twentieth century.
  return (
    instant.getUTCDate() === Number(text.slice(8)) &&
    instant.getUTCMonth() === Number(text.slice(5, 7)) - 1 &&
    instant.getUTCFullYear() === Number(text.slice(0, 4))
  );
}

/** The UTC midnight at which `day` begins. `day` must satisfy `isDay`. */
export function startOfDay(day: Day): Instant {
  return Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10)));
}

/** The day that `count` days after `day` falls on; negative counts go back. */
export function addDays(day: Day, count: number): Day {
  return dayOf(startOfDay(day) + count * DAY_MS);
}

/** The UTC calendar day of an instant. */
export function dayOf(instant: Instant): Day {
  return new Date(instant).toISOString().slice(0, 10);
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((startOfDay(to) - startOfDay(from)) / DAY_MS);
}
