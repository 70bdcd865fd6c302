// What channels asked for, and what they muted. In: subscriptions and mutes. Out: the rest of the SubscriptionStore.
// Matching them is not done here.
import type { Filter, Subscription } from '../domain/subscription.ts';
import { laneOf } from '../domain/subscription.ts';
import type { SubscriptionStore } from '../ports/store.ts';
import { fromJson, toJson } from './bound-value.ts';
import { ensureChannels, type RefColumns, toRef } from './channel-table.ts';
import { noteChange } from './counters.ts';
import { type Database, portions } from './engine.ts';

type MutePart = 'mutes' | 'setMute';

type SubscriptionPart =
  | 'subscriptionsOf'
  | 'subscriptions'
  | 'addSubscription'
  | 'removeSubscriptions'
  | MutePart;

export function subscriptionTable(database: Database): Pick<SubscriptionStore, SubscriptionPart> {
  return { ...subscriptionCalls(database), ...muteCalls(database) };
}

function subscriptionCalls({
  db,
}: Database): Pick<SubscriptionStore, Exclude<SubscriptionPart, MutePart>> {
  const all = db
    .selectFrom('subscription')
    .innerJoin('channel', 'channel.lane', 'subscription.lane')
    .select([
      'subscription.id',
      'filter',
      'created_by',
      'created_at',
      'platform',
      'tenant_id',
      'channel_id',
    ])
    .orderBy('created_at')
    .orderBy('subscription.id');
  return {
    async subscriptionsOf(ref) {
      const rows = await all.where('subscription.lane', '=', laneOf(ref)).execute();
      return rows.map(toSubscription);
    },

    async subscriptions() {
      return (await all.execute()).map(toSubscription);
    },

    addSubscription({ id, channel, filter, createdBy, createdAt }) {
      return db.transaction().execute(async (trx) => {
        await ensureChannels(trx, [channel]);
        await trx
          .insertInto('subscription')
          .values({
            id,
            lane: laneOf(channel),
            filter: toJson(filter),
            created_by: createdBy,
            created_at: createdAt,
          })
          .onConflict((conflict) => conflict.column('id').doUpdateSet({ filter: toJson(filter) }))
          .execute();
        await noteChange(trx, 'subscription');
      });
    },

    removeSubscriptions(ids) {
      return db.transaction().execute(async (trx) => {
        let removed = 0n;
        for (const some of portions(ids)) {
          const { numDeletedRows } = await trx
            .deleteFrom('subscription')
            .where('id', 'in', some)
            .executeTakeFirst();
          removed += numDeletedRows;
        }
        if (removed > 0n) await noteChange(trx, 'subscription');
        return Number(removed);
      });
    },
  };
}

function muteCalls({ db }: Database): Pick<SubscriptionStore, MutePart> {
  return {
    async mutes(now) {
      const rows = await db
        .selectFrom('mute')
        .innerJoin('channel', 'channel.lane', 'mute.lane')
        .select(['subject', 'until_at', 'created_by', 'platform', 'tenant_id', 'channel_id'])
        .where('until_at', '>', now)
        .orderBy('mute.lane')
        .orderBy('subject')
        .execute();
      return rows.map((row) => ({
        channel: toRef(row),
        subject: row.subject,
        until: row.until_at,
        createdBy: row.created_by,
      }));
    },

    async setMute({ channel, subject, until, createdBy }) {
      await ensureChannels(db, [channel]);
      await db
        .insertInto('mute')
        .values({ lane: laneOf(channel), subject, until_at: until, created_by: createdBy })
        .onConflict((conflict) =>
          conflict
            .columns(['lane', 'subject'])
            .doUpdateSet({ until_at: until, created_by: createdBy }),
        )
        .execute();
    },
  };
}

type SubscriptionRow = RefColumns & {
  id: string;
  filter: string;
  created_by: string;
  created_at: number;
};

function toSubscription(row: SubscriptionRow): Subscription {
  return {
    id: row.id,
    channel: toRef(row),
    filter: fromJson<Filter>(row.filter),
    createdBy: row.created_by,
    createdAt: row.created_at,
  };
}
