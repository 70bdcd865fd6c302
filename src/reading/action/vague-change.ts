// Acts and headlines that only say that a tariff is changed. In: the scene and the leading step. Out: what the text says is done, or
// null. A rule of refine-action.ts.
import type { Action } from '../../domain/reading.ts';
import type { Step } from '../steps/find-steps.ts';
import { fitting } from '../words/asked-rules.ts';
import type { Line, Scene } from '../words/scene.ts';
import { wordGroup } from '../words/word-groups.ts';
import { byFigures } from './which-way.ts';

const TOLD_BY_TEXT: ReadonlySet<Action> = new Set([
  'increased',
  'reduced',
  'suspended',
  'delayed',
  'removed',
  'exempted',
  'imposed',
]);

/** "Notice of Modification", "adjusts tariffs": the text says how. */
export function vagueChange(scene: Scene, lead: Step, steps: readonly Step[]): Action | null {
  const isStart = lead.family === 'start' && lead.action === 'imposed' && startsChange(lead);
  if ((lead.family !== 'amend' && !isStart) || lead.action === 'proposed') return null;
  const freed = scene.lines.find(letsOff);
  // "Products of Peru are no longer subject to the additional duty": nothing of the tariff is left.
  if (freed !== undefined && IS_ON_STATE(freed)) return 'removed';
  const told = steps.find(
    (step) =>
      step !== lead && !step.isBackground && TOLD_BY_TEXT.has(step.action) && !isLaidBefore(step),
  );
  if (told !== undefined && told.action !== 'imposed') return told.action;
  if (freed !== undefined) return 'exempted';
  if (scene.lines.some(holdsOff)) return 'suspended';
  return byFigures(scene) ?? told?.action ?? (isStart ? 'other' : null);
}

const TOP = 3;

// "Modifies the scope of the tariffs" / "Such goods will no longer be subject to them".
const letsOff = (line: Line): boolean => line.index <= TOP && NO_LONGER_SUBJECT(line);
const NO_LONGER_SUBJECT = fitting(/\bno longer (?:be )?subject to\b/i, wordGroup('longer'));

const IS_ON_STATE = fitting(
  /\bproducts of [A-Z]\w+\b.{0,200}\bno longer (?:be )?subject to the additional\b/i,
  wordGroup('longer'),
);

// "Notice of modification" / "The duties that were to take effect on May 6, 2021, are suspended".
const holdsOff = (line: Line): boolean => line.index <= TOP && ARE_SUSPENDED(line);
const ARE_SUSPENDED = fitting(
  /\b(?:duties|tariffs|action)\b.{0,80}\b(?:are|is|has been|have been) (?:hereby )?suspended\b/i,
  wordGroup('suspended'),
);

const ARTICLES = /^(?:an?|the|any|this|these)$/;

// "proposes to vary the scope of the duty imposed on tyres": which duty is meant, and none that is laid.
function isLaidBefore({ line, verb, object, action }: Step): boolean {
  if (line.lang !== 'en' || action !== 'imposed' || object.to !== verb.from) return false;
  const at = ARTICLES.test(line.tokens[object.from - 1]?.text ?? '') ? object.from - 2 : -1;
  return /^(?:of|to|on|in|under|vary|amend|change|extend|review)$/.test(
    line.tokens[at]?.text ?? '',
  );
}

const CHANGES = /^(?:amendment|change|modification|adjustment|revision|update)s?$/;

// "Tariff Amendments Effective 16 August": what starts then is a change, whichever it is.
function startsChange({ line, object }: Step): boolean {
  const text = (at: number): string => line.tokens[at]?.text ?? '';
  const isOf = /^(?:to|of|in)$/.test(text(object.from - 1)) && CHANGES.test(text(object.from - 2));
  return line.lang === 'en' && line.isTitle && (CHANGES.test(text(object.to)) || isOf);
}
