// The first look must never drop an item that the rules would read: it may only be slower than it could be.
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ReadingInput } from '../../../src/domain/reading.ts';
import { readItem, readWithTrail } from '../../../src/reading/read-item.ts';
import { glance } from '../../../src/reading/words/build-scene.ts';
import { COVERED_LANGUAGES, jurisdictionTerms } from '../../../src/reference/jurisdiction-names.ts';
import { productTerms } from '../../../src/reference/product-names.ts';
import { wordTerms } from '../../../src/reference/trade-words.ts';

const FOLDERS = ['reading-items', 'readings'];

function corpusItems(): readonly ReadingInput[] {
  return FOLDERS.flatMap((folder) => {
    const url = new URL(`../../corpus/${folder}/`, import.meta.url);
    return readdirSync(url)
      .filter((name) => name.endsWith('.jsonl'))
      .flatMap((name) => readFileSync(new URL(name, url), 'utf8').trim().split('\n'))
      .map((line) => JSON.parse(line) as ReadingInput);
  });
}

/** An item that is read on goes through the same rules either way; only one that is dropped has to be compared. */
function expectSameReading(item: ReadingInput): void {
  if (glance(item).scene !== null) return;
  expect(readItem(item)).toStrictEqual(readWithTrail(item).reading);
}

describe('the first look', () => {
  it('gives the reading of the rules for every item of the corpus, for its title and for its text alone', () => {
    for (const item of corpusItems()) {
      const summary = item.summary ?? '';
      for (const text of [
        { ...item, summary },
        { ...item, summary: '' },
        { ...item, title: summary, summary: item.title },
      ]) {
        expectSameReading(text);
      }
    }
  });

  it('lets pass an inquiry into a trade remedy that only the text names', () => {
    expectSameReading({ title: 'Minsk', summary: 'trade remedy cases Stockholm', lang: 'en' });
  });

  it('gives the reading of the rules for sentences made of any terms of the word lists', () => {
    for (const lang of COVERED_LANGUAGES) {
      const terms = [
        ...wordTerms(lang),
        ...productTerms().filter((term) => term.lang === lang),
        ...jurisdictionTerms().filter((term) => term.lang === lang),
      ].map((term) => term.term);
      const text = fc
        .array(fc.constantFrom(...terms, '25%', 'the', '.'), { minLength: 1, maxLength: 8 })
        .map((words) => words.join(' '));
      fc.assert(
        fc.property(text, text, (title, summary) => {
          expectSameReading({ title, summary, lang });
        }),
        { numRuns: 60 },
      );
    }
  });

  it('stops at words that tell a tariff only together', () => {
    const title = 'Steel price list: makers add security in price case';
    const summary = 'The parcel has a value of 25 percent of sales, its rule book says.';
    expect(glance({ title, summary, lang: 'en' }).scene).toBeNull();
    expect(glance({ title: 'A shield price for steel', summary, lang: 'en' }).scene).toBeNull();
    expect(glance({ title: 'A minimum import price', summary, lang: 'en' }).scene).not.toBeNull();
    expect(glance({ title: 'Quiet', summary: 'A trade shield.', lang: 'en' }).scene).not.toBeNull();
  });

  it('stops at a percentage that no verb before it can charge', () => {
    const said = (summary: string) => glance({ title: 'News', summary, lang: 'en' }).scene;
    expect(said('Kenya pays 12% on its wheat.')).not.toBeNull();
    expect(said('Sales rose 12%. Kenya pays the growers of wheat.')).toBeNull();
    expect(said('Kenya gets 12% in a pact with Peru.')).not.toBeNull();
    expect(said('Kenya seals a pact. Sales rose 12%.')).toBeNull();
  });

  it('stops at an item without any word for a tariff', () => {
    const item = { title: 'Bank holds rates', summary: 'Shares rose 2% on Monday.', lang: 'en' };
    expect(glance(item)).toEqual({ scene: null, titleOnly: false });
    expect(readItem(item).reason).toBe('no word for a tariff, duty or trade quota');
  });
});
