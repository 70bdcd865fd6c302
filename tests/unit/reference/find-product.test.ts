import { describe, expect, it } from 'vitest';
import { readDataRows } from '../../../src/reference/data-file.ts';
import {
  findProduct,
  isKnownScope,
  nearestProduct,
  scopeOfGroup,
} from '../../../src/reference/find-product.ts';
import { loadSeedMeasures } from '../../../src/reference/measures.ts';

describe('products', () => {
  it.each([
    ['steel', ['steel']],
    ['Aluminum', ['aluminium']],
    ['aluminium', ['aluminium']],
    ['cars', ['autos']],
    ['EVs', ['electric-vehicles']],
    ['chips', ['semiconductors']],
    ['coffee', ['agriculture']],
    ['wine', ['agri']],
    ['de minimis', ['low-value-parcels']],
    ['ship to shore cranes', ['ship-to-shore-cranes']],
    ['list 3', ['china-301-list-3']],
    ['acero', ['steel']],
    ['鉄鋼', ['steel']],
    ['acciaio', ['steel']],
    ['semi-conducteurs', ['semiconductors']],
    ['ocel', ['steel']],
    ['electric-vehicles:byd', ['electric-vehicles:byd']],
  ])('"%s" stands for %s', (word, scopes) => {
    expect(findProduct(word)?.scopes).toEqual(scopes);
  });

  it('knows every scope of the data by its slug', () => {
    for (const { measure } of loadSeedMeasures()) {
      expect(findProduct(measure.productScope)?.scopes).toEqual([measure.productScope]);
    }
  });

  it.each([
    ['7206', ['steel']],
    ['HS 7601', ['aluminium']],
    ['7601.10', ['aluminium', 'aluminium-unwrought-non-alloyed']],
    ['8703', ['autos']],
    ['8703.80', ['autos', 'electric-vehicles']],
    ['7326908688', ['steel', 'china-301-list-3']],
    ['7326.90.86.88', ['steel', 'china-301-list-3']],
  ])('HS %s stands for %s', (code, scopes) => {
    expect(findProduct(code)?.scopes).toEqual(scopes);
  });

  it('prints an HS code back with its points', () => {
    expect(findProduct('7326908688')?.product).toBe('7326.90.86.88');
  });

  it('says so when a heading is wider than what is known, or unknown', () => {
    expect(findProduct('87')).toMatchObject({
      scopes: ['all-goods'],
      assumption: expect.stringContaining('wider'),
    });
    expect(findProduct('2204')).toMatchObject({
      scopes: ['all-goods'],
      assumption: expect.stringContaining('No measure here names HS 2204'),
    });
  });

  it.each([
    ['watches', '91', ['all-goods'], 'Read as HS 91. No measure here names HS 91'],
    ['ball bearings', '8482', ['all-goods'], 'Read as HS 8482.'],
    ['yachts', '8903', ['ships'], 'Read as HS 8903.'],
  ])('asks of %s, which no measure names, as of heading %s', (word, hs, scopes, assumption) => {
    const match = findProduct(word);

    expect(match?.product).toBe(hs);
    expect(match?.scopes).toEqual(scopes);
    expect(match?.assumption).toContain(assumption);
  });

  it('has no heading for a word that a measure or a group names', () => {
    const words = readDataRows('goods-headings.csv', ['hs', 'words']).flatMap(({ cells }) =>
      cells.words.split('|').map((word) => word.replace('?', '')),
    );

    expect(
      words.filter((word) => !findProduct(word)?.assumption?.startsWith('Read as HS')),
    ).toEqual([]);
  });

  it.each(['stel', 'argentina', 'acciaieria', '', '12345678901', '7'])(
    '"%s" is no product',
    (word) => {
      expect(findProduct(word)).toBeNull();
    },
  );

  it.each([
    ['stel', 'steel'],
    ['alumnium', 'aluminium'],
    ['semiconducter', 'semiconductor'],
  ])('the nearest to %s is %s', (word, expected) => {
    expect(nearestProduct(word)).toBe(expected);
  });

  it('leads groups of readings to scopes of measures', () => {
    expect(scopeOfGroup('evs')).toBe('electric-vehicles');
    expect(scopeOfGroup('other:drones')).toBe('drones');
    expect(scopeOfGroup('other:umbrellas')).toBeNull();
    expect(isKnownScope('electric-vehicles:nio')).toBe(true);
  });
});
