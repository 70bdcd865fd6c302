// Percentages that tell how large a quota is: "cuts quotas on steel from 50% to 20% of last year's volume, and from 100% to 75% for
// others". In: a percentage in its sentence. Out: yes or no. English only.
import type { Hit } from '../words/lexicon.ts';
import { hitOver, hitsOf, type Line, tokenText } from '../words/scene.ts';
import { lastPlaceOf, placeOf, wordGroup } from '../words/word-groups.ts';
import type { Percent } from './find-percents.ts';

const SIZING: ReadonlySet<string> = new Set(
  'cut cuts cutting lower lowers reduce reduces shrink shrinks slash slashes raise raises increase increases'.split(
    ' ',
  ),
);
/** Words for a quota. */
export const QUOTAS = wordGroup('quota quotas allocation allocations');
const SIZES: ReadonlySet<string> = new Set(['from', 'to']);
const SIZED_WITHIN = 34;
const MOVING = wordGroup(
  'down fall falls drop drops shrink shrinks decline declines go goes rise rises',
);
const MOVING_WITHIN = 24;
const SIZING_WITHIN = 5;

/** True where a quota, and no tariff, goes from one size to another. */
export function isSizeOfQuota(line: Line, percent: Percent): boolean {
  if (line.lang !== 'en' || !SIZES.has(tokenText(line, percent.from - 1))) return false;
  const quota = lastPlaceOf(line, QUOTAS, Math.max(0, percent.from - SIZED_WITHIN), percent.from);
  // "raises the duty above quota to 50%": what is beyond it pays a tariff.
  if (quota < 0 || hitOver(line, quota)?.meanings.has('outquota') === true) return false;
  // "cuts quotas from 50% to 20%", "quotas for mills without a pact fall from 50% to 20%".
  const isSized =
    line.tokens
      .slice(Math.max(0, quota - SIZING_WITHIN), quota)
      .some(({ text }) => SIZING.has(text)) ||
    placeOf(line, MOVING, quota + 1, Math.min(percent.from, quota + MOVING_WITHIN)) > 0;
  const isOfTariff = hitsOf(line, 'tariff').some(
    (hit) => hit.from > quota && hit.to <= percent.from && !isFreeOf(line, hit.from),
  );
  return isSized && !isOfTariff;
}

const FREE_WITHIN = 6;

// "the quota for steel free of the 50% surtax falls to 20%", "exempt from its tariffs": what the quota is free of.
function isFreeOf(line: Line, tariff: number): boolean {
  const before = line.tokens.slice(Math.max(0, tariff - FREE_WITHIN), tariff);
  return before.some(({ text }, at) => FREE_OF.test(`${text} ${before[at + 1]?.text ?? ''}`));
}

const FREE_OF = /^(?:free of|free from|exempt from)$/;

const GROWING = wordGroup(/^(?:grow|ris|increas|fall|shrink|expand|drop)(?:s|es|ing|e)?$/);
/** Words for a limit. */
export const CAPS = wordGroup('cap caps capped limit limits limited ceiling ceilings');
const SHARING: ReadonlySet<string> = new Set(['country', 'quarterly', 'individual', 'supplier']);
const GROWTH_WITHIN = 4;
const CAP_WITHIN = 9;
const CAPPED_WITHIN = 8;

const THOSE = wordGroup('those one');
const THOSE_WITHIN = 9;

/** True for "quotas go down to 20 per cent of last year's, and those for others from 100 to 75", "and sets one at 100pct for partners". */
export function isOfThose(line: Line, percent: Percent, all: readonly Percent[]): boolean {
  if (line.lang !== 'en') return false;
  const at = lastPlaceOf(line, THOSE, percent.from - THOSE_WITHIN, percent.from);
  const before = all.filter(({ to }) => to <= at);
  const isOfTariff = hitsOf(line, 'tariff').some((hit) => hit.from > at && hit.to <= percent.from);
  return at > 0 && !isOfTariff && before.some((other) => isSizeOfQuota(line, other));
}

/** True for "removes the 15 percent country cap". */
export function isCountryCap(line: Line, { to }: Percent): boolean {
  return CAPS.has(tokenText(line, to + 1)) && SHARING.has(tokenText(line, to));
}

/** True for "each quota grows by only 0.1%", "residual quotas get caps of 15% and 20%", "falls by 24% for one and 50% for another". */
export function isShareOfQuota(line: Line, percent: Percent, all: readonly Percent[]): boolean {
  if (line.lang !== 'en') return false;
  if (!QUOTAS.has(wordOfQuota(line, percent.from))) return false;
  if (isTakenShare(line, percent.from)) return true;
  if (isGrowth(line, percent.from) || isCap(line, percent.from)) return true;
  const before = all.findLast(({ to }) => to <= percent.from);
  if (before === undefined || percent.from - before.to > CAPPED_WITHIN) return false;
  return (
    isJoined(line, before, percent) &&
    (isGrowth(line, before.from) || isCap(line, before.from) || isTakenShare(line, before.from))
  );
}

const TAKING = /^(?:take|use|fill|claim|supply|hold)$/;
const MOST: ReadonlySet<string> = new Set(['at most', 'up to']);

// "a country may take at most 15%".
function isTakenShare(line: Line, from: number): boolean {
  const [second, first] = [tokenText(line, from - 2), tokenText(line, from - 1)];
  const isMost = MOST.has(`${second} ${first}`);
  return isMost && TAKING.test(tokenText(line, from - 3));
}

// "caps of 15% and 20%", "at 15% and those of two others at 20%".
function isJoined(line: Line, before: Percent, percent: Percent): boolean {
  const last = tokenText(line, percent.from - 1);
  if (last === 'and') return true;
  const isAlike = last === tokenText(line, before.from - 1);
  return isAlike && line.tokens.slice(before.to, percent.from).some(({ text }) => text === 'and');
}

// The last quota before the figure, unless a tariff stands between.
function wordOfQuota(line: Line, from: number): string {
  const quota = lastPlaceOf(line, QUOTAS, from - SIZED_WITHIN, from);
  const isOfTariff = hitsOf(line, 'tariff').some(
    (hit) =>
      hit.from > quota &&
      hit.to <= from &&
      !hit.meanings.has('quota') &&
      !isRelief(hit) &&
      !isFreeOf(line, hit.from),
  );
  return isOfTariff ? '' : tokenText(line, quota);
}

const isRelief = (hit: Hit): boolean => hit.meanings.has('relief');

function isGrowth(line: Line, from: number): boolean {
  const at = lastPlaceOf(line, GROWING, from - GROWTH_WITHIN, from);
  // "falls 24 percent", "grows by only 0.1%".
  return (
    at > 0 && (at === from - 1 || line.tokens.slice(at, from).some(({ text }) => text === 'by'))
  );
}

function isCap(line: Line, from: number): boolean {
  const at = lastPlaceOf(line, CAPS, from - CAP_WITHIN, from);
  return (
    at > 0 && (from - at <= 2 || line.tokens.slice(at, from).some(({ text }) => text === 'of'))
  );
}
