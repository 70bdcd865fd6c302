// Countries that are named beside another one: "faces the duty alongside Cambodia", "together with Vietnam". In: an English sentence,
// a place in it and the step told there. Out: whether the place only keeps another company, and whose part it takes.
import type { PlaceGroup } from '../places/read-places.ts';
import type { Step } from '../steps/find-steps.ts';
import { hitBefore, type Line, tokenText, wordBefore } from '../words/scene.ts';
import { lastPlaceOf, wordGroup } from '../words/word-groups.ts';
import { isGainer } from './who-bears.ts';

const BESIDE: ReadonlySet<string> = new Set(['alongside']);
const WITH: ReadonlySet<string> = new Set(['along', 'together']);

/** True behind "alongside", "along with", "together with". */
export function isCompanion(line: Line, group: PlaceGroup): boolean {
  if (line.lang !== 'en') return false;
  const before = tokenText(line, group.from - 1);
  return BESIDE.has(before) || (before === 'with' && WITH.has(tokenText(line, group.from - 2)));
}

/** True for a companion of who bears the step: behind its verb, where whoever stands before it bears it or is named as its object. */
export function bearsWith(
  line: Line,
  group: PlaceGroup,
  groups: readonly PlaceGroup[],
  step: Step,
): boolean {
  if (!isCompanion(line, group) || group.from < step.verb.to) return false;
  return isGainer(step) || groups.some((other) => isHitBefore(other, group, step));
}

function isHitBefore(other: PlaceGroup, group: PlaceGroup, step: Step): boolean {
  return other.from >= step.verb.to && other.to <= group.from;
}

const SPEAKING: ReadonlySet<string> = new Set(
  'talks talk talking negotiations discussions negotiates negotiating speaking call calls conversation chat meeting'.split(
    ' ',
  ),
);

/** True for "after a call with Lula", "to allow talks with Tokyo": with whom somebody speaks; not where the talk itself does
 * the deed: "a call with Lula that paused the tariff". */
export function isSpokenWith(line: Line, group: PlaceGroup): boolean {
  return (
    group.preposition === 'with' &&
    tokenText(line, group.to) !== 'that' &&
    SPEAKING.has(wordBefore(line, group.from, 2))
  );
}

const AFTER = wordGroup('after follows followed');
const COMING = /^(?:comes?|came|follow)/;
const AFTER_WITHIN = 6;

/** True for "comes after framework agreements with Peru and Chile": with whom something else was agreed before. */
export function isAgreedBefore(line: Line, { from, preposition }: PlaceGroup): boolean {
  if (line.lang !== 'en' || preposition !== 'with') return false;
  const at = tokenText(line, from - 1) === 'the' ? from - 2 : from - 1;
  const deal = hitBefore(line, at);
  if (deal?.to !== at || !deal.meanings.has('deal')) return false;
  const after = lastPlaceOf(line, AFTER, Math.max(0, deal.from - AFTER_WITHIN), deal.from);
  return after > 0 && [after, after - 1].some((place) => COMING.test(tokenText(line, place)));
}
