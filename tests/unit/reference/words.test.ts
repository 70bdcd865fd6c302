import { describe, expect, it } from 'vitest';
import { DataFileError, parseDataRows } from '../../../src/reference/data-file.ts';
import {
  COVERED_LANGUAGES,
  isJurisdictionCode,
  jurisdictionGroups,
  jurisdictionName,
  jurisdictionTerms,
  jurisdictionTermsIn,
} from '../../../src/reference/jurisdiction-names.ts';
import {
  areOneProduct,
  isWithinProduct,
  productGroups,
  productTerms,
} from '../../../src/reference/product-names.ts';
import { regionTermsIn } from '../../../src/reference/region-names.ts';
import { wordTerms } from '../../../src/reference/trade-words.ts';

describe('data files', () => {
  it('skips comments and empty lines and keeps line numbers', () => {
    const rows = parseDataRows('x.csv', '# note\na,b\n\n1,2\n', ['a', 'b']);
    expect(rows).toEqual([{ line: 4, cells: { a: '1', b: '2' } }]);
  });

  it.each([
    ['a,c\n1,2\n', 'x.csv:1: the header must be a,b'],
    ['a,b\n1,2\n1,2,3\n', 'x.csv:3: 3 cells instead of 2'],
    ['', 'x.csv:1: no header line'],
  ])('names file and line of a fault', (text, message) => {
    expect(() => parseDataRows('x.csv', text, ['a', 'b'])).toThrow(
      new DataFileError('x.csv', 1, '').constructor as never,
    );
    expect(() => parseDataRows('x.csv', text, ['a', 'b'])).toThrow(message);
  });
});

describe('jurisdiction names', () => {
  it('knows every covered language and only known codes', () => {
    const terms = jurisdictionTerms();
    expect(new Set(terms.map((term) => term.lang))).toEqual(new Set(COVERED_LANGUAGES));
    for (const term of terms) expect(isJurisdictionCode(term.code)).toBe(true);
  });

  it.each([
    ['en', 'Ottawa', 'CA'],
    ['en', 'Swiss', 'CH'],
    ['ja', '米国', 'US'],
    ['es', 'Casa Blanca', 'US'],
    ['ko', '중국', 'CN'],
    ['de', 'Peking', 'CN'],
  ])('in %s %s stands for %s', (lang, printed, code) => {
    const found = jurisdictionTerms().find((term) => term.lang === lang && term.term === printed);
    expect(found?.code).toBe(code);
  });

  it('gives groups whose members are known, and names for messages', () => {
    for (const group of jurisdictionGroups()) {
      for (const member of group.members) expect(isJurisdictionCode(member)).toBe(true);
    }
    expect(jurisdictionName('KR')).toBe('South Korea');
    expect(jurisdictionName('EU')).toBe('European Union');
  });
});

describe('names of regions', () => {
  it('gives every region to one country, and none the name of a country or a seat of government', () => {
    for (const lang of COVERED_LANGUAGES) {
      const places = new Set(
        [...jurisdictionTermsIn(lang), ...jurisdictionTermsIn('en')].map((term) => term.term),
      );
      const regions = regionTermsIn(lang).map((term) => term.term);
      expect(new Set(regions).size).toBe(regions.length);
      expect(regions.filter((region) => places.has(region))).toEqual([]);
    }
    expect(regionTermsIn('en').find(({ term }) => term === 'Queensland')?.code).toBe('AU');
  });
});

describe('product and trade words', () => {
  it('puts every term under a known group and every group under the top', () => {
    for (const term of productTerms()) {
      if (term.slug !== null) expect(productGroups().has(term.slug)).toBe(true);
    }
    for (const slug of productGroups().keys())
      expect(isWithinProduct(slug, 'all-goods')).toBe(true);
    expect(isWithinProduct('evs', 'autos')).toBe(true);
    expect(isWithinProduct('autos', 'evs')).toBe(false);
  });

  it('takes a group and what lies in it for one product, and two groups side by side for two', () => {
    expect(areOneProduct('evs', 'autos')).toBe(true);
    expect(areOneProduct('autos', 'evs')).toBe(true);
    expect(areOneProduct('other:snow-globes', 'other:snow-globes')).toBe(true);
    expect(areOneProduct('evs', 'steel')).toBe(false);
    expect(areOneProduct('other:snow-globes', 'autos')).toBe(false);
  });

  it.each([...COVERED_LANGUAGES])('has words for tariffs and for imposing them in %s', (lang) => {
    const terms = wordTerms(lang);
    expect(terms.some((term) => term.class === 'tariff')).toBe(true);
    expect(terms.some((term) => term.class === 'verb' && term.value === 'impose')).toBe(true);
  });

  it.each([...COVERED_LANGUAGES])('holds no term twice with one meaning in %s', (lang) => {
    const told = wordTerms(lang).map((term) =>
      [term.class, term.value, term.term, term.isStem, term.caseSensitive].join(' '),
    );

    expect(told.filter((row, at) => told.indexOf(row) !== at)).toEqual([]);
  });
});
