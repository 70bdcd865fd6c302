// Runs of words -> countries and products, longest first, so that "south korea steel" is two names and not three.
// What a name means is decided in reference/; this only finds where it ends.
import type { JurisdictionMatch } from '../domain/jurisdiction.ts';
import { findJurisdiction, nearestJurisdiction } from '../reference/find-jurisdiction.ts';
import { findProduct, nearestProduct, scopeOfGroup } from '../reference/find-product.ts';
import { productGroups, productTerms } from '../reference/product-names.ts';

export type NamedThing =
  | { readonly kind: 'country'; readonly match: JurisdictionMatch; readonly used: number }
  /** `slug` of the product table. */
  | { readonly kind: 'product'; readonly slug: string; readonly used: number };

/** No name of a country or product has more words than this. */
const LONGEST_NAME = 6;

/** The longest country or product that starts at `words[at]`, or null. A country wins over a product of equal length. */
export function findNamedThing(words: readonly string[], at: number): NamedThing | null {
  for (let used = Math.min(LONGEST_NAME, words.length - at); used > 0; used -= 1) {
    const text = words.slice(at, at + used).join(' ');
    const match = findJurisdiction(text);
    if (match !== null) return { kind: 'country', match, used };
    const slug = findProductGroup(text);
    if (slug !== null) return { kind: 'product', slug, used };
  }
  return null;
}

let productWords: ReadonlyMap<string, string> | undefined;
let productStems: readonly (readonly [string, string])[] | undefined;

/** The product group that a word or phrase names, as its slug; null when it names none. */
export function findProductGroup(text: string): string | null {
  const wanted = text.toLowerCase();
  if (productWords === undefined || productStems === undefined) {
    const words = new Map<string, string>();
    const stems: [string, string][] = [];
    for (const { slug, name } of productGroups().values()) {
      words.set(slug, slug);
      words.set(name.toLowerCase(), slug);
    }
    for (const { term, slug, isStem } of productTerms()) {
      if (slug === null) continue;
      const lower = term.toLowerCase();
      if (isStem) stems.push([lower, slug]);
      if (!words.has(lower)) words.set(lower, slug);
    }
    productWords = words;
    productStems = stems.toSorted(([one], [other]) => other.length - one.length);
  }
  const exact = productWords.get(wanted) ?? productWords.get(wanted.replaceAll(' ', '-'));
  if (exact !== undefined) return exact;
  // A stem of three letters would take half the dictionary; a typed word is at most an ending longer.
  const stem = productStems.find(
    ([start]) => start.length > 3 && wanted.startsWith(start) && wanted.length - start.length <= 4,
  );
  return stem?.[1] ?? groupOfTariffLine(text);
}

// An HS prefix (`7326.90`, `HS 76`) stands for the group whose scope it falls under.
function groupOfTariffLine(text: string): string | null {
  if (!/^(?:hs|hts)?\s*\d/i.test(text)) return null;
  const scopes = findProduct(text)?.scopes ?? [];
  for (const scope of scopes) {
    for (const slug of productGroups().keys()) if (scopeOfGroup(slug) === scope) return slug;
  }
  return null;
}

/** The country or product name nearest to a misspelt word, or null. */
export function suggestName(word: string): string | null {
  return nearestJurisdiction(word) ?? nearestProduct(word);
}
