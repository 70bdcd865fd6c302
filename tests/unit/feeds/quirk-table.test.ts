// docs/FEEDS.md names a test for each quirk; this keeps the names true.
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const HERE = import.meta.dirname;
const text = readFileSync(resolve(HERE, '../../../docs/FEEDS.md'), 'utf8');
const table = text.slice(text.indexOf('## Quirks'), text.indexOf('## What is not done'));
const rows = table
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| quirk'))
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([, quirk = '', , tests = '']) => ({ quirk, tests }));

describe('the table of quirks', () => {
  it('has rows', () => {
    expect(rows.length).toBeGreaterThan(40);
  });

  it.each(rows)('names tests that exist: $quirk', ({ tests }) => {
    for (const part of tests.split('; ')) {
      const [file = '', titles = ''] = part.split(/: (?=")/);
      const path = join(HERE, `${file.trim()}.test.ts`);
      expect(existsSync(path), path).toBe(true);
      const source = readFileSync(path, 'utf8');
      for (const [, title = ''] of titles.matchAll(/"([^"]+)"/g)) expect(source).toContain(title);
    }
  });
});
