// Deals that are not made yet: wanted, near, or only what a tariff waits for. In: a line, a verb of it and the deal. Out: yes or
// no.
import type { VerbObject } from '../objects/verb-object.ts';
import type { Hit } from '../words/lexicon.ts';
import { hitsOf, isParted, type Line, tokenText } from '../words/scene.ts';
import { says, wordGroup } from '../words/word-groups.ts';
import { isOrLed } from './held-abroad.ts';

const OR = wordGroup('or');
/** What stands behind the "or" of an ultimatum. */
export const ELSE: ReadonlySet<string> = new Set([
  'face',
  'see',
  'pay',
  'risk',
  'be',
  'suffer',
  'bear',
  'get',
  'expect',
  'else',
]);

/** "tells India to sign a deal or face a 25% tariff": no deal is reached. */
export function isEitherOr(line: Line, deal: Hit): boolean {
  if (line.lang !== 'en') return isOrLed(line, deal);
  return (
    says(line, OR) &&
    line.tokens.some(
      ({ text }, at) => at >= deal.to && text === 'or' && ELSE.has(tokenText(line, at + 1)),
    )
  );
}

const AHEAD =
  /^(?:must|until|needs?|deadline|hours?|days?|weeks?|months?|yet|fail(?:s|ed|ing)?|unable|scrambl(?:e|es|ed|ing)|rac(?:e|es|ed|ing)|rush(?:es|ed|ing)?|hurr(?:y|ies|ied|ying)|struggl(?:e|es|ed|ing)|tr(?:y|ies|ied|ying)|works?|working|hop(?:e|es|ed|ing)|press(?:ed|ing)?|wants?|chance|time|without|before|obliged|ordered|urged|told|pressure|pushing|efforts?|seek(?:s|ing)?|fight(?:s|ing)?|battl(?:es|ing)|window)$/;
const DEAL_AHEAD_WITHIN = 9;

// "must sign a deal with Brazil or", "is scrambling to reach a deal before": none is reached yet.
function isDealAhead(line: Line, verb: Hit): boolean {
  if (line.lang !== 'en') return false;
  const [last, before] = [tokenText(line, verb.from - 1), tokenText(line, verb.from)];
  if (last === 'must' || isUnlessBefore(line, verb.from)) return true;
  if (last !== 'to' && before !== 'to') return false;
  const from = Math.max(0, verb.from - DEAL_AHEAD_WITHIN);
  const at = line.tokens.findLastIndex(
    ({ text }, place) => place >= from && place < verb.from && AHEAD.test(text),
  );
  return at >= 0 && !isParted(line, at, verb.from) && !hasCommaBetween(line, at, verb.from);
}

/** "is scrambling to reach a deal before a 25% tariff takes effect": the deal may still avert it. */
export function isBeforeDeal(line: Line, verb: Hit, { family, object }: VerbObject): boolean {
  if (line.lang !== 'en' || family !== 'start') return false;
  const before = line.tokens.findLastIndex(({ text }, at) => at < object.from && text === 'before');
  const deal = hitsOf(line, 'deal').findLast((hit) => hit.to <= before);
  return (
    deal !== undefined &&
    verb.from > before &&
    hitsOf(line, 'verb').some((hit) => hit.to <= deal.from && isDealAhead(line, hit))
  );
}

/** A deal that is ahead, or that a condition speaks of: "take effect unless a deal is reached". */
export function isDealOpen(line: Line, verb: Hit, deal: Hit): boolean {
  if (line.lang !== 'en') return false;
  return isDealAhead(line, verb) || isUnlessBefore(line, deal.from) || isTalkedOf(line, deal);
}

const TALKS = wordGroup('talks negotiations discussions');

// "begin trade deal talks", "start negotiations on a trade deal".
function isTalkedOf(line: Line, deal: Hit): boolean {
  if (!says(line, TALKS)) return false;
  const before = line.tokens.slice(Math.max(0, deal.from - TALKED_WITHIN), deal.from);
  return TALKS.has(tokenText(line, deal.to)) || before.some(({ text }) => TALKS.has(text));
}

const TALKED_WITHIN = 3;
const UNLESS_WITHIN = 4;

// "unless a deal is reached", "if deal is struck".
function isUnlessBefore(line: Line, at: number): boolean {
  return line.tokens
    .slice(Math.max(0, at - UNLESS_WITHIN), at)
    .some(({ text }) => text === 'unless' || text === 'if' || text === 'until');
}

function hasCommaBetween(line: Line, from: number, to: number): boolean {
  return line.tokens.slice(from, to).some(({ text }) => text === ',');
}

const NEARING = /^(?:near|nears|nearing|closer|towards?|verge|cusp|brink)$/;

/** "inches closer to a deal to cut tariffs", "a deal is within reach": it is near, and nothing is agreed. */
export function isDealNear(line: Line): boolean {
  if (line.lang !== 'en' || !line.classes.has('deal')) return false;
  if (!line.isTitle) return isNearInText(line);
  return line.tokens.some(
    ({ text }, at) =>
      NEARING.test(text) ||
      (text === 'reach' && tokenText(line, at - 1) === 'within') ||
      (text === 'sight' && tokenText(line, at - 1) === 'in') ||
      (text === 'close' && tokenText(line, at + 1) === 'to'),
  );
}

const NEAR_WITHIN = 5;

// "is on the brink of securing a deal": in a text the deal stands right behind.
function isNearInText(line: Line): boolean {
  return hitsOf(line, 'deal').some((deal) =>
    line.tokens
      .slice(Math.max(0, deal.from - NEAR_WITHIN), deal.from)
      .some(({ text }) => /^(?:verge|brink|cusp|closer|nearing|nears)$/.test(text)),
  );
}

/** True for "implementing the deal", "signs order implementing the deal": it was made before. */
export function isOldDeal(line: Line, verb: Hit, { object }: VerbObject, about: string): boolean {
  if (about !== 'deal' || line.lang !== 'en') return false;
  return line.tokens.slice(verb.from, object.from).some(({ text }) => text.startsWith('implement'));
}
