// Verbs that raise or end a tariff by what stands beside them, and changes whose figures tell which way they go. In: the scene,
// the leading step. Out: the action meant, or null. Rules of the table in refine-action.ts.
import type { Action } from '../../domain/reading.ts';
import { percentsIn } from '../figures/find-percents.ts';
import { isOld } from '../figures/old-rates.ts';
import type { Step } from '../steps/find-steps.ts';
import { isOfProposal } from '../steps/held-proposal.ts';
import { hitsOf, type Line, type Scene } from '../words/scene.ts';

/** "lifts the tariff to 35%" raises it, "drops to 15%" lowers it; "lifts the tariff" ends it. */
export function liftTo(scene: Scene, lead: Step, steps: readonly Step[]): Action | null {
  if (lead.action !== 'removed') return null;
  const { line, verb } = lead;
  const word = line.tokens[verb.from]?.text ?? '';
  const isRise = word.startsWith('lift');
  if (!isRise && !word.startsWith('drop')) return null;
  // "lifts the duty" / "The tariff rises to 25%".
  const isTold = steps.some(
    (step) =>
      step.line.index === 1 &&
      !step.isBackground &&
      step.action === 'increased' &&
      !hitsOf(step.line, 'place').some((hit) => hit.to <= step.verb.from),
  );
  // "lifts the duty" / "Panels go from zero to 10 percent".
  const isCounted = scene.lines.some(
    (next) => next.index === 1 && !next.classes.has('place') && movedTo(next) === 'increased',
  );
  if (isRise && line.isTitle && (isTold || isCounted)) return 'increased';
  const isToRate = hitsOf(line, 'percent').some(
    (hit) =>
      hit.from > verb.from &&
      line.tokens[hit.from - 2]?.text === 'to' &&
      line.tokens[hit.from - 1]?.text !== '0',
  );
  if (!isToRate) return null;
  if (isOfProposal(line, verb, { family: 'raise', object: lead.object })) return 'proposed';
  return isRise ? 'increased' : 'reduced';
}

/** "the rate is adjusted from 34% to 10%": the figures say which way. */
export function byFigures(scene: Scene): Action | null {
  for (const line of scene.lines) {
    const action = movedTo(line);
    if (action !== null) return action;
  }
  return null;
}

function movedTo(line: Line): Action | null {
  const all = percentsIn(line, line.lang);
  const old = all.find((percent) => isOld(line, percent, all));
  const made = all.find((percent) => percent !== old && !isOld(line, percent, all));
  if (old === undefined || made === undefined) return null;
  return made.value < old.value ? 'reduced' : 'increased';
}
