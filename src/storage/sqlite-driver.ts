// Opens the embedded database and shows it to the query layer. In: a file path. Out: a kysely dialect on the
// `DatabaseSync` interface. Knows no table. `node:sqlite` serves where it is built in and new enough, else the package
// with the same interface (prebuilt, no compiler).
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import { type BoundValue, bindValue } from './bound-value.ts';

/** The part of `DatabaseSync` (https://nodejs.org/api/sqlite.html) that is used here; both implementations have it. */
export type SqliteDatabase = {
  exec(sql: string): void;
  prepare(sql: string): SqliteStatement;
  close(): void;
};

type SqliteStatement = {
  all(...values: BoundValue[]): unknown[];
  run(...values: BoundValue[]): { changes: number | bigint; lastInsertRowid: number | bigint };
  columns(): readonly unknown[];
};

type SqliteModule = { readonly DatabaseSync: new (path: string) => SqliteDatabase };

/** Up to 3.51.2 two connections that write and checkpoint at once could lose a commit (sqlite.org/wal.html#walresetbug). */
const OLDEST_SAFE_VERSION = [3, 51, 3] as const;

/** Statements kept compiled. The text of a query varies with the length of its lists, hence a bound. */
const STATEMENT_CACHE_SIZE = 500;

/** How long a statement waits for another process's write before it fails. */
const BUSY_PATIENCE_MS = 5_000;
/** The part of it that SQLite itself waits, and with it this whole process; between such waits others get their turn. */
const BUSY_TIMEOUT_MS = 50;
const BUSY_PAUSE_MS = 10;
const SQLITE_BUSY = 5;

/**
 * Opens (or makes) the database file at `path`. WAL, and `synchronous=FULL`: with NORMAL a power cut loses commits that
 * were already acknowledged, and each of those is a message posted twice. Several processes may share the file.
 */
export async function openSqlite(path: string): Promise<SqliteDatabase> {
  const { DatabaseSync } = await sqliteModule();
  const database = new DatabaseSync(path);
  // Switching to WAL needs a lock as well, and nothing else runs yet.
  database.exec(`PRAGMA busy_timeout = ${BUSY_PATIENCE_MS}`);
  database.exec('PRAGMA journal_mode = WAL');
  database.exec(`PRAGMA busy_timeout = ${BUSY_TIMEOUT_MS}`);
  database.exec('PRAGMA synchronous = FULL');
  database.exec('PRAGMA foreign_keys = ON');
  return database;
}

async function sqliteModule(): Promise<SqliteModule> {
  const builtIn = process.getBuiltinModule?.('node:sqlite') as SqliteModule | undefined;
  if (builtIn !== undefined && isSafe(builtIn)) return builtIn;
  return (await import('@photostructure/sqlite')) as unknown as SqliteModule;
}

function isSafe({ DatabaseSync }: SqliteModule): boolean {
  const probe = new DatabaseSync(':memory:');
  const [row] = probe.prepare('SELECT sqlite_version() AS version').all();
  probe.close();
  return isSafeVersion(String((row as { version: unknown }).version));
}

/** True when SQLite `version` (`3.53.0`) may be shared by several processes. */
export function isSafeVersion(version: string): boolean {
  const parts = version.split('.').map(Number);
  for (const [index, oldest] of OLDEST_SAFE_VERSION.entries()) {
    const part = parts[index] ?? 0;
    if (part !== oldest) return part > oldest;
  }
  return true;
}

/**
 * The kysely dialect over one open database. There is one connection, handed out in turn: nothing may wait for the
 * network while it holds a transaction. Every transaction begins IMMEDIATE, because one that reads first and writes
 * later fails at once, without waiting, when another process has written in between.
 */
export function sqliteDialect(database: SqliteDatabase): Dialect {
  return {
    createDriver: () => sqliteDriver(database),
    createAdapter: () => new SqliteAdapter(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  };
}

function sqliteDriver(database: SqliteDatabase): Driver {
  const connection = sqliteConnection(database);
  const turns = takingTurns();
  return {
    init: () => Promise.resolve(),
    async acquireConnection() {
      await turns.take();
      return connection;
    },
    releaseConnection: () => Promise.resolve(turns.give()),
    beginTransaction: () => patiently(() => database.exec('BEGIN IMMEDIATE')),
    commitTransaction: async () => database.exec('COMMIT'),
    rollbackTransaction: async () => database.exec('ROLLBACK'),
    destroy: async () => database.close(),
  };
}

function sqliteConnection(database: SqliteDatabase): DatabaseConnection {
  const statements = new Map<string, { statement: SqliteStatement; returnsRows: boolean }>();

  function prepare(sql: string): { statement: SqliteStatement; returnsRows: boolean } {
    const known = statements.get(sql);
    if (known !== undefined) return known;
    const statement = database.prepare(sql);
    const prepared = { statement, returnsRows: statement.columns().length > 0 };
    if (statements.size >= STATEMENT_CACHE_SIZE) statements.clear();
    statements.set(sql, prepared);
    return prepared;
  }

  return {
    async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
      const { statement, returnsRows } = prepare(sql);
      const values = parameters.map(bindValue);
      if (returnsRows) return { rows: await patiently(() => statement.all(...values) as R[]) };
      const { changes, lastInsertRowid } = await patiently(() => statement.run(...values));
      return {
        rows: [],
        numAffectedRows: BigInt(changes),
        insertId: BigInt(lastInsertRowid),
      };
    },
    streamQuery() {
      throw new Error('rows are not streamed here: read them in pages');
    },
  };
}

// A statement that found the file busy has done nothing and may be tried again.
async function patiently<T>(run: () => T): Promise<T> {
  const attempts = Math.ceil(BUSY_PATIENCE_MS / (BUSY_TIMEOUT_MS + BUSY_PAUSE_MS));
  for (let left = attempts; ; left -= 1) {
    try {
      return run();
    } catch (error) {
      if (left <= 0 || !isBusy(error)) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, BUSY_PAUSE_MS));
  }
}

// The low byte of the extended result code: https://sqlite.org/rescode.html#busy
function isBusy(error: unknown): boolean {
  const code = (error as { errcode?: unknown }).errcode;
  return typeof code === 'number' && (code & 0xff) === SQLITE_BUSY;
}

function takingTurns(): { take(): Promise<void>; give(): void } {
  const waiting: (() => void)[] = [];
  let taken = false;
  return {
    take() {
      if (taken) return new Promise((resolve) => waiting.push(resolve));
      taken = true;
      return Promise.resolve();
    },
    give() {
      const next = waiting.shift();
      if (next === undefined) taken = false;
      else next();
    },
  };
}
