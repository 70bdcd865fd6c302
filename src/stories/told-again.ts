// Two items in, whether the later one tells the step of the earlier one once more, as trade papers and law firms do weeks after
// the news. Where every week brings a new tariff a late report is mostly of the next step; it is of the same one where no fact
// differs and a mark of the measure that few others bear comes back. Symmetric and without memory.
import type { Action, Instrument } from '../domain/reading.ts';
import type { StoryFacts, StorySource } from '../domain/story.ts';
import {
  compareActions,
  isAskingOrRefusing,
  isBurden,
  isThreatMadeFormal,
} from './action-family.ts';
import { shareOf } from './compare-lists.ts';
import { haveOtherRates, sharedRates } from './compare-rates.ts';
import { mayMeanAll } from './every-origin.ts';
import { isPlanForDay } from './planned-day.ts';
import { isUnread } from './story-facts.ts';
import {
  markersOf,
  sharedTellingWords,
  sharedThings,
  type ThingKind,
  wordLikeness,
} from './story-words.ts';

/** True when what both items state agrees, step and goods first, and something in it is the measure's own. `days` lie between. */
export function isToldAgain(left: StorySource, right: StorySource, days: number): boolean {
  if (isUnread(left.facts) || isUnread(right.facts)) {
    return namesTheSame(left, right) && !areOtherStages(left, right);
  }
  return (
    isSaidOfBoth(left, right) &&
    haveNoOtherFact(left, right) &&
    !areOtherStages(left, right) &&
    hasOwnMark(left, right, days)
  );
}

/** Markers of a further step: what one of two reports has and the other lacks sets them apart. */
const LATER_STAGES = ['extension', 'refund', 'comments', 'in-force', 'stay', 'called-off'] as const;

function areOtherStages(left: StorySource, right: StorySource): boolean {
  const [a, b] = [markersOf(left.words), markersOf(right.words)];
  if (LATER_STAGES.some((marker) => a.has(marker) !== b.has(marker))) return true;
  return (
    (a.has('provisional') && b.has('definitive')) || (b.has('provisional') && a.has('definitive'))
  );
}

function isSaidOfBoth(left: StorySource, right: StorySource): boolean {
  return (
    isOneStep(left.facts.action, right.facts.action) ||
    isOneStage(left, right) ||
    isPlanForDay(left, right)
  );
}

// Requests come again and again, deals are told at each of their stages, and "other" may be anything. "Imposed" and "raised"
// are two words for one step; a pause, a cut and an end are three steps.
function isOneStep(a: Action, b: Action): boolean {
  if (
    a === 'deal-reached' ||
    b === 'deal-reached' ||
    isAskingOrRefusing(a) ||
    isAskingOrRefusing(b) ||
    isThreatMadeFormal(a, b)
  )
    return false;
  const likeness = compareActions(a, b);
  return likeness === 'same' || likeness === 'rare' || (likeness === 'kindred' && isBurden(a));
}

// A finding has no action of its own, but both say "provisional" or "final" of a duty on one case.
function isOneStage(left: StorySource, right: StorySource): boolean {
  if (!isCase(left.facts, right.facts)) return false;
  const [a, b] = [markersOf(left.words), markersOf(right.words)];
  if (compareActions(left.facts.action, right.facts.action) !== 'open') return false;
  return STAGES.some((stage) => a.has(stage) && b.has(stage));
}

const STAGES = ['provisional', 'definitive'] as const;

function isCase(a: StoryFacts, b: StoryFacts): boolean {
  return REMEDIES.has(a.instrument) && REMEDIES.has(b.instrument);
}

function haveNoOtherFact(left: StorySource, right: StorySource): boolean {
  const [a, b] = [left.facts, right.facts];
  return (
    mayBeOne(a.imposers, b.imposers) &&
    (mayBeOne(a.targets, b.targets) || isAllAndSome(left, right)) &&
    (shareOf(a.products, b.products) ?? 0) > 0 &&
    !a.products.includes(ALL_GOODS) &&
    !b.products.includes(ALL_GOODS) &&
    !haveOtherRates(a, b) &&
    (a.effectiveOn === null || b.effectiveOn === null || a.effectiveOn === b.effectiveOn) &&
    (a.endsOn === null || b.endsOn === null || a.endsOn === b.endsOn)
  );
}

const ALL_GOODS = 'all-goods';

function mayBeOne(left: readonly string[], right: readonly string[]): boolean {
  return (shareOf(left, right) ?? 1) === 1;
}

function isAllAndSome(left: StorySource, right: StorySource): boolean {
  return (
    left.facts.targets.includes('WORLD') !== right.facts.targets.includes('WORLD') &&
    mayMeanAll(left.facts.targets.includes('WORLD') ? right : left)
  );
}

const REMEDIES: ReadonlySet<Instrument | null> = new Set(['AD', 'CVD', 'safeguard'] as const);

/** Likeness of words from which on two items with the same facts are of one matter. */
const MUCH_ALIKE = 0.35;
const ALIKE = 0.2;
/** Words beside goods, countries and steps that two texts on one measure share: "edible", "palm". */
const OWN_WORDS = 2;
/** Goods and rates from which on a list that comes back whole is of one measure: "100% on buses and 25% on tubes". */
const LISTED = 2;
/** Days in which steel, cars or food see no second step of the same kind at the same rate; each stage of a law repeats it later. */
const WIDE_GOODS_DAYS = 14;

// Goods that hardly any other measure is about; of goods that many are about a day or a rate, not long after. An odd rate is no
// mark of a step: it stays from the plan to the order.
function hasOwnMark(left: StorySource, right: StorySource, days: number): boolean {
  const [a, b] = [left.facts, right.facts];
  const rates = sharedRates(a, b);
  const likeness = wordLikeness(left.words, right.words);
  if (a.products.some((goods) => goods.startsWith('other:') && b.products.includes(goods))) {
    return likeness >= (isCase(a, b) || rates.length > 0 ? ALIKE : MUCH_ALIKE);
  }
  if (days > WIDE_GOODS_DAYS) return false;
  if (isOneList(a.products, b.products) && rates.length >= LISTED) return true;
  if (a.action !== b.action) return false;
  if (a.endsOn !== null && a.endsOn === b.endsOn) return true;
  const words = sharedTellingWords(left.words, right.words);
  return rates.length > 0 && likeness >= ALIKE && words.length >= OWN_WORDS;
}

function isOneList(left: readonly string[], right: readonly string[]): boolean {
  return left.length >= LISTED && shareOf(left, right) === 1;
}

/** What fewest texts name stands first. */
const KINDS: readonly ThingKind[] = ['percentage', 'product', 'country'];

/** Goods out of a long list that two desks choose alike. */
const CHOSEN = 2;

function isNamedByBoth(kind: ThingKind, left: StorySource, right: StorySource): boolean {
  const named = sharedThings(kind, left.words, right.words);
  if (named === null) return false;
  return named.share === 1 || (kind === 'product' && named.shared.length >= CHOSEN);
}

// Of an item that could not be read the countries, goods and figures still stand in the text: all three have to be the same.
function namesTheSame(left: StorySource, right: StorySource): boolean {
  return (
    KINDS.every((kind) => isNamedByBoth(kind, left, right)) &&
    wordLikeness(left.words, right.words) >= MUCH_ALIKE
  );
}
