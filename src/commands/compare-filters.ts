// Filters against filters: the same, overlapping, one taken out of the other. Knows no story and no channel.
import { FILTER_KEYS, type Filter, type FilterTerms } from '../domain/subscription.ts';
import { printFilter } from '../messages/describe-filter.ts';

/** Filters are kept sorted, so equal filters print equally. */
export function isSameFilter(one: Filter, other: Filter): boolean {
  return printFilter(one) === printFilter(other);
}

/** Two filters can take the same story unless some key of both asks for values that have none in common. */
export function mayOverlap(one: Filter, other: Filter): boolean {
  const disjoint = (a: readonly string[] = [], b: readonly string[] = []): boolean =>
    a.length > 0 && b.length > 0 && !a.some((value) => b.includes(value));
  if (disjoint(one.countries, other.countries)) return false;
  return !FILTER_KEYS.some((key) => disjoint(one.include[key], other.include[key]));
}

/**
 * `filter` without the values of `part`, or null when `part` names nothing or a value that `filter` does not have, excludes
 * anything, or would leave a key empty: a key without values asks for everything, which nobody means by taking something out.
 */
export function takeOut(filter: Filter, part: Filter): Filter | null {
  if (Object.keys(part.exclude).length > 0 || printFilter(part) === '') return null;
  const countries = without(filter.countries, part.countries);
  if (countries === null) return null;
  const include: { -readonly [key in keyof FilterTerms]: FilterTerms[key] } = {};
  for (const key of FILTER_KEYS) {
    const values = without(filter.include[key] ?? [], part.include[key] ?? []);
    if (values === null) return null;
    if (values.length > 0) include[key] = values;
  }
  return { include, exclude: filter.exclude, countries };
}

function without(values: readonly string[], removed: readonly string[]): readonly string[] | null {
  if (removed.length === 0) return values;
  const left = values.filter((value) => !removed.includes(value));
  const hasAll = removed.every((value) => values.includes(value));
  return hasAll && left.length > 0 ? left : null;
}
