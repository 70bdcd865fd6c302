import { describe, expect, it } from 'vitest';
import { hasOrigin, parseOriginSet } from '../../../src/reference/origins.ts';
import {
  canHoldOrigin,
  coveringScopes,
  loneCovers,
  partialScopes,
} from '../../../src/reference/scopes.ts';
import { isSelected, stackingRules } from '../../../src/reference/stacking-rules.ts';

const us = (origin: string, on = '2026-09-01') => ({ imposer: 'US', origin, on });

describe('goods that the law names by their origin', () => {
  it.each([
    ['autos-non-fta-origins', 'MX', 'CN', true],
    ['autos-non-fta-origins', 'MX', 'JP', false],
    ['steel-fta-partners', 'CA', 'JP', true],
    ['steel-non-fta-partners', 'CA', 'JP', false],
    ['cafta-dr-textiles', 'US', 'VN', false],
    ['steel', 'US', 'JP', true],
    ['s122-exempt-list', 'US', 'JP', true],
  ])('%s of %s can be goods of %s: %s', (scope, imposer, origin, expected) => {
    expect(canHoldOrigin(scope, { imposer, origin, on: '2026-10-01' })).toBe(expected);
  });
});

describe('scopes', () => {
  it('are covered by what they are a part of, nearest first', () => {
    expect([...coveringScopes('softwood-lumber', us('CA'))]).toEqual([
      ['softwood-lumber', 0],
      ['lumber', 1],
      ['reciprocal-annex-ii', 2],
    ]);
  });

  it('with a colon are a part of the scope before it', () => {
    expect([
      ...coveringScopes('electric-vehicles:byd', { ...us('CN'), imposer: 'EU' }).keys(),
    ]).toEqual(['electric-vehicles:byd', 'electric-vehicles', 'autos']);
  });

  it('are linked only in the time of the link', () => {
    expect(
      coveringScopes('steel-derivatives', us('JP', '2026-04-05')).has('metal-derivatives'),
    ).toBe(false);
    expect(
      coveringScopes('steel-derivatives', us('JP', '2026-04-06')).has('metal-derivatives'),
    ).toBe(true);
  });

  it('are linked only for the origins of the link', () => {
    const mexico = (origin: string) => ({ imposer: 'MX', origin, on: '2026-02-01' });

    expect(loneCovers('autos', mexico('CN'))).toEqual(['autos-non-fta-origins']);
    expect(loneCovers('autos', mexico('DE'))).toEqual([]);
  });

  it('tell the lists that may reach them, and the narrower scopes', () => {
    const names = partialScopes('autos', us('CA')).map(({ scope }) => scope);

    expect(names).toEqual(
      expect.arrayContaining(['autos-usmca-qualifying', 'usmca-goods', 'electric-vehicles']),
    );
  });
});

describe('sets of origins', () => {
  it.each([
    ['', 'JP', true],
    ['CA|MX', 'MX', true],
    ['CA|MX', 'JP', false],
    ['!CA|MX', 'JP', true],
    ['@EU-MEMBERS', 'DE', true],
    ['@CA-FTA', 'KR', true],
    ['!@CA-FTA-AND-NEIGHBOURS', 'US', false],
    ['!@CA-FTA-AND-NEIGHBOURS', 'CN', true],
  ])('"%s" holds %s: %s', (cell, code, expected) => {
    expect(hasOrigin(parseOriginSet('x.csv', 1, cell), code, '2025-01-01')).toBe(expected);
  });

  it('refuse strangers by file and line', () => {
    expect(() => parseOriginSet('x.csv', 7, 'CA|XX')).toThrow('x.csv:7: unknown origin XX');
    expect(() => parseOriginSet('x.csv', 7, '@NOBODY')).toThrow('x.csv:7: unknown origin @NOBODY');
  });
});

describe('stacking rules', () => {
  it('each name their law and their first day', () => {
    for (const rule of stackingRules()) {
      expect(rule.law, rule.id).not.toBe('');
      expect(rule.words, rule.id).not.toBe('');
    }
  });

  it('select by instrument and scope, with endings left open and exceptions', () => {
    const selector = {
      instruments: ['IEEPA*'],
      scopes: ['steel*'],
      notScopes: ['steel-derivatives'],
    };
    const fits = (instrument: string, productScope: string) =>
      isSelected(selector, { instrument, productScope });

    expect(fits('IEEPA (fentanyl)', 'steel')).toBe(true);
    expect(fits('IEEPA (fentanyl)', 'steel-derivatives')).toBe(false);
    expect(fits('Section 232', 'steel')).toBe(false);
    expect(fits('IEEPA (fentanyl)', 'copper')).toBe(false);
  });
});
