// Margins of dumping and subsidy beside a duty: what was found of a producer is no rate where the duty itself is told. In: a
// percentage in its sentence. Out: yes or no.
import { hitBefore, type Line, tokenText } from '../words/scene.ts';
import { lastPlaceOf, placeOf, wordGroup } from '../words/word-groups.ts';
import type { Percent } from './find-percents.ts';

/** What was found of a producer, which a duty may equal or stay below. */
export const MARGIN = wordGroup('margin margins');
const MARGIN_WITHIN = 5;

/** "proposes 15.4-22.7%, against margins of up to 40%": a margin that was found, beside the duty that is laid. */
export function isMereMargin(line: Line, percent: Percent, all: readonly Percent[]): boolean {
  if (isOfSubsidyBeside(line, percent)) return true;
  // "a margin of 3.63%, changed from 2.1%": what it was is no duty.
  const isDuty = (other: Percent): boolean =>
    tokenText(line, other.from - 1) !== 'from' && !isMarginOf(line, other, all);
  return isMarginOf(line, percent, all) && all.some(isDuty);
}

const SUBSIDY = /^(?:subsid|countervail)/;
const RANGE_WITHIN = 7;

// "dumping margins of 40% to 90%, and subsidy margins of 2% to 3%": neither end of the second range is the duty.
function isOfSubsidyBeside(line: Line, { from }: Percent): boolean {
  const at = lastPlaceOf(line, MARGIN, Math.max(0, from - RANGE_WITHIN), from);
  if (at < 1 || !SUBSIDY.test(tokenText(line, at - 1))) return false;
  const first = placeOf(line, MARGIN);
  return first < at && /^dump/.test(tokenText(line, first - 1));
}

/** True in "margins of 8% to 83% for India, and of 9% for Peru": the list of margins goes on. */
export function isMarginOf(line: Line, percent: Percent, all: readonly Percent[]): boolean {
  if (isMargin(line, percent)) return true;
  const before = all.findLast((other) => other.to <= percent.from);
  return (
    before !== undefined &&
    !line.hits.some(
      (hit) =>
        hit.from >= before.to &&
        hit.to <= percent.from &&
        ANOTHER.some((name) => hit.meanings.has(name)),
    ) &&
    goesOn(line, before, percent) &&
    isMarginOf(line, before, all)
  );
}

const RANGING: ReadonlySet<string> = new Set(['to', 'and', '-', '–', 'or']);

// "of 7% to 25%", "7% for Avanti, 18% for Nekkanti".
function goesOn(line: Line, before: Percent, percent: Percent): boolean {
  if (tokenText(line, percent.from - 1) === 'of') return true;
  // "5% for Avanti and 20% countrywide".
  if (tokenText(line, percent.from - 1) === 'and' && tokenText(line, before.to) === 'for')
    return true;
  if (percent.from - before.to === 1) return RANGING.has(tokenText(line, before.to));
  if (isOfNext(line, before, percent)) return true;
  return tokenText(line, before.to) === 'for' && tokenText(line, percent.to) === 'for';
}

const NAMED_WITHIN = 4;

// "margins of dumping: Mexico 11%; Chile 33%": a row of the list.
function isOfNext(line: Line, before: Percent, { from }: Percent): boolean {
  const mark = tokenText(line, before.to);
  if (from - before.to > NAMED_WITHIN || (mark !== ';' && mark !== ',')) return false;
  return hitBefore(line, from)?.meanings.has('place') === true;
}

const ANOTHER = ['verb', 'tariff', 'gainer'] as const;

function isMargin(line: Line, percent: Percent): boolean {
  return line.tokens
    .slice(Math.max(0, percent.from - MARGIN_WITHIN), percent.from)
    .some(({ text }) => MARGIN.has(text));
}

/** Words that say by what something is counted. */
export const EACH = wordGroup('each every');

/** True for "a point up for each 5 per cent that prices fall". */
export function isPerStep(line: Line, percent: Percent): boolean {
  return EACH.has(tokenText(line, percent.from - 1));
}
