// The items under tests/corpus/readings are read and scored. The figures are printed; each has a floor a little below
// where it stood when the floor was set, so that a change of the rules that costs accuracy is noticed.
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type PrintedReading, printReading } from '../../../src/reading/print-reading.ts';
import { readItem } from '../../../src/reading/read-item.ts';

type ListField = 'imposers' | 'targets' | 'products' | 'rates_pct';
type ScalarField = 'action' | 'effective_date' | 'instrument';
type HeldOutItem = {
  readonly id: string;
  readonly lang: string;
  readonly published: string;
  readonly title: string;
  readonly summary: string;
  readonly expect: { readonly relevance: string } & Record<ListField, readonly unknown[]> &
    Record<ScalarField, string | null>;
  readonly accept?: Record<string, readonly unknown[]>;
};
type Tally = { found: number; wanted: number; printed: number; right: number };

const FOLDER = resolve(import.meta.dirname, '../../corpus/readings');
const LISTS: readonly ListField[] = ['imposers', 'targets', 'products', 'rates_pct'];
const SCALARS: readonly ScalarField[] = ['action', 'effective_date', 'instrument'];
/** Acts that change a duty, and the stages before an act; taking the second for the first would be the worst error. */
const ACTS = ['imposed', 'increased', 'retaliation-imposed', 'removed', 'reduced'];
const NOT_YET = ['threatened', 'proposed', 'retaliation-threatened', 'investigation-opened'];

const FLOORS: Readonly<Record<string, number>> = {
  relevance: 0.97,
  imposers: 0.9,
  targets: 0.88,
  products: 0.85,
  rates_pct: 0.95,
  action: 0.9,
  effective_date: 0.92,
  instrument: 0.92,
};

const items: readonly HeldOutItem[] = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.jsonl'))
  .flatMap((name) => readFileSync(join(FOLDER, name), 'utf8').trim().split('\n'))
  .map((line) => JSON.parse(line) as HeldOutItem);

const readings = items.map((item) => {
  const { title, summary, published, lang } = item;
  return { item, read: printReading(item.id, readItem({ title, summary, published, lang })) };
});

// A product outside the named groups is right when another such product is wanted.
function fold(values: readonly unknown[]): ReadonlySet<string> {
  return new Set(values.map((value) => String(value).replace(/^other:.*/, 'other')));
}

function f1({ found, wanted, printed, right }: Tally): number {
  const [precision, recall] = [right / Math.max(1, printed), found / Math.max(1, wanted)];
  return (2 * precision * recall) / Math.max(Number.EPSILON, precision + recall);
}

function accepted(item: HeldOutItem, field: string): readonly unknown[] {
  return item.accept?.[field] ?? [];
}

function scoreRelevance(): number {
  const tally: Tally = { found: 0, wanted: 0, printed: 0, right: 0 };
  for (const { item, read } of readings) {
    if (accepted(item, 'relevance').length > 0 || accepted(item, 'relevant').length > 0) continue;
    const [isWanted, isPrinted] = [item.expect.relevance === 'yes', read.relevance === 'yes'];
    if (isWanted) tally.wanted += 1;
    if (isPrinted) tally.printed += 1;
    if (isWanted && isPrinted) {
      tally.found += 1;
      tally.right += 1;
    }
  }
  return f1(tally);
}

function told(): readonly { readonly item: HeldOutItem; readonly read: PrintedReading }[] {
  return readings.filter(({ item }) => item.expect.relevance === 'yes');
}

function scoreList(field: ListField): number {
  const tally: Tally = { found: 0, wanted: 0, printed: 0, right: 0 };
  for (const { item, read } of told()) {
    const wanted = fold(item.expect[field]);
    const allowed = fold(accepted(item, field));
    const printed = [...fold(read[field])].filter(
      (value) => wanted.has(value) || !allowed.has(value),
    );
    const right = printed.filter((value) => wanted.has(value)).length;
    tally.wanted += wanted.size;
    tally.printed += printed.length;
    tally.found += right;
    tally.right += right;
  }
  return f1(tally);
}

function isRight(item: HeldOutItem, read: PrintedReading, field: ScalarField): boolean {
  if (read.relevance !== 'yes') return false;
  return read[field] === item.expect[field] || accepted(item, field).includes(read[field]);
}

function scoreScalar(field: ScalarField): number {
  const all = told();
  return all.filter(({ item, read }) => isRight(item, read, field)).length / all.length;
}

describe('held-out items', () => {
  const figures: readonly (readonly [field: string, figure: number])[] = [
    ['relevance', scoreRelevance()],
    ...LISTS.map((field) => [field, scoreList(field)] as const),
    ...SCALARS.map((field) => [field, scoreScalar(field)] as const),
  ];
  console.log(
    `${items.length} held-out items: ${figures.map(([field, figure]) => `${field} ${figure.toFixed(3)}`).join(', ')}`,
  );

  it.each(figures)('read %s at %f, not below the floor', (field, figure) => {
    expect(figure).toBeGreaterThanOrEqual(FLOORS[field] ?? 1);
  });

  it('never tell a threat, a proposal or an inquiry as an act', () => {
    const wrong = told().filter(
      ({ item, read }) =>
        NOT_YET.includes(item.expect.action ?? '') &&
        ACTS.includes(read.action ?? '') &&
        !isRight(item, read, 'action'),
    );

    expect(wrong.map(({ item }) => `${item.id}: ${item.title}`)).toEqual([]);
  });
});
