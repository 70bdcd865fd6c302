// Answers that hold what they answer in the middle: "will answer Trump's 50% with reciprocal tariffs", "hit back at the duty with
// one of its own". In: an English sentence and a tariff of it. Out: the verb and its family.
import type { Hit } from '../words/lexicon.ts';
import { hitsOf, isParted, type Line, means, tokenText } from '../words/scene.ts';
import { lastPlaceOf, wordGroup } from '../words/word-groups.ts';
import { type Phrase, type PhraseFinder, phraseOf } from './phrase.ts';

const ANSWERING = wordGroup(
  'answer answers answered answering respond responds responded responding reply replies replied counter counters countered retort retorts',
);
const WITHIN = 14;
const WITH_WITHIN = 4;

// The phrase of a tariff with which something is answered; null where it is not.
function answeredWith(line: Line, object: Hit): Phrase | null {
  const words = line.tokens.slice(Math.max(0, object.from - WITH_WITHIN), object.from);
  const back = words.map(({ text }) => text).lastIndexOf('with');
  if (back < 0) return null;
  const at = lastPlaceOf(line, ANSWERING, Math.max(0, object.from - WITHIN), object.from);
  const end = object.from - words.length + back;
  // "answers with a tariff" is a phrase of the lists.
  if (at < 0 || end - at < 2 || isParted(line, at, object.from)) return null;
  return tokenText(line, at - 1) === 'no' ? null : phraseOf(object, at, 'retaliate');
}

const MATCHING = wordGroup('match matches matched matching');
const MATCHED_WITHIN = 5;

// "will match US tariffs dollar for dollar": what is matched like that is answered.
function matchedInKind(line: Line, object: Hit): Phrase | null {
  const at = lastPlaceOf(line, MATCHING, object.from - MATCHED_WITHIN, object.from);
  if (at < 1) return null;
  const behind = line.tokens.slice(object.to, object.to + MATCHED_WITHIN).map(({ text }) => text);
  const isInKind = /\bdollar\W+for\W+dollar\b|\bin kind\b/.test(behind.join(' '));
  return isInKind ? { ...phraseOf(object, at, 'retaliate'), cost: 0 } : null;
}

const COLON_WITHIN = 5;

// "Peru hits back: tariffs on Chilean wine": what the answer is stands behind the colon.
function answersBehindColon(line: Line, object: Hit): Phrase | null {
  if (!line.isTitle) return null;
  const verb = hitsOf(line, 'verb').findLast(
    // "Tit for tat: Peru imposes": a label, and nobody's deed.
    (hit) => hit.from > 0 && means(hit, 'verb', 'retaliate') && tokenText(line, hit.to) === ':',
  );
  if (verb === undefined || object.from <= verb.to || object.from - verb.to > COLON_WITHIN)
    return null;
  const isOn = tokenText(line, object.to) === 'on' || tokenText(line, object.to) === 'against';
  return isOn ? { verb, object, family: 'retaliate', about: 'tariff', cost: 1 } : null;
}

const LABEL_WITHIN = 4;

// "Trump tariffs: Peru vows to retaliate": what is answered stands before the colon, as the label of the title.
function answersLabel(line: Line, object: Hit): Phrase | null {
  if (!line.isTitle || object.to > LABEL_WITHIN || tokenText(line, object.to) !== ':') return null;
  if (hitsOf(line, 'tariff').some(({ from }) => from > object.to)) return null;
  const verb = hitsOf(line, 'verb').find(
    (hit) => hit.from > object.to && means(hit, 'verb', 'retaliate'),
  );
  return verb === undefined
    ? null
    : { verb, object, family: 'retaliate', about: 'tariff', cost: 1 };
}

/** The finders, with the words that each needs. */
export const answerPhrases: readonly PhraseFinder[] = [
  { needs: [ANSWERING], find: answeredWith },
  { needs: [MATCHING], find: matchedInKind },
  { find: answersBehindColon },
  { find: answersLabel },
];
