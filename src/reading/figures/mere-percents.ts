// Percentages that are no tariff rates, whoever's step is told. In: a percentage in its sentence. Out: the rules that drop it:
// shares (shares.ts), movements, differences, percentage points, and rates of other taxes.

import type { Needing } from '../words/asked-rules.ts';
import type { Hit } from '../words/lexicon.ts';
import { hitFrom, hitsOf, isParted, type Line, means, tokenText } from '../words/scene.ts';
import { lastPlaceOf, wordGroup } from '../words/word-groups.ts';
import {
  ADDING,
  APART,
  BY_WORD,
  CAP,
  COMPARING,
  IMPACT,
  isAddedToElse,
  isCapOfQuota,
  isElseBy,
  isHeldBeside,
  isHowFarApart,
  isHowMuchLess,
  isImpact,
  isShareOfQuota,
  LESS,
} from './changes-of-else.ts';
import { isOfEconomyAbroad, isPartOfTrade, PART_OF } from './economy-abroad.ts';
import { aboutStart, type Percent } from './find-percents.ts';
import {
  BANK,
  ECONOMY,
  isContent,
  isMeanRate,
  isOfBank,
  isOfEconomy,
  isOfOdds,
  isUsual,
  MEAN,
  USUALLY,
} from './mere-estimates.ts';
import { isMereMargin, isPerStep, MARGIN } from './mere-margins.ts';
import { isOfIncome } from './of-income.ts';
import { isOnRevenue, isOtherTax, REVENUE } from './other-taxes.ts';
import { isOffPrice, MEASURED } from './parts-and-prices.ts';
import { isMeasured, isPartOf, isQuotaCut, isShare, MEASURE, WHOLE_OF } from './shares.ts';
import { isPriceGapAbroad, isShareAbroad } from './shares-abroad.ts';
import { EXPORT, isNegative, isOnExports } from './signed-percents.ts';

/** A rule that holds for percentages which are no tariff rates, with its name. */
type NoRate = Needing & {
  readonly name: `rate:${string}`;
  readonly holds: (line: Line, percent: Percent, all: readonly Percent[]) => boolean;
};

const POLLED = wordGroup(
  'approve approved disapprove disapproved oppose opposed say said think believe blame disagree agree',
);

// "53% approve of the answer", "64 percent say": who is asked, no rate.
function isPolled(line: Line, percent: Percent): boolean {
  return percent.value !== WHOLE && POLLED.has(tokenText(line, percent.to));
}

const SHARED_WITHIN = 6;

// "drop to 20 per cent of 2024 levels from 50 per cent": of the same as the figure before.
function isOldShare(line: Line, percent: Percent, all: readonly Percent[]): boolean {
  if (tokenText(line, percent.from - 1) !== 'from' || !line.classes.has('quota')) return false;
  const before = all.findLast((other) => other.to <= percent.from);
  return (
    before !== undefined &&
    tokenText(line, before.to) === 'of' &&
    percent.from - before.to <= SHARED_WITHIN
  );
}

const GIVING_BACK = wordGroup(/^(?:reimburse|refund|compensat|offset|credit)/);
const BACK_WITHIN = 5;

// "will be reimbursed up to 3.75% of the value of a car": what is given back.
function isGivenBack(line: Line, percent: Percent): boolean {
  if (tokenText(line, percent.to) !== 'of') return false;
  const before = line.tokens.slice(Math.max(0, percent.from - BACK_WITHIN), percent.from);
  return before.some(({ text }) => GIVING_BACK.has(text));
}

const WHOLLY =
  /^(?:electric|eletric|elektri|elettric|cotton|algod|coton|baumwoll|katoen|wool|recycled|natural|owned|american-made|local|organic|leather|arabica|silk|poly?est|poliest)/;

// "100% electric cars", "100% elétricos": wholly so.
function isWholly(line: Line, percent: Percent): boolean {
  return percent.value === WHOLE && WHOLLY.test(tokenText(line, percent.to));
}

const WHOLE = 100;

function isPoints(line: Line, percent: Percent, all: readonly Percent[]): boolean {
  return (
    hitsOf(line, 'points').some((hit) => hit.from >= percent.from && hit.from <= percent.to) &&
    !addsPoints(line, percent, all)
  );
}

// A title that tells no other figure: "to raise tariffs on Canada by 10 percentage points" tells what is charged on top.
function addsPoints(line: Line, { from }: Percent, all: readonly Percent[]): boolean {
  if (line.lang !== 'en' || !line.isTitle || all.length > 1) return false;
  const raise = hitsOf(line, 'verb').find((hit) => hit.to <= from && means(hit, 'verb', 'raise'));
  return (
    raise !== undefined &&
    hitsOf(line, 'tariff').some((hit) => hit.from >= raise.from && hit.to <= from)
  );
}

const FULLY: ReadonlySet<string> = new Set(
  'carry go going sure certain behind ready right committed confident prepared determined serious agree support true correct convinced clear focused aligned on-board will do happening'.split(
    ' ',
  ),
);
const QUOTES: ReadonlySet<string> = new Set(["'", '"', '’', '”', '“', '‘', ',']);

// "is 100% behind the plan": wholly, no rate.
function isFully(line: Line, percent: Percent): boolean {
  if (percent.value !== 100) return false;
  const at = QUOTES.has(tokenText(line, percent.to)) ? percent.to + 1 : percent.to;
  return FULLY.has(tokenText(line, at));
}

// "will pay 25% more for medicines": a price, a wage.
function isDearer(line: Line, percent: Percent, all: readonly Percent[]): boolean {
  const text = tokenText(line, percent.to);
  const last = text === 'to' ? all.find(({ from }) => from === percent.to + 1) : undefined;
  if (last !== undefined && last.value > percent.value) return isDearer(line, last, all);
  if (tokenText(line, percent.to + 2) === 'fair') return false;
  return MORE.has(text) && !TARIFF_NEXT.has(tokenText(line, percent.to + 1));
}

const MORE = wordGroup('more less');
const UNDERCUTTING = wordGroup(/^undercut/);
const UNDERCUT_WITHIN = 9;

// "Prices undercut those of local makers by 37%".
function isUndercut(line: Line, percent: Percent): boolean {
  return lastPlaceOf(line, UNDERCUTTING, percent.from - UNDERCUT_WITHIN, percent.from) >= 0;
}

const TARIFF_NEXT: ReadonlySet<string> = new Set(['tariff', 'tariffs', 'duty', 'duties', 'in']);

function isMovement(line: Line, percent: Percent, all: readonly Percent[]): boolean {
  // "falls by 24% and 50%": a list moves together.
  const before = all.find((other) => other.to < percent.from && percent.from - other.to <= 2);
  if (before !== undefined && tokenText(line, percent.from - 1) === 'and') {
    return isMovement(line, before, []);
  }
  // "puts up a 35% tariff barrier": what the figure stands before is a tariff.
  if (hitFrom(line, percent.to)?.meanings.has('tariff') === true) return false;
  const start = aboutStart(line, percent);
  return hitsOf(line, 'movement').some(
    (hit) =>
      means(hit, 'movement', 'fell') &&
      percent.from - hit.to >= 0 &&
      start - hit.to <= 1 &&
      tokenText(line, percent.from - 1) !== 'to' &&
      tokenText(line, start - 1) !== 'to' &&
      !(tokenText(line, hit.from) === 'up' && tokenText(line, hit.to) === 'to'),
  );
}

const CHANGE = wordGroup(
  'fall drop rise increase decline jump surge slump plunge gain loss growth reduction contraction decrease slide spike',
);
const CHANGED_NEAR = 5;

// "a 12% fall in profit"; "a 25% increase in duties" may be a rate.
function isChangeOf(line: Line, percent: Percent): boolean {
  if (!CHANGE.has(tokenText(line, percent.to)) || tokenText(line, percent.to + 1) !== 'in')
    return false;
  return !hitsOf(line, 'tariff').some(
    (hit) => hit.from >= percent.to && hit.from - percent.to <= CHANGED_NEAR,
  );
}

const EACH = wordGroup('every each');
const CHANGED_BY = /^(?:change|rise|increase|fall|drop|decline|movement|swing|jump)$/;

// "by five points for every five-percent change in world prices", "for each 10% rise in prices": how far something else has to move.
function isForEach(line: Line, percent: Percent): boolean {
  return (
    line.lang === 'en' &&
    EACH.has(tokenText(line, percent.from - 1)) &&
    CHANGED_BY.test(tokenText(line, percent.to))
  );
}

const LAWS = wordGroup(
  'rules commitments section law act statute provision provisions legislation constitution',
);
const ALLOWING = wordGroup(/^(?:allow|permit|let|empower|authori[sz]|enabl|entitl)/);
const MOST =
  /(?:^| )(?:up to|not (?:to exceed|exceeding|above)|as (?:high|much) as|maximum(?: of)?|no more than)$/;

// "Section 122 lets a president impose a surcharge not to exceed 15 percent": how far a law goes, not what is done.
function isAllowed(line: Line, percent: Percent): boolean {
  if (line.lang !== 'en' || line.isTitle) return false;
  const words = line.tokens.slice(0, percent.from).map(({ text }) => text);
  if (!MOST.test(words.slice(-4).join(' '))) return false;
  const law = words.findIndex((text) => LAWS.has(text));
  return law >= 0 && words.slice(law).some((text) => ALLOWING.has(text));
}

const DIFFERS_WITHIN = 14;

// "widening the gap with refined oil from 8.25% to 19.25%": how far two rates lie apart.
function isDifference(line: Line, percent: Percent): boolean {
  return hitsOf(line, 'share').some((hit) => {
    const gap = percent.from - hit.to;
    if (!means(hit, 'share', 'gap') || gap < 0 || gap > DIFFERS_WITHIN) return false;
    if (isParted(line, hit.to, percent.from)) return false;
    return !changesBetween(line, hit.to, percent.from) || movesItself(line, hit, percent);
  });
}

// "The duty differential between the two oils rises to 19.25%": no tariff behind the word, so that it is what rises.
function movesItself(line: Line, gap: Hit, percent: Percent): boolean {
  // "The gap in duty between the two".
  const start = /^(?:in|of)$/.test(tokenText(line, gap.to)) ? gap.to + 3 : gap.to;
  return !hitsOf(line, 'tariff').some((hit) => hit.from >= start && hit.to <= percent.from);
}

function changesBetween(line: Line, from: number, to: number): boolean {
  return line.hits.some(
    (hit) =>
      hit.from >= from &&
      hit.to <= to &&
      CHANGES.some((family) => means(hit, 'verb', family)) &&
      !hit.meanings.has('oldrate'),
  );
}

const CHANGES = ['impose', 'raise', 'cut'] as const;

/** Why a percentage is no tariff rate, whoever's step is told; the first rule that holds names it. */
export const NO_RATES: readonly NoRate[] = [
  { name: 'rate:share', holds: isShare },
  { name: 'rate:share', needs: [WHOLE_OF], holds: isPartOf },
  { name: 'rate:share', holds: isQuotaCut },
  { name: 'rate:share', holds: isShareAbroad },
  { name: 'rate:movement', holds: isPriceGapAbroad },
  { name: 'rate:share', needs: [MEASURE], holds: isMeasured },
  { name: 'rate:share', needs: [POLLED], holds: isPolled },
  { name: 'rate:other-tax', needs: [REVENUE], holds: isOnRevenue },
  { name: 'rate:share', holds: isOfIncome },
  { name: 'rate:share', needs: ['quota'], holds: isOldShare },
  { name: 'rate:margin', needs: [MARGIN], holds: isMereMargin },
  { name: 'rate:movement', holds: isNegative },
  { name: 'rate:on-exports', needs: [EXPORT], holds: isOnExports },
  { name: 'rate:movement', needs: ['movement'], holds: isMovement },
  { name: 'rate:movement', needs: [CHANGE], holds: isChangeOf },
  { name: 'rate:movement', needs: [EACH], holds: isForEach },
  { name: 'rate:movement', needs: [MORE], holds: isDearer },
  { name: 'rate:movement', needs: [MEASURED], holds: isOffPrice },
  { name: 'rate:margin', needs: [UNDERCUTTING], holds: isUndercut },
  { name: 'rate:movement', needs: [ECONOMY], holds: isOfEconomy },
  { name: 'rate:movement', holds: isOfEconomyAbroad },
  { name: 'rate:other-tax', needs: [BANK], holds: isOfBank },
  { name: 'rate:share', needs: [PART_OF], holds: isPartOfTrade },
  { name: 'rate:mean', needs: [MEAN], holds: isMeanRate },
  { name: 'rate:mean', needs: [USUALLY], holds: isUsual },
  { name: 'rate:share', holds: isOfOdds },
  { name: 'rate:share', holds: isContent },
  { name: 'rate:movement', needs: [APART], holds: isHowFarApart },
  { name: 'rate:movement', needs: [ADDING], holds: isAddedToElse },
  { name: 'rate:movement', needs: [LESS], holds: isHowMuchLess },
  { name: 'rate:movement', needs: [BY_WORD], holds: isElseBy },
  { name: 'rate:share', needs: [CAP], holds: isCapOfQuota },
  { name: 'rate:share', needs: ['quota', 'tonnes'], holds: isShareOfQuota },
  { name: 'rate:compared', needs: [COMPARING], holds: isHeldBeside },
  { name: 'rate:movement', needs: [IMPACT], holds: isImpact },
  { name: 'rate:given-back', needs: [GIVING_BACK], holds: isGivenBack },
  { name: 'rate:adverb', holds: isFully },
  { name: 'rate:allowed', needs: [LAWS, ALLOWING], holds: isAllowed },
  { name: 'rate:difference', needs: ['share'], holds: isDifference },
  { name: 'rate:made-of', holds: isWholly },
  { name: 'rate:percentage-points', needs: ['points'], holds: isPoints },
  { name: 'rate:per-step', needs: [EACH], holds: isPerStep },
  { name: 'rate:other-tax', holds: isOtherTax },
];
