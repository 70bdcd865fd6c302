// Hands out deliveries to send. In: the instant, a limit, a lease. Out: at most one delivery a lane, the story's first
// post with it. What becomes of them is written in `outbox-record.ts`.
import { randomUUID } from 'node:crypto';
import { type RawBuilder, sql } from 'kysely';
import type { Instant } from '../domain/day.ts';
import type { ClaimedDelivery, Delivery } from '../domain/delivery.ts';
import type { Message } from '../domain/message.ts';
import type { Platform } from '../domain/subscription.ts';
import { fromJson } from './bound-value.ts';
import { type ChannelWithLane, toSettings } from './channel-table.ts';
import { withMessage } from './delivery-row.ts';
import { type Engine, given, int, preparedAs, type Queries, text } from './engine.ts';
import { IS_OPEN } from './outbox-lanes.ts';
import type { DeliveryRow } from './schema.ts';

export type Claim = {
  readonly now: Instant;
  readonly limit: number;
  readonly leaseMs: number;
  readonly platform?: Platform;
};

type Head = DeliveryRow & ChannelWithLane;
type Lease = Pick<ClaimedDelivery, 'leaseToken' | 'leaseUntil'>;

/** Messages kept at hand: a fan-out sends few to many channels, over many claims. */
const KEPT_MESSAGES = 64;

/** Claims inside a transaction: each delivery is marked `sending`, with the instant and the lease. Oldest first. */
export function claimingIn(
  engine: Engine,
): (queries: Queries, claim: Claim) => Promise<readonly ClaimedDelivery[]> {
  const messagesOf = messageShelf(engine);
  return async (queries, claim) => {
    if (claim.limit <= 0) return [];
    const { now, leaseMs } = claim;
    const heads = await headsOfDueLanes(queries, engine, claim);
    if (heads.length === 0) return [];
    const firstPosts = await firstPostsOf(queries, heads);
    const messages = await messagesOf(queries, heads);
    const lease: Lease = { leaseToken: randomUUID(), leaseUntil: now + leaseMs };
    const claimed = heads.map((head) => {
      const message = messages.get(head.message_hash) as Message;
      const firstPost = firstPosts.get(postKey(head)) ?? null;
      return asClaimed(withMessage(head, message), { head, firstPost, lease, now });
    });
    await markSending(queries, engine, heads, claimed);
    return claimed;
  };
}

/** Messages by hash; a hash names one text for ever, so that what is at hand is never stale. */
function messageShelf(engine: Engine) {
  const shelf = new Map<string, Message>();
  return async (
    queries: Queries,
    heads: readonly { readonly message_hash: string }[],
  ): Promise<ReadonlyMap<string, Message>> => {
    const wanted = new Map<string, Message | null>();
    for (const { message_hash } of heads) wanted.set(message_hash, shelf.get(message_hash) ?? null);
    const missing = [...wanted].filter(([, message]) => message === null).map(([hash]) => [hash]);
    if (missing.length > 0) {
      const { rows } = await sql<{ hash: string; body: string }>`
        SELECT hash, body FROM message
        WHERE hash IN (SELECT ${text(0)} FROM ${given(engine, missing)})`.execute(queries);
      for (const { hash, body } of rows) wanted.set(hash, fromJson<Message>(body));
    }
    const found = wanted as Map<string, Message>;
    for (const [hash, message] of found) {
      // The last used stand last.
      shelf.delete(hash);
      shelf.set(hash, message);
    }
    for (const [oldest] of shelf) {
      if (shelf.size <= KEPT_MESSAGES) break;
      shelf.delete(oldest);
    }
    return found;
  };
}

/** Whether a claim would find a lane that is due: one look into the index that holds such lanes, however many lie idle. */
export async function isAnyLaneDue(
  queries: Queries,
  { now, platform }: Pick<Claim, 'now' | 'platform'>,
): Promise<boolean> {
  const asked = preparedAs(platform === undefined ? 'due_anywhere' : 'due_on_platform');
  const { rows } = await sql`${asked}
    SELECT 1 FROM lane WHERE ${isDue(now, platform)} LIMIT 1`.execute(queries);
  return rows.length > 0;
}

/** The messages that wait in the lanes a claim could choose from, counted up to the limit. */
export async function countDue(
  queries: Queries,
  { now, limit, platform }: Omit<Claim, 'leaseMs'>,
): Promise<number> {
  const { rows } = await sql<{ messages: number }>`
    SELECT count(*) AS messages FROM (
      SELECT 1 FROM lane JOIN delivery ON delivery.lane = lane.lane AND ${IS_OPEN} AND not_before <= ${now}
      WHERE ${isDue(now, platform)} LIMIT ${limit}) AS due`.execute(queries);
  return Number(rows[0]?.messages ?? 0);
}

// Spelled as the partial index `lane_due` spells it.
function isDue(now: Instant, platform: Platform | undefined): RawBuilder<unknown> {
  const ofPlatform = platform === undefined ? sql`` : sql`AND platform = ${platform}`;
  return sql`due_at IS NOT NULL AND paused = 0 AND lane.lease_token IS NULL AND due_at <= ${now} ${ofPlatform}`;
}

// The delivery of each due lane whose turn it is: the oldest of those that may go now.
async function headsOfDueLanes(
  queries: Queries,
  engine: Engine,
  { now, limit, platform }: Claim,
): Promise<readonly Head[]> {
  const { rows } = await sql<Head>`
    WITH due AS MATERIALIZED (
      SELECT lane, last_post_at, last_failure FROM lane
      WHERE ${isDue(now, platform)}
      ORDER BY due_at LIMIT ${limit} ${engine.skipLocked})
    SELECT delivery.*, last_post_at, last_failure, platform, tenant_id, channel_id, name, address, paused_reason,
      paused_at, digest, preferences
    FROM due JOIN channel ON channel.lane = due.lane JOIN delivery ON delivery.id = (
      SELECT id FROM delivery WHERE delivery.lane = due.lane AND ${IS_OPEN} AND not_before <= ${now}
      ORDER BY id LIMIT 1)
    ORDER BY delivery.id`.execute(queries);
  return rows;
}

const postKey = (row: { lane: string; story_id: string | null }): string =>
  `${row.lane} ${row.story_id}`;

// The receipt of each story's first post in its channel, for those heads that edit or answer it.
async function firstPostsOf(
  queries: Queries,
  heads: readonly Head[],
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
  delivery: Delivery,
  { head, firstPost, lease, now }: ClaimOfOne,
): ClaimedDelivery {
  const mode = head.mode === 'post' || firstPost === null ? 'post' : delivery.mode;
  // Not spread into a new object: with as many fields that costs ten times as much, and there is one for each message.
  return Object.assign(delivery, {
    mode,
    state: 'sending' as const,
    attemptStartedAt: now,
    firstReceipt: mode === 'post' ? null : firstPost,
    // Editing twice leaves one post.
    possibleRepeat: head.unclear_attempts > 0 && mode !== 'edit',
    unclearAttempts: head.unclear_attempts,
    plannedFor: Math.max(head.planned_for, head.created_at),
    settings: toSettings(head),
    leaseToken: lease.leaseToken,
    leaseUntil: lease.leaseUntil,
  });
}

type ClaimOfOne = {
  readonly head: Head;
  /** Receipt of the story's first post in this channel. */
  readonly firstPost: string | null;
  readonly lease: Lease;
  readonly now: Instant;
};

async function markSending(
  queries: Queries,
  engine: Engine,
  heads: readonly Head[],
  claimed: readonly ClaimedDelivery[],
): Promise<void> {
  const [first] = claimed;
  if (first === undefined) return;
  const { attemptStartedAt, leaseToken, leaseUntil } = first;
  const rows = heads.map(({ id, lane }, index) => [id, lane, claimed[index]?.mode]);
  const taken = sql`WITH taken AS (
    SELECT ${int(0)} AS of_id, ${text(1)} AS of_lane, ${text(2)} AS new_mode FROM ${given(engine, rows)})`;
  await sql`${taken}
    UPDATE delivery SET state = 'sending', mode = new_mode, attempt_started_at = ${attemptStartedAt},
      lease_token = ${leaseToken}
    FROM taken WHERE id = of_id`.execute(queries);
  await sql`${taken}
    UPDATE lane SET lease_token = ${leaseToken}, lease_until = ${leaseUntil}, in_flight = of_id
    FROM taken WHERE lane = of_lane`.execute(queries);
}
