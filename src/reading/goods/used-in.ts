// What goods are used for: "glass used in solar panels", "a chemical used by drug makers". In: goods in an English sentence. Out:
// whether they only tell the use of the goods before them.
import type { Hit } from '../words/lexicon.ts';
import { type Line, tokenText } from '../words/scene.ts';
import { lastPlaceOf, wordGroup } from '../words/word-groups.ts';

const USED = wordGroup('used use using needed linked');
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
  if (isCoating(line, product) || isOfThing(line, product)) return true;
  const at = lastPlaceOf(line, USED, Math.max(2, product.from - USED_WITHIN), product.from);
  if (at < 0 || !FOR.has(tokenText(line, at + 1))) return false;
  // "the law used to impose the tariff on cars".
  const isLinked = tokenText(line, at) === 'linked';
  if (tokenText(line, at + 1) === 'to' && !isLinked && !MAKING.test(tokenText(line, at + 2)))
    return false;
  if (line.tokens.slice(at + 1, product.from).some(({ text }) => ENDING.has(text))) return false;
  // "goods linked to farming"
  if (isLinked) return true;
  return line.hits.some((hit) => hit.to <= at && at - hit.to <= NAMED_WITHIN && isGoods(hit));
}

const BEHIND_METAL =
  /^(?:and|or|from|in|to|into|for|on|at|is|are|tariffs?|dut(?:y|ies)|lev(?:y|ies)|quotas?|imports?|exports?|goods|products?|derivatives?|sectors?|makers?|producers?|industr(?:y|ies)|workers?|trade|shipments?|prices?|groups?|firms?|talks|deal|row|dispute)$/;

// "metal tweezers": what another thing is made of.
function isOfThing(line: Line, { from, to }: Hit): boolean {
  if (to - from > 1 || tokenText(line, from) !== 'metal') return false;
  const next = line.tokens[to];
  return next?.kind === 'word' && !BEHIND_METAL.test(next.text);
}

const COATED = wordGroup('coated plated clad lined laminated filled covered');
const COATED_WITHIN = 6;

// "steel plated or coated with aluminum and zinc": what lies on the goods.
function isCoating(line: Line, product: Hit): boolean {
  const at = lastPlaceOf(line, COATED, Math.max(1, product.from - COATED_WITHIN), product.from);
  if (at < 0 || tokenText(line, at + 1) !== 'with') return false;
  return !line.tokens.slice(at + 2, product.from).some(({ text }) => text === ',');
}

const MAKING = /^(?:make|produce|build|manufacture|process|package|grow|treat|feed)$/;
const NAMED_WITHIN = 4;

function isGoods(hit: Hit): boolean {
  return hit.meanings.has('product') || hit.meanings.has('goods');
}
