// How far the filling of each feed from a day on has come. In: progress. Out: the BackfillStore part of the store.
import type { BackfillStore } from '../ports/store.ts';
import type { Database } from './engine.ts';

export function backfillTable({ db }: Database): BackfillStore {
  return {
    async backfill(feedId, fromDay) {
      const row = await db
        .selectFrom('backfill')
        .selectAll()
        .where('feed_id', '=', feedId)
        .where('from_day', '=', fromDay)
        .executeTakeFirst();
      if (row === undefined) return null;
      return { feedId, fromDay, nextUrl: row.next_url, pages: row.pages, items: row.items };
    },

    async saveBackfill({ feedId, fromDay, nextUrl, pages, items }) {
      await db
        .insertInto('backfill')
        .values({ feed_id: feedId, from_day: fromDay, next_url: nextUrl, pages, items })
        .onConflict((conflict) =>
          conflict
            .columns(['feed_id', 'from_day'])
            .doUpdateSet({ next_url: nextUrl, pages, items }),
        )
        .execute();
    },
  };
}
