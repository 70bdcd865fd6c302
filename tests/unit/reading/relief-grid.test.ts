// Whoever asks to be spared lays no tariff, a request or a refusal is no relief, the end of a relief is none either, and an
// industry that asks is no news. Tables of headlines (tests/corpus/relief), each read with the names of several casts.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readItem } from '../../../src/reading/read-item.ts';

const TABLES = 'tests/corpus/relief';
const CASTS_OF_EACH = 1;

type Cast = Readonly<Record<string, string>>;
type Group = {
  readonly name: string;
  readonly allowed: readonly string[];
  readonly rows: string[];
};

function tableOf(file: string): { casts: Cast[]; groups: Group[] } {
  const casts: Cast[] = [];
  const groups: Group[] = [];
  for (const row of readFileSync(`${TABLES}/${file}`, 'utf8').split('\n')) {
    if (row.startsWith('@')) {
      const pairs = row
        .slice(1)
        .split(';')
        .map((pair) => pair.trim().split('='));
      casts.push(Object.fromEntries(pairs));
    } else if (row.startsWith('#')) {
      const [name = '', actions = ''] = row.slice(1).split(':');
      groups.push({ name: name.trim(), allowed: actions.trim().split(','), rows: [] });
    } else if (row !== '') groups.at(-1)?.rows.push(row);
  }
  return { casts, groups };
}

// What is wrong with the reading of one headline; empty where nothing is.
function faultOf(row: string, cast: Cast, allowed: readonly string[], lang: string): string {
  const title = row
    .replace(/\{(\w+)\}/g, (_, name: string) => cast[name] ?? '')
    .replace(/^./, (letter) => letter.toUpperCase());
  const read = readItem({ title, summary: '', published: '2026-03-10', lang });
  const action = read.relevance === 'yes' ? read.action : read.relevance;
  if (!allowed.includes(action)) return `${title}: ${action}`;
  if (read.relevance !== 'yes') return '';
  const by = read.imposers.map(({ value }) => value).join();
  const on = read.targets.map(({ value }) => value).join();
  const isBy = by === (row.includes('{G') ? cast['g'] : '');
  const isOn = !row.includes('{A') || on === cast['a'];
  return isBy && isOn ? '' : `${title}: by ${by} on ${on}`;
}

describe.each(readdirSync(TABLES))('headlines of relief in %s', (file) => {
  const { casts, groups } = tableOf(file);
  it.each(groups)('are read as $name', ({ allowed, rows }) => {
    expect(rows.length).toBeGreaterThan(0);
    const faults = rows.flatMap((row, at) =>
      Array.from({ length: CASTS_OF_EACH }, (_, turn) =>
        faultOf(row, casts[(at + turn) % casts.length] ?? {}, allowed, file.slice(0, 2)),
      ),
    );
    expect(faults.filter((fault) => fault !== '')).toEqual([]);
  });
});
