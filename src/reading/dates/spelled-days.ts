// Days that Chinese papers print in words where digits would not fit into their place: "十月十日", "11月廿日", "十日起". In: a sentence and a
// place in it. Out: the date there, or null. Other days of a month in words are put in digits by words/spelled-figures.ts.
import type { Day } from '../../domain/day.ts';
import { type Line, tokenText } from '../words/scene.ts';
import { wordGroup } from '../words/word-groups.ts';
import { type DateMention, nearestYear } from './date-patterns.ts';

const ONES = '一 二 三 四 五 六 七 八 九'.split(' ');
const TENS: Readonly<Record<string, number>> = { 十: 10, 廿: 20, 卅: 30 };
/** Signs that a day in words may open with. */
export const HAN_DAYS = wordGroup([...ONES, ...Object.keys(TENS)].join(' '));
const MOST_SIGNS = 3;
const DAY: ReadonlySet<string> = new Set(['日', '号']);
/** What stands behind a bare day of the month: "十日起", "四日宣布"; a span has other words behind it. */
const OF_MONTH = /^[起零凌宣公发發签簽表说說称稱下晚在生实實，]/u;

type Count = { readonly value: number; readonly to: number };

/** The date that opens at a token in words, or in a number before a day in words. */
export function spelledDate(line: Line, at: number, publishedOn: Day | null): DateMention | null {
  if (line.lang !== 'zh' || publishedOn === null || isSign(tokenText(line, at - 1))) return null;
  const first = countAt(line, at);
  if (first === null) return null;
  if (tokenText(line, first.to) === '月') {
    const day = countAt(line, first.to + 1);
    if (day === null || !DAY.has(tokenText(line, day.to))) return null;
    return nearestYear(first.value, day.value, at, day.to + 1, publishedOn);
  }
  const isDay = DAY.has(tokenText(line, first.to)) && line.tokens[at]?.kind !== 'number';
  if (!isDay || !OF_MONTH.test(tokenText(line, first.to + 1))) return null;
  const month = Number(publishedOn.slice(5, 7));
  const near = nearestYear(month, first.value, at, first.to + 1, publishedOn);
  return near === null ? null : { ...near, isRelative: true, isNearest: false };
}

const isSign = (text: string): boolean =>
  text !== '' && (ONES.includes(text) || TENS[text] !== undefined);

// "十", "廿四", "二十一", "11".
function countAt(line: Line, at: number): Count | null {
  if (line.tokens[at]?.kind === 'number') {
    const value = Number(tokenText(line, at));
    return Number.isInteger(value) ? { value, to: at + 1 } : null;
  }
  let to = at;
  while (to - at <= MOST_SIGNS && isSign(tokenText(line, to))) to += 1;
  const signs = line.tokens.slice(at, to).map(({ text }) => text);
  const value = numberOf(signs);
  return value === null ? null : { value, to };
}

function numberOf(signs: readonly string[]): number | null {
  const ten = signs.findIndex((sign) => TENS[sign] !== undefined);
  const one = (sign: string | undefined): number =>
    sign === undefined ? 0 : ONES.indexOf(sign) + 1;
  if (ten < 0) return signs.length === 1 ? one(signs[0]) : null;
  if (ten > 1 || signs.length - ten > 2) return null;
  const times = ten === 0 ? 1 : one(signs[0]);
  return times * (TENS[signs[ten] ?? ''] ?? 0) + one(signs[ten + 1]);
}
