// Places behind the verb of a step that are not simply hit by it: with whom one comes to terms, where one goes. In: a line, a place in it
// and the step. Out: yes or no.
import type { PlaceGroup } from '../places/read-places.ts';
import type { Step } from '../steps/find-steps.ts';
import { type Line, means, tokenText } from '../words/scene.ts';

/** True for "retaliates against Peru", "suspends its retaliatory tariffs after a deal with Trump": with whom one comes to terms is
 * answered. */
export function isAnsweredBefore(line: Line, group: PlaceGroup, step: Step | null): boolean {
  if (step === null || group.from < step.verb.to) return false;
  if (step.family === 'retaliate') return true;
  return (
    line.lang === 'en' &&
    group.preposition === 'with' &&
    means(step.object, 'tariff', 'retaliation')
  );
}

const LEAVING =
  /^(?:leaves|left|leaving|departs|departed|departing|bound|headed|heads|heading|off|sails|sets)$/;

/** True for "leaves for Washington to seek a lower tariff": where one goes, as behind "to". */
export function isDestination(line: Line, { preposition, from }: PlaceGroup): boolean {
  const before = tokenText(line, from - 1) === 'the' ? from - 3 : from - 2;
  return line.lang === 'en' && preposition === 'for' && LEAVING.test(tokenText(line, before));
}
