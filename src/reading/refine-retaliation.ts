// Whether a step answers another one. In: the scene and the leading step. Out: the action as retaliation, or null.
// A rule of the table in refine-action.ts.
import type { Action } from '../domain/reading.ts';
import type { Step } from './find-steps.ts';
import { hitsOf, type Line, lineHas, type Scene } from './scene.ts';

/** Retaliation beats the plain action where the title or a sentence says that it answers something. */
export function retaliation(scene: Scene, lead: Step): Action | null {
  if (answersCourt(lead)) {
    if (lead.family !== 'retaliate') return null;
    return lead.mood === 'plain' ? 'imposed' : 'threatened';
  }
  // "will retaliate" and "vows to respond" are no act yet.
  const isActed = lead.action === 'retaliation-imposed' && lead.mood !== 'future';
  if (lead.family === 'retaliate' && !isActed) {
    return 'retaliation-threatened';
  }
  const subject = hitsOf(lead.line, 'place')[0];
  const own =
    subject !== undefined && subject.from <= 2 ? (subject.meanings.get('place') ?? []) : [];
  const isMarked =
    lineHas(lead.line, 'tariff', 'retaliation') ||
    scene.lines.some(
      (line, at) =>
        isAnswer(line, own) && (line === lead.line || !isAnothers(scene.lines, at, own)),
    );
  if (!isMarked) return null;
  if (lead.action === 'imposed' || lead.action === 'increased') return 'retaliation-imposed';
  if (lead.action === 'threatened' || lead.action === 'proposed') return 'retaliation-threatened';
  return null;
}

const ANSWERED_WITHIN = 5;

// "fires back at judges with a new tariff": a court has no duties to answer; a tariff is laid anew.
function answersCourt({ line, object }: Step): boolean {
  const answers = hitsOf(line, 'retaliation');
  return hitsOf(line, 'court').some(
    (court) =>
      court.to <= object.from &&
      answers.some((hit) => court.from >= hit.to && court.from - hit.to <= ANSWERED_WITHIN),
  );
}

function isAnswer(line: Line, own: readonly string[]): boolean {
  if (!line.classes.has('retaliation')) return false;
  if (hitsOf(line, 'background').some((hit) => hit.from < 3)) return false;
  return hitsOf(line, 'retaliation').some((hit) => !isTheOthers(line, hit.from, own));
}

// "Beijing promised countermeasures": told of the other side.
function isAnothers(lines: readonly Line[], at: number, own: readonly string[]): boolean {
  const line = lines[at] as Line;
  const first = hitsOf(line, 'place')[0];
  // "His minister announced": of whom the sentence before spoke.
  if (first === undefined && at > 0 && PRONOUNS.has(line.tokens[0]?.text ?? '')) {
    return isAnothers(lines, at - 1, own);
  }
  if (first === undefined || first.from > 2 || own.length === 0) return false;
  return first.meanings.get('place')?.some((code) => own.includes(code)) === false;
}

const PRONOUNS: ReadonlySet<string> = new Set('his her its their he she it they'.split(' '));

const OTHERS: ReadonlySet<string> = new Set(['its', 'their', "'s"]);

const MERE: ReadonlySet<string> = new Set([
  'possible',
  'potential',
  'any',
  'without',
  'fear',
  'risk',
]);

// "if China does not drop its retaliation": the other side's, not the step's own.
function isTheOthers(line: Line, at: number, own: readonly string[]): boolean {
  const owner = line.hits.find((hit) => hit.to === at - 1 || hit.to === at)?.meanings.get('place');
  if (owner?.some((code) => own.includes(code)) === true) return false;
  const before = line.tokens.slice(Math.max(0, at - 10), at).map((token) => token.text);
  const last = before[before.length - 1] ?? '';
  return OTHERS.has(last) || MERE.has(last) || before.includes('if') || before.includes('whether');
}
