// How goods are called in words. In: a slug of the ledger or of a reading. Out: its name by scope-names.csv, by products.csv, by
// the list it stands for, else by its own words.
import { DataFileError, readDataRows } from './data-file.ts';
import { productGroups } from './product-names.ts';

const NAMES_FILE = 'scope-names.csv';

type ScopeName = { readonly name: string; readonly line: number };

let names: ReadonlyMap<string, ScopeName> | undefined;

/** Lists that the law numbers or names. */
const LIST_NAMES: readonly (readonly [RegExp, string])[] = [
  [/^china-301-list-(\w+)$/, 'China list $1'],
  [/^338-list-(.+)$/, 'Section 338 list: $1'],
  [/^338-ban-(.+)$/, 'Section 338 ban: $1'],
  [/^338-scope-change-(.+)$/, 'Section 338 list, additions: $1'],
];

/** `autos` -> `cars`, `steel-derivatives` -> `steel derivatives`, `other:cheese` -> `cheese`. */
export function scopeName(slug: string): string {
  const bare = slug.startsWith('other:') ? slug.slice('other:'.length) : slug;
  const known = scopeNames().get(bare)?.name ?? productGroups().get(bare)?.name;
  if (known !== undefined) return known;
  const list = LIST_NAMES.find(([pattern]) => pattern.test(bare));
  if (list !== undefined) return bare.replace(list[0], list[1]).replaceAll('-', ' ');
  const [group, part] = bare.split(':');
  const words = (group ?? bare).replaceAll('-', ' ');
  return part === undefined ? words : `${words} (${part.replaceAll('-', ' ')})`;
}

/** Names by slug with their lines, read once. Throws DataFileError for a repeated slug or an empty name. */
export function scopeNames(): ReadonlyMap<string, ScopeName> {
  if (names !== undefined) return names;
  const found = new Map<string, ScopeName>();
  for (const { line, cells } of readDataRows(NAMES_FILE, ['slug', 'name'])) {
    if (found.has(cells.slug)) {
      throw new DataFileError(NAMES_FILE, line, `${cells.slug} stands twice`);
    }
    if (cells.name === '') throw new DataFileError(NAMES_FILE, line, 'a name is empty');
    found.set(cells.slug, { name: cells.name, line });
  }
  names = found;
  return found;
}
