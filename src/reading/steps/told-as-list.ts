// Steps that a sentence sets out without a verb of doing: "Ottawa announced: from 1 August, a 25% tariff on steel", "Provisional duties
// are payable on goods released from May 2". In: an English sentence and a tariff of it. Out: the verb and what it is done to.
import { isActor } from '../objects/idle-tariffs.ts';
import type { Hit } from '../words/lexicon.ts';
import { hitsOf, type Line, lineHas, tokenText } from '../words/scene.ts';
import { lastPlaceOf, placeOf, wordGroup } from '../words/word-groups.ts';
import { type Phrase, type PhraseFinder, phraseOf } from './phrase.ts';

const ANNOUNCING = wordGroup('announced announces decided decides ordered orders');
const LIST_WITHIN = 14;

/** "On 16 July Ottawa announced: from 1 August, quotas at 2024 volumes": what stands behind the colon is announced. */
export function announcedBehindColon(line: Line, object: Hit): Phrase | null {
  if (line.lang !== 'en') return null;
  const at = lastPlaceOf(line, ANNOUNCING, object.from - LIST_WITHIN, object.from);
  if (at < 1 || tokenText(line, at + 1) !== ':') return null;
  const isToldElsewise = hitsOf(line, 'verb').some((hit) => hit.from > at && hit.to <= object.from);
  const isByState = line.hits.some((hit) => hit.to <= at && isActor(hit));
  if (isToldElsewise || !isByState) return null;
  return { ...phraseOf(object, at, 'announce', aboutOf(object)), cost: 1 };
}

function aboutOf(object: Hit): 'quota' | 'tariff' {
  return object.meanings.has('quota') ? 'quota' : 'tariff';
}

const PAYABLE = wordGroup('payable');
const FOR_NOW = wordGroup('provisional interim temporary preliminary definitive');
const PAYABLE_WITHIN = 3;

// "Provisional duties are payable": only those of a case are called so, and whoever tells it has laid them.
function payable(line: Line, object: Hit): Phrase | null {
  if (line.lang !== 'en' || !lineHas(line, 'tariff')) return null;
  const at = placeOf(line, PAYABLE, object.to, object.to + PAYABLE_WITHIN);
  if (at < 0 || placeOf(line, FOR_NOW, object.from - 1, object.to) < 0) return null;
  return { ...phraseOf(object, at, 'start'), cost: 1 };
}

/** The finders, with the words that each needs. */
export const listPhrases: readonly PhraseFinder[] = [
  { needs: [ANNOUNCING], find: announcedBehindColon },
  { needs: [PAYABLE, FOR_NOW], find: payable },
];
