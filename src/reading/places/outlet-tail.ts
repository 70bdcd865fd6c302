// The name of the paper behind a title, as aggregators print it: "관세 인상 - 한국경제", "... - Investing.com 한국어". A country in it
// lays nothing and bears nothing. Only countries are passed over here, for outside English a tail is not told surely from the title;
// English names are taken off before (`words/publisher-tail.ts`). In: a line. Out: the token at which the name begins; the length of the line without one.
import { hitFrom, type Line, oncePerLine, tokenText } from '../words/scene.ts';

const DASH = /^[-–—|]$/;
const LONGEST_NAME = 8;
const SHORTEST_TITLE = 4;
/** What no name of a paper holds: "- Türkiye, polietilen" names a party and its goods, "- 중국산 철강" goods. */
const TOLD = [
  'tariff',
  'verb',
  'product',
  'goods',
  'percent',
  'leadership',
  'quota',
  'probe',
] as const;

/** The token before which the line ends, its paper's name left out. */
export const outletTail = oncePerLine((line): number => {
  const end = line.tokens.length;
  if (!line.isTitle) return behindSpaces(line);
  if (line.lang === 'en') return end;
  const dash = line.tokens.findLastIndex(({ text }, at) => DASH.test(text) && isSpaced(line, at));
  if (dash < SHORTEST_TITLE || end - dash - 1 > LONGEST_NAME) return end;
  let others = 0;
  for (let at = dash + 1; at < end; at += 1) {
    const hit = hitFrom(line, at);
    if (TOLD.some((name) => hit?.meanings.has(name) === true)) return end;
    if (hit?.meanings.has('place') === true) at = hit.to - 1;
    else if (line.tokens[at]?.kind === 'word') others += 1;
  }
  return others > 0 && tokenText(line, dash + 1) !== '' ? dash : end;
});

const SPACES = /(?:&nbsp;|\u00a0){2}/;

// A teaser that repeats the title names the paper behind two no-break spaces: "...&nbsp;&nbsp;한국경제".
function behindSpaces({ printed, start, end, tokens }: Line): number {
  const gap = SPACES.exec(printed.slice(start, end));
  if (gap === null) return tokens.length;
  const first = tokens.findIndex((token) => token.start >= start + gap.index + gap[0].length);
  const isShort = first >= SHORTEST_TITLE && tokens.length - first <= LONGEST_NAME;
  return isShort ? first : tokens.length;
}

function isSpaced({ raw, tokens }: Line, at: number): boolean {
  const { start = 0, end = 0 } = tokens[at] ?? {};
  return /\s/.test(raw.charAt(start - 1)) && /\s/.test(raw.charAt(end));
}
