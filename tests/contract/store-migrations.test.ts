// A database of any earlier version becomes the present one with its data; two starting processes migrate once; a newer
// database is refused. The same on SQLite and on Postgres.
import { join } from 'node:path';
import { Kysely, sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Engine, POSTGRES, SQLITE } from '../../src/storage/engine.ts';
import { MIGRATIONS, migrate } from '../../src/storage/migrations.ts';
import { DATABASE_FILE, openStore } from '../../src/storage/open-store.ts';
import { openPostgres, postgresDialect } from '../../src/storage/postgres-driver.ts';
import type { Schema } from '../../src/storage/schema.ts';
import { openSqlite, sqliteDialect } from '../../src/storage/sqlite-driver.ts';
import { aChannel, aDelivery, NOON } from '../support/deliveries.ts';
import { SILENT_LOG } from '../support/silent-log.ts';
import { type TestPlace, testPlaces } from '../support/stores.ts';

type Raw = { readonly db: Kysely<Schema>; readonly engine: Engine };

async function openRaw({ place }: TestPlace): Promise<Raw> {
  if (place.databaseUrl !== null) {
    const pool = openPostgres(place.databaseUrl, () => {});
    return { db: new Kysely<Schema>({ dialect: postgresDialect(pool) }), engine: POSTGRES };
  }
  const database = await openSqlite(join(place.dataDir, DATABASE_FILE));
  return { db: new Kysely<Schema>({ dialect: sqliteDialect(database) }), engine: SQLITE };
}

/** Every table, column and index, as the database itself describes them. */
async function describeSchema({ db, engine }: Raw): Promise<readonly string[]> {
  const query =
    engine.name === 'sqlite'
      ? sql<{
          part: string;
        }>`SELECT name || ': ' || coalesce(sql, '') AS part FROM sqlite_master ORDER BY 1`
      : sql<{ part: string }>`
          SELECT table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable AS part
          FROM information_schema.columns WHERE table_schema = current_schema()
          UNION ALL
          SELECT replace(indexdef, current_schema(), '') FROM pg_indexes WHERE schemaname = current_schema()
          ORDER BY 1`;
  const { rows } = await query.execute(db);
  return rows.map(({ part }) => part);
}

for (const { name, open } of await testPlaces()) {
  describe(`migrations on ${name}`, () => {
    let opened: TestPlace;

    beforeEach(async () => {
      opened = await open();
    });

    afterEach(() => opened.remove());

    async function schemaAfter(...steps: readonly number[]): Promise<readonly string[]> {
      const place = await open();
      const raw = await openRaw(place);
      for (const upTo of steps) await migrate(raw.db, raw.engine, upTo);
      const parts = await describeSchema(raw);
      await raw.db.destroy();
      await place.remove();
      return parts;
    }

    it.each(MIGRATIONS.map((_, version) => version))(
      'lead from version %i to the same tables as a new database',
      async (version) => {
        const latest = MIGRATIONS.length;

        const stepwise = await schemaAfter(version, latest, latest);

        expect(stepwise.length).toBeGreaterThan(40);
        expect(stepwise).toEqual(await schemaAfter(latest));
      },
    );

    it('leave everything in place when the program starts again', async () => {
      const first = await openStore({ ...opened.place, log: SILENT_LOG });
      const delivery = aDelivery('C1');
      await first.enqueue([delivery], NOON);
      await first.close();

      const second = await openStore({ ...opened.place, log: SILENT_LOG });

      expect(await second.deliveriesTo(aChannel('C1'), 9)).toMatchObject([delivery]);
      await second.close();
    });

    it('refuse a database that a newer program wrote, and say what to do', async () => {
      const raw = await openRaw(opened);
      await migrate(raw.db, raw.engine);
      await sql`INSERT INTO schema_version (version, name) VALUES (999, 'from the future')`.execute(
        raw.db,
      );
      await raw.db.destroy();

      const start = openStore({ ...opened.place, log: SILENT_LOG });

      await expect(start).rejects.toMatchObject({
        name: 'UserError',
        code: 'storage-newer',
        message: `The database has version 999, and this program knows versions up to ${MIGRATIONS.length}.`,
      });
    });

    it('run once when several processes start at the same time', async () => {
      const stores = await Promise.all(
        Array.from({ length: 4 }, () => openStore({ ...opened.place, log: SILENT_LOG })),
      );

      for (const store of stores) {
        expect(await store.snapshot()).toMatchObject({ epoch: 0, nextItem: 1 });
        await store.close();
      }
    });

    it('undo all of a step that fails', async () => {
      const raw = await openRaw(opened);
      await migrate(raw.db, raw.engine, 1);
      // In the way of the second step.
      await sql`CREATE TABLE ledger_entry (x TEXT)`.execute(raw.db);

      await expect(migrate(raw.db, raw.engine)).rejects.toThrow('ledger_entry');
      await sql`DROP TABLE ledger_entry`.execute(raw.db);
      await migrate(raw.db, raw.engine);

      expect(await describeSchema(raw)).toEqual(await schemaAfter(MIGRATIONS.length));
      await raw.db.destroy();
    });
  });
}
