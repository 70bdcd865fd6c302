// Tells the operators once of what concerns several channels at a time. Asked once a minute. In: the groups that are whole by
// now. Out: one message for each group in the operators' channel.
import type { Instant } from '../domain/day.ts';
import type { Message } from '../domain/message.ts';
import type { ChannelRef } from '../domain/subscription.ts';
import type { Store } from '../ports/store.ts';
import type { Clock } from '../ports/world.ts';

export type OperatorNoticePorts<Row> = {
  readonly store: Pick<Store, 'enqueue'>;
  /** Null: the log alone says it. */
  readonly adminChannel: ChannelRef | null;
  readonly clock: Clock;
  /** Begins the keys of these notices in the outbox. */
  readonly kind: string;
  readonly reason: string;
  /** What is to be told now, by a key that the same group has for ever; `adminChannel` cannot be told of itself. */
  readonly groups: (
    adminChannel: ChannelRef,
    now: Instant,
  ) => Promise<ReadonlyMap<string, readonly Row[]>>;
  readonly messageOf: (rows: readonly Row[]) => Message;
};

/** The check; gives how many messages it planned. */
export function createOperatorNotices<Row>(ports: OperatorNoticePorts<Row>): () => Promise<number> {
  const { store, adminChannel, clock, kind, reason, groups, messageOf } = ports;
  // Only to spare the database: what was said before a restart is planned again and refused there.
  const said = new Set<string>();
  return async () => {
    if (adminChannel === null) return 0;
    const now = clock.now();
    let planned = 0;
    for (const [group, rows] of await groups(adminChannel, now)) {
      if (said.has(group)) continue;
      const delivery = {
        dedupeKey: `${kind}:${group}`,
        channel: adminChannel,
        kind: 'system',
        storyId: null,
        storyVersion: null,
        message: messageOf(rows),
        reason,
        notBefore: now,
        mode: 'post',
      } as const;
      planned += await store.enqueue([delivery], now);
      said.add(group);
    }
    return planned;
  };
}
