// In: a sentence and a place in it. Out: the date printed there in figures and names of months, if one is.
// How dates are written differs by country; whether a date matters is read in read-dates.ts.
import { type Day, daysBetween, daysInMonth } from '../../domain/day.ts';
import { hitBefore, hitFrom, type Line, tokenText } from '../words/scene.ts';
import { wordGroup } from '../words/word-groups.ts';

/** A date in a sentence: tokens `from` to before `to`. `isRelative`: a weekday or "tomorrow"; `isNearest`: printed without its year. */
export type DateMention = {
  readonly day: Day;
  readonly from: number;
  readonly to: number;
  readonly isRelative: boolean;
  readonly isNearest: boolean;
};

/** The shortest date with full stops: "1.1.2025". */
const DOTTED = 8;

/** "10 April 2025", "1 de enero de 2026", "2025-04-10", "20.12.2025", "16/4/2025", "ngày 1 tháng 10", "4月10日". */
export function numericDate(line: Line, at: number, publishedOn: Day | null): DateMention | null {
  const text = tokenText(line, at);
  const dotted = text.length < DOTTED ? null : /^(\d{1,2})[.](\d{1,2})[.](\d{4})$/.exec(text);
  if (dotted !== null)
    return asMention(Number(dotted[3]), Number(dotted[2]), Number(dotted[1]), at, at + 1);
  const spaced = spacedDots(line, at);
  if (spaced !== null) return spaced;
  if (tokenText(line, at + 1) === '-' && tokenText(line, at + 3) === '-' && /^\d{4}$/.test(text)) {
    return asMention(
      Number(text),
      Number(tokenText(line, at + 2)),
      Number(tokenText(line, at + 4)),
      at,
      at + 5,
    );
  }
  const slashed = slashedDate(line, at, publishedOn);
  if (slashed !== null) return slashed;
  const eastAsian = eastAsianDate(line, at, publishedOn);
  if (eastAsian !== null) return eastAsian;
  const day = dayNumber(line, at);
  if (day === null) return null;
  let next = skipSuffix(line, at + 1);
  // "the 19th day of August".
  if (tokenText(line, next) === 'day' && tokenText(line, next + 1) === 'of') next += 1;
  if (tokenText(line, next) === MONTH_WORD) {
    const month = dayNumber(line, next + 1);
    return month === null ? null : withYear(line, at, next + 2, month, day, publishedOn);
  }
  return beforeMonth(line, at, next, day, publishedOn);
}

// "1. 10. 2025".
function spacedDots(line: Line, at: number): DateMention | null {
  if (tokenText(line, at + 1) !== '.' || tokenText(line, at + 3) !== '.') return null;
  const [day, month] = [dayNumber(line, at), dayNumber(line, at + 2)];
  const year = tokenText(line, at + 4);
  if (day === null || month === null || !/^20\d\d$/.test(year)) return null;
  return asMention(Number(year), month, day, at, at + 5);
}

/** "primero de octubre", "premier août": the first of a month in a word of its own. */
export function firstOfMonth(line: Line, at: number, publishedOn: Day | null): DateMention | null {
  if (!FIRST.has(tokenText(line, at))) return null;
  return beforeMonth(line, at, at + 1, 1, publishedOn);
}

export const FIRST = wordGroup(
  'first primero primeiro premier primo ersten erster pierwszego prvniho первого أول',
);

function beforeMonth(
  line: Line,
  from: number,
  at: number,
  day: number,
  publishedOn: Day | null,
): DateMention | null {
  const hit = hitFrom(line, SMALL_OF.has(tokenText(line, at)) ? at + 1 : at);
  const month = hit?.meanings.get('month')?.[0];
  if (hit === undefined || month === undefined) return null;
  return withYear(line, from, hit.to, Number(month), day, publishedOn);
}

/** The Vietnamese word between the day and the number of the month. */
const MONTH_WORD = 'thang';

// "16/4/2025" is in April except where the month is written first; without a year only behind a word that dates.
function slashedDate(line: Line, at: number, publishedOn: Day | null): DateMention | null {
  const parts = slashedNumbers(line, at);
  const [first = 0, second = 0, third] = parts;
  if (parts.length === 3 && first > 1900) return asMention(first, second, third ?? 0, at, at + 5);
  const isMonthFirst =
    MONTH_FIRST.has(line.lang) && (first <= 12 || second > 12 || line.lang !== 'en');
  const [day, month] = isMonthFirst ? [second, first] : [first, second];
  if (parts.length === 3) {
    // In English either order is in use: only a number beyond twelve tells the day.
    const isOpen = line.lang === 'en' && first <= 12 && second <= 12 && first !== second;
    return isOpen || (third ?? 0) < 1900 ? null : asMention(third ?? 0, month, day, at, at + 5);
  }
  if (parts.length !== 2 || line.lang === 'en' || !isDated(line, at)) return null;
  return nearestYear(month, day, at, at + 3, publishedOn);
}

const MONTH_FIRST: ReadonlySet<string> = new Set(['en', 'ja', 'ko', 'zh']);

function slashedNumbers(line: Line, at: number): readonly number[] {
  const found: number[] = [];
  for (let place = at; found.length < 4; place += 2) {
    const token = line.tokens[place];
    if (token?.kind !== 'number' || !/^\d{1,4}$/.test(token.text)) break;
    found.push(Number(token.text));
    if (tokenText(line, place + 1) !== '/' || line.tokens[place + 1]?.start !== token.end) break;
  }
  return found;
}

const DATING = ['effective', 'until', 'announced', 'weekday', 'relday'] as const;
const DAY_WORDS: ReadonlySet<string> = new Set(
  'ngay dia giorno tanggal den am le el al dal sang ('.split(' '),
);

function isDated(line: Line, at: number): boolean {
  if (DAY_WORDS.has(tokenText(line, at - 1))) return true;
  const before = hitBefore(line, at);
  return DATING.some((name) => before?.meanings.has(name) === true);
}

const SMALL_OF: ReadonlySet<string> = new Set([
  'de',
  'of',
  'thang',
  'ngay',
  'nam',
  'من',
  'd',
  'del',
]);
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
  // "7日以内", "90日間", "30日後": a number of days; "13日以降" is from the 13th on.
  if (SPANS.has(tokenText(line, at + 2)) && tokenText(line, at + 3) !== '降') return null;
  if (DAY_MARKS.has(mark) && publishedOn !== null) {
    const month = Number(publishedOn.slice(5, 7)) + (isOfNextMonth(line, at) ? 1 : 0);
    if (month > 12) return null;
    const near = nearestYear(month, Number(tokenText(line, at)), at, at + 2, publishedOn);
    return near === null ? null : { ...near, isRelative: true, isNearest: false };
  }
  return null;
}

const NEXT_MONTH = /(?:내달|다음달|来月|來月|下月|下个月)$/;

// "내달 4일", "来月1日": a day of the month to come.
function isOfNextMonth(line: Line, at: number): boolean {
  const before = line.tokens.slice(Math.max(0, at - 3), at).map(({ text }) => text);
  return NEXT_MONTH.test(before.join(''));
}

const SPANS: ReadonlySet<string> = new Set('以 間 间 内 後 后 후 뒤 간 동안 이내'.split(' '));

/** The day of a month that a token prints; null for any other number. */
export function dayNumber(line: Line, at: number): number | null {
  const token = line.tokens[at];
  if (token?.kind !== 'number' || !/^\d{1,2}$/.test(token.text)) return null;
  const day = Number(token.text);
  return day >= 1 && day <= 31 ? day : null;
}

const SUFFIXES: ReadonlySet<string> = new Set(['st', 'nd', 'rd', 'th', 'er', 'º', 'o', 'η', '.']);

/** The place behind an ending of the number before: "1st", "1er", "1-го". */
export function skipSuffix(line: Line, at: number): number {
  const [previous, token] = [line.tokens[at - 1], line.tokens[at]];
  if (previous === undefined || token === undefined) return at;
  const gap = token.start - previous.end;
  const isSuffix =
    (gap === 0 && SUFFIXES.has(token.text)) || (gap === 1 && HYPHENED.has(token.text));
  return isSuffix ? at + 1 : at;
}

const HYPHENED: ReadonlySet<string> = new Set(['го', 'ого', 'е', 'го', 'о', 'ші', 'й']);

/** A date from its month and day with the year printed behind, else the nearest one. */
export function withYear(
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
  const shift = yearShift(line, to);
  if (shift !== null && publishedOn !== null)
    return asMention(Number(publishedOn.slice(0, 4)) + shift, month, day, from, to + 2);
  return nearestYear(month, day, from, to, publishedOn);
}

const YEARS: Readonly<Record<string, number>> = { last: -1, this: 0, next: 1 };

// "1 November last year".
function yearShift(line: Line, at: number): number | null {
  if (tokenText(line, at + 1) !== 'year' || tokenText(line, at + 2) === "'s") return null;
  return YEARS[tokenText(line, at)] ?? null;
}

/** The date without its year that lies nearest to the day of the item. */
export function nearestYear(
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
    if (isNearer) best = { ...mention, isNearest: true };
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
    ? { day: text, from, to, isRelative: false, isNearest: false }
    : null;
}
