// Goods told by where they come from. In: a sentence. Out: the words between an origin and what else the sentence knows:
// "belegt Äpfel aus Chile mit Zöllen", "インド産キウイに", "Hindistan'dan mum ithalatına", "对印度雨伞加征". Null where none stand there.

import { CHARACTERS } from '../steps/read-mood.ts';
import { isCapital } from '../words/letter-case.ts';
import type { Hit } from '../words/lexicon.ts';
import { hitFrom, hitOver, type Line, means, tokenText } from '../words/scene.ts';
import { isNamedGoods } from './group-of-name.ts';

/** Prepositions that only tell an origin; "de" may be anything. */
const FROM: ReadonlyMap<string, readonly string[]> = new Map([
  ['de', ['aus']],
  ['nl', ['uit']],
  ['sv', ['fran']],
  ['da', ['fra']],
  ['no', ['fra']],
  ['fr', ['provenance', 'depuis']],
  ['es', ['desde', 'procedentes', 'provenientes', 'procedente', 'proveniente', 'originarios']],
  ['pt', ['provenientes', 'proveniente', 'oriundos', 'oriundas', 'originarias']],
  ['it', ['dall', 'dalla', 'dal', 'dai', 'dagli', 'dalle', 'provenienti']],
  ['pl', ['z', 'ze']],
  ['cs', ['z', 'ze']],
  ['ru', ['из', 'с']],
  ['uk', ['з', 'із']],
  ['id', ['dari', 'asal']],
  ['vi', ['tu']],
]);

const MOST_WORDS = 4;
/** Characters of a name in scripts without spaces. */
const MOST_CHARACTERS = 16;
/** Words between the preposition and its country: "en provenance d'Inde". */
const TO_PLACE = 2;

/** The name of goods beside an origin, its words joined by hyphens. */
export function goodsByOrigin(line: Line): string | null {
  if (CHARACTERS.has(line.lang)) return line.lang === 'zh' ? inChinese(line) : behindOrigin(line);
  if (line.lang === 'tr') return behindOrigin(line);
  return beforeOrigin(line);
}

function beforeOrigin(line: Line): string | null {
  const from = FROM.get(line.lang);
  if (from === undefined) return null;
  for (const [at, token] of line.tokens.entries()) {
    if (!from.includes(token.text) || !leadsToPlace(line, at)) continue;
    const name = nameBefore(line, token.text === 'provenance' ? at - 1 : at);
    if (name !== null) return name;
  }
  return null;
}

function nameBefore(line: Line, end: number): string | null {
  const words: string[] = [];
  let start = end;
  while (start > 0 && end - start < MOST_WORDS && isOfName(line, start - 1, end)) {
    start -= 1;
    const text = tokenText(line, start);
    if (text === "'s") continue;
    words.unshift(tokenText(line, start + 1) === "'s" ? `${text}s` : text);
  }
  while (ARTICLES.has(words[0] ?? '')) words.shift();
  const head = words.at(-1) ?? '';
  if (isOfName(line, start - 1, end) || isNoName(hitOver(line, start - 1))) return null;
  return head.length >= SHORTEST || isNamedGoods(line.lang, head) ? words.join('-') : null;
}

const SHORTEST = 3;
const ARTICLES: ReadonlySet<string> = new Set(
  'die der das den dem de het een les la le l los las el gli i lo il os as o a d des di du'.split(
    ' ',
  ),
);

function leadsToPlace(line: Line, at: number): boolean {
  for (let next = at + 1; next <= at + 1 + TO_PLACE; next += 1) {
    const hit = hitFrom(line, next);
    if (hit?.meanings.has('place') === true) return true;
    if (line.tokens[next]?.kind !== 'word') return false;
  }
  return false;
}

// A word that no list has; in German also one that looks like a verb and has a capital: "Schrauben".
function isOfName(line: Line, at: number, end: number): boolean {
  const token = line.tokens[at];
  if (token === undefined || (token.kind !== 'word' && token.text !== "'s")) return false;
  const hit = hitOver(line, at);
  const isNoun = line.lang === 'de' && at === end - 1 && isCapital(line, at);
  if (line.lang === 'de' && at === end - 1 && !isNoun) return false;
  if (hit === undefined || hit.meanings.size === 0) return true;
  const isLikeVerb = hit.meanings.has('verb') && !hit.meanings.has('goods');
  return isNoun && hit.to - hit.from === 1 && isLikeVerb;
}

// "vier Firmen aus Indien", "acier inoxydable": the word before is no part of a name that is told whole.
function isNoName(before: Hit | undefined): boolean {
  return before !== undefined && NOT_BEFORE.some((name) => before.meanings.has(name));
}

const NOT_BEFORE = ['product', 'place', 'nogoods', 'leadership', 'court', 'deal'] as const;
const KNOWN = ['leadership', 'relief', 'deal', 'court', 'nogoods', 'product', 'probe'] as const;

// "中国産X に対する", "중국산 X에", "インドからのX輸入に", "Hindistan menşeli X ithalatına".
function behindOrigin(line: Line): string | null {
  for (const [place, hit] of line.hits.entries()) {
    const before = line.hits[place - 1];
    if (!isOrigin(line, hit) || before === undefined) continue;
    const isBehindPlace = before.to === hit.from && before.meanings.has('place');
    if (!isBehindPlace && !hit.meanings.has('goods')) continue;
    const start = behindImported(line, hit.to);
    const name = nameUpTo(line, start, nextKnown(line, start));
    if (name !== null) return name;
  }
  return null;
}

// A phrase that only keeps its words from being read as something else is part of the name.
function nextKnown(line: Line, from: number): Hit | undefined {
  return line.hits.find((hit) => hit.from >= from && hit.meanings.size > 0);
}

function isOrigin(line: Line, hit: Hit): boolean {
  if (means(hit, 'particle', 'origin')) return true;
  const text = textOf(line, hit.from, hit.to);
  return text === 'からの' || text === 'から' || text === '进' || text === '進';
}

// "から輸入されるX": the goods stand behind the verb.
function behindImported(line: Line, at: number): number {
  const hit = hitFrom(line, at);
  if (hit === undefined || textOf(line, hit.from, hit.to) !== '輸入') return at;
  const verb = IMPORTED.find((word) => textOf(line, hit.to, hit.to + word.length) === word);
  return verb === undefined ? at : hit.to + verb.length;
}

const IMPORTED = ['される', 'された', 'する', 'した'] as const;
/** "X imports": the goods stand before it. */
const IMPORTS = /^(?:輸入|수입|ithalat|进口|進口)/;

function nameUpTo(line: Line, from: number, next: Hit | undefined): string | null {
  const end = next?.from ?? line.tokens.length;
  const tokens = line.tokens.slice(from, end);
  const isOfWords = line.lang === 'tr';
  if (tokens.length < 1 || tokens.length > (isOfWords ? MOST_WORDS : MOST_CHARACTERS)) return null;
  if (tokens.some((token) => token.kind !== 'word')) return null;
  if (next !== undefined && KNOWN.some((name) => next.meanings.has(name))) return null;
  const isImports = next !== undefined && IMPORTS.test(textOf(line, next.from, next.to));
  if (next?.meanings.has('goods') === true && !isImports) return null;
  const words = tokens.map(({ text }) => text);
  const name = isOfWords ? words.join('-') : words.join('');
  return NO_NAMES.has(name) ? null : name;
}

/** What may stand before goods in general: all, some, main, new. */
const NO_NAMES: ReadonlySet<string> = new Set(
  '모든 일부 전체 주요 신규 전 각종 すべての 全ての 一部 主要 各種 全 の tum bazi her butun cesitli'.split(
    ' ',
  ),
);

// "对印度X加征", "来自印度的X", "自印度进口的X", "原产于印度的进口X".
function inChinese(line: Line): string | null {
  for (const hit of line.hits) {
    if (!hit.meanings.has('place')) continue;
    const lead = textOf(line, Math.max(0, hit.from - 3), hit.from + 1);
    const isDirect = /[对對]/.test(lead) || /^[对對]/.test(textOf(line, hit.from, hit.to));
    if (!isDirect && !/[自从從于於]/.test(lead)) continue;
    const start = behindWords(line, hit.to);
    const next = nextKnown(line, start);
    if (next === undefined || !TAXING.some((name) => next.meanings.has(name))) continue;
    const name = nameUpTo(line, start, next);
    if (name !== null && !FUNCTION_WORDS.test(name)) return name;
  }
  return null;
}

const TAXING = ['verb', 'tariff', 'percent', 'additional', 'mood', 'probe', 'instrument'] as const;
const LEADING = ['进口的', '進口的', '进口', '進口', '产', '產', '的', '制', '製'] as const;

function behindWords(line: Line, from: number): number {
  const word = LEADING.find((leading) => textOf(line, from, from + leading.length) === leading);
  return word === undefined ? from : behindWords(line, from + word.length);
}

/** Characters and words that stand before a verb and name nothing. */
const FUNCTION_WORDS =
  /[再将將拟擬或也均已等各会會其并並而在于於与與和就都最另被因向起后後前内對对以至约約超逾的所全该該]|额外|額外|继续|繼續|大幅|正式|立即|一律|部分|新增|进一步|暂时|同样|产品|產品|商品|货物/;

function textOf(line: Line, from: number, to: number): string {
  return line.tokens
    .slice(from, to)
    .map(({ text }) => text)
    .join('');
}
