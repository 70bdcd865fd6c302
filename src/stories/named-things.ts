// Text in any covered language in, the countries, products and percentages it names out, as one alphabet of tokens
// (`@JP`, `#steel`, `%25`). A plain look-up: it does not say who does what to whom, which is the reader's work.
import { rememberResults } from '../domain/remember-results.ts';
import { jurisdictionTerms } from '../reference/jurisdiction-names.ts';
import { productTerms } from '../reference/product-names.ts';

type Entry = {
  readonly words: readonly string[];
  readonly isStem: boolean;
  /** The first word as printed when its case matters ("US" is not "us"). */
  readonly exact: string | null;
  readonly token: string;
};

type Table = {
  /** Phrases of words, by their first three letters; the longest first. */
  readonly byHead: ReadonlyMap<string, readonly Entry[]>;
  /** Terms of scripts that are written without spaces. */
  readonly unspaced: ReadonlyMap<string, string>;
  readonly longestUnspaced: number;
};

const HEAD = 3;
const WORD = /[\p{L}\p{M}\p{N}]+(?:['’.][\p{L}\p{M}\p{N}]+)*/gu;
/** What `WORD` means in plain ASCII text, which most texts are; several times faster. */
const ASCII_WORD = /[A-Za-z0-9]+(?:['.][A-Za-z0-9]+)*/g;
const BEYOND_ASCII = /[\u0080-\uffff]/;
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u;
/** Accents of Latin, Greek and Cyrillic letters; vowel signs of Indian scripts are letters. */
const MARKS = /[\u0300-\u036f]/gu;
const PERCENT =
  /(\d{1,4}(?:[.,]\d{1,3})?)[ \u00a0-]?(?:%|％|percent|per cent|pct|pc\b|prozent|por ciento|por cento|pour cent|per cento|procent|persen|फीसदी|퍼센트)/giu;
/** Government bodies and leaders stand for their country in one language only; names travel. */
const PLACE_KINDS: ReadonlySet<string> = new Set(['name', 'demonym', 'capital']);

let table: Table | undefined;

/** The tokens of all things named in `text`, without repeats, in order of appearance. */
export function namedThings(text: string): ReadonlySet<string> {
  const { unspaced, longestUnspaced } = builtTable();
  const tokens = new Set<string>();
  const pattern = BEYOND_ASCII.test(text) ? WORD : ASCII_WORD;
  const words = [...text.matchAll(pattern)].map(([word]) => ({
    raw: word,
    folded: foldWord(word),
  }));
  let at = 0;
  while (at < words.length) {
    const entry = longestAt(words, at);
    if (entry !== undefined) tokens.add(entry.token);
    else {
      const word = words[at]?.folded ?? '';
      for (const token of unspacedIn(unspaced, longestUnspaced, word)) tokens.add(token);
    }
    at += entry?.words.length ?? 1;
  }
  for (const [, figure] of text.matchAll(PERCENT)) {
    tokens.add(`%${Number((figure ?? '').replace(',', '.'))}`);
  }
  return tokens;
}

type Word = { readonly raw: string; readonly folded: string };

function longestAt(words: readonly Word[], at: number): Entry | undefined {
  const first = words[at];
  if (first === undefined) return undefined;
  return startingWith(first.folded).find((entry) => {
    if (entry.exact !== null && entry.exact !== first.raw) return false;
    return entry.words.every((word, offset) => {
      const folded = words[at + offset]?.folded ?? '';
      const mayEndOtherwise = entry.isStem && offset === entry.words.length - 1;
      return folded === word || (mayEndOtherwise && folded.startsWith(word));
    });
  });
}

/** The same words come again in every item of a feed. */
const WORDS_KEPT = 10_000;
const foldWord = rememberResults(WORDS_KEPT, (word: string) => word, fold);

/** The phrases whose first word is this one, the longest first. */
const startingWith = rememberResults(
  WORDS_KEPT,
  (word: string) => word,
  (word): readonly Entry[] => {
    const entries = builtTable().byHead.get(word.slice(0, HEAD)) ?? [];
    return entries.filter(
      ({ words: [first = ''], isStem }) => word === first || (isStem && word.startsWith(first)),
    );
  },
);

function unspacedIn(
  unspaced: ReadonlyMap<string, string>,
  longestUnspaced: number,
  word: string,
): readonly string[] {
  if (!UNSPACED.test(word)) return [];
  const found: string[] = [];
  let at = 0;
  while (at < word.length) {
    let length = Math.min(longestUnspaced, word.length - at);
    while (length > 1 && !unspaced.has(word.slice(at, at + length))) length -= 1;
    const token = length > 1 ? unspaced.get(word.slice(at, at + length)) : undefined;
    if (token !== undefined) found.push(token);
    at += Math.max(length, 1);
  }
  return found;
}

function builtTable(): Table {
  table ??= buildTable();
  return table;
}

function buildTable(): Table {
  const byHead = new Map<string, Entry[]>();
  const unspaced = new Map<string, string>();
  const places = jurisdictionTerms()
    .filter(({ kind }) => PLACE_KINDS.has(kind))
    .map((term) => ({ ...term, token: `@${term.code}` }));
  // Words of one language only would be read into all others ("baja" is steel in one and a fall in another).
  const products = productTerms()
    .filter(({ slug, lang }) => slug !== null && (lang === 'en' || lang === '*'))
    .map((term) => ({ ...term, token: `#${term.slug}` }));
  for (const { term, caseSensitive, isStem, token } of [...places, ...products]) {
    const raw = [...term.matchAll(WORD)].map(([word]) => word);
    const words = raw.map(fold);
    const first = words[0];
    if (first === undefined) continue;
    if (UNSPACED.test(term)) {
      if (!unspaced.has(first)) unspaced.set(first, token);
      continue;
    }
    const exact = caseSensitive ? (raw[0] ?? null) : null;
    if (first.length < HEAD && exact === null) continue;
    const head = first.slice(0, HEAD);
    const entry: Entry = { words, isStem, exact, token };
    const entries = byHead.get(head);
    if (entries === undefined) byHead.set(head, [entry]);
    else entries.push(entry);
  }
  for (const entries of byHead.values()) {
    entries.sort((a, b) => b.words.length - a.words.length || lettersOf(b) - lettersOf(a));
  }
  const longestUnspaced = Math.max(0, ...[...unspaced.keys()].map((term) => term.length));
  return { byHead, unspaced, longestUnspaced };
}

function lettersOf(entry: Entry): number {
  return entry.words.join('').length;
}

function fold(word: string): string {
  return word
    .normalize('NFKD')
    .replace(MARKS, '')
    .toLowerCase()
    .normalize('NFC')
    .replace(/['’]s$/, '');
}
