import { describe, expect, it } from 'vitest';
import { UserError } from '../../../src/domain/error.ts';
import type { Review } from '../../../src/domain/review.ts';
import { createLedger } from '../../../src/ledger/create-ledger.ts';
import { type DecisionRequest, decideReview } from '../../../src/ledger/decide-review.ts';
import { aMeasure, anEntry } from './measure-builder.ts';

const AT = Date.parse('2025-03-01T10:00:00Z');

function aReview(part: Partial<Review> = {}): Review {
  return {
    id: 'R-1',
    storyId: 'S-1',
    itemId: 'I-1',
    proposal: aMeasure({ id: 'feed-s-1', rate: null, rateBasis: null }),
    missing: ['rate'],
    reason: 'It names no rate.',
    createdAt: AT,
    decision: null,
    ...part,
  };
}

function decide(part: Partial<DecisionRequest>) {
  let count = 0;
  return decideReview({
    review: aReview(),
    kind: 'edited',
    by: 'ann',
    why: 'read in the annex',
    at: AT,
    ledger: createLedger([]),
    newEntryId: () => `E-${++count}`,
    ...part,
  });
}

function refusal(part: Partial<DecisionRequest>): readonly [string, string] {
  try {
    decide(part);
  } catch (error) {
    if (error instanceof UserError) return [error.code, error.message];
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('a decision on a review', () => {
  it('that edits records the measure with who, when and why', () => {
    const { decision, entries } = decide({
      edits: { rate: '7,5 %', basis: 'additional', product: 'cars' },
    });

    expect(decision).toEqual({ kind: 'edited', by: 'ann', at: AT, why: 'read in the annex' });
    expect(entries).toEqual([
      expect.objectContaining({
        id: 'E-1',
        origin: 'curator',
        recordedAt: AT,
        storyId: 'S-1',
        note: 'edited by ann: read in the annex',
        measure: expect.objectContaining({
          rate: 750,
          rateBasis: 'additional',
          productScope: 'autos',
        }),
      }),
    ]);
  });

  it('that rejects records nothing but the decision', () => {
    expect(decide({ kind: 'rejected' })).toEqual({
      decision: { kind: 'rejected', by: 'ann', at: AT, why: 'read in the annex' },
      entries: [],
    });
  });

  it('that approves a conflicting measure ends the earlier one on the day before', () => {
    const known = aMeasure({ id: 'old', effectiveFrom: '2025-01-01' });
    const review = aReview({
      proposal: aMeasure({ id: 'feed-s-1', rate: 5000 }),
      missing: ['conflict with old'],
    });
    const { entries } = decide({
      review,
      kind: 'approved',
      ledger: createLedger([anEntry(known)]),
    });

    expect(
      entries.map(({ measure, supersedes }) => [measure.id, measure.effectiveTo, supersedes]),
    ).toEqual([
      ['old', '2025-03-11', 'E-old'],
      ['feed-s-1', null, null],
    ]);
  });

  it('that tells what a row of the ledger says already is refused and names the row', () => {
    const known = aMeasure({ id: 'seeded' });
    const review = aReview({ proposal: aMeasure({ id: 'feed-s-1' }), missing: ['rate basis'] });

    expect(refusal({ review, ledger: createLedger([anEntry(known)]) })).toEqual([
      'decided-already',
      'The ledger says so already: seeded.',
    ]);
  });

  it('that gives another rate from the same day corrects the row that begins there', () => {
    const known = aMeasure({ id: 'seeded', effectiveTo: '2025-06-03', stage: 'ended' });
    const review = aReview({ proposal: aMeasure({ id: 'feed-s-1', rate: 3000 }), missing: [] });
    const { entries } = decide({ review, ledger: createLedger([anEntry(known)]) });

    expect(entries.map(({ measure, supersedes }) => [measure.id, supersedes])).toEqual([
      ['seeded', 'E-seeded'],
    ]);
    expect(entries[0]?.measure).toMatchObject({ rate: 3000, effectiveTo: '2025-06-03' });
  });

  it('on a measure that was followed later ends it on the day before', () => {
    const later = aMeasure({ id: 'later', rate: 5000, effectiveFrom: '2025-06-04' });
    const review = aReview({ proposal: aMeasure({ id: 'feed-s-1' }), missing: [] });
    const { entries } = decide({ review, ledger: createLedger([anEntry(later)]) });

    expect(entries.map(({ measure }) => [measure.id, measure.effectiveTo])).toEqual([
      ['feed-s-1', '2025-06-03'],
    ]);
    expect(entries[0]?.measure.supersededBy).toBe('later');
  });

  it('is refused while the measure is incomplete, and names what it lacks', () => {
    expect(refusal({ kind: 'approved' })).toEqual([
      'missing-argument',
      'The measure still lacks: rate.',
    ]);
  });

  it.each([
    [{ rate: 'a lot' }, 'bad-setting'],
    [{ from: '2025-02-30' }, 'bad-date'],
    [{ target: 'Japna' }, 'unknown-word'],
    [{ target: 'ASEAN' }, 'bad-setting'],
    [{ basis: 'on top' }, 'bad-setting'],
    [{ rate: '25', basis: 'additional', to: '2025-01-01' }, 'bad-setting'],
  ])('is refused for the edit %j as %s', (edits, code) => {
    expect(refusal({ edits })[0]).toBe(code);
  });

  it('needs a reason unless it approves', () => {
    expect(refusal({ kind: 'rejected', why: ' ' })[0]).toBe('missing-argument');
  });

  it('is taken once', () => {
    const review = aReview({ decision: { kind: 'rejected', by: 'bob', at: AT, why: 'no' } });

    expect(refusal({ review })).toEqual(['decided-already', 'R-1 was rejected by bob.']);
  });
});
