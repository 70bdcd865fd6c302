// The table of a fault suite: a row a fault, summed over its runs, printed when the suite is over.
import { afterAll, expect } from 'vitest';
import { MINUTE_MS } from '../../src/domain/day.ts';
import type { Tally } from './count-posts.ts';

/** Runs of each fault: 3 with the other tests (1 on the second database), 20 and more in the full suite. */
export const RUNS = Number(process.env['TARIFFWATCH_FAULT_RUNS'] ?? 3);
export const RUNS_ON_POSTGRES = Number(process.env['TARIFFWATCH_FAULT_RUNS'] ?? 1);

/** A row may take so long: four minutes, and two for each run. */
export const ROW_LIMIT_MS = (4 + 2 * RUNS) * MINUTE_MS;

type Row = { readonly fault: string; runs: number } & { -readonly [key in keyof Tally]: number };

const HEADS = ['fault', 'runs', 'expected', 'lost', 'doubled', 'marked'] as const;

/** Collects what each fault left behind; `check` fails unless nothing was lost and nothing doubled unmarked. */
export function createFaultTable(title: string): {
  check(fault: string, runs: number, tally: Tally): void;
} {
  const rows = new Map<string, Row>();
  afterAll(() => {
    process.stderr.write(`\n${title}\n${printed([...rows.values()])}\n`);
  });
  return {
    check(fault, runs, tally) {
      const row = rows.get(fault) ?? {
        fault,
        runs: 0,
        expected: 0,
        lost: 0,
        doubled: 0,
        marked: 0,
      };
      row.runs += runs;
      for (const key of ['expected', 'lost', 'doubled', 'marked'] as const) row[key] += tally[key];
      rows.set(fault, row);
      expect({ fault, lost: tally.lost, doubled: tally.doubled }).toEqual({
        fault,
        lost: 0,
        doubled: 0,
      });
    },
  };
}

function printed(rows: readonly Row[]): string {
  const cells = [HEADS.map(String), ...rows.map((row) => HEADS.map((head) => String(row[head])))];
  const widths = HEADS.map((_, column) =>
    Math.max(...cells.map((line) => line[column]?.length ?? 0)),
  );
  return cells
    .map((line) =>
      line
        .map((cell, column) =>
          column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join('  '),
    )
    .join('\n');
}
