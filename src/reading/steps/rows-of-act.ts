// Rows of goods under the title of an order that names none: "Order Amending the Peru Surtax Remission Order" / "Steel rods, painted:
// from May 1 to June 30". In: an item and a sentence of its text. Out: the goods of the row, none where it is a sentence. English only.
import type { Hit } from '../words/lexicon.ts';
import { hitsOf, type Line, lineHas, type Scene, tokenText } from '../words/scene.ts';
import { lastPlaceOf, placeOf, wordGroup } from '../words/word-groups.ts';

const ORDERS = wordGroup('order orders regulation regulations');
const GOODS_WITHIN = 6;
const NUMBERING = /^(?:items?|column|row|no|schedule|part|the)$/;
const LEADING = wordGroup('following');
const TOLD = ['gainer', 'saying', 'movement', 'verb'] as const;
const FINITE = wordGroup('is are was were will has have shall be');
const PURPOSE = wordGroup('for containing with used');
const PURPOSE_WITHIN = 5;

/** The goods that a row of an act is on; what they are for is left out. */
export function goodsOfRow({ title }: Scene, line: Line): readonly Hit[] {
  if (title === null || line === title || line.lang !== 'en') return NONE;
  if (placeOf(title, ORDERS) < 0 || title.classes.has('product')) return NONE;
  if (!ACTS.some((act) => lineHas(title, 'notice', act))) return NONE;
  const goods = hitsOf(line, 'product');
  const first = goods[0];
  const from = first === undefined ? -1 : startOfRow(line, first.from);
  if (from < 0 || !isBare(line, from)) return NONE;
  return goods.filter(
    (hit) =>
      hit === first ||
      lastPlaceOf(line, PURPOSE, Math.max(from, hit.from - PURPOSE_WITHIN), hit.from) < 0,
  );
}

const NONE: readonly Hit[] = [];
const ACTS = ['exempted', 'act'] as const;

// "Item 12: Steel rods", "is amended by adding the following: Steel rods".
function startOfRow(line: Line, goods: number): number {
  const led = placeOf(line, LEADING) + 1;
  for (let at = goods - 1, words = 0; at >= led; at -= 1) {
    if (line.tokens[at]?.kind === 'word' && !NUMBERING.test(tokenText(line, at))) words += 1;
    if (words > GOODS_WITHIN) return -1;
  }
  return led;
}

// No verb tells anything of the goods: "Steel makers welcomed the order" is no row.
function isBare(line: Line, from: number): boolean {
  if (placeOf(line, FINITE, from) >= 0) return false;
  return !TOLD.some((name) => hitsOf(line, name).some((hit) => hit.from >= from));
}
