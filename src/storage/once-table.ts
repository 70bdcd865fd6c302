// What may happen only once: a platform's event that is repeated to us, a job that every replica ticks. In: a key or a
// slot. Out: whether the caller is the first.
import type { Store } from '../ports/store.ts';
import type { Database } from './engine.ts';

/** Slots older than this many days are forgotten; no job looks back that far. */
const SLOT_MEMORY_MS = 30 * 86_400_000;

export function onceTable({ db }: Database): Pick<Store, 'firstTime' | 'claimSlot'> {
  return {
    firstTime(key, now, ttlMs) {
      return db.transaction().execute(async (trx) => {
        await trx.deleteFrom('seen_key').where('until_at', '<=', now).execute();
        const { numInsertedOrUpdatedRows } = await trx
          .insertInto('seen_key')
          .values({ key, until_at: now + ttlMs })
          .onConflict((conflict) => conflict.doNothing())
          .executeTakeFirst();
        return numInsertedOrUpdatedRows === 1n;
      });
    },

    claimSlot(name, slot) {
      return db.transaction().execute(async (trx) => {
        await trx
          .deleteFrom('job_slot')
          .where('name', '=', name)
          .where('slot', '<', slot - SLOT_MEMORY_MS)
          .execute();
        const { numInsertedOrUpdatedRows } = await trx
          .insertInto('job_slot')
          .values({ name, slot })
          .onConflict((conflict) => conflict.doNothing())
          .executeTakeFirst();
        return numInsertedOrUpdatedRows === 1n;
      });
    },
  };
}
