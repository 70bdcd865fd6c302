// Names that say of themselves whom a tariff is for: behind a word for "towards" ("对美", "将对美"), and in the names of Canadian
// orders. In: a line and where a name stands. Out: yes or no.
import { type Line, tokenText } from '../words/scene.ts';

/** Chinese and Japanese words for "towards", alone or written onto the name. */
const FACING: ReadonlySet<string> = new Set(['对', '對', '対', '向', '自', '从', '대']);
/** Characters of what is to come that may stand before them: "将对美". */
const COMING: ReadonlySet<string> = new Set(['将', '將', '拟', '擬']);

/** "对美", "将对美": the little word is written onto the name that starts at `from`. */
export function isFacing(line: Line, from: number): boolean {
  const at = line.tokens[from]?.start ?? 0;
  // "대만" is a name of its own.
  if (line.raw.startsWith('대만', at)) return false;
  return FACING.has(line.raw.charAt(COMING.has(line.raw.charAt(at)) ? at + 1 : at));
}

/** True for such a word before a name. */
export function isTowards(text: string): boolean {
  return FACING.has(text);
}

const AIMED_BEHIND = /^(?:대상|상대|겨냥)/;
/** "대상에서 제외": left out of it. */
const LEFT_OUT = /^(?:에서|서)?제외/;
const AIMED_WITHIN = 8;

/** "한국 등 16국 대상 조사", "일본 겨냥 관세": Korean says behind a name that it is who is aimed at. */
export function isAimedAt(line: Line, to: number): boolean {
  if (line.lang !== 'ko') return false;
  const from = line.tokens[to - 1]?.end ?? 0;
  const end = line.tokens[to - 1 + AIMED_WITHIN]?.end ?? line.end;
  const words = line.raw.slice(from, end).trim().split(/\s+/);
  const at = words.findIndex((word) => AIMED_BEHIND.test(word));
  if (at < 0 || !words.slice(0, at).every((word) => BETWEEN.test(word))) return false;
  const behind = (words[at] ?? '').replace(AIMED_BEHIND, '') + (words[at + 1] ?? '');
  return !LEFT_OUT.test(behind);
}

/** What stands between: "등 16국", "등 3개국". */
const BETWEEN = /^(?:등|\d+(?:개)?국|등을|을|를)$/;

/** "United States Surtax Order", "Ukraine Goods Remission Order": Canadian orders are named after whom they hit or spare. */
export function isNamedAfterTarget(line: Line, to: number): boolean {
  const words = [0, 1, 2, 3].map((steps) => tokenText(line, to + steps));
  return ORDERED.some((name) => words.includes(name)) && words.includes('order');
}

const ORDERED = ['surtax', 'remission'] as const;
