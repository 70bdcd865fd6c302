// Opens a pool of Postgres connections and shows it to the query layer. In: a connection URL. Out: a kysely dialect
// whose parameters pass the same gate as those of SQLite. Knows no table.
import { type Dialect, PostgresDialect, type PostgresPool, type PostgresPoolClient } from 'kysely';
import pg from 'pg';
import { bindValue } from './bound-value.ts';
import { PREPARED_NAME } from './engine.ts';

/** A pass, the deliverer, a few commands and jobs at once; replicas share the server's limit of about 100. */
const POOL_SIZE = 10;
/** Commands say within 3 s that the database does not answer. */
const CONNECT_TIMEOUT_MS = 2_500;
/** Against a server that has gone without closing the connection: no query of ours takes this long. */
const QUERY_TIMEOUT_MS = 20_000;
/** A transaction whose client has gone frees its rows after this. */
const IDLE_IN_TRANSACTION_MS = 15_000;

/** Type numbers of pg_type.dat whose values node-postgres would give as text. */
const INT8 = 20;
const NUMERIC = 1700;

const types: pg.CustomTypesConfig = {
  getTypeParser: (id: number, format?: 'text' | 'binary') =>
    id === INT8 || id === NUMERIC
      ? (text: string) => Number(text)
      : pg.types.getTypeParser(id, format as 'text'),
};

/**
 * A pool for `url`. `onLost` hears of connections that break while idle (a restarted server), which is no fault of any
 * query: the pool opens new ones by itself.
 */
export function openPostgres(url: string, onLost: (error: Error) => void): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: POOL_SIZE,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    query_timeout: QUERY_TIMEOUT_MS,
    statement_timeout: QUERY_TIMEOUT_MS,
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS,
    keepAlive: true,
    types,
    application_name: 'tariffwatch',
  });
  pool.on('error', onLost);
  // A connection that breaks while it is lent out tells its borrower through the query, and the process by this event.
  pool.on('connect', (client) => client.on('error', onLost));
  return pool;
}

/** The kysely dialect over a pool; parameters that cannot be stored unchanged are refused before they are sent. */
export function postgresDialect(pool: pg.Pool): Dialect {
  const lent: PostgresPool = {
    connect: async () => lend(await pool.connect()),
    end: () => pool.end(),
  };
  return new PostgresDialect({ pool: lent });
}

// A connection that failed in another way than by the server's own answer (time-out, reset) may still be in the middle
// of something: it is not asked again, not even to roll back, and is thrown away.
function lend(client: pg.PoolClient): PostgresPoolClient {
  let fault: Error | null = null;
  async function query(text: string, parameters: readonly unknown[]): Promise<pg.QueryResult> {
    if (fault !== null) throw fault;
    const values = parameters.map(bindValue);
    const name = PREPARED_NAME.exec(text)?.[1];
    try {
      return await client.query(name === undefined ? { text, values } : { name, text, values });
    } catch (error) {
      if (!(error instanceof pg.DatabaseError)) fault = error as Error;
      throw error;
    }
  }
  return {
    // Kysely also knows a form with a cursor; rows are not streamed here.
    query: query as unknown as PostgresPoolClient['query'],
    release: () => client.release(fault !== null),
  };
}
