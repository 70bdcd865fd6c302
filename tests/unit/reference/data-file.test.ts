import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DataFileError, parseDataRows } from '../../../src/reference/data-file.ts';

type Parsed = { readonly record: readonly string[]; readonly info: { readonly lines: number } };

/** Rows as the CSV library alone sees them; null where it rejects the text. */
function byLibrary(text: string): readonly (readonly [number, readonly string[]])[] | null {
  try {
    const records = parse(text, {
      bom: true,
      comment: '#',
      comment_no_infix: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
    }) as unknown as readonly Parsed[];
    return records.map(({ record, info }) => [info.lines, record]);
  } catch {
    return null;
  }
}

function rowsOf(text: string, columns: readonly string[]): readonly (readonly [number, unknown])[] {
  return parseDataRows('x.csv', text, columns).map(({ line, cells }) => [
    line,
    columns.map((column) => cells[column]),
  ]);
}

describe('a data file', () => {
  const folder = new URL('../../../src/reference/data/', import.meta.url);

  it.each(readdirSync(folder).filter((name) => name.endsWith('.csv')))(
    'of ours reads as the CSV library reads it: %s',
    (name) => {
      const text = readFileSync(new URL(name, folder), 'utf8');
      const [header, ...body] = byLibrary(text) ?? [];
      expect(rowsOf(text, header?.[1] ?? [])).toEqual(body);
    },
  );

  it('of any text reads as the CSV library reads it', () => {
    const piece = fc.constantFrom('a', 'é', ' ', ',', ',', '"', '""', '"b,c"', '#', '\n', '\t');
    const body = fc.array(piece, { maxLength: 24 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(body, fc.constantFrom('\n', '\r\n'), (text, end) => {
        const whole = `h,i\n${text}`.replaceAll('\n', end);
        const expected = byLibrary(whole)?.slice(1);
        if (expected?.every(([, record]) => record.length === 2) === true) {
          expect(rowsOf(whole, ['h', 'i'])).toEqual(expected);
        } else expect(() => rowsOf(whole, ['h', 'i'])).toThrow(DataFileError);
      }),
      { numRuns: 3_000 },
    );
  });

  it('names file and line of a row with a cell too many', () => {
    expect(() => parseDataRows('x.csv', 'a,b\n# note\n\n1,2\n1,2,3\n', ['a', 'b'])).toThrow(
      'x.csv:5: 3 cells instead of 2',
    );
  });
});
