// What a step answers, told behind it: "lists goods for tariffs in response to Brazil's decision to impose duties". In: an
// English sentence and a verb of it. Out: whether the verb is what the other state did.
import { hitFrom, hitsOf, isParted, type Line, means, tokenText } from '../words/scene.ts';
import { lastPlaceOf, wordGroup } from '../words/word-groups.ts';

const ANSWER = wordGroup('response retaliation reply answer');
const TO: ReadonlySet<string> = new Set(['to', 'for']);
const DECIDED = /^(?:decision|decisions|move|moves|plan|plans|announcement|choice|intention)$/;
const ANSWERED_WITHIN = 26;

/** True for a verb of what a state decided, behind "in response to" and the name of that state. */
export function isAnsweredDeed(line: Line, verb: number): boolean {
  if (line.lang !== 'en') return false;
  const at = lastPlaceOf(line, ANSWER, Math.max(1, verb - ANSWERED_WITHIN), verb);
  if (at < 1 || tokenText(line, at - 1) !== 'in' || !TO.has(tokenText(line, at + 1))) return false;
  const state = hitFrom(line, at + 2) ?? hitFrom(line, at + 3);
  if (state === undefined || !means(state, 'place') || tokenText(line, state.to) !== "'s")
    return false;
  const isDecided = [1, 2].some((steps) => DECIDED.test(tokenText(line, state.to + steps)));
  if (!isDecided || isParted(line, state.to, verb)) return false;
  // "in response to Peru's decision to tax wine, Chile raises": behind the comma the one who answers acts.
  return !hitsOf(line, 'place').some(
    (hit) => hit.from > state.to && hit.to <= verb && tokenText(line, hit.from - 1) === ',',
  );
}
