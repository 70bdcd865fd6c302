// What goods are used for: "glass used in solar panels", "a chemical used by drug makers". In: goods in an English sentence. Out:
// whether they only tell the use of the goods before them.
import type { Hit } from '../words/lexicon.ts';
import { type Line, tokenText } from '../words/scene.ts';
import { lastPlaceOf, wordGroup } from '../words/word-groups.ts';

const USED = wordGroup('used use using needed');
const USED_WITHIN = 12;
const FOR: ReadonlySet<string> = new Set(['in', 'by', 'for', 'to', 'as']);
/** Behind them stands something else again: "used in dyes from China", "used in cars, on tyres". */
const ENDING: ReadonlySet<string> = new Set([
  'from',
  'on',
  'under',
  'imported',
  'originating',
  'and on',
  ';',
  'at',
]);

/** True for the goods that other goods are used in; "used cars" are cars, and "for use" alone names no goods before it. */
export function isOnlyUse(line: Line, product: Hit): boolean {
  if (line.lang !== 'en') return false;
  const at = lastPlaceOf(line, USED, Math.max(2, product.from - USED_WITHIN), product.from);
  if (at < 0 || !FOR.has(tokenText(line, at + 1))) return false;
  // "the law used to impose the tariff on cars".
  if (tokenText(line, at + 1) === 'to' && !MAKING.test(tokenText(line, at + 2))) return false;
  if (line.tokens.slice(at + 1, product.from).some(({ text }) => ENDING.has(text))) return false;
  return line.hits.some((hit) => hit.to <= at && at - hit.to <= NAMED_WITHIN && isGoods(hit));
}

const MAKING = /^(?:make|produce|build|manufacture|process|package|grow|treat|feed)$/;
const NAMED_WITHIN = 4;

function isGoods(hit: Hit): boolean {
  return hit.meanings.has('product') || hit.meanings.has('goods');
}
