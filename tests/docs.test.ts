// Documentation says what the code says: generated tables are compared, links are followed.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { GENERATED_PARTS, partInFile } from './support/generated-docs.ts';

const ROOT = join(import.meta.dirname, '..');
const pages = [
  'README.md',
  ...readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => join('docs', file)),
];

describe('generated documentation', () => {
  it.each(GENERATED_PARTS)(
    '$file has the table of $mark as the code has it (npm run docs)',
    (part) => {
      expect(partInFile(part)).toBe(part.render().trim());
    },
  );

  it('keeps the map to 150 lines', () => {
    const lines = readFileSync(join(ROOT, 'docs/ARCHITECTURE.md'), 'utf8').split('\n').length;

    expect(lines).toBeLessThanOrEqual(150);
  });

  it.each(pages)('%s links only to files that exist', (file) => {
    const text = readFileSync(join(ROOT, file), 'utf8');
    const links = [...text.matchAll(/\]\((?!https?:|#|mailto:)([^)#]+)/g)].map(
      (match) => match[1] ?? '',
    );

    expect(links.filter((link) => !existsSync(join(ROOT, dirname(file), link)))).toEqual([]);
  });
});
