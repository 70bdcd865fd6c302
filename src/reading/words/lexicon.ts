// In: a lookup table and a sentence. Out: the phrases of the word lists found in it.
// One pass over the tokens, the longest phrase wins; no regular expressions over text. A word is looked up in the lists
// once and remembered by its number.
import type { WordClass } from '../../reference/trade-words.ts';
import { type Compounds, compoundMeanings } from './compound-words.ts';
import type { Sentence, Token } from './cut-text.ts';
import { valuesOf, type WordMemory } from './word-table.ts';

export type HitClass = WordClass | 'place' | 'placekind' | 'product' | 'region';

/** A phrase of the lists with all it may mean. */
export type Entry = {
  readonly words: readonly string[];
  /** Per word: true when it stands for any ending. */
  readonly stems: readonly boolean[];
  /** Letters that must stand in the text exactly; null when case does not matter. */
  readonly exact: string | null;
  readonly needsCapital: boolean;
  /** `exact` asks for the marks on the letters, whatever their case: Vietnamese "nhôm" is aluminium, "nhóm" a group. */
  readonly isAnyCase: boolean;
  readonly meanings: Map<HitClass, string[]>;
};

/** A phrase found in a sentence: tokens `from` to before `to`. */
export type Hit = {
  readonly from: number;
  readonly to: number;
  readonly meanings: Meanings;
};

/** Phrases by their first word, or by the letters with which it begins. */
export type WordIndex = {
  readonly byWord: ReadonlyMap<string, EntrySource>;
  readonly byStem: ReadonlyMap<string, EntrySource>;
  readonly compounds: Compounds;
  readonly memory: WordMemory<Candidates | null>;
};

type EntrySource = { readonly entries: () => readonly Entry[] };

export type Meanings = ReadonlyMap<HitClass, readonly string[]>;

/** The phrases that may start at a word. */
type Candidates = {
  /** Longest first. */
  readonly entries: readonly Entry[];
  readonly plain: Meanings | null;
  /** Those of the entries that fit the word behind, by its number; null when none has a second word. Bounded. */
  readonly byNext: Map<number, readonly Entry[]> | null;
};
const MOST_NEXT = 1_000;

/** The shortest stem of a longer word. */
const SHORTEST_STEM = 2;
const NOTHING: readonly Entry[] = [];

/** All phrases of `sentence` that the lexicon knows, in order, not overlapping. */
export function findHits(lexicon: WordIndex, sentence: Sentence): readonly Hit[] {
  const { tokens, raw } = sentence;
  const known = valuesOf(lexicon.memory);
  const hits: Hit[] = [];
  let at = 0;
  while (at < tokens.length) {
    const token = tokens[at] as Token;
    at += 1;
    // "232 tariffs", "301条": few phrases begin with a number, and numbers are too many to remember.
    if (token.kind === 'number' && !lexicon.byWord.has(token.text)) continue;
    let found = known[token.id];
    if (found === undefined) {
      found = candidates(lexicon, token.text);
      known[token.id] = found;
    }
    const hit = found === null ? null : longestAt(found, tokens, at - 1, raw);
    if (hit === null) continue;
    hits.push(hit);
    at = hit.to;
  }
  return hits;
}

// Entries of the same length ("probe", "prob*") lend each other their meanings; one without any blocks the words.
function longestAt(
  found: Candidates,
  tokens: readonly Token[],
  at: number,
  raw: string,
): Hit | null {
  const { byNext, plain } = found;
  let hit: Hit | null = null;
  for (const entry of byNext === null ? found.entries : fitting(found, byNext, tokens[at + 1])) {
    // Entries come longest first: the single words are left, and need no look at the text.
    if (hit === null && plain !== null && entry.words.length === 1) break;
    const to = at + entry.words.length;
    if (hit !== null && (to < hit.to || hit.meanings.size === 0)) break;
    if (!matchesAt(entry, tokens, at, raw)) continue;
    const meanings: Meanings =
      hit === null ? entry.meanings : mergedMeanings(hit.meanings, entry.meanings);
    hit = { from: at, to, meanings };
  }
  if (hit !== null || plain === null) return hit;
  return { from: at, to: at + 1, meanings: plain };
}

// "the", "of" and the like start many phrases; the second word rules out nearly all of them.
function fitting(
  { entries }: Candidates,
  byNext: Map<number, readonly Entry[]>,
  next: Token | undefined,
): readonly Entry[] {
  const id = next === undefined ? -1 : next.id;
  const known = byNext.get(id);
  if (known !== undefined) return known;
  const found = entries.filter(({ words, stems }) => {
    const second = words[1];
    if (second === undefined) return true;
    if (next === undefined) return false;
    return next.text === second || (stems[1] === true && next.text.startsWith(second));
  });
  if (byNext.size >= MOST_NEXT) byNext.clear();
  byNext.set(id, found);
  return found;
}

/** Two meanings meet at every place where their phrase stands; they are merged once. */
const knownMerges = new WeakMap<Meanings, Map<Meanings, Meanings>>();

function mergedMeanings(first: Meanings, second: Meanings): Meanings {
  const known = knownMerges.get(first)?.get(second);
  if (known !== undefined) return known;
  const merges = knownMerges.get(first) ?? new Map<Meanings, Meanings>();
  const merged = mergeMeanings(first, second);
  knownMerges.set(first, merges.set(second, merged));
  return merged;
}

function mergeMeanings(first: Meanings, second: Meanings): Meanings {
  const merged = new Map(first);
  for (const [hitClass, values] of second) {
    const known = merged.get(hitClass);
    const isSingle = hitClass === 'place' || hitClass === 'placekind' || hitClass === 'product';
    if (known === undefined) merged.set(hitClass, values);
    else if (!isSingle) merged.set(hitClass, [...known, ...values]);
  }
  return merged;
}

function candidates(lexicon: WordIndex, word: string): Candidates | null {
  const stems: Entry[] = [];
  for (let end = Math.min(SHORTEST_STEM, word.length); end <= word.length; end += 1) {
    stems.push(...(lexicon.byStem.get(word.slice(0, end))?.entries() ?? NOTHING));
  }
  const exact = lexicon.byWord.get(word)?.entries() ?? NOTHING;
  const listed = stems.length === 0 ? exact : [...exact, ...stems].sort(longestFirst);
  const isTariff = listed.some(
    ({ words, meanings }) => words.length === 1 && meanings.has('tariff'),
  );
  const goodsOf = (part: string): string | null => productOf(lexicon.byWord.get(part)?.entries());
  const compound = compoundMeanings(lexicon.compounds, word, goodsOf, {
    isTariff,
    isListed: listed.length > 0,
    listedGoods: productOf(listed),
  });
  const entries = compound === null ? listed : [...listed, compoundEntry(word, compound)];
  if (entries.length === 0) return null;
  const isSingle = entries.every((entry) => entry.words.length === 1);
  return { entries, plain: plainMeanings(entries, word), byNext: isSingle ? null : new Map() };
}

function productOf(entries: readonly Entry[] | undefined): string | null {
  const plain = entries?.find(
    ({ words, exact, meanings }) => words.length === 1 && exact === null && meanings.has('product'),
  );
  return plain?.meanings.get('product')?.[0] ?? null;
}

function compoundEntry(word: string, meanings: Map<'tariff' | 'product', string[]>): Entry {
  return {
    words: [word],
    stems: [false],
    exact: null,
    needsCapital: false,
    isAnyCase: false,
    meanings,
  };
}

// What the word means by itself wherever it stands; null when that depends on its case or its neighbours.
function plainMeanings(entries: readonly Entry[], word: string): Meanings | null {
  const single = entries.filter((entry) => entry.words.length === 1);
  const first = single[0];
  const isFree = single.every((entry) => entry.exact === null && !entry.needsCapital);
  if (first === undefined || !isFree || isKatakana(word.charCodeAt(0))) return null;
  if (first.meanings.size === 0) return first.meanings;
  return single
    .slice(1)
    .reduce<Meanings>((merged, entry) => mergeMeanings(merged, entry.meanings), first.meanings);
}

function matchesAt(entry: Entry, tokens: readonly Token[], at: number, raw: string): boolean {
  for (let i = 1; i < entry.words.length; i += 1) {
    const text = tokens[at + i]?.text;
    const word = entry.words[i];
    if (text === undefined || word === undefined) return false;
    if (text !== word && !(entry.stems[i] === true && text.startsWith(word))) return false;
  }
  const first = tokens[at];
  const last = tokens[at + entry.words.length - 1];
  if (first === undefined || last === undefined) return false;
  if (entry.needsCapital && !isCapital(raw.charAt(first.start))) return false;
  const written = raw.slice(first.start, last.end);
  if (entry.exact !== null && !isExact(entry, written) && !isShouted(entry.exact, written, raw))
    return false;
  return !cutsKatakana(raw, first.start, last.end);
}

function isExact({ exact, isAnyCase }: Entry, text: string): boolean {
  return exact === (isAnyCase ? bare(text).toLowerCase().normalize('NFC') : bare(text));
}

// "TURKEY RAISES TARIFFS": a text all in capitals writes the names of states as it writes the rest.
function isShouted(exact: string, written: string, raw: string): boolean {
  return bare(written) === exact.toUpperCase() && raw === raw.toUpperCase();
}

function isCapital(char: string): boolean {
  return char !== char.toLowerCase();
}

/** The letters of a term without full stops and spaces, as exact case is compared. */
export function bare(text: string): string {
  return text.replace(/[.\s]/g, '');
}

// A Katakana word is not looked for inside a longer one ("Mali" in "marine").
function cutsKatakana(raw: string, start: number, end: number): boolean {
  if (!isKatakana(raw.charCodeAt(start)) && !isKatakana(raw.charCodeAt(end - 1))) return false;
  return (
    (isKatakana(raw.charCodeAt(start)) && isKatakana(raw.charCodeAt(start - 1))) ||
    (isKatakana(raw.charCodeAt(end - 1)) && isKatakana(raw.charCodeAt(end)))
  );
}

function isKatakana(code: number): boolean {
  return code >= 0x30a1 && code <= 0x30fc && code !== 0x30fb;
}

/** Order of phrases with one first word: the longest is tried first. */
export function longestFirst(a: Entry, b: Entry): number {
  return b.words.length - a.words.length || wordLength(b) - wordLength(a);
}

function wordLength(entry: Entry): number {
  return (entry.words[0]?.length ?? 0) + (entry.exact === null ? 0 : 0.5);
}
