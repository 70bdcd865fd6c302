// Days of the measure that is answered: "retaliates against tariffs that came into effect Wednesday". In: a date in its sentence
// and the leading step. Out: yes or no. English only.
import { placeGroups } from '../places/read-places.ts';
import type { Step } from '../steps/find-steps.ts';
import { goesAheadAt } from '../words/going-ahead.ts';
import { hitsOf, type Line, means, tokenText } from '../words/scene.ts';
import { placeOf, says, wordGroup } from '../words/word-groups.ts';
import type { DateMention } from './find-dates.ts';

const BACK = 9;
const BEGAN = /^(?:took|came|went|kicked|entered|started|began|were|was)$/;

/** True for the day on which the other side's tariff began. */
export function isDayOfAnswered(line: Line, mention: DateMention, lead: Step): boolean {
  if (line.lang !== 'en') return false;
  const isHeldOut = HELD_OUT.has(lead.action) && line !== lead.line;
  if (isHeldOut && goesAheadAt(line, mention.from, AHEAD_WITHIN) >= 0) return true;
  if (!lead.action.startsWith('retaliation')) return false;
  if (says(line, FACING) && isOfFaced(line, mention, lead)) return true;
  const from = Math.max(0, mention.from - BACK);
  const that = line.tokens.findIndex(
    ({ text }, at) =>
      at >= from &&
      at < mention.from &&
      (text === 'that' || text === 'which') &&
      BEGAN.test(tokenText(line, at + 1)),
  );
  const tariff = hitsOf(line, 'tariff').findLast((hit) => hit.to <= that);
  return tariff !== undefined && !means(tariff, 'tariff', 'retaliation');
}

const HELD_OUT: ReadonlySet<string> = new Set(['proposed', 'threatened', 'retaliation-threatened']);
/** "would impose the levies if Trump goes ahead with 30% from August 1": the day of what another does first. */
const AHEAD_WITHIN = 8;

const FACING = wordGroup('face faces faced meet meets bear bears suffer suffers');
const FACED_WITHIN = 5;

// "said that from 4 May its copper faces a 25% Peruvian duty": the tariff of somebody else than who answers.
function isOfFaced(line: Line, mention: DateMention, { line: own }: Step): boolean {
  const face = placeOf(line, FACING, 1);
  const actor = placeGroups(own)[0];
  const owner = placeGroups(line).find(({ role, from }) => role === 'owner' && from > face);
  if (owner === undefined || actor?.codes.some((code) => owner.codes.includes(code)) !== false)
    return false;
  const isBefore = mention.to <= face && face - mention.to <= FACED_WITHIN;
  const isBehind = mention.from >= owner.to && mention.from - owner.to <= FACED_WITHIN;
  return isBefore || isBehind;
}
