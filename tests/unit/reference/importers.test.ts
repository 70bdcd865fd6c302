// Who is told first: an order of the largest importers that covers everyone who imposes anything.
import { describe, expect, it } from 'vitest';
import { inOrderOfImports } from '../../../src/reference/importers.ts';
import { loadSeedEntries } from '../../../src/reference/measures.ts';

describe('the order of importers', () => {
  it('has the largest first, and those it does not name last by their code', () => {
    expect(inOrderOfImports(['ZZ', 'CA', 'EU', 'AA', 'US', 'CN'])).toEqual([
      'US',
      'EU',
      'CN',
      'CA',
      'AA',
      'ZZ',
    ]);
  });

  it('names every imposer of the seeded measures', () => {
    const imposers = new Set(loadSeedEntries().map(({ measure }) => measure.imposer));
    const behindAll = inOrderOfImports([...imposers, 'AA']);

    expect(behindAll.at(-1)).toBe('AA');
  });
});
