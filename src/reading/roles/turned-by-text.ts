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
  // "Swiss government says US tariffs will be cut": who else is named says whose tariff it is.
  const [owner, ...others] = placeGroups(lead.line);
  if (owner?.role !== 'owner' || owner.isPossessive || others.length > 0) return null;
  for (const step of steps) {
    if (step.line === lead.line || step.line.index > TOLD_WITHIN || step.isBackground) continue;
    if (step.family !== lead.family || step.about !== 'tariff') continue;
    if (isOwnedThere(step, owner.codes)) continue;
    const roles = lineRoles(step.line, step);
    const isTurned =
      roles.imposers.size > 0 &&
      owner.codes.every((code) => roles.targets.has(code) && !roles.imposers.has(code));
    if (isTurned) return roles;
  }
  return null;
}

// "has reached an agreement to reduce US tariffs": the text calls it by the same name.
function isOwnedThere({ line, object }: Step, codes: readonly string[]): boolean {
  return placeGroups(line).some(
    (group) =>
      group.role === 'owner' &&
      object.from >= group.to &&
      object.from - group.to <= NAMED_WITHIN &&
      group.codes.some((code) => codes.includes(code)),
  );
}

const NAMED_WITHIN = 2;
