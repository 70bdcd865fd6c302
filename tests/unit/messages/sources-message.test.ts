import { describe, expect, it } from 'vitest';
import { HOUR_MS } from '../../../src/domain/day.ts';
import type { Feed, FeedState, FeedTier } from '../../../src/domain/feed.ts';
import { feedHealth, feedHealthWords } from '../../../src/messages/feed-health.ts';
import { printMessage } from '../../../src/messages/print-message.ts';
import { sourcesMessage } from '../../../src/messages/sources-message.ts';

const NOW = Date.UTC(2026, 2, 4, 12);

const aFeed = (id: string, tier: FeedTier = 'authority'): Feed => ({
  id,
  publisher: `Office ${id}`,
  country: 'US',
  url: `https://${id}.example/feed`,
  adapter: 'syndication',
  tier,
  language: 'en',
  enabled: true,
  rhythmHours: 24,
  notes: '',
});

const aState = (feedId: string, changes: Partial<FeedState> = {}): FeedState => ({
  feedId,
  validators: { etag: null, lastModified: null },
  baselineAt: NOW - 99 * HOUR_MS,
  lastPolledAt: NOW - HOUR_MS,
  lastOkAt: NOW - HOUR_MS,
  nextPollAt: NOW + HOUR_MS,
  failures: 0,
  lastError: null,
  parser: 'rss-parser',
  newestItemAt: NOW - 5 * HOUR_MS,
  warnings: [],
  heldReason: null,
  ...changes,
});

const HOLD = { since: NOW - 2 * HOUR_MS, reason: '40 of 46 items are new in one poll', items: 12 };
const SICK: readonly (readonly [string, Partial<FeedState>, string, string])[] = [
  ['held', { hold: HOLD }, 'Held until somebody decides', '12 items read as tariff news are held'],
  [
    'failing',
    { failures: 3, lastError: 'The server refuses us (403).', lastOkAt: NOW - 50 * HOUR_MS },
    'In trouble',
    'The server refuses us (403). Last answered 2 days ago.',
  ],
  ['paused', { heldReason: 'Paused by Ann.' }, 'Paused', 'by Ann. Last answered 1 h ago.'],
  ['stale', { warnings: ['Stale: the feed may be frozen.'] }, 'Answering, but look', 'Stale: the'],
];

const feeds = [
  ...SICK.map(([id]) => aFeed(id)),
  aFeed('well', 'gazette'),
  aFeed('fine', 'gazette'),
  aFeed('new', 'press'),
];
const states = [
  ...SICK.map(([id, changes]) => aState(id, changes)),
  aState('well'),
  aState('fine', { lastOkAt: NOW - 5 * 60_000 }),
];

describe('the answer to sources', () => {
  const text = printMessage(sourcesMessage(feeds, states, NOW));

  it.each(SICK)(
    'tells of a feed that is %s what is wrong, before the healthy ones',
    (id, _, title, words) => {
      const line = text.split('\n').find((one) => one.includes(`Office ${id}`)) ?? '';

      expect(line).toContain(words);
      expect(text.indexOf(title)).toBeGreaterThan(-1);
      expect(text.indexOf(title)).toBeLessThan(text.indexOf(line));
      expect(text.indexOf(line)).toBeLessThan(text.indexOf('In order'));
      expect(text.split(`Office ${id}`)).toHaveLength(2);
    },
  );

  it('counts every feed once', () => {
    expect(text).toContain(
      '7 feeds: 2 in order, 1 held, 1 in trouble, 1 paused, 1 to look at, 1 not polled yet; last checked 4 Mar 2026 11:55 UTC.',
    );
  });

  it('names the healthy ones in a line a kind, each with when it last answered', () => {
    expect(text).toContain('Official gazettes: Office well (1 h), Office fine (5 min)');
    expect(text).toContain('Office new');
    expect(text.indexOf('Not polled yet')).toBeLessThan(text.indexOf('Office new'));
  });

  it('stays on one screen with a hundred feeds, whatever state they are in', () => {
    const many = Array.from({ length: 100 }, (_, at) => aFeed(`f${at}`));
    for (const [, changes] of [['ok', {}] as const, ...SICK]) {
      const all = many.map(({ id }) => aState(id, changes));
      const lines = printMessage(sourcesMessage(many, all, NOW)).split('\n');

      expect(lines.length).toBeLessThan(40);
      expect(lines.join('\n')).toContain('and 85 more');
    }
  });

  it('tells everything of one kind or one feed', () => {
    const one = printMessage(sourcesMessage(feeds, states, NOW, 'failing'));
    expect(one).toContain('newest item 4 Mar 2026 07:00 UTC; next poll 4 Mar 2026 13:00 UTC');
    expect(one).not.toContain('Office well');

    const kind = printMessage(sourcesMessage(feeds, states, NOW, 'gazette'));
    expect(kind).toContain('Office well');
    expect(kind).not.toContain('Office stale');
  });

  it('says of a paused feed who paused it and how it runs again, and everything once', () => {
    const one = printMessage(sourcesMessage(feeds, states, NOW, 'paused'));

    expect(one).toContain(
      'Paused by Ann. Last answered 1 h ago; newest item 4 Mar 2026 07:00 UTC; it runs again with: feed resume paused',
    );
    expect(one).not.toContain('next poll');
    const failing = printMessage(sourcesMessage(feeds, states, NOW, 'failing'));
    expect(failing.split('Last answered')).toHaveLength(2);
  });

  it('offers what is held to be looked at', () => {
    expect(sourcesMessage(feeds, states, NOW).buttons).toEqual([
      { label: 'Held of held', command: 'feed held held' },
    ]);
  });
});

describe('the line on feeds under other answers', () => {
  it('says that something is held and what is in trouble, a feed each once', () => {
    const words = feedHealthWords(feedHealth(feeds, states));

    expect(words).toContain(
      'held until somebody decides, and not counted here: 12 items of Office held',
    );
    expect(words).toContain('Office failing (The server refuses us (403))');
    expect(words).toContain('Office paused (paused: by Ann)');
  });

  it.each([
    [
      'Window overrun at 4 Mar: no item was in the one before.',
      'items may have come and gone unseen',
    ],
    ['Stale: the newest item is 60 days old.', 'nothing new for long'],
    ['Empty: the feed is readable but has no items.', 'no items in it'],
    ['All guids changed at once; the items were recognised.', 'all its items under new ids'],
  ])('does not count a feed as in order that may hide news (%s)', (warning, reason) => {
    const two = [aFeed('odd'), aFeed('well')];
    const petty = 'The date "some day" was not understood.';
    const health = feedHealth(two, [aState('odd', { warnings: [petty, warning] }), aState('well')]);

    expect(feedHealthWords(health)).toBe(
      `1 of 2 feeds in order, last checked 4 Mar 2026 11:00 UTC; answering, but look: Office odd (${reason})`,
    );
  });

  it('names those that hide no news after the others, without a reason', () => {
    const two = [aFeed('a'), aFeed('b')];
    const states = [
      aState('a', { warnings: ['The date "some day" was not understood.'] }),
      aState('b', { warnings: ['Stale: the feed may be frozen.'] }),
    ];

    expect(feedHealthWords(feedHealth(two, states))).toContain(
      '0 of 2 feeds in order, last checked 4 Mar 2026 11:00 UTC; answering, but look: Office b (nothing new for long), Office a',
    );
  });
});
