// In: the word lists of reference/. Out: one lookup table per language, built when first asked for.
import { COVERED_LANGUAGES, jurisdictionTerms } from '../../reference/jurisdiction-names.ts';
import { type PrintedTerm, productTerms } from '../../reference/product-names.ts';
import { type WordClass, wordTerms } from '../../reference/trade-words.ts';
import { cutPhrase } from './cut-text.ts';
import { isSingleScript } from './find-token.ts';
import {
  bare,
  type Entry,
  emptyMemory,
  type HitClass,
  type Lexicon,
  longestFirst,
  STEM_HEAD,
  type TellingWords,
  type WordIndex,
} from './lexicon.ts';

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
  for (const term of [...own.flatMap(withPrefixes), ...english]) {
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
  const words = [...builder.entries.values()];
  const marks = [...builder.marks.values()];
  return {
    words: index(words),
    marks: index(marks),
    telling: tellingWords(words.filter(isTelling)),
    tellingTitle: tellingWords([...words.filter(isTelling), ...marks.filter(isTellingTitle)]),
  };
}

// "من الصين وتركيا": "and", "to" and "by" are one letter, written onto the Arabic name.
function withPrefixes<Term extends PrintedTerm & { readonly lang: string }>(
  term: Term,
): readonly Term[] {
  if (term.lang !== 'ar') return [term];
  return [term, ...ARABIC_LETTERS.map((letter) => ({ ...term, term: `${letter}${term.term}` }))];
}

const ARABIC_LETTERS = ['و', 'ل', 'ب'] as const;

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
    const isPlace = hitClass === 'place' || hitClass === 'placekind';
    const isTaken = isPlace && values.length > 0 && !isOtherOfPair(meanings, entry.meanings);
    if (!isTaken && !values.includes(value)) values.push(value);
    entry.meanings.set(hitClass, values);
  }
  table.set(key, entry);
}

// "日米" stands for two countries: both rows give it their code.
function isOtherOfPair(
  meanings: readonly (readonly [HitClass, string])[],
  known: ReadonlyMap<HitClass, readonly string[]>,
): boolean {
  const isPair = meanings.some(([hitClass, value]) => hitClass === 'placekind' && value === 'pair');
  return isPair && known.get('placekind')?.[0] === 'pair';
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
    const bareTerm = part.replace('*', '');
    const cut = PLAIN_WORD.test(bareTerm) ? [bareTerm.toLowerCase()] : cutPhrase(bareTerm);
    const isStem = part.endsWith('*') || (printed.isStem && at === parts.length - 1);
    for (const [place, word] of cut.entries()) {
      words.push(word);
      stems.push(isStem && place === cut.length - 1);
    }
  }
  return { words, stems };
}

/** A word that is cut as it stands. */
const PLAIN_WORD = /^[A-Za-z]{1,30}$/;

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
  return { byWord, byStem, memory: emptyMemory() };
}

/** Classes of words that `decide-relevance.ts` takes for a tariff or a trade quota, alone or in company. */
const TELLING_CLASSES: readonly HitClass[] = ['tariff', 'quota', 'instrument', 'zerorate'];

function isTelling({ meanings }: Entry): boolean {
  if (meanings.get('relief')?.includes('preference') === true) return true;
  return TELLING_CLASSES.some((name) => meanings.has(name));
}

/** Kinds of notices of trade offices, looked for in titles only. */
function isTellingTitle({ meanings }: Entry): boolean {
  return meanings.has('notice') || meanings.get('routine')?.includes('trade') === true;
}

// All words of a telling phrase stand in a text that holds it, so one of them suffices: one that is looked for anyway,
// else the longest, as the rarest.
function tellingWords(entries: readonly Entry[]): TellingWords {
  const words = new Set(['duty', 'duties']);
  const stems = ['tariff'];
  const shortestFirst = [...entries].sort((a, b) => a.words.length - b.words.length);
  for (const { words: phrase, stems: areStems } of shortestFirst) {
    const isKnown = phrase.some(
      (word, at) =>
        (areStems[at] !== true && words.has(word)) || stems.some((stem) => word.startsWith(stem)),
    );
    if (isKnown) continue;
    const longest = Math.max(...phrase.map((word) => word.length));
    const at = phrase.findIndex((word) => word.length === longest);
    if (areStems[at] === true) stems.push(phrase[at] ?? '');
    else words.add(phrase[at] ?? '');
  }
  return { words, stems, memory: emptyMemory() };
}
