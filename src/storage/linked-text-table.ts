// Texts that were read behind items, by address and by the hash of their words, and the items that still lack theirs.
// In: texts and retries. Out: the LinkedTextStore part of the store. When to ask again is decided by the pass.
import { createHash } from 'node:crypto';
import type { LinkedTextStore, PageRetry } from '../ports/store.ts';
import type { Database, Queries } from './engine.ts';

export function linkedTextTable({ db }: Database): LinkedTextStore {
  return {
    async linkedText(url, since) {
      const row = await db
        .selectFrom('linked_page')
        .innerJoin('linked_text', 'linked_text.hash', 'linked_page.text_hash')
        .select('linked_text.body')
        .where('linked_page.url', '=', url)
        .where('linked_page.fetched_at', '>=', since)
        .executeTakeFirst();
      return row?.body ?? null;
    },

    saveLinkedText(url, text, now) {
      const hash = createHash('sha256').update(text).digest('hex');
      return db.transaction().execute(async (trx) => {
        await trx
          .insertInto('linked_text')
          .values({ hash, body: text })
          .onConflict((conflict) => conflict.doNothing())
          .execute();
        await trx
          .insertInto('linked_page')
          .values({ url, text_hash: hash, fetched_at: now })
          .onConflict((conflict) =>
            conflict.column('url').doUpdateSet({ text_hash: hash, fetched_at: now }),
          )
          .execute();
      });
    },

    async pageRetries(feedId, now, limit) {
      const rows = await db
        .selectFrom('page_retry')
        .selectAll()
        .where('feed_id', '=', feedId)
        .where('due_at', '<=', now)
        .orderBy('due_at')
        .orderBy('item_id')
        .limit(limit)
        .execute();
      return rows.map((row) => ({
        itemId: row.item_id,
        feedId: row.feed_id,
        attempts: row.attempts,
        dueAt: row.due_at,
      }));
    },
  };
}

/** Notes what is to be asked for again, and forgets what is not; part of the pass's commit. */
export async function writePageRetries(
  queries: Queries,
  retries: readonly PageRetry[],
): Promise<void> {
  for (const { itemId, feedId, attempts, dueAt } of retries) {
    if (dueAt === null) {
      await queries.deleteFrom('page_retry').where('item_id', '=', itemId).execute();
      continue;
    }
    await queries
      .insertInto('page_retry')
      .values({ item_id: itemId, feed_id: feedId, attempts, due_at: dueAt })
      .onConflict((conflict) => conflict.column('item_id').doUpdateSet({ attempts, due_at: dueAt }))
      .execute();
  }
}
