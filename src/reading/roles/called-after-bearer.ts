// "South Korea's auto tariff cut to 15%" / "The US Commerce Department published the notice": a tariff that is called after whom it
// hits, as only the text shows. In: an item, its leading step and the roles found so far. Out: the two sides, turned. English only.
import { isAuthority, type PlaceGroup, placeGroups } from '../places/read-places.ts';
import type { Step } from '../steps/find-steps.ts';
import { hitsOf, type Line, means, type Scene } from '../words/scene.ts';
import { addAll, type Parties } from './found.ts';

const WITHIN = 2;
const OPENS_WITHIN = 3;
const TELLS_WITHIN = 4;
/** States that charge others so often that a tariff may go by the other's name. */
const CHARGES = 'US';

/** Turns the sides where the tariff of the title moves by itself, and only an office of the United States tells of it. */
export function turnBearer(
  { lines, lang }: Scene,
  { line, verb, object }: Step,
  { imposers, targets }: Parties,
): void {
  const isMoving = object === verb || object.to <= verb.from;
  if (lang !== 'en' || !line.isTitle || !isMoving || imposers.size !== 1) return;
  const owner = placeGroups(line).find(({ role, to }) => role === 'owner' && to <= object.from);
  const [own] = owner?.codes ?? [];
  if (own === undefined || own === CHARGES || !imposers.has(own) || owner?.codes.length !== 1)
    return;
  if ([...targets.keys()].some((code) => code !== CHARGES && code !== 'WORLD')) return;
  if (placeGroups(line).some((group) => group !== owner && group.role !== 'place')) return;
  const text = lines.filter(({ isTitle, index }) => !isTitle && index <= WITHIN);
  const teller = text.find((told) => placeGroups(told).some((group) => isTeller(told, group)));
  const isOwn = text.some((told) =>
    placeGroups(told).some(({ codes, role }) => codes.includes(own) && ACTING.has(role)),
  );
  if (teller === undefined || isOwn) return;
  imposers.clear();
  targets.clear();
  addAll(imposers, [CHARGES], teller, 'role:who-tells-of-it');
  addAll(targets, [own], line, 'role:called-after-bearer');
}

const ACTING: ReadonlySet<string> = new Set(['bare', 'subject', 'agent']);
const TELLING = ['saying', 'announced', 'leadership'] as const;

// "The US Commerce Department published", "US President says".
function isTeller(line: Line, group: PlaceGroup): boolean {
  if (group.codes.join() !== CHARGES || group.from > OPENS_WITHIN || !ACTING.has(group.role))
    return false;
  const isToldBy = TELLING.some((name) =>
    hitsOf(line, name).some(({ from }) => from >= group.to && from - group.to <= TELLS_WITHIN),
  );
  const isOffice =
    isAuthority(group) || hitsOf(line, 'leadership').some(({ from }) => from === group.to);
  return (
    isToldBy && isOffice && !hitsOf(line, 'saying').some((hit) => means(hit, 'saying', 'judge'))
  );
}
