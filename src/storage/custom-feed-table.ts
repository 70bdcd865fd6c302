// Feeds that operators added. In: feeds. Out: the CustomFeedStore part of the store. Which URLs are good is not asked here.
import type { Feed } from '../domain/feed.ts';
import type { CustomFeedStore } from '../ports/store.ts';
import { fromJson, toJson } from './bound-value.ts';
import type { Database } from './engine.ts';

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
        return numInsertedOrUpdatedRows === 1n;
      });
    },

    async removeCustomFeed(id) {
      const { numDeletedRows } = await db
        .deleteFrom('custom_feed')
        .where('id', '=', id)
        .executeTakeFirst();
      return numDeletedRows > 0n;
    },
  };
}
