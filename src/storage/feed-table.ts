// What is remembered of each feed between polls, and who polls it now. In: feeds and states. Out: the FeedStore part of
// the store. Never decides when a feed is due: `nextPollAt` says so.
import { randomUUID } from 'node:crypto';
import type { Feed, FeedHold, FeedMove, FeedState } from '../domain/feed.ts';
import type { FeedStore, LeasedFeed } from '../ports/store.ts';
import { fromJson, toJson } from './bound-value.ts';
import { type Database, portions, type Queries } from './engine.ts';
import { findHeldItems, findKnownItems } from './item-table.ts';
import type { FeedStateRow } from './schema.ts';

/** A paused feed is not due before an operator resumes it, or in ten years. */
const PAUSE_MS = 3_650 * 86_400_000;

export function feedTable({ db, engine }: Database): FeedStore {
  return {
    async syncFeeds(feeds, now) {
      const rows = feeds.map((feed) => ({
        ...toRow(newState(feed, now)),
        lease_token: null,
        lease_until: 0,
      }));
      for (const some of portions(rows)) {
        await db
          .insertInto('feed_state')
          .values(some)
          .onConflict((conflict) => conflict.doNothing())
          .execute();
      }
    },

    async feedStates() {
      const rows = await db.selectFrom('feed_state').selectAll().orderBy('feed_id').execute();
      return rows.map(toState);
    },

    claimDueFeeds({ now, leaseMs, limit, only }) {
      return db.transaction().execute(async (trx): Promise<readonly LeasedFeed[]> => {
        let due = trx
          .selectFrom('feed_state')
          .selectAll()
          .where('next_poll_at', '<=', now)
          .where('lease_until', '<=', now)
          .orderBy('next_poll_at')
          .orderBy('feed_id')
          .limit(limit)
          .modifyEnd(engine.skipLocked);
        if (only.length > 0) due = due.where('feed_id', 'in', [...only]);
        const rows = await due.execute();
        if (rows.length === 0) return [];
        const leaseToken = randomUUID();
        await trx
          .updateTable('feed_state')
          .set({ lease_token: leaseToken, lease_until: now + leaseMs })
          .where(
            'feed_id',
            'in',
            rows.map((row) => row.feed_id),
          )
          .execute();
        return rows.map((row) => ({ state: toState(row), leaseToken }));
      });
    },

    ...feedPauses(db),

    saveFeedState: (state, leaseToken) => writeFeedState(db, state, leaseToken),

    findItems: (feedId, aliases) => findKnownItems(db, feedId, aliases),

    heldItems: (feedId) => findHeldItems(db, feedId),

    ...feedLeases(db),
  };
}

function feedLeases(db: Database['db']): Pick<FeedStore, 'takeFeed' | 'keepFeed' | 'giveBackFeed'> {
  return {
    async takeFeed(feedId, now, leaseMs) {
      const leaseToken = randomUUID();
      const row = await db
        .updateTable('feed_state')
        .set({ lease_token: leaseToken, lease_until: now + leaseMs })
        .where('feed_id', '=', feedId)
        .returningAll()
        .executeTakeFirst();
      return row === undefined ? null : { state: toState(row), leaseToken };
    },

    async keepFeed({ state, leaseToken }, until) {
      const { numUpdatedRows } = await db
        .updateTable('feed_state')
        .set({ lease_until: until })
        .where('feed_id', '=', state.feedId)
        .where('lease_token', '=', leaseToken)
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },

    async giveBackFeed({ state, leaseToken }) {
      await db
        .updateTable('feed_state')
        .set({ lease_token: null, lease_until: 0 })
        .where('feed_id', '=', state.feedId)
        .where('lease_token', '=', leaseToken)
        .execute();
    },
  };
}

function feedPauses(db: Database['db']): Pick<FeedStore, 'pauseFeed' | 'resumeFeed'> {
  return {
    async pauseFeed(feedId, reason, now) {
      // The lease ends too: a poll that is under way must not write the state it knew before.
      const { numUpdatedRows } = await db
        .updateTable('feed_state')
        .set({
          held_reason: reason,
          next_poll_at: now + PAUSE_MS,
          lease_token: null,
          lease_until: 0,
        })
        .where('feed_id', '=', feedId)
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },

    async resumeFeed(feedId, now) {
      const { numUpdatedRows } = await db
        .updateTable('feed_state')
        .set({ held_reason: null, next_poll_at: now, failures: 0, last_error: null })
        .where('feed_id', '=', feedId)
        .where('held_reason', 'is not', null)
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },
  };
}

/** Writes the state and ends the lease; false, and nothing written, when the lease is no longer ours. */
export async function writeFeedState(
  queries: Queries,
  state: FeedState,
  leaseToken: string,
): Promise<boolean> {
  const { numUpdatedRows } = await queries
    .updateTable('feed_state')
    .set({ ...toRow(state), lease_token: null, lease_until: 0 })
    .where('feed_id', '=', state.feedId)
    .where('lease_token', '=', leaseToken)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

function newState(feed: Feed, now: number): FeedState {
  return {
    feedId: feed.id,
    validators: { etag: null, lastModified: null },
    baselineAt: null,
    lastPolledAt: null,
    lastOkAt: null,
    nextPollAt: now,
    failures: 0,
    lastError: null,
    parser: null,
    newestItemAt: null,
    warnings: [],
    heldReason: null,
    moved: null,
    freshCounts: [],
    hold: null,
    overrunAt: null,
  };
}

function toRow(state: FeedState): Omit<FeedStateRow, 'lease_token' | 'lease_until'> {
  return {
    feed_id: state.feedId,
    etag: state.validators.etag,
    last_modified: state.validators.lastModified,
    baseline_at: state.baselineAt,
    last_polled_at: state.lastPolledAt,
    last_ok_at: state.lastOkAt,
    next_poll_at: state.nextPollAt,
    failures: state.failures,
    last_error: state.lastError,
    parser: state.parser,
    newest_item_at: state.newestItemAt,
    warnings: toJson(state.warnings),
    held_reason: state.heldReason,
    moved: state.moved == null ? null : toJson(state.moved),
    fresh_counts: toJson(state.freshCounts ?? []),
    hold: state.hold == null ? null : toJson(state.hold),
    overrun_at: state.overrunAt ?? null,
  };
}

export function toState(row: FeedStateRow): FeedState {
  return {
    feedId: row.feed_id,
    validators: { etag: row.etag, lastModified: row.last_modified },
    baselineAt: row.baseline_at,
    lastPolledAt: row.last_polled_at,
    lastOkAt: row.last_ok_at,
    nextPollAt: row.next_poll_at,
    failures: row.failures,
    lastError: row.last_error,
    parser: row.parser,
    newestItemAt: row.newest_item_at,
    warnings: fromJson<readonly string[]>(row.warnings),
    heldReason: row.held_reason,
    moved: row.moved === null ? null : fromJson<FeedMove>(row.moved),
    freshCounts: fromJson<readonly number[]>(row.fresh_counts),
    hold: row.hold === null ? null : fromJson<FeedHold>(row.hold),
    overrunAt: row.overrun_at,
  };
}
