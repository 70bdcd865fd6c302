// The two engines and the few places where their SQL differs. In: nothing. Out: fragments for the query layer.
import { type Kysely, type RawBuilder, sql, type Transaction } from 'kysely';
import { toJson } from './bound-value.ts';
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

/**
 * A table `given` with one column `value` and a row for each of `rows`, passed as one parameter: the statement stays the
 * same whatever their number, so that it is compiled once.
 */
export function given(engine: Engine, rows: readonly (readonly unknown[])[]): RawBuilder<unknown> {
  const json = toJson(rows);
  return engine.name === 'sqlite'
    ? sql`json_each(${json}) AS given`
    : sql`jsonb_array_elements(CAST(${json} AS jsonb)) AS given (value)`;
}

/** The whole number, or nothing, at `index` of a given row. */
export function int(index: number): RawBuilder<unknown> {
  return sql`CAST(value ->> ${sql.lit(index)} AS BIGINT)`;
}

/** The text, or nothing, at `index` of a given row. */
export function text(index: number): RawBuilder<unknown> {
  return sql`(value ->> ${sql.lit(index)})`;
}

/**
 * Begins a statement that is asked again and again, most often for nothing: Postgres reads and plans it once a connection,
 * which else is most of its cost. `name`: one for each text. Only for a statement that is planned alike however many rows
 * there are, because the plan is kept. SQLite keeps all statements, and reads a comment.
 */
export function preparedAs(name: string): RawBuilder<unknown> {
  return sql.raw(`/* prepared as ${name} */`);
}

/** The name that `preparedAs` gave a statement. */
export const PREPARED_NAME = /^\/\* prepared as (\w+) \*\//;
