// Days counted from the day of the item: "takes effect in 21 days". In: a number in its sentence. Out: the date, or null.
import { addDays, type Day } from '../../domain/day.ts';
import type { Hit } from '../words/lexicon.ts';
import { hitBefore, hitFrom, type Line, means, tokenText } from '../words/scene.ts';
import type { DateMention } from './date-patterns.ts';

const AHEAD: ReadonlySet<string> = new Set([
  'in',
  'dans',
  'en',
  'em',
  'tra',
  'fra',
  'za',
  'через',
  'over',
  'om',
]);
const DAYS: ReadonlySet<string> = new Set(
  'days tagen jours dias giorni dagen dagar dage dager dni dnech дней дня днів'.split(' '),
);
const MOST_DAYS_AHEAD = 90;

/** "takes effect in 21 days", "treten in 30 Tagen in Kraft"; not "in 21 days of talks". */
export function daysAhead(line: Line, at: number, publishedOn: Day | null): DateMention | null {
  const [before, unit] = [tokenText(line, at - 1), tokenText(line, at + 1)];
  if (publishedOn === null || !AHEAD.has(before) || !DAYS.has(unit)) return null;
  const days = Number(tokenText(line, at));
  if (!Number.isInteger(days) || days < 1 || days > MOST_DAYS_AHEAD) return null;
  if (MEASURED.has(tokenText(line, at + 2))) return null;
  const isStart =
    means(hitBefore(line, at - 1), 'effective') || means(hitFrom(line, at + 2), 'effective');
  if (!isStart) return null;
  return {
    day: addDays(publishedOn, days),
    from: at - 1,
    to: at + 2,
    isRelative: true,
    isNearest: false,
  };
}

const MEASURED: ReadonlySet<string> = new Set(
  'of after from following for de nach fur apres pour despues para dopo per na po dla после для від'.split(
    ' ',
  ),
);

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
