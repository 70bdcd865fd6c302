// English phrases whose tariff stands far behind or before their verb: "the duty on steel from India will be 25%", "subjects
// steel to a duty", "responds to Japan's tariffs with a 25% duty", "will not apply its duty to steel from India". In: a
// sentence and a tariff of it. Out: the verb, what it is done to and its family.
import type { Hit } from '../words/lexicon.ts';
import {
  hitBefore,
  hitFrom,
  hitOver,
  hitsOf,
  isParted,
  type Line,
  means,
  tokenText,
} from '../words/scene.ts';
import { placeOf, wordGroup } from '../words/word-groups.ts';
import { type Phrase, type PhraseFinder, phraseOf } from './phrase.ts';

const COMING: ReadonlySet<string> = new Set(['will', 'would', 'shall', 'to']);
const BE = wordGroup('be');
const SET_WITHIN = 7;

// "The duty will be 25%", "Tariffs on Indian steel would be 25%": a rate that is to be is set.
function setAt(line: Line, object: Hit): Phrase | null {
  const at = placeOf(line, BE, object.to, object.to + SET_WITHIN + 1);
  if (at < 0 || !COMING.has(tokenText(line, at - 1)) || isParted(line, object.to, at)) return null;
  const isRate = hitsOf(line, 'percent').some((hit) => hit.from === at + 1);
  return isRate ? { ...phraseOf(object, at, 'impose'), cost: 1 } : null;
}

const APPLYING = wordGroup('apply applying charge collect levy enforce impose put place extend');
const ITS: ReadonlySet<string> = new Set(['its', 'the', 'their', 'his', 'this', 'that', 'these']);
const NOT: ReadonlySet<string> = new Set(['not', "n't", "won't", "wouldn't", "doesn't", 't']);
const APPLIED_WITHIN = 5;

// "will not apply its 25% tariff to India": a tariff that is there, and whom it does not hit.
function notApplied(line: Line, object: Hit): Phrase | null {
  for (let at = object.from - 2; at >= Math.max(1, object.from - APPLIED_WITHIN); at -= 1) {
    const isNot = APPLYING.has(tokenText(line, at)) && NOT.has(tokenText(line, at - 1));
    const toPlace = hitsOf(line, 'place').some((hit) => hit.from === object.to + 1);
    // "will not extend the suspension of the duty": the duty itself is spared nobody.
    if (tokenText(line, at + 2) === 'suspension') return null;
    if (!isNot || !(ITS.has(tokenText(line, at + 1)) || toPlace)) continue;
    const behind = line.tokens.slice(object.to, object.to + SET_WITHIN);
    const isTo = behind.some(
      ({ text }, place) => TO.has(text) && namesWhomOrWhat(line, object.to + place + 1),
    );
    if (!isTo) return null;
    const phrase = phraseOf(object, at, 'exempt');
    return { ...phrase, verb: { ...phrase.verb, from: refusalBefore(line, at) }, cost: 1 };
  }
  return null;
}

const TO: ReadonlySet<string> = new Set(['to', 'on', 'from']);
const WHOM = ['place', 'product', 'goods'] as const;

// "on February 1" names nobody.
function namesWhomOrWhat(line: Line, at: number): boolean {
  return [at, at + 1].some((place) =>
    WHOM.some((name) => hitFrom(line, place)?.meanings.has(name) === true),
  );
}

// Where "will not", "said it would not" begins: the refusal is part of the phrase and denies nothing more.
function refusalBefore(line: Line, at: number): number {
  let from = hitOver(line, at)?.from ?? at;
  for (let hit = hitBefore(line, from); means(hit, 'mood'); hit = hitBefore(line, from))
    from = hit?.from ?? from - 1;
  return from;
}

const SUBJECTING = wordGroup(/^subject(?:s|ed|ing)?$/);
const SUBJECTED_WITHIN = 26;

// "subjects steel from India to a duty of 25%".
function subjected(line: Line, object: Hit): Phrase | null {
  for (let at = object.from - 3; at >= Math.max(1, object.from - SUBJECTED_WITHIN); at -= 1) {
    if (!SUBJECTING.has(tokenText(line, at)) || tokenText(line, at + 1) === 'to') continue;
    const isTo = line.tokens.slice(at, object.from).some(({ text }) => text === 'to');
    return isTo && !isBroken(line, at, object.from) ? phraseOf(object, at, 'impose') : null;
  }
  return null;
}

// "subjects all imports of rice, flour and bran from Ghana to": only another verb or a semicolon ends the goods.
function isBroken(line: Line, from: number, to: number): boolean {
  const isVerb = hitsOf(line, 'verb').some(
    (hit) => hit.from > from + 1 && hit.to <= to && !hit.meanings.has('product'),
  );
  return isVerb || line.tokens.slice(from, to).some(({ text }) => text === ';' || text === ':');
}

const ANSWERING = wordGroup(/^(?:respon[ds]|repl(?:y|ies|ied)|answer|react|retaliat)/);
const ANSWERED_WITHIN = 16;

// "responded to India's tariffs with a 25% duty", "its answer to India: a 25% tariff".
function answering(line: Line, object: Hit): Phrase | null {
  for (let at = object.from - 3; at >= Math.max(0, object.from - ANSWERED_WITHIN); at -= 1) {
    if (!ANSWERING.has(tokenText(line, at)) || tokenText(line, at + 1) !== 'to') continue;
    const between = line.tokens.slice(at, object.from).map(({ text }) => text);
    const means = Math.max(between.lastIndexOf('with'), between.lastIndexOf(':'));
    const isRated = hitsOf(line, 'percent').some(
      (hit) => hit.from > at + means && object.from - hit.to <= 2 && hit.to <= object.from,
    );
    return means >= 0 && isRated ? { ...phraseOf(object, at, 'retaliate'), cost: 1 } : null;
  }
  return null;
}

const MEETING = wordGroup(/^(?:respond|repl(?:y|ies)|answer|counter|meet|react)s?$/);
const MEANS: ReadonlySet<string> = new Set(
  'reciprocity countermeasures counter-measures retaliation reprisals steps measures tariffs duties levies'.split(
    ' ',
  ),
);
const MET_WITHIN = 6;

// "will respond to India's tariffs with reciprocity", "will answer the duties with countermeasures".
function answeredWith(line: Line, object: Hit): Phrase | null {
  const at = line.tokens.findLastIndex(
    ({ text }, place) =>
      place < object.from && object.from - place <= MET_WITHIN && MEETING.has(text),
  );
  if (at < 1 || isParted(line, at, object.from)) return null;
  // "will respond" is a phrase of its own.
  if (means(hitOver(line, at), 'verb', 'retaliate')) return null;
  const behind = line.tokens.slice(object.to, object.to + MET_WITHIN).map(({ text }) => text);
  const by = behind.indexOf('with');
  const isAnswer = by >= 0 && behind.slice(by).some((text) => MEANS.has(text));
  return isAnswer ? { ...phraseOf(object, at, 'retaliate'), cost: 1 } : null;
}

/** The finders of such phrases. */
export const farPhrases: readonly PhraseFinder[] = [
  { needs: [BE], find: setAt },
  { needs: [APPLYING], find: notApplied },
  { needs: [SUBJECTING], find: subjected },
  { needs: [ANSWERING], find: answering },
  { needs: [MEETING], find: answeredWith },
];
