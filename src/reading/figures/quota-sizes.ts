// Percentages that tell how large a quota is: "cuts quotas on steel from 50% to 20% of last year's volume, and from 100% to 75% for
// others". In: a percentage in its sentence. Out: yes or no. English only.
import { hitOver, hitsOf, type Line, tokenText } from '../words/scene.ts';
import { lastPlaceOf, placeOf, wordGroup } from '../words/word-groups.ts';
import type { Percent } from './find-percents.ts';

const SIZING: ReadonlySet<string> = new Set(
  'cut cuts cutting lower lowers reduce reduces shrink shrinks slash slashes raise raises increase increases'.split(
    ' ',
  ),
);
const QUOTAS = wordGroup('quota quotas allocation allocations');
const SIZES: ReadonlySet<string> = new Set(['from', 'to']);
const SIZED_WITHIN = 34;
const MOVING = wordGroup(
  'fall falls drop drops shrink shrinks decline declines go goes rise rises',
);
const MOVING_WITHIN = 14;
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
    (hit) => hit.from > quota && hit.to <= percent.from,
  );
  return isSized && !isOfTariff;
}
