// Brings a database of any earlier version to the present one. In: an open database. Out: the same tables on SQLite and
// Postgres. A step that has been released is never edited: a new one is added at the end.
import { type Kysely, sql, type Transaction } from 'kysely';
import { UserError } from '../domain/error.ts';
import type { Engine } from './engine.ts';
import type { Schema } from './schema.ts';

type Types = { readonly int: string; readonly id: string; readonly strict: string };

/** The few words in which the engines differ. STRICT makes SQLite refuse what Postgres would refuse. */
const TYPES: Readonly<Record<Engine['name'], Types>> = {
  sqlite: { int: 'INTEGER', id: 'INTEGER PRIMARY KEY AUTOINCREMENT', strict: ' STRICT' },
  postgres: { int: 'BIGINT', id: 'BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY', strict: '' },
};

/** Any number: it names the lock that keeps two starting replicas from migrating at once. */
const MIGRATION_LOCK = 7_203_145_920;

type Migration = { readonly name: string; readonly statements: (types: Types) => string[] };

function tablesOfFeeds({ int, strict }: Types): string[] {
  return [
    `CREATE TABLE counter (name TEXT PRIMARY KEY, value ${int} NOT NULL)${strict}`,
    `INSERT INTO counter VALUES ('epoch', 0), ('I', 0), ('S', 0), ('E', 0), ('R', 0)`,
    `CREATE TABLE feed_state (
      feed_id TEXT PRIMARY KEY, etag TEXT, last_modified TEXT, baseline_at ${int}, last_polled_at ${int},
      last_ok_at ${int}, next_poll_at ${int} NOT NULL, failures ${int} NOT NULL, last_error TEXT, parser TEXT,
      newest_item_at ${int}, warnings TEXT NOT NULL, held_reason TEXT, lease_token TEXT,
      lease_until ${int} NOT NULL)${strict}`,
    'CREATE INDEX feed_state_due ON feed_state (next_poll_at)',
    `CREATE TABLE item (
      id TEXT PRIMARY KEY, feed_id TEXT NOT NULL, version ${int} NOT NULL, link TEXT, fingerprint TEXT NOT NULL,
      outcome TEXT NOT NULL, reason TEXT NOT NULL, story_id TEXT, fetched_at ${int} NOT NULL, body TEXT NOT NULL,
      reading TEXT)${strict}`,
    'CREATE INDEX item_link ON item (link)',
    'CREATE INDEX item_story ON item (story_id)',
    `CREATE TABLE item_version (
      item_id TEXT NOT NULL REFERENCES item, version ${int} NOT NULL, fetched_at ${int} NOT NULL, body TEXT NOT NULL,
      PRIMARY KEY (item_id, version))${strict}`,
    `CREATE TABLE item_alias (
      feed_id TEXT NOT NULL, alias TEXT NOT NULL, item_id TEXT NOT NULL REFERENCES item,
      PRIMARY KEY (feed_id, alias))${strict}`,
  ];
}

function tablesOfStories({ int, id, strict }: Types): string[] {
  return [
    `CREATE TABLE story (
      id TEXT PRIMARY KEY, version ${int} NOT NULL, epoch ${int} NOT NULL, updated_at ${int} NOT NULL,
      body TEXT NOT NULL)${strict}`,
    'CREATE INDEX story_epoch ON story (epoch)',
    'CREATE INDEX story_updated ON story (updated_at)',
    `CREATE TABLE story_version (
      story_id TEXT NOT NULL REFERENCES story, epoch ${int} NOT NULL, version ${int} NOT NULL, body TEXT NOT NULL,
      PRIMARY KEY (story_id, epoch))${strict}`,
    `CREATE TABLE ledger_entry (
      seq ${id}, id TEXT NOT NULL UNIQUE, measure_id TEXT NOT NULL, recorded_at ${int} NOT NULL,
      body TEXT NOT NULL)${strict}`,
    `CREATE TABLE review (
      id TEXT PRIMARY KEY, story_id TEXT NOT NULL, created_at ${int} NOT NULL, decided_at ${int}, body TEXT NOT NULL,
      decision TEXT)${strict}`,
    'CREATE INDEX review_open ON review (created_at) WHERE decided_at IS NULL',
  ];
}

function tablesOfChannels({ int, strict }: Types): string[] {
  return [
    `CREATE TABLE channel (
      lane TEXT PRIMARY KEY, platform TEXT NOT NULL, tenant_id TEXT NOT NULL, channel_id TEXT NOT NULL,
      name TEXT NOT NULL, address TEXT, paused_reason TEXT, paused_at ${int}, digest TEXT, preferences TEXT)${strict}`,
    `CREATE TABLE subscription (
      id TEXT PRIMARY KEY, lane TEXT NOT NULL REFERENCES channel, filter TEXT NOT NULL, created_by TEXT NOT NULL,
      created_at ${int} NOT NULL)${strict}`,
    'CREATE INDEX subscription_lane ON subscription (lane)',
    `CREATE TABLE mute (
      lane TEXT NOT NULL REFERENCES channel, subject TEXT NOT NULL, until_at ${int} NOT NULL,
      created_by TEXT NOT NULL, PRIMARY KEY (lane, subject))${strict}`,
  ];
}

const OPEN = "state IN ('pending', 'retry', 'unknown')";

// The partial indexes are the point of `lane`: with them a claim costs the same however many channels lie idle.
function tablesOfOutbox({ int, id, strict }: Types): string[] {
  return [
    `CREATE TABLE lane (
      lane TEXT PRIMARY KEY REFERENCES channel, platform TEXT NOT NULL, ready_at ${int} NOT NULL, due_at ${int}, paused ${int} NOT NULL,
      lease_token TEXT, lease_until ${int} NOT NULL, in_flight ${int}, last_post_at ${int},
      last_failure TEXT)${strict}`,
    `CREATE INDEX lane_due ON lane (platform, due_at) WHERE due_at IS NOT NULL AND paused = 0 AND lease_token IS NULL`,
    'CREATE INDEX lane_leased ON lane (lease_until) WHERE lease_token IS NOT NULL',
    `CREATE TABLE message (hash TEXT PRIMARY KEY, body TEXT NOT NULL)${strict}`,
    `CREATE TABLE delivery (
      id ${id}, dedupe_key TEXT NOT NULL UNIQUE, lane TEXT NOT NULL REFERENCES lane, kind TEXT NOT NULL,
      mode TEXT NOT NULL, story_id TEXT, story_version ${int}, message_hash TEXT NOT NULL REFERENCES message, reason TEXT NOT NULL,
      planned_for ${int} NOT NULL, not_before ${int} NOT NULL, state TEXT NOT NULL, attempts ${int} NOT NULL, created_at ${int} NOT NULL,
      attempt_started_at ${int}, sent_at ${int}, receipt TEXT, last_error TEXT, lease_token TEXT,
      unclear_attempts ${int} NOT NULL)${strict}`,
    `CREATE INDEX delivery_open ON delivery (lane, not_before, id) WHERE ${OPEN}`,
    'CREATE INDEX delivery_lane ON delivery (lane, id)',
    'CREATE INDEX delivery_story ON delivery (story_id, lane, id)',
    "CREATE INDEX delivery_dead ON delivery (id) WHERE state = 'dead'",
    `CREATE TABLE seen_key (key TEXT PRIMARY KEY, until_at ${int} NOT NULL)${strict}`,
    'CREATE INDEX seen_key_until ON seen_key (until_at)',
    `CREATE TABLE job_slot (
      name TEXT NOT NULL, slot ${int} NOT NULL, PRIMARY KEY (name, slot))${strict}`,
  ];
}

function tableOfIdentity({ int, strict }: Types): string[] {
  return [
    `CREATE TABLE store_identity (one ${int} PRIMARY KEY CHECK (one = 1), id TEXT NOT NULL)${strict}`,
  ];
}

// What feeds are beyond the catalogue: texts behind items, feeds that operators added, moves, and how far a backfill is.
function tablesOfFeedCare({ int, strict }: Types): string[] {
  return [
    `CREATE TABLE linked_page (url TEXT PRIMARY KEY, text_hash TEXT NOT NULL, fetched_at ${int} NOT NULL)${strict}`,
    `CREATE TABLE linked_text (hash TEXT PRIMARY KEY, body TEXT NOT NULL)${strict}`,
    `CREATE TABLE page_retry (
      item_id TEXT PRIMARY KEY REFERENCES item, feed_id TEXT NOT NULL, attempts ${int} NOT NULL,
      due_at ${int} NOT NULL)${strict}`,
    'CREATE INDEX page_retry_feed ON page_retry (feed_id, due_at)',
    `CREATE TABLE custom_feed (
      id TEXT PRIMARY KEY, body TEXT NOT NULL, added_by TEXT NOT NULL, added_at ${int} NOT NULL)${strict}`,
    `CREATE TABLE backfill (
      feed_id TEXT NOT NULL, from_day TEXT NOT NULL, next_url TEXT, pages ${int} NOT NULL, items ${int} NOT NULL,
      PRIMARY KEY (feed_id, from_day))${strict}`,
    'ALTER TABLE feed_state ADD COLUMN moved TEXT',
    "ALTER TABLE feed_state ADD COLUMN fresh_counts TEXT NOT NULL DEFAULT '[]'",
  ];
}

// What a storm left to be decided, and its items, which are few among all.
function partsOfHolds(): string[] {
  return [
    'ALTER TABLE feed_state ADD COLUMN hold TEXT',
    "CREATE INDEX item_held ON item (feed_id) WHERE outcome = 'held'",
  ];
}

// When items of a feed may last have come and gone unseen.
function partsOfLosses({ int }: Types): string[] {
  return [`ALTER TABLE feed_state ADD COLUMN overrun_at ${int}`];
}

// Somebody in the channel asked for silence; the platform speaking again does not end it.
function partsOfPauses(): string[] {
  return ['ALTER TABLE channel ADD COLUMN paused_by TEXT'];
}

export const MIGRATIONS: readonly Migration[] = [
  { name: 'feeds and items', statements: tablesOfFeeds },
  { name: 'stories, ledger and reviews', statements: tablesOfStories },
  { name: 'channels and subscriptions', statements: tablesOfChannels },
  { name: 'outbox', statements: tablesOfOutbox },
  { name: 'identity', statements: tableOfIdentity },
  { name: 'care of feeds', statements: tablesOfFeedCare },
  { name: 'holds', statements: partsOfHolds },
  { name: 'losses', statements: partsOfLosses },
  { name: 'pauses that were asked for', statements: partsOfPauses },
];

/**
 * Applies the missing migrations in one transaction, under a lock that other starting processes wait for. `upTo` stops
 * at an earlier version (tests). Throws a UserError when the database was written by a newer program.
 */
export async function migrate(
  db: Kysely<Schema>,
  engine: Engine,
  upTo = MIGRATIONS.length,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    if (engine.name === 'postgres')
      await sql`SELECT pg_advisory_xact_lock(${sql.lit(MIGRATION_LOCK)})`.execute(trx);
    const version = await versionOf(trx, engine);
    if (version > MIGRATIONS.length) throw newerDatabase(version);
    for (const [index, migration] of MIGRATIONS.entries()) {
      if (index < version || index >= upTo) continue;
      for (const statement of migration.statements(TYPES[engine.name])) {
        await sql.raw(statement).execute(trx);
      }
      await sql`INSERT INTO schema_version (version, name) VALUES (${index + 1}, ${migration.name})`.execute(
        trx,
      );
    }
  });
}

async function versionOf(trx: Transaction<Schema>, engine: Engine): Promise<number> {
  const { int, strict } = TYPES[engine.name];
  await sql
    .raw(
      `CREATE TABLE IF NOT EXISTS schema_version (version ${int} PRIMARY KEY, name TEXT NOT NULL)${strict}`,
    )
    .execute(trx);
  const { rows } = await sql<{
    version: number | null;
  }>`SELECT max(version) AS version FROM schema_version`.execute(trx);
  return rows[0]?.version ?? 0;
}

function newerDatabase(version: number): UserError {
  return new UserError(
    'storage-newer',
    `The database has version ${version}, and this program knows versions up to ${MIGRATIONS.length}.`,
    'Start the newer program again, or restore a backup that was made before the upgrade.',
  );
}
