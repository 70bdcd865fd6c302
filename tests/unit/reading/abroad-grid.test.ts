// Titles of newspapers, ministries and gazettes outside English: without a verb, with idioms, in the formulas of notices, and such as
// tell no step or none that is law yet. The tables are tests/corpus/abroad/<code>.txt, a title a line, labelled before it was
// read: "ACTION[,ACTION] IMPOSER>TARGET GOODS | title". A comma parts what may as well be read, "?" before a party says that it
// may stay unknown (no text names it), "*" leaves the goods open. "no" and "routine" are relevances; "open" is told as anything but
// law.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readItem } from '../../../src/reading/read-item.ts';
import { LAW } from './acts-in-law.ts';

const FOLDER = join(import.meta.dirname, '../../corpus/abroad');
const DAY = '2026-06-10';

type Row = { readonly wanted: readonly string[]; readonly title: string };

function rowsOf(file: string): readonly Row[] {
  const lines = readFileSync(join(FOLDER, file), 'utf8').split('\n');
  return lines.flatMap((line) => {
    const bar = line.indexOf(' | ');
    if (bar < 0) return [];
    return [{ wanted: line.slice(0, bar).split(' '), title: line.slice(bar + 3) }];
  });
}

type Facts = readonly { readonly value: string | number }[];

/** True where every value is one of those that are wanted, and where none is read only if none may be. */
function fits(facts: Facts, wanted: string): boolean {
  if (wanted === '*') return true;
  const allowed = wanted.replace('?', '').split(',');
  if (facts.length === 0) return wanted.startsWith('?');
  return facts.every(({ value }) => allowed.includes(String(value).replace('other:', '')));
}

function faultsOf({ wanted, title }: Row, lang: string): readonly string[] {
  const read = readItem({ title, summary: '', published: DAY, lang });
  const [actions = '', parties = '', goods = '*'] = wanted;
  const isYes = read.relevance === 'yes';
  if (actions === 'open') return isYes && LAW.has(read.action) ? [read.action] : [];
  if (actions === 'no') return isYes ? [read.action] : [];
  if (actions === 'routine' || !isYes) return read.relevance === actions ? [] : [read.relevance];
  const faults: string[] = [];
  const [by = '', on = ''] = parties.split('>');
  const values = (facts: Facts): string => facts.map(({ value }) => value).join();
  if (!actions.split(',').includes(read.action)) faults.push(read.action);
  if (!fits(read.imposers, by)) faults.push(`by ${values(read.imposers)}`);
  if (!fits(read.targets, on)) faults.push(`on ${values(read.targets)}`);
  // Relief for a state, and a ruling, need not name any goods.
  const mayLack = /^(?:exempt|struck)/.test(read.action) && goods === 'all-goods';
  if (!fits(read.products, mayLack ? `?${goods}` : goods))
    faults.push(`goods ${values(read.products)}`);
  return faults;
}

describe('titles of other languages', () => {
  it.each(readdirSync(FOLDER))('%s', (file) => {
    const lang = file.slice(0, 2);
    const misread = rowsOf(file).flatMap((row) => {
      const faults = faultsOf(row, lang);
      return faults.length === 0 ? [] : [`${row.title}: ${faults.join('; ')}`];
    });
    expect(misread).toEqual([]);
  });
});
