// The preposition before the name of a place. In: a line and the first token of the name. Out: which, and where it stands:
// "tariffs on most Chinese goods" gives "on".
import { hitOver, type Line, tokenText } from '../words/scene.ts';
import { isOpeningArticle } from './opening-article.ts';

/** The preposition before a place: its kind, its folded text and its token; `at` is the place itself where there is none. */
export type Before = {
  readonly value: string | undefined;
  readonly text: string;
  readonly at: number;
};

/** The preposition that governs the name at the token `from`, over articles and adjectives: "on the Chinese". */
export function prepositionBefore(line: Line, from: number): Before {
  let at = from - 1;
  for (let steps = 0; steps < 3 && at >= 0; steps += 1, at -= 1) {
    const hit = hitOver(line, at);
    const value = hit?.meanings.get('prep')?.[0];
    if (hit !== undefined && value !== undefined) {
      if (isOpeningArticle(line, at, from)) break;
      return { value, text: tokenText(line, hit.from), at: hit.from };
    }
    // "AD on Chilean tube": a phrase of the lists may hold the preposition.
    const last = hit?.meanings.has('tariff') === true ? tokenText(line, at) : '';
    if (LAID_ON.has(last)) return { value: 'object', text: last, at };
    // "le responde a Ecuador": the preposition is part of the verb.
    if (steps === 0 && hit?.meanings.has('retaliation') === true && tokenText(line, at) === 'a')
      return { value: 'object', text: 'a', at };
    // "on the Chinese ...", "from all countries except": an article or an adjective may stand between.
    if (
      !SKIPPED.has(tokenText(line, at)) &&
      hit?.meanings.has('join') !== true &&
      hit?.meanings.has('number') !== true
    )
      break;
  }
  return { value: undefined, text: '', at: from };
}

const LAID_ON: ReadonlySet<string> = new Set(['on', 'against']);
const SKIPPED: ReadonlySet<string> = new Set(
  'l la le les der die das den dem il lo gli el los las o os as de het the a an all most certain some many its foreign more both products imports goods kingdom rival rivals ally allies neighbour neighbor neighbours neighbors neighbouring neighboring partner partners longtime fellow traditional biggest largest close key top'.split(
    ' ',
  ),
);
