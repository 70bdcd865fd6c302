// Whether a figure is one of several that a text tells. In: a percentage in its sentence. Out: yes or no.
import { hitsOf } from '../words/scene.ts';
import type { RateAt } from './rate-at.ts';

/** True where the step has a rate of its own, or the sentence is about other goods. */
export function isSecond({ line, percent, lead, told }: RateAt): boolean {
  if (told.some((value) => value !== percent.value)) return true;
  const own = new Set(hitsOf(lead.line, 'product').flatMap((hit) => hit.meanings.get('product')));
  const goods = hitsOf(line, 'product').flatMap((hit) => hit.meanings.get('product'));
  return own.size > 0 && goods.length > 0 && !goods.some((slug) => own.has(slug));
}
