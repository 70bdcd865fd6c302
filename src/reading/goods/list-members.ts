// Members of a list of goods that are goods only in such company: "steel, watches and tools", "acero, té y neumáticos". In: goods
// of the measure in their sentence. Out: what is printed for the other members that a heading or the list of such words knows.
import { CHARACTERS } from '../steps/read-mood.ts';
import type { Hit } from '../words/lexicon.ts';
import { hitOver, type Line, tokenText } from '../words/scene.ts';
import { endOfList, headOfList, isJoiner } from './goods-list.ts';
import { isNamedGoods, printedName } from './group-of-name.ts';
import { isKnownName } from './phrase-of-goods.ts';

const MOST_WORDS = 4;

/** What is printed for the members beside `product` that no list has for goods everywhere. */
export function membersBeside(line: Line, product: Hit): readonly string[] {
  const [from, to] = [
    startOf(line, headOfList(line, product)),
    endOf(line, endOfList(line, product)),
  ];
  const found: string[] = [];
  let words: string[] = [];
  for (let at = from; at <= to; at += 1) {
    const isWord = at < to && !isJoiner(line, at) && hitOver(line, at) === undefined;
    if (isWord) {
      words.push(tokenText(line, at));
      continue;
    }
    const isWhole = at === to || isJoiner(line, at);
    const name = isWhole ? memberOf(line.lang, words) : null;
    if (name !== null) found.push(printedName(line.lang, name));
    words = [];
  }
  return found;
}

// The last words that are known: "le thé", "some watches"; a character alone says nothing.
function memberOf(lang: string, words: readonly string[]): string | null {
  const from = words.findIndex(
    (_, at) => (at === 0 || !CHARACTERS.has(lang)) && isMember(lang, words.slice(at)),
  );
  return from < 0 ? null : words.slice(from).join('-');
}

function isMember(lang: string, words: readonly string[]): boolean {
  // A syllable without its marks may be anything: "năm" is a year, "nấm" are mushrooms.
  if (lang === 'vi') return false;
  return lang === 'en' ? isKnownName(words.join('-')) : isNamedGoods(lang, words.join(''));
}

// A list may end with such a member, "steel and tools", or begin with one.
function endOf(line: Line, end: number): number {
  let at = end;
  while (at < line.tokens.length && isJoiner(line, at)) at += 1;
  if (at === end) return end;
  const start = at;
  while (at - start < MOST_WORDS && isBareWord(line, at)) at += 1;
  return at;
}

function startOf(line: Line, head: number): number {
  let at = head;
  while (at > 0 && isJoiner(line, at - 1)) at -= 1;
  if (at === head) return head;
  const end = at;
  while (end - at < MOST_WORDS && isBareWord(line, at - 1)) at -= 1;
  return at;
}

function isBareWord(line: Line, at: number): boolean {
  return line.tokens[at]?.kind === 'word' && hitOver(line, at) === undefined;
}
