// With whom the states trade that a tariff hits: "tariffs on countries importing Venezuelan oil", "on nations that trade with Cuba". In:
// an English line and a place in it. Out: whether it is only named so; it neither lays the tariff nor bears it.
import type { PlaceGroup } from '../places/read-places.ts';
import { type Line, tokenText } from '../words/scene.ts';
import { lastPlaceOf, wordGroup } from '../words/word-groups.ts';

const DEALING = wordGroup(
  'importing import imports buying buy buys purchasing purchase purchases acquiring acquire trading trade trades business supplying supply supplies selling sell sells shipping',
);
const DEALING_WITHIN = 6;
const STATES: ReadonlySet<string> = new Set(
  'countries nations states economies those anyone country nation governments partners'.split(' '),
);
const BETWEEN: ReadonlySet<string> = new Set(
  'that which who directly or indirectly still doing do does any'.split(' '),
);
const BETWEEN_WITHIN = 5;

/** True for "Venezuelan" in "on countries importing Venezuelan oil". */
export function isPartnerOfHit(line: Line, group: PlaceGroup): boolean {
  if (line.lang !== 'en') return false;
  const at = lastPlaceOf(line, DEALING, Math.max(0, group.from - DEALING_WITHIN), group.from);
  if (at < 0) return false;
  const isPlain = line.tokens
    .slice(at, group.from)
    .every(({ kind, text }) => kind === 'word' && text !== 'on');
  for (let back = at - 1; isPlain && back >= Math.max(0, at - BETWEEN_WITHIN); back -= 1) {
    if (STATES.has(tokenText(line, back))) return true;
    if (!BETWEEN.has(tokenText(line, back))) return false;
  }
  return false;
}
