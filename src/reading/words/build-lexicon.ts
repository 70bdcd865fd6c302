// In: the word lists of reference/. Out: one lookup table per language, built when first asked for.
import { headingTerms } from '../../reference/goods-headings.ts';
import { COVERED_LANGUAGES, jurisdictionTermsIn } from '../../reference/jurisdiction-names.ts';
import { type PrintedTerm, productTerms } from '../../reference/product-names.ts';
import { regionTermsIn } from '../../reference/region-names.ts';
import { toSimplified } from '../../reference/simplified-han.ts';
import { type WordClass, wordTerms } from '../../reference/trade-words.ts';
import { type Compounds, compoundsOf, NO_COMPOUNDS } from './compound-words.ts';
import { isSingleScript } from './find-token.ts';
import { foldText } from './fold-text.ts';
import type { HitClass, WordIndex } from './lexicon.ts';
import { firstWordOf, type Meaning, Shelf } from './shelf.ts';
import { type TellingWords, tellingWords } from './telling-words.ts';
import { emptyMemory } from './word-table.ts';

export type Lexicon = {
  readonly words: WordIndex;
  /** Frames and kinds of notices: looked for beside the words, so that neither hides the other. */
  readonly marks: WordIndex;
  /** Words and phrases without which no tariff can be meant. */
  readonly telling: TellingWords;
  /** And what tells it in a title alone: notices, inquiries, reliefs. */
  readonly tellingTitle: TellingWords;
  /** Words for a percentage. */
  readonly percents: TellingWords;
};

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

/** Vietnamese names of goods of so few syllables are other words with other marks: "nhôm" and "nhóm", "tỏi" and "tới". */
const SHORT_NAME = 2;

function blockedWords(lang: string): readonly string[] {
  return productTerms()
    .filter((term) => term.lang === lang && term.slug === null)
    .map(({ term }) => foldText(term));
}

function buildLexicon(lang: string): Lexicon {
  const builder = new LexiconBuilder(lang);
  // Blocking phrases come with no meaning at all: they only take their words out of play.
  // Own words first: "soi" is soya in Polish and yarn in Vietnamese.
  // What is no goods in a language is none in it by the name of another: French "car", Portuguese "mais".
  const blocked = new Set(blockedWords(lang));
  for (const owner of lang === 'en' ? ['en'] : [lang, '*', 'en']) {
    for (const term of productTerms()) {
      if (term.lang !== owner || (owner !== lang && blocked.has(foldText(term.term)))) continue;
      const isShort = owner === 'vi' && !term.isStem && term.term.split(' ').length <= SHORT_NAME;
      const isMarked = isShort || term.isMarked;
      builder.add(term, term.slug === null ? [] : [['product', term.slug]], false, isMarked);
    }
  }
  if (lang === 'en') {
    for (const { term, slug } of headingTerms())
      builder.add({ term, caseSensitive: false, isStem: false }, [['product', slug]]);
  }
  // Own words first: "EU" is the United States in a Mexican paper.
  const own = jurisdictionTermsIn(lang);
  // "Harley und Indian", "Canadian Solar": in a text of another language an English adjective is part of a firm's name.
  const english =
    lang === 'en' ? [] : jurisdictionTermsIn('en').filter(({ kind }) => kind !== 'demonym');
  for (const term of [...own.flatMap(withPrefixes), ...english]) {
    const meanings: readonly Meaning[] = [
      ['place', term.code],
      ['placekind', term.kind],
    ];
    builder.add(term, meanings, hasCase(term.term));
  }
  for (const term of regionTermsIn(lang))
    builder.add(term, [['region', term.code]], hasCase(term.term));
  for (const term of wordTerms(lang)) {
    const isMarked = lang === 'vi' && !term.isStem && !term.term.includes(' ');
    builder.add(term, [[term.class, term.value]], false, isMarked);
  }
  if (lang !== 'en') {
    for (const name of ENGLISH_CLASSES) {
      const terms = wordTerms('en').filter((term) => term.class === name);
      for (const term of terms) builder.add(term, [[term.class, term.value]]);
    }
  }
  return builder.lexicon();
}

class LexiconBuilder {
  private readonly words: ReturnType<typeof emptyIndex>;
  private readonly marks = emptyIndex(NO_COMPOUNDS);
  private readonly telling: PrintedTerm[] = [];
  private readonly tellingTitle: PrintedTerm[] = [];
  private readonly percents: PrintedTerm[] = [];

  private readonly isAbroad: boolean;
  private readonly isChinese: boolean;

  constructor(lang: string) {
    this.isAbroad = lang !== 'en';
    this.isChinese = lang === 'zh';
    this.words = emptyIndex(compoundsOf(lang));
  }

  add(
    term: PrintedTerm,
    meanings: readonly Meaning[],
    needsCapital = false,
    isMarked = false,
  ): void {
    // Texts are looked up in simplified characters as well. A character alone would become another word: "徵" levies, "征" marches.
    const isFolded = this.isChinese && term.term.length > 1;
    const printed = isFolded ? { ...term, term: toSimplified(term.term) } : term;
    const first = firstWordOf(printed);
    if (first === null) return;
    // Switzerland, and whoever prints capitals, write "ss" for "ß".
    if (printed.term.includes('ß')) {
      const swiss = { ...printed, term: printed.term.replaceAll('ß', 'ss') };
      this.add(swiss, meanings, needsCapital, isMarked);
    }
    const isOfMarks = meanings.some(isMark);
    const index = isOfMarks ? this.marks : this.words;
    shelfOf(first.isStem ? index.byStem : index.byWord, first.word).add({
      printed,
      meanings,
      needsCapital,
      isMarked,
    });
    const tells = meanings.some(isTelling) || isRemedyProbe(printed, meanings);
    if (!isOfMarks && tells && !isEvident(printed)) this.telling.push(printed);
    if (meanings.some(isPercent)) this.percents.push(printed);
    if (meanings.some(isOfMarks ? isTellingTitle : this.isAbroad ? isInquiryOrRelief : isRelief)) {
      if (!isEvident(printed)) this.tellingTitle.push(printed);
    }
  }

  lexicon(): Lexicon {
    const { compounds } = this.words;
    const heads = [...compounds.heads, ...compounds.headsOfGoods];
    return {
      words: this.words,
      marks: this.marks,
      telling: tellingWords(EVIDENT_WORDS, EVIDENT_STEMS, this.telling, heads),
      tellingTitle: tellingWords(
        [],
        [],
        [...this.tellingTitle, ...(this.isAbroad ? [] : INQUIRED)],
      ),
      percents: tellingWords([], [], this.percents),
    };
  }
}

function emptyIndex(compounds: Compounds) {
  const [byWord, byStem] = [new Map<string, Shelf>(), new Map<string, Shelf>()];
  return { byWord, byStem, compounds, memory: emptyMemory() } satisfies WordIndex;
}

function shelfOf(shelves: Map<string, Shelf>, word: string): Shelf {
  const known = shelves.get(word);
  if (known !== undefined) return known;
  const shelf = new Shelf();
  shelves.set(word, shelf);
  return shelf;
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

function hasCase(term: string): boolean {
  const code = term.charCodeAt(0);
  return !isSingleScript(code) && term.charAt(0) !== term.charAt(0).toLowerCase();
}

// A homonym ("power tariff") must hide the tariff in it; all other frames and notices must not.
function isMark([hitClass, value]: Meaning): boolean {
  return (
    hitClass === 'routine' || hitClass === 'notice' || (hitClass === 'frame' && value !== 'homonym')
  );
}

/** Classes of words that `decide-relevance.ts` takes for a tariff or a trade quota, alone or in company. */
const TELLING_CLASSES: readonly HitClass[] = ['tariff', 'quota', 'instrument', 'zerorate'];

function isTelling([hitClass, value]: Meaning): boolean {
  return TELLING_CLASSES.includes(hitClass) || (hitClass === 'relief' && value === 'preference');
}

// "trade remedy cases", "injury inquiry": what comes of them is a duty (`objects/tariff-words.ts`).
function isRemedyProbe({ term }: PrintedTerm, meanings: readonly Meaning[]): boolean {
  return REMEDY.test(term) && meanings.some(([hitClass]) => hitClass === 'probe');
}

const REMEDY = /\b(?:remed|injury)/i;

function isPercent([hitClass]: Meaning): boolean {
  return hitClass === 'percent';
}

/** Kinds of notices of trade offices, looked for in titles only. */
function isTellingTitle([hitClass, value]: Meaning): boolean {
  return hitClass === 'notice' || (hitClass === 'routine' && value === 'trade');
}

// "무역위, 중국산 후판 조사 착수", "Norge ber EU om unntak": outside English the lists name the inquiries and reliefs of a title.
function isInquiryOrRelief([hitClass]: Meaning): boolean {
  return hitClass === 'probe' || hitClass === 'relief';
}

// "rules out carve-out for Australian steel": in English they name the reliefs.
function isRelief([hitClass]: Meaning): boolean {
  return hitClass === 'relief';
}

/** What English titles say of an inquiry into trade; `isWordlessTrade` asks for nothing less. */
const INQUIRED: readonly PrintedTerm[] = [
  ...['dumped', 'dumping', 'imports', 'itc', 'usitc', 'ustr', 'trade representative'].map(
    (term) => ({ term, isStem: false }),
  ),
  ...[
    'subsid',
    'safeguard',
    'trade probe',
    'trade inquiry',
    'trade investigation',
    'trade commission',
    'trade panel',
    'trade body',
    'trade court',
    'trade practices',
    'trade barrier',
    'trade policies',
    'probe into',
    'investigation into',
    'inquiry into',
  ].map((term) => ({
    term,
    isStem: true,
  })),
].map((term) => ({ ...term, caseSensitive: false }));

/** Most telling phrases hold one of these, which spares them the cutting. */
const EVIDENT_WORDS = ['duty', 'duties'] as const;
const EVIDENT_STEMS = ['tariff'] as const;

function isEvident({ term, isStem }: PrintedTerm): boolean {
  return TARIFF.test(term) || (!isStem && DUTY.test(term));
}

const TARIFF = /\btariff/i;
const DUTY = /\b(?:duty|duties)(?=[ -]|$)/i;
