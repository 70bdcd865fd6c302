// Tells the operators once of posts that were given up: their channels did not get them, or nobody knows whether they did. Asked
// once a minute. In: the outbox. Out: one message for what was given up within the same ten minutes.
import { type Instant, MINUTE_MS } from '../domain/day.ts';
import type { Delivery } from '../domain/delivery.ts';
import { type ChannelRef, laneOf } from '../domain/subscription.ts';
import { givenUpMessage } from '../messages/given-up-message.ts';
import type { Store } from '../ports/store.ts';
import type { Clock } from '../ports/world.ts';
import { createOperatorNotices } from './operator-notices.ts';

export type GivenUpNoticePorts = {
  readonly store: Pick<Store, 'deadLetters' | 'enqueue'>;
  /** Null: the log alone says it. */
  readonly adminChannel: ChannelRef | null;
  readonly clock: Clock;
};

const TOGETHER_MS = 10 * MINUTE_MS;
/** Longer than an attempt takes: by then all of a group are known. */
const SETTLED_MS = MINUTE_MS;
/** Older ones were told, or are no news. */
const TOLD_WITHIN_MS = 6 * TOGETHER_MS;
/** The newest that were given up; more at once than this are only counted in the command line's list. */
const LOOKED_AT = 200;

/** The check; gives how many messages it planned. */
export function createGivenUpNotices(ports: GivenUpNoticePorts): () => Promise<number> {
  return createOperatorNotices({
    ...ports,
    kind: 'given-up',
    reason: 'posts were given up',
    groups: async (adminChannel, now) =>
      groupsOf(await ports.store.deadLetters(LOOKED_AT), adminChannel, now),
    messageOf: givenUpMessage,
  });
}

// By the ten minutes of the last attempt; what was given up in the operators' own channel cannot be told there.
function groupsOf(
  dead: readonly Delivery[],
  adminChannel: ChannelRef,
  now: Instant,
): ReadonlyMap<string, readonly Delivery[]> {
  const groups = new Map<string, Delivery[]>();
  for (const row of dead.toReversed()) {
    const at = row.attemptStartedAt;
    if (at === null || laneOf(row.channel) === laneOf(adminChannel)) continue;
    const slot = Math.floor(at / TOGETHER_MS);
    const isWhole = now >= (slot + 1) * TOGETHER_MS + SETTLED_MS;
    if (!isWhole || at < now - TOLD_WITHIN_MS) continue;
    const group = String(slot);
    groups.set(group, [...(groups.get(group) ?? []), row]);
  }
  return groups;
}
