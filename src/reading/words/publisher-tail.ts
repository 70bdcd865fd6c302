// The publisher's name that a feed hangs onto its titles: "... - China Daily", "... | Trump tariffs | The Guardian". It is no part
// of what the title says: the China of a newspaper's name bears no tariff. It goes by capital letters, so it is English first of all.
// In: the last sentence of a title, and how its hits are found. Out: how many of its tokens are the title.

import type { Sentence, Token } from './cut-text.ts';
import { isCapital, isInSmallLetters, LITTLE, wordsWithin } from './letter-case.ts';
import type { Hit } from './lexicon.ts';

const MOST_NAMES = 6;
const MOST_TOKENS = 12;
const SHORTEST_TITLE = 4;

/** Words of which the names of papers, stations and agencies are made. */
const PRESS: ReadonlySet<string> = new Set(
  (
    'news daily times post herald journal tribune mail express gazette standard observer chronicle monitor press star globe ' +
    'telegraph guardian independent insider weekly magazine online tv radio agency bulletin review wire economist mirror sun ' +
    'report reports network today briefing digest reuters bloomberg bbc cnn cnbc cbc abc nbc cbs npr pbs afp ap axios politico ' +
    'forbes fortune fox msn yahoo nikkei asahi yonhap kyodo xinhua tass euronews aljazeera jazeera dw rfi swissinfo insights ' +
    'euractiv conversation week nation mint hill verge wsj ft nyt scmp upi pti ani ians'
  ).split(' '),
);

/** Small words inside such a name. */
/** Who says it is told the same way: "... - Trump", "... - commerce ministry". */
const TELLERS = [
  'leadership',
  'verb',
  'tariff',
  'relief',
  'probe',
  'deal',
  'quota',
  'percent',
] as const;

const SPEAKERS = ['leadership'] as const;

/** Tokens of a title's last sentence before the publisher's name; all of them where none is named. */
export function titleLength(
  sentence: Sentence,
  hitsOf: (sentence: Sentence) => readonly Hit[],
  sourceName: string,
): number {
  const { tokens } = sentence;
  const abroad = nameAbroad(sentence);
  if (abroad < tokens.length) return abroad;
  const at = lastParting(tokens, tokens.length);
  if (at < SHORTEST_TITLE) return tokens.length;
  const hits = hitsOf(sentence);
  let length = isPublisher(sentence, hits, at, sourceName) ? at : tokens.length;
  const isSigned = length < tokens.length;
  for (let sections = 0; sections < MOST_SECTIONS; sections += 1) {
    const from = lastParting(tokens, length);
    if (from < SHORTEST_TITLE || !isSection(sentence, hits, from, length, isSigned)) break;
    length = from;
  }
  return length;
}

const MOST_SECTIONS = 2;

/** What names of papers and agencies end with where no capital letter tells them. */
const NAME_ABROAD =
  /(?:[_＿|｜–—:：-]|[（【(［[])\s?(?:[^_＿|｜–—:：（【(［[-]{0,16}(?:新聞|新闻|日報|日报|晚报|时报|時報|通信|通讯社|通訊社|ニュース|放送|テレビ|ドットコム|ロイター|共同|時事|新华网|经济网|财经|在线|电视台|일보|신문|뉴스|방송|한국경제|통신|타임스|연합|газета|новости|тасс|ведомости|известия|коммерсантъ|интерфакс|рбк))[）】)\]］]?\s*$/iu;

// "..._中国经济网", "...【韓国経済新聞】", "... - Yahoo!ニュース": a sign or bracket parts the name from the title.
function nameAbroad({ raw, start, end, tokens }: Sentence): number {
  if (!/[\u0250-\uffff]/.test(raw.slice(end - 1, end + 1))) return tokens.length;
  const tail = Math.max(start, end - LONGEST_ABROAD);
  const found = NAME_ABROAD.exec(raw.slice(tail, end + 2));
  if (found === null) return tokens.length;
  const at = tokens.findIndex((token) => token.start >= tail + found.index);
  return at >= SHORTEST_TITLE ? at : tokens.length;
}

const LONGEST_ABROAD = 28;

function lastParting(tokens: readonly Token[], end: number): number {
  const first = Math.max(SHORTEST_TITLE, end - MOST_TOKENS);
  for (let at = end - 2; at >= first; at -= 1) {
    const token = tokens[at];
    if (token?.kind === 'mark' && (token.text === '-' || token.text === '|')) return at;
  }
  return -1;
}

// "... | Trump tariffs", "... | US economy": the page a title stands on, where a publisher follows or the title itself names the
// tariff. A title that leaves its tariff to the page needs it.
function isSection(
  { tokens }: Sentence,
  hits: readonly Hit[],
  from: number,
  to: number,
  isSigned: boolean,
): boolean {
  if (tokens[from]?.text !== '|' || to - from - 1 > MOST_OF_SECTION) return false;
  if (tokens.slice(from + 1, to).some(({ kind }) => kind !== 'word')) return false;
  const inside = hits.filter((hit) => hit.from > from && hit.to <= to);
  if (inside.some(({ meanings }) => SAYING.some((name) => meanings.has(name)))) return false;
  return isSigned || hits.some((hit) => hit.to <= from && hit.meanings.has('tariff'));
}

const MOST_OF_SECTION = 4;

/** Words by which a part of a title says something of its own. */
const SAYING = ['verb', 'percent', 'relief', 'probe', 'deal', 'quota'] as const;

function isPublisher(
  sentence: Sentence,
  hits: readonly Hit[],
  at: number,
  sourceName: string,
): boolean {
  const { tokens } = sentence;
  const name = textOf(sentence, at + 1, tokens.length);
  if (sourceName !== '' && name.toLowerCase() === sourceName.toLowerCase()) return true;
  const words = wordsWithin(sentence, at + 1, tokens.length);
  if (words.length === 0 || words.length > MOST_NAMES) return false;
  if (/^[a-z0-9-]{2,30}\.(?:com|org|net|co\.uk|gov|eu|in|au)$/i.test(name)) return true;
  if (words.some((word) => !LITTLE.has(tokens[word]?.text ?? '') && !isCapital(sentence, word)))
    return false;
  const inside = hits.filter(({ from }) => from > at);
  const isSmall = isInSmallLetters(sentence, at);
  // "... - Steel Market Update": behind a title in small letters even words of the matter make a name.
  const tellers = isSmall && words.length > 1 ? SPEAKERS : TELLERS;
  if (inside.some(({ meanings }) => tellers.some((name) => meanings.has(name)))) return false;
  if (words.some((word) => PRESS.has(tokens[word]?.text ?? ''))) return true;
  // A name of capitals behind a title in small letters, and no mere state or leader: "... - Brazil Stock Guide".
  const isMerePlace = inside.some(
    ({ from, to, meanings }) =>
      (from === at + 1 && to === tokens.length) ||
      meanings.get('placekind')?.some((kind) => kind === 'leader' || kind === 'government'),
  );
  return !isMerePlace && isSmall;
}

function textOf({ raw, tokens }: Sentence, from: number, to: number): string {
  return raw.slice(tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0);
}
