// Words and phrases of which one stands in every text that may be news of a tariff. In: terms of the word lists and the tokens
// of an item. Out: whether one of them stands there, so that most items of a feed are told at a glance.
import type { PrintedTerm } from '../../reference/product-names.ts';
import { endsAsTariff } from './compound-words.ts';
import type { Cut } from './cut-text.ts';
import { cutTerm } from './shelf.ts';
import { emptyMemory, valuesOf, type WordMemory, wordText } from './word-table.ts';

/** A phrase of several words, looked for around its rarest one, which stands at `at`. */
type TellingPhrase = {
  readonly words: readonly string[];
  readonly stems: readonly boolean[];
  readonly at: number;
};

export type TellingWords = {
  /** Words and beginnings of words that tell by themselves. */
  readonly words: ReadonlySet<string>;
  readonly stems: readonly string[];
  /** Last parts of compounds that do. */
  readonly heads: readonly string[];
  readonly phrases: readonly TellingPhrase[];
  /** Per word: whether it tells by itself, else the phrases that it may be the rarest word of; null when none. */
  readonly memory: WordMemory<true | readonly TellingPhrase[] | null>;
};

/** Single words and beginnings, and the words and phrases of `terms`. `heads`: last parts of compounds. */
export function tellingWords(
  words: readonly string[],
  stems: readonly string[],
  terms: readonly PrintedTerm[] = [],
  heads: readonly string[] = [],
): TellingWords {
  const alone = new Set(words);
  const begins = [...stems];
  const phrases: TellingPhrase[] = [];
  const shortestFirst = terms.map(cutTerm).sort((a, b) => a.words.length - b.words.length);
  for (const { words: phrase, stems: areStems } of shortestFirst) {
    // A phrase with a word that tells by itself is found by that.
    const isKnown = phrase.some(
      (word, at) =>
        (areStems[at] !== true && alone.has(word)) || begins.some((stem) => word.startsWith(stem)),
    );
    const [first] = phrase;
    if (isKnown || first === undefined) continue;
    if (phrase.length > 1) phrases.push({ words: phrase, stems: areStems, at: rarest(phrase) });
    else if (areStems[0] === true) begins.push(first);
    else alone.add(first);
  }
  return { words: alone, stems: begins, heads, phrases, memory: emptyMemory() };
}

// The longest word is taken for the rarest.
function rarest(phrase: readonly string[]): number {
  const longest = Math.max(...phrase.map((word) => word.length));
  return phrase.findIndex((word) => word.length === longest);
}

/** True when one of them stands among the tokens from `first` to before `end`. */
export function holdsAny(telling: TellingWords, cut: Cut, first: number, end: number): boolean {
  return placeOfAny(telling, cut, first, end) >= 0;
}

/** Where the first of them stands among the tokens from `first` to before `end`; -1 where none does. */
export function placeOfAny(telling: TellingWords, cut: Cut, first: number, end: number): number {
  const known = valuesOf(telling.memory);
  for (let at = first; at < end; at += 1) {
    const id = cut.ids[at] as number;
    let found = known[id];
    if (found === undefined) {
      found = toldBy(telling, wordText(id));
      known[id] = found;
    }
    if (found === null) continue;
    if (found === true || found.some((phrase) => standsAt(phrase, cut, at))) return at;
  }
  return -1;
}

function toldBy(
  { words, stems, heads, phrases }: TellingWords,
  text: string,
): true | readonly TellingPhrase[] | null {
  const tells =
    words.has(text) || stems.some((stem) => text.startsWith(stem)) || endsAsTariff(heads, text);
  if (tells) return true;
  const found = phrases.filter((phrase) => fits(phrase, phrase.at, text));
  return found.length === 0 ? null : found;
}

// Case is not looked at and sentences are not parted: the rules are asked once too often rather than once too little.
function standsAt(phrase: TellingPhrase, cut: Cut, at: number): boolean {
  const first = at - phrase.at;
  if (first < 0 || first + phrase.words.length > cut.count) return false;
  return phrase.words.every((_, place) =>
    fits(phrase, place, wordText(cut.ids[first + place] as number)),
  );
}

function fits({ words, stems }: TellingPhrase, place: number, text: string): boolean {
  const word = words[place] as string;
  return text === word || (stems[place] === true && text.startsWith(word));
}
