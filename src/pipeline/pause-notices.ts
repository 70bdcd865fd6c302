// Tells the operators once of channels that can no longer be posted to: those channels themselves cannot be told. Asked once a
// minute. In: the channels as they are stored. Out: one message for each tenant, reason and ten minutes.
import { MINUTE_MS } from '../domain/day.ts';
import { type ChannelRef, type ChannelSettings, laneOf } from '../domain/subscription.ts';
import { pauseMessage } from '../messages/pause-message.ts';
import type { Store } from '../ports/store.ts';
import type { Clock } from '../ports/world.ts';
import { createOperatorNotices } from './operator-notices.ts';

export type PauseNoticePorts = {
  readonly store: Pick<Store, 'channels' | 'enqueue'>;
  /** Null: the log alone says it. */
  readonly adminChannel: ChannelRef | null;
  readonly clock: Clock;
};

/** A tenant that goes takes all its channels along, one after the other: they are told together. */
const TOGETHER_MS = 10 * MINUTE_MS;
/** Older pauses were told, or are no news. */
const TOLD_WITHIN_MS = 6 * TOGETHER_MS;

/** The check; gives how many messages it planned. */
export function createPauseNotices(ports: PauseNoticePorts): () => Promise<number> {
  return createOperatorNotices({
    ...ports,
    kind: 'paused',
    reason: 'channels can no longer be posted to',
    groups: async (adminChannel, now) => groupsOf(await ports.store.channels(), adminChannel, now),
    messageOf: pauseMessage,
  });
}

// A group is told when its ten minutes are over, so that it is told whole.
function groupsOf(
  channels: readonly ChannelSettings[],
  adminChannel: ChannelRef,
  now: number,
): ReadonlyMap<string, readonly ChannelSettings[]> {
  const groups = new Map<string, ChannelSettings[]>();
  for (const settings of channels) {
    const { channel, pausedReason, pausedAt, pausedBy } = settings;
    // Who asked for silence knows of it.
    if (pausedReason === null || pausedAt === null || pausedBy !== null) continue;
    const slot = Math.floor(pausedAt / TOGETHER_MS);
    const isOver = now >= (slot + 1) * TOGETHER_MS;
    if (!isOver || now - pausedAt > TOLD_WITHIN_MS) continue;
    if (laneOf(channel) === laneOf(adminChannel)) continue;
    const group = `${channel.platform}:${channel.tenantId}:${slot}:${pausedReason}`;
    groups.set(group, [...(groups.get(group) ?? []), settings]);
  }
  return groups;
}
