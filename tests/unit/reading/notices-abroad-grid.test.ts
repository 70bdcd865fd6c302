// What trade offices say in other languages than English: whose office it is, what is only its paperwork, which days are none of
// the duty. Rows of our own under tests/corpus/notices-abroad; each was labelled before it was read.
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { printReading } from '../../../src/reading/print-reading.ts';
import { readItem } from '../../../src/reading/read-item.ts';

const FOLDER = resolve(import.meta.dirname, '../../corpus/notices-abroad');
const GROUNDS: ReadonlySet<string> = new Set(['AD', 'CVD', 'safeguard', 'retaliation']);
const RELEVANCES: ReadonlySet<string> = new Set(['routine', 'no']);

/** The rows of a table, each with the heading that it stands under. */
function rowsOf(file: string): readonly (readonly [heading: string, row: string])[] {
  let heading = '';
  return readFileSync(join(FOLDER, file), 'utf8')
    .split('\n')
    .flatMap((line) => {
      if (line.startsWith('## ')) heading = line.slice(3);
      return line === '' || line.startsWith('#') ? [] : [[heading, line] as const];
    });
}

const sorted = (codes: string): string => codes.split(',').sort().join();

/** What of a row is read otherwise than its label says; empty where all is right. */
function faultsOf(row: string): readonly string[] {
  const [item = '', label = ''] = row.split(' => ');
  const [head = '', summary = ''] = item.split(' // ');
  const input = {
    title: head.slice(4),
    summary,
    published: '2026-06-10',
    lang: head.slice(0, 2),
  };
  const read = printReading('row', readItem(input));
  const [actions = '', ...facts] = label.split(' ');
  const wanted = actions.split('|');
  if (RELEVANCES.has(read.relevance) && wanted.includes(read.relevance)) return [];
  const faults = wanted.includes(read.action ?? '') ? [] : [`${read.relevance} ${read.action}`];
  for (const fact of facts) {
    const [want, got] = factOf(fact, read);
    if (want !== got) faults.push(`${got} for ${fact}`);
  }
  return faults;
}

function factOf(fact: string, read: ReturnType<typeof printReading>): readonly [string, string] {
  if (fact.startsWith('[')) return [fact.slice(1, -1), read.products.join()];
  if (fact.startsWith('%')) return [fact.slice(1), read.rates_pct.join()];
  if (fact.startsWith('@')) return [fact.slice(1), read.effective_date ?? '-'];
  if (GROUNDS.has(fact)) return [fact, read.instrument ?? '-'];
  const [by = '', on = ''] = fact.split('>');
  return [
    `${sorted(by)}>${sorted(on)}`,
    `${sorted(read.imposers.join())}>${sorted(read.targets.join())}`,
  ];
}

describe.each(readdirSync(FOLDER))('what offices say abroad: %s', (file) => {
  const rows = rowsOf(file);
  it.each([...new Set(rows.map(([heading]) => heading))])('%s', (heading) => {
    const wrong = rows
      .filter(([own]) => own === heading)
      .flatMap(([, row]) => faultsOf(row).map((fault) => `${row.split(' => ')[0]} :: ${fault}`));
    expect(wrong).toEqual([]);
  });
});
