// Tells the operators when messages do not get out in time: the age of the oldest one that could have been sent. Asked once a
// minute. In: the outbox. Out: a log line and one message an hour while it lasts, and a log line when it is over.
import { HOUR_MS, MINUTE_MS } from '../domain/day.ts';
import type { ChannelRef } from '../domain/subscription.ts';
import { lateMessage } from '../messages/late-message.ts';
import type { Store } from '../ports/store.ts';
import type { Clock, Log } from '../ports/world.ts';

export type LateWatchPorts = {
  readonly store: Pick<Store, 'oldestUnsentAt' | 'enqueue'>;
  /** Null: the log alone says it. */
  readonly adminChannel: ChannelRef | null;
  readonly clock: Clock;
  readonly log: Log;
};

/** Longer than the quiet wait after one lost answer, and than any wait that a platform usually asks for. */
export const LATE_AFTER_MS = 10 * MINUTE_MS;

/** The check; gives how many messages it planned. */
export function createLateWatch(ports: LateWatchPorts): () => Promise<number> {
  const { store, adminChannel, clock, log } = ports;
  let isLate = false;
  return async () => {
    const now = clock.now();
    const oldest = await store.oldestUnsentAt(now);
    const ageMs = oldest === null ? 0 : now - oldest;
    if (ageMs < LATE_AFTER_MS) {
      if (isLate) log.info('posts get out in time again');
      isLate = false;
      return 0;
    }
    if (!isLate) log.warn('posts are late', { oldestSeconds: Math.round(ageMs / 1_000) });
    isLate = true;
    if (adminChannel === null) return 0;
    const delivery = {
      // One an hour, whichever process notices.
      dedupeKey: `late:${Math.floor(now / HOUR_MS)}`,
      channel: adminChannel,
      kind: 'system',
      storyId: null,
      storyVersion: null,
      message: lateMessage(ageMs),
      reason: 'posts do not get out in time',
      notBefore: now,
      mode: 'post',
    } as const;
    return store.enqueue([delivery], now);
  };
}
