// Goods that a list of exceptions names: "Exceptions include beef and cars", "the list of exemptions covers beef". In: goods in their
// English sentence. Out: whether they stand in such a list.
import type { Hit } from '../words/lexicon.ts';
import { type Line, tokenText } from '../words/scene.ts';
import { endOfList, headOfList } from './goods-list.ts';

const EXCEPTION =
  /^(?:exceptions?|exemptions?|exclusions?|carveouts?|outs?|waivers?|exempt|excluded)$/;
const LISTING =
  /^(?:includes?|included|including|covers?|covering|are|were|is|comprises?|list|lists|such|as|like|namely|among|:|for|range|from)$/;
const LISTED_WITHIN = 6;

const AMONG = /^(?:are|is|were) among$/;
const LEFT_OUT =
  /^(?:goods|products|items|things|those) (?:left out|exempted|exempt|spared|excluded)$/;

// "Beef and medicines are among the goods left out".
function isAmongSpared(line: Line, product: Hit): boolean {
  const end = endOfList(line, product);
  const text = (at: number): string => `${tokenText(line, at)} ${tokenText(line, at + 1)}`;
  const behind = tokenText(line, end + 2) === 'the' ? end + 3 : end + 2;
  const words = tokenText(line, behind + 2) === 'out' ? `${text(behind)} out` : text(behind);
  return AMONG.test(text(end)) && LEFT_OUT.test(words);
}

/** True for goods behind "exceptions include", "exempt are", "the exclusions: ". */
export function isListedException(line: Line, product: Hit): boolean {
  if (line.lang !== 'en') return false;
  if (isAmongSpared(line, product)) return true;
  const head = headOfList(line, product);
  let isListing = false;
  for (let at = head - 1; at >= Math.max(0, head - LISTED_WITHIN); at -= 1) {
    const text = tokenText(line, at);
    if (EXCEPTION.test(text)) return isListing;
    if (LISTING.test(text)) isListing = true;
  }
  return false;
}
