// What the Postgres driver does beyond handing statements on: those that are asked again and again are planned once.
import { Kysely, sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { preparedAs } from '../../src/storage/engine.ts';
import { openPostgres, postgresDialect } from '../../src/storage/postgres-driver.ts';
import type { Schema } from '../../src/storage/schema.ts';
import { postgresPlace, type TestPlace, testPlaces } from '../support/stores.ts';

const hasPostgres = (await testPlaces()).some(({ name }) => name === 'Postgres');

describe.runIf(hasPostgres)('the Postgres driver', () => {
  let opened: TestPlace;
  let db: Kysely<Schema>;

  beforeEach(async () => {
    opened = await postgresPlace();
    const pool = openPostgres(opened.place.databaseUrl ?? '', () => {});
    db = new Kysely<Schema>({ dialect: postgresDialect(pool) });
  });

  afterEach(async () => {
    await db.destroy();
    await opened.remove();
  });

  it('keeps a prepared statement on its connection, and none of the others', async () => {
    const kept = await db.connection().execute(async (connection) => {
      for (const number of [1, 2, 3]) {
        await sql`SELECT CAST(${number} AS INT) AS plain`.execute(connection);
        const { rows } = await sql<{ asked: number }>`${preparedAs('asked_often')}
          SELECT CAST(${number} AS INT) AS asked`.execute(connection);
        expect(rows).toEqual([{ asked: number }]);
      }
      const { rows } = await sql<{
        name: string;
      }>`SELECT name FROM pg_prepared_statements`.execute(connection);
      return rows;
    });

    expect(kept).toEqual([{ name: 'asked_often' }]);
  });
});
