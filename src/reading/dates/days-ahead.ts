// Days counted from the day of the item: "takes effect in 21 days", "30日後に発効". In: a number in its sentence. Out: the date, or
// null where nothing starts then or the days are counted from something else.
import { addDays, type Day } from '../../domain/day.ts';
import type { Hit } from '../words/lexicon.ts';
import { hitsOf, type Line, means, tokenText } from '../words/scene.ts';
import { wordGroup } from '../words/word-groups.ts';
import type { DateMention } from './date-patterns.ts';

const AHEAD: ReadonlySet<string> = new Set(
  'in dans en em a dentro de tra fra za через over om dalam sau за'.split(' '),
);
const DAYS: ReadonlySet<string> = new Set(
  'days tagen jours dias giorni dagen dagar dage dager dni dnech днеи дня днив днів дней gun hari ngay 日 天 일'.split(
    ' ',
  ),
);
/** What stands behind the days instead: "30日後", "30 gün sonra", "30 days from now". */
const LATER: ReadonlySet<string> = new Set('後 后 후 뒤 sonra'.split(' '));
const MOST_DAYS_AHEAD = 90;
/** Numbers that the press spells; the lists of words know them as figures of rates. */
const SPELLED: Readonly<Record<string, number>> = {
  five: 5,
  seven: 7,
  ten: 10,
  fourteen: 14,
  fifteen: 15,
  twenty: 20,
  thirty: 30,
  sixty: 60,
  ninety: 90,
};
export const SPELLED_DAYS = wordGroup(Object.keys(SPELLED).join(' '));

/** "takes effect in 21 days", "treten in 30 Tagen in Kraft"; not "in 21 days of talks". */
export function daysAhead(line: Line, at: number, publishedOn: Day | null): DateMention | null {
  const text = tokenText(line, at);
  const days = SPELLED[text] ?? Number(text);
  if (publishedOn === null || !DAYS.has(tokenText(line, at + 1))) return null;
  if (!Number.isInteger(days) || days < 1 || days > MOST_DAYS_AHEAD) return null;
  const to = endOfCount(line, at);
  if (to === null || MEASURED.has(tokenText(line, to)) || isCountedFromElse(line, at)) return null;
  if (!startsThere(line, at, to)) return null;
  return { day: addDays(publishedOn, days), from: at, to, isRelative: true, isNearest: false };
}

/** True for a date that `daysAhead` counted: it is one only where something starts then. */
export function isDaysAhead(line: Line, { from, isRelative }: DateMention): boolean {
  return isRelative && DAYS.has(tokenText(line, from + 1)) && endOfCount(line, from) !== null;
}

// The place behind the words that tell that the days are still to pass.
function endOfCount(line: Line, at: number): number | null {
  const behind = at + 2;
  if (LATER.has(tokenText(line, behind))) return behind + 1;
  if (tokenText(line, behind) === 'from' && /^(?:now|today)$/.test(tokenText(line, behind + 1)))
    return behind + 2;
  return AHEAD.has(tokenText(line, at - 1)) ? behind : null;
}

const STARTS_WITHIN = 5;

function startsThere(line: Line, from: number, to: number): boolean {
  const isNear = (hit: Hit): boolean =>
    (hit.to <= from && from - hit.to <= STARTS_WITHIN) ||
    (hit.from >= to && hit.from - to <= STARTS_WITHIN);
  return (
    hitsOf(line, 'effective').some((hit) => isNear(hit) && !isBareFrom(line, hit)) ||
    hitsOf(line, 'verb').some((hit) => means(hit, 'verb', 'start') && isNear(hit))
  );
}

// "imports from Ghana in 30 days": the little word alone starts nothing.
function isBareFrom(line: Line, hit: Hit): boolean {
  return hit.to - hit.from === 1 && BARE.has(tokenText(line, hit.from));
}

const BARE: ReadonlySet<string> = new Set(
  'from ab seit vom zum desde dal da dall dallo depuis des per sinds vanaf od с со з від 自 从 起 から より 부터 tu fran mulai sejak'.split(
    ' ',
  ),
);

const MEASURED: ReadonlySet<string> = new Set(
  'of after from following for de nach fur apres pour despues para dopo per na po dla после для від setelah sejak ke sau del'.split(
    ' ',
  ),
);

/** What days are counted from besides today: "公布から30日後", "yayımından 30 gün sonra". */
const COUNTED_FROM = /公布|公表|公告|发布|刊登|告示|官報|공포|공고|고시|관보|yayim|itibaren|publi/;
const FROM_WITHIN = 8;

function isCountedFromElse(line: Line, at: number): boolean {
  const before = line.tokens.slice(Math.max(0, at - FROM_WITHIN), at);
  return line.lang !== 'en' && COUNTED_FROM.test(before.map(({ text }) => text).join(''));
}

const OWING: ReadonlySet<string> = new Set(['must', 'will', "'ll", 'shall', 'have', 'has']);
const OWED_WITHIN = 5;

/** "from Thursday importers must lodge a deposit": who has to pay from a day on is told behind it. */
export function isChargedFrom(line: Line, { from, to }: Hit): boolean {
  if (tokenText(line, from - 1) !== 'from') return false;
  const behind = line.tokens.slice(to, to + OWED_WITHIN);
  return behind.some(
    ({ text }, at) => OWING.has(text) && (!/^ha/.test(text) || behind[at + 1]?.text === 'to'),
  );
}

const COUNTED_WITHIN = 12;
const OF_PAPER =
  /^(?:the|its|this|publication|issue|issuance|signature|date|day|of|in|notice|order|decree|official|gazette|on|\()$/;

/** "takes effect 21 days after August 6", "15 days after publication of the notice (October 2)": the day that is counted from is not
 * the day itself. */
export function countedFrom(line: Line, mention: DateMention): DateMention {
  if (line.lang !== 'en') return mention;
  let after = mention.from - 1;
  const first = Math.max(2, mention.from - COUNTED_WITHIN);
  while (after > first && OF_PAPER.test(tokenText(line, after))) after -= 1;
  const at = after - 2;
  const days = Number(tokenText(line, at));
  const isCounted =
    tokenText(line, after) === 'after' &&
    /^days?$/.test(tokenText(line, at + 1)) &&
    Number.isInteger(days) &&
    days >= 1 &&
    days <= MOST_DAYS_AHEAD;
  return isCounted ? { ...mention, day: addDays(mention.day, days), from: at } : mention;
}
