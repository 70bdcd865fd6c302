// The embedded database: durable settings, versions that may be shared, faults that are told in words.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Kysely, sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DATABASE_FILE, openStore } from '../../../src/storage/open-store.ts';
import { isSafeVersion, openSqlite, sqliteDialect } from '../../../src/storage/sqlite-driver.ts';
import { SILENT_LOG } from '../../support/silent-log.ts';

describe('the embedded database', () => {
  let folder = '';

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'tariffwatch-sqlite-'));
  });

  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('flushes every commit, keeps a write-ahead log, waits for others, and checks references', async () => {
    const database = await openSqlite(join(folder, 'x.db'));
    const pragma = (name: string) =>
      Object.values(database.prepare(`PRAGMA ${name}`).all()[0] as object)[0];

    expect([
      pragma('journal_mode'),
      pragma('synchronous'),
      pragma('busy_timeout'),
      pragma('foreign_keys'),
    ]).toEqual(['wal', 2, 50, 1]);
    database.close();
  });

  it.each([
    ['3.51.3', true],
    ['3.53.0', true],
    ['4.0.0', true],
    ['3.51.2', false],
    ['3.45.1', false],
    ['3.9.99', false],
  ])('SQLite %s may be shared by processes: %s', (version, isSafe) => {
    expect(isSafeVersion(version)).toBe(isSafe);
  });

  it('rolls back a transaction whose work fails, and serves the next', async () => {
    const db = new Kysely<{ t: { x: number } }>({
      dialect: sqliteDialect(await openSqlite(':memory:')),
    });
    await sql`CREATE TABLE t (x INTEGER) STRICT`.execute(db);

    const failing = db.transaction().execute(async (trx) => {
      await trx.insertInto('t').values({ x: 1 }).execute();
      throw new Error('changed my mind');
    });

    await expect(failing).rejects.toThrow('changed my mind');
    expect(await db.selectFrom('t').selectAll().execute()).toEqual([]);
    await db.destroy();
  });

  it('keeps other queries out of an open transaction', async () => {
    const db = new Kysely<{ t: { x: number } }>({
      dialect: sqliteDialect(await openSqlite(':memory:')),
    });
    await sql`CREATE TABLE t (x INTEGER) STRICT`.execute(db);

    const writing = db.transaction().execute(async (trx) => {
      await trx.insertInto('t').values({ x: 1 }).execute();
      await new Promise((resolve) => setImmediate(resolve));
      await trx.insertInto('t').values({ x: 2 }).execute();
    });
    const reading = db.selectFrom('t').selectAll().execute();

    await writing;
    expect(await reading).toHaveLength(2);
    await db.destroy();
  });

  it('waits for a writer of another connection without holding up this process', async () => {
    const path = join(folder, 'x.db');
    const other = await openSqlite(path);
    other.exec('CREATE TABLE t (x INTEGER) STRICT');
    const db = new Kysely<{ t: { x: number } }>({ dialect: sqliteDialect(await openSqlite(path)) });
    other.exec('BEGIN IMMEDIATE');

    const writing = Promise.all([
      db.transaction().execute((trx) => trx.insertInto('t').values({ x: 1 }).execute()),
      db.insertInto('t').values({ x: 2 }).execute(),
    ]);
    // The wait leaves this process free to end what it waits for.
    setTimeout(() => other.exec('COMMIT'), 150);
    await writing;

    expect(await db.selectFrom('t').selectAll().orderBy('x').execute()).toHaveLength(2);
    other.close();
    await db.destroy();
  });

  it('says in words that a file is no database', async () => {
    writeFileSync(
      join(folder, DATABASE_FILE),
      'this is a diary and no database, and it is long enough to be read as one',
    );

    await expect(
      openStore({ dataDir: folder, databaseUrl: null, log: SILENT_LOG }),
    ).rejects.toMatchObject({
      name: 'UserError',
      code: 'storage-unusable',
      message: expect.stringContaining('not a database'),
    });
  });

  it('says in words that the folder cannot be made or the file not opened', async () => {
    writeFileSync(join(folder, 'file'), '');
    mkdirSync(join(folder, 'taken', DATABASE_FILE), { recursive: true });

    // Under /proc the system says of every folder that its parent is missing.
    const nowhere = process.platform === 'linux' ? ['/proc/nowhere/data'] : [];
    for (const dataDir of [join(folder, 'file', 'data'), join(folder, 'taken'), ...nowhere]) {
      await expect(
        openStore({ dataDir, databaseUrl: null, log: SILENT_LOG }),
      ).rejects.toMatchObject({
        code: 'storage-unusable',
        hint: expect.stringContaining('TARIFFWATCH_DATA_DIR'),
      });
    }
  });
});

describe('a database server', () => {
  it('that does not answer is told in words, without the password', async () => {
    // Port 9 of this machine: nothing listens there.
    const databaseUrl = 'postgres://someone:hunter2@127.0.0.1:9/none';

    const start = openStore({ dataDir: '/unused', databaseUrl, log: SILENT_LOG });

    await expect(start).rejects.toMatchObject({
      name: 'UserError',
      code: 'storage-unreachable',
      message: expect.not.stringContaining('hunter2'),
    });
  });

  it('with a URL that is none is told in words', async () => {
    const start = openStore({
      dataDir: '/unused',
      databaseUrl: 'postgres://[broken',
      log: SILENT_LOG,
    });

    await expect(start).rejects.toMatchObject({ code: 'storage-unreachable' });
  });
});
