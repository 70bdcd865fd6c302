// Feeds that operators added. In: feeds. Out: the CustomFeedStore part of the store. What is remembered of a feed outlives its removal. Which URLs are good is not asked here.
import { DAY_MS, type Instant } from '../domain/day.ts';
import type { Feed } from '../domain/feed.ts';
import type { CustomFeedStore } from '../ports/store.ts';
import { fromJson, toJson } from './bound-value.ts';
import type { Database, Queries } from './engine.ts';

export function customFeedTable({ db }: Database): CustomFeedStore {
  return {
    async customFeeds() {
      const rows = await db
        .selectFrom('custom_feed')
        .selectAll()
        .orderBy('added_at')
        .orderBy('id')
        .execute();
      return rows.map((row) => ({
        feed: fromJson<Feed>(row.body),
        addedBy: row.added_by,
        addedAt: row.added_at,
      }));
    },

    addCustomFeed({ feed, addedBy, addedAt }, limit) {
      return db.transaction().execute(async (trx) => {
        const { count } = await trx
          .selectFrom('custom_feed')
          .select((row) => row.fn.countAll<number>().as('count'))
          .executeTakeFirstOrThrow();
        if (Number(count) >= limit) return false;
        const { numInsertedOrUpdatedRows } = await trx
          .insertInto('custom_feed')
          .values({ id: feed.id, body: toJson(feed), added_by: addedBy, added_at: addedAt })
          .onConflict((conflict) => conflict.doNothing())
          .executeTakeFirst();
        if (numInsertedOrUpdatedRows !== 1n) return false;
        await wakeState(trx, feed.id, addedAt);
        return true;
      });
    },

    removeCustomFeed(id) {
      return db.transaction().execute(async (trx) => {
        const { numDeletedRows } = await trx
          .deleteFrom('custom_feed')
          .where('id', '=', id)
          .executeTakeFirst();
        if (numDeletedRows === 0n) return false;
        // The row stays, so that the feed goes on where it was when it is added again; it troubles nobody meanwhile.
        await trx
          .updateTable('feed_state')
          .set({ failures: 0, last_error: null, held_reason: null, warnings: toJson([]) })
          .where('feed_id', '=', id)
          .execute();
        return true;
      });
    },
  };
}

/** A feed that was away for longer begins with a baseline again: what came meanwhile is old. */
const REMEMBERED_MS = 7 * DAY_MS;

/** What is left of an earlier time of a feed that is added: due now, and asked without validators, for its address may differ. */
async function wakeState(queries: Queries, id: string, now: Instant): Promise<void> {
  await queries
    .updateTable('feed_state')
    .set({ next_poll_at: now, etag: null, last_modified: null, held_reason: null })
    .where('feed_id', '=', id)
    .execute();
  await queries
    .updateTable('feed_state')
    .set({ baseline_at: null, fresh_counts: toJson([]) })
    .where('feed_id', '=', id)
    .where((row) =>
      row.or([row('last_ok_at', 'is', null), row('last_ok_at', '<', now - REMEMBERED_MS)]),
    )
    .execute();
}
