// Whom earlier measures hit that a step follows: "announces new tariffs following duties on Peru and Chile". In: a line and a place
// in it. Out: yes or no. English only.
import type { PlaceGroup } from '../places/read-places.ts';
import { hitsOf, isParted, type Line } from '../words/scene.ts';
import { lastPlaceOf, wordGroup } from '../words/word-groups.ts';

const FOLLOWING = wordGroup('following');
const ON: ReadonlySet<string> = new Set(['on', 'against', 'at']);
const FOLLOWED_WITHIN = 9;

/** True for a place behind the tariff that another tariff follows. */
export function isHitBefore(line: Line, { from, preposition }: PlaceGroup): boolean {
  if (line.lang !== 'en' || !ON.has(preposition)) return false;
  const at = lastPlaceOf(line, FOLLOWING, Math.max(1, from - FOLLOWED_WITHIN), from);
  if (at < 0 || isParted(line, at, from)) return false;
  const tariffs = hitsOf(line, 'tariff');
  return (
    tariffs.some((hit) => hit.to <= at) && tariffs.some((hit) => hit.from > at && hit.to < from)
  );
}
