// Who lays and who bears the tariff that a wish speaks of: "O plano do Brasil é que Washington suspenda a sobretaxa". In: a line, its
// places, the step told there. Out: the two sides, or whether a place is the one that is to do it.
import type { PlaceGroup } from '../places/read-places.ts';
import type { Sides } from '../places/sides-abroad.ts';
import type { Step } from '../steps/find-steps.ts';
import { wishOver } from '../steps/wished-of-other.ts';
import type { Line } from '../words/scene.ts';

/** Both sides, where the sentence names whose wish it is. */
export function wishedSides(line: Line, groups: readonly PlaceGroup[], step: Step): Sides | null {
  const wish = step.action === 'exemption-sought' ? wishOver(line, step.verb) : null;
  const layer = groups.find((group) => isWishedOf(line, group, step));
  const bearer = groups.find((group) => group.from === wish?.wisher?.from);
  return layer === undefined || bearer === undefined ? null : { bearer, layer };
}

/** True for who is to do what is wished, whoever wishes it. */
export function isWishedOf(line: Line, { from, to }: PlaceGroup, step: Step): boolean {
  if (step.action !== 'exemption-sought') return false;
  const doer = wishOver(line, step.verb)?.doer;
  return doer !== undefined && from <= doer.from && to >= doer.to;
}
