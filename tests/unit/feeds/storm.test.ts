// What tells a big day of news from a fault of a feed, when both bring many new items at once.
import { describe, expect, it } from 'vitest';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../src/domain/day.ts';
import {
  type IdentifyOptions,
  identifyItems,
  namesToFind,
} from '../../../src/feeds/item-identity.ts';
import { type NamelessItem, nameItems } from '../../../src/feeds/item-names.ts';
import { createItemMemory } from '../../support/item-memory.ts';

const NOW = Date.UTC(2026, 2, 4, 15);
const READ_AT = NOW - 30 * MINUTE_MS;

function anItem(
  number: number,
  publishedAt: number,
  change: Partial<NamelessItem> = {},
): NamelessItem {
  return {
    guid: `guid-${number}`,
    title: `Minister ${number} speaks on duties`,
    link: `https://news.example/2026/03/story-${number}`,
    summary: '',
    content: '',
    publishedAt,
    publishedPrecision: 'instant',
    updatedAt: null,
    authors: [],
    categories: [],
    ...change,
  };
}

/** What the feed showed before: one item an hour. */
const SHOWN = Array.from({ length: 40 }, (_, at) => anItem(1_000 + at, READ_AT - at * HOUR_MS));

/** So many items since the last poll, one every forty seconds. */
const BIG_DAY = (count: number) =>
  Array.from({ length: count }, (_, at) => anItem(at, NOW - at * 40_000));

function pollWith(
  fresh: readonly NamelessItem[],
  options: IdentifyOptions = {},
  shown: readonly NamelessItem[] = SHOWN,
) {
  const memory = createItemMemory();
  const name = (items: readonly NamelessItem[]) =>
    nameItems(
      items,
      items.map(() => null),
    );
  memory.store(identifyItems(name(SHOWN), [], { isBaseline: true }));
  const named = name([...fresh, ...shown]);
  return identifyItems(named, memory.find(namesToFind(named)), {
    now: NOW,
    lastReadAt: READ_AT,
    usualFresh: 3,
    ...options,
  });
}

const findingsOf = (...given: Parameters<typeof pollWith>) => pollWith(...given).findings;

describe('many new items at once', () => {
  it.each([11, 30, 45])(
    'are a busy day when %i of them are dated since the last poll and all different',
    (count) => {
      expect(findingsOf(BIG_DAY(count))).toMatchObject({
        storm: null,
        busyDay: `${count} new items in one poll where 3 are usual`,
      });
    },
  );

  it('are a busy day also when nothing of the last poll is left in the document', () => {
    expect(findingsOf(BIG_DAY(40), {}, [])).toMatchObject({
      storm: null,
      busyDay: '40 new items in one poll where 3 are usual',
    });
  });

  it('are a busy day where what is usual is not known yet, but the dates of the feed tell how much it writes', () => {
    const { storm, busyDay } = findingsOf(BIG_DAY(45), { usualFresh: null }, SHOWN.slice(0, 20));

    expect([storm, busyDay]).toEqual([null, '45 of 65 items are new in one poll']);
  });

  it('are nothing to speak of when they are as many as usual', () => {
    expect(findingsOf(BIG_DAY(9))).toMatchObject({ storm: null, busyDay: null });
  });

  it.each<[string, (item: NamelessItem, at: number) => NamelessItem]>([
    ['all dated the same minute', (item) => ({ ...item, publishedAt: NOW - 5_000 })],
    ['dated by the day only', (item) => ({ ...item, publishedPrecision: 'date' })],
    ['without a date', (item) => ({ ...item, publishedAt: null, publishedPrecision: 'none' })],
    [
      'dated before the last poll',
      (item, at) => ({ ...item, publishedAt: READ_AT - 3 * HOUR_MS - at * MINUTE_MS }),
    ],
    ['dated ahead', (item, at) => ({ ...item, publishedAt: NOW + HOUR_MS + at * MINUTE_MS })],
    [
      'of an archive that was dated anew: titles that were shown before',
      (item, at) => ({ ...item, title: SHOWN[at]?.title ?? '' }),
    ],
    ['at links that were shown before', (item, at) => ({ ...item, link: SHOWN[at]?.link ?? '' })],
    ['with guids that were shown before', (item, at) => ({ ...item, guid: SHOWN[at]?.guid ?? '' })],
    ['all with one title', (item) => ({ ...item, title: 'Breaking news' })],
    ['all with one link', (item) => ({ ...item, link: 'https://news.example/' })],
    ['without links', (item) => ({ ...item, link: null })],
  ])('are a storm when they are %s', (_, change) => {
    const { storm, busyDay } = findingsOf(BIG_DAY(40).map(change));

    expect(storm).toMatch(/^\d+ new items in one poll where 3 are usual$/);
    expect(busyDay).toBeNull();
  });

  it.each<[string, number, IdentifyOptions]>([
    ['more than anybody writes between two polls', 61, { usualFresh: 20 }],
    ['more than twenty times what is usual', 41, { usualFresh: 2 }],
  ])('are a storm when they are %s', (_, count, options) => {
    expect(findingsOf(BIG_DAY(count), options).storm).not.toBeNull();
  });

  it('are a storm where what is usual is not known and the dates of the feed say that it writes little', () => {
    const weekly = Array.from({ length: 8 }, (_, at) =>
      anItem(2_000 + at, NOW - (at + 1) * 7 * DAY_MS),
    );

    expect(findingsOf([...BIG_DAY(20), ...weekly], { usualFresh: null }, []).storm).not.toBeNull();
  });

  it('are in doubt one by one: what is dated since the last poll is none of the storm beside it', () => {
    const old = Array.from({ length: 30 }, (_, at) => anItem(500 + at, NOW - (90 + at) * DAY_MS));
    const { fresh, findings } = pollWith([...BIG_DAY(20), ...old]);

    expect(findings.storm).toBe('30 new items in one poll where 3 are usual');
    expect(fresh.filter(({ isDoubtful }) => isDoubtful).map(({ item }) => item.guid)).toEqual(
      old.map(({ guid }) => guid),
    );
  });
});
