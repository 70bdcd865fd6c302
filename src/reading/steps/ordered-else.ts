// What is ordered besides a tariff: that it stays, or that it is paid back. In: a verb and a tariff. Out: yes or no. Rules of
// no-pair.ts.
import { means, tokenText } from '../words/scene.ts';
import type { Pair } from './pair.ts';

const KEPT_WITHIN = 6;

/** True for "orders the tariff kept at 15%": what is ordered is that nothing changes. */
export function isOrderedKept({ line, verb, object }: Pair): boolean {
  if (line.lang !== 'en' || !tokenText(line, verb.from).startsWith('order')) return false;
  if (object.from < verb.to) return false;
  return line.hits.some(
    (hit) =>
      hit.from >= object.to && hit.from - object.to <= KEPT_WITHIN && means(hit, 'verb', 'keep'),
  );
}

/** True for "refunds of tariffs ordered by a court": what is ordered is the refund. */
export function isOrderedRefund({ line, verb, object }: Pair): boolean {
  if (!tokenText(line, verb.from).startsWith('order')) return false;
  return object.to <= verb.from || line.classes.has('refund');
}
