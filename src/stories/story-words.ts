// Title and summary in, their telling words out: folded, stemmed, without grammar and trade boilerplate; and how alike two
// such lists are. Does not translate: texts in two languages share names, numbers and the things they name.
import { rememberResults } from '../domain/remember-results.ts';
import { areOneProduct } from '../reference/product-names.ts';
import { STEP_MARKERS, type StepMarker } from '../reference/step-marker-words.ts';
import { COMMON_WORDS, ENGLISH_WORDS, WEAK_WORDS } from './common-words.ts';
import { namedThings } from './named-things.ts';
import { noticeNumbers } from './notice-numbers.ts';
import { stepMarkersIn, tellsOfEveryOrigin } from './step-markers.ts';
import { stemOf } from './word-stems.ts';

/** Longest text that is looked at, in characters; a headline and a teaser are far below it. */
const MAX_TEXT = 2_000;
/** Most words kept of one item; the title's come first. */
const MAX_WORDS = 48;
const WORDS_KEPT = 10_000;

const MARKS = /\p{Mn}/gu;
const TAGS = /<[^<>]{0,4000}>/g;
const ENTITIES = /&#?[a-z0-9]{1,8};/gi;
const TOKENS = /[\p{L}\p{N}]+(?:[.,]\p{N}+)*/gu;
/** What `TOKENS` means in plain ASCII text, which most texts are; several times faster. */
const ASCII_TOKENS = /[a-z0-9]+(?:[.,][0-9]+)*/g;
const BEYOND_ASCII = /[\u0080-\uffff]/;
const CJK =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u;

/**
 * The words by which two items about one event are recognised, sorted and without repeats.
 * Numbers stay unless they are years; scripts without spaces give pairs of characters. Countries, products and
 * percentages come as tokens that are equal in all languages (named-things.ts: `@JP`, `#steel`, `%25`), numbers of customs
 * messages too (`№68096516`), and what the title says of the step or of its language as marks (`!refund`, `!en`), so that no text is read again to compare.
 */
export function storyWords(title: string, summary: string): readonly string[] {
  const words = new Set<string>(namedThings(`${plainText(title)}. ${plainText(summary)}`));
  for (const number of noticeNumbers(title, summary)) words.add(`${NOTICE}${number}`);
  for (const marker of stepMarkersIn(title)) words.add(`!${marker}`);
  if (tellsOfEveryOrigin(plainText(summary))) words.add('!every-origin');
  if (isEnglish(title)) words.add(ENGLISH);
  for (const text of [title, summary]) {
    for (const [token] of tokensIn(text)) {
      if (words.size >= MAX_WORDS) break;
      for (const word of wordsOf(token)) {
        if (words.size < MAX_WORDS) words.add(word);
      }
    }
  }
  return [...words].sort();
}

/** How alike two lists are in words, 0 to 1: the shared weight against the smaller list's (at least a short headline's). */
export function wordLikeness(left: readonly string[], right: readonly string[]): number {
  const a = sorted(left);
  const b = sorted(right);
  return sharedWeight(a, b) / Math.max(Math.min(a.weight, b.weight), LEAST_WORDS);
}

/** The telling words, figures left out, that two lists share. */
export function sharedTellingWords(
  left: readonly string[],
  right: readonly string[],
): readonly string[] {
  const known = sorted(right).weights;
  return sorted(left).plain.filter(
    (word) => known.has(word) && wordWeight(word) === 1 && !/^\p{N}/u.test(word),
  );
}

/** Kinds of things that a text names, by the sign that begins their tokens. */
const THING_SIGNS = { country: '@', product: '#', percentage: '%' } as const;
export type ThingKind = keyof typeof THING_SIGNS;

/** Letters by which the words of two titles are one: "suspending", "suspension". */
const TITLE_STEM = 5;
const TITLES_KEPT = 2_000;

const titleStems = rememberResults(
  TITLES_KEPT,
  (title: string) => title,
  (title): ReadonlySet<string> =>
    new Set(
      [...tokensIn(title)]
        .flatMap(([token]) => wordsOf(token))
        .map((word) => word.slice(0, TITLE_STEM)),
    ),
);

/** How many telling words two titles share, and their share of the shorter title, 0 to 1. */
export function titleLikeness(
  left: string,
  right: string,
): { readonly shared: number; readonly share: number } {
  const [a, b] = [titleStems(left), titleStems(right)];
  const shared = [...a].filter((stem) => b.has(stem)).length;
  return { shared, share: shared / Math.max(1, Math.min(a.size, b.size)) };
}

/**
 * The things of one kind that both lists name, without their sign, and their share of the shorter list, 0 to 1; null when
 * one names none. What half of all stories name counts as unnamed; a product within a wider group is the same.
 */
export function sharedThings(
  kind: ThingKind,
  left: readonly string[],
  right: readonly string[],
): { readonly shared: readonly string[]; readonly share: number } | null {
  const a = sorted(left).things[kind];
  const b = sorted(right).things[kind];
  if (a.length === 0 || b.length === 0) return null;
  const shared = kind === 'product' ? sharedProducts(a, b) : a.filter((thing) => b.includes(thing));
  return { shared, share: shared.length / Math.min(a.length, b.length) };
}

/** True when both lists name one product. */
export function shareProduct(left: readonly string[], right: readonly string[]): boolean {
  const others = sorted(right).things.product;
  return sorted(left).things.product.some((thing) => isAmong(thing, others));
}

function isAmong(product: string, others: readonly string[]): boolean {
  return others.some((other) => areOneProduct(product, other));
}

function sharedProducts(a: readonly string[], b: readonly string[]): readonly string[] {
  const inBoth = a.filter((product) => isAmong(product, b));
  if (inBoth.length === 0) return inBoth;
  const alsoInBoth = b.filter((product) => isAmong(product, a));
  // A wide group here may match several narrow ones there: the smaller count is the same from both sides.
  return inBoth.length <= alsoInBoth.length ? inBoth : alsoInBoth;
}

/** The countries that a list names, but for those that half of all stories name. */
export function namedCountries(words: readonly string[]): readonly string[] {
  return sorted(words).things.country;
}

/** The share of all words that both lists have, 0 to 1; near 1 means a copy of one text. */
export function wordIdentity(left: readonly string[], right: readonly string[]): number {
  const [a, b] = [sorted(left), sorted(right)];
  const shared = sharedWeight(a, b);
  const all = a.weight + b.weight - shared;
  return all === 0 ? 0 : shared / all;
}

/** The step markers of a title among its words. */
export function markersOf(words: readonly string[]): ReadonlySet<StepMarker> {
  return sorted(words).markers;
}

/** The number of a customs message that both know: one updates the other, or both update a third. Null when there is none. */
export function sharedNotice(left: readonly string[], right: readonly string[]): string | null {
  const known = sorted(right).notices;
  return sorted(left).notices.find((number) => known.includes(number)) ?? null;
}

/** True when the title was English. */
export function wasEnglish(words: readonly string[]): boolean {
  return sorted(words).isEnglish;
}

// At least one plain English word of grammar or trade: good enough to tell two languages apart.
function isEnglish(title: string): boolean {
  return [...title.toLowerCase().matchAll(TOKENS)].some(([token]) => ENGLISH_WORDS.has(token));
}

/** True for a word that few events share, good enough to look stories up by. */
export function isTellingWord(word: string): boolean {
  return !isThing(word) && !word.startsWith('!') && !isWeak(word);
}

/** True for a thing that is named by fewer than half of all stories. */
export function isTellingThing(word: string): boolean {
  return isThing(word) && !COMMON_THINGS.has(word);
}

const ENGLISH = '!en';

/** Weight of a short headline: two such texts that share one word are not yet alike. */
const LEAST_WORDS = 4;

const WEAK_WEIGHT = 0.35;
const COMMON_THINGS: ReadonlySet<string> = new Set(['@US', '@WORLD', '#all-goods']);

const NOTICE = '№';
const SIGNS: ReadonlySet<string> = new Set([...Object.values(THING_SIGNS), NOTICE]);

function isThing(word: string): boolean {
  return SIGNS.has(word.charAt(0));
}

function wordWeight(word: string): number {
  if (isThing(word) || word.startsWith('!')) return 0;
  return isWeak(word) ? WEAK_WEIGHT : 1;
}

let weakStems: ReadonlySet<string> | undefined;

// Words are kept by their stems: "japanes", "increas".
function isWeak(word: string): boolean {
  weakStems ??= new Set([...WEAK_WORDS].flatMap((weak) => [weak, stemOf(weak)]));
  return weakStems.has(word);
}

/** The words of one text by what they are. */
type SortedWords = {
  /** Words that weigh something, with their weights. */
  readonly weights: ReadonlyMap<string, number>;
  readonly plain: readonly string[];
  readonly weight: number;
  /** Telling things without their sign. */
  readonly things: Readonly<Record<ThingKind, readonly string[]>>;
  readonly notices: readonly string[];
  readonly markers: ReadonlySet<StepMarker>;
  readonly isEnglish: boolean;
};

/** The words of a source never change, and are compared with those of many others. */
const knownSorted = new WeakMap<readonly string[], SortedWords>();

function sorted(words: readonly string[]): SortedWords {
  const known = knownSorted.get(words);
  if (known !== undefined) return known;
  const found = sortWords(words);
  knownSorted.set(words, found);
  return found;
}

function sortWords(words: readonly string[]): SortedWords {
  const plain = words.filter((word) => wordWeight(word) > 0);
  const thingsOf = (kind: ThingKind): readonly string[] =>
    words
      .filter((word) => word.startsWith(THING_SIGNS[kind]) && isTellingThing(word))
      .map((word) => word.slice(1));
  return {
    weights: new Map(plain.map((word) => [word, wordWeight(word)])),
    plain,
    weight: plain.reduce((sum, word) => sum + wordWeight(word), 0),
    things: {
      country: thingsOf('country'),
      product: thingsOf('product'),
      percentage: thingsOf('percentage'),
    },
    notices: words.filter((word) => word.startsWith(NOTICE)).map((word) => word.slice(1)),
    markers: new Set(STEP_MARKERS.filter((marker) => words.includes(`!${marker}`))),
    isEnglish: words.includes(ENGLISH),
  };
}

function sharedWeight(left: SortedWords, right: SortedWords): number {
  const isLeftFewer = left.plain.length <= right.plain.length;
  const fewer = isLeftFewer ? left : right;
  const more = isLeftFewer ? right : left;
  let sum = 0;
  for (const word of fewer.plain) sum += more.weights.get(word) ?? 0;
  return sum;
}

function plainText(text: string): string {
  return text.slice(0, MAX_TEXT).replace(TAGS, ' ').replace(ENTITIES, ' ');
}

function tokensIn(text: string): IterableIterator<RegExpMatchArray> {
  const plain = plainText(text);
  if (!BEYOND_ASCII.test(plain)) return plain.toLowerCase().matchAll(ASCII_TOKENS);
  return plain.normalize('NFKD').replace(MARKS, '').toLowerCase().matchAll(TOKENS);
}

/** The same words come again in every item of a feed. */
const wordsOf = rememberResults(WORDS_KEPT, (token: string) => token, findWords);

function findWords(token: string): readonly string[] {
  if (CJK.test(token)) return pairsOf(token);
  if (/^\p{N}/u.test(token)) return isYear(token) ? [] : [token];
  if (token.length < 2 || COMMON_WORDS.has(token)) return [];
  const stem = stemOf(token);
  return COMMON_WORDS.has(stem) ? [] : [stem];
}

function isYear(token: string): boolean {
  return /^(?:19|20)\d\d$/.test(token);
}

function pairsOf(token: string): string[] {
  const characters = Array.from(token);
  if (characters.length < 2) return [];
  return characters.slice(1).map((character, at) => `${characters[at]}${character}`);
}
