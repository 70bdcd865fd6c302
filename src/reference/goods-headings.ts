// Everyday words for goods with their headings in the Harmonized System, and the product groups that hold the headings.
import { DataFileError, readDataRows } from './data-file.ts';
import { productGroups } from './product-names.ts';

const HEADINGS_FILE = 'goods-headings.csv';
const GROUPS_FILE = 'heading-groups.csv';
const HEADING = /^\d{2}(?:\d{2}){0,4}$/;

type Heading = {
  readonly hs: string;
  /** Goods only where a tariff is said to be on them: "watches" and "lead" are other words elsewhere. */
  readonly isNamedOnly: boolean;
};

/** A word that is goods wherever it stands, and the slug that is printed for it. */
export type HeadingTerm = {
  readonly term: string;
  readonly slug: string;
};

let headings: ReadonlyMap<string, Heading> | undefined;
let groups: ReadonlyMap<string, string> | undefined;

/** The heading or chapter of goods by their name in lower case with hyphens ("golf-clubs"); undefined when none is known. */
export function headingOf(name: string): string | undefined {
  return allHeadings().get(name)?.hs;
}

/** The words that are goods wherever they stand. */
export function headingTerms(): readonly HeadingTerm[] {
  return [...allHeadings()]
    .filter(([, { isNamedOnly }]) => !isNamedOnly)
    .map(([name, { hs }]) => ({
      term: name.replaceAll('-', ' '),
      slug: groupOf(hs) ?? `other:${name}`,
    }));
}

function allHeadings(): ReadonlyMap<string, Heading> {
  headings ??= readHeadings();
  return headings;
}

/** The product group of goods by the last words of their name: "winter-coats" are coats. Null where no group holds them. */
export function groupByHeading(name: string): string | null {
  const words = name.split('-');
  for (let from = 0; from < words.length; from += 1) {
    const hs = headingOf(words.slice(from).join('-'));
    if (hs !== undefined) return groupOf(hs);
  }
  return null;
}

function groupOf(hs: string): string | null {
  groups ??= readGroups();
  for (let length = hs.length; length >= 2; length -= 2) {
    const group = groups.get(hs.slice(0, length));
    if (group !== undefined) return group;
  }
  return null;
}

function readHeadings(): ReadonlyMap<string, Heading> {
  const found = new Map<string, Heading>();
  for (const { line, cells } of readDataRows(HEADINGS_FILE, ['hs', 'words'])) {
    checkHeading(HEADINGS_FILE, line, cells.hs);
    for (const printed of cells.words.split('|')) {
      const isNamedOnly = printed.startsWith('?');
      const word = isNamedOnly ? printed.slice(1) : printed;
      const name = word.trim().toLowerCase().replace(/\s+/g, '-');
      if (found.has(name)) throw new DataFileError(HEADINGS_FILE, line, `${word} stands twice`);
      found.set(name, { hs: cells.hs, isNamedOnly });
    }
  }
  return found;
}

function readGroups(): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const { line, cells } of readDataRows(GROUPS_FILE, ['hs', 'group'])) {
    checkHeading(GROUPS_FILE, line, cells.hs);
    if (!productGroups().has(cells.group)) {
      throw new DataFileError(GROUPS_FILE, line, `unknown product ${cells.group}`);
    }
    found.set(cells.hs, cells.group);
  }
  return found;
}

function checkHeading(file: string, line: number, hs: string): void {
  if (!HEADING.test(hs)) throw new DataFileError(file, line, `"${hs}" is no heading`);
}
