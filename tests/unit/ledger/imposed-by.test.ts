// Status seen from the imposer's side: its rows by target, those of that day only.
import { describe, expect, it } from 'vitest';
import { createLedger } from '../../../src/ledger/create-ledger.ts';
import { type ImposedQuery, imposedBy } from '../../../src/ledger/imposed-by.ts';
import { loadSeedEntries } from '../../../src/reference/measures.ts';
import { aMeasure, anEntry } from './measure-builder.ts';

const QUERY: ImposedQuery = { imposer: 'US', scopes: null, on: '2025-04-01', knownOn: null };

function idsOn(measures: Parameters<typeof aMeasure>[0][], query = QUERY) {
  const ledger = createLedger(measures.map((part) => anEntry(aMeasure(part))));
  return imposedBy(ledger, query).targets.map(({ target, measures: rows }) => [
    target,
    rows.map(({ id, standing }) => `${id} ${standing}`),
  ]);
}

describe('what one authority imposes', () => {
  it('holds what is in force, suspended or announced that day, and nothing else', () => {
    expect(
      idsOn([
        { id: 'runs' },
        { id: 'sleeps', stage: 'suspended' },
        { id: 'comes', effectiveFrom: '2025-05-01' },
        { id: 'over', effectiveTo: '2025-03-20' },
        { id: 'unheard', announcedOn: '2025-04-20', effectiveFrom: '2025-05-01' },
        { id: 'asked', kind: 'request' },
        { id: 'threat', stage: 'threatened' },
        { id: 'other', imposer: 'CA' },
      ]),
    ).toEqual([['JP', ['runs applies', 'sleeps suspended', 'comes announced']]]);
  });

  it('tells of named goods no general duty whose place a special one takes', () => {
    const rows = [
      { id: 'steel', target: 'WORLD' },
      {
        id: 'general',
        target: 'IN',
        productScope: 'all-goods',
        instrument: 'Section 301 (forced labour)',
        effectiveFrom: '2026-07-24',
      },
    ];
    const on = '2026-10-01';

    expect(idsOn(rows, { ...QUERY, on, scopes: ['steel'] })).toEqual([
      ['WORLD', ['steel applies']],
    ]);
    expect(idsOn(rows, { ...QUERY, on, scopes: ['pork'] })).toEqual([['IN', ['general applies']]]);
  });

  it('has every origin first, then those on whom most is imposed', () => {
    const targets = idsOn([
      { id: 'a', target: 'JP' },
      { id: 'b', target: 'CN' },
      { id: 'c', target: 'CN', productScope: 'copper' },
      { id: 'd', target: 'WORLD' },
    ]).map(([target]) => target);

    expect(targets).toEqual(['WORLD', 'CN', 'JP']);
  });

  it('for a member of the EU is that of the EU', () => {
    const ledger = createLedger(loadSeedEntries());

    expect(imposedBy(ledger, { ...QUERY, imposer: 'DE' }).imposer).toBe('EU');
    expect(imposedBy(ledger, { ...QUERY, imposer: 'DE' }).targets.length).toBeGreaterThan(0);
  });

  it('keeps to the goods asked for and to what covers them', () => {
    const ledger = createLedger(loadSeedEntries());
    const scopes = new Set(
      imposedBy(ledger, { ...QUERY, imposer: 'EU', scopes: ['steel'], on: '2026-08-01' })
        .targets.flatMap(({ measures }) => measures)
        .map(({ product_scope: scope }) => scope),
    );

    expect(scopes).toContain('steel');
    expect(scopes).not.toContain('electric-vehicles');
  });

  it('is told as it was known on an earlier day', () => {
    const measures = [{ id: 'late', announcedOn: '2025-03-20' }];

    expect(idsOn(measures, { ...QUERY, knownOn: '2025-03-19' })).toEqual([]);
    expect(idsOn(measures, { ...QUERY, knownOn: '2025-03-20' })).toHaveLength(1);
  });
});
