// Words that name a day only in part: "march 2025", "1 april", "friday". Which day is meant is asked for, never guessed: a
// duty may change within the month.
import { addDays, type Day, isDay } from '../domain/day.ts';
import { UserError } from '../domain/error.ts';
import { monthOf } from './parse-values.ts';

type VagueDay = {
  readonly text: string;
  /** What is wrong with it, as a sentence. */
  readonly fault: string;
  /** The days it may mean, first and last; null when no days can be offered. */
  readonly span: readonly [Day, Day] | null;
};

/** The words at `at` that name a day in part, after a word such as "in" or "on" or standing alone; null when they do not. */
export function findVagueDay(words: readonly string[], at: number): VagueDay | null {
  const first = (words[at] ?? '').toLowerCase();
  const second = (words[at + 1] ?? '').toLowerCase();
  const text = `${first} ${second}`;
  if (monthOf(first) !== null && isYear(second)) {
    const start = `${second}-${monthOf(first)}-01`;
    return { text, fault: `"${text}" is a whole month.`, span: [start, lastOfMonth(start)] };
  }
  if (isDateWithoutYear(first, second)) {
    const third = words[at + 2] ?? '';
    if (isYear(third)) return unreadable(`${text} ${third}`);
    return { text, fault: `"${text}" of which year?`, span: null };
  }
  if (RELATIVE.has(first) && SPANS.has(second)) return unreadable(text);
  return WEEKDAYS.has(first) ? unreadable(first) : null;
}

/** As `findVagueDay`, and a year: "in 2024", which elsewhere may be the number of a tariff line. */
export function findVagueDayAfterIn(words: readonly string[], at: number): VagueDay | null {
  const year = words[at] ?? '';
  if (!isYear(year)) return findVagueDay(words, at);
  const span = [`${year}-01-01`, `${year}-12-31`] as const;
  return { text: year, fault: `"${year}" is a whole year.`, span };
}

/** The error that asks for the day. `about`: the other words of the question, to show how it is asked. */
export function vagueDayError({ fault, span }: VagueDay, about: string): UserError {
  return new UserError(
    'bad-date',
    fault,
    span === null
      ? `Write the day as 2025-04-01 or 1 April 2025, for example: status ${about} on 2025-04-01`
      : `Name a day of it, or ask what changed: status ${about} on ${span[1]}, diff ${about} ${span[0]}..${span[1]}`,
  );
}

function unreadable(text: string): VagueDay {
  return { text, fault: `I cannot read "${text}" as a date.`, span: null };
}

function isYear(word: string): boolean {
  return /^(?:19|20)\d{2}$/.test(word);
}

function isDateWithoutYear(one: string, other: string): boolean {
  const isDate = (word: string) => /^\d{1,2}(?:st|nd|rd|th)?$/.test(word);
  return (isDate(one) && monthOf(other) !== null) || (monthOf(one) !== null && isDate(other));
}

function lastOfMonth(first: Day): Day {
  for (const date of ['31', '30', '29']) {
    const day = `${first.slice(0, 8)}${date}`;
    if (isDay(day)) return day;
  }
  return addDays(first, 27);
}

const RELATIVE: ReadonlySet<string> = new Set(['last', 'next', 'this']);
const SPANS: ReadonlySet<string> = new Set(['week', 'month', 'quarter', 'year']);
const WEEKDAYS: ReadonlySet<string> = new Set(
  'monday tuesday wednesday thursday friday saturday sunday'.split(' '),
);
