// In: an item's fields. Out: tokens and sentences with offsets into the raw text of their field.
// Linear in the length of the text, and capped: what lies beyond the caps is not read. Words are numbered first and made
// into token objects only for a text that is read on.
import type { EvidenceField } from '../../domain/reading.ts';
import {
  FULL_STOP,
  foldField,
  found,
  foundId,
  foundText,
  isSingleScript,
  isWordLetter,
  MARK,
  MOST_CHARACTERS,
  NONE,
  NUMBER,
  tokenAt,
  units,
  WORD,
} from './find-token.ts';
import { BREAK } from './fold-text.ts';
import { inDigits } from './spelled-figures.ts';
import { forgetWordsIfMany, wordText } from './word-table.ts';

export type TokenKind = 'word' | 'number' | 'mark';

export type Token = {
  readonly kind: TokenKind;
  /** Folded text; for a number the digits with their separators. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** The word's number in word-table.ts while the item is looked up. */
  readonly id: number;
};

export type Sentence = {
  readonly field: EvidenceField;
  /** Offsets into the field; the same in `raw` and `printed`. */
  readonly start: number;
  readonly end: number;
  /** The whole field as rules read it: with plain spaces, and Chinese in simplified characters with "%" behind its figure. */
  readonly raw: string;
  /** The whole field as it came, from which evidence is quoted. */
  readonly printed: string;
  readonly tokens: readonly Token[];
};

/** Sentences beyond this many per field are not read (RELIABILITY: hostile or endless items). */
export const MOST_SENTENCES = 40;
/** A sentence is cut after this many tokens even without a full stop. */
const MOST_TOKENS = 160;
const FIELDS_OF_ITEM = 3;

const ABBREVIATIONS: ReadonlySet<string> = new Set(
  (
    'jan feb mar apr jun jul aug sept sep oct nov dec mr mrs ms dr st no nos vs inc co corp ltd gov govt sen rep ' +
    'gen prof al et seq usd approx ca cf art sec ver bzw nr z.b mio mrd hs str dept pct est fig bn mn ee ws'
  ).split(' '),
);

/** The fields of one item as numbers: word, start, end and kind of each token, and which tokens make a sentence. */
export type Cut = {
  count: number;
  readonly ids: Int32Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly kinds: Uint8Array;
  readonly sentences: SentenceSpan[];
};

/** Tokens `first` to before `end`. */
type SentenceSpan = {
  readonly field: EvidenceField;
  readonly raw: string;
  readonly printed: string;
  readonly first: number;
  readonly end: number;
};

const KINDS: readonly TokenKind[] = ['word', 'number', 'mark'];

const CAPACITY = FIELDS_OF_ITEM * MOST_SENTENCES * MOST_TOKENS;
/** One text is cut at a time, so one desk serves them all. */
const desk: Cut = {
  count: 0,
  ids: new Int32Array(CAPACITY),
  starts: new Int32Array(CAPACITY),
  ends: new Int32Array(CAPACITY),
  kinds: new Uint8Array(CAPACITY),
  sentences: [],
};
/** An empty desk; what was cut before is gone. */
export function startCut(): Cut {
  forgetWordsIfMany();
  desk.count = 0;
  desk.sentences.length = 0;
  return desk;
}

/** Cuts one more field of the item, of the language it was told to be in; at most three. */
export function cutField(
  cut: Cut,
  field: EvidenceField,
  rawText: string,
  lang: string | null = null,
): void {
  const printed = rawText.length > MOST_CHARACTERS ? rawText.slice(0, MOST_CHARACTERS) : rawText;
  const spaced = OTHER_SPACE.test(printed) ? printed.replaceAll(OTHER_SPACES, ' ') : printed;
  const raw = inDigits(spaced, lang);
  const length = foldField(raw);
  let first = cut.count;
  let sentences = 0;
  let at = 0;
  while (at < length && sentences < MOST_SENTENCES) {
    const unit = units[at] as number;
    const end = unit === SPACE ? NONE : tokenAt(raw, length, at);
    if (end !== NONE) {
      addToken(cut, at, end);
      at = end;
      const isEnd = found.kind === MARK && endsSentence(cut, first, raw);
      if (!isEnd && cut.count - first < MOST_TOKENS) continue;
    } else {
      at += 1;
      if (unit !== BREAK_UNIT) continue;
    }
    if (cut.count > first) {
      cut.sentences.push({ field, raw, printed, first, end: cut.count });
      sentences += 1;
    }
    first = cut.count;
  }
  if (sentences < MOST_SENTENCES && cut.count > first) {
    cut.sentences.push({ field, raw, printed, first, end: cut.count });
  } else cut.count = first;
}

/** No-break spaces and spaces of other widths, one unit each (Unicode, category Zs). */
const OTHER_SPACE = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/;
const OTHER_SPACES = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g;

/** The sentences on the desk with their tokens. */
export function sentencesOf(cut: Cut): readonly Sentence[] {
  return cut.sentences.map(({ field, raw, printed, first, end }) => {
    const tokens: Token[] = [];
    for (let at = first; at < end; at += 1) tokens.push(tokenOf(cut, at));
    const [start, stop] = [cut.starts[first] as number, cut.ends[end - 1] as number];
    return { field, start, end: stop, raw, printed, tokens };
  });
}

function tokenOf(cut: Cut, at: number): Token {
  const id = cut.ids[at] as number;
  return {
    kind: KINDS[cut.kinds[at] as number] as TokenKind,
    text: wordText(id),
    start: cut.starts[at] as number,
    end: cut.ends[at] as number,
    id,
  };
}

/** The tokens of a sentence from `from` to before `to`, as a sentence. */
export function partOf(sentence: Sentence, from: number, to: number): Sentence {
  const tokens = sentence.tokens.slice(from, to);
  const start = tokens[0]?.start ?? sentence.start;
  return { ...sentence, start, end: tokens.at(-1)?.end ?? sentence.end, tokens };
}

/** Cuts one field into sentences of tokens. */
export function cutSentences(field: EvidenceField, rawText: string): readonly Sentence[] {
  const cut = startCut();
  cutField(cut, field, rawText);
  return sentencesOf(cut);
}

/** Cuts a phrase of the word lists the same way as a text, so that both meet. */
export function cutPhrase(phrase: string): readonly string[] {
  const raw = phrase.slice(0, MOST_CHARACTERS);
  const length = foldField(raw);
  const words: string[] = [];
  let at = 0;
  while (at < length) {
    const end = tokenAt(raw, length, at);
    if (end !== NONE) words.push(foundText(at, end));
    at = end === NONE ? at + 1 : end;
  }
  return words;
}

function addToken(cut: Cut, start: number, end: number): void {
  const at = cut.count;
  cut.ids[at] = foundId(start);
  cut.starts[at] = start;
  cut.ends[at] = end;
  cut.kinds[at] = found.kind;
  cut.count = at + 1;
}

const SPACE = 0x20;
const BREAK_UNIT = BREAK.charCodeAt(0);
const SENTENCE_ENDS: ReadonlySet<number> = new Set([0x21, 0x3f, 0x2026]);

/** What follows the full stop of a day or a year: "1. Juni", "1. října", "1.º de outubro", "1. 10. 2025", "2025. október". */
// Of English words that begin like months ("separately", "markets") none is one.
const DATE_AHEAD =
  /^.{0,2}(?:jan(?!e)|feb|mar(?!k|g|i|y|t)|apr|mai(?!n|l)|maj(?!or)|jun(?!k)|jul(?!i[ae]\b)|aug(?!m)|sep(?!a)|okt|nov(?!el|i)|dez|dec(?!i|l|o|r)|des(?!p|i|t|c|e)|ledna|unora|brezna|dubna|kvetna|cervn|cervenc|srpna|zari|rijna|listop|prosin|szept|ianu|iun|iul|de (?:jan|fev|mar|abr|mai|jun|jul|ago|set|out|nov|dez)|\d{1,2}\. ?20\d\d|20\d\d\b)/;
const DATE_LENGTH = 14;
const YEAR = /^20\d\d$/;

/** Shortened words that may end a sentence as well: "20 proc. cła", "5 mld. euro". */
const UNITS: ReadonlySet<string> = new Set(
  'uu proc mld mln tys mill millj mil pkt tzv tzn zl kc rub млн млрд тыс руб δισεκ εκατ δισ'.split(
    ' ',
  ),
);

// "EE. UU. grava", "EE. UU., que", "Peru (54 proc.), a potem".
function goesOn(raw: string, end: number): boolean {
  const at = raw.charAt(end) === ')' ? end + 1 : end;
  const next = raw.charAt(at + 1);
  if (at > end && raw.charAt(at) === '.') return true;
  return raw.charAt(at) === ',' || next !== next.toUpperCase();
}

// "products of Hong Kong . . . are no longer": dots with spaces between that stand for words left out, and the sentence goes on.
function isWithinDots(cut: Cut, at: number, raw: string): boolean {
  const end = cut.ends[at] as number;
  if (raw.charAt(end) !== ' ') return false;
  const next = raw.charAt(end + 1);
  const isSpaced = at > 0 && cut.ends[at - 1] === (cut.starts[at] as number) - 1;
  if (next === '.') return isSpaced || raw.charAt(end + 2) === ' ';
  const isAfterDot = isSpaced && wordText(cut.ids[at - 1] as number) === '.';
  return isAfterDot && next !== next.toUpperCase();
}

/** True when the mark cut last ends the sentence that began with token `first`. */
// "Yahoo!ニュース": the sign is part of the name.
function isNameWithMark(cut: Cut, at: number, first: number): boolean {
  return at > first && wordText(cut.ids[at - 1] as number) === 'yahoo';
}

function endsSentence(cut: Cut, first: number, raw: string): boolean {
  const at = cut.count - 1;
  const start = cut.starts[at] as number;
  const end = cut.ends[at] as number;
  const mark = units[start] as number;
  if (SENTENCE_ENDS.has(mark)) return !isNameWithMark(cut, at, first);
  if (mark !== FULL_STOP) return false;
  if (isWordLetter(units[end] as number)) return false;
  if (isWithinDots(cut, at, raw)) return false;
  // "(bananas, kiwis...) keep": dots that only break off a list in brackets.
  const next = raw.charAt(end);
  if (next === '.' || (next === ')' && raw.charAt(start - 1) === '.')) return false;
  // "in Farrell, Pa., to exclude": a shortened word before a comma.
  if (next === ',') return false;
  if (at === first || cut.ends[at - 1] !== start) return true;
  const before = wordText(cut.ids[at - 1] as number);
  // "ab 1. Juni": a day of the month with a full stop.
  if (cut.kinds[at - 1] === NUMBER && (before.length <= 2 || YEAR.test(before))) {
    if (DATE_AHEAD.test(String.fromCharCode(...units.subarray(end, end + DATE_LENGTH))))
      return false;
  }
  // "J." of a name; a single character of a script without spaces is a whole word, and the end of "4A" is a number's.
  const isOfNumber = cut.kinds[at - 2] === NUMBER && cut.ends[at - 2] === cut.starts[at - 1];
  const isInitial =
    cut.kinds[at - 1] === WORD &&
    before.length === 1 &&
    !(at - 1 > first && isOfNumber) &&
    !isSingleScript(before.charCodeAt(0));
  if (UNITS.has(before) && goesOn(raw, end)) return false;
  return !(isInitial || ABBREVIATIONS.has(before));
}
