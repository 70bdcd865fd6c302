// Rates that begin where there was none: "from nil to 20 per cent", "raised from free to 10%". In: the words behind "from". Out:
// whether they say where the change begins, so that the figure behind them is what is reached.
import type { Token } from '../words/cut-text.ts';
import type { Hit } from '../words/lexicon.ts';
import { type Line, tokenText } from '../words/scene.ts';

/** "from nil to 20 per cent", "from free to 10%": the figure where the change begins may be a word. */
export function isFigure({ kind, text }: Token, at: number, all: readonly Token[]): boolean {
  return kind === 'number' || NOTHING.has(text) || (text === 'free' && all[at + 1]?.text === 'to');
}

const NOTHING: ReadonlySet<string> = new Set(['nil', 'zero', 'nought']);
const FREE: ReadonlySet<string> = new Set(['free', 'duty-free']);

/** True for "from" in "raised from free to 10%", "from duty-free to 10%": no figure stands for what was before. */
export function isFromFree(line: Line, hit: Hit): boolean {
  if (tokenText(line, hit.to - 1) !== 'from') return false;
  const behind = tokenText(line, hit.to) === 'duty' ? hit.to + 1 : hit.to;
  const at = tokenText(line, behind) === '-' ? behind + 1 : behind;
  return FREE.has(tokenText(line, at)) && tokenText(line, at + 1) === 'to';
}
