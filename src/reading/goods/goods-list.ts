// Lists of goods. In: a sentence and goods found in it. Out: where the list begins and ends that they stand in:
// "steel, aluminum, paper and some electrical goods". Members that no word list knows count when words of their own stand
// between two commas or "and".
import type { Hit } from '../words/lexicon.ts';
import { hitBefore, hitFrom, hitOver, type Line, tokenText } from '../words/scene.ts';

const LONGEST_MEMBER = 5;

/** The token behind the last member. */
export function endOfList(line: Line, product: Hit): number {
  let end = product.to;
  for (;;) {
    const tail = skipWords(line, end, 1);
    const from = tail > end && isJoiner(line, tail) ? tail : end;
    const start = skipJoiners(line, from);
    if (start === from) return end;
    const next = endOfMember(line, start);
    if (next === null) return end;
    end = next;
  }
}

/** The token at which the first member begins. */
export function headOfList(line: Line, product: Hit): number {
  let head = product.from;
  for (;;) {
    // "and some auto parts", "and frozen shrimp": words of the member before the goods that are known.
    const front = skipWords(line, head, -1);
    let end = front < head && isJoiner(line, front - 1) ? front : head;
    const from = end;
    while (end > 0 && isJoiner(line, end - 1)) end -= 1;
    if (end === from) return head;
    const before = startOfMember(line, end);
    if (before === null) return head;
    head = before;
  }
}

/** True for a comma or a word for "and" at this token. */
export function isJoiner(line: Line, at: number): boolean {
  return COMMAS.has(tokenText(line, at)) || hitOver(line, at)?.meanings.has('join') === true;
}

const COMMAS: ReadonlySet<string> = new Set([',', '、', '，', '・', '،']);

const WORDS_BESIDE = 2;

function skipWords(line: Line, from: number, step: 1 | -1): number {
  let at = from;
  while (Math.abs(at - from) < WORDS_BESIDE && isPlainWord(line, step > 0 ? at : at - 1))
    at += step;
  return at;
}

function skipJoiners(line: Line, from: number): number {
  let at = from;
  while (at < line.tokens.length && isJoiner(line, at)) at += 1;
  return at;
}

function endOfMember(line: Line, start: number): number | null {
  let at = start;
  while (at - start < LONGEST_MEMBER && isPlainWord(line, at)) at += 1;
  const known = hitFrom(line, at);
  if (known?.meanings.has('product') === true) return known.to;
  if (at === start) return null;
  return isJoiner(line, at) || (known !== undefined && goesOn(known)) ? at : null;
}

function startOfMember(line: Line, end: number): number | null {
  let at = end;
  while (end - at < LONGEST_MEMBER && isPlainWord(line, at - 1)) at -= 1;
  const known = hitBefore(line, end);
  if (known?.meanings.has('product') === true) return known.from;
  return at < end && isJoiner(line, at - 1) ? at : null;
}

// A word of a name: no known phrase but what says "goods", "products" or nothing at all.
function isPlainWord(line: Line, at: number): boolean {
  if (at < 0 || line.tokens[at]?.kind !== 'word') return false;
  const hit = hitOver(line, at);
  return hit === undefined || isPlain(hit);
}

function isPlain({ meanings }: Hit): boolean {
  for (const name of meanings.keys()) if (!PLAIN.has(name)) return false;
  return true;
}

const PLAIN: ReadonlySet<string> = new Set(['goods', 'nogoods', 'foreign']);

// What may follow a list that is told of.
function goesOn(hit: Hit): boolean {
  if (hit.meanings.has('saying')) return false;
  return FOLLOWING.some((name) => hit.meanings.has(name));
}

const FOLLOWING = ['gainer', 'verb', 'mood', 'zerorate', 'relief', 'except', 'oldrate'] as const;
