// Quotation marks around a single word, which is no speech: a "global" tariff. In: a sentence. Out: the same one without them.
import type { Sentence } from './cut-text.ts';

/** Of two words only those that end the sentence: «Nessuna eccezione»; in "'no exceptions' tariffs" they are a name. */
const MOST_AT_END = 2;

/** The sentence without the marks that would part a phrase of the lists. */
export function withoutScareQuotes(sentence: Sentence): Sentence {
  const { tokens } = sentence;
  const marks = new Set<number>();
  for (let at = 0; at < tokens.length; at += 1) {
    if (tokens[at]?.text !== '"' || marks.has(at)) continue;
    const words = tokens.slice(at + 1, at + 2 + MOST_AT_END).findIndex(({ text }) => text === '"');
    const end = at + 1 + words;
    const isAlone = words === 1 || (words === MOST_AT_END && end === tokens.length - 1);
    if (isAlone) marks.add(at).add(end);
  }
  if (marks.size === 0) return sentence;
  return { ...sentence, tokens: tokens.filter((_, at) => !marks.has(at)) };
}
