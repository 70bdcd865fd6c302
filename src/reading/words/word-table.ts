// In: folded letters of a word. Out: a small number that stands for it, so that a word is looked up once and not at each
// place where it is written. A cache: numbers are valid for one item and mean nothing beyond it.

/** Words, and letters of all words, kept before all are forgotten; what one item adds on top is capped by the cutter. */
const MOST_REMEMBERED = 20_000;
const MOST_LETTERS = 300_000;
const LETTERS_OF_ITEM = 70_000;
const SLOTS = 1 << 16;
/** Slots looked at before an old word is given up: words made to collide cost no more than others. */
const MOST_PROBES = 16;
const FIRST_HASH = 0x811c9dc5 | 0;
const HASH_PRIME = 0x01000193;

const slots = new Int32Array(SLOTS).fill(-1);
/** The letters of all words one after the other: the word `id` begins at `begins[id]` and ends where the next begins. */
const letters = new Uint16Array(MOST_LETTERS + LETTERS_OF_ITEM);
let begins: number[] = [0];
let texts: string[] = [];
let hashes: number[] = [];
let generation = 0;

/** What is known of a word by its number; void once the generation of the numbers has passed. */
export type WordMemory<Value> = { generation: number; values: (Value | undefined)[] };

/** What is known of the words by their numbers now; empty again once these have passed. */
export function valuesOf<Value>(memory: WordMemory<Value>): (Value | undefined)[] {
  if (memory.generation !== generation) {
    memory.generation = generation;
    memory.values = [];
  }
  return memory.values;
}

/** A memory that knows no word yet. */
export function emptyMemory<Value>(): WordMemory<Value> {
  return { generation: generation, values: [] };
}

/** Forgets all words once they are too many; called between items only. */
export function forgetWordsIfMany(): void {
  if (texts.length < MOST_REMEMBERED && (begins[texts.length] as number) < MOST_LETTERS) return;
  slots.fill(-1);
  [texts, hashes, begins] = [[], [], [0]];
  generation += 1;
}

/** The text of a number. */
export function wordText(id: number): string {
  return texts[id] as string;
}

/** The hash of a word is built unit by unit while it is cut: start with this. */
export const EMPTY_HASH = FIRST_HASH;

/** The hash of a word with one more UTF-16 unit. */
export function addToHash(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, HASH_PRIME);
}

/** The number of a text. */
export function wordIdOf(text: string): number {
  let hash = FIRST_HASH;
  for (let at = 0; at < text.length; at += 1) hash = addToHash(hash, text.charCodeAt(at));
  const home = homeOf(hash);
  for (let probe = 0; probe < MOST_PROBES; probe += 1) {
    const slot = (home + probe) & (SLOTS - 1);
    const id = slots[slot] as number;
    if (id === -1) return remember(slot, text, hash);
    if (hashes[id] === hash && texts[id] === text) return id;
  }
  return remember(home, text, hash);
}

/** The number of the word whose `length` units stand from `start` on, with zero units (fillers) between; `hash` is theirs. */
export function wordIdAt(units: Uint16Array, start: number, length: number, hash: number): number {
  const home = homeOf(hash);
  let place = home;
  for (let probe = 0; probe < MOST_PROBES; probe += 1) {
    const slot = (home + probe) & (SLOTS - 1);
    const id = slots[slot] as number;
    if (id === -1) {
      place = slot;
      break;
    }
    if (hashes[id] === hash && isWritten(id, units, start, length)) return id;
  }
  return remember(place, textAt(units, start, length), hash);
}

/** The text of `length` units from `start` on, zero units left out. */
export function textAt(units: Uint16Array, start: number, length: number): string {
  let text = '';
  for (let at = start; text.length < length; at += 1) {
    const unit = units[at] as number;
    if (unit !== 0) text += String.fromCharCode(unit);
  }
  return text;
}

function homeOf(hash: number): number {
  return (hash ^ (hash >>> 15)) & (SLOTS - 1);
}

function isWritten(id: number, units: Uint16Array, start: number, length: number): boolean {
  const begin = begins[id] as number;
  if ((begins[id + 1] as number) - begin !== length) return false;
  let at = start;
  for (let place = begin; place < begin + length; place += 1, at += 1) {
    while (units[at] === 0) at += 1;
    if (units[at] !== letters[place]) return false;
  }
  return true;
}

function remember(slot: number, text: string, hash: number): number {
  const id = texts.length;
  const begin = begins[id] as number;
  for (let at = 0; at < text.length; at += 1) letters[begin + at] = text.charCodeAt(at);
  begins.push(begin + text.length);
  texts.push(interned(text));
  hashes.push(hash);
  slots[slot] = id;
  return id;
}

// The engine keeps one copy of every name of a property: two equal texts from here are the same string, so that to compare
// them, or to look one up in a set, takes one look and not one at each letter.
function interned(text: string): string {
  return Object.keys({ [text]: 0 })[0] as string;
}
