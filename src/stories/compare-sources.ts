// Two items in, how strongly they tell one step of one measure out: facts first, words second, time between them.
// Symmetric and without memory; what score is enough is decided in story-index.ts.
import type { Instrument } from '../domain/reading.ts';
import type { StoryFacts, StorySource } from '../domain/story.ts';
import { type ActionLikeness, compareActions } from './action-family.ts';
import { type Clue, REFUSED } from './clue.ts';
import { compareEffectiveDays, comparePublication } from './compare-days.ts';
import { wordLikeness } from './story-words.ts';

export type Comparison = {
  /** Sum of all clues; minus infinity when one of them refuses. */
  readonly score: number;
  readonly clues: readonly Clue[];
};

/** Points of every clue on facts and words, in one table so that they can be read and weighed together. */
const POINTS = {
  imposerSame: 1,
  imposerShared: 0.6,
  imposerUnknown: -0.4,
  targetSame: 1.6,
  targetShared: 1.1,
  targetWorld: 0.5,
  targetWidth: -0.9,
  targetUnknown: -0.3,
  productSame: 1.2,
  productShared: 0.8,
  productAllGoods: 0.4,
  productWidth: -1.6,
  productUnsure: -0.6,
  productUnknown: -0.2,
  rateRare: 2.2,
  rateCommon: 1.1,
  rateUnknown: -0.2,
  rateOther: -3.5,
  instrumentSame: 0.5,
  instrumentOther: -2,
  wordsFull: 5,
  wordsNone: -0.8,
} as const;

const ACTION_CLUES: Readonly<Record<ActionLikeness, Clue>> = {
  same: { clue: 'same step', points: 0.9 },
  kindred: { clue: 'kindred step', points: 0.5 },
  open: { clue: 'step not named', points: -0.2 },
  near: { clue: 'step may differ', points: -1 },
  apart: { clue: 'different step', points: -3.5 },
};

/** Rates that many measures share; equal figures beyond these are a strong sign. */
const COMMON_RATES: ReadonlySet<number> = new Set([0, 5, 10, 15, 20, 25, 30, 35, 40, 50, 100]);

/** Compares two items as tellings of one step. */
export function compareSources(left: StorySource, right: StorySource): Comparison {
  const [a, b] = [left.facts, right.facts];
  const clues = [
    compareImposers(a.imposers, b.imposers),
    compareTargets(a.targets, b.targets),
    compareProducts(a.products, b.products),
    compareRates(a, b),
    ACTION_CLUES[compareActions(a.action, b.action)],
    compareInstruments(a.instrument, b.instrument),
    compareEffectiveDays(a.effectiveOn, b.effectiveOn),
    ...comparePublication(left, right),
    compareWords(left.words, right.words),
  ].filter((clue) => clue !== null);
  return { score: clues.reduce((sum, clue) => sum + clue.points, 0), clues };
}

function compareImposers(left: readonly string[], right: readonly string[]): Clue {
  const share = shareOf(left, right);
  if (share === null) return { clue: 'imposer unknown', points: POINTS.imposerUnknown };
  if (share === 0) return { clue: 'different imposers', points: REFUSED };
  return share === 1
    ? { clue: 'same imposer', points: POINTS.imposerSame }
    : { clue: 'shared imposer', points: POINTS.imposerShared };
}

function compareTargets(left: readonly string[], right: readonly string[]): Clue {
  const share = shareOf(left, right);
  if (share === null) return { clue: 'target unknown', points: POINTS.targetUnknown };
  const [worldLeft, worldRight] = [left.includes('WORLD'), right.includes('WORLD')];
  if (worldLeft && worldRight) return { clue: 'every origin', points: POINTS.targetWorld };
  if (worldLeft || worldRight) {
    return { clue: 'every origin against some', points: POINTS.targetWidth };
  }
  if (share === 0) return { clue: 'different targets', points: REFUSED };
  return share === 1
    ? { clue: 'same target', points: POINTS.targetSame }
    : { clue: 'shared target', points: POINTS.targetShared };
}

function compareProducts(left: readonly string[], right: readonly string[]): Clue {
  const share = shareOf(left, right);
  if (share === null) return { clue: 'product unknown', points: POINTS.productUnknown };
  const [wideLeft, wideRight] = [left.includes('all-goods'), right.includes('all-goods')];
  if (wideLeft && wideRight) return { clue: 'all goods', points: POINTS.productAllGoods };
  if (wideLeft || wideRight) return { clue: 'all goods against some', points: POINTS.productWidth };
  if (share === 1) return { clue: 'same product', points: POINTS.productSame };
  if (share > 0) return { clue: 'shared product', points: POINTS.productShared };
  // Free nouns (`other:heavy-trucks`, `other:trucks`) differ by the reader's wording, not by law.
  return [...left, ...right].some((product) => product.startsWith('other:'))
    ? { clue: 'product may differ', points: POINTS.productUnsure }
    : { clue: 'different products', points: REFUSED };
}

function compareRates(left: StoryFacts, right: StoryFacts): Clue | null {
  if (left.rates.length === 0 && right.rates.length === 0) return null;
  if (left.rates.length === 0 || right.rates.length === 0) {
    return { clue: 'rate unknown', points: POINTS.rateUnknown };
  }
  const shared = left.rates.filter((a) => right.rates.some((b) => isSameRate(a.pct, b.pct)));
  if (shared.length === 0) return { clue: 'different rates', points: POINTS.rateOther };
  const rare = shared.find((rate) => !COMMON_RATES.has(rate.pct));
  return rare === undefined
    ? { clue: `same rate ${shared[0]?.pct}%`, points: POINTS.rateCommon }
    : { clue: `same uncommon rate ${rare.pct}%`, points: POINTS.rateRare };
}

// A headline rounds: 27.83 is told as 27.8, and 38.1 as 38. Two figures of one precision that differ are two rates.
function isSameRate(a: number, b: number): boolean {
  if (a === b) return true;
  const [fewer, more] = [decimalsOf(a), decimalsOf(b)].sort((x, y) => x - y);
  return fewer !== more && Math.abs(a - b) <= 0.5 / 10 ** (fewer ?? 0);
}

function decimalsOf(rate: number): number {
  return (String(rate).split('.')[1] ?? '').length;
}

const KINDRED_INSTRUMENTS: readonly ReadonlySet<Instrument>[] = [
  new Set(['AD', 'CVD']),
  new Set(['safeguard', 'Section 201']),
];

function compareInstruments(left: Instrument | null, right: Instrument | null): Clue | null {
  if (left === null || right === null) return null;
  if (left === right) return { clue: 'same instrument', points: POINTS.instrumentSame };
  // Retaliation says why, the others say on what ground: one measure can be both.
  if (left === 'retaliation' || right === 'retaliation') return null;
  if (KINDRED_INSTRUMENTS.some((kin) => kin.has(left) && kin.has(right))) return null;
  return { clue: 'different instruments', points: POINTS.instrumentOther };
}

function compareWords(left: readonly string[], right: readonly string[]): Clue {
  const likeness = Math.min(wordLikeness(left, right), 1);
  return {
    clue: `words ${Math.round(likeness * 100)}% alike`,
    points: POINTS.wordsNone + (POINTS.wordsFull - POINTS.wordsNone) * likeness,
  };
}

// Jaccard share of two lists; null when either is unknown (empty).
function shareOf(left: readonly string[], right: readonly string[]): number | null {
  if (left.length === 0 || right.length === 0) return null;
  const shared = left.filter((value) => right.includes(value)).length;
  return shared / (left.length + right.length - shared);
}
