// The one loader of reference data files. In: a file name under `src/reference/data/`. Out: rows with their line
// numbers. Parse errors name file and line. It does not know what the columns mean; each table's own file does.
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';

/** A fault in a reference data file; it is ours to mend, not the user's. */
export class DataFileError extends Error {
  readonly file: string;
  readonly line: number;
  readonly fault: string;

  constructor(file: string, line: number, fault: string) {
    super(`${file}:${line}: ${fault}`);
    this.name = 'DataFileError';
    this.file = file;
    this.line = line;
    this.fault = fault;
  }
}

export type DataRow<Column extends string> = {
  readonly line: number;
  readonly cells: Readonly<Record<Column, string>>;
};

// Resolves to src/reference/data from src/reference and from dist/reference alike, so nothing is copied when building.
const DATA_FOLDER = new URL('../../src/reference/data/', import.meta.url);

/** The text of a data file in UTF-8. Throws when it is missing. */
export function readDataText(file: string): string {
  return readFileSync(new URL(file, DATA_FOLDER), 'utf8');
}

/**
 * Rows of a CSV file whose header must be exactly `columns`. Lines that are empty or start with `#` are skipped.
 * Throws DataFileError with file and line when the header or the number of cells is wrong.
 */
export function readDataRows<Column extends string>(
  file: string,
  columns: readonly Column[],
): readonly DataRow<Column>[] {
  return parseDataRows(file, readDataText(file), columns);
}

/** As `readDataRows`, for a text at hand. */
export function parseDataRows<Column extends string>(
  file: string,
  text: string,
  columns: readonly Column[],
): readonly DataRow<Column>[] {
  const records = parseCsvRecords(file, text);
  const [header, ...body] = records;
  if (header === undefined) throw new DataFileError(file, 1, 'no header line');
  if (header.record.join(',') !== columns.join(',')) {
    throw new DataFileError(file, header.info.lines, `the header must be ${columns.join(',')}`);
  }
  return body.map(({ record, info }) => {
    if (record.length !== columns.length) {
      const counted = `${record.length} cells instead of ${columns.length}`;
      throw new DataFileError(file, info.lines, counted);
    }
    const cells = Object.fromEntries(columns.map((column, at) => [column, record[at] ?? '']));
    return { line: info.lines, cells: cells as Record<Column, string> };
  });
}

export type CsvRecord = {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
};

/** The records of a CSV text with their lines, whatever their columns; empty lines and comments are skipped. Throws DataFileError. */
export function parseCsvRecords(file: string, text: string): readonly CsvRecord[] {
  return plainRecords(text) ?? parseWhole(file, text);
}

/** A line break within a cell, an odd line break or a comment that does not begin its line. */
const NEEDS_PARSER = /\r(?!\n)|^[^\S\r\n\u2028\u2029]+#/m;

// Nearly all lines have no quote: they are split in a fraction of the time the parser takes, which programs and tests pay
// for at each start. Null for a text that is anything but plain, or faulty: then the parser is asked for all of it.
function plainRecords(text: string): readonly CsvRecord[] | null {
  if (NEEDS_PARSER.test(text)) return null;
  const records: CsvRecord[] = [];
  for (const [at, line] of text
    .replace(/^\ufeff/, '')
    .split('\n')
    .entries()) {
    const trimmed = line.trim();
    if (trimmed === '' || trimmed.startsWith('#')) continue;
    const record = trimmed.includes('"') ? quotedRecord(trimmed) : trimmed.split(',').map(trimCell);
    if (record === null) return null;
    records.push({ record, info: { lines: at + 1 } });
  }
  return records;
}

function trimCell(cell: string): string {
  return cell.trim();
}

function quotedRecord(line: string): readonly string[] | null {
  try {
    const [record, ...rest] = parse(line, { relax_column_count: true, trim: true });
    return record === undefined || rest.length > 0 ? null : record;
  } catch {
    return null;
  }
}

function parseWhole(file: string, text: string): readonly CsvRecord[] {
  try {
    return parse(text, {
      bom: true,
      comment: '#',
      comment_no_infix: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
    }) as unknown as readonly CsvRecord[];
  } catch (error) {
    const line = /line (\d+)/.exec(String(error))?.[1] ?? '1';
    throw new DataFileError(file, Number(line), error instanceof Error ? error.message : 'bad CSV');
  }
}
