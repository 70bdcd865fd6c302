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
  return FACING.has(line.raw.charAt(COMING.has(line.raw.charAt(at)) ? at + 1 : at));
}

/** True for such a word before a name. */
export function isTowards(text: string): boolean {
  return FACING.has(text);
}

/** "United States Surtax Order", "Ukraine Goods Remission Order": Canadian orders are named after whom they hit or spare. */
export function isNamedAfterTarget(line: Line, to: number): boolean {
  const words = [0, 1, 2, 3].map((steps) => tokenText(line, to + steps));
  return ORDERED.some((name) => words.includes(name)) && words.includes('order');
}

const ORDERED = ['surtax', 'remission'] as const;
