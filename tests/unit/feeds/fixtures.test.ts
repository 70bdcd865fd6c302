// Whole documents and what parse-feed prints of them, side by side in tests/fixtures/feeds. To add one: put NAME.xml there,
// write NAME.expected.json by hand, and read the difference.
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { createDocumentReader } from '../../../src/feeds/parse-feed-document.ts';

const FOLDER = resolve(import.meta.dirname, '../../fixtures/feeds');
const names = readdirSync(FOLDER).filter((name) => !name.endsWith('.expected.json'));

describe('fixtures', () => {
  const reader = createDocumentReader();
  afterAll(async () => {
    await reader.close();
  });

  it('are there', () => {
    expect(names.length).toBeGreaterThanOrEqual(9);
  });

  it.each(names)('%s is read as expected', async (name) => {
    const bytes = readFileSync(resolve(FOLDER, name));
    const path = resolve(FOLDER, name.replace(/\.\w+$/, '.expected.json'));
    const expected: unknown = JSON.parse(readFileSync(path, 'utf8'));

    const line = await reader.read(bytes, { file: name, contentType: null, url: null });

    expect(line).toEqual(expected);
  });
});
