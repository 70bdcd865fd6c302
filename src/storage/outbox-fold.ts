// Makes one message of several that come too late to be told one by one. In: a claimed delivery and those that are
// overdue with it. Out: what is overdue; the claimed delivery with its new text. What the text says is decided elsewhere.
import { sql } from 'kysely';
import type { Instant } from '../domain/day.ts';
import type { ClaimedDelivery, Delivery } from '../domain/delivery.ts';
import type { Message } from '../domain/message.ts';
import { laneOf } from '../domain/subscription.ts';
import { selectDeliveries, toDelivery } from './delivery-row.ts';
import type { Database, Queries } from './engine.ts';
import { writeMessages } from './message-table.ts';
import { lockLanes } from './outbox-lanes.ts';

/** More than this at once are not read: the reader is told the rest by another message. */
const MOST_FOLDED = 500;

/**
 * The delivery itself and whatever of its channel was surely not sent yet although it should have gone out before
 * `before`. What may have been posted already is not among them: it is sent again by itself, and marked.
 */
export async function overdueWith(
  queries: Queries,
  { id, channel }: ClaimedDelivery,
  before: Instant,
): Promise<readonly Delivery[]> {
  const rows = await selectDeliveries(queries)
    .where('delivery.lane', '=', laneOf(channel))
    .where((eb) => eb.or([eb('delivery.id', '=', id), sql<boolean>`state IN ('pending', 'retry')`]))
    .where('unclear_attempts', '=', 0)
    .where('planned_for', '<', before)
    .where('created_at', '<', before)
    .orderBy('delivery.id')
    .limit(MOST_FOLDED)
    .execute();
  return rows.map(toDelivery);
}

/** The folded message belongs to no story any more: an edit of one of them must not replace it. */
export function foldInto(
  { db, engine }: Database,
  { id, leaseToken, channel }: ClaimedDelivery,
  ids: readonly number[],
  message: Message,
): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    await lockLanes(trx, engine, [laneOf(channel)]);
    const hashes = await writeMessages(trx, [message]);
    const { numUpdatedRows } = await trx
      .updateTable('delivery')
      .set({
        message_hash: hashes.get(message) ?? '',
        mode: 'post',
        story_id: null,
        story_version: null,
      })
      .where('id', '=', id)
      .where('lease_token', '=', leaseToken)
      .where('state', '=', 'sending')
      .executeTakeFirst();
    if (numUpdatedRows === 0n) return false;
    await trx
      .updateTable('delivery')
      .set({ state: 'skipped', last_error: `told together with others in delivery ${id}` })
      .where('id', 'in', [...ids])
      .where('id', '<>', id)
      .where(sql<boolean>`state IN ('pending', 'retry')`)
      .execute();
    return true;
  });
}
