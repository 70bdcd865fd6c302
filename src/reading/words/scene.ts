// In: an item. Out: its sentences with the phrases found in them, ready for the rules. No rule lives here.
import { type Day, isDay } from '../../domain/day.ts';
import type { Evidence, ReadingInput } from '../../domain/reading.ts';
import { isBareTitle } from './bare-title.ts';
import { type Lexicon, lexiconFor } from './build-lexicon.ts';
import { mayCharge, withCharged } from './charged-percents.ts';
import {
  type Cut,
  cutField,
  type Sentence,
  sentencesOf,
  startCut,
  type Token,
} from './cut-text.ts';
import { datelineDay } from './dateline.ts';
import { findLanguage } from './find-language.ts';
import { findHits, type Hit, type HitClass } from './lexicon.ts';
import { withoutLinks } from './related-links.ts';
import { withSeparable } from './separable-verbs.ts';
import { withShortNames } from './short-names.ts';
import { holdsAny } from './telling-words.ts';

/** A sentence with its phrases. */
export type Line = Sentence & {
  /** Place in the item: the title comes first. */
  readonly index: number;
  readonly isTitle: boolean;
  /** ISO 639-1 of the item. */
  readonly lang: string;
  /** True behind a title that speaks of a tariff: "the duties" are meant so. */
  readonly isUnderTariff: boolean;
  readonly hits: readonly Hit[];
  /** Frames and notices of a title, found beside the hits; they may overlap them. */
  readonly marks: readonly Hit[];
  /** The hits of every class that a hit or mark of the line has: a rule is spared a line without what it asks for. */
  readonly classes: ReadonlyMap<HitClass, readonly Hit[]>;
  /** Per token the hit that lies over it. */
  readonly over: readonly (Hit | undefined)[];
  /** What has been worked out of the line, by `oncePerLine`. */
  readonly memory: unknown[];
};

export type Scene = {
  readonly lines: readonly Line[];
  readonly title: Line | null;
  readonly lang: string;
  /** The day the item was published; null when the feed does not say. */
  readonly publishedOn: Day | null;
  readonly titleOnly: boolean;
};

/** Cuts and looks up all fields of an item. Content is read only where the summary has next to nothing. */
export function buildScene(input: ReadingInput): Scene {
  return sceneOf(input, cutItem(input));
}

/**
 * The first look at an item, which most items of a feed do not get past: the scene, or null when no word stands in it
 * that could mean a tariff, so that the rules would say so. `titleOnly` as in the scene.
 */
export function glance(input: ReadingInput): {
  readonly scene: Scene | null;
  readonly titleOnly: boolean;
} {
  const item = cutItem(input);
  const { lang, lexicon, cut, titleWords, titleOnly } = item;
  const mayTell =
    holdsAny(lexicon.telling, cut, 0, cut.count) ||
    holdsAny(lexicon.tellingTitle, cut, 0, titleWords) ||
    mayCharge(lang, lexicon, cut);
  return { scene: mayTell ? sceneOf(input, item) : null, titleOnly };
}

type CutItem = {
  readonly lang: string;
  readonly lexicon: Lexicon;
  readonly cut: Cut;
  /** Tokens of the title; those of the other fields follow. */
  readonly titleWords: number;
  readonly titleOnly: boolean;
};

function cutItem(input: ReadingInput): CutItem {
  const { title, summary, content } = input;
  const sample = `${title.slice(0, LANGUAGE_SAMPLE)} ${summary.slice(0, LANGUAGE_SAMPLE)}`;
  const lang = findLanguage(sample, input.lang);
  const lexicon = lexiconFor(lang);
  const cut = startCut();
  cutField(cut, 'title', title);
  const titleWords = cut.count;
  cutField(cut, 'summary', withoutLinks(summary));
  const isBare = cut.count - titleWords < FEW_WORDS;
  if (isBare && content !== undefined && content !== '')
    cutField(cut, 'content', withoutLinks(content));
  return { lang, lexicon, cut, titleWords, titleOnly: cut.count === titleWords };
}

function sceneOf(input: ReadingInput, item: CutItem): Scene {
  const { lang, lexicon, cut, titleWords, titleOnly } = item;
  const sentences = sentencesOf(cut);
  const found = sentences.map((sentence) => {
    const listed = withShortNames(lang, sentence, findHits(lexicon.words, sentence));
    const hits = withSeparable(lang, sentence, listed);
    const classes = classesOf(hits);
    const charged = withCharged(lang, sentence, hits, classes);
    return charged === hits ? { hits, classes } : { hits: charged, classes: classesOf(charged) };
  });
  // "ABD vergileri erteledi" / "Yüzde 25'lik tarifeler": outside English the text tells what kind of tax a title means.
  let isUnderTariff = lang !== 'en' && found.some(({ classes }) => namesTariff(classes));
  const lines = found.map(({ hits, classes }, index): Line => {
    const sentence = sentences[index] as Sentence;
    const isTitle = sentence.field === 'title';
    // Only a title is asked for its frame or kind of notice.
    const mayLead = isTitle || (index === 1 && isBareTitle(cut, titleWords));
    const marks = mayLead ? findHits(lexicon.marks, sentence) : NO_HITS;
    for (const mark of marks) {
      for (const hitClass of mark.meanings.keys()) {
        if (!classes.has(hitClass)) classes.set(hitClass, []);
      }
    }
    const { field, start, end, raw, tokens } = sentence;
    const line = {
      field,
      start,
      end,
      raw,
      tokens,
      index,
      isTitle,
      lang,
      isUnderTariff,
      hits,
      marks,
      classes,
      over: hitsOver(hits),
      memory: [],
    };
    if (isTitle && (namesTariff(classes) || namesDuty(lang, classes))) isUnderTariff = true;
    return line;
  });
  const published = input.published?.slice(0, 10) ?? '';
  return {
    lines,
    title: lines.find((line) => line.isTitle) ?? null,
    lang,
    publishedOn: isDay(published) ? datelineDay(input.summary, published) : null,
    titleOnly,
  };
}

type Classes = Map<HitClass, Hit[]>;

function classesOf(hits: readonly Hit[]): Classes {
  const classes: Classes = new Map();
  for (const hit of hits) {
    for (const hitClass of hit.meanings.keys()) {
      const known = classes.get(hitClass);
      if (known === undefined) classes.set(hitClass, [hit]);
      else known.push(hit);
    }
  }
  return classes;
}

function hitsOver(hits: readonly Hit[]): readonly (Hit | undefined)[] {
  const over: (Hit | undefined)[] = [];
  for (const hit of hits) {
    while (over.length < hit.from) over.push(undefined);
    while (over.length < hit.to) over.push(hit);
  }
  return over;
}

function namesTariff(classes: Classes): boolean {
  return (classes.get('tariff') ?? NO_HITS).some(
    ({ meanings }) => meanings.get('tariff')?.[0] !== 'weak',
  );
}

// "Kenya's 25% sugar duty": with a state, goods and a rate the weak word is a tariff as well.
function namesDuty(lang: string, classes: Classes): boolean {
  return lang === 'en' && DUTY_WITH.every((name) => classes.has(name));
}

const DUTY_WITH = ['tariff', 'place', 'product', 'percent'] as const;

/** The sentence that tells what the item is about: the title, or the first sentence where the title only numbers an act. */
export function headlineOf(scene: Scene): Line | null {
  const first = scene.lines[1];
  return first !== undefined && !first.isTitle && first.marks.length > 0 ? first : scene.title;
}

const NO_HITS: readonly Hit[] = [];
/** Characters of each text by which the language is told. */
const LANGUAGE_SAMPLE = 300;
const FEW_WORDS = 12;

/** The sentence as evidence: a substring of the item's own text. */
export function evidenceOf(line: Line, rule: string): Evidence {
  return {
    field: line.field,
    start: line.start,
    end: line.end,
    quote: line.raw.slice(line.start, line.end),
    rule,
  };
}

/** The frames and notices of any line, a title or not; those of a text are looked for only when somebody asks. */
export function headMarks(line: Line): readonly Hit[] {
  return line.isTitle || line.marks.length > 0 ? line.marks : textMarks(line);
}

let memories = 0;

/** The same function, which works only once for a line however many rules ask: a line never changes. */
export function oncePerLine<Result>(work: (line: Line) => Result): (line: Line) => Result {
  const place = memories;
  memories += 1;
  return (line) => {
    const known = line.memory[place] as Result | undefined;
    if (known !== undefined) return known;
    const found = work(line);
    line.memory[place] = found;
    return found;
  };
}

const textMarks = oncePerLine((line) => findHits(lexiconFor(line.lang).marks, line));

/** The hits of a line (not its marks) that can mean a word of this class, in order. */
export function hitsOf(line: Line, hitClass: HitClass): readonly Hit[] {
  return line.classes.get(hitClass) ?? NO_HITS;
}

/** True when the hit can mean a word of this class (and value). */
export function means(hit: Hit | undefined, hitClass: HitClass, value?: string): boolean {
  const values = hit?.meanings.get(hitClass);
  return values !== undefined && (value === undefined || values.includes(value));
}

/** The word `steps` before the token `at`, an article right before it left out: "unless the EU" gives "unless". */
export function wordBefore(line: Line, at: number, steps = 1): string {
  return tokenText(line, at - steps - (tokenText(line, at - 1) === 'the' ? 1 : 0));
}

/** True when any phrase of the line has this class (and value). */
export function lineHas(line: Line, hitClass: HitClass, value?: string): boolean {
  if (!line.classes.has(hitClass)) return false;
  if (value === undefined) return true;
  const isMarked = line.marks.some((hit) => means(hit, hitClass, value));
  return isMarked || hitsOf(line, hitClass).some((hit) => means(hit, hitClass, value));
}

/** The folded text of the token `at`; empty before and behind the sentence. */
export function tokenText(line: Line, at: number): string {
  // An array is asked for a place below its first as for a name, which is slow.
  return at < 0 ? '' : ((line.tokens[at] as Token | undefined)?.text ?? '');
}

/** The hit that lies over the token `at`; hits stand in order and do not overlap. */
export function hitOver(line: Line, at: number): Hit | undefined {
  return at < 0 ? undefined : line.over[at];
}

/** The hit that begins at the token `at`. */
export function hitFrom(line: Line, at: number): Hit | undefined {
  const hit = hitOver(line, at);
  return hit?.from === at ? hit : undefined;
}

/** The hit that ends before the token `at`. */
export function hitBefore(line: Line, at: number): Hit | undefined {
  const hit = hitOver(line, at - 1);
  return hit?.to === at ? hit : undefined;
}

const CLAUSE_ENDS: ReadonlySet<string> = new Set([';', '.', '!', '?', '|', '…']);

/** True when a mark between two tokens parts two clauses: a semicolon, colon or spaced dash. */
export function isParted(line: Line, from: number, to: number): boolean {
  return partingMarks(line).some((at) => at >= from && at < to);
}

/** Places of the marks that part clauses. */
const partingMarks = oncePerLine((line) => {
  const places: number[] = [];
  for (const [at, token] of line.tokens.entries()) {
    if (token.kind === 'mark' && partsClauses(line, token, at)) places.push(at);
  }
  return places;
});

function partsClauses(line: Line, token: Token, at: number): boolean {
  if (token.text === ':' || token.text === '-') return line.tokens[at + 1]?.kind !== 'number';
  // "ab 10. April Zölle", "Sets Feb. 1 tariffs": the stop of an ordinal or of a month cut short ends nothing.
  const isShort =
    line.tokens[at - 1]?.kind === 'number' || hitBefore(line, at)?.meanings.has('month') === true;
  if (token.text === '.' && isShort) return at + 1 === line.tokens.length;
  // "pide a EE.UU. bajar": the stops of a name that is written with them.
  if (token.text === '.' && hitOver(line, at)?.meanings.has('place') === true) return false;
  return CLAUSE_ENDS.has(token.text);
}
