// A row of the outbox as the domain knows it. In: a row with its channel and its message. Out: a Delivery.
import type { Delivery } from '../domain/delivery.ts';
import type { Message } from '../domain/message.ts';
import { fromJson } from './bound-value.ts';
import { type ChannelWithLane, toRef } from './channel-table.ts';
import type { Queries } from './engine.ts';
import type { DeliveryRow } from './schema.ts';

/** `body` is the message as JSON. */
export type DeliveryWithChannel = DeliveryRow & ChannelWithLane & { body: string };

/** Deliveries with their message and the channel they go to. */
export function selectDeliveries(queries: Queries) {
  return queries
    .selectFrom('delivery')
    .innerJoin('lane', 'lane.lane', 'delivery.lane')
    .innerJoin('channel', 'channel.lane', 'delivery.lane')
    .innerJoin('message', 'message.hash', 'delivery.message_hash')
    .selectAll('channel')
    .selectAll('delivery')
    .select(['lane.last_post_at', 'lane.last_failure', 'message.body']);
}

export function toDelivery(row: DeliveryWithChannel): Delivery {
  return withMessage(row, fromJson<Message>(row.body));
}

/** The same with a message that the caller has read already. */
export function withMessage(row: DeliveryRow & ChannelWithLane, message: Message): Delivery {
  return {
    id: row.id,
    contentHash: row.message_hash,
    dedupeKey: row.dedupe_key,
    channel: toRef(row),
    kind: row.kind as Delivery['kind'],
    storyId: row.story_id,
    storyVersion: row.story_version,
    message,
    reason: row.reason,
    notBefore: row.not_before,
    mode: row.mode as Delivery['mode'],
    state: row.state as Delivery['state'],
    attempts: row.attempts,
    createdAt: row.created_at,
    attemptStartedAt: row.attempt_started_at,
    sentAt: row.sent_at,
    receipt: row.receipt,
    lastError: row.last_error,
  };
}
