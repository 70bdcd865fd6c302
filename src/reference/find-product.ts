// What a user means by a product: a scope slug of the measures, an HS prefix, or a word. In: the text as typed. Out: the
// scopes whose measures are looked up. What covers a scope beyond its own measures is `scopes.ts`.
import { DataFileError, readDataRows } from './data-file.ts';
import { headingOf } from './goods-headings.ts';
import { loadSeedMeasures } from './measures.ts';
import { nearestWord } from './nearest-word.ts';
import { productGroups, productTerms } from './product-names.ts';
import { scopeName } from './scope-names.ts';
import { baseScope, scopeLinks } from './scopes.ts';

const PRODUCTS_FILE = 'ledger-products.csv';

export type ProductMatch = {
  /** As it is printed back: a slug, or the HS prefix as typed with points. */
  readonly product: string;
  readonly scopes: readonly string[];
  /** Said back to the user when the word is wider or narrower than what was looked up. */
  readonly assumption: string | null;
};

type Product = {
  readonly product: string;
  readonly scopes: readonly string[];
  readonly hs: readonly string[];
};

type ProductIndex = {
  readonly slugs: ReadonlySet<string>;
  readonly products: readonly Product[];
  readonly words: ReadonlyMap<string, Product>;
  readonly byGroup: ReadonlyMap<string, Product>;
  /** Slugs of product groups by the words for them, in lower case; of two the first in the table. */
  readonly groupOf: ReadonlyMap<string, string>;
  /** The same by stems, which other languages than English bend. */
  readonly groupOfStem: ReadonlyMap<string, string>;
};

let index: ProductIndex | undefined;

/** The product that the whole text names, or null. Case, spaces and hyphens do not matter. */
export function findProduct(text: string): ProductMatch | null {
  const match = lookUp(text);
  if (match === null || match.assumption !== null || isCalled(text, match.product)) return match;
  return { ...match, assumption: `Read as ${scopeName(match.product)}.` };
}

// Of "coffee" the ledger knows agriculture, of "laptops" electronics: whoever asked must be told what was looked up.
function isCalled(text: string, product: string): boolean {
  if (toSlug(text) === product || HS_SHAPE.test(text.trim())) return true;
  const wanted = text.trim().toLowerCase();
  const names = [scopeName(product), product.replaceAll('-', ' ')].map((name) =>
    name.toLowerCase(),
  );
  return names.includes(wanted) || nearestWord(wanted, names) !== null;
}

function lookUp(text: string): ProductMatch | null {
  const slug = toSlug(text);
  if (slug === '') return null;
  const { slugs, words, products } = productIndex();
  const listed = words.get(slug);
  if (listed !== undefined && (listed.product === slug || !slugs.has(slug))) return toMatch(listed);
  if (slugs.has(slug)) return { product: slug, scopes: [slug], assumption: null };
  return findHsProduct(text, products) ?? findGroupProduct(text) ?? findByHeading(slug);
}

/** The known product word nearest to a misspelt one, or null when none is near. */
export function nearestProduct(text: string): string | null {
  const { slugs, words } = productIndex();
  const candidates = [...words.keys(), ...slugs].map((slug) => slug.replaceAll('-', ' '));
  return nearestWord(text.trim(), candidates);
}

/** True when a measure may carry this scope: some seeded measure or some link does. */
export function isKnownScope(scope: string): boolean {
  const { slugs } = productIndex();
  return slugs.has(scope) || slugs.has(baseScope(scope) ?? '');
}

/** The ledger's scope for a product group of a reading (`evs`, `other:drones`), or null when it has none of its own. */
export function scopeOfGroup(group: string): string | null {
  const name = group.startsWith('other:') ? group.slice('other:'.length) : group;
  const { byGroup, slugs } = productIndex();
  return byGroup.get(name)?.product ?? (slugs.has(name) ? name : null);
}

function toMatch(product: Product): ProductMatch {
  return { product: product.product, scopes: product.scopes, assumption: null };
}

const HS_SHAPE = /^(?:hs|hts)?\s*(\d{2}(?:[\d. ]*\d)?)$/i;

// A heading reaches every row whose prefix it begins with. One that is shorter than all prefixes is too wide for them:
// the widest rows below it are taken, and that is said.
function findHsProduct(text: string, products: readonly Product[]): ProductMatch | null {
  const digits = HS_SHAPE.exec(text.trim())?.[1]?.replace(/[. ]/g, '');
  if (digits === undefined || digits.length > 10) return null;
  const product = printHs(digits);
  const holding = products.filter(({ hs }) => hs.some((prefix) => digits.startsWith(prefix)));
  if (holding.length > 0) {
    return {
      product,
      scopes: [...new Set(holding.flatMap(({ scopes }) => scopes))],
      assumption: null,
    };
  }
  const below = products.filter(({ hs }) => hs.some((prefix) => prefix.startsWith(digits)));
  if (below.length > 0) {
    const names = below.map((one) => one.product).join(', ');
    return {
      product,
      scopes: ['all-goods'],
      assumption: `HS ${product} is wider than the products known in it (${names}): what is charged on all goods is shown.`,
    };
  }
  return {
    product,
    scopes: ['all-goods'],
    assumption: `No measure here names HS ${product}: what is charged on all goods is shown.`,
  };
}

// "watches" is asked as HS 91, and that is said.
function findByHeading(slug: string): ProductMatch | null {
  const { products } = productIndex();
  const hs = headingOf(slug);
  const match = hs === undefined ? null : findHsProduct(hs, products);
  if (hs === undefined || match === null) return null;
  const read = `Read as HS ${printHs(hs)}.`;
  return {
    ...match,
    assumption: match.assumption === null ? read : `${read} ${match.assumption}`,
  };
}

/** 7326908688 -> 7326.90.86.88 */
function printHs(digits: string): string {
  const parts = [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6, 8), digits.slice(8)];
  return parts.filter((part) => part !== '').join('.');
}

// Words of the product table in any language lead to its group; a group without scopes of its own to the group above.
function findGroupProduct(text: string): ProductMatch | null {
  const named = groupNamed(text.trim().toLowerCase());
  for (let at = named ?? null; at !== null; at = productGroups().get(at)?.parent ?? null) {
    const product = productIndex().byGroup.get(at);
    if (product === undefined) continue;
    const isWider = at !== named;
    return {
      ...toMatch(product),
      assumption: isWider
        ? `No measure here names ${text.trim()}: what is charged on ${scopeName(product.product)} is shown.`
        : null,
    };
  }
  return null;
}

/** Shorter stems begin too many words that have nothing to do with them. */
const LEAST_STEM = 5;
/** What a language puts behind a stem for the word in its plain form or its plural: "acciai-o", "semi-conducteur-s". */
const MOST_ENDING = 2;

// A word as listed, else a stem with its ending.
function groupNamed(word: string): string | undefined {
  const { groupOf, groupOfStem } = productIndex();
  const listed = groupOf.get(word);
  if (listed !== undefined) return listed;
  for (let end = word.length - 1; end >= word.length - MOST_ENDING && end >= LEAST_STEM; end -= 1) {
    const stemmed = groupOfStem.get(word.slice(0, end));
    if (stemmed !== undefined) return stemmed;
  }
  return undefined;
}

function toSlug(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, '-');
}

function productIndex(): ProductIndex {
  index ??= buildIndex();
  return index;
}

function buildIndex(): ProductIndex {
  const slugs = new Set(loadSeedMeasures().map(({ measure }) => measure.productScope));
  for (const link of scopeLinks()) {
    if (link.scope !== '*') slugs.add(link.scope);
    slugs.add(link.coveredBy);
  }
  for (const slug of [...slugs]) {
    const base = baseScope(slug);
    if (base !== null) slugs.add(base);
  }
  const products: Product[] = [];
  const words = new Map<string, Product>();
  const byGroup = new Map<string, Product>();
  const columns = ['product', 'scopes', 'groups', 'words', 'hs'] as const;
  for (const { line, cells } of readDataRows(PRODUCTS_FILE, columns)) {
    const product: Product = {
      product: cells.product,
      scopes: cells.scopes === '' ? [cells.product] : cells.scopes.split('|'),
      hs: split(cells.hs).map((prefix) => prefix.replaceAll('.', '')),
    };
    const stranger = product.scopes.find((scope) => !slugs.has(scope));
    if (stranger !== undefined) {
      throw new DataFileError(
        PRODUCTS_FILE,
        line,
        `no measure or link knows the scope ${stranger}`,
      );
    }
    products.push(product);
    for (const word of [cells.product, ...split(cells.words)]) {
      const slug = toSlug(word);
      if (!words.has(slug)) words.set(slug, product);
    }
    for (const group of split(cells.groups)) {
      if (!productGroups().has(group)) {
        throw new DataFileError(PRODUCTS_FILE, line, `unknown product group ${group}`);
      }
      byGroup.set(group, product);
    }
  }
  return { slugs, products, words, byGroup, groupOf: groupsByWord(), groupOfStem: groupsByStem() };
}

function groupsByWord(): ReadonlyMap<string, string> {
  const groupOf = new Map<string, string>();
  const add = (word: string, slug: string): void => {
    const lower = word.toLowerCase();
    if (!groupOf.has(lower)) groupOf.set(lower, slug);
  };
  for (const { term, slug } of productTerms()) if (slug !== null) add(term, slug);
  for (const { slug, name } of productGroups().values()) {
    add(slug, slug);
    add(name, slug);
  }
  return groupOf;
}

function groupsByStem(): ReadonlyMap<string, string> {
  return new Map(
    productTerms().flatMap(({ term, slug, lang, isStem }): [string, string][] =>
      slug !== null && isStem && lang !== 'en' ? [[term.toLowerCase(), slug]] : [],
    ),
  );
}

function split(cell: string): readonly string[] {
  return cell === '' ? [] : cell.split('|');
}
