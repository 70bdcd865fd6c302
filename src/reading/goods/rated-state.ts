// A title whose first rate is on a whole state: "threatens 50% on the EU, 25% on phones". In: an English line. Out: yes or no.
import { placeGroups } from '../places/read-places.ts';
import { hitsOf, type Line, tokenText } from '../words/scene.ts';

const NEXT_RATE: ReadonlySet<string> = new Set([',', 'and', ';', '&']);
const RATE_WITHIN = 3;

/** True where the first rate is on a state, and the next has goods of its own. */
export function ratesStateBeforeGoods(line: Line): boolean {
  if (line.lang !== 'en') return false;
  const [first, second] = hitsOf(line, 'percent');
  if (first === undefined || second === undefined) return false;
  return placeGroups(line).some(
    ({ role, from, to }) =>
      role === 'object' &&
      from >= first.to &&
      NEXT_RATE.has(tokenText(line, to)) &&
      second.from > to &&
      second.from - to <= RATE_WITHIN &&
      hitsOf(line, 'product').every((product) => product.from > second.from),
  );
}
