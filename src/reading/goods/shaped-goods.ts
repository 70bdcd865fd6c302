// Shapes of metal that stand for steel unless another material is named. In: goods in their sentence. Out: yes or no.
import type { Hit } from '../words/lexicon.ts';
import { hitBefore, hitFrom, type Line, means, tokenText } from '../words/scene.ts';
import { headOfList } from './goods-list.ts';

/** Shapes that are steel unless another material is named with them: "copper pipes, wires and tubes". */
const SHAPES: ReadonlySet<string> = new Set(
  'pipes tubes coils slabs billets plates screws fasteners strapping'.split(' '),
);
const MATERIALS = ['copper', 'aluminium', 'plastics', 'lumber', 'glass', 'nickel'] as const;

const OF_WITHIN = 3;

// "flat rolled products of aluminium", "coils of copper".
function isMadeOfOther(line: Line, product: Hit): boolean {
  // "cold-rolled copper".
  const next = hitFrom(line, product.to);
  if (MATERIALS.some((slug) => means(next, 'product', slug))) return true;
  const of = [0, 1, 2]
    .map((steps) => product.to + steps)
    .find((at) => tokenText(line, at) === 'of');
  if (of === undefined) return false;
  return line.hits.some(
    (hit) =>
      hit.from > of &&
      hit.from - of <= OF_WITHIN &&
      MATERIALS.some((slug) => means(hit, 'product', slug)),
  );
}

/** True for "pipes" in "copper pipes": goods of the material, and no steel. */
export function isFormOfOther(line: Line, product: Hit): boolean {
  const shape = tokenText(line, product.from);
  const isRolled = line.tokens
    .slice(product.from, product.to)
    .some(({ text }) => text.endsWith('rolled'));
  if (!isRolled && (product.to - product.from > 1 || !SHAPES.has(shape))) return false;
  if (isMadeOfOther(line, product)) return true;
  const head = headOfList(line, product);
  const material = hitBefore(line, head);
  return material !== undefined && MATERIALS.some((slug) => means(material, 'product', slug));
}
