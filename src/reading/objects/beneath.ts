// A tariff that another comes on top of. In: a tariff in its sentence. Out: yes or no.
// English only.
import type { Hit } from '../words/lexicon.ts';
import { type Line, tokenText } from '../words/scene.ts';

const REACH = 6;
const PAIRS: readonly (readonly [first: string, second: string])[] = [
  ['top', 'of'],
  ['adds', 'to'],
  ['added', 'to'],
  ['addition', 'to'],
  ['above', 'the'],
];

/** True for "30% on top of the 15% baseline tariff", "adds to the reciprocal tariff": another measure, which goes on. */
export function isBeneath(line: Line, tariff: Hit): boolean {
  if (line.lang !== 'en') return false;
  const start = Math.max(0, tariff.from - REACH);
  for (let at = start; at < tariff.from; at += 1) {
    const [text, next] = [tokenText(line, at), tokenText(line, at + 1)];
    if (text === 'atop' || PAIRS.some(([first, second]) => text === first && next === second))
      return true;
  }
  return false;
}
