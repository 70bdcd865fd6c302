// Days right behind what is to be done: "will be imposed on Friday", "tariffs to hit Peru on Friday", "will raise duties on Chilean
// wine on Monday". In: a date in its sentence and the leading step. Out: whether the step is taken on that day. English only.
import type { Step } from '../steps/find-steps.ts';
import { hitOver, type Line, means, tokenText } from '../words/scene.ts';
import type { DateMention } from './find-dates.ts';

const PLAN_WITHIN = 6;

// "will raise duties on Chilean wine on Monday": in a title the day behind what will be done is the day it is done on.
function isRightBehindPlan(line: Line, mention: DateMention, { verb, object }: Step): boolean {
  if (!line.isTitle || tokenText(line, verb.from - 1) !== 'will') return false;
  const gap = mention.from - object.to;
  if (object.from < verb.to || gap < 1 || gap > PLAN_WITHIN) return false;
  if (tokenText(line, mention.from - 1) !== 'on') return false;
  return !line.tokens.slice(object.to, mention.from).some(({ kind }) => kind === 'mark');
}

const STEP_WITHIN = 1;
const HIT_WITHIN = 5;

/** "will be imposed on Friday", "is to be raised from Saturday": the day right behind the verb of what is to come; "tariffs to hit
 * Peru on Friday": behind whom the tariff is about to hit. */
export function isRightBehindStep(line: Line, mention: DateMention, lead: Step): boolean {
  if (line.lang !== 'en') return false;
  if (line !== lead.line) return isToldOnceMore(line, mention, lead);
  const { verb, object } = lead;
  const gap = mention.from - verb.to;
  const before = tokenText(line, verb.from - 1);
  const isPassive = before === 'be' || tokenText(line, verb.from) === 'be';
  const isActing = before === 'to' && object.to <= verb.from;
  if (isRightBehindPlan(line, mention, lead)) return true;
  return gap >= 0 && ((isPassive && gap <= STEP_WITHIN) || (isActing && gap <= HIT_WITHIN));
}

const WILL: ReadonlySet<string> = new Set(['will', 'to', 'would']);

// "China lifts tariffs on wine" / "The tariffs will be lifted on Friday": the step told once more, with its day.
function isToldOnceMore(line: Line, { from }: DateMention, { family }: Step): boolean {
  const end = tokenText(line, from - 1) === 'on' ? from - 1 : from;
  const verb = hitOver(line, end - 1);
  if (verb === undefined || verb.to !== end || !means(verb, 'verb', family)) return false;
  return tokenText(line, verb.from - 1) === 'be' && WILL.has(tokenText(line, verb.from - 2));
}
