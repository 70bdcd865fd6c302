// "Chile's new 15% ceiling takes effect" / "In exchange Norway lowers its own duties": what is given in return does not lead an item
// whose title tells a tariff. English only.
import { tokenText } from '../words/scene.ts';
import type { Step } from './find-steps.ts';

const RETURNS: ReadonlySet<string> = new Set(['return', 'exchange', 'turn']);

/** True for a step that a sentence of the text tells as given in return, where the title has a step, if an old one. */
export function isInReturn({ line }: Step, steps: readonly Step[]): boolean {
  return (
    !line.isTitle &&
    line.lang === 'en' &&
    tokenText(line, 0) === 'in' &&
    RETURNS.has(tokenText(line, 1)) &&
    steps.some((step) => step.line.isTitle && step.object.meanings.has('tariff'))
  );
}
