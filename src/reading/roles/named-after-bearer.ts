// Tariffs that a headline calls by the country that bears them: "Taiwan tariff cut to 15%" over "Lutnick said", "Canada tariffs
// delayed, Trump says". In: an item and its leading step. Out: the sides, or null where the country named is the one that lays
// them, or where nobody else is told to.
import { isAuthority, type PlaceGroup, placeGroups } from '../places/read-places.ts';
import type { Step } from '../steps/find-steps.ts';
import { type Line, means, type Scene } from '../words/scene.ts';
import type { Sides } from './sides.ts';

const TOLD_WITHIN = 2;

/** The bearer before the noun, and the one other state whose leader or office the title or the opening names. */
export function sidesOfName(scene: Scene, lead: Step): Sides | null {
  const { line, object } = lead;
  if (line.lang !== 'en' || !line.isTitle || means(object, 'tariff', 'retaliation')) return null;
  const groups = placeGroups(line);
  const on = groups.find((group) => group.to === object.from && isMereName(group));
  if (on === undefined || groups.some((group) => group !== on && !isHeldBack(group, on)))
    return null;
  const by = scene.lines
    .filter((other) => other.index <= TOLD_WITHIN)
    .flatMap((other) => authoritiesIn(other, on));
  const isOne = new Set(by.flatMap(({ codes }) => codes)).size === 1;
  return isOne && by[0] !== undefined ? { by: by[0], on } : null;
}

/** Whose tariffs are called by their own name ("US tariffs", "EU tariff"), or by what they quarrel over ("Greenland tariffs"). */
const OWNERS: ReadonlySet<string> = new Set(['US', 'EU', 'WORLD', 'GL']);

function isMereName({ role, kinds, codes, isPossessive, isPair }: PlaceGroup): boolean {
  return (
    role === 'owner' &&
    !isPossessive &&
    !isPair &&
    kinds.every((kind) => kind === 'name') &&
    !codes.some((code) => OWNERS.has(code))
  );
}

// "after Marcos visit": a leader of the state itself, or another's who only stands beside the tariff.
function isHeldBack(group: PlaceGroup, on: PlaceGroup): boolean {
  return isAuthority(group) || group.codes.every((code) => on.codes.includes(code));
}

function authoritiesIn(line: Line, on: PlaceGroup): readonly PlaceGroup[] {
  return placeGroups(line).filter(
    (group) =>
      isAuthority(group) &&
      group.codes.length === 1 &&
      group.role !== 'object' &&
      !group.codes.some((code) => on.codes.includes(code) || code === 'WORLD'),
  );
}
