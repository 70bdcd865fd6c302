// The feeds that are polled: the built-in catalogue, or an operator's CSV with the same first columns. In: a path or
// null. Out: feeds, and what is known to have none. Every fault of a file is named by its line, all at once.
import { readFileSync } from 'node:fs';
import { UserError } from '../domain/error.ts';
import { FEED_TIERS, type Feed, type FeedTier } from '../domain/feed.ts';
import {
  type CsvRecord,
  DataFileError,
  parseCsvRecords,
  parseDataRows,
  readDataText,
} from '../reference/data-file.ts';
import { ADAPTERS } from './adapters.ts';
import { adapterFor, countryFor, isPollable, tierFor } from './catalogue-defaults.ts';
import { CATALOGUE_COLUMNS, type CatalogueRow } from './catalogue-row.ts';

/** Columns that a catalogue must have; the rest may be absent and is then derived. */
export const REQUIRED_COLUMNS = ['id', 'url'] as const;

/** A source that cannot be heard, and why: shown by `coverage`, so that silence is not taken for calm. */
export type FeedGap = {
  readonly id: string;
  readonly publisher: string;
  readonly country: string | null;
  readonly url: string;
  readonly gap: 'blocked' | 'dead' | 'no-feed' | 'other';
  readonly reason: string;
};

const ID = /^[a-z0-9][a-z0-9._-]{0,63}$/i;
const YES_OR_NO = /^(?:yes|y|true|1|on|no|n|false|0|off)?$/i;

// An operator's file is a user's to mend: its fault is told as one.
function readCsv(text: string, file: string): readonly CsvRecord[] {
  try {
    return parseCsvRecords(file, text);
  } catch (error) {
    if (!(error instanceof DataFileError)) throw error;
    throw fileFault([
      `${file} line ${error.line}: the quotes do not match; the rest cannot be read.`,
    ]);
  }
}

function fileFault(faults: readonly string[]): UserError {
  return new UserError(
    'feeds-file',
    `The list of feeds has ${faults.length === 1 ? 'a fault' : `${faults.length} faults`}:\n${faults.join('\n')}`,
    `Mend the file, or unset TARIFFWATCH_FEEDS to use the built-in catalogue. Columns: ${CATALOGUE_COLUMNS.join(', ')}.`,
  );
}

function faultsOf(row: CatalogueRow): string[] {
  const faults: string[] = [];
  if (!ID.test(row.id)) faults.push(`the id "${row.id}" must be letters, digits, dots and dashes`);
  if (!URL.canParse(row.url) || !/^https?:/i.test(row.url)) {
    faults.push(`"${row.url.slice(0, 80)}" is not a web address`);
  }
  if (row.adapter !== '' && !(row.adapter in ADAPTERS)) {
    faults.push(`the adapter "${row.adapter}" is not one of ${Object.keys(ADAPTERS).join(', ')}`);
  }
  if (row.tier !== '' && !FEED_TIERS.some((tier) => tier === row.tier)) {
    faults.push(`the tier "${row.tier}" is not one of ${FEED_TIERS.join(', ')}`);
  }
  if (row.country_iso2 !== '' && !/^[A-Z]{2}$/.test(row.country_iso2)) {
    faults.push(`the country "${row.country_iso2}" is not a code of two capitals`);
  }
  if (row.rhythm_hours !== '' && !(Number(row.rhythm_hours) > 0)) {
    faults.push(`the rhythm "${row.rhythm_hours}" is not a number of hours`);
  }
  if (!YES_OR_NO.test(row.enabled)) faults.push(`enabled is "${row.enabled}", not yes or no`);
  return faults;
}

function toFeed(row: CatalogueRow): Feed {
  return {
    id: row.id,
    publisher: row.publisher === '' ? new URL(row.url).hostname : row.publisher,
    country: countryFor(row),
    url: row.url,
    adapter: row.adapter === '' ? adapterFor(row) : row.adapter,
    tier: row.tier === '' ? tierFor(row) : (row.tier as FeedTier),
    language: row.language === '' ? 'en' : row.language.toLowerCase(),
    enabled: row.enabled === '' ? isPollable(row) : /^(?:yes|y|true|1|on)$/i.test(row.enabled),
    rhythmHours: row.rhythm_hours === '' ? null : Number(row.rhythm_hours),
    notes: row.notes,
  };
}

/**
 * Feeds of a catalogue text.
 *
 * @param file what the text is called in error messages
 * @throws UserError `feeds-file` that lists every broken row by its line
 */
export function parseCatalogue(text: string, file: string): readonly Feed[] {
  const [header, ...lines] = readCsv(text, file);
  const columns = header?.record.map((name) => name.toLowerCase()) ?? [];
  const missing = REQUIRED_COLUMNS.filter((name) => !columns.includes(name));
  if (missing.length > 0) throw fileFault([`${file} line 1: no column ${missing.join(', ')}.`]);
  const faults: string[] = [];
  const lineById = new Map<string, number>();
  const feeds: Feed[] = [];
  for (const { record, info } of lines) {
    const place = `${file} line ${info.lines}`;
    if (record.length !== columns.length) {
      faults.push(`${place}: ${record.length} cells where the header has ${columns.length}.`);
      continue;
    }
    const cells = new Map(columns.map((name, at) => [name, record[at] ?? '']));
    const row = Object.fromEntries(
      CATALOGUE_COLUMNS.map((name) => [name, cells.get(name) ?? '']),
    ) as CatalogueRow;
    const rowFaults = faultsOf(row);
    const earlier = lineById.get(row.id);
    if (earlier !== undefined)
      rowFaults.push(`the id "${row.id}" stands on line ${earlier} already`);
    lineById.set(row.id, info.lines);
    if (rowFaults.length === 0) feeds.push(toFeed(row));
    else faults.push(`${place}: ${rowFaults.join('; ')}.`);
  }
  if (faults.length > 0) throw fileFault(faults);
  return feeds;
}

/**
 * The catalogue.
 *
 * @param path an operator's CSV, or null for the built-in one
 * @throws UserError `feeds-file` when the file is missing or broken
 */
export function loadCatalogue(path: string | null): readonly Feed[] {
  if (path === null) return parseCatalogue(readDataText('feeds.csv'), 'feeds.csv');
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unreadable';
    throw new UserError(
      'feeds-file',
      `The list of feeds ${path} cannot be read (${code}).`,
      'Check the path in TARIFFWATCH_FEEDS, or unset it to use the built-in catalogue.',
    );
  }
  return parseCatalogue(text, path);
}

/** Sources that matter and have no usable feed, with the reason. */
export function loadFeedGaps(): readonly FeedGap[] {
  const columns = ['id', 'publisher', 'country_iso2', 'url', 'gap', 'reason'] as const;
  return parseDataRows('feed-gaps.csv', readDataText('feed-gaps.csv'), columns).map(
    ({ cells }) => ({
      id: cells.id,
      publisher: cells.publisher,
      country: cells.country_iso2 === '' ? null : cells.country_iso2,
      url: cells.url,
      gap: cells.gap as FeedGap['gap'],
      reason: cells.reason,
    }),
  );
}
