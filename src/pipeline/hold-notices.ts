// One line to the operators for each hold, and one more when nobody has decided for a day; never a third. A hold has no
// end of its own: it is neither released nor dropped by time. Asked once a minute; the outbox keeps a line from going twice.
import { DAY_MS } from '../domain/day.ts';
import type { Feed, FeedHold } from '../domain/feed.ts';
import type { ChannelRef } from '../domain/subscription.ts';
import { holdMessage, holdWords } from '../messages/hold-message.ts';
import type { Store } from '../ports/store.ts';
import type { Clock, Log } from '../ports/world.ts';

export type HoldNoticePorts = {
  readonly store: Pick<Store, 'feedStates' | 'enqueue'>;
  readonly feeds: readonly Feed[];
  /** Null: the log alone says it. */
  readonly adminChannel: ChannelRef | null;
  readonly clock: Clock;
  readonly log: Log;
};

const REMIND_AFTER_MS = DAY_MS;

/** Plans the lines that are due; gives how many were new. */
export function createHoldNotices(ports: HoldNoticePorts): () => Promise<number> {
  // Only to spare the database: what was said before a restart is planned again and refused there.
  const said = new Set<string>();

  async function say(feed: Feed, hold: FeedHold, isReminder: boolean): Promise<number> {
    const { store, adminChannel, clock, log } = ports;
    const dedupeKey = `hold:${feed.id}:${hold.since}${isReminder ? ':reminder' : ''}`;
    if (said.has(dedupeKey)) return 0;
    const now = clock.now();
    const message = holdMessage(feed, hold, isReminder);
    const notice = { kind: 'system', storyId: null, storyVersion: null, mode: 'post' } as const;
    const reason = 'a feed offered too much at once';
    const planned =
      adminChannel === null
        ? 0
        : await store.enqueue(
            [{ ...notice, dedupeKey, channel: adminChannel, message, reason, notBefore: now }],
            now,
          );
    said.add(dedupeKey);
    log.warn('a feed is held until somebody releases or drops what it offered', {
      feedId: feed.id,
      hold: holdWords(hold),
    });
    return planned;
  }

  return async () => {
    let planned = 0;
    for (const state of await ports.store.feedStates()) {
      const { hold } = state;
      const feed = ports.feeds.find(({ id }) => id === state.feedId);
      if (hold == null || feed === undefined) continue;
      planned += await say(feed, hold, ports.clock.now() - hold.since >= REMIND_AFTER_MS);
    }
    return planned;
  };
}
