import { describe, expect, it } from 'vitest';
import { loadSeedMeasures } from '../../../src/reference/measures.ts';
import { scopeName, scopeNames } from '../../../src/reference/scope-names.ts';

const scopes = new Set(loadSeedMeasures().map(({ measure }) => measure.productScope));

describe('names of the goods of the ledger', () => {
  it.each([
    ['us-goods-93bn', 'the EUR 93bn list of US goods'],
    ['china-301-list-3', 'China list 3'],
    ['soy-pork-beef-dairy', 'soy, pork, beef and dairy'],
    ['steel-derivatives', 'steel derivatives'],
  ])('call %s "%s"', (slug, name) => {
    expect(scopeName(slug)).toBe(name);
  });

  it('never write a country, a currency or a list of goods as a slug does', () => {
    const poor = [...scopes].filter((slug) => {
      const name = scopeName(slug);
      return /\b(?:us|eu|uk|russia|india|lng|byd)\b/.test(name) || name.split(' ').length > 9;
    });

    expect(poor).toEqual([]);
  });

  it('name each a measure or a group that exists', () => {
    const strangers = [...scopeNames().keys()].filter(
      (slug) => !scopes.has(slug) && !['agri', 'energy'].includes(slug),
    );

    expect(strangers).toEqual([]);
  });
});
