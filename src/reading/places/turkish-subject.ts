// Turkish sets a comma behind who acts, as it does between the names of a list: "ABD, Çin ve Hindistan'a yüzde 25 vergi getirdi". In: a
// sentence and the names of its first list. Out: whether the first of them acts on the others.
import type { Hit } from '../words/lexicon.ts';
import { type Line, tokenText } from '../words/scene.ts';

/** "Hindistan'a", "AB ülkelerine": to whom it is done. */
const DATIVE = /^(?:y?[ae])$|(?:lerine|larina|larına|sine|sina|sına)$/;
const DATIVE_WITHIN = 2;
const PASSIVE = /[ln]d[iıuü]$/;
const DONE = /(?:d[iıuü]|t[iıuü]|yor|acak|ecek)$/;
const APOSTROPHES: ReadonlySet<string> = new Set(["'", '’']);

/** True where the first name opens the sentence and acts on the names behind its comma. */
export function actsOnList(line: Line, names: readonly Hit[]): boolean {
  const [first, second] = names;
  const last = names.at(-1);
  if (line.lang !== 'tr' || first === undefined || second === undefined || last === undefined)
    return false;
  if (first.from > 0 || tokenText(line, first.to) !== ',' || second.from !== first.to + 1)
    return false;
  const behind = line.tokens
    .slice(last.to, last.to + DATIVE_WITHIN)
    .map(({ text }) => text)
    .filter((text) => !APOSTROPHES.has(text));
  const done = line.tokens.findLast(({ kind }) => kind === 'word')?.text ?? '';
  return DATIVE.test(behind[0] ?? '') && DONE.test(done) && !PASSIVE.test(done);
}
