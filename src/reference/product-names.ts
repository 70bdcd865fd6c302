// Product groups and the words for them. Out: the hierarchy and the terms as printed.
// It maps words to groups only; HS headings belong to the ledger's own tables.
import { DataFileError, readDataRows } from './data-file.ts';
import { COVERED_LANGUAGES } from './jurisdiction-names.ts';

export type ProductGroup = {
  readonly slug: string;
  /** Slug of the wider group; null at the top. */
  readonly parent: string | null;
  /** What a reading prints: one of the corpus slugs or `other:<x>`. */
  readonly printed: string;
  readonly name: string;
};

/** `slug` is null for a phrase that must not be read as a product ("illicit drugs"). `lang` `*`: every language but English. */
export type ProductTerm = {
  readonly term: string;
  readonly slug: string | null;
  readonly lang: string;
  readonly caseSensitive: boolean;
  readonly isStem: boolean;
  /** The marks on its letters tell it from another word: French "maïs" and "mais". */
  readonly isMarked: boolean;
};

/**
 * Terms that are no goods wherever they stand. `named`: only where a tariff is said to be on them ("té"); `ending`: the last
 * part of compounds ("-stahl").
 */
export type ProductPart = {
  readonly term: string;
  readonly as: 'named' | 'ending';
  readonly slug: string;
  readonly lang: string;
};

const GROUPS_FILE = 'products.csv';
const WORDS_FILE = 'product-words.csv';

let groups: ReadonlyMap<string, ProductGroup> | undefined;
let terms: readonly ProductTerm[] | undefined;
let parts: readonly ProductPart[] | undefined;
let all: readonly ProductTerm[] | undefined;

/** Product groups by slug, read once. Throws DataFileError for an unknown parent or a repeated slug. */
export function productGroups(): ReadonlyMap<string, ProductGroup> {
  if (groups !== undefined) return groups;
  const found = new Map<string, ProductGroup>();
  for (const { line, cells } of readDataRows(GROUPS_FILE, ['slug', 'parent', 'printed', 'name'])) {
    if (found.has(cells.slug)) {
      throw new DataFileError(GROUPS_FILE, line, `${cells.slug} stands twice`);
    }
    if (cells.parent !== '' && !found.has(cells.parent)) {
      throw new DataFileError(GROUPS_FILE, line, `the parent ${cells.parent} must stand above`);
    }
    const parent = cells.parent === '' ? null : cells.parent;
    found.set(cells.slug, { slug: cells.slug, parent, printed: cells.printed, name: cells.name });
  }
  groups = found;
  return found;
}

/** All words for products, read once. Throws DataFileError for an unknown slug or language. */
export function productTerms(): readonly ProductTerm[] {
  terms ??= listed().filter(({ term }) => partMark(term) === null);
  return terms;
}

/** All parts of names of products. */
export function productParts(): readonly ProductPart[] {
  parts ??= listed().flatMap(({ term, slug, lang }) => {
    const as = partMark(term);
    return as === null || slug === null ? [] : [{ term: term.slice(1), as, slug, lang }];
  });
  return parts;
}

function partMark(term: string): ProductPart['as'] | null {
  if (term.startsWith('?')) return 'named';
  return term.startsWith('-') ? 'ending' : null;
}

const MARKED = '^';

/** Terms and parts as they stand in the file. */
function listed(): readonly ProductTerm[] {
  all ??= readTerms();
  return all;
}

function readTerms(): readonly ProductTerm[] {
  const known = productGroups();
  return readDataRows(WORDS_FILE, ['slug', 'lang', 'terms']).flatMap(({ line, cells }) => {
    if (cells.slug !== '-' && !known.has(cells.slug)) {
      throw new DataFileError(WORDS_FILE, line, `unknown product ${cells.slug}`);
    }
    if (cells.lang !== '*' && !(COVERED_LANGUAGES as readonly string[]).includes(cells.lang)) {
      throw new DataFileError(WORDS_FILE, line, `unknown language ${cells.lang}`);
    }
    const slug = cells.slug === '-' ? null : cells.slug;
    const { lang } = cells;
    // Field by field: to spread ten thousand terms takes longer than to read them.
    return splitTerms(WORDS_FILE, line, cells.terms).map(({ term, caseSensitive, isStem }) => ({
      term: term.startsWith(MARKED) ? term.slice(1) : term,
      caseSensitive,
      isStem,
      isMarked: term.startsWith(MARKED),
      slug,
      lang,
    }));
  });
}

/** True when `slug` is `ancestor` or lies under it. Both are slugs of the product table. */
export function isWithinProduct(slug: string, ancestor: string): boolean {
  return slug === ancestor || (widerGroups().get(slug)?.has(ancestor) ?? false);
}

/** True when one of the two lies within the other. */
export function areOneProduct(left: string, right: string): boolean {
  return isWithinProduct(left, right) || isWithinProduct(right, left);
}

let wider: ReadonlyMap<string, ReadonlySet<string>> | undefined;

/** All groups that lie above each: asked for most pairs of items that are compared. */
function widerGroups(): ReadonlyMap<string, ReadonlySet<string>> {
  if (wider !== undefined) return wider;
  const found = new Map<string, ReadonlySet<string>>();
  // A parent stands above its groups in the table.
  for (const { slug, parent } of productGroups().values()) {
    if (parent !== null) found.set(slug, new Set([parent, ...(found.get(parent) ?? [])]));
  }
  wider = found;
  return found;
}

export type PrintedTerm = {
  readonly term: string;
  readonly caseSensitive: boolean;
  readonly isStem: boolean;
};

/**
 * Splits a cell of terms: `|` between terms, a leading `=` for exact case, a trailing `*` for any ending, `{a|b} {c|d}` for each
 * of the first before each of the second.
 */
export function splitTerms(file: string, line: number, cell: string): readonly PrintedTerm[] {
  const terms = cell.includes('{') ? cell.split(OUTSIDE_BRACES).flatMap(spellOut) : cell.split('|');
  return terms.map((printed) => {
    const caseSensitive = printed.startsWith('=');
    const isStem = printed.endsWith('*');
    const term = printed.slice(caseSensitive ? 1 : 0, isStem ? -1 : undefined).trim();
    if (term === '') throw new DataFileError(file, line, 'an empty term');
    return { term, caseSensitive, isStem };
  });
}

/** A bar that no brace holds. */
const OUTSIDE_BRACES = /\|(?![^{]*\})/;
const BRACES = /^([^{]*)\{([^}]*)\}(.*)$/;

function spellOut(term: string): readonly string[] {
  const [, before = '', choices, after = ''] = BRACES.exec(term) ?? [];
  if (choices === undefined) return [term];
  return choices.split('|').flatMap((choice) => spellOut(`${before}${choice}${after}`));
}
