// Two items in, how strongly they tell one step of one measure out: facts first, words second, time between them.
// Symmetric and without memory; what score is enough is decided in story-index.ts.
import type { JurisdictionCode } from '../domain/jurisdiction.ts';
import type { Instrument } from '../domain/reading.ts';
import type { StoryFacts, StorySource } from '../domain/story.ts';
import { bodiesOf } from '../reference/memberships.ts';
import { isWithinProduct } from '../reference/product-names.ts';
import { type ActionLikeness, compareActions } from './action-family.ts';
import { type Clue, type ClueName, clueOf, REFUSED } from './clue.ts';
import {
  compareEffectiveDays,
  compareEndDays,
  comparePublication,
  publishedApart,
  publishedOn,
} from './compare-days.ts';
import {
  markersOf,
  sharedThings,
  type ThingKind,
  wasEnglish,
  wordLikeness,
} from './story-words.ts';

export type Comparison = {
  /** Sum of the points of all clues; minus infinity when the two cannot be one step. */
  readonly score: number;
  readonly clues: readonly Clue[];
};

/** A smaller share is less than one telling word. */
const FEW_WORDS = 0.03;

/** Compares two items as tellings of one step. */
export function compareSources(left: StorySource, right: StorySource): Comparison {
  const [a, b] = [left.facts, right.facts];
  const days = comparePublication(left, right);
  if (days === null) return { score: REFUSED, clues: [] };
  const clues = [
    compareImposers(a.imposers, b.imposers),
    compareTargets(a.targets, b.targets, left),
    compareProducts(a.products, b.products),
    compareRates(a, b),
    clueOf(stepClue(left, right), () => `${a.action}, ${b.action}`),
    compareInstruments(a.instrument, b.instrument),
    compareEffectiveDays(a.effectiveOn, b.effectiveOn),
    compareEndDays(a.endsOn, b.endsOn),
    ...days,
    ...compareMarkers(left.words, right.words),
    ...compareThings(left.words, right.words),
    ...compareWords(left, right),
  ].filter((clue) => clue !== null);
  return { score: clues.reduce((sum, clue) => sum + clue.points, 0), clues };
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

function stepClue(left: StorySource, right: StorySource): ClueName {
  const likeness = compareActions(left.facts.action, right.facts.action);
  const gap = publishedApart(left, right);
  return likeness === 'near' && gap >= PLAN_DAYS ? 'later step' : ACTION_CLUES[likeness];
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

function compareProducts(left: readonly string[], right: readonly string[]): Clue | null {
  if (left.length === 0 && right.length === 0) return null;
  const share = shareOf(left, right);
  const seen = (): string => seenIn(left, right);
  if (share === null) return clueOf('product known to one', seen);
  const [wideLeft, wideRight] = [left.includes('all-goods'), right.includes('all-goods')];
  if (wideLeft && wideRight) return clueOf('all goods');
  if (wideLeft || wideRight) return clueOf('all goods against some', seen);
  if (share === 1) return clueOf('same product', seen);
  if (share > 0) return clueOf('products overlap', seen);
  if (left.some((a) => right.some((b) => isWithinProduct(a, b) || isWithinProduct(b, a)))) {
    return clueOf('products overlap', seen);
  }
  // Free nouns (`other:heavy-trucks`, `other:trucks`) differ by the reader's wording, not by law.
  const isFree = [...left, ...right].some((product) => product.startsWith('other:'));
  return clueOf(isFree ? 'product may differ' : 'different products', seen);
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
  if (shared.length === 0) return clueOf('different rates', seen);
  const isRare = shared.some((rate) => !COMMON_RATES.has(rate.pct));
  return clueOf(isRare ? 'same uncommon rate' : 'same rate', seen);
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

const NO_CLUES: readonly Clue[] = [];

/** Markers that one headline of a step would hardly leave out when another has them. */
const TELLING_MARKERS = [
  'extension',
  'refund',
  'comments',
  'in-force',
  'in-court',
  'in-answer',
] as const;

function compareMarkers(left: readonly string[], right: readonly string[]): readonly Clue[] {
  const [a, b] = [markersOf(left), markersOf(right)];
  if (a.size === 0 && b.size === 0) return NO_CLUES;
  const clues = TELLING_MARKERS.flatMap((marker) => {
    if (a.has(marker) && b.has(marker)) return [clueOf(`both say ${marker}`)];
    return a.has(marker) || b.has(marker) ? [clueOf(`one says ${marker}`)] : [];
  });
  const stages = [a, b].map((markers) =>
    markers.has('provisional') === markers.has('definitive')
      ? 'open'
      : markers.has('provisional')
        ? 'provisional'
        : 'definitive',
  );
  if (stages[0] !== 'open' && stages[1] !== 'open') {
    clues.push(
      clueOf(stages[0] === stages[1] ? 'same stage of the case' : 'provisional against final'),
    );
  }
  return clues;
}

// What the texts name counts beside the facts: a reader that missed the target of one of two items still saw the country.
function compareThings(left: readonly string[], right: readonly string[]): readonly Clue[] {
  return [
    compareNamed('country', left, right),
    compareNamed('product', left, right),
    compareNamed('percentage', left, right),
  ].filter((clue) => clue !== null);
}

const NAMED_CLUES: Readonly<
  Record<ThingKind, { readonly same: ClueName; readonly other: ClueName }>
> = {
  country: { same: 'same countries named', other: 'other countries named' },
  product: { same: 'same products named', other: 'other products named' },
  percentage: { same: 'same percentages named', other: 'other percentages named' },
};

function compareNamed(
  kind: ThingKind,
  left: readonly string[],
  right: readonly string[],
): Clue | null {
  const named = sharedThings(kind, left, right);
  if (named === null) return null;
  const { shared, share } = named;
  if (shared.length === 0) return clueOf(NAMED_CLUES[kind].other);
  return clueOf(NAMED_CLUES[kind].same, () => shared.join('+'), share);
}

// The first shared words tell the most, so their share counts by its root. Between two languages only names and numbers
// can agree, and finding none says nothing.
function compareWords(left: StorySource, right: StorySource): readonly Clue[] {
  const likeness = Math.min(wordLikeness(left.words, right.words), 1);
  const seen = (): string => `${Math.round(likeness * 100)}%`;
  if (likeness >= FEW_WORDS) return [clueOf('telling words shared', seen, Math.sqrt(likeness))];
  return wasEnglish(left.words) && wasEnglish(right.words)
    ? [clueOf('no telling word shared', seen)]
    : [];
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
