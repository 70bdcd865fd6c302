// How far the filling of each feed from a day on has come. In: progress. Out: the BackfillStore part of the store.
import { randomUUID } from 'node:crypto';
import type { BackfillStore } from '../ports/store.ts';
import type { Database } from './engine.ts';
import { toState } from './feed-table.ts';

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

    async leaseFeed(feedId, now, leaseMs) {
      const leaseToken = randomUUID();
      const row = await db
        .updateTable('feed_state')
        .set({ lease_token: leaseToken, lease_until: now + leaseMs })
        .where('feed_id', '=', feedId)
        .where('lease_until', '<=', now)
        .returningAll()
        .executeTakeFirst();
      return row === undefined ? null : { state: toState(row), leaseToken };
    },
  };
}
