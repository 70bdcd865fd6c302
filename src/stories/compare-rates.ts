// The rates of two items in, what they say for or against one step out. Headlines round, reliefs are told by two rates, and a
// rate that was the old one elsewhere tells the next step. Symmetric and without memory.
import type { StoryFacts } from '../domain/story.ts';
import { isEasing, isFullRelief } from './action-family.ts';
import { type Clue, type ClueName, clueOf } from './clue.ts';

/** Rates that many measures share; equal figures beyond these are a strong sign. */
const COMMON_RATES: ReadonlySet<number> = new Set([0, 5, 10, 15, 20, 25, 30, 35, 40, 50, 100]);

/** Compares the new rates of two items; null when neither prints one. */
export function compareRates(left: StoryFacts, right: StoryFacts): Clue | null {
  if (left.rates.length === 0 && right.rates.length === 0) return null;
  if (left.rates.length === 0 || right.rates.length === 0) {
    return clueOf('rate known to one');
  }
  const shared = sharedRates(left, right);
  if (shared.length === 0) {
    if (areOfOneRelief(left, right)) return clueOf('rate known to one');
    const isNext = isNextRate(left, right) !== isNextRate(right, left);
    if (isNext || isRaisedLater(left, right) || isRaisedLater(right, left)) {
      return clueOf('new rate of one is old to the other');
    }
    const isOpen = areReliefAndDuty(left, right) || areOfSomeOfAll(left, right);
    return clueOf(isOpen ? 'rate known to one' : 'different rates');
  }
  if (isRaisedFrom(left, right) || isRaisedFrom(right, left)) {
    return clueOf('raised from the rate of the other');
  }
  return clueOf(shared.some(isUncommonRate) ? 'same uncommon rate' : 'same rate');
}

const OTHER_RATES: ReadonlySet<ClueName | undefined> = new Set([
  'different rates',
  'new rate of one is old to the other',
  'raised from the rate of the other',
]);

/** True when what two items print of rates speaks against one step. */
export function haveOtherRates(left: StoryFacts, right: StoryFacts): boolean {
  return OTHER_RATES.has(compareRates(left, right)?.name);
}

/** The rates of the first item that the second prints as well, as printed or rounded. */
export function sharedRates(left: StoryFacts, right: StoryFacts): readonly number[] {
  const shared: number[] = [];
  for (const { pct } of left.rates) if (isPrinted(pct, right)) shared.push(pct);
  return shared;
}

/** True when a rate of the first item is one of the second. */
export function shareRate(left: StoryFacts, right: StoryFacts): boolean {
  return left.rates.some(({ pct }) => isPrinted(pct, right));
}

function isPrinted(pct: number, { rates }: StoryFacts): boolean {
  for (const rate of rates) if (isSameRate(pct, rate.pct)) return true;
  return false;
}

/** True for a rate that few measures share. */
export function isUncommonRate(pct: number): boolean {
  return !COMMON_RATES.has(pct);
}

// "Lifts it to 15%, a day after ordering 10": all that the other item tells is the lower figure of a rise.
function isRaisedFrom(low: StoryFacts, rise: StoryFacts): boolean {
  if (rise.action !== 'increased' || low.action === 'increased') return false;
  const highest = Math.max(...rise.rates.map(({ pct }) => pct));
  const isTold = sharedRates(low, rise).length === low.rates.length;
  return isTold && low.rates.every(({ pct }) => pct < highest);
}

// "To 60% from January 5" where the other says 40% from December 20: a rise need not print what it rises from.
function isRaisedLater(low: StoryFacts, rise: StoryFacts): boolean {
  if (rise.action !== 'increased' || low.action === 'increased') return false;
  if (low.effectiveOn === null || rise.effectiveOn === null) return false;
  const lowest = Math.min(...rise.rates.map(({ pct }) => pct));
  return low.effectiveOn < rise.effectiveOn && low.rates.every(({ pct }) => pct < lowest);
}

// "From 30% to 90%" is the step before the one that goes "from 90% to 120%".
function isNextRate(early: StoryFacts, late: StoryFacts): boolean {
  return early.rates.every(({ pct }) => late.oldRates.includes(pct));
}

// "Shall no longer be subject to the duty of 25 percent" / "lifts the 25% penalty; 18% stays": what ends is the new figure of one
// and the old figure of the other.
function areOfOneRelief(left: StoryFacts, right: StoryFacts): boolean {
  if (!isFullRelief(left.action) || !isFullRelief(right.action)) return false;
  return isNextRate(left, right) || isNextRate(right, left);
}

// Of a relief one desk writes what is left to pay (nothing), another the duty that is spared; of what two sides ease for each
// other, one desk writes what is left on this side, another what is off on that. No contradiction.
function areReliefAndDuty(left: StoryFacts, right: StoryFacts): boolean {
  if (!isEasing(left.action) || !isEasing(right.action)) return false;
  if ([left, right].some(({ imposers }) => imposers.length > 1)) return true;
  const [a, b] = [left, right].map(({ rates }) => rates.every(({ pct }) => pct === 0));
  return a !== b;
}

// "10% on all, more for some" / "34% on China, 20% on the EU": of one step on all, each desk prints the rate of those it names.
function areOfSomeOfAll(left: StoryFacts, right: StoryFacts): boolean {
  if (![left, right].every(({ targets }) => targets.includes('WORLD'))) return false;
  return left.targets.length !== right.targets.length;
}

// A headline rounds: 27.83 is told as 27.8, and 38.1 as 38. Two figures of one precision that differ are two rates.
function isSameRate(a: number, b: number): boolean {
  if (a === b) return true;
  if (Math.abs(a - b) > MOST_ROUNDED) return false;
  const [fewer, more] = [decimalsOf(a), decimalsOf(b)].sort((x, y) => x - y);
  return fewer !== more && Math.abs(a - b) <= 0.5 / 10 ** (fewer ?? 0);
}

/** What rounding to a whole percent takes off or adds at the most. */
const MOST_ROUNDED = 0.5;

function decimalsOf(rate: number): number {
  return (String(rate).split('.')[1] ?? '').length;
}
