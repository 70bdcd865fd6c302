// In: an item's fields. Out: tokens and sentences with offsets into the raw text of their field.
// Linear in the length of the text, and capped: what lies beyond the caps is not read.
import type { EvidenceField } from '../domain/reading.ts';
import { BREAK, FILLER, foldText } from './fold-text.ts';

export type TokenKind = 'word' | 'number' | 'mark';

export type Token = {
  readonly kind: TokenKind;
  /** Folded text; for a number the digits with their separators. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
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

const ABBREVIATIONS: ReadonlySet<string> = new Set(
  (
    'jan feb mar apr jun jul aug sept sep oct nov dec mr mrs ms dr st no nos vs inc co corp ltd gov govt sen rep ' +
    'gen prof al et usd approx ca cf art sec ver bzw nr z.b mio mrd hs str dept pct est fig bn mn'
  ).split(' '),
);

/** Cuts one field into sentences of tokens. */
export function cutSentences(field: EvidenceField, rawText: string): readonly Sentence[] {
  const raw = rawText.length > MOST_CHARACTERS ? rawText.slice(0, MOST_CHARACTERS) : rawText;
  const folded = foldText(raw);
  const sentences: Sentence[] = [];
  let tokens: Token[] = [];
  const close = (): void => {
    const [first, last] = [tokens[0], tokens[tokens.length - 1]];
    if (first !== undefined && last !== undefined) {
      sentences.push({ field, start: first.start, end: last.end, raw, tokens });
    }
    tokens = [];
  };
  let at = 0;
  while (at < folded.length && sentences.length < MOST_SENTENCES) {
    const char = folded.charAt(at);
    if (char === BREAK) {
      close();
      at += 1;
      continue;
    }
    const token = tokenAt(raw, folded, at);
    if (token === null) {
      at += 1;
      continue;
    }
    tokens.push(token);
    at = token.end;
    if (endsSentence(token, tokens, folded) || tokens.length >= MOST_TOKENS) close();
  }
  if (sentences.length < MOST_SENTENCES) close();
  return sentences;
}

/** Cuts a phrase of the word lists the same way as a text, so that both meet. */
export function cutPhrase(phrase: string): readonly string[] {
  const folded = foldText(phrase);
  const words: string[] = [];
  let at = 0;
  while (at < folded.length) {
    const token = tokenAt(phrase, folded, at);
    if (token !== null) words.push(token.text);
    at = token === null ? at + 1 : token.end;
  }
  return words;
}

function tokenAt(raw: string, folded: string, at: number): Token | null {
  const code = folded.charCodeAt(at);
  if (isDigit(code)) return numberAt(folded, at);
  if (isSingleScript(code)) {
    return { kind: 'word', text: folded.charAt(at), start: at, end: at + 1 };
  }
  if (isLetter(code)) return wordAt(raw, folded, at);
  return markAt(folded, at);
}

function numberAt(folded: string, start: number): Token {
  let end = start + 1;
  while (end < folded.length && end - start < LONGEST_WORD) {
    const code = folded.charCodeAt(end);
    if (isDigit(code)) end += 1;
    else if ((code === 0x2e || code === 0x2c) && isDigit(folded.charCodeAt(end + 1))) end += 2;
    else break;
  }
  return { kind: 'number', text: folded.slice(start, end), start, end };
}

function wordAt(raw: string, folded: string, start: number): Token {
  const acronym = acronymAt(raw, folded, start);
  if (acronym !== null) return acronym;
  let end = start;
  let text = '';
  while (end < folded.length && end - start < LONGEST_WORD) {
    const char = folded.charAt(end);
    const code = folded.charCodeAt(end);
    if (char === FILLER) end += 1;
    else if (isLetter(code) && !isSingleScript(code)) {
      text += char;
      end += 1;
    } else break;
  }
  while (end > start + 1 && folded.charAt(end - 1) === FILLER) end -= 1;
  return { kind: 'word', text: bareArabic(text), start, end };
}

// "U.S.", "e.g.", "a.m.": single letters with full stops are one word without them.
function acronymAt(raw: string, folded: string, start: number): Token | null {
  let end = start;
  let text = '';
  while (
    isLetter(folded.charCodeAt(end)) &&
    folded.charAt(end + 1) === '.' &&
    !isLetter(folded.charCodeAt(end - 1))
  ) {
    text += folded.charAt(end);
    end += 2;
  }
  if (text.length < 2) return null;
  // "U.S.A": a last letter may lack its full stop.
  if (isLetter(raw.charCodeAt(end)) && !isLetter(folded.charCodeAt(end + 1))) {
    text += folded.charAt(end);
    end += 1;
  }
  return { kind: 'word', text, start, end };
}

function markAt(folded: string, at: number): Token | null {
  const char = folded.charAt(at);
  const next = folded.charAt(at + 1);
  if (char === "'") {
    // A decoded entity leaves fillers between the mark and the letter.
    let letter = at + 1;
    while (folded.charAt(letter) === FILLER) letter += 1;
    const isPossessive = folded.charAt(letter) === 's' && !isLetter(folded.charCodeAt(letter + 1));
    return isPossessive ? { kind: 'mark', text: "'s", start: at, end: letter + 1 } : null;
  }
  if (char === '-') {
    const isBetweenDigits =
      isDigit(folded.charCodeAt(at + 1)) && /[\d%]/.test(folded.charAt(at - 1));
    const isDash = next === '-' || (next === ' ' && folded.charAt(at - 1) === ' ');
    return isBetweenDigits || isDash ? { kind: 'mark', text: '-', start: at, end: at + 1 } : null;
  }
  if (char === '\u2013' || char === '\u2014' || char === '~' || char === '\u301c') {
    return { kind: 'mark', text: '-', start: at, end: at + 1 };
  }
  return MARKS.has(char) ? { kind: 'mark', text: char, start: at, end: at + 1 } : null;
}

const MARKS: ReadonlySet<string> = new Set('.,;:!?%()[]"$€£¥|=…・/'.split(''));

/** "J." of a name; a single character of a script without spaces is a whole word. */
function isInitial(token: Token): boolean {
  return (
    token.kind === 'word' && token.text.length === 1 && !isSingleScript(token.text.charCodeAt(0))
  );
}

const MONTH_AHEAD = /^ (?:jan|feb|mar|apr|mai|maj|jun|jul|aug|sep|okt|nov|dez|dec|des)/;

function endsSentence(token: Token, tokens: readonly Token[], folded: string): boolean {
  if (token.kind !== 'mark') return false;
  if (token.text === '!' || token.text === '?' || token.text === '…') return true;
  if (token.text !== '.') return false;
  const before = tokens[tokens.length - 2];
  const next = folded.charAt(token.end);
  if (
    next !== '' &&
    isLetter(folded.charCodeAt(token.end)) &&
    !isSingleScript(next.charCodeAt(0))
  ) {
    return false;
  }
  if (before === undefined || before.end !== token.start) return true;
  // "ab 1. Juni": a day of the month with a full stop.
  if (before.kind === 'number' && before.text.length <= 2) {
    if (MONTH_AHEAD.test(folded.slice(token.end, token.end + 5))) return false;
  }
  return !(ABBREVIATIONS.has(before.text) || isInitial(before));
}

const ARABIC_PREFIX =
  /^(?:[\u0648\u0641])?(?:\u0628\u0627\u0644|\u0643\u0627\u0644|\u0644\u0644|\u0627\u0644)(?=.{3})/;

// The article and one-letter prepositions are written onto the Arabic word; they are taken off on both sides.
function bareArabic(text: string): string {
  const code = text.charCodeAt(0);
  return code >= 0x0600 && code < 0x0700 ? text.replace(ARABIC_PREFIX, '') : text;
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

function isLetter(code: number): boolean {
  if (code < 0x80) return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a);
  // Beyond either end of a text there is no letter: charCodeAt gives NaN there.
  if (Number.isNaN(code) || code < 0xc0) return false;
  if (code >= 0x2000 && code < 0x2c00) return false;
  return !(code >= 0x3000 && code < 0x3040) && !(code >= 0xff00 && code < 0xff66);
}

/** Scripts written without spaces, or with particles written onto the word: every character is a token of its own. */
export function isSingleScript(code: number): boolean {
  return (
    (code >= 0x3040 && code < 0xa000) ||
    (code >= 0xac00 && code < 0xd7b0) ||
    (code >= 0x0e00 && code < 0x0e80) ||
    (code >= 0xf900 && code < 0xfb00)
  );
}
