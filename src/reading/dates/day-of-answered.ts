// Days of the measure that is answered: "retaliates against tariffs that came into effect Wednesday". In: a date in its sentence
// and the leading step. Out: yes or no. English only.
import { placeGroups } from '../places/read-places.ts';
import type { Step } from '../steps/find-steps.ts';
import { goesAheadAt } from '../words/going-ahead.ts';
import { hitsOf, type Line, means, tokenText } from '../words/scene.ts';
import { lastPlaceOf, placeOf, says, wordGroup } from '../words/word-groups.ts';
import type { DateMention } from './find-dates.ts';

const BACK = 9;
const BEGAN = /^(?:took|came|went|kicked|entered|started|began|were|was)$/;

/** True for the day on which the other side's tariff began. */
export function isDayOfAnswered(line: Line, mention: DateMention, lead: Step): boolean {
  if (line.lang !== 'en') return false;
  const isHeldOut = HELD_OUT.has(lead.action) && line !== lead.line;
  if (isHeldOut && goesAheadAt(line, mention.from, AHEAD_WITHIN) >= 0) return true;
  if (isHeldOut && isOfTheirs(line, mention)) return true;
  if (lead.action === 'suspended' && line !== lead.line && isFacedByExports(line)) return true;
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

const THOUGH = wordGroup('though although while whereas');
const THEIR = /^(?:its|their|his)$/;
const TARIFF_WITHIN = 2;

// "threatens 20%" / "though its duty on cane only starts on April 1": what the one who is threatened lays.
function isOfTheirs(line: Line, { from }: DateMention): boolean {
  const though = lastPlaceOf(line, THOUGH, 0, from);
  if (though < 0 || !THEIR.test(tokenText(line, though + 1))) return false;
  return hitsOf(line, 'tariff').some(
    (hit) => hit.from > though && hit.from - though <= TARIFF_WITHIN,
  );
}

const EXPORTS_WITHIN = 3;

// "suspends its answer" / "EU exports face 15% from August 8": what the other side charges.
function isFacedByExports(line: Line): boolean {
  const at = line.tokens.findIndex(({ text }) => text === 'exports');
  return (
    at >= 0 &&
    at <= EXPORTS_WITHIN &&
    hitsOf(line, 'gainer').some(({ from }) => from > at && from - at <= FACED_WITHIN)
  );
}

const HELD_OUT: ReadonlySet<string> = new Set(['proposed', 'threatened', 'retaliation-threatened']);
/** "would impose the levies if Trump goes ahead with 30% from August 1": the day of what another does first. */
const AHEAD_WITHIN = 13;

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
