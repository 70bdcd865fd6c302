import { describe, expect, it } from 'vitest';
import { compareStatus } from '../../../src/ledger/compare.ts';
import { coverageOf } from '../../../src/ledger/coverage.ts';
import { createLedger } from '../../../src/ledger/create-ledger.ts';
import { diffStatus } from '../../../src/ledger/diff-status.ts';
import { historyOf } from '../../../src/ledger/history.ts';
import { statusOn } from '../../../src/ledger/status-on.ts';
import { threatsOf } from '../../../src/ledger/threats.ts';
import { loadSeedEntries } from '../../../src/reference/measures.ts';
import { aMeasure, anEntry } from './measure-builder.ts';

const ledger = createLedger(loadSeedEntries());

describe('history', () => {
  it('tells the steps of one lane with dates, rates and laws', () => {
    const [history] = historyOf(ledger, {
      target: 'JP',
      scopes: ['steel'],
      imposer: 'US',
      knownOn: null,
    });

    expect(
      history?.steps.map(({ from, to, stage, extra_rate_pct }) => [
        from,
        to,
        stage,
        extra_rate_pct,
      ]),
    ).toEqual([
      ['2018-03-08', '2018-03-22', 'announced', null],
      ['2018-03-23', '2022-03-31', 'in-force', 25],
      ['2022-04-01', '2025-03-11', 'in-force', 25],
      ['2025-03-12', '2025-06-03', 'in-force', 25],
      ['2025-06-04', '2026-04-05', 'in-force', 50],
      ['2026-04-06', null, 'in-force', 50],
    ]);
    expect(history?.steps[2]?.measures).toEqual([
      expect.objectContaining({
        id: 'us-232-steel-jp-trq-2022',
        kind: 'trq',
        legal_ref: 'Procl. 10356',
      }),
    ]);
    expect(history?.requests.map(({ id, since, until }) => [id, since, until])).toContainEqual([
      'req-jp-steel-2025',
      '2025-02-12',
      '2025-03-12',
    ]);
  });

  it('agrees with the status on every first and last day of a step', () => {
    for (const [target, scope] of [
      ['CA', 'steel'],
      ['CN', 'all-goods'],
      ['DE', 'autos'],
      ['BR', 'all-goods'],
    ] as const) {
      const [history] = historyOf(ledger, {
        target,
        scopes: [scope],
        imposer: 'US',
        knownOn: null,
      });
      for (const step of history?.steps ?? []) {
        for (const on of [step.from, step.to ?? step.from]) {
          const answer = statusOn(ledger, {
            target,
            product: scope,
            on,
            knownOn: null,
            imposer: 'US',
          }).imposers[0];

          expect([target, on, answer?.stage, answer?.extra_rate_pct]).toEqual([
            target,
            on,
            step.stage,
            step.extra_rate_pct,
          ]);
        }
      }
    }
  });

  it('ends where the knowledge of the day ended', () => {
    const [history] = historyOf(ledger, {
      target: 'JP',
      scopes: ['steel'],
      imposer: 'US',
      knownOn: '2024-01-01',
    });

    expect(history?.steps.at(-1)).toMatchObject({
      from: '2022-04-01',
      to: null,
      extra_rate_pct: 25,
    });
  });

  it('lists every imposer that ever had a measure on the lane', () => {
    const imposers = historyOf(ledger, {
      target: 'US',
      scopes: ['steel'],
      imposer: null,
      knownOn: null,
    });

    expect(imposers.map(({ imposer }) => imposer)).toEqual(
      expect.arrayContaining(['CA', 'EU', 'GB', 'IN']),
    );
    expect(imposers.map(({ imposer }) => imposer)).not.toContain('US');
  });
});

describe('differences', () => {
  const query = { target: 'JP', product: 'steel', on: '2025-06-10', knownOn: null, imposer: 'US' };

  it('of the law tell what came and what went between two days, whichever is named first', () => {
    const diff = diffStatus(ledger, query, { axis: 'law', one: '2025-06-10', other: '2025-03-01' });

    expect([diff.from, diff.to]).toEqual(['2025-03-01', '2025-06-10']);
    expect(diff.changes).toHaveLength(1);
    expect(diff.changes[0]?.extra_rate_pct).toEqual([25, 50]);
    expect(diff.changes[0]?.added.map(({ id }) => id)).toContain('us-232-steel-world-2025-50');
    expect(diff.changes[0]?.removed.map(({ id }) => id)).toContain('us-232-steel-jp-trq-2022');
  });

  it('of knowledge tell what this ledger learned about one day', () => {
    const diff = diffStatus(ledger, query, {
      axis: 'knowledge',
      one: '2025-06-02',
      other: '2025-06-03',
    });

    expect(diff.changes[0]?.extra_rate_pct).toEqual([25, 50]);
  });

  it('are none between two days of one step', () => {
    expect(
      diffStatus(ledger, query, { axis: 'law', one: '2025-06-10', other: '2025-07-20' }).changes,
    ).toEqual([]);
  });
});

describe('the history of an origin that an act spares', () => {
  it('says from the first day on that nothing was charged, and why', () => {
    const washersOf = (target: string) => {
      const query = { target, scopes: ['washers'], imposer: 'US', knownOn: null };
      const [own] = historyOf(ledger, query);
      const steps = own?.steps.filter(({ from }) => from < '2025-01-01') ?? [];
      return { rates: new Set(steps.map(({ extra_rate_pct: rate }) => rate)), notes: own?.notes };
    };

    expect(washersOf('CA').rates).toEqual(new Set([null]));
    expect(washersOf('CA').notes?.[0]).toContain(
      'Canada is spared under Procl. 9694; for others: us-201-washers-y1',
    );
    expect([...washersOf('MX').rates]).toContain(50);
    expect(washersOf('MX').notes).toEqual([]);
  });
});

describe('comparison', () => {
  it('puts origins side by side, one row an imposer', () => {
    const queries = ['JP', 'GB', 'CN'].map((target) => ({
      target,
      product: 'steel',
      on: '2025-09-01',
      knownOn: null,
      imposer: 'US',
    }));
    const { rows } = compareStatus(ledger, queries);

    expect(rows).toHaveLength(1);
    expect(rows[0]?.cells.map(({ target, extra_rate_pct }) => [target, extra_rate_pct])).toEqual([
      ['JP', 50],
      ['GB', 25],
      ['CN', 70],
    ]);
    expect(rows[0]?.isEqual).toBe(false);
  });

  it.each([
    ['US', 'steel', ['CN', 'JP'], false],
    ['CA', 'dairy', ['US', 'DE'], false],
    ['US', 'steel', ['DE', 'FR'], true],
    ['US', 'textiles', ['CA', 'MX'], true],
  ] as const)(
    'of %s on %s takes %s for alike only when their lists and claims are: %s',
    (imposer, product, targets, isAlike) => {
      const queries = targets.map((target) => ({
        target,
        product,
        on: '2026-10-01',
        knownOn: null,
        imposer,
      }));

      expect(compareStatus(ledger, queries).rows.map(({ isEqual }) => isEqual)).toEqual([isAlike]);
    },
  );
});

describe('threats', () => {
  it('of a country against everybody are none against its own goods', () => {
    const { threats } = threatsOf(ledger, { on: '2026-10-10', target: 'US' });

    expect(threats.length).toBeGreaterThan(0);
    expect(threats.map(({ measure }) => measure.imposer)).not.toContain('US');
  });

  it('tell what became of each and how long it took', () => {
    const report = threatsOf(ledger, { on: '2026-10-10', imposer: 'US', target: 'CA' });
    const outcome = (id: string) => report.threats.find(({ measure }) => measure.id === id);

    expect(outcome('us-letter-2025-ca')).toMatchObject({
      outcome: 'carried-out',
      settledOn: '2025-08-01',
      days: 22,
    });
    expect(outcome('us-ca-metals-50-threat-2025')).toMatchObject({ outcome: 'withdrawn', days: 0 });
    expect(outcome('us-232-autos-ca-threat-2027')).toMatchObject({ outcome: 'open', days: null });
  });

  it('do not call a milder measure carried out', () => {
    const report = threatsOf(ledger, { on: '2026-10-10', imposer: 'US', target: 'JP' });

    expect(report.threats.find(({ measure }) => measure.id === 'us-letter-2025-jp')?.outcome).toBe(
      'softened',
    );
  });

  it('count the settled ones and give their median', () => {
    const threat = (id: string, announcedOn: string, effectiveTo: string | null) =>
      anEntry(aMeasure({ id, stage: 'threatened', announcedOn, effectiveFrom: null, effectiveTo }));
    const report = threatsOf(
      createLedger([
        threat('a', '2025-01-01', '2025-01-05'),
        threat('b', '2025-01-01', '2025-01-11'),
        threat('c', '2025-01-01', null),
      ]),
      { on: '2025-06-01' },
    );

    expect(report.counts).toEqual({ open: 1, withdrawn: 2, softened: 0, 'carried-out': 0 });
    expect([report.settled, report.medianDays]).toEqual([2, 7]);
  });

  it('look no further than the day asked', () => {
    const report = threatsOf(ledger, { on: '2025-07-15', imposer: 'US', target: 'JP' });

    expect(report.threats.find(({ measure }) => measure.id === 'us-letter-2025-jp')?.outcome).toBe(
      'open',
    );
  });
});

describe('coverage', () => {
  it('counts what is known of a jurisdiction in each role, and how well', () => {
    const coverage = coverageOf(ledger, 'JP', { on: '2026-10-10' });

    expect(coverage.asTarget.measures).toBeGreaterThan(8);
    expect(coverage.asTarget.requests).toBe(3);
    expect(coverage.asTarget.imposers).toEqual(['US']);
    expect(coverage.asImposer.measures).toBe(1);
    expect(coverage.asTarget.checked).toBeLessThanOrEqual(coverage.asTarget.measures);
    expect(coverage.learned).toEqual([]);
  });

  it('lists what feeds and curators added, newest first', () => {
    const learned = anEntry(aMeasure({ target: 'JP' }));
    const coverage = coverageOf(createLedger([...loadSeedEntries(), learned]), 'JP', {
      on: '2026-10-10',
    });

    expect(coverage.learned).toEqual([learned]);
  });
});
