// Percentages that are no tariff on imports by how they are printed: "(-47% on the year)", "the 20% export duty". In: a percentage
// in its sentence. Out: yes or no.
import { type Line, tokenText } from '../words/scene.ts';
import { wordGroup } from '../words/word-groups.ts';
import type { Percent } from './find-percents.ts';

const MINUS: ReadonlySet<string> = new Set(['-', '−', '–']);
/** What may stand before a sign; behind a figure or a letter it is a dash: "25-50%", "Section 232-40%". */
const BEFORE_SIGN: ReadonlySet<string> = new Set(['', ' ', '(', '\n']);

/** True for "-47%": how far something has fallen; no tariff is printed with a sign. */
export function isNegative(line: Line, { from }: Percent): boolean {
  const start = line.tokens[from]?.start ?? 0;
  const before = start < 2 ? '' : line.raw.charAt(start - 2);
  return MINUS.has(line.raw.charAt(start - 1)) && BEFORE_SIGN.has(before);
}

export const EXPORT = wordGroup('export exports');
const DUTY = /^(?:dut(?:y|ies)|tax(?:es)?|lev(?:y|ies)|tariffs?)$/;

/** True for "scrapped the 20% export duty on crust" beside the step: what leaves a country bears it. */
export function isOnExports(line: Line, { to }: Percent): boolean {
  if (line.lang !== 'en' || line.isTitle) return false;
  return EXPORT.has(tokenText(line, to)) && DUTY.test(tokenText(line, to + 1));
}
