// The facts of two items in, what they say for or against one step out: parties, products, rates, step and instrument.
// Symmetric and without memory; of the texts only what they name is asked.
import type { Action, Instrument } from '../domain/reading.ts';
import type { StoryFacts, StorySource } from '../domain/story.ts';
import { goodsKindsIn } from '../reference/goods-kinds.ts';
import { areOneProduct } from '../reference/product-names.ts';
import { compareActions, isBurden, isEnding, isRetaliation } from './action-family.ts';
import { addTo, type Clue, clueOf } from './clue.ts';
import { compareEffectiveDays, compareEndDays } from './compare-days.ts';
import { shareOf } from './compare-lists.ts';
import { compareParties } from './compare-parties.ts';
import { compareRates, shareRate } from './compare-rates.ts';
import { compareSteps } from './compare-steps.ts';
import { isUnread } from './story-facts.ts';
import { markersOf, shareProduct, wasEnglish } from './story-words.ts';

/** Compares what two items state; facts that neither states give no clue. */
export function compareFacts(left: StorySource, right: StorySource): readonly Clue[] {
  const a = left.facts;
  const b = right.facts;
  if (isUnread(a) || isUnread(b)) return compareUnread(left, right);
  const clues = [...compareParties(left, right)];
  addTo(clues, compareProducts(left, right));
  addTo(clues, compareRates(a, b));
  addTo(clues, compareSteps(left, right));
  addTo(clues, compareInstruments(a.instrument, b.instrument));
  addTo(clues, compareEffectiveDays(a.effectiveOn, b.effectiveOn));
  addTo(clues, compareEndDays(a.endsOn, b.endsOn));
  return clues;
}

const HALTS = ['halt', 'called-off'] as const;

// Of an item that could not be read the headline may still say that a duty sleeps: "shares soar as he backs down". In court it is a
// ruling that is halted, and the duty goes on.
function compareUnread(left: StorySource, right: StorySource): readonly Clue[] {
  const nothing = clueOf('nothing read of one');
  const [unread, read] = isUnread(left.facts) ? [left, right] : [right, left];
  const markers = markersOf(unread.words);
  if (!HALTS.some((halt) => markers.has(halt)) || markers.has('in-court')) return [nothing];
  const { action } = read.facts;
  if (isEnding(action)) return [nothing, clueOf('both halt')];
  return isBurden(action) ? [nothing, clueOf('one halts')] : [nothing];
}

function compareProducts(one: StorySource, other: StorySource): Clue | null {
  const a = one.facts;
  const b = other.facts;
  const left = a.products;
  const right = b.products;
  if (left.length === 0 && right.length === 0) return null;
  const share = shareOf(left, right);
  if (share === null) return clueOf('product known to one');
  if (isList(a.action) && isList(b.action) && share < 1) {
    return clueOf(share > 0 ? 'products overlap' : 'product may differ');
  }
  const wideLeft = left.includes('all-goods');
  const wideRight = right.includes('all-goods');
  if (wideLeft && wideRight) return clueOf('all goods');
  if (wideLeft || wideRight) {
    return clueOf(areOneBurden(a, b) ? 'goods of one untold' : 'all goods against some');
  }
  if (share === 1)
    return clueOf(areOtherKinds(one, other) ? 'two goods of one group' : 'same product');
  if (share > 0) return clueOf('products overlap');
  if (left.some((goods) => right.some((others) => areOneProduct(goods, others)))) {
    return clueOf('products overlap');
  }
  // "Chips and machines" / "medicines": groups of the list that differ are two measures, whatever is named beside them.
  if (areOtherGroups(left, right)) return clueOf('different products');
  // Free nouns (`other:heavy-trucks`, `other:trucks`) differ by the reader's wording, not by law.
  if (left.every(isGroup) && right.every(isGroup)) return clueOf('different products');
  return clueOf(areOtherNames(one, other) ? 'goods of other names' : 'product may differ');
}

// "Duties on Chinese wheelchairs" / "EU slaps 47.9% on China": a tariff on one country is read as one on all its goods where the
// text leaves them unsaid. Two tariffs of one day on one country would differ in rate or step.
function areOneBurden(a: StoryFacts, b: StoryFacts): boolean {
  if (shareOf(a.imposers, b.imposers) !== 1 || shareOf(a.targets, b.targets) !== 1) return false;
  if (a.targets.includes('WORLD')) return false;
  const likeness = compareActions(a.action, b.action);
  // A deal of many parts lifts some duties and halts others on one day.
  const isOneStep = likeness === 'same' || likeness === 'rare';
  if (!isOneStep && !(likeness === 'kindred' && isBurden(a.action))) return false;
  return a.rates.length === 0 || b.rates.length === 0 || shareRate(a, b);
}

// "Sugar" / "eggs": one group of the list holds both. Who names goods of both kinds tells of one list; of what is eased or answered
// with, each desk names other goods of a long one.
function areOtherKinds(one: StorySource, other: StorySource): boolean {
  const isOfOneGoods = ({ facts, words }: StorySource): boolean =>
    facts.products.length === 1 &&
    isBurden(facts.action) &&
    !isList(facts.action) &&
    wasEnglish(words);
  if (!isOfOneGoods(one) || !isOfOneGoods(other)) return false;
  const [a, b] = [goodsKindsIn(one.words), goodsKindsIn(other.words)];
  return a.size > 0 && b.size > 0 && [...a].every((kind) => !b.has(kind));
}

const FREE = 'other:';

// Share 0 is known: no group is in both, and each side names one.
function areOtherGroups(left: readonly string[], right: readonly string[]): boolean {
  return left.some(isGroup) && right.some(isGroup);
}

function isGroup(product: string): boolean {
  return !product.startsWith(FREE);
}

// "Paper and board", "plastics": two lists of free nouns of which no word is shared name two cases, not one in two wordings.
// In two languages no noun is shared, whatever it names; and what the reader took for the goods of one may stand in both texts.
function areOtherNames(one: StorySource, other: StorySource): boolean {
  if (!wasEnglish(one.words) || !wasEnglish(other.words)) return false;
  const nouns = nounsOf(other.facts.products);
  if (nounsOf(one.facts.products).some((noun) => nouns.includes(noun))) return false;
  return !shareProduct(one.words, other.words);
}

/** The goods of a source never change, and are compared with those of many others. */
const knownNouns = new WeakMap<readonly string[], readonly string[]>();

function nounsOf(products: readonly string[]): readonly string[] {
  const known = knownNouns.get(products);
  if (known !== undefined) return known;
  const nouns = products.flatMap((product) => product.replace(FREE, '').split('-'));
  knownNouns.set(products, nouns);
  return nouns;
}

// Deals and retaliation run down long lists, of which each desk names what its readers sell.
function isList(action: Action): boolean {
  return action === 'deal-reached' || isRetaliation(action);
}

const REMEDIES: ReadonlySet<Instrument> = new Set(['AD', 'CVD', 'safeguard']);

const KINDRED_INSTRUMENTS: readonly ReadonlySet<Instrument>[] = [
  new Set(['AD', 'CVD']),
  new Set(['safeguard', 'Section 201']),
];

function compareInstruments(left: Instrument | null, right: Instrument | null): Clue | null {
  if (left === null || right === null) return null;
  if (left === right) return clueOf('same instrument');
  // Retaliation says why, a national act says on what ground: one measure can be both. A trade remedy answers a price.
  const isAnswer = left === 'retaliation' || right === 'retaliation';
  const isRemedy = REMEDIES.has(left) || REMEDIES.has(right);
  if (isAnswer && !isRemedy) return null;
  if (KINDRED_INSTRUMENTS.some((kin) => kin.has(left) && kin.has(right))) return null;
  return clueOf('different instruments');
}
