// How far a verb stands from what it is done to. In: a line, a verb and a noun of it. Out: a cost; over `FARTHEST` for no object.
import type { Hit } from '../words/lexicon.ts';
import { hitFrom, hitOver, hitsOf, isParted, type Line, means, tokenText } from '../words/scene.ts';
import { isBehindAdverbial, lengthOf } from './adverbial-between.ts';
import { behindAside, hasForeignComma, isRateAlone } from './between-verb-and-object.ts';
import { fallsApart, fallsBecauseOf, fallsItself, isCauseBehind } from './falling-verbs.ts';
import { isPromised } from './promised-answer.ts';
import { isEndOf } from './restated-step.ts';
import { isSelfTold } from './self-told.ts';

/** Tokens between a verb and its object. */
export const FARTHEST = 14;

/** A phrase that imposes may also be the noun of another verb: "取消加征关税". */
const NOUN_PRICE = 3;

// Objects stand behind the verb; before it in the passive and in headlines without verbs, at a higher price.
export function objectDistance(line: Line, verb: Hit, object: Hit, family: string): number {
  if (verb === object) {
    if (!isSelfTold(line, family, verb)) return FARTHEST + 1;
    return family === 'impose' ? NOUN_PRICE : 0;
  }
  const isAfter = object.from >= verb.to;
  const [from, to] = isAfter
    ? [behindAside(line, verb.to, object.from), object.from]
    : [object.to, verb.from];
  // A verb behind its noun costs more: there the way is long sooner.
  const isFar = lengthOf(line, from, to) > (isAfter ? FARTHEST : FARTHEST - PASSIVE_PRICE);
  if (isFar && isAfter && isRelativeBetween(line, family, from, to))
    return FARTHEST - PASSIVE_PRICE;
  if (isFar && (isAfter || line.lang !== 'en' || !isListBetween(line, from, to))) {
    return FARTHEST + 1;
  }
  if (isCut(line, from, to)) return FARTHEST + 1;
  if (BEARING.has(tokenText(line, verb.from)) && family === 'impose') {
    return isAfter && to - from <= BORNE_WITHIN ? to - from : FARTHEST + 1;
  }
  if (isAfter && ENDING.has(family) && isMeans(line, from, object)) return FARTHEST + 1;
  // "moves closer to a deal with lower tariffs": what is near is the deal.
  const isDeals = isAfter && family === 'propose' && isMeans(line, from, object);
  if (isDeals && hitsOf(line, 'deal').some((hit) => hit.from >= from && hit.to <= to))
    return FARTHEST + 1;
  if (!isAfter && startsPredicate(line, verb)) return FARTHEST + 1;
  if (!isAfter && hasOwnObject(line, verb) && !isAboutToHit(line, verb, object))
    return FARTHEST + 1;
  // "stocks fall on tariff news": only what falls itself stands before such a verb.
  const isBare = verb.to - verb.from === 1;
  // "sour on tariffs as prices climb": what climbs stands in a clause of its own.
  if (!isAfter && isBare && fallsApart(line, verb, from, to)) return FARTHEST + 1;
  if (isAfter && isBare && fallsItself(line, verb)) return FARTHEST + 1;
  if (isAfter ? fallsBecauseOf(line, verb, from, to) : isCauseBehind(line, object))
    return FARTHEST + 1;
  // "a 25% tariff is likely": a tariff behind the adjective is told by another verb.
  if (isAfter && EXPECTED.test(tokenText(line, verb.to - 1))) return FARTHEST + 1;
  if (isAfter && family !== 'retaliate' && isConditionBetween(line, from, to)) return FARTHEST + 1;
  // "raise prices because of tariffs": the cause is not the object.
  if (
    isAfter &&
    hasCauseBetween(line, from, to) &&
    !(family === 'retaliate' && isPromised(line, verb, to))
  ) {
    return FARTHEST + 1;
  }
  if (isEndOf(line, verb) && (!isAfter || to - from > BORNE_WITHIN - 1 || isTermOf(line, verb)))
    return FARTHEST + 1;
  if (isAfter && CHANGED.has(family) && isMereCause(line, from, to)) return FARTHEST + 1;
  if (isAfter && family !== 'seek' && line.lang === 'en' && hasForeignComma(line, from, to)) {
    return FARTHEST + 1;
  }
  const between = isFar ? FARTHEST - PASSIVE_PRICE : lengthOf(line, from, to);
  const isHike = family === 'avert' && object.meanings.has('verb');
  if (isAfter) return isHike && isRateAlone(line, from, to) ? 0 : between;
  return family === 'start' || family === 'strike' ? between : between + PASSIVE_PRICE;
}

const RELATIVE_WITHIN = 40;

// "暂停实施对原产于加拿大的油菜籽加征的100%关税": in Chinese what a tariff was laid on stands between the verb and the tariff.
function isRelativeBetween(line: Line, family: string, from: number, to: number): boolean {
  if (line.lang !== 'zh' || !ENDING.has(family) || to - from > RELATIVE_WITHIN) return false;
  if (isCut(line, from, to)) return false;
  return hitsOf(line, 'verb').some(
    (hit) =>
      hit.from >= from &&
      hit.to <= to &&
      means(hit, 'verb', 'impose') &&
      tokenText(line, hit.to) === '的',
  );
}

const PASSIVE_PRICE = 3;
const LIST_WITHIN = 28;
const UNLISTED = 8;
const LISTING = [
  'product',
  'place',
  'percent',
  'goods',
  'prep',
  'join',
  'number',
  'tonnes',
  'upto',
] as const;

// "Tariffs of 15% on jets and 25% on tractors, ketchup and rum start on Tuesday": goods, rates and amounts are no distance.
function isListBetween(line: Line, from: number, to: number): boolean {
  if (to - from > LIST_WITHIN || tokenText(line, to) === '') return false;
  let unlisted = 0;
  for (let at = from; at < to; at += 1) {
    if (line.tokens[at]?.kind !== 'word') continue;
    const hit = hitOver(line, at);
    if (hit?.meanings.has('background') === true) return false;
    if (hit === undefined || !LISTING.some((name) => hit.meanings.has(name))) unlisted += 1;
  }
  return unlisted <= Math.min(UNLISTED, (to - from) / 3);
}

/** Verbs whose subject bears the duty or brings it about: the duty stands right behind them. */
const BEARING: ReadonlySet<string> = new Set(
  'prompts prompt prompted attract attracts attracted carry carries incur incurs incurred'.split(
    ' ',
  ),
);
const BORNE_WITHIN = 5;

const ENDING: ReadonlySet<string> = new Set(['remove', 'cut', 'suspend', 'delay', 'strike']);
const MEANS_WITHIN = 5;

// "ends the truce with a 10% tariff": what follows "with" is the means, not what ends.
function isMeans(line: Line, from: number, object: Hit): boolean {
  for (let at = object.from - 1; at > from && object.from - at <= MEANS_WITHIN; at -= 1) {
    if (tokenText(line, at) === 'with') return true;
  }
  return false;
}

const EXPECTED = /^(?:possible|likely|probable|imminent|near)$/;

// A full stop within a name ("S. Korea") parts nothing.
function isCut(line: Line, from: number, to: number): boolean {
  let at = from;
  for (const hit of line.hits) {
    if (hit.to - hit.from < 2 || hit.to <= at || hit.from >= to) continue;
    if (hit.from > at && isParted(line, at, hit.from)) return true;
    at = Math.max(at, hit.to);
  }
  return at < to && isParted(line, at, to);
}

/** "since the tariffs"; "ahead of the tariffs", "the effects of tariffs", which say nothing of the verbs behind them. */
const CAUSES = ['background', 'cause'] as const;

function hasCauseBetween(line: Line, from: number, to: number): boolean {
  if (line.lang === 'en' && hasClauseBetween(line, from, to)) return true;
  // "Brasil suspende as tarifas": in Portuguese the word is an article.
  const isAside = (at: number): boolean => at >= from && tokenText(line, at) === 'as';
  if (line.lang !== 'pt' && (isAside(to - 1) || isAside(to - 2))) return true;
  return CAUSES.some((name) =>
    hitsOf(line, name).some(
      (hit) => hit.from >= from && hit.to <= to && !isBehindAdverbial(line, hit, to),
    ),
  );
}

// "warns of chaos if tariffs are ruled illegal": what it waits for is told in a clause of its own.
function isConditionBetween(line: Line, from: number, to: number): boolean {
  if (line.lang !== 'en') return false;
  return line.tokens.slice(from, to).some(({ text }) => text === 'if' || text === 'unless');
}

/** What follows "as" where it opens no clause: "as part of", "as high as". */
const AS_PHRASE: ReadonlySet<string> = new Set(
  'part well much high low early soon of a an planned promised expected from many long far retaliation punishment response'.split(
    ' ',
  ),
);
const DETERMINERS: ReadonlySet<string> = new Set(
  'some all most the a an its their other existing new certain many further be about around roughly nearly just only almost under'.split(
    ' ',
  ),
);

// "halts plants as car tariffs hit", "delays sales to assess tariffs": a clause of its own stands before the tariff.
function hasClauseBetween(line: Line, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) {
    const [text, next] = [tokenText(line, at), tokenText(line, at + 1)];
    // "cut output as a 15% tariff bites": a rate behind the article is a tariff that acts.
    const isRate = next === 'a' && line.tokens[at + 2]?.kind === 'number';
    const isPhrase = (AS_PHRASE.has(next) && !isRate) || tokenText(line, at - 1) === 'such';
    const opens = hitFrom(line, at)?.meanings.get('clause')?.[0] === 'opening';
    // "scramble as the US ends": right behind the verb only a country opens a clause.
    const isNear = at > from || placeBehind(line, at);
    if (opens && isNear && !(text === 'as' && isPhrase)) return true;
    const isUnknown = line.tokens[at + 1]?.kind === 'word' && hitFrom(line, at + 1) === undefined;
    if (text === 'to' && at > from && at + 1 < to && isUnknown && !DETERMINERS.has(next))
      return true;
  }
  return false;
}

const TERM: ReadonlySet<string> = new Set(
  'by at until before near from till toward towards'.split(' '),
);

// "by the end of the tariff pause": a day, nothing ends.
function isTermOf(line: Line, verb: Hit): boolean {
  return TERM.has(tokenText(line, verb.from - 1)) || TERM.has(tokenText(line, verb.from - 2));
}

const CHANGED: ReadonlySet<string> = new Set(
  'raise cut remove gain threaten propose start open grant seek'.split(' '),
);
const COPING: ReadonlySet<string> = new Set(
  'avoid dodge skirt sidestep circumvent evade bypass offset absorb cover cushion beat'.split(' '),
);
const CAUSE_WITHIN = 4;

// "raise prices due to tariffs", "could cost more under the tariffs", "strengthens industry through tariffs".
function isMereCause(line: Line, from: number, to: number): boolean {
  // "cuts growth forecast on tariffs".
  if (to - from > 1 && tokenText(line, to - 1) === 'on') return true;
  // "plans a plant to avoid tariffs".
  for (let at = Math.max(from, to - CAUSE_WITHIN); at < to; at += 1) {
    if (tokenText(line, at) === 'to' && COPING.has(tokenText(line, at + 1))) return true;
  }
  return hitsOf(line, 'cause').some(
    (hit) =>
      hit.from >= from &&
      hit.to <= to &&
      to - hit.to < CAUSE_WITHIN &&
      !line.hits.some(
        (other) => other.meanings.has('percent') && other.from >= from && other.to <= hit.from,
      ),
  );
}

function placeBehind(line: Line, at: number): boolean {
  const next = hitFrom(line, at + 1) ?? hitFrom(line, at + 2);
  return next?.meanings.has('place') === true;
}

const NO_OBJECT = [
  'month',
  'weekday',
  'relday',
  'now',
  'prep',
  'effective',
  'until',
  'background',
  'clause',
  'percent',
  'number',
] as const;
/** Words behind an infinitive that are no object of it: "to begin next week". */
const ADVERBS: ReadonlySet<string> = new Set(
  'next this that later soon again early late sometime shortly immediately gradually steadily sharply further now then when if unless once as while off out up down back even within despite amid around about'.split(
    ' ',
  ),
);

// "tariff plan to boost local production": an infinitive with an object of its own does nothing to what stands before.
function hasOwnObject(line: Line, verb: Hit): boolean {
  if (tokenText(line, verb.from - 1) !== 'to') return false;
  const next = line.tokens[verb.to];
  if (next === undefined || next.kind !== 'word' || ADVERBS.has(next.text)) return false;
  const behind = hitFrom(line, verb.to);
  return behind === undefined || !NO_OBJECT.some((name) => behind.meanings.has(name));
}

const HITTING: ReadonlySet<string> = new Set(['hit', 'slam']);
const TO_COME: ReadonlySet<string> = new Set(
  'is are was were due of % percent pc per cent on by now still starting'.split(' '),
);

// "tariffs to hit Mexico", "A 10% tariff is to hit Peru": whom the tariff itself is about to hit.
function isAboutToHit(line: Line, verb: Hit, object: Hit): boolean {
  if (line.lang !== 'en' || !HITTING.has(tokenText(line, verb.from))) return false;
  const isStruck = [verb.to, verb.to + 1].some(
    (at) => hitFrom(line, at)?.meanings.has('place') === true,
  );
  const between = line.tokens.slice(object.to, verb.from - 1);
  return isStruck && between.every(({ kind, text }) => kind === 'number' || TO_COME.has(text));
}

// "sees a hit from tariffs, cuts profit forecast": behind a comma a verb takes what follows it.
function startsPredicate(line: Line, verb: Hit): boolean {
  if (line.lang !== 'en' || tokenText(line, verb.from - 1) !== ',') return false;
  const next = line.tokens[verb.to];
  return next?.kind === 'word' && hitFrom(line, verb.to)?.meanings.has('prep') !== true;
}
