import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, DAY_MS, type Day, startOfDay } from '../../../src/domain/day.ts';
import type { LedgerEntry } from '../../../src/domain/measure.ts';
import { createLedger } from '../../../src/ledger/create-ledger.ts';
import { statusOn } from '../../../src/ledger/status-on.ts';
import { loadSeedEntries } from '../../../src/reference/measures.ts';
import { aMeasure, anEntry } from './measure-builder.ts';

const FIRST: Day = '2025-01-01';
const SPAN = 60;
const day = fc.integer({ min: 0, max: SPAN }).map((count) => addDays(FIRST, count));
const maybeDay = fc.option(day, { nil: null });

/** Entries about a few lanes and a few measure ids, in the order of recording, some correcting earlier ones. */
const journal = fc
  .array(
    fc.record({
      id: fc.constantFrom('m-1', 'm-2', 'm-3', 'm-4'),
      target: fc.constantFrom('JP', 'EU', 'WORLD'),
      scope: fc.constantFrom('steel', 'all-goods'),
      instrument: fc.constantFrom('Section 232', 'Section 122'),
      kind: fc.constantFrom('tariff', 'exemption', 'request', 'suspension'),
      rate: fc.constantFrom(1000, 2500, 5000),
      stage: fc.constantFrom('in-force', 'suspended', 'announced', 'threatened'),
      announcedOn: maybeDay,
      effectiveFrom: maybeDay,
      effectiveTo: maybeDay,
      gapHours: fc.integer({ min: 0, max: 80 }),
    }),
    { minLength: 1, maxLength: 25 },
  )
  .map((drafts) => {
    let at = startOfDay(FIRST);
    const latest = new Map<string, string>();
    return drafts.map((draft, count): LedgerEntry => {
      at += draft.gapHours * 3_600_000;
      const measure = aMeasure({
        id: draft.id,
        target: draft.target,
        productScope: draft.scope,
        instrument: draft.instrument,
        kind: draft.kind,
        rate: draft.rate,
        stage: draft.stage,
        announcedOn: draft.announcedOn,
        effectiveFrom: draft.effectiveFrom,
        effectiveTo: draft.effectiveTo,
      });
      const id = `E-${count}`;
      const supersedes = latest.get(draft.id) ?? null;
      latest.set(draft.id, id);
      return anEntry(measure, { id, recordedAt: at, supersedes });
    });
  });

const question = fc.record({ on: day, knownOn: day, target: fc.constantFrom('JP', 'DE') });

function answer(entries: readonly LedgerEntry[], on: Day, knownOn: Day | null, target: string) {
  return statusOn(createLedger(entries), { target, product: 'steel', on, knownOn, imposer: 'US' })
    .imposers;
}

describe('the two times', () => {
  it('answers "known on" as a ledger that ended that day would answer', () => {
    fc.assert(
      fc.property(journal, question, (entries, { on, knownOn, target }) => {
        const end = startOfDay(knownOn) + DAY_MS;
        const prefix = entries.filter(({ recordedAt }) => recordedAt < end);

        expect(answer(entries, on, knownOn, target)).toEqual(answer(prefix, on, null, target));
      }),
      { numRuns: 400 },
    );
  });

  it('never changes an earlier "known on" answer by appending', () => {
    fc.assert(
      fc.property(journal, question, fc.nat(), (entries, { on, knownOn, target }, cut) => {
        const end = startOfDay(knownOn) + DAY_MS;
        const known = entries.filter(({ recordedAt }) => recordedAt < end).length;
        const length = known + (cut % (entries.length - known + 1));

        expect(answer(entries.slice(0, length), on, knownOn, target)).toEqual(
          answer(entries, on, knownOn, target),
        );
      }),
      { numRuns: 400 },
    );
  });

  it('lets a correction replace what it supersedes from its recording on, and not before', () => {
    const wrong = anEntry(aMeasure({ rate: 2500 }), {
      id: 'E-1',
      recordedAt: startOfDay('2025-03-01'),
    });
    const right = anEntry(aMeasure({ rate: 5000 }), {
      id: 'E-2',
      supersedes: 'E-1',
      recordedAt: startOfDay('2025-04-01'),
    });
    const rate = (knownOn: Day | null) =>
      answer([wrong, right], '2025-03-20', knownOn, 'JP')[0]?.extra_rate_pct;

    expect(rate('2025-03-31')).toBe(25);
    expect(rate('2025-04-01')).toBe(50);
    expect(rate(null)).toBe(50);
  });
});

describe('what was publicly known of the seeded measures', () => {
  const ledger = createLedger(loadSeedEntries());
  const rate = (on: Day, knownOn: Day) =>
    statusOn(ledger, { target: 'JP', product: 'steel', on, knownOn, imposer: 'US' }).imposers[0]
      ?.extra_rate_pct;

  it('does not know a proclamation before its day', () => {
    expect(rate('2025-07-01', '2025-06-02')).toBe(25);
    expect(rate('2025-07-01', '2025-06-03')).toBe(50);
  });

  it('takes a deal to go on until its end was announced', () => {
    const known = (knownOn: Day) =>
      statusOn(ledger, { target: 'JP', product: 'steel', on: '2025-12-01', knownOn, imposer: 'US' })
        .imposers[0]?.measures.filter(({ standing }) => standing === 'applies')
        .map(({ id }) => id);

    expect(known('2025-02-09')).toEqual(['us-232-steel-jp-trq-2022']);
    expect(known('2025-02-10')).toEqual(['us-232-steel-world-2025-25']);
  });

  it('knows of a pause on the day it was announced', () => {
    const answer = statusOn(ledger, {
      target: 'JP',
      product: 'all-goods',
      on: '2025-04-20',
      knownOn: '2025-04-20',
      imposer: 'US',
    }).imposers[0];

    expect(answer?.extra_rate_pct).toBe(10);
  });

  it('answers a day the same way on that day and now, where nothing was set back in time', () => {
    const backdated = ['2025-08-01', '2025-11-01', '2025-11-13', '2026-07-31'];
    for (let on = '2018-01-05'; on < '2026-10-01'; on = addDays(on, 23)) {
      if (backdated.some((from) => on >= from && on < addDays(from, 25))) continue;
      for (const target of ['JP', 'DE', 'CN', 'CA']) {
        const query = { target, product: 'steel', on, imposer: 'US' };
        const then = statusOn(ledger, { ...query, knownOn: on }).imposers[0];
        const now = statusOn(ledger, { ...query, knownOn: null }).imposers[0];

        expect([on, target, then?.stage, then?.extra_rate_pct]).toEqual([
          on,
          target,
          now?.stage,
          now?.extra_rate_pct,
        ]);
      }
    }
  });
});
