// In: an item. Out: its sentences with the phrases found in them, ready for the rules. No rule lives here.
import { isDay } from '../../domain/day.ts';
import type { ReadingInput } from '../../domain/reading.ts';
import { isBareTitle } from './bare-title.ts';
import { type Lexicon, lexiconFor } from './build-lexicon.ts';
import { mayCharge, withCharged } from './charged-percents.ts';
import { type Cut, cutField, partOf, type Sentence, sentencesOf, startCut } from './cut-text.ts';
import { datelineDay, datelineLength, mayOpenReport } from './dateline.ts';
import { findLanguage } from './find-language.ts';
import { leadingLength } from './leading-phrases.ts';
import { findHits, type Hit, type HitClass } from './lexicon.ts';
import { withoutOpenings } from './openings.ts';
import { titleLength } from './publisher-tail.ts';
import { withoutLinks } from './related-links.ts';
import { withoutScareQuotes } from './scare-quotes.ts';
import type { Framing, Line, Scene } from './scene.ts';
import { withSeparable } from './separable-verbs.ts';
import { withShortNames } from './short-names.ts';
import { withLeaderFirst } from './teller-abroad.ts';
import { withTellerFirst } from './teller-first.ts';
import { holdsAny } from './telling-words.ts';
import { partLabels } from './title-labels.ts';
import { withoutTitles } from './titled-leaders.ts';

/** Characters of each text by which the language is told. */
const LANGUAGE_SAMPLE = 300;
const FEW_WORDS = 12;

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
  cutField(cut, 'title', title, lang);
  const titleWords = cut.count;
  cutField(cut, 'summary', withoutLinks(summary), lang);
  const isBare = cut.count - titleWords < FEW_WORDS;
  if (isBare && content !== undefined && content !== '')
    cutField(cut, 'content', withoutLinks(content), lang);
  return { lang, lexicon, cut, titleWords, titleOnly: cut.count === titleWords };
}

function sceneOf(input: ReadingInput, item: CutItem): Scene {
  const { lang, lexicon, cut, titleWords, titleOnly } = item;
  const { unlabelled, labels } = partLabels(sentencesOf(cut), (sentence) =>
    findHits(lexicon.words, sentence),
  );
  const { titled, publisher } = partPublisher(unlabelled, lexicon, input.sourceName ?? '');
  const find = (sentence: Sentence): readonly Hit[] => findHits(lexicon.words, sentence);
  const plain = titled.map((sentence) => {
    const untitled = withoutTitles(withoutScareQuotes(sentence), find);
    return lang === 'en' ? withTellerFirst(untitled, find) : withLeaderFirst(untitled, find, lang);
  });
  const looks = plain.map((sentence) => ({ sentence, ...lookUp(lang, lexicon, sentence) }));
  // A dateline opens the text, or what follows a caption.
  const first = partDateline(looks, lang, lexicon);
  const { kept, openings } = withoutOpenings(first.found, lang);
  const { found: reported, dateline } =
    first.dateline === null ? partDateline(kept, lang, lexicon) : { ...first, found: kept };
  const { found, leading } = partLeading(reported, lang, lexicon);
  const framing: readonly Framing[] = [
    ...labels.map((sentence) => ({ rule: 'frame:label' as const, sentence })),
    ...(publisher === null ? [] : [{ rule: 'frame:publisher' as const, sentence: publisher }]),
    ...openings.map(({ sentence }) => ({ rule: 'frame:opening' as const, sentence })),
    ...(dateline === null
      ? []
      : [{ rule: 'frame:dateline' as const, sentence: dateline.sentence }]),
    ...leading.map((sentence) => ({ rule: 'frame:leading-phrase' as const, sentence })),
  ];
  // "ABD vergileri erteledi" / "Yüzde 25'lik tarifeler": outside English the text tells what kind of tax a title means.
  let isUnderTariff = lang !== 'en' && found.some(({ classes }) => namesTariff(classes));
  const lines = found.map((looked, index): Line => {
    const { sentence, classes } = looked;
    const isTitle = sentence.field === 'title';
    // Only a title is asked for its frame or kind of notice.
    const mayLead = isTitle || (index === 1 && isBareTitle(cut, titleWords));
    const marks = mayLead ? findHits(lexicon.marks, sentence) : NO_HITS;
    const line = lineOf(looked, marks, { index, isTitle, lang, isUnderTariff });
    if (isTitle && (namesTariff(classes) || namesDuty(lang, classes))) isUnderTariff = true;
    return line;
  });
  const before = { index: BEFORE_TEXT, isTitle: false, lang, isUnderTariff: false };
  const written = dateline === null ? null : lineOf(dateline, NO_HITS, before);
  const published = input.published?.slice(0, 10) ?? '';
  return {
    lines,
    title: lines.find((line) => line.isTitle) ?? null,
    dateline: written,
    framing,
    lang,
    publishedOn: isDay(published) ? datelineDay(written?.tokens ?? [], published) : null,
    titleOnly,
  };
}

/** The dateline is none of the item's numbered sentences. */
const BEFORE_TEXT = -1;

/** The sentences with the publisher's name taken off the end of the title. */
function partPublisher(
  sentences: readonly Sentence[],
  lexicon: Lexicon,
  sourceName: string,
): { readonly titled: readonly Sentence[]; readonly publisher: Sentence | null } {
  const at = sentences.findLastIndex(({ field }) => field === 'title');
  const last = sentences[at];
  if (last === undefined) return { titled: sentences, publisher: null };
  const length = titleLength(last, (title) => findHits(lexicon.words, title), sourceName);
  if (length === last.tokens.length) return { titled: sentences, publisher: null };
  const publisher = partOf(last, length, last.tokens.length);
  return { titled: sentences.with(at, partOf(last, 0, length)), publisher };
}

/** A sentence with its hits. */
type Looked = {
  readonly sentence: Sentence;
  readonly hits: readonly Hit[];
  readonly classes: Classes;
};

/** The sentences with the dateline taken off the first one behind the title. */
function partDateline(
  found: readonly Looked[],
  lang: string,
  lexicon: Lexicon,
): { readonly found: readonly Looked[]; readonly dateline: Looked | null } {
  const at = found.findIndex(({ sentence }) => sentence.field !== 'title');
  const first = found[at];
  const length =
    first === undefined || !mayOpenReport(first.sentence)
      ? 0
      : datelineLength(first.sentence, first.hits);
  if (first === undefined || length === 0) return { found, dateline: null };
  const { tokens } = first.sentence;
  const part = (from: number, to: number): Looked => {
    const sentence = partOf(first.sentence, from, to);
    return { sentence, ...lookUp(lang, lexicon, sentence) };
  };
  const told = length < tokens.length ? [part(length, tokens.length)] : [];
  return { found: found.toSpliced(at, 1, ...told), dateline: part(0, length) };
}

/** The sentences of the text without the phrases that lead up to them. */
function partLeading(
  found: readonly Looked[],
  lang: string,
  lexicon: Lexicon,
): { readonly found: readonly Looked[]; readonly leading: readonly Sentence[] } {
  const leading: Sentence[] = [];
  const told = found.map((looked): Looked => {
    const { sentence, hits } = looked;
    const length = sentence.field === 'title' ? 0 : leadingLength(sentence, hits, lang);
    if (length === 0) return looked;
    leading.push(partOf(sentence, 0, length));
    const rest = partOf(sentence, length, sentence.tokens.length);
    return { sentence: rest, ...lookUp(lang, lexicon, rest) };
  });
  return { found: told, leading };
}

function lookUp(
  lang: string,
  lexicon: Lexicon,
  sentence: Sentence,
): Pick<Looked, 'hits' | 'classes'> {
  const listed = withShortNames(lang, sentence, findHits(lexicon.words, sentence));
  const hits = withSeparable(lang, sentence, listed);
  const classes = classesOf(hits);
  const charged = withCharged(lang, sentence, hits, classes);
  return charged === hits ? { hits, classes } : { hits: charged, classes: classesOf(charged) };
}

function lineOf(
  { sentence, hits, classes }: Looked,
  marks: readonly Hit[],
  {
    index,
    isTitle,
    lang,
    isUnderTariff,
  }: Pick<Line, 'index' | 'isTitle' | 'lang' | 'isUnderTariff'>,
): Line {
  for (const mark of marks) {
    for (const hitClass of mark.meanings.keys()) {
      if (!classes.has(hitClass)) classes.set(hitClass, []);
    }
  }
  const { field, start, end, raw, printed, tokens } = sentence;
  return {
    field,
    start,
    end,
    raw,
    printed,
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

const NO_HITS: readonly Hit[] = [];
