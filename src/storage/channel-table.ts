// Channels and how they are set up. In: references and settings. Out: the channel part of the SubscriptionStore. A channel is never dropped here: it is paused, and resumes.
import type { Day, Instant } from '../domain/day.ts';
import type {
  ChannelPreferences,
  ChannelRef,
  ChannelSettings,
  DigestSettings,
  Platform,
} from '../domain/subscription.ts';
import { laneOf } from '../domain/subscription.ts';
import type { SubscriptionStore } from '../ports/store.ts';
import { fromJson, toJson } from './bound-value.ts';
import { type Database, type Engine, portions, type Queries } from './engine.ts';
import type { ChannelRow } from './schema.ts';

export type RefColumns = Pick<ChannelRow, 'platform' | 'tenant_id' | 'channel_id'>;

type ChannelPart =
  | 'channel'
  | 'channels'
  | 'touchChannel'
  | 'pauseChannel'
  | 'resumeChannel'
  | 'setDigest'
  | 'setPreferences';

export function channelTable({ db }: Database): Pick<SubscriptionStore, ChannelPart> {
  return {
    channel: (ref) => findChannel(db, ref),

    async channels() {
      const rows = await selectChannels(db).orderBy('channel.lane').execute();
      return rows.map(toSettings);
    },

    touchChannel(ref, name, address) {
      return db.transaction().execute(async (trx) => {
        await trx
          .insertInto('channel')
          .values({ ...newChannelRow(ref), name, address })
          .onConflict((conflict) =>
            conflict.column('lane').doUpdateSet({
              name,
              // Not every event carries the address; the last one known still serves.
              ...(address === null ? {} : { address }),
            }),
          )
          .execute();
        await endPause(trx, ref, 'of the platform');
        return (await findChannel(trx, ref)) as ChannelSettings;
      });
    },

    pauseChannel(ref, reason, now, by) {
      return db.transaction().execute(async (trx) => {
        await ensureChannels(trx, [ref]);
        const { numUpdatedRows } = await trx
          .updateTable('channel')
          .set({ paused_reason: reason, paused_at: now, paused_by: by ?? null })
          .where('lane', '=', laneOf(ref))
          .where('paused_reason', 'is', null)
          .executeTakeFirst();
        await setPaused(trx, ref, true);
        return numUpdatedRows > 0n;
      });
    },

    resumeChannel(ref) {
      return db.transaction().execute((trx) => endPause(trx, ref, 'of anybody'));
    },

    setDigest: (ref, digest) =>
      setColumn(db, ref, { digest: digest === null ? null : toJson(digest) }),

    setPreferences: (ref, preferences) =>
      setColumn(db, ref, { preferences: preferences === null ? null : toJson(preferences) }),
  };
}

/** Makes a row for each channel that has none, named by its id until it says its name. */
export async function ensureChannels(queries: Queries, refs: readonly ChannelRef[]): Promise<void> {
  for (const some of portions(refs)) {
    await queries
      .insertInto('channel')
      .values(some.map(newChannelRow))
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}

/** A channel with what its lane knows of the last attempts; a channel that was never told anything has no lane. */
export type ChannelWithLane = ChannelRow & {
  last_post_at: number | null;
  last_failure: string | null;
};

function selectChannels(queries: Queries) {
  return queries
    .selectFrom('channel')
    .leftJoin('lane', 'lane.lane', 'channel.lane')
    .selectAll('channel')
    .select(['lane.last_post_at', 'lane.last_failure']);
}

export async function findChannel(
  queries: Queries,
  ref: ChannelRef,
): Promise<ChannelSettings | null> {
  const row = await selectChannels(queries)
    .where('channel.lane', '=', laneOf(ref))
    .executeTakeFirst();
  return row === undefined ? null : toSettings(row);
}

/** Notes the local day whose digest is planned, and up to when it tells. False when that day, or a later one, was planned already. */
export async function notePlannedDay(
  queries: Queries,
  engine: Engine,
  ref: ChannelRef,
  { day, toldUntil }: { readonly day: Day; readonly toldUntil: Instant },
): Promise<boolean> {
  const row = await queries
    .selectFrom('channel')
    .select('digest')
    .where('lane', '=', laneOf(ref))
    .modifyEnd(engine.lockRows)
    .executeTakeFirst();
  const digest = fromJson<DigestSettings | null>(row?.digest ?? 'null');
  if (digest === null) return true;
  if (digest.lastDay !== null && digest.lastDay >= day) return false;
  await queries
    .updateTable('channel')
    .set({ digest: toJson({ ...digest, lastDay: day, toldUntil }) })
    .where('lane', '=', laneOf(ref))
    .execute();
  return true;
}

export function toRef(row: RefColumns): ChannelRef {
  return { platform: row.platform as Platform, tenantId: row.tenant_id, channelId: row.channel_id };
}

/** Ends the pause of a channel, or only one that nobody asked for. False when there is none to end. */
async function endPause(
  queries: Queries,
  ref: ChannelRef,
  which: 'of anybody' | 'of the platform',
): Promise<boolean> {
  const { numUpdatedRows } = await queries
    .updateTable('channel')
    .set({ paused_reason: null, paused_at: null, paused_by: null })
    .where('lane', '=', laneOf(ref))
    .where('paused_reason', 'is not', null)
    .$if(which === 'of the platform', (update) => update.where('paused_by', 'is', null))
    .executeTakeFirst();
  if (numUpdatedRows > 0n) await setPaused(queries, ref, false);
  return numUpdatedRows > 0n;
}

// The lane is made where there is none: a pass that plans the first message of a channel at the same instant makes it as it
// saw the channel, and one of the two waits for the other at its row.
async function setPaused(queries: Queries, ref: ChannelRef, isPaused: boolean): Promise<void> {
  const paused = isPaused ? 1 : 0;
  await queries
    .insertInto('lane')
    .values({ lane: laneOf(ref), platform: ref.platform, ready_at: 0, paused, lease_until: 0 })
    .onConflict((conflict) => conflict.column('lane').doUpdateSet({ paused }))
    .execute();
}

async function setColumn(
  queries: Queries,
  ref: ChannelRef,
  column: Partial<Pick<ChannelRow, 'digest' | 'preferences'>>,
): Promise<void> {
  await ensureChannels(queries, [ref]);
  await queries.updateTable('channel').set(column).where('lane', '=', laneOf(ref)).execute();
}

function newChannelRow(ref: ChannelRef): ChannelRow {
  return {
    lane: laneOf(ref),
    platform: ref.platform,
    tenant_id: ref.tenantId,
    channel_id: ref.channelId,
    name: ref.channelId,
    address: null,
    paused_reason: null,
    paused_at: null,
    paused_by: null,
    digest: null,
    preferences: null,
  };
}

export function toSettings(row: ChannelWithLane): ChannelSettings {
  return {
    channel: toRef(row),
    name: row.name,
    address: row.address,
    pausedReason: row.paused_reason,
    pausedAt: row.paused_at,
    pausedBy: row.paused_by,
    lastPostAt: row.last_post_at,
    lastFailure: row.last_failure,
    digest: row.digest === null ? null : fromJson<DigestSettings>(row.digest),
    preferences: row.preferences === null ? null : fromJson<ChannelPreferences>(row.preferences),
  };
}
