// States that are put on or taken off a list of those whom a measure hits: "removes Turkey from the list of countries subject to the
// duty". In: an English sentence and a tariff of it. Out: the verb, what it is done to and its family.
import type { Hit } from '../words/lexicon.ts';
import { hitsOf, type Line, tokenText } from '../words/scene.ts';
import { placeOf, says, wordGroup } from '../words/word-groups.ts';
import { type Phrase, phraseOf } from './phrase.ts';

/** The word without which no such phrase is looked for. */
export const LIST = wordGroup('list lists');
const STATES =
  /^(?:countries|nations|economies|states|territories|origins|partners|jurisdictions|suppliers)$/;
const STATES_WITHIN = 4;
const TAKING =
  /^(?:exclud|remov|drop|strik|struck|delet|cut|take|took|leav|left|omit|eras|exempt|scratch)/;
const ADDING = /^(?:add|put|includ|plac|keep|kept|expand)/;
const VERB_WITHIN = 9;
const SPARED = /^(?:exempt|exempted|spared|excluded|excused|free)$/;
const SPARED_WITHIN = 4;

/** "exclude Hong Kong from the list of countries subject to the duty" lets it off, "adds Nepal to the list" hits it. */
export function listedState(line: Line, object: Hit): Phrase | null {
  const list = listOfStates(line, object.from);
  if (list < 0) return null;
  for (let at = list - 2; at >= Math.max(1, list - VERB_WITHIN); at -= 1) {
    const text = tokenText(line, at);
    const family = TAKING.test(text) ? 'exempt' : ADDING.test(text) ? 'impose' : null;
    if (family === null) continue;
    // "off the list of countries exempt from the duty": whoever leaves it pays again.
    const behind = line.tokens.slice(list + 2, Math.min(object.from, list + 2 + SPARED_WITHIN));
    if (behind.some(({ text: word }) => SPARED.test(word)))
      return family === 'exempt' ? { ...phraseOf(object, at, 'lose', 'relief'), cost: 1 } : null;
    const isNamed = hitsOf(line, 'place').some((hit) => hit.from > at && hit.to <= list);
    return isNamed ? { ...phraseOf(object, at, family), cost: 1 } : null;
  }
  return null;
}

// Where "list of countries" stands before a tariff; -1 where it does not.
function listOfStates(line: Line, end: number): number {
  const at = placeOf(line, LIST, 1, end);
  if (at < 0 || tokenText(line, at + 1) !== 'of') return -1;
  const behind = line.tokens.slice(at + 2, at + 2 + STATES_WITHIN);
  return behind.some(({ text }) => STATES.test(text)) ? at : -1;
}

/** True for the verb that only tells which list: "the list of countries subject to the duty". */
export function isOfList(line: Line, verb: Hit): boolean {
  if (line.lang !== 'en' || !says(line, LIST)) return false;
  const at = listOfStates(line, verb.from);
  return at >= 0 && STATES.test(tokenText(line, verb.from - 1));
}
