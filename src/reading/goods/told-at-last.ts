// Goods of the text where nothing else named any: "India hikes tariffs on 28 items" / "Delhi answered with duties on almonds and
// apples". In: an item in which no goods were found, nor that all goods are meant. Out: the goods that its first sentence names.
import type { Action, Fact } from '../../domain/reading.ts';
import { productGroups } from '../../reference/product-names.ts';
import { placeGroups } from '../places/read-places.ts';
import type { Step } from '../steps/find-steps.ts';
import type { Hit } from '../words/lexicon.ts';
import { evidenceOf, hitsOf, type Line, lineHas, type Scene, tokenText } from '../words/scene.ts';
import { isAnswered } from './answered-goods.ts';
import { isPartOfName } from './compound-goods.ts';
import { isSpared } from './spared-goods.ts';

const LAID: ReadonlySet<Action> = new Set(['imposed', 'increased', 'threatened', 'proposed']);

/** The goods of the first sentence behind a title that names none; those that it spares are left out. */
export function goodsAtLast(
  { lines, title }: Scene,
  lead: Step,
  isOthers: (line: Line) => boolean,
  targets: ReadonlySet<string>,
): readonly Fact<string>[] {
  if (title === null || title.classes.has('product') || lead.about === 'probe') return [];
  if (isOnAllOfState(lead.line))
    return [{ value: 'all-goods', evidence: evidenceOf(lead.line, 'product:of-a-state') }];
  const found = new Map<string, Fact<string>>();
  const first = lines.find((line) => line.index === 1 && !line.isTitle);
  if (first === undefined || (isOthers(first) && first !== lead.line)) return [];
  // "Oranges are on the list of exceptions", "Only those on steel stay".
  if (first.classes.has('except') || lineHas(first, 'verb', 'keep')) return [];
  if (LAID.has(lead.action) && lineHas(first, 'verb', 'exempt')) return [];
  for (const hit of hitsOf(first, 'product')) {
    const slug = hit.meanings.get('product')?.[0];
    if (slug === undefined || hit.meanings.has('place') || isPartOfName(first, hit)) continue;
    if (isSpared(first, hit, lead.action) || isOfTheirTariff(first, hit, targets)) continue;
    if (first.lang !== 'en' && isAnswered(first, hit)) continue;
    const value = productGroups().get(slug)?.printed ?? slug;
    found.set(value, { value, evidence: evidenceOf(first, 'product:told-at-last') });
  }
  return [...found.values()];
}

const WHATEVER = /^(?:articles|products|goods|imports)$/;

// "articles of India shall be subject to a duty of 25 percent": the sentence of the act says on what.
function isOnAllOfState(line: Line): boolean {
  if (line.lang !== 'en' || line.isTitle || line.classes.has('product')) return false;
  return placeGroups(line).some(
    ({ role, from }) =>
      role === 'origin' &&
      tokenText(line, from - 1) === 'of' &&
      WHATEVER.test(tokenText(line, from - 2)),
  );
}

const OWNED_WITHIN = 2;
const ON_WITHIN = 4;

// "countermeasures to US tariffs on EU steel": goods of the tariff that is answered.
function isOfTheirTariff(line: Line, product: Hit, targets: ReadonlySet<string>): boolean {
  return placeGroups(line).some(
    ({ role, codes, to }) =>
      role === 'owner' &&
      codes.every((code) => targets.has(code)) &&
      hitsOf(line, 'tariff').some(
        (hit) =>
          hit.from >= to &&
          hit.from - to <= OWNED_WITHIN &&
          hit.to <= product.from &&
          product.from - hit.to <= ON_WITHIN,
      ),
  );
}
