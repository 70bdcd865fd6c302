// docs/FEEDS.md names a test for each quirk and each threat; this keeps the names true.
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const HERE = import.meta.dirname;
const text = readFileSync(resolve(HERE, '../../../docs/FEEDS.md'), 'utf8');

/** Rows of the table under a heading: what it is about, and the cell that names tests. */
function rowsUnder(heading: string) {
  const [, rest = ''] = text.split(`## ${heading}`);
  const [section = ''] = rest.split('\n## ');
  return section
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .slice(1)
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .map(([, about = '', , tests = '']) => ({ about, tests }));
}

/** What a test file says in its titles and tables: its lines without remarks. */
function codeOf(path: string): string {
  const lines = readFileSync(path, 'utf8').split('\n');
  return lines.filter((line) => !/^\s*(?:\/\/|\*|\/\*)/.test(line)).join('\n');
}

const TABLES = [
  { table: 'quirks', rows: rowsUnder('Quirks'), least: 60 },
  { table: 'threats', rows: rowsUnder('Threats'), least: 10 },
];

describe.each(TABLES)('the table of $table', ({ rows, least }) => {
  it('has rows', () => {
    expect(rows.length).toBeGreaterThanOrEqual(least);
  });

  it.each(rows)('names tests that exist: $about', ({ tests }) => {
    for (const part of tests.split('; ')) {
      const [file = '', titles = ''] = part.split(/: (?=")/);
      const path = join(HERE, `${file.trim()}.test.ts`);
      expect(existsSync(path), path).toBe(true);
      const code = codeOf(path);
      for (const [, title = ''] of titles.matchAll(/"([^"]+)"/g)) {
        expect(code.includes(title), `${file}: ${title}`).toBe(true);
      }
    }
  });
});

it('the table of threats has each of S1 to S10 once', () => {
  const numbers = rowsUnder('Threats').map(({ about }) => about.split(' ')[0]);
  expect(numbers).toEqual(Array.from({ length: 10 }, (_, at) => `S${at + 1}`));
});
