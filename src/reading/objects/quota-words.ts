// Quotas that are of trade by their own name. In: a line and the phrase of a quota. Out: yes or no.
import type { Hit } from '../words/lexicon.ts';
import type { Line } from '../words/scene.ts';

const IMPORTS = /^(?:impor|einfuhr|ithal|invoer|ввоз)/;
/** And by the characters that say so. */
const IMPORT_SIGNS = /^(?:輸入|수입|进口|進口)/;

/** True for "import quota", "cotas de importação", "kuota impor": a quota of trade by its name. */
export function isOfImports(line: Line, { from, to }: Hit): boolean {
  const words = line.tokens.slice(from, to).map(({ text }) => text);
  return words.some((text) => IMPORTS.test(text)) || IMPORT_SIGNS.test(words.join(''));
}
