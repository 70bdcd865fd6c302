import { describe, expect, it } from 'vitest';
import type { Story } from '../../../src/domain/story.ts';
import { createLedger } from '../../../src/ledger/create-ledger.ts';
import { statesStory } from '../../../src/ledger/states-story.ts';
import { loadSeedEntries } from '../../../src/reference/measures.ts';

const ledger = createLedger(loadSeedEntries());

type Told = Pick<Story, 'imposers' | 'rates' | 'effectiveOn'>;

function told(pct: number, effectiveOn: string | null, imposer = 'US'): Told {
  return {
    imposers: [imposer],
    rates: [{ pct, kind: 'additional', quote: '', itemId: 'I-1' }],
    effectiveOn,
  };
}

function states(story: Told, product: string | null, target = 'JP'): boolean {
  const query = { target, product, on: '2025-06-09', knownOn: null, imposer: null };
  return statesStory(ledger, story, query);
}

describe('what the ledger states already', () => {
  it.each([
    ['the doubling of 4 June 2025', told(50, '2025-06-04'), 'steel'],
    ['the same of another metal', told(50, '2025-06-04'), 'aluminium'],
    ['what it said before and what has ended since', told(25, '2025-03-12'), 'steel'],
    ['the same for a country as a whole', told(50, '2025-06-04'), null],
  ])('is %s', (_, story, product) => {
    expect(states(story, product)).toBe(true);
  });

  it.each([
    ['another rate', told(30, '2025-06-04'), 'steel'],
    ['another first day', told(50, '2025-06-05'), 'steel'],
    ['no first day', told(50, null), 'steel'],
    ['another imposer', told(50, '2025-06-04', 'MX'), 'steel'],
    ['other goods', told(50, '2025-06-04'), 'pork'],
    ['a threat of the ledger', told(100, '2025-09-25'), 'films'],
  ])('is not %s', (_, story, product) => {
    expect(states(story, product)).toBe(false);
  });
});
