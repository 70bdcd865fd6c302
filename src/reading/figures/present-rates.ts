// Rates that an English sentence tells to be in force until the step: "(today 25%)", "tea, now taxed at 10% to 14%", "the rate
// announced in April was 37%". In: a percentage in its sentence. Out: yes or no.
import { hitBefore, hitsOf, type Line, means, tokenText } from '../words/scene.ts';
import { lastPlaceOf, wordGroup } from '../words/word-groups.ts';
import { type Percent, percentsIn } from './find-percents.ts';
import type { RateAt } from './rate-at.ts';

/** True for a rate of today, or one that was only announced, beside the one that the step sets. */
export function isOfToday(at: RateAt): boolean {
  const { line, percent, all, lead, told } = at;
  if (line.lang !== 'en') return false;
  if (told.some((value) => value !== percent.value) && (wasAnnounced(at) || isAboutNow(at)))
    return true;
  if (line !== lead.line && !HALTING.has(lead.action) && isTodayBehind(line, percent.to))
    return true;
  const isAlone = [...all, ...percentsIn(lead.line, line.lang)].every(
    ({ value }) => value === percent.value,
  );
  if (isAlone) return false;
  const first = startOfJoined(line, percent, all);
  return (
    isInTodaysBracket(line, percent) ||
    isNowTaxed(line, first) ||
    isNowAside(line, { ...percent, from: first.from }) ||
    wasAnnounced(at) ||
    (!HALTING.has(lead.action) && isUnreal(line, percent)) ||
    isNot(line, percent)
  );
}

// "10.8% to 14%", "25% and 20%": the second figure is told of as the first one is.
function startOfJoined(line: Line, percent: Percent, all: readonly Percent[]): Percent {
  const before = all.findLast((other) => other.to <= percent.from);
  const isJoined =
    before !== undefined &&
    percent.from - before.to <= 2 &&
    line.tokens.slice(before.to, percent.from).every(({ text }) => JOINING.has(text));
  return isJoined ? before : percent;
}

const JOINING: ReadonlySet<string> = new Set(['to', 'and', 'or', '-', '–', '%']);
const TODAY: ReadonlySet<string> = new Set(
  'today now currently presently previously formerly before earlier'.split(' '),
);
const BRACKET_WITHIN = 8;

// "(today 25%)", "(currently 25% and 20%)".
function isInTodaysBracket(line: Line, { from }: Percent): boolean {
  for (let at = from - 1; at >= Math.max(0, from - BRACKET_WITHIN); at -= 1) {
    const text = tokenText(line, at);
    if (text === ')') return false;
    if (text === '(') return TODAY.has(tokenText(line, at + 1));
  }
  return false;
}

const TAXED: ReadonlySet<string> = new Set(
  'taxed charged levied dutiable paying attracting'.split(' '),
);
const ANEW: ReadonlySet<string> = new Set('is are will be must being'.split(' '));
const TAXED_WITHIN = 4;

// "tea, now taxed at 25%, will pay 35%"; "tea is now taxed at 35%" tells what is new.
function isNowTaxed(line: Line, { from }: Percent): boolean {
  for (let at = from - 1; at >= Math.max(1, from - TAXED_WITHIN); at -= 1) {
    const today = TAXED.has(tokenText(line, at)) ? startOfToday(line, at) : -1;
    if (today < 0) continue;
    return !ANEW.has(tokenText(line, today - 1));
  }
  return false;
}

// "The rate, now 15%, would rise to 35%", "tea, until now at 20%, becomes free": told of today between two commas.
function isNowAside(line: Line, { from, to }: Percent): boolean {
  if (isTodayBehind(line, to)) return true;
  // "was 17%, now 22%." tells what is new; beside what becomes free it is what was.
  const isFreed = hitsOf(line, 'zerorate').length > 0 && CLOSING.test(tokenText(line, to));
  if (tokenText(line, to) !== ',' && !isFreed) return false;
  if (isNowBetween(line, from)) return true;
  const today = startOfToday(line, tokenText(line, from - 1) === 'at' ? from - 1 : from);
  return today >= 0 && tokenText(line, today - 1) === ',';
}

const CLOSING = /^[,.;)]?$/;
const BEHIND = /^(?:today|currently|presently)$/;

// "pay up to 25% today;", "at 3% to 5% at present, and".
function isTodayBehind(line: Line, to: number): boolean {
  const isAtPresent = tokenText(line, to) === 'at' && tokenText(line, to + 1) === 'present';
  const end = isAtPresent ? to + 2 : to + 1;
  return (isAtPresent || BEHIND.test(tokenText(line, to))) && CLOSING.test(tokenText(line, end));
}

const BETWEEN = wordGroup('between from');
const BETWEEN_WITHIN = 4;

// "duties, now between two and seven percent, are to go".
function isNowBetween(line: Line, from: number): boolean {
  const at = lastPlaceOf(line, BETWEEN, from - BETWEEN_WITHIN, from);
  const today = at < 0 ? -1 : startOfToday(line, at);
  return today >= 0 && tokenText(line, today - 1) === ',';
}

const ABOUT = /^(?:around|about|currently|normally|usually|typically|roughly)$/;
const CHARGES = /^(?:lev(?:y|ies)|dut(?:y|ies)|tariffs?|rates?)$/;

// "Levies on most dairy are around 5%": how high it is, beside what the step sets.
function isAboutNow({ line, percent, lead, told }: RateAt): boolean {
  if (line === lead.line || line.isTitle || told.length === 0) return false;
  const at = percent.from - 1;
  if (!ABOUT.test(tokenText(line, at)) || !/^(?:is|are)$/.test(tokenText(line, at - 1)))
    return false;
  return [0, 1].some((place) => CHARGES.test(tokenText(line, place)));
}

// Where a word for today begins that ends right before a place: "now", "until now", "so far"; -1 where none does.
function startOfToday(line: Line, end: number): number {
  if (TODAY.has(tokenText(line, end - 1)) && !UNTIL.has(tokenText(line, end - 2))) return end - 1;
  const hit = hitBefore(line, end);
  return hit?.to === end && means(hit, 'oldrate', 'behind') ? hit.from : -1;
}

const UNTIL: ReadonlySet<string> = new Set(['until', 'till']);

const ANNOUNCED: ReadonlySet<string> = new Set(
  'announced proposed threatened floated planned mooted suggested'.split(' '),
);
const RATE: ReadonlySet<string> = new Set('rate duty tariff levy figure rates'.split(' '));
const ANNOUNCED_WITHIN = 7;

// "In April the rate announced was 37%".
function wasAnnounced({ line, percent, lead }: RateAt): boolean {
  if (line === lead.line || line.isTitle || tokenText(line, percent.from - 1) !== 'was')
    return false;
  const before = line.tokens
    .slice(Math.max(0, percent.from - ANNOUNCED_WITHIN), percent.from)
    .map(({ text }) => text);
  return before.some((text) => ANNOUNCED.has(text)) && before.some((text) => RATE.has(text));
}

/** Steps of a measure that was to come: what it would have been is its rate. */
const HALTING: ReadonlySet<string> = new Set(['delayed', 'suspended', 'exempted']);
const UNREAL_WITHIN = 6;
const UNREAL = /\b(?:would have|applied until|was in force until)\b/;
const BACK = /\b(?:go|goes|snap|snaps|revert|reverts|return|returns|jump|jumps) back to\b/;
const CONDITIONS: ReadonlySet<string> = new Set(['if', 'unless', 'should', 'otherwise', 'without']);

// "the rate would have been 25%", "if talks fail, it will go back to 25%": what did not come, or comes only in another case.
function isUnreal(line: Line, { from, to }: Percent): boolean {
  if (line.isTitle) return false;
  const near = line.tokens
    .slice(Math.max(0, from - UNREAL_WITHIN), to + UNREAL_WITHIN - 1)
    .map(({ text }) => text)
    .join(' ');
  if (UNREAL.test(near)) return true;
  return BACK.test(near) && line.tokens.some(({ text }) => CONDITIONS.has(text));
}

// "will pay 15%, not 27.5%".
function isNot(line: Line, { from }: Percent): boolean {
  return tokenText(line, from - 1) === 'not' && tokenText(line, from - 2) === ',';
}
