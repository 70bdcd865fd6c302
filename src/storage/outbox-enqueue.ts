// Puts planned deliveries into the outbox, inside the transaction of what caused them. In: new deliveries. Out: how many
// were really new. Sends nothing.
import { sql } from 'kysely';
import type { Day, Instant } from '../domain/day.ts';
import type { NewDelivery } from '../domain/delivery.ts';
import { laneOf } from '../domain/subscription.ts';
import { notePlannedDay } from './channel-table.ts';
import { type Database, type Engine, portions, type Queries } from './engine.ts';
import { writeMessages } from './message-table.ts';
import { holdLanes, IS_OPEN, refreshLanes } from './outbox-lanes.ts';
import { replaceUnsent, takeBackUnsent } from './outbox-replace.ts';
import type { NewDeliveryRow } from './schema.ts';

/** A known dedupe key inserts nothing, so planning twice enqueues once. Must run in a transaction. */
export async function enqueueAll(
  queries: Queries,
  engine: Engine,
  deliveries: readonly NewDelivery[],
  now: Instant,
): Promise<number> {
  if (deliveries.length === 0) return 0;
  const lanes = await holdLanes(
    queries,
    engine,
    deliveries.map((delivery) => delivery.channel),
  );
  const hashes = await writeMessages(
    queries,
    deliveries.map((delivery) => delivery.message),
  );
  let inserted = 0;
  for (const some of portions(deliveries)) {
    const rows = await queries
      .insertInto('delivery')
      .values(some.map((delivery) => toRow(delivery, hashes.get(delivery.message) ?? '', now)))
      .onConflict((conflict) => conflict.column('dedupe_key').doNothing())
      .returning(['id', 'story_id', 'dedupe_key', 'mode'])
      .execute();
    inserted += rows.length;
    const idsOf = (flag: 'replacesUnsent' | 'takesBackUnsent') => {
      const keys = new Set(some.flatMap((one) => (one[flag] ? [one.dedupeKey] : [])));
      return rows.filter((row) => keys.has(row.dedupe_key)).map((row) => row.id);
    };
    const takenBack = await takeBackUnsent(queries, idsOf('takesBackUnsent'));
    const edits = idsOf('replacesUnsent').filter((id) => !takenBack.has(id));
    const told = new Set([...takenBack, ...(await replaceUnsent(queries, engine, edits))]);
    await bringForward(
      queries,
      rows.filter((row) => row.mode === 'thread').map((row) => row.id),
    );
    await keepStoryOrder(
      queries,
      rows.filter((row) => row.story_id !== null && !told.has(row.id)).map((row) => row.id),
    );
  }
  await refreshLanes(queries, engine, lanes);
  return inserted;
}

/** Plans a digest and notes its local day together; false, and nothing written, when that day was planned already. */
export function enqueueDigest(
  { db, engine }: Database,
  delivery: NewDelivery,
  day: Day,
  now: Instant,
): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    if (!(await notePlannedDay(trx, engine, delivery.channel, { day, toldUntil: now })))
      return false;
    return (await enqueueAll(trx, engine, [delivery], now)) > 0;
  });
}

/**
 * Within a channel one story is told in order: of `ids`, a later delivery waits as long as an earlier one does, and an edit
 * that has not gone out is pointless once a newer one is there.
 */
export async function keepStoryOrder(queries: Queries, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return;
  await sql`
    UPDATE delivery SET state = 'skipped', last_error = 'superseded by a later edit'
    WHERE mode = 'edit' AND ${IS_OPEN} AND id IN (
      SELECT earlier.id FROM delivery AS newer JOIN delivery AS earlier
        ON earlier.lane = newer.lane AND earlier.story_id = newer.story_id AND earlier.id < newer.id
      WHERE newer.id IN (${sql.join(ids)}) AND newer.mode = 'edit')`.execute(queries);
  // An edit passes an answer that waits: it keeps the post true, and disturbs nobody.
  const earlier = sql`
    told.lane = delivery.lane AND told.story_id = delivery.story_id AND told.id < delivery.id AND ${IS_OPEN}
    AND (delivery.mode <> 'edit' OR told.mode <> 'thread')`;
  await sql`
    UPDATE delivery SET not_before = (SELECT max(told.not_before) FROM delivery AS told WHERE ${earlier})
    WHERE id IN (${sql.join(ids)}) AND ${IS_OPEN} AND EXISTS (
      SELECT 1 FROM delivery AS told WHERE ${earlier} AND told.not_before > delivery.not_before)`.execute(
    queries,
  );
}

// What only waits for the end of quiet hours is said together with a later change that does not wait for it.
async function bringForward(queries: Queries, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return;
  const later = sql`
    said.lane = delivery.lane AND said.story_id = delivery.story_id AND said.id > delivery.id
    AND said.id IN (${sql.join(ids)}) AND said.not_before < delivery.not_before`;
  await sql`
    UPDATE delivery SET not_before = (SELECT min(said.not_before) FROM delivery AS said WHERE ${later})
    WHERE mode = 'thread' AND state = 'pending' AND attempts = 0 AND unclear_attempts = 0
      AND story_id IN (SELECT story_id FROM delivery WHERE id IN (${sql.join(ids)}))
      AND EXISTS (SELECT 1 FROM delivery AS said WHERE ${later})`.execute(queries);
}

function toRow(delivery: NewDelivery, messageHash: string, now: Instant): NewDeliveryRow {
  return {
    dedupe_key: delivery.dedupeKey,
    lane: laneOf(delivery.channel),
    kind: delivery.kind,
    mode: delivery.mode,
    story_id: delivery.storyId,
    story_version: delivery.storyVersion,
    message_hash: messageHash,
    reason: delivery.reason,
    planned_for: delivery.notBefore,
    not_before: delivery.notBefore,
    state: delivery.toldIn === undefined ? 'pending' : 'skipped',
    attempts: 0,
    created_at: now,
    attempt_started_at: null,
    sent_at: null,
    receipt: null,
    last_error: delivery.toldIn ?? null,
    lease_token: null,
    unclear_attempts: 0,
  };
}
