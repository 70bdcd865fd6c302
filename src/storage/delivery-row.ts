// A row of the outbox as the domain knows it. In: a row with its channel. Out: a Delivery.
import type { Delivery } from '../domain/delivery.ts';
import type { Message } from '../domain/message.ts';
import { fromJson } from './bound-value.ts';
import { toRef } from './channel-table.ts';
import type { Queries } from './engine.ts';
import type { ChannelRow, DeliveryRow } from './schema.ts';

export type DeliveryWithChannel = DeliveryRow & ChannelRow;

/** Deliveries joined with the channel they go to. */
export function selectDeliveries(queries: Queries) {
  return queries
    .selectFrom('delivery')
    .innerJoin('channel', 'channel.lane', 'delivery.lane')
    .selectAll('channel')
    .selectAll('delivery');
}

export function toDelivery(row: DeliveryWithChannel): Delivery {
  return {
    id: row.id,
    dedupeKey: row.dedupe_key,
    channel: toRef(row),
    kind: row.kind as Delivery['kind'],
    storyId: row.story_id,
    storyVersion: row.story_version,
    message: fromJson<Message>(row.message),
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
