// Figures of a list whose verb is told once: "Coffee now pays 9%, maize 7.2% and sugar up to 14%", "from 10% on petrol, 7% on
// diesel". In: an English sentence and two figures of it, one behind the other. Out: whether the second is told as the first is.
import { hitsOf, type Line, tokenText } from '../words/scene.ts';
import type { Percent } from './printed-numbers.ts';
import type { RateAt } from './rate-at.ts';

const JOINERS = /^(?:,|and|while)$/;
const CALLED = /^(?:caps?|share|limit)$/;
const MEASURING = /^(?:up|to|at|about|around|some|just|only|as|much)$/;
const GAPPED_WITHIN = 8;
const ANEW = ['verb', 'gainer', 'saying', 'mood', 'tariff', 'oldrate'] as const;

/** Nothing but a joiner and goods stand between: "9%, maize 7.2%". */
export function isGapped(line: Line, first: Percent, second: Percent): boolean {
  if (line.lang !== 'en' || second.from - first.to > GAPPED_WITHIN) return false;
  // "a 13 percent cap, wire rod 15"
  const joint = CALLED.test(tokenText(line, first.to)) ? first.to + 1 : first.to;
  let end = second.from;
  while (MEASURING.test(tokenText(line, end - 1))) end -= 1;
  if (!JOINERS.test(tokenText(line, joint)) || tellsAnew(line, first.to, end)) return false;
  // "beef up to 10%" looks like a verb.
  if (tokenText(line, end - 1) === 'beef') return true;
  return hitsOf(line, 'product').some((hit) => hit.from > first.to && hit.to === end);
}

const ON: ReadonlySet<string> = new Set(['on', 'for']);
const ON_WITHIN = 16;

/** "from 10 per cent on petrol and naphtha, 7 per cent on diesel". */
export function isOnFurther(line: Line, first: Percent, second: Percent): boolean {
  if (line.lang !== 'en' || second.from - first.to > ON_WITHIN) return false;
  if (!ON.has(tokenText(line, first.to)) || !ON.has(tokenText(line, second.to))) return false;
  return JOINERS.test(tokenText(line, second.from - 1)) && !tellsAnew(line, first.to, second.from);
}

/** "its share fell from 61% to 39%": where it fell to is no rate either. */
export function isEndOfFall(line: Line, first: Percent, second: Percent): boolean {
  return (
    line.lang === 'en' &&
    tokenText(line, first.from - 1) === 'from' &&
    tokenText(line, first.to) === 'to' &&
    second.from - first.to === 1
  );
}

const EASED: ReadonlySet<string> = new Set(['reduced', 'removed', 'proposed']);

/** "to zero from March 9: from 10 per cent on petrol": where it goes to stands before. */
export function isFromBehindTo({ line, percent, all, lead }: RateAt): boolean {
  if (line.lang !== 'en' || !EASED.has(lead.action)) return false;
  if (tokenText(line, percent.from - 1) !== 'from' || tokenText(line, percent.to) === 'to')
    return false;
  return (
    hitsOf(line, 'zerorate').some(({ to }) => to <= percent.from) ||
    all.some(({ from, to }) => to <= percent.from && tokenText(line, from - 1) === 'to')
  );
}

/** "to go to between 4% and 10% from 3% to 7%": both ends of what it was, where a figure stands before them. */
export function isEndOfOldRange(line: Line, first: Percent, second: Percent): boolean {
  if (!isEndOfFall(line, first, second)) return false;
  const before = hitsOf(line, 'percent').findLast(({ to }) => to < first.from);
  return (
    before !== undefined &&
    line.tokens
      .slice(before.to, first.from)
      .every(({ kind, text }) => kind === 'word' && !JOINERS.test(text))
  );
}

function tellsAnew(line: Line, from: number, to: number): boolean {
  return line.hits.some(
    (hit) => hit.from >= from && hit.to <= to && ANEW.some((name) => hit.meanings.has(name)),
  );
}
