// The facts of two items in, what they say for or against one step out: parties, products, rates, step and instrument.
// Symmetric and without memory; no look at any text.
import type { JurisdictionCode } from '../domain/jurisdiction.ts';
import type { Action, Instrument } from '../domain/reading.ts';
import type { StoryFacts, StorySource } from '../domain/story.ts';
import { bodiesOf } from '../reference/memberships.ts';
import { isWithinProduct } from '../reference/product-names.ts';
import { type ActionLikeness, compareActions, isEasing } from './action-family.ts';
import { type Clue, type ClueName, clueOf } from './clue.ts';
import {
  compareEffectiveDays,
  compareEndDays,
  publishedApart,
  publishedOn,
} from './compare-days.ts';

/** Compares what two items state; facts that neither states give no clue. */
export function compareFacts(left: StorySource, right: StorySource): readonly Clue[] {
  const [a, b] = [left.facts, right.facts];
  return [
    ...compareParties(left, right),
    compareProducts(a, b),
    compareRates(a, b),
    clueOf(stepClue(left, right), () => `${a.action}, ${b.action}`),
    compareInstruments(a.instrument, b.instrument),
    compareEffectiveDays(a.effectiveOn, b.effectiveOn),
    compareEndDays(a.endsOn, b.endsOn),
  ].filter((clue) => clue !== null);
}

const ACTION_CLUES: Readonly<Record<ActionLikeness, ClueName>> = {
  rare: 'same rare step',
  same: 'same step',
  kindred: 'kindred step',
  open: 'step not named',
  near: 'step may differ',
  apart: 'different step',
};

/** Days after which a plan and its decision are two pieces of news and no longer two ways to put one. */
const PLAN_DAYS = 2;

/** What one side asks and the other answers, days apart and in much the same words. */
const ASKING: ReadonlySet<Action> = new Set(['exemption-sought', 'exemption-denied']);

function stepClue(left: StorySource, right: StorySource): ClueName {
  const actions = [left.facts.action, right.facts.action];
  const likeness = compareActions(left.facts.action, right.facts.action);
  if (likeness === 'apart' && actions.some((action) => ASKING.has(action)))
    return 'request and answer';
  const gap = publishedApart(left, right);
  return likeness === 'near' && gap >= PLAN_DAYS ? 'later step' : ACTION_CLUES[likeness];
}

function compareParties(left: StorySource, right: StorySource): readonly (Clue | null)[] {
  const [a, b] = [left.facts, right.facts];
  return areTwoSides(a, b)
    ? [clueOf('two sides of a bargain', () => seenIn(a.imposers, b.imposers))]
    : [compareImposers(a.imposers, b.imposers), compareTargets(a.targets, b.targets, left)];
}

// A request and its answer have two sides as well, and who asks whom is easily read the wrong way round.
function isMutual(action: Action): boolean {
  return isEasing(action) || ASKING.has(action);
}

// Each side of a deal lowers something for the other, and an item tells one of them first. Of two burdens with the parties
// changed over, the later one is the answer, a step of its own.
function areTwoSides(a: StoryFacts, b: StoryFacts): boolean {
  return (
    isMutual(a.action) &&
    isMutual(b.action) &&
    shareOf(a.imposers, b.imposers) === 0 &&
    shareOf(a.imposers, b.targets) === 1 &&
    shareOf(a.targets, b.imposers) === 1
  );
}

function compareImposers(left: readonly string[], right: readonly string[]): Clue | null {
  if (left.length === 0 && right.length === 0) return null;
  const share = shareOf(left, right);
  const seen = (): string => seenIn(left, right);
  if (share === null) return clueOf('imposer known to one', seen);
  if (share === 0) return clueOf('different imposers', seen);
  return clueOf(share === 1 ? 'same imposer' : 'imposers overlap', seen);
}

function compareTargets(
  left: readonly JurisdictionCode[],
  right: readonly JurisdictionCode[],
  source: StorySource,
): Clue | null {
  if (left.length === 0 && right.length === 0) return null;
  const share = shareOf(left, right);
  const seen = (): string => seenIn(left, right);
  if (share === null) return clueOf('target known to one', seen);
  const [worldLeft, worldRight] = [left.includes('WORLD'), right.includes('WORLD')];
  if (worldLeft && worldRight) return clueOf('every origin');
  if (worldLeft || worldRight) return clueOf('every origin against some', seen);
  if (share === 0) {
    const on = publishedOn(source);
    // "The EU" to one desk is "Germany" to another.
    const [bodies, others] = [left, right].map((codes) => codes.flatMap((c) => bodiesOf(c, on)));
    const isPart = (bodies ?? []).some((body) => others?.includes(body));
    return clueOf(isPart ? 'targets overlap' : 'different targets', seen);
  }
  return clueOf(share === 1 ? 'same target' : 'targets overlap', seen);
}

function compareProducts(a: StoryFacts, b: StoryFacts): Clue | null {
  const [left, right] = [a.products, b.products];
  if (left.length === 0 && right.length === 0) return null;
  const share = shareOf(left, right);
  const seen = (): string => seenIn(left, right);
  if (share === null) return clueOf('product known to one', seen);
  if (isList(a.action) && isList(b.action) && share < 1) {
    return clueOf(share > 0 ? 'products overlap' : 'product may differ', seen);
  }
  const [wideLeft, wideRight] = [left.includes('all-goods'), right.includes('all-goods')];
  if (wideLeft && wideRight) return clueOf('all goods');
  if (wideLeft || wideRight) return clueOf('all goods against some', seen);
  if (share === 1) return clueOf('same product', seen);
  if (share > 0) return clueOf('products overlap', seen);
  if (left.some((a) => right.some((b) => isWithinProduct(a, b) || isWithinProduct(b, a)))) {
    return clueOf('products overlap', seen);
  }
  // Free nouns (`other:heavy-trucks`, `other:trucks`) differ by the reader's wording, not by law.
  const isFree = [...left, ...right].some((product) => product.startsWith(FREE));
  if (!isFree) return clueOf('different products', seen);
  return clueOf(areOtherNames(left, right) ? 'goods of other names' : 'product may differ', seen);
}

const FREE = 'other:';

// "Paper and board", "plastics": two lists of free nouns of which no word is shared name two cases, not one in two wordings.
function areOtherNames(left: readonly string[], right: readonly string[]): boolean {
  if (![...left, ...right].every((product) => product.startsWith(FREE))) return false;
  const [a, b] = [left, right].map((products) =>
    products.flatMap((product) => product.slice(FREE.length).split('-')),
  );
  return !(a ?? []).some((word) => b?.includes(word));
}

// Deals and retaliation run down long lists, of which each desk names what its readers sell.
function isList(action: Action): boolean {
  return action === 'deal-reached' || action.startsWith('retaliation-');
}

/** Rates that many measures share; equal figures beyond these are a strong sign. */
const COMMON_RATES: ReadonlySet<number> = new Set([0, 5, 10, 15, 20, 25, 30, 35, 40, 50, 100]);

function compareRates(left: StoryFacts, right: StoryFacts): Clue | null {
  if (left.rates.length === 0 && right.rates.length === 0) return null;
  const seen = (): string =>
    [left, right].map(({ rates }) => rates.map((r) => `${r.pct}%`).join('+')).join(', ');
  if (left.rates.length === 0 || right.rates.length === 0) {
    return clueOf('rate known to one', seen);
  }
  const shared = left.rates.filter((a) => right.rates.some((b) => isSameRate(a.pct, b.pct)));
  if (shared.length === 0) {
    if (isNextRate(left, right) !== isNextRate(right, left)) {
      return clueOf('new rate of one is old to the other', seen);
    }
    return clueOf(areReliefAndDuty(left, right) ? 'rate known to one' : 'different rates', seen);
  }
  const isRare = shared.some((rate) => !COMMON_RATES.has(rate.pct));
  return clueOf(isRare ? 'same uncommon rate' : 'same rate', seen);
}

// "From 30% to 90%" is the step before the one that goes "from 90% to 120%".
function isNextRate(early: StoryFacts, late: StoryFacts): boolean {
  return early.rates.every(({ pct }) => late.oldRates.includes(pct));
}

// Of a relief one desk writes what is left to pay (nothing), another the duty that is spared: no contradiction.
function areReliefAndDuty(left: StoryFacts, right: StoryFacts): boolean {
  const [a, b] = [left, right].map(({ rates }) => rates.every(({ pct }) => pct === 0));
  return isEasing(left.action) && isEasing(right.action) && a !== b;
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

const REMEDIES: ReadonlySet<Instrument> = new Set(['AD', 'CVD', 'safeguard']);

const KINDRED_INSTRUMENTS: readonly ReadonlySet<Instrument>[] = [
  new Set(['AD', 'CVD']),
  new Set(['safeguard', 'Section 201']),
];

function compareInstruments(left: Instrument | null, right: Instrument | null): Clue | null {
  if (left === null || right === null) return null;
  if (left === right) return clueOf('same instrument', () => left);
  // Retaliation says why, a national act says on what ground: one measure can be both. A trade remedy answers a price.
  const [isAnswer, isRemedy] = [
    [left, right].includes('retaliation'),
    REMEDIES.has(left) || REMEDIES.has(right),
  ];
  if (isAnswer && !isRemedy) return null;
  if (KINDRED_INSTRUMENTS.some((kin) => kin.has(left) && kin.has(right))) return null;
  return clueOf('different instruments', () => `${left}, ${right}`);
}

function seenIn(left: readonly string[], right: readonly string[]): string {
  return [left, right].map((values) => values.join('+') || 'none').join(', ');
}

// Jaccard share of two lists; null when either is unknown (empty).
function shareOf(left: readonly string[], right: readonly string[]): number | null {
  if (left.length === 0 || right.length === 0) return null;
  const shared = left.filter((value) => right.includes(value)).length;
  return shared / (left.length + right.length - shared);
}
