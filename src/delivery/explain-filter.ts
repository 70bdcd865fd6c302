// One filter against one story, the plain way: exact, with the reason in words. The bitset index must agree with it.
import type { Filter } from '../domain/subscription.ts';
import {
  type AttributeTerms,
  FILTER_ATTRIBUTES,
  type FilterAttribute,
  type StoryTerms,
} from './story-terms.ts';

export type FilterVerdict =
  | { readonly matches: true }
  /** `term` is the part of the filter that kept the story out, as it would be typed: `-stage:threatened`, `product:steel`. */
  | { readonly matches: false; readonly term: string };

/** Whether `filter` takes the story, and if not, which of its terms keeps it out. */
export function explainFilter(filter: Filter, terms: StoryTerms): FilterVerdict {
  for (const attribute of FILTER_ATTRIBUTES) {
    const wanted = includedValues(filter, attribute);
    if (wanted.length > 0 && !isIncluded(wanted, terms[attribute])) {
      return { matches: false, term: asTyped(attribute, wanted, '') };
    }
  }
  for (const attribute of FILTER_ATTRIBUTES) {
    const unwanted = excludedValues(filter, attribute);
    if (unwanted.length > 0 && isExcluded(unwanted, terms[attribute])) {
      return { matches: false, term: asTyped(attribute, unwanted, '-') };
    }
  }
  return { matches: true };
}

/** The values that a filter asks for under one attribute; empty when it does not care. */
export function includedValues(filter: Filter, attribute: FilterAttribute): readonly string[] {
  return attribute === 'countries' ? filter.countries : (filter.include[attribute] ?? []);
}

/** The values that a filter refuses under one attribute. Bare countries are refused as imposer and as target. */
export function excludedValues(filter: Filter, attribute: FilterAttribute): readonly string[] {
  return attribute === 'countries' ? [] : (filter.exclude[attribute] ?? []);
}

function isIncluded(wanted: readonly string[], terms: AttributeTerms): boolean {
  const { everyValueExcept, includes } = terms;
  return wanted.some(
    (value) =>
      includes.includes(value) || (everyValueExcept !== null && !everyValueExcept.includes(value)),
  );
}

function isExcluded(unwanted: readonly string[], terms: AttributeTerms): boolean {
  return (
    terms.excludes.length > 0 &&
    terms.excludes.every((covers) => covers.some((value) => unwanted.includes(value)))
  );
}

function asTyped(attribute: FilterAttribute, values: readonly string[], sign: string): string {
  const list = values.join(',').toLowerCase();
  return attribute === 'countries' ? list : `${sign}${attribute}:${list}`;
}
