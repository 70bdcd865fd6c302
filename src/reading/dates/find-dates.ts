// In: a sentence. Out: the full dates in it, printed or told by a weekday or a word like tomorrow; what they are, read-dates.ts.
import { addDays, type Day, startOfDay } from '../../domain/day.ts';
import type { Hit } from '../words/lexicon.ts';
import { hitFrom, hitsOf, type Line, oncePerLine, tokenText } from '../words/scene.ts';
import { says, wordGroup } from '../words/word-groups.ts';
import {
  type DateMention,
  dayNumber,
  FIRST,
  firstOfMonth,
  numericDate,
  skipSuffix,
  withYear,
} from './date-patterns.ts';
import { countedFrom, daysAhead, SPELLED_DAYS } from './days-ahead.ts';
import { isOfNextWeek } from './next-week.ts';
import { HAN_DAYS, spelledDate } from './spelled-days.ts';
import { isPast, isStartAhead } from './weekday-behind.ts';

export type { DateMention } from './date-patterns.ts';

/** All full dates of a sentence. Years that are not printed are taken nearest to `publishedOn`. */
export function datesIn(line: Line, publishedOn: Day | null): readonly DateMention[] {
  const known = knownDates(line);
  if (known.publishedOn !== publishedOn || known.dates === null) {
    known.publishedOn = publishedOn;
    known.dates = mayHoldDate(line) ? findDates(line, publishedOn) : [];
  }
  return known.dates;
}

/** Dates are asked for by several rules, of one line always for the same day. */
const knownDates = oncePerLine((): DatesOfLine => ({ publishedOn: null, dates: null }));
type DatesOfLine = { publishedOn: Day | null; dates: readonly DateMention[] | null };

function findDates(line: Line, publishedOn: Day | null): readonly DateMention[] {
  const found: DateMention[] = [];
  const hasWords = hasDateWord(line);
  const hasFirst = hasWords && says(line, FIRST);
  const hasHan = line.lang === 'zh' && says(line, HAN_DAYS);
  for (let at = 0; at < line.tokens.length; at += 1) {
    const token = line.tokens[at];
    if (token === undefined) break;
    if (token.kind === 'mark') continue;
    const mention =
      (hasHan ? spelledDate(line, at, publishedOn) : null) ??
      (token.kind === 'number'
        ? (daysAhead(line, at, publishedOn) ?? numericDate(line, at, publishedOn))
        : ((SPELLED_DAYS.has(token.text) ? daysAhead(line, at, publishedOn) : null) ??
          (hasFirst ? firstOfMonth(line, at, publishedOn) : null) ??
          (hasWords ? wordDate(line, at, publishedOn) : null) ??
          dayAfter(line, at, found.at(-1))));
    if (mention === null || isDayOfDate(line, mention, publishedOn)) continue;
    if (isHourOfDate(line, mention, found)) continue;
    found.push(countedFrom(line, mention));
    at = mention.to - 1;
  }
  return found;
}

const NEXT_DAY = /^(?:next|following)$/;

// "published on 30 June, coming into effect the next day".
function dayAfter(line: Line, at: number, last: DateMention | undefined): DateMention | null {
  if (last === undefined || line.lang !== 'en' || !NEXT_DAY.test(tokenText(line, at))) return null;
  if (tokenText(line, at - 1) !== 'the' || tokenText(line, at + 1) !== 'day') return null;
  return { ...last, day: addDays(last.day, 1), from: at, to: at + 2 };
}

// "Tuesday, 24 June", "from Tuesday 25 November": the weekday only goes with the date behind it.
function isDayOfDate(line: Line, mention: DateMention, publishedOn: Day | null): boolean {
  const hit = hitFrom(line, mention.from);
  const isHour = hit?.meanings.has('relday') === true && HOUR_ON.test(textOf(line, mention));
  const behind = isHour ? behindZone(line, mention.to) : mention.to;
  const named = hitFrom(line, behind);
  if (isHour && named?.meanings.has('weekday') === true) {
    // "doubled at midnight on Wednesday", told on the Tuesday: that night is the one to come, whatever the verb.
    const day = wordDate(line, mention.from, publishedOn)?.day;
    return day === undefined || Number(named.meanings.get('weekday')?.[0]) !== weekdayOf(day);
  }
  if (!isHour && hit?.meanings.has('weekday') !== true) return false;
  const at = tokenText(line, behind) === ',' ? behind + 1 : behind;
  if (line.tokens[at]?.kind === 'number') return numericDate(line, at, publishedOn) !== null;
  const next = hitFrom(line, at)?.meanings.has('month') === true;
  return next && wordDate(line, at, publishedOn) !== null;
}

const weekdayOf = (day: Day): number => new Date(startOfDay(day)).getUTCDay();

const ZONE: ReadonlySet<string> = new Set(
  'eastern daylight standard time et edt est gmt utc local washington on of the ( ) , .'.split(' '),
);
const ZONE_WITHIN = 9;

// "12:01 a.m. eastern standard time on February 24": the place behind the time zone.
function behindZone(line: Line, from: number): number {
  let at = from;
  while (at - from < ZONE_WITHIN && ZONE.has(tokenText(line, at))) at += 1;
  return at;
}

const HOUR_BEHIND = 3;

// "on August 7 at 12:01 a.m.": the day was named before.
function isHourOfDate(line: Line, mention: DateMention, found: readonly DateMention[]): boolean {
  const last = found.at(-1);
  if (last === undefined || mention.from - last.to > HOUR_BEHIND) return false;
  return !last.isRelative && HOUR_ON.test(textOf(line, mention));
}

/** "midnight", "12:01 a.m.". */
const HOUR_ON = /(?:midnight(?: on)?|01 ?a[ .]*m[ .]*)$/;

function textOf(line: Line, { from, to }: DateMention): string {
  return line.tokens
    .slice(from, to)
    .map(({ text }) => text)
    .join(' ');
}

const FIGURE = wordGroup(/^\d/);

function mayHoldDate(line: Line): boolean {
  return (
    hasDateWord(line) || says(line, FIGURE) || says(line, SPELLED_DAYS) || says(line, HAN_DAYS)
  );
}

function hasDateWord({ classes }: Line): boolean {
  return classes.has('month') || classes.has('weekday') || classes.has('relday');
}

function wordDate(line: Line, at: number, publishedOn: Day | null): DateMention | null {
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
    // "لمدة 200 يوم": the word for a day that is counted is no day.
    if (shift === '0' && (line.tokens[hit.from - 1]?.kind === 'number' || isOfRate(line, hit)))
      return null;
    // "began at midnight" is the midnight before.
    const days = Number(shift) > 0 && hasBegun(line, hit) ? 0 : Number(shift);
    return countedDay(hit, addDays(publishedOn, days));
  }
  const weekday = hit.meanings.get('weekday')?.[0];
  if (weekday === undefined) return null;
  const today = weekdayOf(publishedOn);
  const ahead = (Number(weekday) - today + 7) % 7;
  // "next Wednesday" on a Tuesday is the one of the week to come.
  if (isOfNextWeek(line, hit)) {
    const nextWeek = ((Number(weekday) + 6) % 7) - ((today + 6) % 7) + 7;
    return countedDay(hit, addDays(publishedOn, nextWeek));
  }
  const told = line.lang === 'en' ? toldOn(line, hit, publishedOn) : null;
  if (told !== null) {
    const gap = (Number(weekday) - weekdayOf(told) + 7) % 7;
    return countedDay(hit, addDays(told, gap === 0 ? 7 : gap));
  }
  // "vigente desde este martes" on a Monday: this week's day is never six days gone.
  const isThis = ahead === 1 && THIS.has(tokenText(line, hit.from - 1));
  const shiftDays = ahead === 0 || isThis || !isPast(line, hit) ? ahead : ahead - 7;
  return countedDay(hit, addDays(publishedOn, shiftDays));
}

const THIS: ReadonlySet<string> = new Set('este esta nesta questo questa this'.split(' '));

// "doubling the duty to 50%, from 25% today": how high it stands, and no start.
function isOfRate(line: Line, hit: Hit): boolean {
  const rate = hitsOf(line, 'percent').find(({ to }) => to === hit.from);
  return rate !== undefined && tokenText(line, rate.from - 2) === 'from';
}

function countedDay({ from, to }: Hit, day: Day): DateMention {
  return { day, from, to, isRelative: true, isNearest: false };
}

// "announced on Friday that it will charge the duty starting Saturday": counted from the day on which it was told.
function toldOn(line: Line, hit: Hit, publishedOn: Day): Day | null {
  // "ordered on Wednesday a tariff on chips from Thursday".
  if (!isStartAhead(line, hit) && tokenText(line, hit.from - 1) !== 'from') return null;
  const earlier = hitsOf(line, 'weekday').findLast((other) => other.to < hit.from);
  if (earlier === undefined || !isPast(line, earlier)) return null;
  const today = weekdayOf(publishedOn);
  const back = (today - Number(earlier.meanings.get('weekday')?.[0]) + 7) % 7;
  return addDays(publishedOn, -back);
}

const BEGUN: ReadonlySet<string> = new Set(['began', 'took', 'came', 'went', 'entered', 'started']);

function hasBegun(line: Line, hit: Hit): boolean {
  return line.tokens
    .slice(Math.max(0, hit.from - 4), hit.from)
    .some((token) => BEGUN.has(token.text));
}
