// The outbox as a whole. In: planned deliveries and what became of them. Out: the OutboxStore part of the store.
import { sql } from 'kysely';
import { laneOf } from '../domain/subscription.ts';
import type { OutboxStore } from '../ports/store.ts';
import { selectDeliveries, toDelivery } from './delivery-row.ts';
import type { Database } from './engine.ts';
import { countDue } from './outbox-claim.ts';
import { enqueueAll, enqueueDigest } from './outbox-enqueue.ts';
import { foldInto, overdueWith } from './outbox-fold.ts';
import { outboxInGroups } from './outbox-groups.ts';
import { IS_OPEN, lockLanes, refreshLanes } from './outbox-lanes.ts';
import { expireLeases } from './outbox-record.ts';
import { replan, waitingTo } from './outbox-replan.ts';

export function outboxTable(database: Database): OutboxStore {
  const { db, engine } = database;
  return {
    enqueue: (deliveries, now) =>
      db.transaction().execute((trx) => enqueueAll(trx, engine, deliveries, now)),
    enqueueDigest: (delivery, day, now) => enqueueDigest(database, delivery, day, now),
    ...outboxInGroups(database),
    expireLeases: (now, quietMs) => expireLeases(database, now, quietMs),

    waitingTo: (ref, now) => waitingTo(db, ref, now),
    replan: (ref, times) => replan(database, ref, times),

    async deliveriesTo(ref, limit) {
      const rows = await selectDeliveries(db)
        .where('delivery.lane', '=', laneOf(ref))
        .orderBy('delivery.id', 'desc')
        .limit(limit)
        .execute();
      return rows.map(toDelivery);
    },

    async deliveriesOfStory(storyId) {
      const rows = await selectDeliveries(db)
        .where('story_id', '=', storyId)
        .orderBy('delivery.id', 'desc')
        .execute();
      return rows.map(toDelivery);
    },

    async deadLetters(limit, ref) {
      const dead = selectDeliveries(db).where(sql<boolean>`state = 'dead'`);
      const rows = await (ref === undefined ? dead : dead.where('delivery.lane', '=', laneOf(ref)))
        .orderBy('delivery.id', 'desc')
        .limit(limit)
        .execute();
      return rows.map(toDelivery);
    },

    redeliver(id, now) {
      return db.transaction().execute(async (trx) => {
        const row = await trx
          .selectFrom('delivery')
          .select('lane')
          .where('id', '=', id)
          .executeTakeFirst();
        if (row === undefined) return false;
        await lockLanes(trx, engine, [row.lane]);
        const { numUpdatedRows } = await trx
          .updateTable('delivery')
          .set({ state: 'pending', attempts: 0, not_before: now })
          .where('id', '=', id)
          .where('state', '=', 'dead')
          .executeTakeFirst();
        if (numUpdatedRows === 0n) return false;
        await refreshLanes(trx, engine, [row.lane]);
        return true;
      });
    },

    countDue: (now, platform, most) => countDue(db, { now, platform, limit: most }),
    overdueWith: (delivery, before) => overdueWith(db, delivery, before),
    foldInto: (delivery, ids, message) => foldInto(database, delivery, ids, message),

    async oldestUnsentAt(now) {
      // What was planned for later (group wait, quiet hours) is not late before its time; a paused channel is not late.
      const { rows } = await sql<{ oldest: number | null }>`
        SELECT min(CASE WHEN planned_for > created_at THEN planned_for ELSE created_at END) AS oldest FROM (
          SELECT lane, planned_for, created_at FROM delivery WHERE ${IS_OPEN} AND planned_for <= ${now}
          UNION ALL
          SELECT lane.lane, planned_for, created_at FROM lane JOIN delivery ON id = in_flight
          WHERE lane.lease_token IS NOT NULL
        ) AS unsent WHERE lane IN (SELECT lane FROM lane WHERE paused = 0)`.execute(db);
      return rows[0]?.oldest ?? null;
    },
  };
}
