// The two engines and the few places where their SQL differs. In: nothing. Out: fragments for the query layer.
import { type Kysely, type RawBuilder, sql, type Transaction } from 'kysely';
import type { Schema } from './schema.ts';

export type Engine = {
  readonly name: 'sqlite' | 'postgres';
  /** Ends a SELECT that takes rows which another process may want as well: those it holds are passed over. */
  readonly skipLocked: RawBuilder<unknown>;
  /** Ends a SELECT that must have its rows: waits for whoever holds them. SQLite's transactions exclude each other. */
  readonly lockRows: RawBuilder<unknown>;
};

export const SQLITE: Engine = { name: 'sqlite', skipLocked: sql``, lockRows: sql`` };

export const POSTGRES: Engine = {
  name: 'postgres',
  skipLocked: sql`FOR UPDATE SKIP LOCKED`,
  lockRows: sql`FOR UPDATE`,
};

/** What each table file gets: the query layer and the engine below it. */
export type Database = { readonly db: Kysely<Schema>; readonly engine: Engine };

/** A query layer inside or outside a transaction. */
export type Queries = Kysely<Schema> | Transaction<Schema>;

/** Rows a statement: SQLite takes 32 766 parameters, Postgres 65 535, and the widest row here has 19. */
export const ROWS_PER_STATEMENT = 500;

/** `rows` in portions that fit one statement. */
export function portions<T>(rows: readonly T[]): T[][] {
  const result: T[][] = [];
  for (let from = 0; from < rows.length; from += ROWS_PER_STATEMENT) {
    result.push(rows.slice(from, from + ROWS_PER_STATEMENT));
  }
  return result;
}

/** A whole number or nothing in a VALUES list: Postgres takes a bare parameter there for text. */
export function int(value: number | null): RawBuilder<unknown> {
  return sql`CAST(${value} AS BIGINT)`;
}

/** Text or nothing in a VALUES list. */
export function text(value: string | null): RawBuilder<unknown> {
  return sql`CAST(${value} AS TEXT)`;
}

/** `(a, b), (c, d)`: what stands after VALUES. */
export function tuples(rows: readonly (readonly RawBuilder<unknown>[])[]): RawBuilder<unknown> {
  return sql.join(rows.map((row) => sql`(${sql.join(row)})`));
}
