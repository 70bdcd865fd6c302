// What of the law a channel is told of: its filters decide by who and what.
import { describe, expect, it } from 'vitest';
import type { Filter } from '../../../src/domain/subscription.ts';
import { createLedger } from '../../../src/ledger/create-ledger.ts';
import { isWatched, watchedDates } from '../../../src/ledger/watched-law.ts';
import { loadSeedEntries } from '../../../src/reference/measures.ts';
import { aMeasure, anEntry } from './measure-builder.ts';

const DAY = '2027-03-01';

function filterOf(part: Partial<Filter>): Filter {
  return { include: {}, exclude: {}, countries: [], ...part };
}

/** Measures of several parties and goods that all begin on one day. */
const ledger = createLedger(
  [
    { id: 'us-jp-steel', imposer: 'US', target: 'JP', productScope: 'steel' },
    { id: 'us-eu-cars', imposer: 'US', target: 'EU', productScope: 'autos' },
    { id: 'br-all-copper', imposer: 'BR', target: 'WORLD', productScope: 'copper' },
    { id: 'eu-cn-all', imposer: 'EU', target: 'CN', productScope: 'all-goods' },
  ].map((part) =>
    anEntry(aMeasure({ ...part, instrument: part.id, stage: 'announced', effectiveFrom: DAY })),
  ),
);

function datesFor(...filters: Partial<Filter>[]): readonly string[] {
  return watchedDates(ledger, filters.map(filterOf), { from: DAY, to: DAY })
    .flatMap(({ measures }) => measures.map(({ id }) => id))
    .toSorted();
}

describe('dates for a channel', () => {
  it('are all of them where nothing is watched, or all is', () => {
    const all = ['br-all-copper', 'eu-cn-all', 'us-eu-cars', 'us-jp-steel'];

    expect(datesFor()).toEqual(all);
    expect(datesFor({})).toEqual(all);
  });

  it.each<[string, Partial<Filter>, readonly string[]]>([
    ['a bare country: what hits it and what it imposes', { countries: ['BR'] }, ['br-all-copper']],
    [
      'a member of a union: what hits or is imposed by the union, and what hits every origin',
      { countries: ['DE'] },
      ['br-all-copper', 'eu-cn-all', 'us-eu-cars'],
    ],
    ['an imposer', { include: { imposer: ['US'] } }, ['us-eu-cars', 'us-jp-steel']],
    [
      'a target, and every origin',
      { include: { target: ['JP'] } },
      ['br-all-copper', 'us-jp-steel'],
    ],
    ['goods, and all goods', { include: { product: ['autos'] } }, ['eu-cn-all', 'us-eu-cars']],
    [
      'a wide group of goods: the narrower ones in it',
      { include: { product: ['metals'] } },
      ['br-all-copper', 'eu-cn-all', 'us-jp-steel'],
    ],
    [
      'what is excluded is left out',
      { exclude: { imposer: ['US'], product: ['metals'] } },
      ['eu-cn-all'],
    ],
    [
      'a target that is excluded is left out',
      { exclude: { target: ['CN', 'JP', 'EU'] } },
      ['br-all-copper'],
    ],
    [
      'stage, step and source are about news and narrow nothing',
      { include: { stage: ['threatened'], rung: ['press'] }, countries: ['CN'] },
      ['br-all-copper', 'eu-cn-all'],
    ],
  ])('%s', (_, filter, ids) => {
    expect(datesFor(filter)).toEqual(ids);
  });

  it('are those of any watch where there are several', () => {
    expect(
      datesFor({ include: { product: ['copper'] }, countries: ['BR'] }, { countries: ['JP'] }),
    ).toEqual(['br-all-copper', 'us-jp-steel']);
  });

  it('leave out a general step that a rule of the country itself keeps from it', () => {
    const seeded = createLedger(loadSeedEntries());
    const cabinetsFor = (code: string) =>
      watchedDates(seeded, [filterOf({ countries: [code] })], {
        from: '2027-01-01',
        to: '2027-01-01',
      })
        .flatMap(({ measures }) => measures)
        .some(({ id }) => id === 'us-232-cabinets-world-2027');

    expect(cabinetsFor('VN')).toBe(true);
    expect(cabinetsFor('JP')).toBe(false);
  });
});

describe('a measure', () => {
  it('is watched by whoever watches its parties or its goods', () => {
    const measure = aMeasure({ imposer: 'US', target: 'JP', productScope: 'steel' });
    const isTaken = (part: Partial<Filter>) => isWatched([filterOf(part)], measure, DAY);

    expect(isWatched([], measure, DAY)).toBe(true);
    expect(isTaken({ countries: ['JP'] })).toBe(true);
    expect(isTaken({ countries: ['US'] })).toBe(true);
    expect(isTaken({ countries: ['KR'] })).toBe(false);
    expect(isTaken({ include: { product: ['cars'] } })).toBe(false);
  });
});
