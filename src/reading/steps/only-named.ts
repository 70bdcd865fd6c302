// Verbs of a clause that only names why something is done, or which measure hurts somebody. In: a line and a verb of it. Out: yes or no.
import type { Hit } from '../words/lexicon.ts';
import { hitsOf, isParted, type Line, tokenText } from '../words/scene.ts';
import { lastPlaceOf, wordGroup } from '../words/word-groups.ts';

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

/** True for "aid for firms affected by the countermeasures Chile has announced": whom a measure hurts tells which one it is. */
export function isWhatAffects(line: Line, verb: Hit): boolean {
  if (line.lang !== 'en') return false;
  const at = lastPlaceOf(line, AFFECTED, verb.from - AFFECTED_WITHIN, verb.from);
  return at > 0 && tokenText(line, at + 1) === 'by' && !isParted(line, at, verb.from);
}

const HAVING: ReadonlySet<string> = new Set(['has', 'have', 'had']);
const WHICH: ReadonlySet<string> = new Set(['which', 'who']);

/** True for "Laos, which has struck a deal, pays 20%": what somebody has done before only tells who he is. */
export function isWhatOneDid(line: Line, { from }: Hit): boolean {
  return (
    line.lang === 'en' &&
    HAVING.has(tokenText(line, from - 1)) &&
    WHICH.has(tokenText(line, from - 2)) &&
    tokenText(line, from - 3) === ','
  );
}

/** True for "the Generalized System of Preferences, which lets goods enter": what a relief named before does for everybody. */
export function isWhatReliefDoes(line: Line, { from }: Hit): boolean {
  if (line.lang !== 'en' || tokenText(line, from - 1) !== 'which') return false;
  const comma = from - 2;
  return tokenText(line, comma) === ',' && hitsOf(line, 'relief').some(({ to }) => to === comma);
}
