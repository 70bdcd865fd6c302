import { describe, expect, it } from 'vitest';
import { findChannelOutcome } from '../../../src/delivery/outcome-for-channel.ts';
import {
  type DigestInput,
  planDigest,
  withHeldDigests,
} from '../../../src/delivery/plan-digest.ts';
import { endOfQuiet } from '../../../src/delivery/quiet-hours.ts';
import { DAY_MS, HOUR_MS } from '../../../src/domain/day.ts';
import { DEFAULT_PREFERENCES } from '../../../src/domain/subscription.ts';
import { printMessage } from '../../../src/messages/print-message.ts';
import { storyCorrectionMessage } from '../../../src/messages/story-message.ts';
import {
  aChange,
  aDelivery,
  aMute,
  aRate,
  aStory,
  aSubscription,
  LANE,
  NOON,
  someSettings,
} from '../../support/story-builder.ts';

const FEEDS = {
  total: 3,
  healthy: 2,
  lastOkAt: NOON,
  troubled: [{ name: 'X', reason: 'HTTP 403' }],
};

function digest(part: Partial<DigestInput> = {}) {
  return planDigest({
    channel: someSettings(),
    due: { day: '2025-02-13', at: NOON + DAY_MS, since: NOON },
    subscriptions: [aSubscription()],
    stories: [],
    entries: [],
    mutes: [],
    sent: [],
    coming: [],
    feeds: FEEDS,
    now: NOON + DAY_MS,
    ...part,
  });
}

const inWindow = { openedAt: NOON + HOUR_MS, updatedAt: NOON + HOUR_MS };

describe('a digest', () => {
  it('has one key a channel and local day', () => {
    expect(digest()?.dedupeKey).toBe(`digest:${LANE}:2025-02-13`);
  });

  it('tells stories of the window that a subscription takes, new ones before changed ones', () => {
    const text = printMessage(
      digest({
        subscriptions: [
          aSubscription({
            filter: { include: { product: ['steel'] }, exclude: {}, countries: [] },
          }),
        ],
        stories: [
          aStory({ id: 'S-1', openedAt: NOON - DAY_MS, updatedAt: NOON + 2 * HOUR_MS }),
          aStory({ id: 'S-2', ...inWindow }),
          aStory({ id: 'S-3', ...inWindow, products: ['copper'] }),
          aStory({ id: 'S-4', openedAt: NOON - DAY_MS, updatedAt: NOON }),
        ],
      })?.message ?? { summary: '', accent: 'info', blocks: [], buttons: [] },
    );

    expect(text.match(/S-\d/g)).toEqual(['S-2', 'S-1']);
    expect(text).toContain('Changed: ');
  });

  it('tells muted stories and says that they were not posted', () => {
    const planned = digest({
      stories: [aStory({ id: 'S-2', ...inWindow })],
      mutes: [aMute('country:JP', { until: NOON + 9 * DAY_MS })],
    });

    expect(planned && printMessage(planned.message)).toContain('not posted when it came');
  });

  it.each(['sent', 'skipped'] as const)(
    'does not say so of a story that was muted after it was told (%s)',
    (state) => {
      const story = aStory({ id: 'S-2', ...inWindow });
      const planned = digest({
        stories: [story],
        mutes: [aMute('country:JP', { until: NOON + 9 * DAY_MS })],
        sent: [aDelivery(story, { state })],
      });

      const text = printMessage(planned?.message ?? never());
      expect(text).toContain('S-2');
      expect(text).not.toContain('not posted when it came');
    },
  );

  it('of a day without news is one line, none or full, as the channel wants', () => {
    const coming = [{ day: '2025-02-20', text: 'something starts' }];
    const as = (emptyDigest: 'line' | 'none' | 'full') =>
      digest({
        coming,
        channel: someSettings({ preferences: { ...DEFAULT_PREFERENCES, emptyDigest } }),
      });

    expect(as('none')).toBeNull();
    expect(printMessage(as('line')?.message ?? never())).not.toContain('Next 14 days');
    expect(printMessage(as('full')?.message ?? never())).toContain('20 Feb 2025: something starts');
  });

  it('stays on one screen and counts the rest', () => {
    const stories = Array.from({ length: 40 }, (_, at) => aStory({ id: `S-${at}`, ...inWindow }));

    const planned = digest({ stories });

    const text = printMessage(planned?.message ?? never());
    expect(text).toContain('and 28 more');
    expect(text.split('\n').length).toBeLessThan(25);
  });

  it('tells apart what was corrected or withdrawn after this channel was told, struck through', () => {
    const fixed = aStory({ id: 'S-1', ...inWindow });
    const gone = aStory({ id: 'S-2', ...inWindow, withdrawn: 'Wire: misread' });
    const toldOf = (kind: 'correction' | 'withdrawal', story: typeof fixed) =>
      aDelivery(story, { kind, createdAt: NOON + 2 * HOUR_MS });

    const planned = digest({
      stories: [fixed, gone, aStory({ id: 'S-3', ...inWindow })],
      sent: [toldOf('correction', fixed), toldOf('withdrawal', gone)],
    });

    const text = printMessage(planned?.message ?? never());
    expect(text).toMatch(/Corrections\n- Corrected: .*S-1.*\n- Withdrawn: .*S-2.* Wire: misread\n/);
    expect(text.match(/S-3/g)).toHaveLength(1);
    expect(planned?.message.summary).toContain('2 corrections');
  });

  it('says of a correction what was wrong, and of a withdrawal what was claimed, struck through', () => {
    const wrong = aStory({ id: 'S-1', ...inWindow, rates: [aRate(25)] });
    const fixed = { ...wrong, rates: [aRate(10)] };
    const gone = aStory({ id: 'S-2', ...inWindow, withdrawn: 'Wire: misread' });
    const told = aDelivery(fixed, {
      kind: 'correction',
      createdAt: NOON + 2 * HOUR_MS,
      message: storyCorrectionMessage(aChange('correction', fixed, wrong)),
    });

    const planned = digest({
      stories: [fixed, gone],
      sent: [told, aDelivery(gone, { kind: 'withdrawal', createdAt: NOON + 2 * HOUR_MS })],
    });

    const struck = (planned?.message.blocks ?? [])
      .flatMap((block) => (block.kind === 'list' ? block.items : []))
      .map((item) => item.filter(({ strike }) => strike === true).map(({ text }) => text));
    expect(struck[0]).toEqual([expect.stringContaining('25%')]);
    expect(struck[1]?.join('')).toContain('S-2');
  });

  it('does not tell a story that was withdrawn before anybody was told of it', () => {
    const unseen = aStory({ ...inWindow, withdrawn: 'Wire: misread' });
    const earlier = aStory({
      id: 'S-8',
      openedAt: NOON - DAY_MS,
      updatedAt: NOON + 1,
      withdrawn: 'x',
    });

    expect(printMessage(digest({ stories: [unseen] })?.message ?? never())).toContain(
      'Nothing new',
    );
    expect(printMessage(digest({ stories: [earlier] })?.message ?? never())).toContain(
      'Withdrawn: ',
    );
  });

  it('says how the feeds are', () => {
    expect(printMessage(digest()?.message ?? never())).toContain(
      '2 of 3 feeds in order, last checked 12 Feb 2025 12:00 UTC; in trouble: X (HTTP 403)',
    );
  });
});

function never(): never {
  throw new Error('a message was expected');
}

describe('the window of a digest', () => {
  const due = { day: '2025-02-13', at: NOON + DAY_MS, since: NOON };
  const told = (id: number, state: 'sent' | 'dead', daysAgo: number) =>
    aDelivery(aStory(), { id, kind: 'digest', state, createdAt: NOON - daysAgo * DAY_MS });
  const sinceAfter = (...sent: readonly ReturnType<typeof told>[]) =>
    withHeldDigests(due, sent).since;

  it('reaches back over the digests that were given up right before it', () => {
    expect(sinceAfter(told(3, 'dead', 0), told(2, 'dead', 1), told(1, 'sent', 2))).toBe(
      NOON - 2 * DAY_MS,
    );
    expect(sinceAfter(told(3, 'dead', 0))).toBe(NOON - DAY_MS);
  });

  it('is its own where the one before was told, whatever became of earlier ones', () => {
    expect(sinceAfter(told(2, 'sent', 0), told(1, 'dead', 1))).toBe(NOON);
    expect(sinceAfter()).toBe(NOON);
  });
});

describe('the end of quiet hours', () => {
  const berlin = {
    fromMinute: 22 * 60,
    toMinute: 7 * 60,
    zone: 'Europe/Berlin',
    urgentPasses: false,
  };
  const at = (iso: string) => Date.parse(iso);

  it.each([
    ['outside them is now', '2025-07-01T12:00:00Z', '2025-07-01T12:00:00Z'],
    ['before midnight is tomorrow morning', '2025-07-01T20:30:00Z', '2025-07-02T05:00:00Z'],
    ['after midnight is this morning', '2025-07-02T02:00:00Z', '2025-07-02T05:00:00Z'],
    ['their first minute is quiet', '2025-07-01T20:00:00Z', '2025-07-02T05:00:00Z'],
    ['their last minute is over', '2025-07-02T05:00:00Z', '2025-07-02T05:00:00Z'],
    ['follows the clocks in spring', '2025-03-29T22:00:00Z', '2025-03-30T05:00:00Z'],
  ])('%s', (_, now, expected) => {
    expect(endOfQuiet(berlin, at(now))).toBe(at(expected));
  });
});

describe('the outcome in a channel', () => {
  const base = {
    item: null,
    story: aStory(),
    channel: someSettings(),
    subscriptions: [aSubscription()],
    deliveries: [],
    mutes: [],
    now: NOON,
  };
  const threatFilter = {
    include: {},
    exclude: { stage: ['announced'] },
    countries: [],
  };

  it.each([
    ['posted', { deliveries: [aDelivery(aStory())] }, 'posted'],
    [
      'waiting',
      { deliveries: [aDelivery(aStory(), { state: 'pending', sentAt: null })] },
      'waiting',
    ],
    [
      'uncertain',
      { deliveries: [aDelivery(aStory(), { state: 'unknown', sentAt: null })] },
      'uncertain',
    ],
    ['given up', { deliveries: [aDelivery(aStory(), { state: 'dead', sentAt: null })] }, 'failed'],
    [
      'told with others',
      { deliveries: [aDelivery(aStory(), { state: 'skipped', sentAt: null })] },
      'folded',
    ],
    ['not subscribed', { subscriptions: [] }, 'no-subscription'],
    ['filtered', { subscriptions: [aSubscription({ filter: threatFilter })] }, 'filtered'],
    ['muted', { mutes: [aMute('product:steel')] }, 'muted'],
    ['paused', { channel: someSettings({ pausedReason: 'archived' }) }, 'paused'],
    [
      'older',
      { subscriptions: [aSubscription({ createdAt: NOON + 1 })] },
      'older-than-subscription',
    ],
    ['withdrawn', { story: aStory({ withdrawn: 'misread' }) }, 'withdrawn'],
    [
      'withdrawn while its post still waited',
      {
        story: aStory({ withdrawn: 'misread' }),
        deliveries: [aDelivery(aStory(), { state: 'withdrawn', sentAt: null })],
      },
      'withdrawn',
    ],
    ['first poll', { item: { outcome: 'baseline' as const, reason: 'first poll' } }, 'item'],
    [
      'no news',
      { story: null, item: { outcome: 'not-tariff-news' as const, reason: 'football' } },
      'item',
    ],
    ['nothing kept it out', {}, 'not-planned'],
  ])('%s', (_, part, kind) => {
    expect(findChannelOutcome({ ...base, ...part }).kind).toBe(kind);
  });

  it('remembers the mute that kept it out, though it has ended since', () => {
    const mute = { ...aMute('product:steel'), until: NOON + 1_000 };

    const outcome = findChannelOutcome({ ...base, mutes: [mute], now: NOON + 3_600_000 });

    expect(outcome).toEqual({
      kind: 'muted',
      subject: 'product:steel',
      until: mute.until,
      isOver: true,
    });
  });

  it('names the term that filtered it', () => {
    const outcome = findChannelOutcome({
      ...base,
      subscriptions: [aSubscription({ filter: threatFilter })],
    });

    expect(outcome).toEqual({ kind: 'filtered', terms: ['-stage:announced'] });
  });

  it('names a term once, however many subscriptions have it', () => {
    const subscriptions = [{ id: 'W-1' }, { id: 'W-2' }].map((part) =>
      aSubscription({ ...part, filter: threatFilter }),
    );

    expect(findChannelOutcome({ ...base, subscriptions })).toEqual({
      kind: 'filtered',
      terms: ['-stage:announced'],
    });
  });
});
