// Titles of languages whose verbs come last that put the wish in quotation marks and end with who asks whom: "「日本は対象外に」、経産相が
// 米商務長官に要請". In: a title and a verb of it. Out: whether what the verb tells is only asked for.
import type { Hit } from '../words/lexicon.ts';
import { hitsOf, type Line, means, tokenText } from '../words/scene.ts';

const QUOTES: Readonly<Record<string, readonly [opening: string, closing: string]>> = {
  ja: ['「', '」'],
  ko: ['“', '”'],
};

/** True for a verb in quotation marks in a title that ends with a verb of asking. */
export function isAskedAtEnd(line: Line, verb: Hit): boolean {
  const [opening, closing] = QUOTES[line.lang] ?? [];
  if (opening === undefined || closing === undefined || !line.isTitle) return false;
  const at = line.tokens[verb.from]?.start ?? 0;
  const from = line.raw.lastIndexOf(opening, at);
  const to = line.raw.indexOf(closing, at);
  if (to < 0 || from <= line.raw.lastIndexOf(closing, at)) return false;
  return hitsOf(line, 'verb').some(
    (hit) =>
      means(hit, 'verb', 'seek') &&
      (line.tokens[hit.from]?.start ?? 0) > to &&
      (hit.to === line.tokens.length || tokenText(line, hit.to) === '.'),
  );
}
