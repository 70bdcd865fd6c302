// Opens a fresh database of each kind for a test file: SQLite in a temporary folder, Postgres in a schema of its own.
// Postgres is TEST_DATABASE_URL, or a server that answers on this machine; without one its tests are skipped aloud.
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { StorePlace } from '../../src/storage/open-store.ts';

export type TestPlace = {
  readonly name: 'SQLite' | 'Postgres';
  /** Where a store opens; everything it needs is gone again after `remove`. */
  readonly place: Pick<StorePlace, 'dataDir' | 'databaseUrl'>;
  remove(): Promise<void>;
};

const LOCAL_SERVER = 'postgres://postgres@127.0.0.1:5432/test';

/** A new empty folder; `databaseUrl` is null. */
export async function sqlitePlace(): Promise<TestPlace> {
  const dataDir = mkdtempSync(join(tmpdir(), 'tariffwatch-test-'));
  return {
    name: 'SQLite',
    place: { dataDir, databaseUrl: null },
    remove: async () => rmSync(dataDir, { recursive: true, force: true }),
  };
}

/** A new schema on the test server; `dataDir` is an empty folder all the same. */
export async function postgresPlace(): Promise<TestPlace> {
  const schema = `t_${randomBytes(6).toString('hex')}`;
  const folder = await sqlitePlace();
  await onServer(`CREATE SCHEMA ${schema}`);
  const url = new URL(serverUrl());
  url.searchParams.set('options', `-c search_path=${schema}`);
  return {
    name: 'Postgres',
    place: { dataDir: folder.place.dataDir, databaseUrl: url.href },
    async remove() {
      await folder.remove();
      await onServer(`DROP SCHEMA ${schema} CASCADE`);
    },
  };
}

/** Each kind of database that can be tested here, with a printed word about the one that cannot. */
export async function testPlaces(): Promise<
  readonly { readonly name: string; readonly open: () => Promise<TestPlace> }[]
> {
  const places = [{ name: 'SQLite', open: sqlitePlace }];
  if (await serverAnswers()) return [...places, { name: 'Postgres', open: postgresPlace }];
  process.stderr.write(
    'No Postgres answers (TEST_DATABASE_URL is not set): its tests are skipped.\n',
  );
  return places;
}

function serverUrl(): string {
  return process.env['TEST_DATABASE_URL'] ?? LOCAL_SERVER;
}

async function serverAnswers(): Promise<boolean> {
  // A server that was named must answer; only the guessed one may be absent.
  if (process.env['TEST_DATABASE_URL'] !== undefined) return true;
  try {
    await onServer('SELECT 1');
    return true;
  } catch {
    return false;
  }
}

async function onServer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl(), connectionTimeoutMillis: 2_000 });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
