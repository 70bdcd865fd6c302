// Titles that call a tariff by the country that bears it, where the text tells who lays it: "EU car tariffs fall to 15%" / "The US
// has cut tariffs on cars from the EU". In: the leading step and all steps. Out: the roles that the text tells, or null.
import { placeGroups } from '../places/read-places.ts';
import type { Step } from '../steps/find-steps.ts';
import { means } from '../words/scene.ts';
import type { LineRoles } from './assign-place.ts';
import { lineRoles } from './line-roles.ts';

const TOLD_WITHIN = 2;

/** The roles of a text that tells the same step the other way round than the name in the title. */
export function rolesByText(lead: Step, steps: readonly Step[]): LineRoles | null {
  if (lead.about !== 'tariff' || means(lead.object, 'tariff', 'retaliation')) return null;
  const owners = placeGroups(lead.line).filter(({ role }) => role === 'owner');
  const [owner] = owners;
  if (owner === undefined || owners.length > 1 || owner.isPossessive || !isAlone(lead, owner.to))
    return null;
  for (const step of steps) {
    if (step.line === lead.line || step.line.index > TOLD_WITHIN || step.isBackground) continue;
    if (step.family !== lead.family || step.about !== 'tariff') continue;
    const roles = lineRoles(step.line, step);
    const isTurned =
      roles.imposers.size > 0 &&
      owner.codes.every((code) => roles.targets.has(code) && !roles.imposers.has(code));
    if (isTurned) return roles;
  }
  return null;
}

// Nobody else acts in the title.
function isAlone({ line, verb }: Step, from: number): boolean {
  return !placeGroups(line).some(
    (group) => group.from >= from && group.to <= verb.from && group.role === 'bare',
  );
}
