// Whose relief from a tariff it is, who is asked for it and who wishes for it. In: a line, a place of it, the step told there.
// Out: yes or no.
import type { PlaceGroup } from '../places/read-places.ts';
import type { Step } from '../steps/find-steps.ts';
import { hitFrom, hitsOf, type Line, means, wordBefore } from '../words/scene.ts';
import { WISH } from './beside-step.ts';

const RELIEF_WITHIN = 2;

/** "India's exemption from Brazil's tariff": whose relief it is, from another's tariff. */
export function isOfRelieved(
  line: Line,
  group: PlaceGroup,
  groups: readonly PlaceGroup[],
): boolean {
  if (!group.isPossessive) return false;
  const relief = hitsOf(line, 'relief').find((hit) => hit.from > group.to);
  if (relief === undefined || relief.from - group.to > RELIEF_WITHIN) return false;
  return groups.some((other) => other.from >= relief.to && other.preposition === 'from');
}

/** "ABD'den muafiyet istedi": asked from a country. */
export function isAskedFrom(line: Line, group: PlaceGroup): boolean {
  return line.lang === 'tr' && means(hitFrom(line, group.to), 'particle', 'origin');
}

/** "rejects a request by India to be exempted": whose wish it is. */
export function isWished(line: Line, group: PlaceGroup, step: Step | null): boolean {
  const isRelief = step?.action === 'exemption-denied' || step?.action === 'exemption-sought';
  return isRelief && WISH.test(wordBefore(line, group.from, 2));
}
