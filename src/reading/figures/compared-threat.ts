// Rates that the step's is only measured by: "lower than his May threat of 50%". In: a percentage in its sentence. Out: yes or no.
// English only.
import { tokenText } from '../words/scene.ts';
import { lastPlaceOf, wordGroup } from '../words/word-groups.ts';
import type { RateAt } from './rate-at.ts';

export const COMPARING = wordGroup('than below above under');
export const HAD = wordGroup('had');
const WITHIN = 8;
const HELD_OUT =
  /^(?:threats?|threatened|proposals?|proposed|plans?|planned|warnings?|demands?|floated)$/;

const HAD_WITHIN = 3;

/** True for "An October proposal had floated 100 percent" behind the rate that was set. */
export function wasHeldOut({ line, percent, told }: RateAt): boolean {
  const said = percent.from - 1;
  if (line.isTitle || !HELD_OUT.test(tokenText(line, said))) return false;
  const hasNew = told.some((value) => value !== percent.value);
  return hasNew && lastPlaceOf(line, HAD, Math.max(0, said - HAD_WITHIN), said) >= 0;
}

/** True for what was held out before, with which the new rate is compared. */
export function isComparedThreat({ line, percent }: RateAt): boolean {
  const at = lastPlaceOf(line, COMPARING, Math.max(0, percent.from - WITHIN), percent.from);
  if (at < 0) return false;
  const between = line.tokens.slice(at + 1, percent.from);
  if (between.some(({ kind }) => kind === 'mark')) return false;
  return (
    between.some(({ text }) => HELD_OUT.test(text)) ||
    (between.length <= 2 && HELD_OUT.test(tokenText(line, percent.to)))
  );
}
