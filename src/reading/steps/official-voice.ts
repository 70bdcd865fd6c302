// The voice of official acts: recitals tell what was done before and on what ground, the operative sentence what is done now
// ("Accordingly, the rate of duty shall be 10 percent", "has determined to suspend"). In: a line, or an item's steps. Out:
// what kind of sentence it is; the steps with those of the operative sentences before all others. English only.
import type { Step } from '../objects/step-objects.ts';
import { fitting } from '../words/asked-rules.ts';
import { type Line, oncePerLine, type Scene } from '../words/scene.ts';
import { wordGroup } from '../words/word-groups.ts';
import { ratedStep } from './rated-step.ts';

const RECITAL =
  /^\W*(?:\d+\.? )?(?:(?:in|by|under|through) (?:executive order|proclamation|that)|on [a-z]+ \d{1,2}, \d{4},|by the authority|having regard|whereas|section \d+\b.*? (?:empowers|authorizes|provides)|previously,)/i;

const saysItActs = fitting(
  /\b(?:hereby|accordingly|i (?:\w+ )?(?:determine|find|order|proclaim|direct)|shall (?:not )?be|(?:has|have) (?:now |also |further )?(?:determined|decided) (?:to|that)|(?:is|am|are) (?:hereby |therefore )?(?:directing|ordering|suspending|imposing|modifying|terminating|taking)|(?:is|are) (?:hereby |therefore )?(?:ordered|directed|amended|revoked|terminated)|(?:is|are) no longer subject to)\b/i,
  wordGroup(
    /^(?:hereby|accordingly|determined?|find|order(?:ed|ing)?|proclaim|direct(?:ed|ing)?|shall|decided|suspending|imposing|modifying|terminat(?:ed|ing)|taking|amended|revoked|longer)$/,
  ),
);

/** True for a sentence that does what the act does. */
export const isOperative = oncePerLine(
  (line) => !line.isTitle && line.lang === 'en' && saysItActs(line) && !isRecital(line),
);

/** True for a sentence of an act that only tells what went before, or which law gives the power. */
export const isRecital = oncePerLine(
  (line) =>
    !line.isTitle &&
    line.lang === 'en' &&
    RECITAL.test(textOf(line)) &&
    // "On January 1, 2026, the latter rates shall increase to 30 percent".
    !/\bshall (?:increase|rise|be)\b/.test(textOf(line)),
);

function textOf(line: Line): string {
  return line.raw.slice(line.start, line.end);
}

/** Titles of acts that leave to the text what is done: they change, determine or notify. */
const VAGUE: ReadonlySet<string> = new Set(['amend', 'notice', 'order']);
const FIRST = 40;

/** The steps of an act with the operative ones first and the recitals as old news; any other item's as they are. */
export function inOfficialVoice(scene: Scene, steps: readonly Step[]): readonly Step[] {
  if (scene.lang !== 'en' || steps.some((step) => step.line.isTitle && !VAGUE.has(step.family)))
    return steps;
  const lines = scene.lines.filter(isOperative);
  const told = [
    ...steps,
    ...lines.flatMap((line) =>
      steps.some((step) => step.line === line) ? [] : ratedStep(line, true),
    ),
  ];
  if (!told.some((step) => isOperative(step.line) && step.mood !== 'not')) return steps;
  return told.map((step) => {
    if (isOperative(step.line)) return { ...step, weight: step.weight + FIRST };
    return isRecital(step.line)
      ? { ...step, isBackground: true, weight: step.weight - FIRST }
      : step;
  });
}
