import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../src/domain/day.ts';
import type { Feed, FeedState } from '../../../src/domain/feed.ts';
import {
  absenceBefore,
  addressOf,
  usualFresh,
  validatorsFor,
} from '../../../src/feeds/feed-memory.ts';
import {
  adaptiveInterval,
  backOff,
  nextFeedState,
  POLL_LIMITS,
  type PollOutcome,
} from '../../../src/feeds/poll-schedule.ts';

const NOW = Date.UTC(2026, 2, 4, 18);
const FEED: Feed = {
  id: 'f',
  publisher: 'P',
  country: 'US',
  url: 'https://f.example/rss',
  adapter: 'syndication',
  tier: 'press',
  language: 'en',
  enabled: true,
  rhythmHours: null,
  notes: '',
};
const STATE: FeedState = {
  feedId: 'f',
  validators: { etag: '"old"', lastModified: null },
  baselineAt: NOW - DAY_MS,
  lastPolledAt: NOW - HOUR_MS,
  lastOkAt: NOW - HOUR_MS,
  nextPollAt: NOW,
  failures: 0,
  lastError: null,
  parser: 'rss-parser',
  newestItemAt: NOW - HOUR_MS,
  warnings: [],
  heldReason: null,
};
const NEW_VALIDATORS = { etag: '"new"', lastModified: null };

type Items = Extract<PollOutcome, { kind: 'items' }>;
function items(change: Partial<Items> = {}): Items {
  return {
    kind: 'items',
    validators: NEW_VALIDATORS,
    parser: 'feedsmith',
    publishedAt: [NOW - HOUR_MS],
    itemCount: 10,
    freshCount: 1,
    noOverlap: false,
    ...change,
  };
}

function failed(change: Partial<Extract<PollOutcome, { kind: 'failed' }>> = {}): PollOutcome {
  return {
    kind: 'failed',
    reason: 'The server is broken (500).',
    retryAfterMs: null,
    gone: false,
    ...change,
  };
}

function next(
  outcome: PollOutcome,
  change: { feed?: Partial<Feed>; state?: Partial<FeedState>; now?: number; random?: number } = {},
): FeedState {
  return nextFeedState({
    feed: { ...FEED, ...change.feed },
    state: { ...STATE, ...change.state },
    outcome,
    now: change.now ?? NOW,
    random: () => change.random ?? 0.5,
  });
}

describe('after items', () => {
  it('the new validators are kept, errors and failures forgotten', () => {
    const state = next(items(), { state: { failures: 4, lastError: 'x' } });

    expect(state).toMatchObject({
      validators: NEW_VALIDATORS,
      failures: 0,
      lastError: null,
      lastOkAt: NOW,
      parser: 'feedsmith',
      newestItemAt: NOW - HOUR_MS,
      baselineAt: STATE.baselineAt,
    });
  });

  it('the first ones are the baseline', () => {
    expect(next(items(), { state: { baselineAt: null } }).baselineAt).toBe(NOW);
  });

  it('leave a pause and what is held as they are', () => {
    const hold = { since: NOW - DAY_MS, reason: '40 of 40 items are new in one poll', items: 12 };

    expect(next(items(), { state: { heldReason: 'by hand', hold } })).toMatchObject({
      heldReason: 'by hand',
      hold,
    });
  });

  it('dated ahead they do not make the feed look fresh', () => {
    const ahead = Date.UTC(2099, 0, 1);

    expect(next(items({ publishedAt: [ahead, NOW - DAY_MS] })).newestItemAt).toBe(NOW - DAY_MS);
  });
});

describe('the interval', () => {
  it.each([
    [
      'a quarter of the usual gap',
      [0, 4, 8, 12, 16].map((hours) => NOW - hours * HOUR_MS),
      null,
      HOUR_MS,
    ],
    [
      'at least the lower bound',
      [0, 1, 2, 3, 4].map((minutes) => NOW - minutes * MINUTE_MS),
      null,
      POLL_LIMITS.minMs,
    ],
    [
      'at most the upper bound',
      [0, 9, 18, 27].map((days) => NOW - days * DAY_MS),
      null,
      POLL_LIMITS.maxMs,
    ],
    [
      'the expected rhythm where that is quicker',
      [0, 9, 18, 27].map((days) => NOW - days * DAY_MS),
      4,
      HOUR_MS,
    ],
    ['half an hour where nothing is known', [], null, 30 * MINUTE_MS],
  ])('is %s', (_, publishedAt, rhythmHours, expected) => {
    expect(adaptiveInterval({ rhythmHours }, publishedAt, POLL_LIMITS)).toBe(expected);
  });

  it('is the one that was set, for all feeds and outcomes', () => {
    const limits = { ...POLL_LIMITS, fixedMs: 2_000 };
    for (const outcome of [
      items(),
      failed(),
      { kind: 'not-modified', validators: NEW_VALIDATORS } as const,
    ]) {
      const state = nextFeedState({
        feed: FEED,
        state: STATE,
        outcome,
        now: NOW,
        random: () => 0.9,
        limits,
      });
      expect(state.nextPollAt - NOW).toBe(2_000);
    }
  });

  it('is spread by a tenth, so that feeds do not come in step', () => {
    const waits = [0, 0.5, 0.999].map((random) => next(items(), { random }).nextPollAt - NOW);

    expect(waits.map((wait) => Math.round(wait / MINUTE_MS))).toEqual([27, 30, 33]);
  });

  it('that had no common item with the last one is told for a day, whatever came since', () => {
    const lost = next(items({ noOverlap: true }));
    const unchanged = { kind: 'not-modified' as const, validators: NEW_VALIDATORS };
    const words = expect.stringMatching(/^Window overrun at 2026-03-04 18:00 UTC/);

    expect(lost.overrunAt).toBe(NOW);
    expect(next(items(), { state: lost, now: NOW + HOUR_MS }).warnings).toContainEqual(words);
    expect(next(unchanged, { state: lost, now: NOW + HOUR_MS }).warnings).toContainEqual(words);
    expect(next(items(), { state: lost, now: NOW + 25 * HOUR_MS }).warnings).not.toContainEqual(
      words,
    );
  });

  it('is cut to a quarter after a window overrun', () => {
    const calm = next(items()).nextPollAt;

    expect((next(items({ noOverlap: true })).nextPollAt - NOW) * 4).toBe(calm - NOW);
  });

  it.each([
    ['before the filing', Date.UTC(2026, 2, 4, 13, 30), 15.5],
    ['just after it', Date.UTC(2026, 2, 4, 13, 50), 5],
    ['in summer time too', Date.UTC(2026, 6, 8, 12, 30), 15.5],
    ['not at weekends', Date.UTC(2026, 2, 7, 13, 30), 30],
    ['not in the afternoon', Date.UTC(2026, 2, 4, 20), 30],
  ])('of the Federal Register is shortened around 08:45 in Washington: %s', (_, now, minutes) => {
    const publishedAt: number[] = [];
    const state = next(items({ publishedAt }), { feed: { adapter: 'public-inspection' }, now });

    expect((state.nextPollAt - now) / MINUTE_MS).toBe(minutes);
  });
});

describe('after a failure', () => {
  it('the validators and the last success stay', () => {
    expect(next(failed())).toMatchObject({
      validators: STATE.validators,
      lastOkAt: STATE.lastOkAt,
      lastPolledAt: NOW,
      failures: 1,
      lastError: 'The server is broken (500).',
    });
  });

  it('the wait doubles up to a day', () => {
    const waits = [1, 2, 3, 11, 12, 30, 1_000].map(
      (failures) => backOff(failures, () => 1) / MINUTE_MS,
    );

    expect(waits).toEqual([1, 2, 4, 1_024, 1_440, 1_440, 1_440]);
  });

  it('the wait is between half of it and all of it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 2_000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (failures, random) => {
          const wait = backOff(failures, () => random);
          const full = backOff(failures, () => 1);
          expect(wait).toBeGreaterThanOrEqual(full / 2);
          expect(wait).toBeLessThanOrEqual(full);
        },
      ),
    );
  });

  it('Retry-After is never undercut', () => {
    const state = next(failed({ retryAfterMs: 2 * HOUR_MS }));

    expect(state.nextPollAt - NOW).toBe(2 * HOUR_MS);
  });

  it('410 pauses the feed with a reason, other failures never do', () => {
    const gone = next(failed({ gone: true }));
    const failing = next(failed(), { state: { failures: 10_000 } });

    expect(gone.heldReason).toContain('410');
    expect(gone.nextPollAt - NOW).toBeGreaterThan(1_000 * DAY_MS);
    expect(failing.heldReason).toBeNull();
    expect(failing.nextPollAt - NOW).toBeLessThanOrEqual(DAY_MS);
  });
});

describe('after 304', () => {
  it('all is well, and the interval grows a little', () => {
    const state = next(
      { kind: 'not-modified', validators: NEW_VALIDATORS },
      { state: { failures: 3, lastError: 'x' } },
    );

    expect(state).toMatchObject({
      failures: 0,
      lastError: null,
      lastOkAt: NOW,
      baselineAt: STATE.baselineAt,
    });
    expect(state.nextPollAt - NOW).toBeGreaterThan(HOUR_MS);
    expect(state.nextPollAt - NOW).toBeLessThan(1.3 * HOUR_MS);
  });

  it('a frozen feed is still called stale', () => {
    const state = next(
      { kind: 'not-modified', validators: NEW_VALIDATORS },
      { feed: { rhythmHours: 24 }, state: { newestItemAt: NOW - 9 * DAY_MS } },
    );

    expect(state.warnings.join()).toContain('Stale');
  });
});

describe('a feed of which no rhythm is known', () => {
  const daily = (newest: number) => [0, 1, 2, 3].map((at) => newest - at * DAY_MS);

  it.each([
    ['nothing new for thirteen days', daily(NOW - 13 * DAY_MS), false],
    ['nothing new for fifteen days', daily(NOW - 15 * DAY_MS), true],
    ['a break within three times its longest', [NOW - 80 * DAY_MS, NOW - 110 * DAY_MS], false],
    ['a break beyond three times its longest', [NOW - 95 * DAY_MS, NOW - 125 * DAY_MS], true],
    ['no dates', [], false],
  ])('and that has %s is stale: %s', (_, publishedAt, isStale) => {
    const { warnings } = next(items({ publishedAt }));

    expect(warnings.some((text) => text.startsWith('Stale'))).toBe(isStale);
  });

  it('is called stale on while its document is unchanged', () => {
    const stale = next(items({ publishedAt: daily(NOW - 15 * DAY_MS) }));
    const unchanged: PollOutcome = { kind: 'not-modified', validators: NEW_VALIDATORS };

    expect(next(unchanged, { state: stale }).warnings).toEqual(stale.warnings);
    expect(next(unchanged).warnings).toEqual([]);
  });
});

describe('warnings', () => {
  it.each<[string, Partial<Items>, Partial<Feed>, RegExp]>([
    [
      'an old newest item',
      { publishedAt: [NOW - 9 * DAY_MS] },
      { rhythmHours: 24 },
      /^Stale: the newest item is 9 days old/,
    ],
    ['no items', { itemCount: 0, publishedAt: [] }, {}, /^Empty/],
    ['no common item', { noOverlap: true }, {}, /^Window overrun/],
    [
      'a move for good',
      { movedTo: 'https://new.example/' },
      {},
      /moved for good to https:\/\/new\.example\//,
    ],
    [
      'what the poll found',
      { problems: ['The date "x" was not understood.'] },
      {},
      /not understood/,
    ],
  ])('name %s', (_, change, feed, expected) => {
    const { warnings } = next(items(change), { feed });

    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toMatch(expected);
  });

  it('are gone when the poll after is in order', () => {
    expect(next(items(), { state: { warnings: ['Empty'] } }).warnings).toEqual([]);
  });

  it('stand while the document is unchanged (304), but for what happened once and what is looked at anew', () => {
    const lasting = [
      'Empty: the feed is readable but has no items.',
      'The feed is not quite valid.',
    ];
    const passing = ['Storm: 40 of 46', 'Busy day: 40', 'All guids changed at once.', 'Stale: x'];
    const unchanged: PollOutcome = { kind: 'not-modified', validators: NEW_VALIDATORS };

    const { warnings } = next(unchanged, {
      feed: { rhythmHours: 24 },
      state: { warnings: [...passing, ...lasting] },
    });

    expect(warnings).toEqual(lasting);
  });
});

describe('a permanent move', () => {
  const TO = 'https://new.example/rss';
  const stateAfter = (state: FeedState, outcome: PollOutcome, now: number) =>
    nextFeedState({ feed: FEED, state, outcome, now, random: () => 0.5 });
  const movedFor = (days: number): FeedState => ({
    ...STATE,
    moved: { from: FEED.url, to: TO, since: NOW - days * DAY_MS },
  });

  it('is believed after a week without a break', () => {
    const first = stateAfter(STATE, items({ movedTo: TO }), NOW);
    const later = stateAfter(first, items({ movedTo: TO }), NOW + 6 * DAY_MS);

    expect(addressOf(FEED, later, NOW + 6 * DAY_MS)).toBe(FEED.url);
    expect(addressOf(FEED, later, NOW + 7 * DAY_MS)).toBe(TO);
  });

  it('is forgotten when the old address answers by itself again, or leads elsewhere', () => {
    expect(stateAfter(movedFor(3), items(), NOW).moved).toBeNull();
    expect(
      stateAfter(movedFor(3), items({ movedTo: 'https://other.example/' }), NOW).moved,
    ).toEqual({
      from: FEED.url,
      to: 'https://other.example/',
      since: NOW,
    });
  });

  it('is kept while the new address answers, with 304 too', () => {
    const kept = stateAfter(movedFor(8), items(), NOW);
    expect(addressOf(FEED, kept, NOW)).toBe(TO);
    expect(kept.warnings.join()).toContain(TO);

    const unchanged: PollOutcome = { kind: 'not-modified', validators: NEW_VALIDATORS };
    expect(addressOf(FEED, stateAfter(kept, unchanged, NOW), NOW)).toBe(TO);
  });

  it('is noticed when the new address says that nothing changed, and the old one says so itself', () => {
    const led: PollOutcome = { kind: 'not-modified', validators: NEW_VALIDATORS, movedTo: TO };
    const noticed = stateAfter(STATE, led, NOW);
    expect(noticed.moved).toEqual({ from: FEED.url, to: TO, since: NOW });
    expect(noticed.warnings.join()).toContain(`has moved for good to ${TO}`);
    expect(stateAfter(noticed, led, NOW + DAY_MS)).toMatchObject({
      moved: { since: NOW },
      warnings: noticed.warnings,
    });

    const byItself: PollOutcome = { kind: 'not-modified', validators: NEW_VALIDATORS };
    expect(stateAfter(noticed, byItself, NOW + DAY_MS)).toMatchObject({
      moved: null,
      warnings: [],
    });
  });

  it('is given up when the new address fails, and kept when the old one does', () => {
    expect(addressOf(FEED, stateAfter(movedFor(8), failed(), NOW), NOW)).toBe(FEED.url);
    expect(stateAfter(movedFor(3), failed(), NOW).moved?.to).toBe(TO);
  });

  it('gives way to an operator who changes the address', () => {
    expect(addressOf({ url: 'https://third.example/' }, movedFor(8), NOW)).toBe(
      'https://third.example/',
    );
  });
});

describe('what was remembered of the last answer', () => {
  const polledAt = (lastPolledAt: number | null): FeedState => ({ ...STATE, lastPolledAt });
  const NOTHING = { etag: null, lastModified: null };

  it('is sent along, but for once a day: a server whose marks never change would hide all news', () => {
    const minutes = Array.from(
      { length: (3 * DAY_MS) / HOUR_MS },
      (_, hour) => NOW + hour * HOUR_MS,
    );
    const sent = minutes.map((at) => validatorsFor(FEED, polledAt(at - HOUR_MS), at));

    expect(sent.filter(({ etag }) => etag === null)).toEqual([NOTHING, NOTHING, NOTHING]);
    expect(sent.filter(({ etag }) => etag !== null)).toEqual(
      Array(minutes.length - 3).fill(STATE.validators),
    );
  });

  it('is left out at another hour for each feed', () => {
    const hourOf = (id: string) =>
      Array.from({ length: 24 }, (_, hour) => NOW + hour * HOUR_MS).findIndex(
        (at) => validatorsFor({ id }, polledAt(at - HOUR_MS), at).etag === null,
      );
    const hours = Array.from({ length: 40 }, (_, at) => hourOf(`feed-${at}`));

    expect(new Set(hours).size).toBeGreaterThan(10);
    expect(hours).not.toContain(-1);
  });

  it('is sent along by the first poll after a start', () => {
    expect(validatorsFor(FEED, polledAt(null), NOW)).toEqual(STATE.validators);
  });
});

describe('the usual number of new items', () => {
  const pollsOf = (counts: readonly number[]): FeedState =>
    counts.reduce<FeedState>(
      (state, freshCount) =>
        nextFeedState({
          feed: FEED,
          state,
          outcome: items({ freshCount }),
          now: NOW,
          random: () => 0.5,
        }),
      STATE,
    );

  it('is the middle of the last thirty polls that brought any', () => {
    const state = pollsOf([...Array(20).fill(90), ...Array(10).fill(0), ...Array(30).fill(4)]);

    expect(state.freshCounts).toHaveLength(30);
    expect(usualFresh(state, NOW)).toBe(4);
  });

  it('is not known after few polls, nor after a long silence of ours', () => {
    expect(usualFresh(pollsOf(Array(9).fill(3)), NOW)).toBeNull();
    expect(usualFresh(pollsOf(Array(10).fill(3)), NOW + 13 * HOUR_MS)).toBeNull();
  });

  it('does not count the first poll', () => {
    const { freshCounts } = nextFeedState({
      feed: FEED,
      state: { ...STATE, baselineAt: null },
      outcome: items({ freshCount: 100 }),
      now: NOW,
      random: () => 0.5,
    });

    expect(freshCounts).toEqual([]);
  });
});

describe('an absence of ours', () => {
  it.each([
    ['the first poll', null, null],
    ['a usual gap', NOW - 11 * HOUR_MS, null],
    ['a night', NOW - 13 * HOUR_MS, NOW - 13 * HOUR_MS],
    ['a weekend', NOW - 3 * DAY_MS, NOW - 3 * DAY_MS],
    ['so long that nobody waits for what came', NOW - 8 * DAY_MS, null],
  ])('explains many new items: %s', (_, lastOkAt, expected) => {
    expect(absenceBefore({ lastOkAt }, NOW)).toBe(expected);
  });
});
