// Shapes of metal that stand for steel unless another material is named. In: goods in their sentence. Out: yes or no.
import type { Hit } from '../words/lexicon.ts';
import { hitBefore, type Line, means, tokenText } from '../words/scene.ts';
import { headOfList } from './goods-list.ts';

/** Shapes that are steel unless another material is named with them: "copper pipes, wires and tubes". */
const SHAPES: ReadonlySet<string> = new Set(
  'pipes tubes coils slabs billets plates screws fasteners strapping'.split(' '),
);
const MATERIALS = ['copper', 'aluminium', 'plastics', 'lumber', 'glass', 'nickel'] as const;

/** True for "pipes" in "copper pipes": goods of the material, and no steel. */
export function isFormOfOther(line: Line, product: Hit): boolean {
  const shape = tokenText(line, product.from);
  if (shape !== 'rolled' && (product.to - product.from > 1 || !SHAPES.has(shape))) return false;
  const head = headOfList(line, product);
  const material = hitBefore(line, head);
  return material !== undefined && MATERIALS.some((slug) => means(material, 'product', slug));
}
