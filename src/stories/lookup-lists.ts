// Where stories are looked up: lists of ids by key and by stretch of time. In: keys with weights and an instant. Out: ids,
// the most promising first. Bounded in what one list keeps and in what one look-up reads; knows nothing of stories.
import { DAY_MS, type Instant } from '../domain/day.ts';

/** A fact or a word to be looked up by, and how much it promises. */
export type LookupKey = { readonly text: string; readonly weight: number };

/** A key at the time of the item that has it. */
export type DatedKey = { readonly text: string; readonly bucket: number };

export type LookupLists = {
  /** Puts the id under these keys, and takes it from under all others. */
  readonly add: (id: string, keys: readonly DatedKey[]) => void;
  /** Puts the id under these keys as well. */
  readonly extend: (id: string, keys: readonly DatedKey[]) => void;
  readonly remove: (id: string) => void;
  /** Up to `limit` ids that share keys with an item of that time, by what they share. */
  readonly find: (keys: readonly LookupKey[], at: Instant, limit: number) => readonly string[];
};

const BUCKET_DAYS = 10;
/** Ids kept in one list; beyond it the oldest is found by its other keys only. */
const MAX_LIST = 400;
/** Ids read for one item. */
const MAX_READ = 3_000;
/** What a key loses with each stretch of time between. */
const AGE_LOSS = 0.05;

/** A list of ids by their numbers, and what sharing its key is worth. */
type NearList = { readonly numbers: ReadonlySet<number>; readonly weight: number };

/** Keys of an item published (or first seen) at `at`. */
export function datedKeys(keys: readonly LookupKey[], at: Instant): readonly DatedKey[] {
  const bucket = bucketOf(at);
  return keys.map(({ text }) => ({ text, bucket }));
}

/** Empty lists that are searched `windowDays` to both sides. */
export function createLookupLists(windowDays: number): LookupLists {
  const byText = new Map<string, Map<number, Set<number>>>();
  const keysOf = new Map<string, readonly DatedKey[]>();
  const numbering = createNumbering();
  const reach = Math.ceil(windowDays / BUCKET_DAYS);

  function remove(id: string): void {
    const number = numbering.numberOf(id);
    for (const { text, bucket } of keysOf.get(id) ?? []) {
      const buckets = byText.get(text);
      const list = buckets?.get(bucket);
      list?.delete(number);
      if (list?.size === 0) buckets?.delete(bucket);
      if (buckets?.size === 0) byText.delete(text);
    }
    keysOf.delete(id);
    numbering.free(id);
  }

  function add(id: string, keys: readonly DatedKey[]): void {
    remove(id);
    extend(id, keys);
  }

  function extend(id: string, keys: readonly DatedKey[]): void {
    const number = numbering.numberOf(id);
    for (const { text, bucket } of keys) {
      const buckets = byText.get(text) ?? new Map<number, Set<number>>();
      byText.set(text, buckets);
      const list = buckets.get(bucket) ?? new Set<number>();
      buckets.set(bucket, list);
      // The newest stand last.
      list.delete(number);
      list.add(number);
      const [oldest] = list;
      if (list.size > MAX_LIST && oldest !== undefined) list.delete(oldest);
    }
    keysOf.set(id, [...(keysOf.get(id) ?? []), ...keys]);
  }

  function listsNear({ text, weight }: LookupKey, middle: number): readonly NearList[] {
    const near: NearList[] = [];
    for (const [bucket, numbers] of byText.get(text) ?? []) {
      const age = Math.abs(bucket - middle);
      if (age > reach) continue;
      near.push({ numbers, weight: (weight - age * AGE_LOSS) / Math.log2(2 + numbers.size) });
    }
    return near;
  }

  // Rare keys first: they tell the most and cost the least; the common ones only as far as the allowance goes.
  function find(keys: readonly LookupKey[], at: Instant, limit: number): readonly string[] {
    const middle = bucketOf(at);
    const lists = keys
      .flatMap((key) => listsNear(key, middle))
      .sort((a, b) => a.numbers.size - b.numbers.size);
    const found: number[] = [];
    const isFound = new Uint8Array(numbering.size());
    const shared = new Float64Array(numbering.size());
    let read = 0;
    for (const { numbers, weight } of lists) {
      if (read > MAX_READ) break;
      read += numbers.size;
      for (const number of numbers) {
        if (isFound[number] === 0) found.push(number);
        isFound[number] = 1;
        shared[number] = (shared[number] ?? 0) + weight;
      }
    }
    return mostShared(
      found.map((number) => ({ id: numbering.idOf(number), weight: shared[number] ?? 0 })),
      limit,
    );
  }

  return { add, extend, remove, find };
}

type Numbering = {
  /** Small and the same as long as the id is not freed. */
  readonly numberOf: (id: string) => number;
  readonly idOf: (number: number) => string;
  readonly free: (id: string) => void;
  /** Above all numbers. */
  readonly size: () => number;
};

// A look-up adds up some thousand times, which is much faster by number than by id.
function createNumbering(): Numbering {
  const numbers = new Map<string, number>();
  const ids: string[] = [];
  const unused: number[] = [];
  return {
    numberOf(id) {
      const known = numbers.get(id);
      if (known !== undefined) return known;
      const number = unused.pop() ?? ids.length;
      ids[number] = id;
      numbers.set(id, number);
      return number;
    },
    idOf: (number) => ids[number] ?? '',
    free(id) {
      const number = numbers.get(id);
      if (number === undefined) return;
      numbers.delete(id);
      unused.push(number);
    },
    size: () => ids.length,
  };
}

type Shared = { readonly id: string; readonly weight: number };

// A look-up finds hundreds of ids and asks for few: only those few are put in order.
function mostShared(shared: readonly Shared[], limit: number): readonly string[] {
  const most: Shared[] = [];
  for (const one of shared) {
    const last = most[limit - 1];
    if (last !== undefined && standsBefore(last, one)) continue;
    let [low, high] = [0, most.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const other = most[middle];
      if (other !== undefined && standsBefore(other, one)) low = middle + 1;
      else high = middle;
    }
    most.splice(low, 0, one);
    if (most.length > limit) most.pop();
  }
  return most.map(({ id }) => id);
}

function standsBefore(a: Shared, b: Shared): boolean {
  return a.weight > b.weight || (a.weight === b.weight && a.id < b.id);
}

function bucketOf(at: Instant): number {
  return Math.floor(at / (BUCKET_DAYS * DAY_MS));
}
