// All subscriptions as dense bitsets, one per attribute value, so that a story is matched by a few passes of AND and OR
// over words. Updated in place; exact: it gives what `explainFilter` gives for each subscription. Holds no story.
import type { Story } from '../domain/story.ts';
import type { Subscription } from '../domain/subscription.ts';
import {
  andInto,
  andNotInto,
  type Bitset,
  clearBit,
  createBitset,
  forEachBit,
  growBitset,
  orInto,
  setBit,
} from './bitset.ts';
import { excludedValues, includedValues } from './explain-filter.ts';
import {
  type AttributeTerms,
  FILTER_ATTRIBUTES,
  type FilterAttribute,
  readStoryTerms,
} from './story-terms.ts';

export type SubscriptionIndex = {
  /** Adds a subscription; one with the same id is replaced. */
  add(subscription: Subscription): void;
  /** False when no such subscription is held. */
  remove(id: string): boolean;
  /** Every subscription whose filter takes the story, in the order of their slots. */
  match(story: Story): readonly Subscription[];
  size(): number;
};

/** The sets of one attribute. A slot is in `any` when its filter does not care, in `lone` when it names one value only. */
type AttributeSets = {
  readonly any: Bitset;
  readonly byValue: Map<string, Bitset>;
  readonly lone: Map<string, Bitset>;
  readonly several: Bitset;
  readonly refused: Map<string, Bitset>;
};

type IndexState = {
  slots: (Subscription | undefined)[];
  readonly slotOf: Map<string, number>;
  readonly free: number[];
  readonly live: Bitset;
  readonly sets: ReadonlyMap<FilterAttribute, AttributeSets>;
  wordCount: number;
  result: Uint32Array;
  scratch: Uint32Array;
  spare: Uint32Array;
};

/** An index over `subscriptions`; keep it beside the store and tell it of each change. */
export function createSubscriptionIndex(
  subscriptions: Iterable<Subscription> = [],
): SubscriptionIndex {
  const state = emptyState();
  const index: SubscriptionIndex = {
    add(subscription) {
      remove(state, subscription.id);
      add(state, subscription);
    },
    remove: (id) => remove(state, id),
    match: (story) => match(state, story),
    size: () => state.slotOf.size,
  };
  for (const subscription of subscriptions) index.add(subscription);
  return index;
}

function emptyState(): IndexState {
  const wordCount = 4;
  return {
    slots: [],
    slotOf: new Map(),
    free: [],
    live: createBitset(wordCount),
    sets: new Map(
      FILTER_ATTRIBUTES.map((attribute) => [
        attribute,
        {
          any: createBitset(wordCount),
          byValue: new Map(),
          lone: new Map(),
          several: createBitset(wordCount),
          refused: new Map(),
        },
      ]),
    ),
    wordCount,
    result: new Uint32Array(wordCount),
    scratch: new Uint32Array(wordCount),
    spare: new Uint32Array(wordCount),
  };
}

function add(state: IndexState, subscription: Subscription): void {
  const slot = state.free.pop() ?? state.slots.length;
  if (slot >= state.wordCount * 32) grow(state);
  state.slots[slot] = subscription;
  state.slotOf.set(subscription.id, slot);
  setBit(state.live, slot);
  for (const [attribute, sets] of state.sets) {
    const wanted = new Set(includedValues(subscription.filter, attribute));
    if (wanted.size === 0) setBit(sets.any, slot);
    if (wanted.size > 1) setBit(sets.several, slot);
    for (const value of wanted) {
      setBit(bitsOf(state, sets.byValue, value), slot);
      if (wanted.size === 1) setBit(bitsOf(state, sets.lone, value), slot);
    }
    for (const value of excludedValues(subscription.filter, attribute)) {
      setBit(bitsOf(state, sets.refused, value), slot);
    }
  }
}

function remove(state: IndexState, id: string): boolean {
  const slot = state.slotOf.get(id);
  const subscription = slot === undefined ? undefined : state.slots[slot];
  if (slot === undefined || subscription === undefined) return false;
  state.slotOf.delete(id);
  state.slots[slot] = undefined;
  state.free.push(slot);
  clearBit(state.live, slot);
  for (const [attribute, sets] of state.sets) {
    clearBit(sets.any, slot);
    clearBit(sets.several, slot);
    for (const value of includedValues(subscription.filter, attribute)) {
      clearBit(bitsOf(state, sets.byValue, value), slot);
      clearBit(bitsOf(state, sets.lone, value), slot);
    }
    for (const value of excludedValues(subscription.filter, attribute)) {
      clearBit(bitsOf(state, sets.refused, value), slot);
    }
  }
  return true;
}

function bitsOf(state: IndexState, map: Map<string, Bitset>, value: string): Bitset {
  const known = map.get(value);
  if (known !== undefined) return known;
  const made = createBitset(state.wordCount);
  map.set(value, made);
  return made;
}

function grow(state: IndexState): void {
  state.wordCount *= 2;
  growBitset(state.live, state.wordCount);
  for (const sets of state.sets.values()) {
    growBitset(sets.any, state.wordCount);
    growBitset(sets.several, state.wordCount);
    for (const map of [sets.byValue, sets.lone, sets.refused]) {
      for (const bits of map.values()) growBitset(bits, state.wordCount);
    }
  }
  state.result = new Uint32Array(state.wordCount);
  state.scratch = new Uint32Array(state.wordCount);
  state.spare = new Uint32Array(state.wordCount);
}

function match(state: IndexState, story: Story): readonly Subscription[] {
  const terms = readStoryTerms(story);
  state.result.set(state.live.words);
  for (const [attribute, sets] of state.sets) {
    const offered = terms[attribute];
    if (offered.everyValueExcept === null) {
      state.scratch.set(sets.any.words);
      for (const value of offered.includes) {
        const bits = sets.byValue.get(value);
        if (bits !== undefined) orInto(state.scratch, bits.words);
      }
      andInto(state.result, state.scratch);
    } else {
      dropUnreached(state, attribute, sets, offered.everyValueExcept);
    }
    dropRefused(state, sets, offered);
  }
  const matched: Subscription[] = [];
  forEachBit(state.result, (slot) => {
    const subscription = state.slots[slot];
    if (subscription !== undefined) matched.push(subscription);
  });
  return matched;
}

// The story reaches every value but a few: only filters that name nothing besides those few are dropped.
function dropUnreached(
  state: IndexState,
  attribute: FilterAttribute,
  sets: AttributeSets,
  except: readonly string[],
): void {
  const suspects = state.spare.fill(0);
  for (const value of except) {
    const lone = sets.lone.get(value);
    if (lone !== undefined) andNotInto(state.result, lone.words);
    const named = sets.byValue.get(value);
    if (named !== undefined) orInto(suspects, named.words);
  }
  andInto(suspects, sets.several.words);
  andInto(suspects, state.result);
  forEachBit(suspects, (slot) => {
    const filter = state.slots[slot]?.filter;
    if (filter === undefined) return;
    const reached = includedValues(filter, attribute).some((value) => !except.includes(value));
    if (!reached) clearBit({ words: state.result }, slot);
  });
}

function dropRefused(state: IndexState, sets: AttributeSets, offered: AttributeTerms): void {
  if (sets.refused.size === 0 || offered.excludes.length === 0) return;
  const refusing = state.scratch;
  refusing.set(state.result);
  for (const covers of offered.excludes) {
    const covered = state.spare.fill(0);
    for (const value of covers) {
      const bits = sets.refused.get(value);
      if (bits !== undefined) orInto(covered, bits.words);
    }
    andInto(refusing, covered);
  }
  andNotInto(state.result, refusing);
}
