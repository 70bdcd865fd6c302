// Rates of sentences that tell what was before: "after Peru had put 12% on rice". In: a percentage in its sentence, the leading
// step and all steps. Out: whether it is of the past, and not the step told once more.
import type { Step } from '../steps/find-steps.ts';
import { clauseAt } from '../steps/split-clauses.ts';
import type { Hit } from '../words/lexicon.ts';
import { hitsOf, type Line, tokenText } from '../words/scene.ts';
import type { Percent } from './find-percents.ts';
import { gapTo } from './kept-rates.ts';
import type { RateAt, Sides } from './rate-at.ts';

/** True for a sentence beside the step that tells what was before it. */
export function isBackgroundRate({
  line,
  percent,
  all,
  lead,
  steps,
  sides,
  told,
}: RateAt): boolean {
  const inLine = steps.filter((step) => step.line === line);
  if (line === lead.line || inLine.length === 0) return false;
  if (
    lead.action.startsWith('exemption') ||
    lead.action === 'delayed' ||
    lead.action === 'exempted'
  )
    return false;
  // "may ship half of their volume before a 50% duty kicks in": where it begins to be charged.
  if (tokenText(line, percent.from - 1) === 'a' && tokenText(line, percent.from - 2) === 'before')
    return false;
  if (isNewOrTotal(line, percent) || isNowAt(line, percent)) return false;
  if (isReachedAsLed(line, percent, all, lead)) return false;
  const nearest = inLine.reduce((a, b) =>
    gapTo(a.verb, percent) <= gapTo(b.verb, percent) ? a : b,
  );
  // "Those who sign a deal get 15%": behind a verb of its own stands what they bear.
  if (hitsOf(line, 'gainer').some((hit) => hit.from >= nearest.verb.to && hit.to <= percent.from))
    return false;
  if (told.length === 0 && retells(nearest, lead, sides)) return false;
  return nearest.isBackground && !comesThen(line, nearest.verb, percent);
}

// "China imposes duties on barley" / "A ship has turned round after Chinese authorities put a duty of 74% on the grain": the text
// tells the step once more, by its way.
function retells(told: Step, lead: Step, { imposers }: Sides): boolean {
  if (!lead.line.isTitle || lead.line.classes.has('percent') || told.family !== lead.family)
    return false;
  const { owner } = clauseAt(told.line, told.verb.from);
  return owner?.codes.some((code) => imposers.has(code)) === true;
}

// "signed an order that takes the duty from 35 percent to 15 percent" under a title that lowers it.
function isReachedAsLed(
  line: Line,
  percent: Percent,
  all: readonly Percent[],
  { action }: Step,
): boolean {
  if (tokenText(line, percent.from - 1) !== 'to') return false;
  // "from 35 percent to 15 percent", "to 15% from 25%".
  const old = all.find(
    (other) =>
      tokenText(line, other.from - 1) === 'from' &&
      (other.to === percent.from - 1 || other.from === percent.to + 1),
  );
  if (old === undefined) return false;
  return action === (percent.value > old.value ? 'increased' : 'reduced');
}

const NOW_AT = /\bnow (?:is|stands|will be|goes|comes|rises|falls)(?: (?:at|to))?$/;

// "earlier fixed at 20 per cent, now stands at 30 per cent".
function isNowAt(line: Line, { from }: Percent): boolean {
  const before = line.tokens.slice(Math.max(0, from - TOTAL_WITHIN), from);
  return line.lang === 'en' && NOW_AT.test(before.map(({ text }) => text).join(' '));
}

const TOTAL_WITHIN = 4;
const TOTAL = /^(?:total|combined|overall|cumulative|effective)$/;

// "The new 50% duty, added to an earlier levy, lifts the total to 60%": whatever else the sentence reaches back to.
function isNewOrTotal(line: Line, { from }: Percent): boolean {
  if (line.lang !== 'en') return false;
  if (tokenText(line, from - 1) === 'new') return true;
  return line.tokens
    .slice(Math.max(0, from - TOTAL_WITHIN), from)
    .some(({ text }) => TOTAL.test(text));
}

const THEN_WITHIN = 4;

// "halved to 15% before dropping to 5%": the next stage of the same step.
function comesThen(line: Line, verb: Hit, percent: Percent): boolean {
  return (
    tokenText(line, verb.from).endsWith('ing') &&
    tokenText(line, verb.from - 1) === 'before' &&
    tokenText(line, percent.from - 1) === 'to' &&
    percent.from - verb.to <= THEN_WITHIN
  );
}
