// "A China impõe": the Portuguese article that opens a sentence is written as the preposition "a". In: a place in a sentence and
// the token before it. Out: whether that is the article of who acts.
import { hitFrom, type Line, means, tokenText } from '../words/scene.ts';

const ACTING = ['impose', 'raise', 'cut', 'threaten', 'retaliate', 'propose', 'suspend'] as const;

/** True for the "A" of "A China impõe": it opens the sentence, and behind the name stands what the country does. */
export function isOpeningArticle(line: Line, at: number, from: number): boolean {
  if (line.lang !== 'pt' || at !== 0 || from !== 1 || tokenText(line, at) !== 'a') return false;
  if (!line.classes.has('tariff')) return false;
  const verb = hitFrom(line, hitFrom(line, from)?.to ?? 0);
  return ACTING.some((family) => means(verb, 'verb', family));
}
