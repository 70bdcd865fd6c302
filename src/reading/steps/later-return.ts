// What follows when a rise that is only made for a time is over: "temporarily raises the duty on rice" / "From June 1 it falls to 8%".
// In: a sentence and the leading step. Out: whether the sentence tells only of the time after it. English only.
import { hitsOf, type Line, means, tokenText } from '../words/scene.ts';
import { says, wordGroup } from '../words/word-groups.ts';
import type { Step } from './find-steps.ts';

const SHORT = wordGroup('temporarily temporary temporal days weeks month months');
const LATER = wordGroup('from then afterwards thereafter after');
const OPENS_WITHIN = 3;
const BACK = wordGroup(
  'drops drop falls fall returns return reverts revert back comes goes lowered cut lower',
);
const RISING: ReadonlySet<string> = new Set(['raise', 'impose', 'tighten']);

/** True for a sentence that opens with a day on which a rise of some weeks is taken back. */
export function tellsReturn(line: Line, lead: Step): boolean {
  if (lead.action !== 'increased' || line.isTitle || line === lead.line || line.lang !== 'en')
    return false;
  if (!says(lead.line, SHORT) || !says(line, BACK)) return false;
  const opens = line.tokens.slice(0, OPENS_WITHIN).some(({ text }) => LATER.has(text));
  const isRising = hitsOf(line, 'verb').some(
    (hit) =>
      [...RISING].some((family) => means(hit, 'verb', family)) &&
      !BACK.has(tokenText(line, hit.from)),
  );
  return opens && !isRising;
}
