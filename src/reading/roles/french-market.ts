// Where a tariff is charged, by the French word for "in": "Poids lourds : 25 % de droits de douane aux Etats-Unis". In: a line, a place
// of it, the step told there. Out: yes or no.
import type { PlaceGroup } from '../places/read-places.ts';
import type { Step } from '../steps/find-steps.ts';
import type { Line } from '../words/scene.ts';

const FRENCH_IN: ReadonlySet<string> = new Set(['aux', 'au', 'a']);
const BESIDE: ReadonlySet<string> = new Set(['origin', 'object']);

/** True for the last place of a title without a verb, which the word for "in" leads to. */
export function isFrenchMarket(
  line: Line,
  group: PlaceGroup,
  groups: readonly PlaceGroup[],
  { family, about }: Step,
): boolean {
  if (line.lang !== 'fr' || family !== 'nominal' || about === 'deal') return false;
  if (!FRENCH_IN.has(group.preposition) || group !== groups.at(-1)) return false;
  return groups.every((other) => other === group || BESIDE.has(other.role));
}
