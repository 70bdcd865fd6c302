// Lower tariffs that a state buys with something else: "pledges $300bn in exchange for lower tariffs", "opens its beef market to
// win lower US tariffs". In: an English sentence and a tariff of it. Out: whether it is only what is bargained for, and the step.
import type { VerbObject } from '../objects/verb-object.ts';
import type { Hit } from '../words/lexicon.ts';
import { hitBefore, isParted, type Line, means, tokenText } from '../words/scene.ts';
import { lastPlaceOf, says, wordGroup } from '../words/word-groups.ts';
import { type Phrase, phraseOf } from './phrase.ts';

/** A sentence without one of them buys nothing. */
const PRICES = wordGroup('exchange return win secure get gain obtain earn clinch');
const TRADED: ReadonlySet<string> = new Set(['exchange', 'return']);
const LOWER = /^(?:lower|reduced|smaller|softer|zero|relief|reduction|cuts?|exemptions?)$/;
const PRICED_WITHIN = 6;
/** "is set to win": what is coming, and not what something else is given for. */
const COMING =
  /^(?:set|likely|poised|about|due|going|expected|seek|seeks|try|tries|hope|hopes|want|wants|fails?|failed|bid|push|race|races)$/;

/** Where the words begin that name the tariff as the price of something else; -1 where it is none. */
export function priceOf(line: Line, object: Hit): number {
  if (line.lang !== 'en' || !says(line, PRICES)) return -1;
  const at = lastPlaceOf(line, PRICES, Math.max(2, object.from - PRICED_WITHIN), object.from);
  if (at < 0 || isParted(line, at, object.from)) return -1;
  if (!line.tokens.slice(at, object.to).some(({ text }) => LOWER.test(text))) return -1;
  if (TRADED.has(tokenText(line, at)))
    return tokenText(line, at - 1) === 'in' && tokenText(line, at + 1) === 'for' ? at - 1 : -1;
  if (tokenText(line, at - 1) !== 'to' || COMING.test(tokenText(line, at - 2))) return -1;
  // "Japan to win lower tariffs", "Kenyan tea to get zero duty".
  const before = hitBefore(line, at - 1);
  const isWhoGains = GAINERS.some((name) => before?.meanings.has(name) === true);
  return isWhoGains && !isBought(line, at - 1) ? -1 : at - 1;
}

const GAINERS = ['place', 'product', 'goods'] as const;

// "to buy more from the US to win lower tariffs".
function isBought(line: Line, at: number): boolean {
  return (
    line.hits.some((hit) => hit.to < at && hit.meanings.has('verb')) ||
    line.tokens.slice(0, at).some(({ text }) => text === 'to')
  );
}

/** True for a tariff that a verb only tells as the price of what it is about. */
export function isPriceOnly({
  line,
  verb,
  object,
  family,
}: VerbObject & { readonly line: Line; readonly verb: Hit }): boolean {
  if (family === 'seek' || family === 'avert') return false;
  const from = priceOf(line, object);
  return from > 0 && verb.from < object.to && !means(verb, 'verb', 'deny');
}

const ASKING =
  /^(?:offer|seek|sought|propos|hop(?:e|es|ing)$|want|aim|try|tries|tried|may$|could$|would$)/;

/** "pledges $300bn in exchange for lower tariffs" tells a bargain, "offers" and "to win" a wish. */
export function bargained(line: Line, object: Hit): Phrase | null {
  const from = priceOf(line, object);
  if (from < 0) return null;
  const isWish =
    tokenText(line, from) === 'to' ||
    line.tokens.slice(0, from).some(({ text }) => ASKING.test(text));
  if (isWish) return { ...phraseOf(object, from + 1, 'seek', 'relief'), cost: 3 };
  const phrase = phraseOf(object, from + 1, 'reach', 'deal');
  // Who gives for it gains it.
  const meanings = new Map([...phrase.verb.meanings, ['gainer', ['gainer']] as const]);
  return { ...phrase, verb: { ...phrase.verb, meanings }, cost: 3 };
}

/** What every such sentence says. */
export { PRICES };
