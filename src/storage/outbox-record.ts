// Writes down what became of attempts. In: a claimed delivery and its transition, which `delivery/after-attempt.ts`
// decided. Out: whether the lease still held.
import { sql } from 'kysely';
import type { Instant } from '../domain/day.ts';
import type { ClaimedDelivery } from '../domain/delivery.ts';
import type { Message } from '../domain/message.ts';
import { laneOf } from '../domain/subscription.ts';
import type { DeliveryTransition } from '../ports/store.ts';
import { type Database, type Engine, given, int, type Queries, text } from './engine.ts';
import { writeMessages } from './message-table.ts';
import { IS_OPEN, lockLanes, refreshLanes } from './outbox-lanes.ts';
import type { DeliveryRow } from './schema.ts';

export type Attempt = {
  readonly delivery: ClaimedDelivery;
  readonly transition: DeliveryTransition;
  readonly now: Instant;
};

/** An open transaction. */
type Held = { readonly db: Queries; readonly engine: Engine };

/** Inside a transaction; at most one attempt a lane. For each whether its lease still held: else nothing is written. */
export async function recordAttempts(
  held: Held,
  attempts: readonly Attempt[],
): Promise<readonly boolean[]> {
  if (attempts.length === 0) return [];
  await lockLanes(held.db, held.engine, attempts.map(laneOfAttempt).sort());
  const simpler = attempts.flatMap(({ transition: { message } }) => message ?? []);
  const written = await writeDeliveries(held, attempts, await writeMessages(held.db, simpler));
  const counted = attempts.filter(({ delivery }) => written.has(delivery.id));
  if (counted.length > 0) await freeLanes(held, counted);
  return attempts.map(({ delivery }) => written.has(delivery.id));
}

// Written only while no other claim has taken the delivery: an answer that comes after the lease, but before anybody
// tries again, still counts. Returns the ids that were written.
async function writeDeliveries(
  { db: queries, engine }: Held,
  attempts: readonly Attempt[],
  hashes: ReadonlyMap<Message, string>,
): Promise<ReadonlySet<number>> {
  // A column that points to another table is checked when it is written, whether it changes or not.
  const newHash = hashes.size === 0 ? sql`` : sql`message_hash = coalesce(new_hash, message_hash),`;
  const rows = attempts.map(({ delivery, transition, now }) => [
    delivery.id,
    delivery.leaseToken,
    transition.state,
    transition.attempts,
    transition.notBefore,
    transition.error,
    transition.receipt,
    transition.message === null ? null : (hashes.get(transition.message) ?? null),
    transition.state === 'sent' ? now : null,
    transition.state === 'unknown' ? 1 : 0,
  ]);
  const result = await sql<{ id: number }>`
    WITH said AS (
      SELECT ${int(0)} AS of_id, ${text(1)} AS token, ${text(2)} AS new_state, ${int(3)} AS new_attempts,
        ${int(4)} AS wait_until, ${text(5)} AS error, ${text(6)} AS new_receipt, ${text(7)} AS new_hash,
        ${int(8)} AS done_at, ${int(9)} AS unclear
      FROM ${given(engine, rows)})
    UPDATE delivery SET
      state = new_state,
      attempts = new_attempts,
      not_before = wait_until,
      last_error = error,
      receipt = coalesce(new_receipt, receipt),
      ${newHash}
      sent_at = coalesce(done_at, sent_at),
      unclear_attempts = unclear_attempts + unclear
    FROM said
    WHERE id = of_id AND lease_token = token AND state IN ('sending', 'unknown')
    RETURNING id`.execute(queries);
  return new Set(result.rows.map(({ id }) => id));
}

// A lease ends only if it still is ours, a wait is never shortened, and each lane learns when it is due next.
async function freeLanes(
  { db: queries, engine }: Held,
  attempts: readonly Attempt[],
): Promise<void> {
  for (const { delivery, transition } of attempts) {
    if (!isOpen(transition.state)) continue;
    const row = { id: delivery.id, lane: laneOf(delivery.channel), story_id: delivery.storyId };
    await holdLaterOfStory(queries, row, transition.notBefore);
  }
  const rows = attempts.map(({ delivery, transition, now }) => [
    laneOf(delivery.channel),
    delivery.leaseToken,
    transition.laneReadyAt,
    transition.state === 'sent' ? now : null,
    transition.error,
  ]);
  await sql`
    WITH said AS (
      SELECT ${text(0)} AS of_lane, ${text(1)} AS token, ${int(2)} AS next_at, ${int(3)} AS posted_at,
        ${text(4)} AS failure
      FROM ${given(engine, rows)})
    UPDATE lane SET
      lease_until = CASE WHEN lease_token = token THEN 0 ELSE lease_until END,
      in_flight = CASE WHEN lease_token = token THEN NULL ELSE in_flight END,
      lease_token = CASE WHEN lease_token = token THEN NULL ELSE lease_token END,
      ready_at = ${READY_AT},
      due_at = (
        SELECT CASE WHEN min(not_before) < ${READY_AT} THEN ${READY_AT} ELSE min(not_before) END
        FROM delivery WHERE delivery.lane = said.of_lane AND ${IS_OPEN}),
      last_post_at = coalesce(posted_at, last_post_at),
      last_failure = failure
    FROM said WHERE lane = of_lane`.execute(queries);
}

const READY_AT = sql`CASE WHEN ready_at < next_at THEN next_at ELSE ready_at END`;

export function laneOfAttempt({ delivery }: Attempt): string {
  return laneOf(delivery.channel);
}

function isOpen(state: DeliveryTransition['state']): boolean {
  return state === 'pending' || state === 'retry' || state === 'unknown';
}

// What is to be told later of the same story waits as long.
async function holdLaterOfStory(
  queries: Queries,
  { id, lane, story_id }: Pick<DeliveryRow, 'id' | 'lane' | 'story_id'>,
  until: Instant,
): Promise<void> {
  if (story_id === null) return;
  await queries
    .updateTable('delivery')
    .set({ not_before: until })
    .where('lane', '=', lane)
    .where('story_id', '=', story_id)
    .where('id', '>', id)
    .where('not_before', '<', until)
    .where(IS_OPEN)
    .execute();
}

/** Whoever held these has gone, and nobody knows whether the platform accepted them. Returns how many there were. */
export function expireLeases(
  { db, engine }: Database,
  now: Instant,
  quietMs: number,
): Promise<number> {
  return db.transaction().execute(async (trx) => {
    const expired = await trx
      .selectFrom('lane')
      .select(['lane', 'in_flight'])
      .where(sql<boolean>`lease_token IS NOT NULL`)
      .where('lease_until', '<=', now)
      .modifyEnd(engine.skipLocked)
      .execute();
    if (expired.length === 0) return 0;
    const lanes = expired.map((row) => row.lane);
    const rows = await trx
      .updateTable('delivery')
      .set((eb) => ({
        state: 'unknown',
        unclear_attempts: eb('unclear_attempts', '+', 1),
        attempts: eb('attempts', '+', 1),
        // Editing twice leaves one post: no need to be quiet about it.
        not_before: eb
          .case()
          .when('mode', '=', 'edit')
          .then(now)
          .else(now + quietMs)
          .end(),
        last_error: 'the sender stopped before it noted an answer',
      }))
      .where('state', '=', 'sending')
      .where(
        'id',
        'in',
        expired.map((row) => row.in_flight),
      )
      .returning(['id', 'lane', 'story_id', 'not_before'])
      .execute();
    for (const row of rows) await holdLaterOfStory(trx, row, row.not_before);
    await trx
      .updateTable('lane')
      .set({ lease_token: null, lease_until: 0, in_flight: null })
      .where('lane', 'in', lanes)
      .execute();
    await refreshLanes(trx, engine, lanes);
    return rows.length;
  });
}
