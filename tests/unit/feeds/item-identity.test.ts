import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY_MS } from '../../../src/domain/day.ts';
import { cleanLink } from '../../../src/feeds/clean-link.ts';
import { identifyItems, namesToFind } from '../../../src/feeds/item-identity.ts';
import { type NamelessItem, nameItems } from '../../../src/feeds/item-names.ts';
import { createItemMemory } from '../../support/item-memory.ts';

const DAY = Date.UTC(2026, 2, 4);

/** An item whose words belong to its number and to nothing else. */
function anItem(number: number, change: Partial<NamelessItem> = {}): NamelessItem {
  return {
    guid: `guid-${number}`,
    title: `Duties on product ${number} announced`,
    link: `https://news.example/2026/03/story-${number}`,
    summary: `The ministry said that imports of product ${number} would be charged from next month on.`,
    content: '',
    publishedAt: DAY + number * 60_000,
    publishedPrecision: 'instant',
    updatedAt: null,
    authors: [],
    categories: [],
    ...change,
  };
}

/** A feed over several polls: each call is one poll with these items. */
function aFeed() {
  const memory = createItemMemory();
  return (items: readonly NamelessItem[], ownKeys: readonly string[] = []) => {
    const named = nameItems(
      items,
      items.map((_, at) => ownKeys[at] ?? null),
    );
    const result = identifyItems(named, memory.find(namesToFind(named)));
    memory.store(result);
    return result;
  };
}

function titlesOf(list: readonly { readonly item: { readonly title: string } }[]): string[] {
  return list.map(({ item }) => item.title);
}

const HUNDRED = Array.from({ length: 100 }, (_, at) => anItem(at));

describe('the same item', () => {
  it.each<[string, Partial<NamelessItem>]>([
    ['another guid', { guid: 'other' }],
    ['no guid any more', { guid: null }],
    ['https instead of http', { link: 'http://news.example/2026/03/story-1' }],
    ['www in front', { link: 'https://www.news.example/2026/03/story-1/' }],
    [
      'tracking parameters',
      { link: 'https://news.example/2026/03/story-1?utm_source=rss&at_medium=RSS&fbclid=x' },
    ],
    ['a fragment', { link: 'https://news.example/2026/03/story-1#0' }],
    ['another link', { link: 'https://news.example/archive/99' }],
    ['another guid and another link', { guid: 'other', link: 'https://news.example/archive/99' }],
    ['no link any more', { link: null }],
    ['another date', { publishedAt: DAY + 9 * 86_400_000 }],
    ['no date any more', { publishedAt: null, publishedPrecision: 'none' }],
    ['a later update', { updatedAt: DAY + 86_400_000 }],
    ['other authors and categories', { authors: ['N'], categories: ['c'] }],
    ['other spaces and capitals', { title: 'DUTIES  on product 1\nannounced' }],
  ])('with %s is known', (_, change) => {
    const poll = aFeed();
    poll([anItem(0), anItem(1)]);

    const { fresh, edited, known } = poll([anItem(1, change), anItem(0)]);

    expect({ fresh: fresh.length, edited: edited.length, known: known.length }).toEqual({
      fresh: 0,
      edited: 0,
      known: 2,
    });
  });

  it.each<[string, Partial<NamelessItem>]>([
    ['another title', { title: 'Duties on product 1 withdrawn' }],
    [
      'another rate in its text',
      { summary: 'The ministry said that imports would be charged 50%.' },
    ],
    [
      'another title, guid and date',
      { title: 'Changed', guid: 'g', publishedAt: DAY + 86_400_000 },
    ],
    [
      'another title, and the link made from it',
      { title: 'Changed', link: 'https://news.example/changed-1' },
    ],
    [
      'another title, and the guid and link made from it',
      {
        title: 'Changed',
        guid: 'https://news.example/changed-1',
        link: 'https://news.example/changed-1',
      },
    ],
    ['a comma more', { title: 'Duties on product 1, announced' }],
  ])('with %s is a new version', (_, change) => {
    const poll = aFeed();
    poll([anItem(0), anItem(1)]);

    const { fresh, edited, known } = poll([anItem(0), anItem(1, change)]);

    expect(titlesOf(fresh)).toEqual([]);
    expect(edited).toMatchObject([{ version: 2, itemId: 'I-2' }]);
    expect(known).toHaveLength(1);
  });

  it('edited again is version three', () => {
    const poll = aFeed();
    poll([anItem(1)]);
    poll([anItem(1, { title: 'Second' })]);

    expect(poll([anItem(1, { title: 'Third' })]).edited).toMatchObject([{ version: 3 }]);
  });

  it('shown in its old words again, by a server that alternates between two copies, is no edit', () => {
    const poll = aFeed();
    const [old, edited] = [anItem(1), anItem(1, { title: 'Second' })];
    poll([old]);
    poll([edited]);

    const again = [poll([old]), poll([edited]), poll([old])];

    expect(again.flatMap((result) => [...result.fresh, ...result.edited])).toEqual([]);
  });

  it('that leaves the window and comes back is known', () => {
    const poll = aFeed();
    poll(HUNDRED);
    poll(HUNDRED.slice(50));

    expect(poll(HUNDRED).fresh).toEqual([]);
  });

  it('without guid and date is known by its link', () => {
    const poll = aFeed();
    const bare = { guid: null, publishedAt: null, publishedPrecision: 'none' } as const;
    poll([anItem(1, bare)]);

    expect(poll([anItem(1, { ...bare, title: 'Changed' })])).toMatchObject({
      fresh: [],
      edited: [{ version: 2 }],
    });
  });

  it('with nothing but words is known by its words', () => {
    const poll = aFeed();
    const bare = { guid: null, link: null, publishedAt: null, publishedPrecision: 'none' } as const;
    poll([anItem(1, bare), anItem(2, bare)]);

    const { fresh, known } = poll([anItem(2, bare), anItem(1, bare), anItem(3, bare)]);

    expect([fresh.length, known.length]).toEqual([1, 2]);
  });
});

describe('two items', () => {
  it('under one guid in one document are two', () => {
    const poll = aFeed();

    const { fresh } = poll([anItem(1, { guid: 'same' }), anItem(2, { guid: 'same' })]);

    expect(fresh).toHaveLength(2);
    expect(new Set(fresh.map(({ item }) => item.key)).size).toBe(2);
  });

  it('under one guid stay two, and a third one is a third', () => {
    const poll = aFeed();
    const same = [1, 2, 3, 4].map((number) => anItem(number, { guid: 'same' }));
    poll(same.slice(0, 3));

    const { fresh, known } = poll(same);

    expect([titlesOf(fresh), known.length]).toEqual([['Duties on product 4 announced'], 3]);
  });

  it('under one guid and one link are told apart by their words', () => {
    const poll = aFeed();
    const same = { guid: 'same', link: 'https://news.example/' };
    poll([anItem(1, same), anItem(2, same)]);

    const { fresh, known } = poll([anItem(1, same), anItem(2, same), anItem(3, same)]);

    expect([fresh.length, known.length]).toEqual([1, 2]);
  });

  it('of which the second takes over the guid of the first weeks later are two', () => {
    const poll = aFeed();
    poll([anItem(1, { guid: 'front-page' })]);

    const { fresh } = poll([anItem(2, { guid: 'front-page', publishedAt: DAY + 14 * 86_400_000 })]);

    expect(fresh).toHaveLength(1);
  });

  it('with one title on one day under different numbers of the publisher are two', () => {
    const poll = aFeed();
    const notice = { title: 'Agency Information Collection', summary: '' };
    poll([anItem(1, notice)], ['fr:2026-00001']);

    const { fresh } = poll(
      [anItem(2, notice), anItem(1, notice)],
      ['fr:2026-00002', 'fr:2026-00001'],
    );

    expect(fresh.map(({ item }) => item.key)).toEqual(['fr:2026-00002']);
  });

  it('with one title on different days are two', () => {
    const poll = aFeed();
    const daily = { title: 'Daily briefing', summary: '' };
    poll([anItem(1, daily)]);

    const { fresh } = poll([anItem(2, { ...daily, publishedAt: DAY + 86_400_000 })]);

    expect(fresh).toHaveLength(1);
  });

  it('that are copies of each other in one document are one', () => {
    const poll = aFeed();

    const { fresh, repeated } = poll([anItem(1), anItem(1), anItem(2)]);

    expect([fresh.length, repeated.length]).toEqual([2, 1]);
  });
});

describe('a feed of a hundred items', () => {
  const newGuids = HUNDRED.map((item, at) => ({ ...item, guid: `new-${at}` }));
  const newLinks = HUNDRED.map((item, at) => ({ ...item, link: `https://new.example/a/${at}` }));
  const newBoth = newGuids.map((item, at) => ({ ...item, link: `https://new.example/a/${at}` }));
  const real = [anItem(200), anItem(201)];

  it.each([
    ['whose guids are all new', newGuids, 0],
    ['whose links are all new', newLinks, 0],
    ['whose guids and links are all new, with two real items', [...real, ...newBoth], 2],
    ['in another order', HUNDRED.toReversed(), 0],
  ])('%s has %s new items', (_, items, expected) => {
    const poll = aFeed();
    poll(HUNDRED);

    const { fresh, edited } = poll(items);

    expect([fresh.length, edited.length]).toEqual([expected, 0]);
  });

  it('with a guid that is new in every request shows nothing new in any of them', () => {
    const poll = aFeed();
    poll(HUNDRED);

    for (const request of ['a', 'b', 'c']) {
      const { fresh, edited } = poll(
        HUNDRED.map((item, at) => ({ ...item, guid: `${request}${at}` })),
      );
      expect([fresh.length, edited.length]).toEqual([0, 0]);
    }
  });

  it('takes an item for new that comes late, however old its date: no last poll cuts it off', () => {
    const poll = aFeed();
    poll(HUNDRED);
    const late = anItem(300, { publishedAt: DAY - 3 * DAY_MS });

    expect(titlesOf(poll([...HUNDRED, late]).fresh)).toEqual([late.title]);
  });

  it('whose guids are all new says so', () => {
    const poll = aFeed();
    poll(HUNDRED);

    expect(poll(newGuids).findings.allGuidsChanged).toBe(true);
    expect(poll(HUNDRED).findings.allGuidsChanged).toBe(false);
  });

  it('that offers everything anew is a storm, its first poll is none', () => {
    const named = nameItems(
      HUNDRED,
      HUNDRED.map(() => null),
    );

    expect(identifyItems(named, [], { isBaseline: true }).findings.storm).toBeNull();
    expect(identifyItems(named, []).findings.storm).toBe('100 of 100 items are new in one poll');
  });

  it.each([
    [12, null, false],
    [12, 2, true],
    [12, 4, false],
    [10, 0, false],
    [40, 13, true],
    [70, null, true],
  ])('of which %i are new, %s being usual, is a storm: %s', (count, usualFresh, expected) => {
    const poll = aFeed();
    const memory = createItemMemory();
    const named = nameItems(
      HUNDRED,
      HUNDRED.map(() => null),
    );
    memory.store(identifyItems(named.slice(count), [], { isBaseline: true }));

    const { findings } = identifyItems(named, memory.find(namesToFind(named)), { usualFresh });

    expect(findings.storm !== null).toBe(expected);
    expect(poll(HUNDRED).fresh).toHaveLength(100);
  });

  it('is no storm by new documents that their publisher numbers, on a busy day of a gazette', () => {
    const stormOf = (numberOf: (at: number) => string | null, days: number) => {
      const items = HUNDRED.map((one, at) =>
        at < 50 ? one : { ...one, publishedAt: DAY + days * DAY_MS },
      );
      const memory = createItemMemory();
      const named = nameItems(
        items,
        items.map((_, at) => numberOf(at)),
      );
      memory.store(identifyItems(named.slice(0, 50), [], { isBaseline: true }));
      const known = memory.find(namesToFind(named));
      return identifyItems(named, known, { usualFresh: 2 }).findings.storm;
    };
    const numbered = (at: number) => `2026-${at}`;
    const storm = '50 new items in one poll where 2 are usual';

    expect(stormOf(numbered, 1)).toBeNull();
    expect(stormOf(() => null, 1)).toBe(storm);
    // Older than all that was shown: a search that was widened, not news.
    expect(stormOf(numbered, -30)).toBe(storm);
  });

  it('is no storm after an absence of ours by what is dated since then', () => {
    const since = Date.UTC(2026, 2, 1);
    const dated = (days: number) =>
      nameItems(
        HUNDRED.map((one) => ({ ...one, publishedAt: since + days * DAY_MS })),
        HUNDRED.map(() => null),
      );

    expect(identifyItems(dated(1), [], { awaySince: since }).findings.storm).toBeNull();
    expect(identifyItems(dated(-9), [], { awaySince: since }).findings.storm).not.toBeNull();
    expect(identifyItems(dated(1), [], { awaySince: null }).findings.storm).not.toBeNull();
  });

  it('without a common item with the last poll says so', () => {
    const poll = aFeed();
    poll(HUNDRED.slice(0, 10));

    expect(poll(HUNDRED.slice(10, 20)).findings.noOverlap).toBe(true);
    expect(poll(HUNDRED.slice(15, 25)).findings.noOverlap).toBe(false);
  });
});

describe('whatever a feed does', () => {
  const someItem = fc
    .record({
      number: fc.nat(30),
      guid: fc.constantFrom('own', 'same', null),
      link: fc.constantFrom('own', 'same', null),
      dated: fc.boolean(),
      title: fc.constantFrom('own', 'same', ''),
    })
    .map(({ number, guid, link, dated, title }) =>
      anItem(number, {
        ...(guid !== 'own' && { guid }),
        ...(link !== 'own' && { link: link === null ? null : 'https://news.example/' }),
        ...(!dated && { publishedAt: null, publishedPrecision: 'none' as const }),
        ...(title !== 'own' && { title }),
      }),
    );

  it('every item is in exactly one list, and the same document twice is all known', () => {
    fc.assert(
      fc.property(fc.array(someItem, { maxLength: 25 }), (items) => {
        const poll = aFeed();
        const first = poll(items);
        const second = poll(items);

        expect(
          first.fresh.length + first.edited.length + first.known.length + first.repeated.length,
        ).toBe(items.length);
        expect(second.fresh).toEqual([]);
        expect(second.edited).toEqual([]);
      }),
    );
  });

  it('the order of a document changes nothing', () => {
    fc.assert(
      fc.property(fc.array(someItem, { maxLength: 25 }), (items) => {
        const poll = aFeed();
        poll(items);

        expect(poll(items.toReversed()).fresh).toEqual([]);
      }),
    );
  });
});

describe('links', () => {
  it.each([
    ['https://www.example.org/a/', 'http://example.org/a'],
    ['https://example.org/a?utm_source=x&b=2&a=1', 'https://example.org/a?a=1&b=2'],
    ['https://example.org:443/a', 'https://example.org/a'],
    ['https://EXAMPLE.org/a#part', 'https://example.org/a'],
    ['https://example.org/a;jsessionid=1F', 'https://example.org/a'],
  ])('%s and %s are one', (a, b) => {
    expect(cleanLink(a)).toBe(cleanLink(b));
  });

  it.each([
    ['https://example.org/a?id=1', 'https://example.org/a?id=2'],
    ['https://example.org/A', 'https://example.org/a'],
    ['https://a.example.org/', 'https://b.example.org/'],
  ])('%s and %s are two', (a, b) => {
    expect(cleanLink(a)).not.toBe(cleanLink(b));
  });

  it('that are none give nothing', () => {
    expect(['', 'x', 'mailto:a@b.example', 'urn:1'].map(cleanLink)).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });
});
