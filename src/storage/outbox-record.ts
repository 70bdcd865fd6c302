// Writes down what became of attempts. In: a claimed delivery and its transition, which `delivery/after-attempt.ts`
// decided. Out: whether the lease still held. Answers that come together share one commit: a commit costs a disk flush.
import { sql } from 'kysely';
import type { Instant } from '../domain/day.ts';
import type { ClaimedDelivery } from '../domain/delivery.ts';
import { laneOf } from '../domain/subscription.ts';
import type { DeliveryTransition, OutboxStore } from '../ports/store.ts';
import { toJson } from './bound-value.ts';
import type { Database, Queries } from './engine.ts';
import { IS_OPEN, lockLanes, refreshLanes } from './outbox-lanes.ts';
import type { DeliveryRow } from './schema.ts';

type Attempt = {
  readonly delivery: ClaimedDelivery;
  readonly transition: DeliveryTransition;
  readonly now: Instant;
};

type WaitingAttempt = Attempt & {
  readonly resolve: (written: boolean) => void;
  readonly reject: (error: unknown) => void;
};

/** Attempts in one commit: a bound on how long the others wait for it. */
const GROUP_SIZE = 64;

/** `recordAttempt` of the store; a fault of one attempt never spoils the others of its group. */
export function recordingInGroups(database: Database): OutboxStore['recordAttempt'] {
  const waiting: WaitingAttempt[] = [];
  let scheduled = false;

  async function writeGroup(): Promise<void> {
    const group = waiting.splice(0, GROUP_SIZE);
    try {
      const written = await recordAll(database, group);
      for (const [index, attempt] of group.entries()) attempt.resolve(written[index] ?? false);
    } catch (error) {
      if (group.length === 1) group[0]?.reject(error);
      else await Promise.all(group.map(writeAlone));
    }
    if (waiting.length > 0) setImmediate(() => void writeGroup());
    else scheduled = false;
  }

  async function writeAlone(attempt: WaitingAttempt): Promise<void> {
    try {
      const [written] = await recordAll(database, [attempt]);
      attempt.resolve(written ?? false);
    } catch (error) {
      attempt.reject(error);
    }
  }

  return (delivery, transition, now) =>
    new Promise((resolve, reject) => {
      waiting.push({ delivery, transition, now, resolve, reject });
      if (scheduled) return;
      scheduled = true;
      // After the answers that have already arrived are read.
      setImmediate(() => void writeGroup());
    });
}

function recordAll(
  { db, engine }: Database,
  attempts: readonly Attempt[],
): Promise<readonly boolean[]> {
  return db.transaction().execute(async (trx) => {
    const lanes = [...new Set(attempts.map(({ delivery }) => laneOf(delivery.channel)))].sort();
    await lockLanes(trx, engine, lanes);
    const written: boolean[] = [];
    for (const attempt of attempts) written.push(await recordOne(trx, attempt));
    return written;
  });
}

// Written only while no other claim has taken the delivery: an answer that comes after the lease, but before anybody
// tries again, still counts.
async function recordOne(
  queries: Queries,
  { delivery, transition, now }: Attempt,
): Promise<boolean> {
  const lane = laneOf(delivery.channel);
  const { numUpdatedRows } = await queries
    .updateTable('delivery')
    .set((eb) => ({
      state: transition.state,
      attempts: transition.attempts,
      not_before: transition.notBefore,
      last_error: transition.error,
      ...(transition.receipt === null ? {} : { receipt: transition.receipt }),
      ...(transition.message === null ? {} : { message: toJson(transition.message) }),
      ...(transition.state === 'sent' ? { sent_at: now } : {}),
      ...(transition.state === 'unknown'
        ? { unclear_attempts: eb('unclear_attempts', '+', 1) }
        : {}),
    }))
    .where('id', '=', delivery.id)
    .where('lease_token', '=', delivery.leaseToken)
    .where('state', 'in', ['sending', 'unknown'])
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return false;
  if (isOpen(transition.state)) {
    const row = { id: delivery.id, lane, story_id: delivery.storyId };
    await holdLaterOfStory(queries, row, transition.notBefore);
  }
  await freeLane(queries, lane, delivery.leaseToken, transition.laneReadyAt);
  await noteOnChannel(queries, lane, transition, now);
  return true;
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

// The lease ends only if it still is ours, the wait is never shortened, and the lane learns when it is due next.
async function freeLane(
  queries: Queries,
  lane: string,
  leaseToken: string,
  readyAt: Instant,
): Promise<void> {
  await sql`
    UPDATE lane SET
      lease_until = CASE WHEN lease_token = ${leaseToken} THEN 0 ELSE lease_until END,
      lease_token = CASE WHEN lease_token = ${leaseToken} THEN NULL ELSE lease_token END,
      ready_at = CASE WHEN ready_at < ${readyAt} THEN ${readyAt} ELSE ready_at END
    WHERE lane = ${lane}`.execute(queries);
  await refreshLanes(queries, [lane]);
}

async function noteOnChannel(
  queries: Queries,
  lane: string,
  { state, error }: DeliveryTransition,
  now: Instant,
): Promise<void> {
  await queries
    .updateTable('channel')
    .set(state === 'sent' ? { last_post_at: now, last_failure: null } : { last_failure: error })
    .where('lane', '=', lane)
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
      .select('lane')
      .where(sql<boolean>`lease_token IS NOT NULL`)
      .where('lease_until', '<=', now)
      .orderBy('lane')
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
        not_before: now + quietMs,
        last_error: 'the sender stopped before it noted an answer',
      }))
      .where(sql<boolean>`state = 'sending'`)
      .where('lane', 'in', lanes)
      .returning(['id', 'lane', 'story_id'])
      .execute();
    for (const row of rows) await holdLaterOfStory(trx, row, now + quietMs);
    await trx
      .updateTable('lane')
      .set({ lease_token: null, lease_until: 0 })
      .where('lane', 'in', lanes)
      .execute();
    await refreshLanes(trx, lanes);
    return rows.length;
  });
}
