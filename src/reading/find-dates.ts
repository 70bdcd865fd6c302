// In: a sentence. Out: the full dates in it, printed or told by a weekday or a word like tomorrow.
// What happens on a date is read in read-dates.ts.
import { addDays, type Day, daysBetween, startOfDay } from '../domain/day.ts';
import type { Hit } from './lexicon.ts';
import { hitFrom, type Line, oncePerLine, tokenText } from './scene.ts';

/** A date in a sentence: tokens `from` to before `to`. `isRelative`: a weekday or "tomorrow". */
export type DateMention = {
  readonly day: Day;
  readonly from: number;
  readonly to: number;
  readonly isRelative: boolean;
};

/** All full dates of a sentence. Years that are not printed are taken nearest to `publishedOn`. */
export function datesIn(line: Line, publishedOn: Day | null): readonly DateMention[] {
  const known = knownDates(line);
  if (known.publishedOn !== publishedOn || known.dates === null) {
    known.publishedOn = publishedOn;
    known.dates = mayHoldDate(line) ? findDates(line, publishedOn) : NO_DATES;
  }
  return known.dates;
}

/** Dates are asked for by several rules, of one line always for the same day. */
const knownDates = oncePerLine((): DatesOfLine => ({ publishedOn: null, dates: null }));
type DatesOfLine = { publishedOn: Day | null; dates: readonly DateMention[] | null };
const NO_DATES: readonly DateMention[] = [];

function findDates(line: Line, publishedOn: Day | null): readonly DateMention[] {
  const found: DateMention[] = [];
  for (let at = 0; at < line.tokens.length; at += 1) {
    const token = line.tokens[at];
    if (token === undefined) break;
    if (token.kind === 'mark') continue;
    const mention =
      token.kind === 'number'
        ? numericDate(line, at, publishedOn)
        : wordDate(line, at, publishedOn);
    if (mention === null) continue;
    found.push(mention);
    at = mention.to - 1;
  }
  return found;
}

function mayHoldDate(line: Line): boolean {
  return (
    DATE_WORDS.some((name) => line.classes.has(name)) ||
    line.tokens.some((token) => token.kind === 'number')
  );
}

const DATE_WORDS = ['month', 'weekday', 'relday'] as const;

function wordDate(line: Line, at: number, publishedOn: Day | null): DateMention | null {
  if (!DATE_WORDS.some((name) => line.classes.has(name))) return null;
  const hit = hitFrom(line, at);
  if (hit === undefined) return null;
  const month = hit.meanings.get('month')?.[0];
  if (month !== undefined) {
    const dayAt = tokenText(line, hit.to) === '.' ? hit.to + 1 : hit.to;
    const day = dayNumber(line, dayAt);
    if (day === null) return null;
    return withYear(line, at, skipSuffix(line, dayAt + 1), Number(month), day, publishedOn);
  }
  return relativeDate(line, hit, publishedOn);
}

function relativeDate(line: Line, hit: Hit, publishedOn: Day | null): DateMention | null {
  if (publishedOn === null) return null;
  const shift = hit.meanings.get('relday')?.[0];
  if (shift !== undefined) {
    return {
      // "began at midnight" is the midnight before.
      day: addDays(publishedOn, Number(shift) > 0 && hasBegun(line, hit) ? 0 : Number(shift)),
      from: hit.from,
      to: hit.to,
      isRelative: true,
    };
  }
  const weekday = hit.meanings.get('weekday')?.[0];
  if (weekday === undefined) return null;
  const today = new Date(startOfDay(publishedOn)).getUTCDay();
  const ahead = (Number(weekday) - today + 7) % 7;
  const shiftDays = ahead === 0 ? 0 : isPast(line, hit) ? ahead - 7 : ahead;
  return { day: addDays(publishedOn, shiftDays), from: hit.from, to: hit.to, isRelative: true };
}

const BEGUN: ReadonlySet<string> = new Set(['began', 'took', 'came', 'went', 'entered', 'started']);

function hasBegun(line: Line, hit: Hit): boolean {
  return line.tokens
    .slice(Math.max(0, hit.from - 4), hit.from)
    .some((token) => BEGUN.has(token.text));
}

const PAST_WORDS: ReadonlySet<string> = new Set(
  'retroactively retroactive took came went entered last said announced signed imposed suspended raised declared approved since has began started'.split(
    ' ',
  ),
);

function isPast(line: Line, hit: Hit): boolean {
  if (isStartAhead(line, hit)) return false;
  for (let at = Math.max(0, hit.from - 6); at < Math.min(line.tokens.length, hit.to + 4); at += 1) {
    if (PAST_WORDS.has(tokenText(line, at))) return true;
  }
  return false;
}

// "dropped starting on Saturday", "take effect on Wednesday": what is still to start is ahead, whatever was said before.
function isStartAhead(line: Line, hit: Hit): boolean {
  return line.hits.some(
    (other) =>
      other.meanings.has('effective') &&
      hit.from - other.to >= 0 &&
      hit.from - other.to <= 1 &&
      STARTS.has(tokenText(line, other.from)),
  );
}

const STARTS: ReadonlySet<string> = new Set(
  'starting beginning take takes effective start starts begin begins come comes go goes kick kicks apply applies enter enters'.split(
    ' ',
  ),
);

// "10 April 2025", "1 de enero de 2026", "2025-04-10", "20.12.2025", "4月10日".
function numericDate(line: Line, at: number, publishedOn: Day | null): DateMention | null {
  const text = tokenText(line, at);
  const dotted = /^(\d{1,2})[.](\d{1,2})[.](\d{4})$/.exec(text);
  if (dotted !== null)
    return asMention(Number(dotted[3]), Number(dotted[2]), Number(dotted[1]), at, at + 1);
  if (/^\d{4}$/.test(text) && tokenText(line, at + 1) === '-' && tokenText(line, at + 3) === '-') {
    return asMention(
      Number(text),
      Number(tokenText(line, at + 2)),
      Number(tokenText(line, at + 4)),
      at,
      at + 5,
    );
  }
  const eastAsian = eastAsianDate(line, at, publishedOn);
  if (eastAsian !== null) return eastAsian;
  const day = dayNumber(line, at);
  if (day === null) return null;
  let next = skipSuffix(line, at + 1);
  if (SMALL_OF.has(tokenText(line, next))) next += 1;
  const hit = hitFrom(line, next);
  const month = hit?.meanings.get('month')?.[0];
  if (hit === undefined || month === undefined) return null;
  return withYear(line, at, hit.to, Number(month), day, publishedOn);
}

const SMALL_OF: ReadonlySet<string> = new Set(['de', 'of', 'thang', 'ngay']);
const YEAR_MARKS: ReadonlySet<string> = new Set(['年', '년']);
const MONTH_MARKS: ReadonlySet<string> = new Set(['月', '월']);
const DAY_MARKS: ReadonlySet<string> = new Set(['日', '일', '号']);

function eastAsianDate(line: Line, at: number, publishedOn: Day | null): DateMention | null {
  const mark = tokenText(line, at + 1);
  if (YEAR_MARKS.has(mark)) {
    const isFull =
      MONTH_MARKS.has(tokenText(line, at + 3)) && DAY_MARKS.has(tokenText(line, at + 5));
    if (!isFull) return null;
    const [year, month, day] = [at, at + 2, at + 4].map((place) => Number(tokenText(line, place)));
    return asMention(year ?? 0, month ?? 0, day ?? 0, at, at + 6);
  }
  if (MONTH_MARKS.has(mark) && DAY_MARKS.has(tokenText(line, at + 3))) {
    const [month, day] = [Number(tokenText(line, at)), Number(tokenText(line, at + 2))];
    return nearestYear(month, day, at, at + 4, publishedOn);
  }
  if (DAY_MARKS.has(mark) && publishedOn !== null) {
    const month = Number(publishedOn.slice(5, 7));
    const near = nearestYear(month, Number(tokenText(line, at)), at, at + 2, publishedOn);
    return near === null ? null : { ...near, isRelative: true };
  }
  return null;
}

function dayNumber(line: Line, at: number): number | null {
  const token = line.tokens[at];
  if (token?.kind !== 'number' || !/^\d{1,2}$/.test(token.text)) return null;
  const day = Number(token.text);
  return day >= 1 && day <= 31 ? day : null;
}

const SUFFIXES: ReadonlySet<string> = new Set(['st', 'nd', 'rd', 'th', 'er', 'º', 'o', 'η', '.']);

function skipSuffix(line: Line, at: number): number {
  const previous = line.tokens[at - 1];
  const token = line.tokens[at];
  return token !== undefined && token.start === previous?.end && SUFFIXES.has(token.text)
    ? at + 1
    : at;
}

function withYear(
  line: Line,
  from: number,
  to: number,
  month: number,
  day: number,
  publishedOn: Day | null,
): DateMention | null {
  let at = to;
  if (tokenText(line, at) === ',' || SMALL_OF.has(tokenText(line, at))) at += 1;
  const year = tokenText(line, at);
  if (/^(?:19|20)\d\d$/.test(year)) return asMention(Number(year), month, day, from, at + 1);
  return nearestYear(month, day, from, to, publishedOn);
}

function nearestYear(
  month: number,
  day: number,
  from: number,
  to: number,
  publishedOn: Day | null,
): DateMention | null {
  if (publishedOn === null) return null;
  const thisYear = Number(publishedOn.slice(0, 4));
  let best: DateMention | null = null;
  for (const year of [thisYear, thisYear + 1, thisYear - 1]) {
    const mention = asMention(year, month, day, from, to);
    if (mention === null) continue;
    const isNearer =
      best === null ||
      Math.abs(daysBetween(publishedOn, mention.day)) <
        Math.abs(daysBetween(publishedOn, best.day));
    if (isNearer) best = mention;
  }
  return best;
}

function asMention(
  year: number,
  month: number,
  day: number,
  from: number,
  to: number,
): DateMention | null {
  const text = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return year > 1900 && day <= daysInMonth(year, month)
    ? { day: text, from, to, isRelative: false }
    : null;
}

const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** 0 for a month that does not exist. */
function daysInMonth(year: number, month: number): number {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 && isLeap ? 29 : (MONTH_LENGTHS[month - 1] ?? 0);
}
