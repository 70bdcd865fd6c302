// Every item under tests/corpus/reading-items is read and compared with what its author says it states.
// `known_miss` names the fields that are read wrongly today: they must stay wrong, so that an improvement is noticed.
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type PrintedReading, printReading } from '../../../src/reading/print-reading.ts';
import { readItem } from '../../../src/reading/read-item.ts';

type Expected = {
  readonly relevance: string;
  readonly imposers?: readonly string[];
  readonly targets?: readonly string[];
  readonly products?: readonly string[];
  readonly rates_pct?: readonly number[];
  /** Any of these is right. */
  readonly action?: readonly string[];
  readonly effective_date?: string | null;
  readonly instrument?: string | null;
};
type CorpusItem = {
  readonly id: string;
  readonly lang: string;
  readonly published: string;
  readonly title: string;
  readonly summary: string;
  readonly expect: Expected;
  readonly known_miss?: readonly (keyof Expected)[];
};

const FOLDER = resolve(import.meta.dirname, '../../corpus/reading-items');
const items: readonly CorpusItem[] = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.jsonl'))
  .flatMap((name) => readFileSync(join(FOLDER, name), 'utf8').trim().split('\n'))
  .map((line) => JSON.parse(line) as CorpusItem);

function asSet(values: readonly unknown[]): string {
  return values
    .map(String)
    .sort((a, b) => a.localeCompare(b))
    .join();
}

function missedFields(item: CorpusItem, read: PrintedReading): readonly string[] {
  return (Object.keys(item.expect) as (keyof Expected)[]).filter((field) => {
    const want = item.expect[field];
    const got = read[field];
    if (field === 'action') return !(want as readonly (string | null)[]).includes(read.action);
    if (!Array.isArray(want)) return want !== got;
    return asSet(want) !== asSet(got as readonly unknown[]);
  });
}

describe('reading items of our own', () => {
  it('has at least 300 items with ids of their own', () => {
    expect(items.length).toBeGreaterThanOrEqual(300);
    expect(new Set(items.map((item) => item.id)).size).toBe(items.length);
  });

  it('knows of misses in fewer than one item in ten', () => {
    const missing = items.filter((item) => item.known_miss !== undefined);
    expect(missing.length).toBeLessThan(items.length / 10);
  });

  it.each(items.map((item) => [item.id, item.title, item] as const))(
    '%s: %s',
    (_id, _title, item) => {
      const { title, summary, published, lang } = item;

      const read = printReading(item.id, readItem({ title, summary, published, lang }));

      expect(missedFields(item, read)).toEqual(item.known_miss ?? []);
    },
  );
});
