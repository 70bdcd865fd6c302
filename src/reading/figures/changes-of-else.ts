// Percentages by which something else than a tariff changes or is limited: "a 47% reduction", "a 15% cap in the residual quota",
// "raises its workforce by 50 per cent", "could have resulted in tariffs of 62%". In: a line and a percentage of it. Out: yes or
// no. English only.
import { hitFrom, hitsOf, type Line, tokenText } from '../words/scene.ts';
import { lastPlaceOf, placeOf, says, wordGroup } from '../words/word-groups.ts';
import type { Percent } from './find-percents.ts';
import { isOfTaxed } from './of-taxed.ts';

export const LESS = wordGroup('reduction reductions cut decrease decline drop fall contraction');

/** True for "a 47% reduction": how much less, of whatever it is. */
export function isHowMuchLess(line: Line, percent: Percent): boolean {
  // "sold at 52 percent less than fair value, and will collect deposits at these rates".
  if (says(line, DEPOSITS)) return false;
  // "come down to 20 per cent, less than half the 46 per cent": what is reached.
  if (tokenText(line, percent.from - 1) === 'to') return false;
  return line.lang === 'en' && LESS.has(tokenText(line, percent.to));
}

const DEPOSITS = wordGroup('deposit deposits');

export const CAP = wordGroup('cap caps limit limits ceiling liberalization liberalisation');

/** True for "a 15% cap in the residual quota"; "a 15% cap on tariffs" is a rate. */
export function isCapOfQuota(line: Line, percent: Percent): boolean {
  if (line.lang !== 'en') return false;
  if (isBehindCap(line, percent)) return true;
  if (!CAP.has(tokenText(line, percent.to))) return false;
  return !hitsOf(line, 'tariff').some((hit) => hit.from > percent.to);
}

const CAPPED_WITHIN = 9;

// "cuts the cap for hot rolled sheet from 15 percent to 13 percent" in a sentence of quotas.
function isBehindCap(line: Line, { from }: Percent): boolean {
  if (!line.classes.has('quota')) return false;
  const at = lastPlaceOf(line, CAP, from - CAPPED_WITHIN, from);
  if (at < 0 || !/^(?:for|of)$/.test(tokenText(line, at + 1))) return false;
  return !hitsOf(line, 'tariff').some((hit) => hit.from > at && hit.to <= from);
}

const BRACKET_WITHIN = 6;

/** True for "186,856 t for flat (no country above 36 percent)": how much of a quota one may take. */
export function isShareOfQuota(line: Line, { from }: Percent): boolean {
  if (line.lang !== 'en') return false;
  const before = line.tokens.slice(Math.max(0, from - BRACKET_WITHIN), from);
  const open = before.findLastIndex(({ text }) => text === '(' || text === ')');
  if (open < 0 || before[open]?.text !== '(') return false;
  return !hitsOf(line, 'tariff').some((hit) => hit.to <= from && hit.from > from - BRACKET_WITHIN);
}

const ON_TIME: ReadonlySet<string> = new Set(['on', 'this', 'year', 'over', 'since']);
/** How one thing stands to another, behind how far. */
export const APART = wordGroup(
  'up down higher lower dearer cheaper costlier pricier weaker stronger firmer heavier bigger smaller larger',
);

/** True for "could be 6% higher by autumn", "closed 3% lower": how far, of whatever it is. "A 6% higher duty" may be a rate. */
export function isHowFarApart(line: Line, percent: Percent): boolean {
  if (line.lang !== 'en') return false;
  const at = tokenText(line, percent.to);
  // "are 3% down on the week", "10% up on last year".
  if (at === 'up' || at === 'down') return ON_TIME.has(tokenText(line, percent.to + 1));
  if (!APART.has(at)) return false;
  return hitFrom(line, percent.to + 1)?.meanings.has('tariff') !== true;
}

export const ADDING = wordGroup(/^(?:add|shav|knock|lop|wip|trim)/);
const ADDED_WITHIN = 4;
const ADDED_TO: ReadonlySet<string> = new Set(['to', 'off', 'from', 'onto']);
const ELSE =
  /^(?:bills?|inflation|growth|gdp|output|sales|profits?|earnings|revenues?|budgets?|exports?|imports?|trade|turnover|economy|shares?|wages?|incomes?)$/;
const ELSE_WITHIN = 6;

/** True for "could add 2% to food bills", "would shave 0.4% off growth". */
export function isAddedToElse(line: Line, percent: Percent): boolean {
  if (line.lang !== 'en' || !ADDED_TO.has(tokenText(line, percent.to))) return false;
  if (lastPlaceOf(line, ADDING, percent.from - ADDED_WITHIN, percent.from) < 0) return false;
  const isLikely = placeOf(line, MAY, percent.from - MAY_WITHIN, percent.from) >= 0;
  return line.tokens
    .slice(percent.to, percent.to + ELSE_WITHIN)
    .some(({ text }) => ELSE.test(text) || (isLikely && DEAR.test(text)));
}

/** "adds 25% to the cost of shipments" is the tariff; "could add 5% to prices" is what comes of it. */
const DEAR = /^(?:prices?|costs?)$/;
const MAY = wordGroup('could may might');
const MAY_WITHIN = 4;

export const BY_WORD = wordGroup('by');
const ABOUT =
  /^(?:only|just|about|around|some|nearly|almost|over|up|to|as|much|at|least|most|more|less|than|roughly|a|further|another|an|additional)$/;
const ABOUT_WITHIN = 4;
/** "A first stage of 36% would be followed by 80%". */
const SUCCEEDED: ReadonlySet<string> = new Set(['followed', 'replaced']);

/** True for "raises its workforce by 50 per cent", "the quota drops by only 40 percent": no tariff stands before. */
export function isElseBy(line: Line, percent: Percent): boolean {
  if (line.lang !== 'en') return false;
  let at = percent.from - 1;
  while (at > percent.from - ABOUT_WITHIN && ABOUT.test(tokenText(line, at))) at -= 1;
  if (tokenText(line, at) !== 'by' || SUCCEEDED.has(tokenText(line, at - 1))) return false;
  // "tariffs will raise prices by 1.5%": what the tariff changes stands right before.
  const before = tokenText(line, at - 1);
  if (DEAR.test(before) || (ELSE.test(before) && !isOfTaxed(line, at))) return true;
  const changed = line.hits.findLast(
    (hit) => hit.to <= at && (hit.meanings.has('tariff') || hit.meanings.has('quota')),
  );
  if (changed === undefined) return !line.classes.has('tariff') && !line.isUnderTariff;
  return changed.meanings.has('quota') && !changed.meanings.has('tariff');
}

export const HAVE = wordGroup('have');
const UNREAL = /^(?:could|would|might)$/;
const UNREAL_WITHIN = 9;

/** True for "a review that could have resulted in tariffs of up to 62%": it did not. */
export function isUnreal(line: Line, percent: Percent): boolean {
  if (line.lang !== 'en') return false;
  return line.tokens
    .slice(Math.max(0, percent.from - UNREAL_WITHIN), percent.from)
    .some(({ text }, at, all) => UNREAL.test(text) && all[at + 1]?.text === 'have');
}

export const COMPARING = wordGroup('compares compared');

/** True for "compares with 25% for India and 20% for Vietnam": rates of others, up to the next comma. */
export function isHeldBeside(line: Line, percent: Percent): boolean {
  if (line.lang !== 'en') return false;
  const at = lastPlaceOf(line, COMPARING, 0, percent.from);
  if (at < 0 || !/^(?:with|to)$/.test(tokenText(line, at + 1))) return false;
  const between = line.tokens.slice(at, percent.from);
  return (
    between.some(({ text }) => text === 'for' || text === 'on') &&
    !between.some(({ text }) => text === ',')
  );
}

export const IMPACT = wordGroup('impact effect');
const IMPACT_WITHIN = 8;

/** True for "the impact is put at only 2.5%". */
export function isImpact(line: Line, percent: Percent): boolean {
  if (line.lang !== 'en' || line.classes.has('tariff')) return false;
  return lastPlaceOf(line, IMPACT, Math.max(0, percent.from - IMPACT_WITHIN), percent.from) >= 0;
}
