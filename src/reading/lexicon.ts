// In: the word lists of reference/. Out: one lookup table per language, and the phrases found in a sentence.
// One pass over the tokens, the longest phrase wins; no regular expressions over text.
import { COVERED_LANGUAGES, jurisdictionTerms } from '../reference/jurisdiction-names.ts';
import { type PrintedTerm, productTerms } from '../reference/product-names.ts';
import { type WordClass, wordTerms } from '../reference/trade-words.ts';
import { cutPhrase, isSingleScript, type Sentence, type Token } from './cut-text.ts';

export type HitClass = WordClass | 'place' | 'placekind' | 'product';

/** A phrase of the lists with all it may mean. */
type Entry = {
  readonly words: readonly string[];
  /** Per word: true when it stands for any ending. */
  readonly stems: readonly boolean[];
  /** Letters that must stand in the text exactly; null when case does not matter. */
  readonly exact: string | null;
  readonly needsCapital: boolean;
  readonly meanings: Map<HitClass, string[]>;
};

/** A phrase found in a sentence: tokens `from` to before `to`. */
export type Hit = {
  readonly from: number;
  readonly to: number;
  readonly meanings: ReadonlyMap<HitClass, readonly string[]>;
};

export type Lexicon = {
  readonly words: WordIndex;
  /** Frames and kinds of notices: looked for beside the words, so that neither hides the other. */
  readonly marks: WordIndex;
};

type WordIndex = {
  readonly byWord: ReadonlyMap<string, readonly Entry[]>;
  readonly byStem: ReadonlyMap<string, readonly Entry[]>;
  /** Words already looked up, so that stems are tried once per word. Bounded. */
  readonly memory: Map<string, Candidates>;
};

type Meanings = ReadonlyMap<HitClass, readonly string[]>;

type Candidates = {
  /** Longest first. */
  readonly entries: readonly Entry[];
  readonly plain: Meanings | null;
};

const STEM_HEAD = 2;
const MOST_REMEMBERED = 20_000;
const NOTHING: readonly Entry[] = [];

const lexicons = new Map<string, Lexicon>();

/** The lookup table for texts in `lang`: its own words and, since names and terms travel, the English ones. */
export function lexiconFor(lang: string): Lexicon {
  const key = (COVERED_LANGUAGES as readonly string[]).includes(lang) ? lang : 'en';
  const known = lexicons.get(key);
  if (known !== undefined) return known;
  const built = buildLexicon(key);
  lexicons.set(key, built);
  return built;
}

/** All phrases of `sentence` that the lexicon knows, in order, not overlapping. */
export function findHits(lexicon: WordIndex, sentence: Sentence): readonly Hit[] {
  const { tokens, raw } = sentence;
  const hits: Hit[] = [];
  let at = 0;
  while (at < tokens.length) {
    const hit = longestAt(lexicon, tokens, at, raw);
    if (hit !== null) hits.push(hit);
    at = hit === null ? at + 1 : hit.to;
  }
  return hits;
}

/** The first value of a class, or undefined when the hit has no such meaning. */
export function meaning(hit: Hit, hitClass: HitClass): string | undefined {
  return hit.meanings.get(hitClass)?.[0];
}

// Entries of the same length ("probe", "prob*") lend each other their meanings; one without any blocks the words.
function longestAt(
  lexicon: WordIndex,
  tokens: readonly Token[],
  at: number,
  raw: string,
): Hit | null {
  const token = tokens[at];
  if (token === undefined || token.kind === 'number') return null;
  const found = lexicon.memory.get(token.text) ?? candidates(lexicon, token.text);
  let hit: Hit | null = null;
  for (const entry of found.entries) {
    // Entries come longest first: the single words are left, and need no look at the text.
    if (hit === null && found.plain !== null && entry.words.length === 1) break;
    const to = at + entry.words.length;
    if (hit !== null && (to < hit.to || hit.meanings.size === 0)) break;
    if (!matchesAt(entry, tokens, at, raw)) continue;
    const meanings: Meanings =
      hit === null ? entry.meanings : mergeMeanings(hit.meanings, entry.meanings);
    hit = { from: at, to, meanings };
  }
  if (hit !== null || found.plain === null) return hit;
  return { from: at, to: at + 1, meanings: found.plain };
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

function candidates(lexicon: WordIndex, word: string): Candidates {
  const stems = (lexicon.byStem.get(word.slice(0, STEM_HEAD)) ?? NOTHING).filter((entry) =>
    word.startsWith(entry.words[0] ?? ''),
  );
  const exact = lexicon.byWord.get(word) ?? NOTHING;
  const entries = stems.length === 0 ? exact : [...exact, ...stems].sort(longestFirst);
  const found = { entries, plain: plainMeanings(entries, word) };
  if (lexicon.memory.size >= MOST_REMEMBERED) lexicon.memory.clear();
  lexicon.memory.set(word, found);
  return found;
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
  if (entry.exact !== null && bare(raw.slice(first.start, last.end)) !== entry.exact) return false;
  return !cutsKatakana(raw, first.start, last.end);
}

function isCapital(char: string): boolean {
  return char !== char.toLowerCase();
}

function bare(text: string): string {
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

function longestFirst(a: Entry, b: Entry): number {
  return b.words.length - a.words.length || wordLength(b) - wordLength(a);
}

function wordLength(entry: Entry): number {
  return (entry.words[0]?.length ?? 0) + (entry.exact === null ? 0 : 0.5);
}

type LexiconBuilder = { readonly entries: Map<string, Entry>; readonly marks: Map<string, Entry> };

function buildLexicon(lang: string): Lexicon {
  const builder: LexiconBuilder = { entries: new Map(), marks: new Map() };
  // Blocking phrases come with no meaning at all: they only take their words out of play.
  for (const term of productTerms()) {
    const isOurs = term.lang === lang || term.lang === 'en' || (term.lang === '*' && lang !== 'en');
    if (isOurs) addTerm(builder, term, term.slug === null ? [] : [['product', term.slug]], false);
  }
  // Own words first: "EU" is the United States in a Mexican paper.
  const places = jurisdictionTerms();
  const own = places.filter((term) => term.lang === lang);
  const english = lang === 'en' ? [] : places.filter((term) => term.lang === 'en');
  for (const term of [...own, ...english]) {
    const needsCapital = hasCase(term.term);
    addTerm(
      builder,
      term,
      [
        ['place', term.code],
        ['placekind', term.kind],
      ],
      needsCapital,
    );
  }
  const languages = lang === 'en' ? ['en'] : [lang, ...ENGLISH_CLASSES];
  for (const source of languages) {
    if (source === 'en' || source === lang) {
      for (const term of wordTerms(source))
        addTerm(builder, term, [[term.class, term.value]], false);
    } else {
      for (const term of wordTerms('en')) {
        if (term.class === source) addTerm(builder, term, [[term.class, term.value]], false);
      }
    }
  }
  return { words: index([...builder.entries.values()]), marks: index([...builder.marks.values()]) };
}

/** English words that turn up in texts of every language. */
const ENGLISH_CLASSES: readonly WordClass[] = ['instrument', 'percent'];

function addTerm(
  builder: LexiconBuilder,
  printed: PrintedTerm,
  meanings: readonly (readonly [HitClass, string])[],
  needsCapital: boolean,
): void {
  const { words, stems } = cutTerm(printed);
  if (words.length === 0) return;
  const exact = printed.caseSensitive ? bare(printed.term) : null;
  const key = `${words.join(' ')}|${stems.join()}|${exact ?? ''}`;
  const table = isMark(meanings) ? builder.marks : builder.entries;
  const entry = table.get(key) ?? {
    words,
    stems,
    exact,
    needsCapital,
    meanings: new Map<HitClass, string[]>(),
  };
  for (const [hitClass, value] of meanings) {
    const values = entry.meanings.get(hitClass) ?? [];
    // Official names and own names overlap; the first place a word stands for is the one meant.
    const isTaken = hitClass === 'place' || hitClass === 'placekind' ? values.length > 0 : false;
    if (!isTaken && !values.includes(value)) values.push(value);
    entry.meanings.set(hitClass, values);
  }
  table.set(key, entry);
}

// A homonym ("power tariff") must hide the tariff in it; all other frames and notices must not.
function isMark(meanings: readonly (readonly [HitClass, string])[]): boolean {
  return meanings.some(
    ([hitClass, value]) =>
      hitClass === 'routine' ||
      hitClass === 'notice' ||
      (hitClass === 'frame' && value !== 'homonym'),
  );
}

// "Wielk* Brytani*": each word of a term may stand for any ending.
function cutTerm(printed: PrintedTerm): { words: string[]; stems: boolean[] } {
  const words: string[] = [];
  const stems: boolean[] = [];
  const parts = printed.term.split(' ');
  for (const [at, part] of parts.entries()) {
    const cut = cutPhrase(part.replace('*', ''));
    const isStem = part.endsWith('*') || (printed.isStem && at === parts.length - 1);
    for (const [place, word] of cut.entries()) {
      words.push(word);
      stems.push(isStem && place === cut.length - 1);
    }
  }
  return { words, stems };
}

function hasCase(term: string): boolean {
  const code = term.charCodeAt(0);
  return !isSingleScript(code) && term.charAt(0) !== term.charAt(0).toLowerCase();
}

function index(entries: readonly Entry[]): WordIndex {
  const byWord = new Map<string, Entry[]>();
  const byStem = new Map<string, Entry[]>();
  for (const entry of entries) {
    const first = entry.words[0] ?? '';
    const isStem = entry.stems[0] === true;
    const [table, key] = isStem ? [byStem, first.slice(0, STEM_HEAD)] : [byWord, first];
    const list = table.get(key) ?? [];
    list.push(entry);
    table.set(key, list);
  }
  for (const list of [...byWord.values(), ...byStem.values()]) list.sort(longestFirst);
  return { byWord, byStem, memory: new Map() };
}
