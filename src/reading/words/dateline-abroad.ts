// Datelines as other presses print them: "BRUSELAS.- ", "Ciudad de México, 10 sep (EFE).- ", "【北京＝時事】", "(서울=연합뉴스) 김 기자 = ",
// "新华社华盛顿10月10日电 ". In: the first sentence of a text. Out: how many of its tokens are the dateline; 0 when it has none.
import { isAgency } from './agencies.ts';
import type { Sentence } from './cut-text.ts';
import { isCapital } from './letter-case.ts';

/** Characters of other scripts are tokens of their own, so such a dateline has more of them. */
const LONGEST = 40;
const MOST_WORDS = 13;

export function datelineAbroad(sentence: Sentence): number {
  return inBrackets(sentence) || byWire(sentence) || beforeDotDash(sentence);
}

const OPENING = /[【〔［（([]$/;
const CLOSING = /^\s*[】〕］）)\]]/;
/** "ワシントン共同", "北京＝時事", "서울=뉴시스", "ワシントン 12日 ロイター". */
const CREDIT = /[=＝]|(?:共同|時事|ロイター|発|日[电電])$/;

// Where a bracket opens the text and says who reports from where; "【米国】" only heads what it is about.
function inBrackets({ raw, tokens }: Sentence): number {
  const first = tokens[0];
  if (first === undefined) return 0;
  const isMark = first.kind === 'mark' && OPENING.test(first.text);
  if (!isMark && !OPENING.test(raw.slice(0, first.start).trimEnd())) return 0;
  const start = isMark ? first.end : first.start;
  for (let at = isMark ? 1 : 0; at < Math.min(LONGEST, tokens.length); at += 1) {
    const end = tokens[at]?.end ?? 0;
    if (!CLOSING.test(raw.slice(end, end + 2))) continue;
    const credit = raw.slice(start, end);
    const next = tokens[at + 1];
    const to = next?.kind === 'mark' && CLOSING.test(next.text) ? at + 2 : at + 1;
    const isOfOtherScript =
      /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(credit);
    if (!isOfOtherScript || !(CREDIT.test(credit) || isAgency(`(${credit})`))) return 0;
    return behindReporter(tokens, to);
  }
  return 0;
}

const REPORTER_WITHIN = 14;

// "(서울=연합뉴스) 김철수 기자 = ": the name of who reports, closed by a sign of its own.
function behindReporter(tokens: Sentence['tokens'], from: number): number {
  const end = tokens.findIndex(({ text }, at) => at >= from && text === '=');
  return end >= 0 && end - from <= REPORTER_WITHIN ? end + 1 : from;
}

const WIRED = /^[\p{Script=Han}\d\s]{2,24}日[电電]$/u;

// "新华社华盛顿10月10日电 美国总统": all before the word for "wired" is one run of characters.
function byWire({ raw, tokens }: Sentence): number {
  const at = tokens.findIndex(({ text }, place) => place < LONGEST && /^[电電]$/.test(text));
  if (at < 0) return 0;
  const told = raw.slice(tokens[0]?.start ?? 0, tokens[at]?.end ?? 0);
  return WIRED.test(told) && tokens.length > at + 1 ? at + 1 : 0;
}

// "MADRID.- ": the full stop ends the sentence, and a dash follows it.
function beforeDotDash({ raw, tokens }: Sentence): number {
  const last = tokens.at(-1);
  if (last?.text !== '.' || tokens.length > MOST_WORDS + 1) return 0;
  if (!/^\s?[-–—]/.test(raw.slice(last.end, last.end + 2))) return 0;
  // "El ministro insiste.-" is a sentence: a place has capitals, up to its day or the bracket of a wire.
  const end = tokens.findIndex(({ kind }) => kind !== 'word');
  const isName = tokens
    .slice(0, end)
    .every(({ text }, at) => PARTICLES.has(text) || isCapital({ raw, tokens }, at));
  return end > 0 && end <= MOST_NAMES && isName ? tokens.length : 0;
}

const MOST_NAMES = 4;
const PARTICLES: ReadonlySet<string> = new Set(['de', 'del', 'da', 'do', 'di', 'la']);

const PLACE_WITHIN = 8;

/** "(ANSA) - BRUXELLES, 10 APR - ": the place in capitals that follows the wire; `from` where none does. */
export function placeBehindWire({ raw, tokens }: Sentence, from: number): number {
  const dash = tokens.findIndex(({ text }, at) => at > from && text === '-');
  if (dash < 0 || dash - from > PLACE_WITHIN) return from;
  const told = raw.slice(tokens[from]?.start ?? 0, tokens[dash - 1]?.end ?? 0);
  return told.length > PLACE_WITHIN / 2 && told === told.toUpperCase() ? dash + 1 : from;
}
