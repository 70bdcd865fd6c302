// Sparing that lets nobody off the tariff that is told: of something worse, or only those who are named behind "but". In: a verb and
// the tariff. Out: yes or no. English only.
import { hitsOf, tokenText } from '../words/scene.ts';
import { lastPlaceOf, wordGroup } from '../words/word-groups.ts';
import type { Pair } from './pair.ts';

const BUT = wordGroup('but though although');

/** True for "duty on glass excluding mirrors" and for "tariff will be 100%, but firms that build here are exempt": the tariff is what is told. */
export function isExceptionBehind({ line, verb, object }: Pair): boolean {
  if (line.lang !== 'en' || object.to > verb.from) return false;
  // "duty on glass excluding mirrors": a preposition, unless it is said of somebody ("is excluding").
  const isPreposition = tokenText(line, verb.from) === 'excluding';
  if (isPreposition && !SAID_OF.test(tokenText(line, verb.from - 1))) return true;
  const at = lastPlaceOf(line, BUT, object.to, verb.from);
  return at >= 0 && hitsOf(line, 'percent').some((hit) => hit.to <= at);
}

const SAID_OF = /^(?:is|are|was|were|be|been|by|for|of|with|from|consider\w*|weigh\w*|mull\w*|'s)$/;

const UNLESS: ReadonlySet<string> = new Set(['unless', 'otherwise']);
const UNLESS_WITHIN = 2;

/** True for "applies to all goods, unless specifically exempt": nobody is let off by it. */
export function isUnlessExempt({ line, verb }: Pair): boolean {
  if (line.lang !== 'en') return false;
  return line.tokens
    .slice(Math.max(0, verb.from - UNLESS_WITHIN), verb.from)
    .some(({ text }) => UNLESS.has(text));
}

const WORST_WITHIN = 6;

/** True for "spares the metal from the worst with a 50% duty on wire": spared of something worse, and not of the duty. */
export function isFromWorst({ line, verb, object }: Pair): boolean {
  if (line.lang !== 'en' || object.from < verb.to) return false;
  const between = line.tokens.slice(verb.to, Math.min(object.from, verb.to + WORST_WITHIN));
  // "spares Chile the worst of the tariffs" lets it off in part.
  const at = between.findIndex(({ text }) => text === 'worst');
  return at >= 0 && between[at + 1]?.text !== 'of';
}
