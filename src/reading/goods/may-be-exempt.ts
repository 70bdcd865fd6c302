// Goods that may be let off: "Goods like steel and drugs may be exempt". In: goods in their sentence. Out: yes or no. English only.
import type { Hit } from '../words/lexicon.ts';
import { type Line, tokenText } from '../words/scene.ts';
import { endOfList } from './goods-list.ts';

const MODALS: ReadonlySet<string> = new Set(['may', 'could', 'can', 'might']);

/** True for goods of a list of the text behind which that is said. */
export function mayBeExempt(line: Line, product: Hit): boolean {
  if (line.isTitle || line.lang !== 'en') return false;
  const end = endOfList(line, product);
  return (
    MODALS.has(tokenText(line, end)) &&
    tokenText(line, end + 1) === 'be' &&
    /^exempt/.test(tokenText(line, end + 2))
  );
}
