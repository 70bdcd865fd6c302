// The publisher's name that a feed hangs onto its titles: "... - China Daily", "... | Trump tariffs | The Guardian". It is no part
// of what the title says: the China of a newspaper's name bears no tariff. It goes by capital letters, so it is English first of all.
// In: the last sentence of a title, and how its hits are found. Out: how many of its tokens are the title.
import type { Sentence, Token } from './cut-text.ts';
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
const INSIDE: ReadonlySet<string> = new Set(['the', 'of', 'and', 'in', 'for', 'on', 'de', 'le']);

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
  const at = lastParting(tokens);
  const isTail = at >= SHORTEST_TITLE && isPublisher(sentence, hitsOf(sentence), at, sourceName);
  return isTail ? at : tokens.length;
}

function lastParting(tokens: readonly Token[]): number {
  const first = Math.max(SHORTEST_TITLE, tokens.length - MOST_TOKENS);
  for (let at = tokens.length - 2; at >= first; at -= 1) {
    const token = tokens[at];
    if (token?.kind === 'mark' && (token.text === '-' || token.text === '|')) return at;
  }
  return -1;
}

function isPublisher(
  sentence: Sentence,
  hits: readonly Hit[],
  at: number,
  sourceName: string,
): boolean {
  const { tokens } = sentence;
  const name = textOf(sentence, at + 1, tokens.length);
  if (sourceName !== '' && name.toLowerCase() === sourceName.toLowerCase()) return true;
  const words = tokens.slice(at + 1).filter(({ kind }) => kind === 'word');
  if (words.length === 0 || words.length > MOST_NAMES) return false;
  if (/^[a-z0-9-]{2,30}\.(?:com|org|net|co\.uk|gov|eu|in|au)$/i.test(name)) return true;
  if (!words.every((word) => INSIDE.has(word.text) || isCapital(sentence, word))) return false;
  const inside = hits.filter(({ from }) => from > at);
  const isSmall = isInSmallLetters(sentence, at);
  // "... - Steel Market Update": behind a title in small letters even words of the matter make a name.
  const tellers = isSmall && words.length > 1 ? SPEAKERS : TELLERS;
  if (inside.some(({ meanings }) => tellers.some((name) => meanings.has(name)))) return false;
  if (words.some(({ text }) => PRESS.has(text))) return true;
  // A name of capitals behind a title in small letters, and no mere state or leader: "... - Brazil Stock Guide".
  const isMerePlace = inside.some(
    ({ from, to, meanings }) =>
      (from === at + 1 && to === tokens.length) ||
      meanings.get('placekind')?.some((kind) => kind === 'leader' || kind === 'government'),
  );
  return !isMerePlace && isSmall;
}

// Most words of the title proper begin with a small letter.
function isInSmallLetters(sentence: Sentence, at: number): boolean {
  const words = sentence.tokens.slice(1, at).filter(({ kind }) => kind === 'word');
  const small = words.filter((word) => !isCapital(sentence, word) && !INSIDE.has(word.text));
  return small.length * 2 >= words.length;
}

function isCapital({ raw }: Sentence, { start }: Token): boolean {
  const letter = raw.charAt(start);
  return letter !== letter.toLowerCase();
}

function textOf({ raw, tokens }: Sentence, from: number, to: number): string {
  return raw.slice(tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0);
}
