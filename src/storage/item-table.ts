// Items as they were read, with every name they go by. In: item records of a pass. Out: lookups by alias, id, link and
// story. An edited item keeps its earlier texts in `item_version`.
import { sql } from 'kysely';
import type { StoredItem } from '../domain/item.ts';
import type { Reading } from '../domain/reading.ts';
import type { ItemRecord, KnownItem } from '../ports/store.ts';
import { fromJson, toJson } from './bound-value.ts';
import { portions, type Queries } from './engine.ts';
import type { ItemRow } from './schema.ts';

/** The items of one feed that go by one of `aliases` (an item's key is one of its aliases), a row an alias. */
export async function findKnownItems(
  queries: Queries,
  feedId: string,
  aliases: readonly string[],
): Promise<readonly KnownItem[]> {
  const found: KnownItem[] = [];
  for (const some of portions(aliases)) {
    const rows = await queries
      .selectFrom('item_alias')
      .innerJoin('item', 'item.id', 'item_alias.item_id')
      .select(['item.id', 'item_alias.alias', 'item.version', 'item.fingerprint'])
      .where('item_alias.feed_id', '=', feedId)
      .where('item_alias.alias', 'in', some)
      .execute();
    for (const row of rows) {
      found.push({
        itemId: row.id,
        alias: row.alias,
        version: row.version,
        fingerprint: row.fingerprint,
      });
    }
  }
  return found;
}

/** Writes new items and new versions of known ones, with their aliases. */
export async function writeItems(queries: Queries, records: readonly ItemRecord[]): Promise<void> {
  // One statement cannot write a row twice; the last record of an item is its latest.
  const latest = [...new Map(records.map((record) => [record.item.id, record])).values()];
  for (const some of portions(latest.map(toRow))) {
    await queries
      .insertInto('item')
      .values(some)
      .onConflict((conflict) =>
        conflict.column('id').doUpdateSet((eb) => ({
          version: eb.ref('excluded.version'),
          link: eb.ref('excluded.link'),
          fingerprint: eb.ref('excluded.fingerprint'),
          outcome: eb.ref('excluded.outcome'),
          reason: eb.ref('excluded.reason'),
          story_id: eb.ref('excluded.story_id'),
          fetched_at: eb.ref('excluded.fetched_at'),
          body: eb.ref('excluded.body'),
          reading: eb.ref('excluded.reading'),
        })),
      )
      .execute();
    await queries
      .insertInto('item_version')
      .values(
        some.map(({ id, version, fetched_at, body }) => ({
          item_id: id,
          version,
          fetched_at,
          body,
        })),
      )
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
  await writeAliases(queries, records);
}

async function writeAliases(queries: Queries, records: readonly ItemRecord[]): Promise<void> {
  const rows = records.flatMap(({ item }) =>
    [...new Set([item.key, ...item.aliases])].map((alias) => ({
      feed_id: item.feedId,
      alias,
      item_id: item.id,
    })),
  );
  for (const some of portions(rows)) {
    await queries
      .insertInto('item_alias')
      .values(some)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}

export async function findItem(queries: Queries, id: string): Promise<ItemRecord | null> {
  const row = await queries.selectFrom('item').selectAll().where('id', '=', id).executeTakeFirst();
  return row === undefined ? null : toRecord(row);
}

/** Newest first. */
export async function itemsBy(
  queries: Queries,
  column: 'link' | 'story_id',
  value: string,
): Promise<readonly ItemRecord[]> {
  const rows = await queries
    .selectFrom('item')
    .selectAll()
    .where(column, '=', value)
    .orderBy('fetched_at', 'desc')
    .orderBy('id')
    .execute();
  return rows.map(toRecord);
}

/** What a storm of the feed left to be decided, oldest first. */
export async function findHeldItems(
  queries: Queries,
  feedId: string,
): Promise<readonly ItemRecord[]> {
  const rows = await queries
    .selectFrom('item')
    .selectAll()
    .where('feed_id', '=', feedId)
    // Written out, because the partial index serves only its own words.
    .where(sql<boolean>`outcome = 'held'`)
    .orderBy('fetched_at')
    .orderBy('id')
    .execute();
  return rows.map(toRecord);
}

function toRow({ item, fingerprint, outcome, reason, storyId, reading }: ItemRecord): ItemRow {
  return {
    id: item.id,
    feed_id: item.feedId,
    version: item.version,
    link: item.link,
    fingerprint,
    outcome,
    reason,
    story_id: storyId,
    fetched_at: item.fetchedAt,
    body: toJson(item),
    reading: reading === null ? null : toJson(reading),
  };
}

function toRecord(row: ItemRow): ItemRecord {
  return {
    item: fromJson<StoredItem>(row.body),
    fingerprint: row.fingerprint,
    outcome: row.outcome as ItemRecord['outcome'],
    reason: row.reason,
    storyId: row.story_id,
    reading: row.reading === null ? null : fromJson<Reading>(row.reading),
  };
}
