// Acts whose title says in a participle what they lay: "Decree 1234 establishing a 15% tariff on textiles", "Regulation laying down a
// duty on grain". In: an English title and a tariff of it. Out: the verb, what it is done to and its family.
import type { Hit } from '../words/lexicon.ts';
import { hitOver, type Line, tokenText } from '../words/scene.ts';
import { lastPlaceOf, wordGroup } from '../words/word-groups.ts';
import { type Phrase, type PhraseFinder, phraseOf } from './phrase.ts';

const LAYING = wordGroup('establishing laying instituting fixing');
const LAID_WITHIN = 6;
const ACT =
  /^(?:decree|order|regulations?|resolution|notification|ordinance|decision|circular|law|act|proclamation|directive)$/;
const ACT_WITHIN = 6;
const FILLING: ReadonlySet<string> = new Set(
  'a an the new additional extra provisional definitive temporary % percent per cent of'.split(' '),
);

// "a committee on tariffs", "a tariff refund process": something else is established.
function laysByAct(line: Line, object: Hit): Phrase | null {
  if (!line.isTitle) return null;
  const at = lastPlaceOf(line, LAYING, Math.max(0, object.from - LAID_WITHIN), object.from);
  if (at < 1 || !isByAct(line, at) || hitOver(line, object.to)?.meanings.has('refund') === true)
    return null;
  const from = tokenText(line, at + 1) === 'down' ? at + 2 : at + 1;
  const between = line.tokens.slice(from, object.from);
  const isItsOwn = between.every(
    ({ kind, text }, place) =>
      kind === 'number' ||
      FILLING.has(text) ||
      hitOver(line, from + place)?.meanings.has('percent') === true ||
      hitOver(line, from + place)?.meanings.has('product') === true,
  );
  return isItsOwn ? { ...phraseOf(object, at, 'impose'), cost: 0 } : null;
}

function isByAct(line: Line, at: number): boolean {
  return line.tokens.slice(Math.max(0, at - ACT_WITHIN), at).some(({ text }) => ACT.test(text));
}

/** Phrases of acts that lay a tariff in a participle. */
export const actPhrases: readonly PhraseFinder[] = [{ needs: [LAYING], find: laysByAct }];
