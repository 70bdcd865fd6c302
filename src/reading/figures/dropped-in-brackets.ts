// Rates in brackets behind a tariff that goes: "phases out its surcharges (now 2% to 7%) and levies (5%)". In: a percentage in its
// sentence. Out: whether it is the rate of what is dropped. English only.
import { hitOver, hitsOf, isParted, type Line, means, tokenText } from '../words/scene.ts';
import type { RateAt } from './rate-at.ts';

const INSIDE: ReadonlySet<string> = new Set(
  'now currently presently of at to and up - – % percent per cent pct'.split(' '),
);
const BRACKET_WITHIN = 8;

/** True for a rate in brackets behind a tariff, where the last verb before it ends tariffs. */
export function isDroppedInBrackets({ line, percent }: RateAt): boolean {
  if (line.lang !== 'en') return false;
  const open = openingBracket(line, percent.from);
  const tariff = hitOver(line, open - 1);
  if (open < 0 || tariff?.meanings.has('tariff') !== true) return false;
  const verb = hitsOf(line, 'verb').findLast(
    (hit) => hit.to <= tariff.from && !hit.meanings.has('tariff'),
  );
  return (
    verb !== undefined && means(verb, 'verb', 'remove') && !isParted(line, verb.to, tariff.from)
  );
}

function openingBracket(line: Line, from: number): number {
  for (let at = from - 1; at >= Math.max(0, from - BRACKET_WITHIN); at -= 1) {
    if (tokenText(line, at) === '(') return at;
    if (line.tokens[at]?.kind !== 'number' && !INSIDE.has(tokenText(line, at))) return -1;
  }
  return -1;
}
