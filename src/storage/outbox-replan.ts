// Another time for what waits in one channel. In: the channel, ids, times and reasons. Out: rows and lane at the new times. Which time
// is right is decided elsewhere.
import { sql } from 'kysely';
import type { Instant } from '../domain/day.ts';
import type { Delivery } from '../domain/delivery.ts';
import { type ChannelRef, laneOf } from '../domain/subscription.ts';
import type { OutboxStore } from '../ports/store.ts';
import { selectDeliveries, toDelivery } from './delivery-row.ts';
import { type Database, given, int, portions, type Queries, text } from './engine.ts';
import { keepStoryOrder } from './outbox-enqueue.ts';
import { lockLanes, refreshLanes } from './outbox-lanes.ts';

/** Never handed out: nobody can have seen it. */
const IS_UNTRIED = sql<boolean>`state = 'pending' AND attempts = 0 AND unclear_attempts = 0`;

/** Posts and answers that were never attempted and may go only after `now`, oldest first. */
export async function waitingTo(
  queries: Queries,
  ref: ChannelRef,
  now: Instant,
): Promise<readonly Delivery[]> {
  const rows = await selectDeliveries(queries)
    .where('delivery.lane', '=', laneOf(ref))
    .where('mode', '<>', 'edit')
    .where('not_before', '>', now)
    .where(IS_UNTRIED)
    .orderBy('delivery.id')
    .execute();
  return rows.map(toDelivery);
}

/** Gives those that still wait their new time; what follows in the same story waits as long. */
export async function replan(
  { db, engine }: Database,
  ref: ChannelRef,
  times: Parameters<OutboxStore['replan']>[1],
): Promise<void> {
  if (times.length === 0) return;
  const lane = laneOf(ref);
  await db.transaction().execute(async (trx) => {
    await lockLanes(trx, engine, [lane]);
    for (const some of portions(times)) {
      const rows = some.map(({ id, notBefore, reason }) => [id, notBefore, reason]);
      await sql`
        WITH said AS (
          SELECT ${int(0)} AS of_id, ${int(1)} AS wait_until, ${text(2)} AS why FROM ${given(engine, rows)})
        UPDATE delivery SET planned_for = wait_until, not_before = wait_until, reason = why
        FROM said WHERE id = of_id AND lane = ${lane} AND ${IS_UNTRIED}`.execute(trx);
    }
    for (const some of portions(times))
      await keepStoryOrder(
        trx,
        some.map(({ id }) => id),
      );
    await refreshLanes(trx, engine, [lane]);
  });
}
