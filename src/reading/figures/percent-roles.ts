// What each percentage of an item is. In: a percentage in its sentence, the leading step and who acts on whom. Out: its role and
// the name of the rule that decides. The rules stand in one table; the first that holds decides, and what none claims is new.

import { isCalledOffBeside } from '../steps/called-off.ts';
import { tellsReturn } from '../steps/later-return.ts';
import { isOperative, isRecital } from '../steps/official-voice.ts';
import { isWorldRuling } from '../steps/world-rulings.ts';
import { rulesFor } from '../words/asked-rules.ts';
import { hitOver, hitsOf, type Line, lineHas, tokenText } from '../words/scene.ts';
import { ASIDE, isToldAside } from '../words/told-aside.ts';
import { isToBeAverted } from './averted-rates.ts';
import { isBackgroundRate } from './background-rates.ts';
import { INSTEAD, isOfOrdinaryDuty, isPaidInstead } from './base-rates.ts';
import { isChangedThere } from './changed-there.ts';
import { HAVE, isUnreal } from './changes-of-else.ts';
import { isOnlyCompared } from './compared-abroad.ts';
import { isOnOwnGoods, isTheirOwn, isToBeDropped, LAID, OWN, UNLESS } from './compared-threat.ts';
import { isChangedBy, isCutFrom } from './cut-from.ts';
import { isOfDaysBefore } from './days-after.ts';
import { isDroppedInBrackets } from './dropped-in-brackets.ts';
import { isOfDroppedPlan, PLANNED } from './dropped-plans.ts';
import { isNoLongerCharged, isPhasedOut, LONGER, willBeEliminated } from './eliminated-rates.ts';
import { isEnded, isStatedAnew } from './ended-rates.ts';
import type { Percent } from './find-percents.ts';
import { isFromBehindTo } from './gapped-lists.ts';
import { isKept } from './kept-rates.ts';
import { isMadeBeside } from './made-beside.ts';
import {
  AVERAGE,
  BY,
  COMPARED,
  GIVING_UP,
  isAverage,
  isByHowMuch,
  isGivenUp,
  isMeanwhile,
  startOfRange,
} from './mere-mentions.ts';
import { NO_RATES } from './mere-percents.ts';
import { COMING_TO, isOfMovedList } from './moved-lists.ts';
import { isMovedAway } from './moved-rates.ts';
import { isOfEarlierStage, isReached } from './old-generations.ts';
import { endsOldRange, isSetInstead, opensOldRange, opensRisingRange } from './old-range.ts';
import { isOld } from './old-rates.ts';
import { isOldOfPair } from './pair-changes.ts';
import { isOfLastTime, LAST } from './past-rates.ts';
import { CAPS, isCountryCap, isOfThose, isShareOfQuota, QUOTAS } from './quota-sizes.ts';
import type { RateAt, RoleRule } from './rate-at.ts';
import { isReachedBy } from './reached-rates.ts';
import { RECOMMENDED, wasRecommended } from './recommended-rates.ts';
import { isOfThePast, isReferredTo, opensBeside } from './referred-rates.ts';
import { isOfOthersRelief, isRelievedOf } from './relieved-rates.ts';
import { hasOwnOld } from './shared-roles.ts';
import { isOfLaidRange, isStageOfDuty, LAID_OUT, LATER_WORDS } from './stages.ts';
import {
  DOWN,
  goesByPoints,
  goesToNil,
  isBehindResponse,
  isDownBy,
  NIL,
  NOW,
  RESPONSE,
  standsNow,
} from './stands-now.ts';
import { hasTariffContext, isRemedy, isSetForWhom } from './tariff-near.ts';
import { isTheirRate } from './their-rates.ts';
import { isToldBefore } from './told-before.ts';
import { isBesideStep } from './told-beside.ts';

/** The rules in order; the first that holds decides. */
const RULES: readonly RoleRule[] = [
  { name: 'rate:alleged', role: 'none', holds: isLookedInto },
  {
    name: 'rate:row-of-else',
    role: 'none',
    holds: ({ percent, rows }) => rows.ofElse.has(percent),
  },
  { name: 'rate:replaced', role: 'old', holds: isOldOfPair },
  { name: 'rate:replaced', role: 'old', holds: ({ percent, rows }) => rows.ofOld.has(percent) },
  { name: 'rate:row', role: 'new', holds: ({ percent, rows }) => rows.ofTariff.has(percent) },
  ...NO_RATES.map(
    ({ holds, ...rule }): RoleRule => ({
      ...rule,
      role: 'none',
      holds: ({ line, percent, all }) => holds(line, percent, all),
    }),
  ),
  {
    name: 'rate:share',
    role: 'none',
    needs: [QUOTAS],
    holds: ({ line, percent, all }) =>
      isShareOfQuota(line, percent, all) || isOfThose(line, percent, all),
  },
  {
    name: 'rate:share',
    role: 'none',
    needs: [CAPS],
    holds: ({ line, percent }) => isCountryCap(line, percent),
  },
  { name: 'rate:not-reached', role: 'none', needs: [HAVE], holds: isUnrealRate },
  { name: 'rate:averted', role: 'other', holds: isToBeAverted },
  { name: 'rate:continues', role: 'continuing', holds: isKept },
  { name: 'rate:no-tariff-near', role: 'none', holds: isFarFromTariff },
  {
    name: 'rate:told-aside',
    role: 'other',
    needs: [ASIDE],
    holds: ({ line, percent }) => isToldAside(line, percent.from),
  },
  { name: 'rate:recommended', role: 'other', needs: [RECOMMENDED], holds: wasRecommended },
  { name: 'rate:dropped-plan', role: 'new', needs: [PLANNED], holds: isOfDroppedPlan },
  { name: 'rate:paid-instead', role: 'new', needs: [INSTEAD], holds: isPaidInstead },
  { name: 'rate:base', role: 'continuing', holds: isOfOrdinaryDuty },
  { name: 'rate:recital', role: 'old', holds: isRecited },
  { name: 'rate:range', role: 'new', needs: [LAID_OUT], holds: isOfLaidRange },
  { name: 'rate:stage', role: 'new', needs: [LATER_WORDS], holds: isStageOfDuty },
  { name: 'rate:relieved', role: 'new', holds: isRelievedOf },
  { name: 'rate:beside', role: 'other', needs: ['relief'], holds: isOfOthersRelief },
  { name: 'rate:step-of-change', role: 'none', needs: [BY], holds: isByHowMuch },
  { name: 'rate:step-of-change', role: 'none', holds: isChangedBy },
  { name: 'rate:step-of-change', role: 'none', needs: [DOWN], holds: isDownBy },
  { name: 'rate:given-up', role: 'old', needs: [GIVING_UP], holds: isGivenUp },
  { name: 'rate:compared', role: 'other', needs: [AVERAGE, COMPARED], holds: isAverage },
  { name: 'rate:beside', role: 'other', holds: isMeanwhile },
  { name: 'rate:replaced', role: 'old', holds: isReplaced },
  { name: 'rate:replaced', role: 'old', holds: isOnlyCompared },
  { name: 'rate:replaced', role: 'old', holds: endsOldRange },
  { name: 'rate:replaced', role: 'old', holds: opensOldRange },
  { name: 'rate:earlier-stage', role: 'old', holds: isOfEarlierStage },
  { name: 'rate:cut', role: 'old', holds: isCutFrom },
  { name: 'rate:cut', role: 'old', holds: isFromBehindTo },
  { name: 'rate:moved', role: 'old', holds: isMovedAway },
  { name: 'rate:moved', role: 'old', holds: isChangedThere },
  { name: 'rate:moved', role: 'old', needs: [COMING_TO], holds: isOfMovedList },
  { name: 'rate:before', role: 'old', holds: isToldBefore },
  { name: 'rate:days-before', role: 'old', holds: isOfDaysBefore },
  { name: 'rate:stands-now', role: 'old', needs: [NOW], holds: standsNow },
  { name: 'rate:moved', role: 'old', holds: goesByPoints },
  { name: 'rate:moved', role: 'old', needs: [NIL], holds: goesToNil },
  { name: 'rate:answered', role: 'other', needs: [RESPONSE], holds: isBehindResponse },
  { name: 'rate:ended', role: 'old', holds: endsHere },
  { name: 'rate:ended', role: 'old', holds: willBeEliminated },
  { name: 'rate:ended', role: 'old', holds: isPhasedOut },
  { name: 'rate:ended', role: 'old', needs: [LONGER], holds: isNoLongerCharged },
  { name: 'rate:afterwards', role: 'other', holds: ({ line, lead }) => tellsReturn(line, lead) },
  { name: 'rate:compared', role: 'other', holds: isReferredTo },
  { name: 'rate:beside', role: 'other', holds: opensBeside },
  { name: 'rate:past', role: 'old', holds: isOfThePast },
  { name: 'rate:past', role: 'old', needs: [LAST], holds: isOfLastTime },
  { name: 'rate:beside', role: 'other', holds: isBesideStep },
  { name: 'rate:other-side', role: 'other', needs: [OWN, 'place'], holds: isTheirOwn },
  { name: 'rate:other-side', role: 'other', needs: [UNLESS], holds: isToBeDropped },
  { name: 'rate:other-side', role: 'other', needs: [LAID, 'place'], holds: isOnOwnGoods },
  { name: 'rate:other-side', role: 'other', holds: (at) => at.isOthers(at.line) },
  { name: 'rate:taken-away', role: 'old', holds: isTakenAway },
  { name: 'rate:other-side', role: 'other', holds: isTheirs },
  { name: 'rate:called-off', role: 'other', holds: isOfCalledOff },
  { name: 'rate:not-reached', role: 'old', holds: isNotReached },
  { name: 'rate:old-news', role: 'other', holds: isBackgroundRate },
];

const rulesOf = rulesFor(RULES);

const NEW: Pick<RoleRule, 'name' | 'role'> = { name: 'rate:new', role: 'new' };

/** The role of a percentage and the rule that gives it. */
export function roleOfPercent(at: RateAt): Pick<RoleRule, 'name' | 'role'> {
  return rulesOf(at.line).find(({ holds }) => holds(at)) ?? NEW;
}

// What a complaint alleges, or an inquiry into what a state does holds against it, is no rate: an inquiry sets none.
function isLookedInto({ line, percent, lead }: RateAt): boolean {
  if (lead.action !== 'investigation-opened') return false;
  return (
    isRemedy(lead) ||
    lineHas(lead.line, 'instrument', 'Section 301') ||
    line.tokens.slice(0, percent.from).some(({ text }) => CLAIMING.test(text) || MARGIN.test(text))
  );
}

const CLAIMING = /^(?:alleg|claim|complain|petition|accus)/;
const MARGIN = /^(?:margin|undercut|dump)/;

// "would have doubled to 50%" is the rate of a measure that is put off, and of no other step.
function isUnrealRate({ line, percent, lead }: RateAt): boolean {
  return !HALTING.has(lead.action) && isUnreal(line, percent);
}

const HALTING: ReadonlySet<string> = new Set(['delayed', 'suspended', 'exempted']);

function isFarFromTariff({ line, lead }: RateAt): boolean {
  return !hasTariffContext(line, lead);
}

function isOfCalledOff({ line, lead, steps }: RateAt): boolean {
  return isCalledOffBeside(line, lead, steps);
}

// "In Executive Order 1 I imposed 20 percent" over "Accordingly, the rate shall be 10 percent"; "empowers him to impose up to 15".
function isRecited({ line, steps }: RateAt): boolean {
  return isRecital(line) && steps.some((step) => isOperative(step.line));
}

function isReplaced({ line, percent, all, lead }: RateAt): boolean {
  if (isOld(line, percent, all, lead.action)) return true;
  const before = hasOwnOld(line, percent) ? null : priorOf(line, percent, all);
  return before !== null && isOld(line, before, all, lead.action);
}

function endsHere(at: RateAt): boolean {
  const { line, percent, all, lead } = at;
  return isDroppedInBrackets(at) || isEnded(line, percent, all, lead.action);
}

function isTakenAway({ line, percent, all, lead }: RateAt): boolean {
  // "WTO rules against Peru's tariffs" / "The duties of 25% broke the rules".
  if (lead.action === 'struck-down')
    return isWorldRuling(lead) && !isMadeBeside(line, percent, lead);
  if (lead.action !== 'removed' || percent.value === 0 || isForATime(lead.line)) return false;
  // "sign deal at 19%" over "Bangkok will end tariffs on most US goods": the title has its own.
  if (line.isTitle && line !== lead.line && line.classes.has('deal')) return false;
  // "the free quota ends, beef pays 20% again": what comes back when a relief goes.
  if (lead.about === 'quota' || lead.about === 'relief') return false;
  if (line !== lead.line && isStatedAnew(line, percent, all)) return false;
  // "が終了" / "38.5％だった関税率は25％に下がった": what is charged from then on.
  if (line !== lead.line && line.lang !== 'en' && all.length > 1 && isReached(line, percent))
    return false;
  // "lifts the penalty" / "Its rate under the deal is 18%": what is charged from then on.
  if (line !== lead.line && line.classes.has('deal') && IS.has(tokenText(line, percent.from - 1)))
    return false;
  return !isSecond(line, percent, all) && !isMadeBeside(line, percent, lead);
}

function isTheirs({ line, percent, lead, sides }: RateAt): boolean {
  return isTheirRate(line, percent, lead, sides);
}

function isNotReached({ line, percent, all, lead }: RateAt): boolean {
  if (lead.action !== 'reduced' || hasOwnOld(line, percent)) return false;
  if (isSetForWhom(line, percent.to)) return false;
  if (isSetInstead(line, percent) || opensRisingRange(line, percent, all)) return false;
  // "5.9 percent on top of the usual 9 percent, 14.9 percent in all".
  if (hitsOf(line, 'total').some(({ from }) => from === percent.to)) return false;
  return !isReachedBy(line, percent) && !isReachedBy(line, startOfRange(line, percent, all));
}

const IS: ReadonlySet<string> = new Set(['is', 'be', 'at']);

const JOINED_WITHIN = 6;

// "above the EU's 15% and Peru's 10%", "replaces the 7% surcharge and the 1% fee": the second of two that are told of alike.
function priorOf(line: Line, percent: Percent, all: readonly Percent[]): Percent | null {
  const before = all.findLast((other) => other.to < percent.from);
  if (before === undefined || percent.from - before.to > JOINED_WITHIN || line.isTitle) return null;
  // "from 25 per cent, and a 10 per cent surcharge is added": one more.
  if (/^an?$/.test(tokenText(line, percent.from - 1))) return null;
  const joint = line.tokens.findIndex(({ text }, at) => text === 'and' && at >= before.to);
  if (joint < 0 || joint >= percent.from) return null;
  // Two figures side by side, as in "from 40% and 50%", are told apart elsewhere; a verb or a mark begins something new.
  const isAnew = line.tokens.slice(before.to, percent.from).some(({ kind, text }, at) => {
    const hit = hitOver(line, before.to + at);
    return (
      (kind === 'mark' && !POSSESSIVE.has(text)) ||
      ANEW.some((name) => hit?.meanings.has(name) === true)
    );
  });
  return !isAnew && percent.from - before.to > 1 ? before : null;
}

const ANEW = ['verb', 'gainer', 'prep', 'mood', 'saying'] as const;
const POSSESSIVE: ReadonlySet<string> = new Set(["'", '’', "'s", '’s']);

// "goes from 16% to 8% and then to zero": on its way to nothing.
function isSecond(line: Line, percent: Percent, all: readonly Percent[]): boolean {
  const before = all.findLast((other) => other.to <= percent.from);
  return before !== undefined && percent.from - before.to <= 3 && isOld(line, before, all);
}

const PERIODS: ReadonlySet<string> = new Set('days weeks months years'.split(' '));

// "drops the 25% tariff for four months": the rate of what is only halted.
function isForATime(line: Line): boolean {
  if (line.lang !== 'en') return false;
  return (
    line.tokens.some((token, at) => PERIODS.has(token.text) && tokenText(line, at - 2) === 'for') ||
    hitsOf(line, 'until').some((hit) => /^(?:until|till|through)$/.test(tokenText(line, hit.from)))
  );
}
