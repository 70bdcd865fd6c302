import { describe, expect, it } from 'vitest';
import { startOfDay } from '../../../src/domain/day.ts';
import type { Measure } from '../../../src/domain/measure.ts';
import type { StoryFacts, StorySource } from '../../../src/domain/story.ts';
import { createLedger } from '../../../src/ledger/create-ledger.ts';
import { decideReview } from '../../../src/ledger/decide-review.ts';
import { reviewCorrection } from '../../../src/ledger/review-correction.ts';
import { aSource, aStory } from '../../support/story-builder.ts';
import { aMeasure, anEntry } from './measure-builder.ts';

const NOW = startOfDay('2026-03-20');

const ACT: Partial<Measure> = {
  id: 'feed-s-4-us-jp-steel',
  imposer: 'US',
  target: 'JP',
  productScope: 'steel',
  instrument: 'Section 232',
  rate: 3000,
  rateBasis: 'additional',
  announcedOn: '2026-03-03',
  effectiveFrom: '2026-03-12',
  effectiveTo: null,
};

const ledgerOf = (...measures: readonly Partial<Measure>[]) =>
  createLedger(
    measures.map((one, at) => ({
      ...anEntry({ ...aMeasure({ ...ACT, ...one }) }),
      id: `E-${at + 1}`,
      storyId: 'S-4',
    })),
  );

function correction(facts: Partial<StoryFacts> = {}, part: Partial<StorySource> = {}): StorySource {
  const story = aStory({
    imposers: ['US'],
    targets: ['JP'],
    products: ['steel'],
    rates: [
      { pct: 35, kind: 'unstated', quote: 'to read 35 percent, not 30 percent', itemId: 'I-9' },
    ],
    instrument: null,
    ...facts,
  });
  return {
    ...aSource(story, {
      itemId: 'I-9',
      rung: 'gazette',
      publisher: 'The Gazette',
      publishedAt: NOW,
      ...part,
    }),
    facts: story,
  };
}

function review(source: StorySource, ledger = ledgerOf({})) {
  return reviewCorrection({ source, ledger, now: NOW, id: 'R-3', countryOf: () => 'US' });
}

describe('an official correction', () => {
  it('goes to review with the entry that it may set right, and with its own words', () => {
    const found = review(correction());

    expect(found?.reason).toContain('an official correction: compare it with E-1');
    expect(found?.reason).toContain('30% from 2026-03-12');
    expect(found?.reason).toContain('to read 35 percent, not 30 percent');
    expect(found).toMatchObject({
      storyId: 'S-4',
      itemId: 'I-9',
      missing: ['a comparison with E-1'],
    });
  });

  it('proposes the entry as it stands, so that the corrected figure alone supersedes it', () => {
    const ledger = ledgerOf({});
    const found = review(correction(), ledger);
    if (found === null) throw new Error('no review');

    const { entries } = decideReview({
      review: found,
      kind: 'edited',
      edits: { rate: '35' },
      by: 'Ann',
      why: 'the gazette corrects it',
      at: NOW,
      ledger,
      newEntryId: () => 'E-R-3-1',
    });

    expect(entries).toEqual([
      expect.objectContaining({
        supersedes: 'E-1',
        measure: { ...ledger.entries[0]?.measure, rate: 3500 },
      }),
    ]);
  });

  it('takes no entry of another imposer, partner, goods or law, nor one announced long before', () => {
    const others = [
      { imposer: 'CA' },
      { target: 'KR' },
      { productScope: 'aluminum' },
      { announcedOn: '2025-09-01' },
      { instrument: 'Section 301' },
    ];
    const ledger = ledgerOf(...others.map((one, at) => ({ ...one, id: `m-${at}` })));

    const found = review(correction({ instrument: 'Section 232' }), ledger);

    expect(found?.reason).toContain('no entry of the ledger was found');
    expect(found).toMatchObject({ storyId: null, missing: ['the entry that it corrects'] });
  });

  it('names each of several entries and leaves open which', () => {
    const found = review(
      correction({ targets: [] }),
      ledgerOf({ id: 'm-1' }, { id: 'm-2', target: 'KR' }),
    );

    expect(found?.reason).toMatch(/compare it with E-1 .* or E-2 /);
    expect(found?.missing).toEqual(['the entry that it corrects']);
  });

  it('is none of the ledger when only the press tells it', () => {
    expect(review(correction({}, { rung: 'press' }))).toBeNull();
  });
});
