// In: a sentence. Out: the full dates in it, printed or told by a weekday or a word like tomorrow; what they are, read-dates.ts.
import { addDays, type Day, startOfDay } from '../../domain/day.ts';
import type { Hit } from '../words/lexicon.ts';
import {
  hitFrom,
  hitOver,
  hitsOf,
  type Line,
  means,
  oncePerLine,
  tokenText,
} from '../words/scene.ts';
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
import { countedFrom, daysAhead, isChargedFrom } from './days-ahead.ts';

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
  for (let at = 0; at < line.tokens.length; at += 1) {
    const token = line.tokens[at];
    if (token === undefined) break;
    if (token.kind === 'mark' || (token.kind === 'word' && !hasWords)) continue;
    const mention =
      token.kind === 'number'
        ? (daysAhead(line, at, publishedOn) ?? numericDate(line, at, publishedOn))
        : ((hasFirst ? firstOfMonth(line, at, publishedOn) : null) ??
          wordDate(line, at, publishedOn));
    if (mention === null || isDayOfDate(line, mention, publishedOn)) continue;
    if (isHourOfDate(line, mention, found)) continue;
    found.push(countedFrom(line, mention));
    at = mention.to - 1;
  }
  return found;
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
  return hasDateWord(line) || says(line, FIGURE);
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
    if (shift === '0' && line.tokens[hit.from - 1]?.kind === 'number') return null;
    // "began at midnight" is the midnight before.
    const days = Number(shift) > 0 && hasBegun(line, hit) ? 0 : Number(shift);
    return countedDay(hit, addDays(publishedOn, days));
  }
  const weekday = hit.meanings.get('weekday')?.[0];
  if (weekday === undefined) return null;
  const today = weekdayOf(publishedOn);
  const ahead = (Number(weekday) - today + 7) % 7;
  // "next Wednesday" on a Tuesday is the one of the week to come.
  if (line.lang === 'en' && tokenText(line, hit.from - 1) === 'next') {
    const nextWeek = ((Number(weekday) + 6) % 7) - ((today + 6) % 7) + 7;
    return countedDay(hit, addDays(publishedOn, nextWeek));
  }
  const told = line.lang === 'en' ? toldOn(line, hit, publishedOn) : null;
  if (told !== null) {
    const gap = (Number(weekday) - weekdayOf(told) + 7) % 7;
    return countedDay(hit, addDays(told, gap === 0 ? 7 : gap));
  }
  const shiftDays = ahead === 0 ? 0 : isPast(line, hit) ? ahead - 7 : ahead;
  return countedDay(hit, addDays(publishedOn, shiftDays));
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

const PAST_WORDS: ReadonlySet<string> = new Set(
  'retroactively retroactive took came went entered last said announced signed imposed suspended raised declared approved since has began started'.split(
    ' ',
  ),
);

const RUNNING: ReadonlySet<string> = new Set(
  'lasts last runs run applies apply starts start begins begin holds go goes'.split(' '),
);
const RUNS_WITHIN = 4;

const ENDING: ReadonlySet<string> = new Set(['end', 'ends', 'expire', 'expires']);

// "lasts 30 days from Thursday", "said they end Saturday": told in the present, so still to come.
function runsFrom(line: Line, hit: Hit): boolean {
  if (line.lang !== 'en') return false;
  const before = tokenText(line, hit.from - (tokenText(line, hit.from - 1) === 'on' ? 2 : 1));
  if (ENDING.has(before) || (before !== 'last' && RUNNING.has(before))) return true;
  if (tokenText(line, hit.from - 1) !== 'from') return false;
  const said = line.tokens.slice(Math.max(0, hit.from - 1 - RUNS_WITHIN), hit.from - 1);
  return said.some(({ text }) => RUNNING.has(text));
}

function isPast(line: Line, hit: Hit): boolean {
  if (hit.meanings.has('past') || isRetroactive(line, hit.from)) return true;
  const past = hitsOf(line, 'past');
  // "lunedì scorso", "vergangenen Montag".
  if (past.some((other) => other.to === hit.from || other.from === hit.to)) return true;
  if (isStartAhead(line, hit) || runsFrom(line, hit) || isToCome(line, hit)) return false;
  if (isBehindDone(line, hit)) return true;
  if (past.some((other) => other.to > hit.from - 7 && other.from < hit.to + 4)) return true;
  for (let at = Math.max(0, hit.from - 6); at < Math.min(line.tokens.length, hit.to + 4); at += 1) {
    // "rises to 50 per cent on Wednesday, officials said": who said so, and not what was done that day.
    if (at >= hit.to && line.lang === 'en' && tokenText(line, at) === ',') return false;
    if (PAST_WORDS.has(tokenText(line, at))) return true;
  }
  return false;
}

const COMING: ReadonlySet<string> = new Set(["'ll", 'will', 'would', 'shall']);
const STARTING = /^(?:starts?|begins?)$/;
const BE_WITHIN = 3;
const VERB_WITHIN = 14;

/** Where the clause of its own begins that holds a day, as far back as a verb may stand. */
function clauseBefore(line: Line, hit: Hit): number {
  let at = hit.from;
  while (at > Math.max(0, hit.from - VERB_WITHIN)) {
    if (line.tokens[at - 1]?.kind === 'mark' && tokenText(line, at - 1) !== '%') break;
    if (hitOver(line, at - 1)?.meanings.has('saying') === true) break;
    at -= 1;
  }
  return at;
}

// "will be imposed on Friday", "is to be raised from Saturday", "Orders signed on Friday start a duty on Tuesday".
function isToCome(line: Line, hit: Hit): boolean {
  if (line.lang !== 'en') return false;
  const from = clauseBefore(line, hit);
  let isDone = false;
  for (let at = hit.from - 1; at >= from; at -= 1) {
    if (COMING.has(tokenText(line, at))) return true;
    if (tokenText(line, at) === 'be' && tokenText(line, at - 1) === 'to') return true;
    if (STARTING.test(tokenText(line, at)) && !isDone) return true;
    isDone ||=
      tokenText(line, at).endsWith('ed') && hitOver(line, at)?.meanings.has('verb') === true;
  }
  return isChargedFrom(line, hit);
}

// "granted Danish pumps a waiver on Monday": what is told as done, and not "to be", is done on a day that lies behind.
function isBehindDone(line: Line, hit: Hit): boolean {
  if (line.lang !== 'en') return false;
  const from = clauseBefore(line, hit);
  for (let at = hit.from - 1; at >= from; at -= 1) {
    const isDone =
      tokenText(line, at).endsWith('ed') && hitOver(line, at)?.meanings.has('verb') === true;
    if (!isDone) continue;
    const before = line.tokens.slice(Math.max(0, at - BE_WITHIN), at);
    return !before.some(({ text }) => AHEAD_OF.has(text));
  }
  return false;
}

const AHEAD_OF: ReadonlySet<string> = new Set('to be is are will would shall may could'.split(' '));

// "dropped starting on Saturday", "take effect on Wednesday": what is still to start is ahead, whatever was said before.
function isStartAhead(line: Line, hit: Hit): boolean {
  return line.hits.some(
    (other) =>
      other.meanings.has('effective') &&
      hit.from - other.to >= 0 &&
      hit.from - other.to <= 1 &&
      (line.lang === 'en'
        ? STARTS.has(tokenText(line, other.from))
        : means(other, 'effective', 'from') && !other.meanings.has('past')),
  );
}

const RETROACTIVE = /^(?:retroacti|backdated|ruckwirkend|retroattiv|retroativ)/;
const RETRO_WITHIN = 10;

/** "retroactively from 12:01 a.m. on Thursday", "backdated to December 21": a day that lies behind. */
export function isRetroactive(line: Line, at: number): boolean {
  return line.tokens
    .slice(Math.max(0, at - RETRO_WITHIN), at)
    .some((token) => RETROACTIVE.test(token.text));
}

const STARTS: ReadonlySet<string> = new Set(
  'starting beginning take takes effective start starts begin begins come comes go goes kick kicks apply applies enter enters'.split(
    ' ',
  ),
);
