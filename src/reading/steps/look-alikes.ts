// Words of the verb lists that are nouns or adjectives where they stand: "the Steel Institute", "aluminium strip", "frozen
// chicken". In: a verb and what it would be done to. Out: yes or no.
import { hitBefore, hitFrom, hitsOf, tokenText } from '../words/scene.ts';
import { lastPlaceOf, placeOf, wordGroup } from '../words/word-groups.ts';
import type { Pair } from './pair.ts';

const HELPING = /^(?:to|will|would|may|might|could|should|must|can|and|not|shall)$/;
const ISSUE = /^issues?$/;
const FELT = /^(?:for|harder|hardest)$/;
const SAYING =
  /^(?:warns?|says|sees|cuts|flags|expects|raises|lowers|beats|to|will|may|could|shares|stock)$/;

/** True for "says the Steel Institute", where nothing helps the verb, "progress on tariff issues" and a shop called Target. */
export function isMereNoun({ line, verb, object }: Pair): boolean {
  const word = tokenText(line, verb.from);
  if (line.lang !== 'en') return false;
  if (ISSUE.test(word)) return object.to === verb.from && verb.to - verb.from === 1;
  // "a hit for carmakers from tariffs", "tariffs could hit harder": felt, and not laid.
  if (word === 'hit') return FELT.test(tokenText(line, verb.to)) && verb.to - verb.from === 1;
  // "Target warns tariffs could bite": a name, which another verb follows.
  if (word === 'target' && verb.from === 0) return SAYING.test(tokenText(line, verb.to));
  return word === 'institute' && !HELPING.test(tokenText(line, verb.from - 1));
}

/** True for "a duty on aluminium strip": behind the name of a metal the word names a shape. */
export function isMetalStrip({ line, verb }: Pair): boolean {
  if (line.lang !== 'en' || tokenText(line, verb.from) !== 'strip') return false;
  const before = hitBefore(line, verb.from);
  return before?.meanings.has('product') === true || SHAPED.test(tokenText(line, verb.from - 1));
}

const SHAPED = /^(?:rolled|coated|plated|galvani[sz]ed|steel|led|film)$/;
const BEFORE_NOUN = /^(?:a|an|the|very|of|on|this|that|such|in)$/;

/** True for "a tariff on a narrow category of chips": the adjective narrows nothing. */
export function isNarrowNoun({ line, verb }: Pair): boolean {
  if (line.lang !== 'en' || !/^narrow(?:er)?$/.test(tokenText(line, verb.from))) return false;
  return BEFORE_NOUN.test(tokenText(line, verb.from - 1));
}

const COUNTING =
  /^(?:a|an|the|first|second|third|new|latest|next|another|broader|wider|fresh|sweeping)$/;

/** True for "delays its first set of tariffs": some of them, and none is set. */
export function isSetOf({ line, verb }: Pair): boolean {
  if (line.lang !== 'en' || tokenText(line, verb.from) !== 'set') return false;
  return tokenText(line, verb.to) === 'of' && COUNTING.test(tokenText(line, verb.from - 1));
}

/** True for "a tariff on frozen chicken": the adjective of food stops nothing. */
export function isFrozenFood({ line, verb }: Pair): boolean {
  if (line.lang !== 'en' || tokenText(line, verb.from) !== 'frozen') return false;
  return verb.to - verb.from === 1 && hitFrom(line, verb.to)?.meanings.has('product') === true;
}

/** True for "pays 50%, and has stopped hiring": what stops is told behind the verb. */
export function isElseStopped({ line, verb, object }: Pair): boolean {
  return line.lang === 'en' && object.to <= verb.from && tokenText(line, verb.to).endsWith('ing');
}

/** True for "Trump's steel levy", "the 25% levy": a noun, which another verb is about. */
export function isLevyNoun({ line, verb, object }: Pair): boolean {
  if (line.lang !== 'en' || tokenText(line, verb.from) !== 'levy' || object.from < verb.to)
    return false;
  const before = hitBefore(line, verb.from);
  const isNamed = before !== undefined && NAMING.some((name) => before.meanings.has(name));
  return isNamed || tokenText(line, verb.from - 1) === "'s";
}

const NAMING = ['product', 'percent', 'goods'] as const;

/** True for "tariffs could cut into profits": what is cut into is no tariff. */
export function isCutInto({ line, verb }: Pair): boolean {
  return line.lang === 'en' && tokenText(line, verb.to) === 'into';
}

const CONTRACT = wordGroup(
  /^(?:contracts?|subscriptions?|flights?|trips?|visits?|meetings?|concerts?|purchases?|partnerships?|orders?)$/,
);

/** True for "cancels satellite contract in tariff protest": what is ended stands between. */
export function isContract({ line, verb, object }: Pair): boolean {
  if (line.lang !== 'en' || object.from < verb.to) return false;
  const at = placeOf(line, CONTRACT, verb.to, object.from);
  return at >= 0 && BESIDE.has(tokenText(line, at + 1));
}

const BESIDE: ReadonlySet<string> = new Set([
  'in',
  'amid',
  'over',
  'after',
  'as',
  'because',
  'due',
]);

const EXPLAINING = /^(?:clarif|explain|address|detail|guid|on$|about$)/;

/** True for "clarifies stacking of tariffs": what it is about, and nothing is put on top. */
export function isStackingNoun({ line, verb }: Pair): boolean {
  if (line.lang !== 'en' || tokenText(line, verb.from) !== 'stacking') return false;
  return EXPLAINING.test(tokenText(line, verb.from - 1));
}

/** True for "reach a deal", "reach consumers": only a rate that is reached raises the tariff, "could reach 250%". */
export function isReached({ line, verb }: Pair): boolean {
  if (line.lang !== 'en' || !/^reach(?:es)?$/.test(tokenText(line, verb.to - 1))) return false;
  return !hitsOf(line, 'percent').some((hit) => hit.from - verb.to <= 1 && hit.from >= verb.to);
}

const FORECAST = wordGroup(
  /^(?:forecasts?|outlooks?|estimates?|projections?|guidance|expectations?|ratings?)$/,
);

/** True for "cuts world growth forecast on tariffs": what is cut stands between. */
export function isForecast({ line, verb, object }: Pair): boolean {
  return (
    line.lang === 'en' &&
    object.from >= verb.to &&
    placeOf(line, FORECAST, verb.to, object.from) >= 0
  );
}

const FIRMS = wordGroup(
  /^(?:business(?:es)?|firms|companies|exporters?|importers?|makers?|\w+makers|manufacturers?|retailers?|sellers?|traders?|suppliers?|shippers?|growers?|farmers?|investors?|industry|industries|consumers?|shoppers?)$/,
);
const FIRMS_WITHIN = 5;

/** True for "Chilean firms scramble to respond to tariffs": only states answer with tariffs. */
export function isAnswerOfFirms({ line, verb }: Pair): boolean {
  if (line.lang !== 'en') return false;
  const at = lastPlaceOf(line, FIRMS, Math.max(0, verb.from - FIRMS_WITHIN), verb.from);
  return (
    at >= 0 &&
    !line.hits.some((hit) => hit.from > at && hit.to <= verb.from && hit.meanings.has('place'))
  );
}
