// The same goods said twice. In: the products found, and the title. Out: those that are printed.
import type { Fact } from '../../domain/reading.ts';
import { hitsOf, type Line, means, tokenText } from '../words/scene.ts';
import type { Found } from './metals.ts';

function isOnlyIn(found: Found, slug: string, where: 'title' | 'text'): boolean {
  const fact = found.get(slug);
  return fact !== undefined && (fact.evidence.field === 'title') === (where === 'title');
}

const LISTING: ReadonlySet<string> = new Set([',', 'and', '&']);

function listsCarsAndEvs(title: Line): boolean {
  const goods = hitsOf(title, 'product');
  return goods.some(
    (cars, at) =>
      means(cars, 'product', 'autos') &&
      LISTING.has(tokenText(title, cars.to)) &&
      goods[at + 1]?.from === cars.to + 1 &&
      means(goods[at + 1], 'product', 'evs'),
  );
}

/** The products without a wider group beside a narrower one of it ("electric vehicles" and "vehicles"): the same goods said twice. */
export function narrow(found: Found, title: Line | null): readonly Fact<string>[] {
  const isWider = isOnlyIn(found, 'autos', 'title') && isOnlyIn(found, 'evs', 'text');
  // "imported cars, EVs": both stand in the title.
  const isApart = title !== null && listsCarsAndEvs(title);
  if (found.has('evs') && !found.has('auto-parts') && !isWider && !isApart) found.delete('autos');
  // "heavy vehicles" are trucks: cars that only the text of such an item names are the same said loosely.
  const isTrucks = found.get('other:trucks')?.evidence.field === 'title';
  if (isTrucks && found.get('autos')?.evidence.field !== 'title') found.delete('autos');
  if (found.size > 1) found.delete('all-goods');
  return [...found.values()];
}
