// Little lists of words that rules ask a sentence for ("or", "unless", "escape"). In: a line and a list. Out: whether a word of
// it stands there, and where. A word is looked up in all lists once and remembered by its number, and a line once: where its
// words are not, a rule costs one look.
import { type Line, oncePerLine } from './scene.ts';
import { emptyMemory, valuesOf, type WordMemory } from './word-table.ts';

/** A list of words, by its number among all lists. */
export type WordGroup = { readonly number: number; readonly has: (word: string) => boolean };

let count = 0;
const groupsOfWord = new Map<string, number[]>();
const patterns: { readonly number: number; readonly pattern: RegExp }[] = [];

/** The list of `words`, parted by spaces, or of all words that fit a pattern. Made while modules load: a line asks them all. */
export function wordGroup(words: string | RegExp): WordGroup {
  const number = count;
  count += 1;
  if (words instanceof RegExp) {
    patterns.push({ number, pattern: words });
    return { number, has: (word) => words.test(word) };
  }
  const list = new Set(words.split(' '));
  for (const word of list) {
    const known = groupsOfWord.get(word);
    if (known === undefined) groupsOfWord.set(word, [number]);
    else known.push(number);
  }
  return { number, has: (word) => list.has(word) };
}

/** True when a word of the list stands in the line. */
export function says(line: Line, { number }: WordGroup): boolean {
  return ((said(line)[number >> BITS_SHIFT] as number) & (1 << (number & BITS_MASK))) !== 0;
}

/** The place of the first word of the list among the tokens from `from` to before `to`; -1 where there is none. */
export function placeOf(
  line: Line,
  group: WordGroup,
  from = 0,
  to: number = line.tokens.length,
): number {
  if (!says(line, group)) return -1;
  const end = Math.min(to, line.tokens.length);
  for (let at = Math.max(0, from); at < end; at += 1) {
    if (group.has(line.tokens[at]?.text ?? '')) return at;
  }
  return -1;
}

/** As `placeOf`, the last one. */
export function lastPlaceOf(
  line: Line,
  group: WordGroup,
  from = 0,
  to: number = line.tokens.length,
): number {
  if (!says(line, group)) return -1;
  const first = Math.max(0, from);
  for (let at = Math.min(to, line.tokens.length) - 1; at >= first; at -= 1) {
    if (group.has(line.tokens[at]?.text ?? '')) return at;
  }
  return -1;
}

/** Lists are kept as bits, so many to a number. */
const BITS_SHIFT = 4;
const BITS_MASK = 15;

const memory: WordMemory<readonly number[]> = emptyMemory();

/** Per list a bit: whether one of its words stands in the line. */
const said = oncePerLine((line): readonly number[] => {
  const known = valuesOf(memory);
  const bits = new Array<number>((count >> BITS_SHIFT) + 1).fill(0);
  for (const { id, text } of line.tokens) {
    let numbers = known[id];
    if (numbers === undefined) {
      numbers = numbersOf(text);
      known[id] = numbers;
    }
    for (const number of numbers) {
      bits[number >> BITS_SHIFT] =
        (bits[number >> BITS_SHIFT] as number) | (1 << (number & BITS_MASK));
    }
  }
  return bits;
});

const NONE: readonly number[] = [];

function numbersOf(word: string): readonly number[] {
  const listed = groupsOfWord.get(word) ?? NONE;
  const fitting = patterns.filter(({ pattern }) => pattern.test(word));
  return fitting.length === 0 ? listed : [...listed, ...fitting.map(({ number }) => number)];
}
