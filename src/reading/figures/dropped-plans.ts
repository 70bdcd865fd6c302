// Rates of a tariff that was planned or threatened and is dropped: "scraps planned 15% duty", "will not impose the 10% tariffs
// scheduled for February". It never stood, so its rate is that of the measure concerned. In: a percentage in its sentence and the
// leading step. Out: yes or no. English only.
import { isParted, type Line, tokenText } from '../words/scene.ts';
import { lastPlaceOf, wordGroup } from '../words/word-groups.ts';
import type { Percent } from './find-percents.ts';
import type { RateAt } from './rate-at.ts';

/** Words of a plan before its rate. */
export const PLANNED = wordGroup(
  'planned threatened proposed scheduled intended plan plans threat threats proposal not never',
);
const PLANNED_WITHIN = 6;
const MAKING = /^(?:impose|levy|charge|introduce|go|proceed|apply)$/;
const DENIED_WITHIN = 3;

/** True for a rate that was to come and does not. */
export function isOfDroppedPlan(at: RateAt): boolean {
  const { line, lead, percent, all } = at;
  if (line.lang !== 'en' || lead.action !== 'removed') return false;
  if (isPlanned(line, percent)) return true;
  // "the 10% duties announced for February 1 (25% from June 1)": the next stage of the same plan.
  const before = all.findLast(({ to }) => to <= percent.from);
  return (
    before !== undefined &&
    tokenText(line, percent.from - 1) === '(' &&
    percent.from - before.to <= STAGE_WITHIN &&
    isPlanned(line, before)
  );
}

const STAGE_WITHIN = 12;

function isPlanned(line: Line, percent: Percent): boolean {
  // "drops plan to raise the duty from 10% to 25%" goes back to what there was.
  if (tokenText(line, percent.from - 1) === 'from') return false;
  const at = lastPlaceOf(line, PLANNED, Math.max(0, percent.from - PLANNED_WITHIN), percent.from);
  if (at < 0 || isParted(line, at, percent.from)) return false;
  // "He had earlier threatened 200% on wine": another plan than the one that is dropped.
  if (line.tokens.slice(0, at).some(({ text }) => text === 'had')) return false;
  if (!/^(?:not|never)$/.test(tokenText(line, at))) return true;
  return line.tokens.slice(at, at + DENIED_WITHIN).some(({ text }) => MAKING.test(text));
}
