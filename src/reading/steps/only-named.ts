// Verbs of a clause that only names why something is done, or which measure hurts somebody. In: a line and a verb of it. Out: yes or no.
import type { Hit } from '../words/lexicon.ts';
import { hitsOf, isParted, type Line, tokenText } from '../words/scene.ts';
import { lastPlaceOf, placeOf, wordGroup } from '../words/word-groups.ts';

const BECAUSE: ReadonlySet<string> = new Set(['因', '为', '為']);
const AT: ReadonlySet<string> = new Set(['对', '對', '向']);

/** True for "印度因补贴对泰国加征关税": who acts stands before the reason, on whom behind it, and nobody within it; the verb is his. */
export function isOwnReason(line: Line, hit: Hit, verb: Hit): boolean {
  if (line.lang !== 'zh' || !BECAUSE.has(tokenText(line, hit.from))) return false;
  const at = line.tokens.findIndex(
    ({ text }, place) => place >= hit.to && place < verb.from && AT.has(text),
  );
  const isPlace = ({ meanings }: Hit): boolean => meanings.has('place');
  return (
    at >= 0 &&
    line.hits.some((other) => isPlace(other) && other.to <= hit.from) &&
    !line.hits.some((other) => isPlace(other) && other.from >= hit.to && other.to <= at)
  );
}

const AFFECTED = wordGroup('affected impacted hurt harmed');
const AFFECTED_WITHIN = 16;

// "aid for firms affected by the countermeasures Chile has announced": whom a measure hurts tells which one it is.
function isWhatAffects(line: Line, verb: Hit): boolean {
  if (line.lang !== 'en') return false;
  const at = lastPlaceOf(line, AFFECTED, verb.from - AFFECTED_WITHIN, verb.from);
  return at > 0 && tokenText(line, at + 1) === 'by' && !isParted(line, at, verb.from);
}

const HAVING: ReadonlySet<string> = new Set(['has', 'have', 'had']);
const WHICH: ReadonlySet<string> = new Set(['which', 'who']);

// "Laos, which has struck a deal, pays 20%": what somebody has done before only tells who he is.
function isWhatOneDid(line: Line, { from }: Hit): boolean {
  return (
    line.lang === 'en' &&
    HAVING.has(tokenText(line, from - 1)) &&
    WHICH.has(tokenText(line, from - 2)) &&
    tokenText(line, from - 3) === ','
  );
}

// "the Generalized System of Preferences, which lets goods enter": what a relief named before does for everybody.
function isWhatReliefDoes(line: Line, { from }: Hit): boolean {
  if (line.lang !== 'en' || tokenText(line, from - 1) !== 'which') return false;
  const comma = from - 2;
  return tokenText(line, comma) === ',' && hitsOf(line, 'relief').some(({ to }) => to === comma);
}

const MAIN = wordGroup('must should cannot');
const MAIN_WITHIN = 10;

// "the surcharge brought in after the ruling must not hurt Japan": the participle only says which surcharge.
function isWhichOne(line: Line, verb: Hit): boolean {
  if (line.lang !== 'en' || line.isTitle) return false;
  const isOfNoun = hitsOf(line, 'tariff').some(({ to }) => to === verb.from);
  if (!isOfNoun || !/^(?:after|by|under|in|last)$/.test(tokenText(line, verb.to))) return false;
  const main = placeOf(line, MAIN, verb.to);
  return main >= 0 && main - verb.to <= MAIN_WITHIN && !isParted(line, verb.to, main);
}

// "vow to keep fighting tariffs that hit distillers": which tariffs they fight.
function isWhatTariffsDo(line: Line, { from }: Hit): boolean {
  const isRelative = line.lang === 'en' && line.isTitle && tokenText(line, from - 1) === 'that';
  return isRelative && hitsOf(line, 'tariff').some(({ to }) => to === from - 1);
}

const ONLY_NAMED = [
  isWhatAffects,
  isWhatOneDid,
  isWhatReliefDoes,
  isWhichOne,
  isWhatTariffsDo,
] as const;

/** True for a verb that only tells which tariff, which relief or which state is meant. */
export function isOnlyNamed(line: Line, verb: Hit): boolean {
  return ONLY_NAMED.some((only) => only(line, verb));
}
