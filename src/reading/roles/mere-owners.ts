// Who is named only for a tariff of its own: "India drops its cotton duty amid US tariffs" hits no American goods. In: the item and
// the roles found so far. Out: the targets without them. English only.
import type { Action } from '../../domain/reading.ts';
import { type PlaceGroup, placeGroups } from '../places/read-places.ts';
import type { Step } from '../steps/find-steps.ts';
import { ownerOfTariff } from '../steps/tariff-owner.ts';
import { hitsOf, type Line, means, type Scene } from '../words/scene.ts';
import type { Found } from './found.ts';

/** Steps that lower one's own tariff: what another charges is no reason to be named as hit. */
const EASING: ReadonlySet<Action> = new Set([
  'reduced',
  'removed',
  'exempted',
  'suspended',
  'investigation-opened',
]);

/** Takes those out of `imposers` whom a title that names no state tells only as owners of another tariff: "Govt exempts yarn from duty
 * as mills brace for US tariff". */
export function dropOwnersOfOther(lead: Step, imposers: Found): void {
  const { line } = lead;
  for (const code of [...imposers.keys()]) {
    const named = placeGroups(line).filter(({ codes }) => codes.some((own) => own === code));
    const isMere =
      named.length > 0 &&
      named.every((group) => group.from >= lead.verb.to && ownsOther(line, group, lead));
    if (isMere) imposers.delete(code);
  }
}

/** Takes those out of `targets` whom the item names only as owners of another tariff. */
export function dropMereOwners(scene: Scene, lead: Step, imposers: Found, targets: Found): void {
  if (scene.lang !== 'en' || imposers.size === 0 || !EASING.has(lead.action)) return;
  // "US tariffs: EU countermeasures on hold": whose tariffs are answered is whom the answer hits.
  if (means(lead.object, 'tariff', 'retaliation')) return;
  for (const code of [...targets.keys()]) {
    if (code !== 'WORLD' && !imposers.has(code) && isMereOwner(scene, lead, code, imposers))
      targets.delete(code);
  }
}

function isMereOwner(scene: Scene, lead: Step, code: string, imposers: Found): boolean {
  const named = scene.lines.flatMap((line) =>
    placeGroups(line)
      .filter(({ codes }) => codes.some((own) => own === code))
      .map((group) => ({ line, group })),
  );
  return (
    named.length > 0 &&
    named.every(({ line, group }) => ownsOther(line, group, lead) && isApart(line, group, imposers))
  );
}

// "Japan's tariff cut to 15% by Peru": the tariff of the step itself may be called after who is hit.
function ownsOther(line: Line, group: PlaceGroup, lead: Step): boolean {
  return hitsOf(line, 'tariff').some(
    (hit) =>
      hit !== lead.object &&
      ownerOfTariff(line, hit) === group &&
      // "Japan's exemption from the tariff".
      !hitsOf(line, 'relief').some(({ from, to }) => from >= group.to && to <= hit.from),
  );
}

// "Trump's Canada tariff" is the one's on the other; "amid US tariffs", "as mills brace for US tariffs" and what no other party
// stands before is one's own.
function isApart(line: Line, group: PlaceGroup, imposers: Found): boolean {
  const actor = placeGroups(line).findLast(
    ({ codes, to }) => to <= group.from && codes.some((code) => imposers.has(code)),
  );
  return (
    actor === undefined ||
    APART.some((name) =>
      hitsOf(line, name).some((hit) => hit.from >= actor.to && hit.to <= group.from),
    )
  );
}

const APART = ['background', 'clause'] as const;
