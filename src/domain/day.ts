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
  const [year, month, day] = [
    Number(text.slice(0, 4)),
    Number(text.slice(5, 7)),
    Number(text.slice(8)),
  ];
  // A date takes a year below 100 for one of the twentieth century.
  return year >= 100 && day >= 1 && day <= daysInMonth(year, month);
}

const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Days of a month, `month` from 1; 0 for a month that does not exist. */
export function daysInMonth(year: number, month: number): number {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 && isLeap ? 29 : (MONTH_LENGTHS[month - 1] ?? 0);
}

/** Days as they were read last: those of one story are compared with those of many. */
const readDays = new Map<Day, Instant>();
const MOST_READ_DAYS = 4_000;

/** The UTC midnight at which `day` begins. `day` must satisfy `isDay`. */
export function startOfDay(day: Day): Instant {
  const known = readDays.get(day);
  if (known !== undefined) return known;
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
  const start = Date.UTC(year, month - 1, Number(day.slice(8, 10)));
  if (readDays.size >= MOST_READ_DAYS) readDays.clear();
  readDays.set(day, start);
  return start;
}

/** The day that `count` days after `day` falls on; negative counts go back. */
export function addDays(day: Day, count: number): Day {
  return dayOf(startOfDay(day) + count * DAY_MS);
}

/** Days as they were printed last; to print one takes ten times as long as to find it. */
const printedDays = new Map<number, Day>();
const MOST_PRINTED_DAYS = 4_000;

/** The UTC calendar day of an instant. */
export function dayOf(instant: Instant): Day {
  const number = Math.floor(instant / DAY_MS);
  const known = printedDays.get(number);
  if (known !== undefined) return known;
  const day = new Date(instant).toISOString().slice(0, 10);
  if (printedDays.size >= MOST_PRINTED_DAYS) printedDays.clear();
  printedDays.set(number, day);
  return day;
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((startOfDay(to) - startOfDay(from)) / DAY_MS);
}
