// In: one field. Out: its tokens one after the other: where each ends, of which kind it is and what its letters hash to.
// It makes no strings where it need not, and knows nothing of sentences.
import { FILLER, foldInto } from './fold-text.ts';
import { addToHash, EMPTY_HASH, textAt, wordIdAt, wordIdOf } from './word-table.ts';

export const WORD = 0;
export const NUMBER = 1;
export const MARK = 2;

/** Characters of a field that are looked at. */
export const MOST_CHARACTERS = 20_000;
const LONGEST_WORD = 60;

/** The folded field, closed by units that are no part of any token. */
export const units = new Uint16Array(MOST_CHARACTERS + 8);
const unitBytes = Buffer.from(units.buffer);
const END = 0x80;

/** Folds a field of at most `MOST_CHARACTERS` into `units`; gives its length. */
export function foldField(raw: string): number {
  foldInto(raw, units, unitBytes);
  units.fill(END, raw.length, raw.length + 4);
  return raw.length;
}

/** No token begins there. */
export const NONE = -1;

/** What `tokenAt` found beside the end of the token. */
export const found = { kind: WORD, hash: 0, length: 0, text: '' };

/** The text of the token found last, which stands from `start` to `end`. */
export function foundText(start: number, end: number): string {
  if (found.text !== '') return found.text;
  return found.kind === WORD
    ? textAt(units, start, found.length)
    : textAt(units, start, end - start);
}

/** The number in word-table.ts of the token found last. */
export function foundId(start: number): number {
  return found.text === ''
    ? wordIdAt(units, start, found.length, found.hash)
    : wordIdOf(found.text);
}

/** The end of the token that starts at `at`, or NONE; fills `found`. */
export function tokenAt(raw: string, length: number, at: number): number {
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
    if (unit === EN_DASH && joinsNames(at)) return NONE;
    found.text = '-';
    return at + 1;
  } else if (!MARKS.has(unit)) return NONE;
  found.length = 1;
  found.hash = addToHash(EMPTY_HASH, unit);
  return at + 1;
}

// "the U.S.–Japan pact": between letters the short dash is a hyphen.
function joinsNames(at: number): boolean {
  const next = units[at + 1] as number;
  let before = at === 0 ? END : (units[at - 1] as number);
  if (before === DOT && at > 1) before = units[at - 2] as number;
  return CLASS[next] === LETTER && CLASS[before] === LETTER;
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
const EN_DASH = 0x2013;
const DOT = 0x2e;
export const FULL_STOP = 0x2e;
const SMALL_S = 0x73;
const FILLER_UNIT = FILLER.charCodeAt(0);
const DASHES: ReadonlySet<number> = new Set([
  0x2012, 0x2013, 0x2014, 0x2015, 0x2212, 0x223c, 0x7e, 0x301c,
]);
const MARKS: ReadonlySet<number> = new Set(
  '.,;:!?%()[]"$€£¥|=…・/'.split('').map((mark) => mark.charCodeAt(0)),
);

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

/** True for a letter that makes a word together with others. */
export function isWordLetter(unit: number): boolean {
  return CLASS[unit] === LETTER;
}
