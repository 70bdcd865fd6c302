// Sentences of another matter (tests/corpus/beside/<code>.txt, in our own words): wherever one stands behind the teaser of an item, the
// item must read as without it. `? ` before a sentence says that some item is read wrongly with it today: the test fails when none
// is any more, so that the mark is taken away.
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { printReading } from '../../../src/reading/print-reading.ts';
import { readItem } from '../../../src/reading/read-item.ts';

const CORPUS = join(import.meta.dirname, '../../corpus');
const SENTENCES = join(CORPUS, 'beside');
const ITEMS = ['readings', 'reading-items'];
const MOST_ITEMS = 12;
const MISS = '? ';
const FIELDS = [
  'relevance',
  'imposers',
  'targets',
  'products',
  'rates_pct',
  'action',
  'effective_date',
  'instrument',
] as const;

type Item = {
  readonly id: string;
  readonly lang: string;
  readonly published?: string;
  readonly title: string;
  readonly summary: string;
};
type Base = { readonly item: Item; readonly read: readonly string[] };

describe.each(readdirSync(SENTENCES).map((name) => basename(name, '.txt')))(
  'sentences of another matter: %s',
  (lang) => {
    const lines = readFileSync(join(SENTENCES, `${lang}.txt`), 'utf8')
      .trim()
      .split('\n');
    const bases = everyFew(itemsIn(lang)).map((item): Base => ({ item, read: fieldsOf(item) }));

    it('has items to stand in', () => {
      expect(bases.length).toBeGreaterThan(0);
    });

    it.each(lines.filter((line) => !line.startsWith(MISS)))('changes nothing: %s', (sentence) => {
      expect(changedBy(sentence, bases)).toEqual([]);
    });

    it.each(lines.filter((line) => line.startsWith(MISS)))('still misleads: %s', (marked) => {
      expect(changedBy(marked.slice(MISS.length), bases)).not.toEqual([]);
    });
  },
);

/** Items of the corpora in our own words that tell a step and have a teaser. */
function itemsIn(lang: string): readonly Item[] {
  return ITEMS.flatMap((folder) =>
    readdirSync(join(CORPUS, folder))
      .filter((name) => name.endsWith('.jsonl'))
      .sort()
      .flatMap((name) =>
        readFileSync(join(CORPUS, folder, name), 'utf8')
          .trim()
          .split('\n'),
      ),
  )
    .map((line) => JSON.parse(line) as Item & { readonly expect: { readonly relevance: string } })
    .filter((item) => item.lang === lang && item.expect.relevance === 'yes' && item.summary !== '');
}

function everyFew(items: readonly Item[]): readonly Item[] {
  const step = Math.max(1, Math.floor(items.length / MOST_ITEMS));
  return items.filter((_, at) => at % step === 0).slice(0, MOST_ITEMS);
}

function changedBy(sentence: string, bases: readonly Base[]): readonly string[] {
  return bases.flatMap(({ item, read }) => {
    const summary = `${closed(item.summary.trim(), item.lang)}${sentence}`;
    const changed = fieldsOf({ ...item, summary }).filter((field, at) => field !== read[at]);
    return changed.length === 0 ? [] : [`${item.id}: ${changed.join(', ')}`];
  });
}

function closed(text: string, lang: string): string {
  const isSpaced = lang !== 'ja' && lang !== 'zh';
  if (/[.!?…。！？”"»]$/.test(text)) return isSpaced ? `${text} ` : text;
  return isSpaced ? `${text}. ` : `${text}。`;
}

function fieldsOf(item: Item): readonly string[] {
  const read = printReading(item.id, readItem(item));
  return FIELDS.map((field) => `${field} ${JSON.stringify(read[field])}`);
}
