// In: the sentences of an item and its leading step. Out: the day the step takes effect and the day it ends.
// Deadlines, announcements and transit cut-offs are told apart by the words before a date. Unknown stays null.
import { addDays, type Day, daysBetween, startOfDay } from '../domain/day.ts';
import type { Fact } from '../domain/reading.ts';
import type { Step } from './find-steps.ts';
import type { Hit } from './lexicon.ts';
import { placeGroups } from './read-places.ts';
import { evidenceOf, isParted, type Line, lineHas, means, type Scene, tokenText } from './scene.ts';

export type Dates = {
  readonly effective: Fact<Day> | null;
  readonly end: Fact<Day> | null;
  readonly seen: readonly SeenDate[];
};

export type DateRole = 'effective' | 'end' | 'announced' | 'unknown';
export type SeenDate = { readonly line: Line; readonly day: Day; readonly role: DateRole };

/** A date in a sentence: tokens `from` to before `to`. `isRelative`: a weekday or "tomorrow". */
export type DateMention = {
  readonly day: Day;
  readonly from: number;
  readonly to: number;
  readonly isRelative: boolean;
};

/** Actions that have no effective day of their own. */
const TIMELESS: ReadonlySet<string> = new Set([
  'exemption-sought',
  'exemption-denied',
  'investigation-opened',
  'deal-reached',
  'struck-down',
]);

/** Reads the dates; `isOthers` says that a line speaks of another imposer. */
export function readDates(scene: Scene, lead: Step, isOthers: (line: Line) => boolean): Dates {
  const seen: SeenDate[] = [];
  let effective: Fact<Day> | null = null;
  let end: Fact<Day> | null = null;
  for (const line of scene.lines) {
    for (const mention of datesIn(line, scene.publishedOn)) {
      const role = roleOf(line, mention, lead, scene.publishedOn);
      seen.push({ line, day: mention.day, role });
      if (isOthers(line) && line !== lead.line) continue;
      const fact = { value: mention.day, evidence: evidenceOf(line, `date:${role}`) };
      const isOfMeasure =
        lead.action === 'exempted' &&
        isBefore(mention.day, scene.publishedOn) &&
        !/retroactiv|appl/.test(line.raw.slice(line.start, line.end));
      if (role === 'effective' && !isOfMeasure) effective ??= fact;
      if (role === 'end') end ??= fact;
    }
  }
  if (effective === null) effective = immediateDay(scene, lead);
  return { effective: TIMELESS.has(lead.action) ? null : effective, end, seen };
}

function isBefore(day: Day, other: Day | null): boolean {
  return other !== null && day < other;
}

/** All full dates of a sentence. Years that are not printed are taken nearest to `publishedOn`. */
export function datesIn(line: Line, publishedOn: Day | null): readonly DateMention[] {
  if (!mayHoldDate(line)) return [];
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
  const hit = line.hits.find((candidate) => candidate.from === at);
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
      day: addDays(publishedOn, Number(shift)),
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

const PAST_WORDS: ReadonlySet<string> = new Set(
  'took came went entered last said announced signed imposed suspended raised declared approved since has began started'.split(
    ' ',
  ),
);

function isPast(line: Line, hit: Hit): boolean {
  for (let at = Math.max(0, hit.from - 6); at < Math.min(line.tokens.length, hit.to + 4); at += 1) {
    if (PAST_WORDS.has(tokenText(line, at))) return true;
  }
  return false;
}

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
  const hit = line.hits.find((candidate) => candidate.from === next);
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

const SUFFIXES: ReadonlySet<string> = new Set(['st', 'nd', 'rd', 'th', 'er', 'º', 'o', '.']);

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

/** Where something ends, the day it ends is the day the step takes effect. */
const ENDED: ReadonlySet<string> = new Set(['removed', 'exemption-ended']);
const ENDING: ReadonlySet<string> = new Set(['end', 'ends', 'expire', 'expires', 'ending']);

const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** 0 for a month that does not exist. */
function daysInMonth(year: number, month: number): number {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 && isLeap ? 29 : (MONTH_LENGTHS[month - 1] ?? 0);
}

const REACH = 16;
const TIGHT: ReadonlySet<string> = new Set([
  'to',
  'through',
  'by',
  'ends',
  'before',
  'a',
  'bis',
  'au',
  'al',
]);

// The nearest word before the date that says what happens then; a verb right behind the date counts as well.
function roleOf(line: Line, mention: DateMention, lead: Step, publishedOn: Day | null): DateRole {
  let role: DateRole = 'unknown';
  let nearest = REACH + 1;
  for (const hit of line.hits) {
    const gap = mention.from - hit.to;
    if (gap < 0 || gap > REACH || isParted(line, hit.to, mention.from)) continue;
    const isEnd =
      ENDED.has(lead.action) && means(hit, 'until') && ENDING.has(tokenText(line, hit.from));
    const meant = isEnd ? 'effective' : meaningBefore(line, hit, gap);
    if (meant !== null && gap < nearest) [role, nearest] = [meant, gap];
  }
  if (role === 'effective' && isOfStoppedMeasure(line, mention, lead)) return 'unknown';
  if (role !== 'unknown') return role;
  if (startsBehind(line, mention)) return 'effective';
  return isPlainFutureDay(line, mention, lead, publishedOn) ? 'effective' : 'unknown';
}

const STOPPED: ReadonlySet<string> = new Set(['suspended', 'delayed', 'removed', 'exempted']);
const HAD_BEEN: ReadonlySet<string> = new Set(['scheduled', 'due', 'slated', 'had', 'were', 'was']);

// "suspending the duties scheduled to take effect on January 6": the day of what is stopped, not of the step.
function isOfStoppedMeasure(line: Line, mention: DateMention, lead: Step): boolean {
  if (!STOPPED.has(lead.action)) return false;
  return line.tokens
    .slice(Math.max(0, mention.from - 8), mention.from)
    .some((token) => HAD_BEEN.has(token.text));
}

function meaningBefore(line: Line, hit: Hit, gap: number): DateRole | null {
  const isTight = TIGHT.has(tokenText(line, hit.from)) && hit.to - hit.from === 1;
  if (means(hit, 'until') && !(isTight && gap > 1)) return 'end';
  if (means(hit, 'effective')) return isTight || gap <= REACH ? 'effective' : null;
  if (means(hit, 'announced')) return 'announced';
  return null;
}

function startsBehind(line: Line, mention: DateMention): boolean {
  return line.hits.some(
    (hit) =>
      hit.from >= mention.to && hit.from - mention.to <= 1 && means(hit, 'effective', 'behind'),
  );
}

// "lifts tariffs to 50% on August 6": a day to come in the sentence of the step itself.
function isPlainFutureDay(
  line: Line,
  mention: DateMention,
  lead: Step,
  publishedOn: Day | null,
): boolean {
  const isNear = line === lead.line || (line.index <= 1 && lineHas(line, 'percent'));
  if (publishedOn === null || !isNear) return false;
  const isRightBehindRate = line.hits.some(
    (hit) => hit.meanings.has('percent') && mention.from - hit.to === 1,
  );
  if (mention.isRelative && !isRightBehindRate) return false;
  return mention.day > publishedOn && !lineHas(line, 'announced');
}

// "India on Monday imposed": a government that acts on a weekday, not a leader who announces.
function immediateDay(scene: Scene, lead: Step): Fact<Day> | null {
  const { publishedOn } = scene;
  if (publishedOn === null || lead.mood !== 'plain' || lead.isBackground) return null;
  for (const line of scene.lines) {
    if (line !== lead.line && line.index > 2) continue;
    const now = line.hits.find((hit) => means(hit, 'now'));
    if (now !== undefined && means(now, 'now', 'now') && !now.meanings.has('relday')) {
      return { value: publishedOn, evidence: evidenceOf(line, 'date:immediately') };
    }
    const days = datesIn(line, publishedOn).filter((mention) => mention.isRelative);
    const isRightAfter = (day: DateMention, end: number): boolean =>
      day.from - end >= 0 && day.from - end <= 1;
    const actor = placeGroups(line).find((group) =>
      days.some((day) => isRightAfter(day, group.to)),
    );
    const day = days.find((mention) => actor !== undefined && isRightAfter(mention, actor.to));
    if (actor === undefined || day === undefined || !actor.kinds.includes('name')) continue;
    const acts = line.hits.some(
      (hit) =>
        hit.from >= day.to &&
        hit.from - day.to <= 1 &&
        (means(hit, 'verb', 'impose') || means(hit, 'verb', 'suspend')),
    );
    if (acts) return { value: day.day, evidence: evidenceOf(line, 'date:acts-on-weekday') };
  }
  return null;
}
