// Languages whose verb stands second in a main clause, so that who acts stands behind it where something else opens the sentence:
// "Nach langem Streit erhöht Indien die Zölle". In: a line and a verb of it. Out: yes or no.
import type { Hit } from './lexicon.ts';
import { hitFrom, type Line, tokenText } from './scene.ts';

/** Their codes, ISO 639-1. */
export const VERB_SECOND: ReadonlySet<string> = new Set(['de', 'nl', 'sv', 'da', 'no']);

/** Openings that have a verb of their own, or that tell how something has been ever since. */
const CLAUSAL: ReadonlySet<string> = new Set('nachdem nadat als seit sinds sedan'.split(' '));
const ARTICLES: ReadonlySet<string> = new Set('die das der de het'.split(' '));

/** True where a phrase opens the sentence and the verb stands right before who acts: the phrase is over there. */
export function isSecondVerb(line: Line, opening: Hit, verb: Hit): boolean {
  if (!VERB_SECOND.has(line.lang) || opening.from > 0) return false;
  if (CLAUSAL.has(tokenText(line, opening.from))) return false;
  const at = ARTICLES.has(tokenText(line, verb.to)) ? verb.to + 1 : verb.to;
  const actor = hitFrom(line, at);
  return actor?.meanings.has('place') === true || actor?.meanings.has('leadership') === true;
}
