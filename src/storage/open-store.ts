// Opens the one database of the program: SQLite in the data folder, or Postgres when a URL is given. In: where. Out: a
// Store, migrated and ready. The only file outside tests that knows both engines.
import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Dialect, Kysely, sql } from 'kysely';
import { UserError } from '../domain/error.ts';
import type { Store } from '../ports/store.ts';
import type { Log } from '../ports/world.ts';
import { backfillTable } from './backfill-table.ts';
import { channelTable } from './channel-table.ts';
import { readSnapshot } from './counters.ts';
import { customFeedTable } from './custom-feed-table.ts';
import { type Database, type Engine, POSTGRES, SQLITE } from './engine.ts';
import { feedTable } from './feed-table.ts';
import { findItem, itemsBy } from './item-table.ts';
import { ledgerTable } from './ledger-table.ts';
import { linkedTextTable } from './linked-text-table.ts';
import { migrate } from './migrations.ts';
import { onceTable } from './once-table.ts';
import { outboxTable } from './outbox-table.ts';
import { commitPass, commitStories } from './pass-commit.ts';
import { holdAfterRestore, notingProgress } from './restore-guard.ts';
import type { Schema } from './schema.ts';
import { openSqlite, sqliteDialect } from './sqlite-driver.ts';
import { findStory, newestStories, storiesAfter } from './story-table.ts';
import { subscriptionTable } from './subscription-table.ts';

/** Name of the database file in the data folder. */
export const DATABASE_FILE = 'tariffwatch.db';

export type StorePlace = {
  /** Made when it does not exist. With `databaseUrl` it holds only the note of how far the database has come. */
  readonly dataDir: string;
  /** A `postgres://` URL, or null for the embedded database. */
  readonly databaseUrl: string | null;
  readonly log: Log;
};

type Place = Pick<StorePlace, 'dataDir' | 'log'>;

/**
 * Opens and migrates the database. Several processes may share either kind: their passes, leases and claims exclude
 * each other. Throws a UserError when the place cannot be used, or when a newer program wrote it.
 */
export async function openStore({ dataDir, databaseUrl, log }: StorePlace): Promise<Store> {
  const place = { dataDir, log };
  return databaseUrl === null ? openEmbedded(place) : openServer(databaseUrl, place);
}

async function openEmbedded(place: Place): Promise<Store> {
  const { dataDir } = place;
  const path = join(dataDir, DATABASE_FILE);
  try {
    makeFolder(dataDir);
    return await storeOn(sqliteDialect(await openSqlite(path)), SQLITE, place);
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError(
      'storage-unusable',
      `The database file ${path} cannot be opened: ${reasonOf(error)}.`,
      'Check that the folder can be written, has space, and is not on a network drive, or set TARIFFWATCH_DATA_DIR.',
    );
  }
}

// Node's own recursion never ends where the system refuses a folder by saying that its parent is missing (under /proc).
function makeFolder(path: string): void {
  if (existsSync(path)) return;
  const parent = dirname(path);
  if (parent !== path) makeFolder(parent);
  try {
    mkdirSync(path);
  } catch (error) {
    // Another process may have made it meanwhile.
    if (!existsSync(path)) throw error;
  }
}

async function openServer(url: string, place: Place): Promise<Store> {
  try {
    // Only here: the driver takes memory that the embedded database has no use for.
    const { openPostgres, postgresDialect } = await import('./postgres-driver.ts');
    const pool = openPostgres(url, (error) => {
      place.log.warn('a database connection was lost', { reason: reasonOf(error) });
    });
    return await storeOn(postgresDialect(pool), POSTGRES, place);
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError(
      'storage-unreachable',
      `The database server does not answer or refuses: ${reasonOf(error)}.`,
      'Check DATABASE_URL (postgres://user:password@host:5432/name) and that the server is running.',
    );
  }
}

async function storeOn(dialect: Dialect, engine: Engine, place: Place): Promise<Store> {
  const db = new Kysely<Schema>({ dialect });
  try {
    await migrate(db, engine);
    await holdAfterRestore({ db, engine }, place);
    return await notingProgress({ db, engine }, place, tablesOf({ db, engine }));
  } catch (error) {
    await db.destroy();
    throw error;
  }
}

function tablesOf(database: Database): Store {
  const { db } = database;
  return {
    ...feedTable(database),
    ...linkedTextTable(database),
    ...customFeedTable(database),
    ...backfillTable(database),
    ...ledgerTable(database),
    ...channelTable(database),
    ...subscriptionTable(database),
    ...outboxTable(database),
    ...onceTable(database),
    snapshot: () => readSnapshot(db),
    commitPass: (commit) => commitPass(database, commit),
    commitStories: (commit) => commitStories(database, commit),
    storiesChangedSince: (epoch, since) => storiesAfter(db, epoch, since),
    story: (id) => findStory(db, id),
    recentStories: ({ limit, since }) => newestStories(db, limit, since),
    item: (id) => findItem(db, id),
    itemsByLink: (link) => itemsBy(db, 'link', link),
    itemsOfStory: (storyId) => itemsBy(db, 'story_id', storyId),
    backup: (path) => backUp(database, path),
    close: () => db.destroy(),
  };
}

async function backUp({ db, engine }: Database, path: string): Promise<void> {
  if (engine.name !== 'sqlite') {
    throw new UserError(
      'backup-by-server',
      'A Postgres database is backed up by its server.',
      'Use pg_dump, or the backups of your database service.',
    );
  }
  if (existsSync(path)) {
    throw new UserError(
      'backup-exists',
      `The file ${path} exists already, and a backup never overwrites one.`,
      'Name another file, or remove this one.',
    );
  }
  try {
    await sql`VACUUM INTO ${path}`.execute(db);
  } catch (error) {
    throw new UserError(
      'backup-unwritable',
      `The copy ${path} cannot be written: ${reasonOf(error)}.`,
      'Check that its folder is there, can be written and has space.',
    );
  }
}

// The driver's words without its stack. A connection URL never appears in them.
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const parts = error instanceof AggregateError ? error.errors.map(String) : [error.message];
  return parts.join('; ') || error.name;
}
