// In: the leading step and the whole item. Out: its action once the item's context is taken in: retaliation, formal
// acts against mere announcements, quotas told as tariffs. Small rules in a table, the first that speaks decides.
import type { Action } from '../domain/reading.ts';
import type { Step } from './find-steps.ts';
import { type Line, lineHas, means, type Scene } from './scene.ts';

type Refinement = {
  readonly name: string;
  readonly refine: (scene: Scene, lead: Step, steps: readonly Step[]) => Action | null;
};

const REFINEMENTS: readonly Refinement[] = [
  { name: 'leader-announces', refine: leaderAnnounces },
  { name: 'retaliation', refine: retaliation },
  { name: 'quota', refine: quota },
];

/** The action after all refinements; `fixed` comes from a notice title and is not refined. */
export function refineAction(
  scene: Scene,
  lead: Step,
  steps: readonly Step[],
  fixed: Action | null,
): Action {
  if (
    fixed !== null &&
    (lead.family === 'notice' || fixed !== 'other' || lead.action === 'proposed')
  )
    return fixed;
  if (fixed === 'other') return 'other';
  for (const { refine } of REFINEMENTS) {
    const action = refine(scene, lead, steps);
    if (action !== null) return action;
  }
  return lead.action;
}

const MAKING: ReadonlySet<Action> = new Set(['imposed', 'increased']);

// "Trump will slap tariffs": a leader's word without a signed act is a threat, not law.
function leaderAnnounces(scene: Scene, lead: Step): Action | null {
  if (!MAKING.has(lead.action) || lead.mood !== 'future') return null;
  const isLeader = lead.line.hits.some(
    (hit) => means(hit, 'placekind', 'leader') && hit.from < lead.verb.from,
  );
  if (!isLeader || scene.lines.some((line) => lineHas(line, 'formal'))) return null;
  return 'threatened';
}

function retaliation(scene: Scene, lead: Step): Action | null {
  const isMarked = lineHas(lead.line, 'retaliation') || scene.lines.some((line) => isAnswer(line));
  if (!isMarked) return null;
  if (lead.action === 'imposed' || lead.action === 'increased') return 'retaliation-imposed';
  if (lead.action === 'threatened' || lead.action === 'proposed') return 'retaliation-threatened';
  return null;
}

function isAnswer(line: Line): boolean {
  return (
    lineHas(line, 'retaliation') &&
    !line.hits.some((hit) => hit.meanings.has('background') && hit.from < 3)
  );
}

function quota(_scene: Scene, lead: Step): Action | null {
  if (!MAKING.has(lead.action)) return null;
  return lineHas(lead.line, 'outquota') || lineHas(lead.line, 'quota', 'trq') ? 'quota-set' : null;
}
