// In: an item's fields. Out: tokens and sentences with offsets into the raw text of their field.
// Linear in the length of the text, and capped: what lies beyond the caps is not read. Words are numbered first and made
// into token objects only for a text that is read on.
import type { EvidenceField } from '../domain/reading.ts';
import { BREAK, FILLER, foldInto } from './fold-text.ts';
import {
  addToHash,
  EMPTY_HASH,
  forgetWordsIfMany,
  textAt,
  wordIdAt,
  wordIdOf,
  wordText,
} from './word-table.ts';

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
  /** Offsets into the raw field. */
  readonly start: number;
  readonly end: number;
  readonly raw: string;
  readonly tokens: readonly Token[];
};

/** Sentences beyond this many per field are not read (RELIABILITY: hostile or endless items). */
export const MOST_SENTENCES = 40;
/** A sentence is cut after this many tokens even without a full stop. */
const MOST_TOKENS = 160;
/** Characters of a field that are looked at. */
export const MOST_CHARACTERS = 20_000;
const LONGEST_WORD = 60;
const FIELDS_OF_ITEM = 3;

const ABBREVIATIONS: ReadonlySet<string> = new Set(
  (
    'jan feb mar apr jun jul aug sept sep oct nov dec mr mrs ms dr st no nos vs inc co corp ltd gov govt sen rep ' +
    'gen prof al et usd approx ca cf art sec ver bzw nr z.b mio mrd hs str dept pct est fig bn mn'
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
  readonly first: number;
  readonly end: number;
};

const WORD = 0;
const NUMBER = 1;
const MARK = 2;
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
/** The folded field, closed by units that are no part of any token. */
const units = new Uint16Array(MOST_CHARACTERS + 8);
const unitBytes = Buffer.from(units.buffer);
const END = 0x80;

/** An empty desk; what was cut before is gone. */
export function startCut(): Cut {
  forgetWordsIfMany();
  desk.count = 0;
  desk.sentences.length = 0;
  return desk;
}

/** Cuts one more field of the item; at most three. */
export function cutField(cut: Cut, field: EvidenceField, rawText: string): void {
  const raw = rawText.length > MOST_CHARACTERS ? rawText.slice(0, MOST_CHARACTERS) : rawText;
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
      if (!endsSentence(cut, first) && cut.count - first < MOST_TOKENS) continue;
    } else {
      at += 1;
      if (unit !== BREAK_UNIT) continue;
    }
    if (cut.count > first) {
      cut.sentences.push({ field, raw, first, end: cut.count });
      sentences += 1;
    }
    first = cut.count;
  }
  if (sentences < MOST_SENTENCES && cut.count > first) {
    cut.sentences.push({ field, raw, first, end: cut.count });
  } else cut.count = first;
}

/** The sentences on the desk with their tokens. */
export function sentencesOf(cut: Cut): readonly Sentence[] {
  return cut.sentences.map(({ field, raw, first, end }) => {
    const tokens: Token[] = [];
    for (let at = first; at < end; at += 1) tokens.push(tokenOf(cut, at));
    const [start, stop] = [cut.starts[first] as number, cut.ends[end - 1] as number];
    return { field, start, end: stop, raw, tokens };
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

function foldField(raw: string): number {
  foldInto(raw, units, unitBytes);
  units.fill(END, raw.length, raw.length + 4);
  return raw.length;
}

const NONE = -1;

/** What `tokenAt` found beside the end of the token. */
const found = { kind: WORD, hash: 0, length: 0, text: '' };

function foundText(start: number, end: number): string {
  if (found.text !== '') return found.text;
  return found.kind === WORD
    ? textAt(units, start, found.length)
    : textAt(units, start, end - start);
}

function addToken(cut: Cut, start: number, end: number): void {
  const at = cut.count;
  cut.ids[at] =
    found.text === '' ? wordIdAt(units, start, found.length, found.hash) : wordIdOf(found.text);
  cut.starts[at] = start;
  cut.ends[at] = end;
  cut.kinds[at] = found.kind;
  cut.count = at + 1;
}

/** The end of the token that starts at `at`, or NONE; fills `found`. */
function tokenAt(raw: string, length: number, at: number): number {
  const unit = units[at] as number;
  const unitClass = CLASS[unit] as number;
  found.text = '';
  if (unitClass === LETTER) return wordAt(raw, length, at);
  if (unitClass === 0) return markAt(at);
  if (unitClass === DIGIT) return numberAt(length, at);
  found.kind = WORD;
  found.length = 1;
  found.hash = addToHash(EMPTY_HASH, unit);
  return at + 1;
}

function numberAt(length: number, start: number): number {
  let end = start + 1;
  let hash = addToHash(EMPTY_HASH, units[start] as number);
  while (end < length && end - start < LONGEST_WORD) {
    const unit = units[end] as number;
    if (CLASS[unit] === DIGIT) {
      hash = addToHash(hash, unit);
      end += 1;
    } else if (
      (unit === FULL_STOP || unit === COMMA) &&
      CLASS[units[end + 1] as number] === DIGIT
    ) {
      hash = addToHash(addToHash(hash, unit), units[end + 1] as number);
      end += 2;
    } else break;
  }
  found.kind = NUMBER;
  found.length = end - start;
  found.hash = hash;
  return end;
}

function wordAt(raw: string, length: number, start: number): number {
  found.kind = WORD;
  if (units[start + 1] === FULL_STOP) {
    const acronymEnd = acronymAt(raw, start);
    if (acronymEnd !== NONE) return acronymEnd;
  }
  let end = start;
  let letters = 0;
  let hash = EMPTY_HASH;
  const longest = Math.min(length, start + LONGEST_WORD);
  for (; end < longest; end += 1) {
    const unit = units[end] as number;
    if (CLASS[unit] === LETTER) {
      hash = addToHash(hash, unit);
      letters += 1;
    } else if (unit !== FILLER_UNIT) break;
  }
  while (end > start + 1 && units[end - 1] === FILLER_UNIT) end -= 1;
  found.length = letters;
  found.hash = hash;
  const first = units[start] as number;
  if (first >= 0x0600 && first < 0x0700) {
    found.text = textAt(units, start, letters).replace(ARABIC_PREFIX, '');
  }
  return end;
}

// "U.S.", "e.g.", "a.m.": single letters with full stops are one word without them.
function acronymAt(raw: string, start: number): number {
  if (start > 0 && isLetter(units[start - 1] as number)) return NONE;
  let end = start;
  let text = '';
  while (isLetter(units[end] as number) && units[end + 1] === FULL_STOP) {
    text += String.fromCharCode(units[end] as number);
    end += 2;
  }
  if (text.length < 2) return NONE;
  // "U.S.A": a last letter may lack its full stop.
  if (isLetter(raw.charCodeAt(end)) && !isLetter(units[end + 1] as number)) {
    text += String.fromCharCode(units[end] as number);
    end += 1;
  }
  found.text = text;
  return end;
}

function markAt(at: number): number {
  const unit = units[at] as number;
  found.kind = MARK;
  if (unit === APOSTROPHE) return possessiveAt(at);
  if (unit === HYPHEN) {
    const before = at === 0 ? END : (units[at - 1] as number);
    const next = units[at + 1] as number;
    const isBetweenDigits =
      CLASS[next] === DIGIT && (CLASS[before] === DIGIT || before === PERCENT_SIGN);
    const isDash = next === HYPHEN || (next === SPACE && before === SPACE);
    if (!isBetweenDigits && !isDash) return NONE;
  } else if (DASHES.has(unit)) {
    found.text = '-';
    return at + 1;
  } else if (!MARKS.has(unit)) return NONE;
  found.length = 1;
  found.hash = addToHash(EMPTY_HASH, unit);
  return at + 1;
}

function possessiveAt(at: number): number {
  // A decoded entity leaves fillers between the mark and the letter.
  let letter = at + 1;
  while (units[letter] === FILLER_UNIT) letter += 1;
  if (units[letter] !== SMALL_S || isLetter(units[letter + 1] as number)) return NONE;
  found.text = "'s";
  return letter + 1;
}

const SPACE = 0x20;
const PERCENT_SIGN = 0x25;
const APOSTROPHE = 0x27;
const COMMA = 0x2c;
const HYPHEN = 0x2d;
const FULL_STOP = 0x2e;
const SMALL_S = 0x73;
const BREAK_UNIT = BREAK.charCodeAt(0);
const FILLER_UNIT = FILLER.charCodeAt(0);
const DASHES: ReadonlySet<number> = new Set([0x2013, 0x2014, 0x7e, 0x301c]);
const MARKS: ReadonlySet<number> = new Set(
  [...'.,;:!?%()[]"$€£¥|=…・/'].map((mark) => mark.charCodeAt(0)),
);
const SENTENCE_ENDS: ReadonlySet<number> = new Set([0x21, 0x3f, 0x2026]);

const MONTH_AHEAD = /^ (?:jan|feb|mar|apr|mai|maj|jun|jul|aug|sep|okt|nov|dez|dec|des)/;

/** True when the token cut last ends the sentence that began with token `first`. */
function endsSentence(cut: Cut, first: number): boolean {
  const at = cut.count - 1;
  if (cut.kinds[at] !== MARK) return false;
  const start = cut.starts[at] as number;
  const end = cut.ends[at] as number;
  const mark = units[start] as number;
  if (SENTENCE_ENDS.has(mark)) return true;
  if (mark !== FULL_STOP) return false;
  if (CLASS[units[end] as number] === LETTER) return false;
  if (at === first || cut.ends[at - 1] !== start) return true;
  const before = wordText(cut.ids[at - 1] as number);
  // "ab 1. Juni": a day of the month with a full stop.
  if (cut.kinds[at - 1] === NUMBER && before.length <= 2) {
    if (MONTH_AHEAD.test(String.fromCharCode(...units.subarray(end, end + 5)))) return false;
  }
  // "J." of a name; a single character of a script without spaces is a whole word.
  const isInitial =
    cut.kinds[at - 1] === WORD && before.length === 1 && !isSingleScript(before.charCodeAt(0));
  return !(isInitial || ABBREVIATIONS.has(before));
}

// The article and one-letter prepositions are written onto the Arabic word; they are taken off on both sides.
const ARABIC_PREFIX =
  /^(?:[\u0648\u0641])?(?:\u0628\u0627\u0644|\u0643\u0627\u0644|\u0644\u0644|\u0627\u0644)(?=.{3})/;

const SINGLE_SCRIPTS: readonly (readonly [from: number, to: number])[] = [
  [0x0e00, 0x0e80],
  [0x3040, 0xa000],
  [0xac00, 0xd7b0],
  [0xf900, 0xfb00],
];
const LETTER = 1;
const DIGIT = 2;
const SINGLE = 3;
/** What each UTF-16 unit is: a letter of a longer word, a digit, a word by itself, or 0. */
const CLASS: Uint8Array = buildClasses();

function buildClasses(): Uint8Array {
  const classes = new Uint8Array(0x10000);
  classes.fill(LETTER, 0x41, 0x5b).fill(LETTER, 0x61, 0x7b).fill(LETTER, 0xc0, 0x2000);
  classes.fill(LETTER, 0x2c00, 0x3000).fill(LETTER, 0x3040, 0xff00).fill(LETTER, 0xff66);
  classes.fill(DIGIT, 0x30, 0x3a);
  for (const [from, to] of SINGLE_SCRIPTS) classes.fill(SINGLE, from, to);
  return classes;
}

/** False beyond either end of a text, where `code` is NaN. */
function isLetter(code: number): boolean {
  const unitClass = CLASS[code] ?? 0;
  return unitClass === LETTER || unitClass === SINGLE;
}

/** Scripts written without spaces, or with particles written onto the word: every character is a token of its own. */
export function isSingleScript(code: number): boolean {
  return CLASS[code] === SINGLE;
}
