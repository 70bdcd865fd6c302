// Hands out deliveries to send. In: the instant, a limit, a lease. Out: at most one delivery a lane, the story's first
// post with it. What becomes of them is written in `outbox-record.ts`.
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Instant } from '../domain/day.ts';
import type { ClaimedDelivery, Delivery } from '../domain/delivery.ts';
import type { Message } from '../domain/message.ts';
import { laneOf } from '../domain/subscription.ts';
import type { OutboxStore } from '../ports/store.ts';
import { fromJson } from './bound-value.ts';
import { toSettings } from './channel-table.ts';
import { type DeliveryWithChannel, selectDeliveries, withMessage } from './delivery-row.ts';
import { type Database, type Engine, given, int, type Queries, text } from './engine.ts';
import { IS_OPEN } from './outbox-lanes.ts';

type Lease = Pick<ClaimedDelivery, 'leaseToken' | 'leaseUntil'>;
type Changed = 'mode' | 'state' | 'attemptStartedAt';
type ClaimOptions = Parameters<OutboxStore['claimDeliveries']>[0];

/** Each is marked `sending`, with the instant and the lease, before it is returned. Oldest first. */
export function claimDeliveries(
  { db, engine }: Database,
  { now, limit, leaseMs, platform }: ClaimOptions,
): Promise<readonly ClaimedDelivery[]> {
  return db.transaction().execute(async (trx) => {
    let due = trx
      .selectFrom('lane')
      .select('lane')
      .where(sql<boolean>`due_at IS NOT NULL AND paused = 0 AND lease_token IS NULL`)
      .where('due_at', '<=', now)
      .orderBy('due_at')
      .limit(limit)
      .modifyEnd(engine.skipLocked);
    if (platform !== undefined) due = due.where('platform', '=', platform);
    const lanes = (await due.execute()).map((row) => row.lane);
    if (lanes.length === 0) return [];
    const heads = await headsOf(trx, engine, lanes, now);
    const firstPosts = await firstPostsOf(trx, heads);
    const lease: Lease = { leaseToken: randomUUID(), leaseUntil: now + leaseMs };
    const messageOf = readingOnce();
    const claimed = heads.map((head) => ({
      ...withMessage(head, messageOf(head.body)),
      ...asClaimed(head, firstPosts.get(postKey(head)) ?? null, now),
      ...lease,
    }));
    await markSending(trx, engine, claimed, now);
    return claimed;
  });
}

// An alert to many channels is one text, read once.
function readingOnce(): (body: string) => Message {
  const known = new Map<string, Message>();
  return (body) => {
    const message = known.get(body) ?? fromJson<Message>(body);
    known.set(body, message);
    return message;
  };
}

// The delivery of each lane whose turn it is: the oldest of those that may go now.
function headsOf(
  queries: Queries,
  engine: Engine,
  lanes: readonly string[],
  now: Instant,
): Promise<readonly DeliveryWithChannel[]> {
  const rows = lanes.map((lane) => [lane]);
  return selectDeliveries(queries)
    .where(
      'delivery.id',
      'in',
      sql<number>`(SELECT (
        SELECT id FROM delivery WHERE delivery.lane = lane.lane AND ${IS_OPEN} AND not_before <= ${now}
        ORDER BY id LIMIT 1) FROM lane WHERE lane IN (SELECT ${text(0)} FROM ${given(engine, rows)}))`,
    )
    .orderBy('delivery.id')
    .execute();
}

const postKey = (row: { lane: string; story_id: string | null }): string =>
  `${row.lane} ${row.story_id}`;

// The receipt of each story's first post in its channel, for those heads that edit or answer it.
async function firstPostsOf(
  queries: Queries,
  heads: readonly DeliveryWithChannel[],
): Promise<ReadonlyMap<string, string>> {
  const followUps = heads.filter((head) => head.mode !== 'post' && head.story_id !== null);
  if (followUps.length === 0) return new Map();
  const rows = await queries
    .selectFrom('delivery')
    .select(['lane', 'story_id', 'receipt'])
    .where('lane', 'in', [...new Set(followUps.map((head) => head.lane))])
    .where('story_id', 'in', [...new Set(followUps.map((head) => head.story_id))])
    .where('mode', '=', 'post')
    .where('state', '=', 'sent')
    .where('receipt', 'is not', null)
    .orderBy('id', 'desc')
    .execute();
  return new Map(rows.map((row) => [postKey(row), row.receipt ?? '']));
}

// An edit or an answer whose first post never went out (given up, or planned for a channel that never had the story)
// is posted by itself: the reader gets the latest state instead of nothing, and later edits find this post.
function asClaimed(
  head: DeliveryWithChannel,
  firstPost: string | null,
  now: Instant,
): Omit<ClaimedDelivery, Exclude<keyof Delivery, Changed> | keyof Lease> {
  const mode =
    head.mode === 'post' || firstPost === null ? 'post' : (head.mode as Delivery['mode']);
  return {
    mode,
    state: 'sending',
    attemptStartedAt: now,
    firstReceipt: mode === 'post' ? null : firstPost,
    // Editing twice leaves one post.
    possibleRepeat: head.unclear_attempts > 0 && mode !== 'edit',
    unclearAttempts: head.unclear_attempts,
    plannedFor: Math.max(head.planned_for, head.created_at),
    settings: toSettings(head),
  };
}

async function markSending(
  queries: Queries,
  engine: Engine,
  claimed: readonly ClaimedDelivery[],
  now: Instant,
): Promise<void> {
  const rows = claimed.map(({ id, channel, mode, leaseToken, leaseUntil }) => [
    id,
    laneOf(channel),
    mode,
    leaseToken,
    leaseUntil,
  ]);
  const taken = sql`WITH taken AS (
    SELECT ${int(0)} AS of_id, ${text(1)} AS of_lane, ${text(2)} AS new_mode, ${text(3)} AS token, ${int(4)} AS until
    FROM ${given(engine, rows)})`;
  await sql`${taken}
    UPDATE delivery SET state = 'sending', mode = new_mode, attempt_started_at = ${now}, lease_token = token
    FROM taken WHERE id = of_id`.execute(queries);
  await sql`${taken}
    UPDATE lane SET lease_token = token, lease_until = until, in_flight = of_id
    FROM taken WHERE lane = of_lane`.execute(queries);
}
