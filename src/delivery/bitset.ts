// A growable set of slot numbers as 32-bit words. Knows nothing of subscriptions; the caller keeps all sets equally long.

export type Bitset = { words: Uint32Array };

export function createBitset(wordCount: number): Bitset {
  return { words: new Uint32Array(wordCount) };
}

/** Makes room for `wordCount` words; the bits stay. */
export function growBitset(bits: Bitset, wordCount: number): void {
  if (bits.words.length >= wordCount) return;
  const words = new Uint32Array(wordCount);
  words.set(bits.words);
  bits.words = words;
}

export function setBit(bits: Bitset, slot: number): void {
  const index = slot >>> 5;
  bits.words[index] = (bits.words[index] ?? 0) | (1 << (slot & 31));
}

export function clearBit(bits: Bitset, slot: number): void {
  const index = slot >>> 5;
  bits.words[index] = (bits.words[index] ?? 0) & ~(1 << (slot & 31));
}

/** into := into OR other, over the words that `other` has. */
export function orInto(into: Uint32Array, other: Uint32Array): void {
  const count = Math.min(into.length, other.length);
  for (let index = 0; index < count; index += 1) {
    into[index] = (into[index] as number) | (other[index] as number);
  }
}

/** into := into AND other; words that `other` lacks count as empty. */
export function andInto(into: Uint32Array, other: Uint32Array): void {
  const count = Math.min(into.length, other.length);
  for (let index = 0; index < count; index += 1) {
    into[index] = (into[index] as number) & (other[index] as number);
  }
  if (count < into.length) into.fill(0, count);
}

/** into := into AND NOT other. */
export function andNotInto(into: Uint32Array, other: Uint32Array): void {
  const count = Math.min(into.length, other.length);
  for (let index = 0; index < count; index += 1) {
    into[index] = (into[index] as number) & ~(other[index] as number);
  }
}

/** Calls `visit` with each slot that is set, in rising order. */
export function forEachBit(words: Uint32Array, visit: (slot: number) => void): void {
  for (let index = 0; index < words.length; index += 1) {
    let word = words[index] as number;
    while (word !== 0) {
      const lowest = word & -word;
      visit((index << 5) + (31 - Math.clz32(lowest)));
      word ^= lowest;
    }
  }
}
