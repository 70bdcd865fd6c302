// A measure that does not come beside one that does: "A separate plan for a 7% tariff on furniture was dropped". In: a sentence,
// the leading step and all steps. Out: yes or no.
import type { Step } from '../objects/step-objects.ts';
import type { Line } from '../words/scene.ts';

const LAYING: ReadonlySet<string> = new Set(['imposed', 'increased', 'retaliation-imposed']);
const ENDING: ReadonlySet<string> = new Set(['remove', 'suspend', 'delay']);

/** True for a sentence beside a tariff that is laid which only tells of another that is dropped or halted. */
export function isCalledOffBeside(line: Line, lead: Step, steps: readonly Step[]): boolean {
  if (line.isTitle || line === lead.line || !LAYING.has(lead.action)) return false;
  const inLine = steps.filter((step) => step.line === line);
  return (
    inLine.some(({ family }) => ENDING.has(family)) &&
    inLine.every(({ family }) => ENDING.has(family) || family === 'propose')
  );
}
