// Entries of a curator whose numbers were taken meanwhile.
import { describe, expect, it } from 'vitest';
import type { LedgerEntry } from '../../../src/domain/measure.ts';
import { renumber } from '../../../src/storage/ledger-table.ts';

function entry(id: string, supersedes: string | null): LedgerEntry {
  return { id, supersedes } as LedgerEntry;
}

describe('renumbered entries', () => {
  it('follow each other from the next free number, and so do their references', () => {
    const entries = [entry('E-4', 'E-1'), entry('E-5', 'E-4'), entry('E-6', null)];

    expect(renumber(entries, 9)).toEqual([
      entry('E-9', 'E-1'),
      entry('E-10', 'E-9'),
      entry('E-11', null),
    ]);
  });
});
