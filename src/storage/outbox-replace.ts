// Keeps a message that nobody has seen yet at the latest state of its story. In: rows just enqueued that carry that state.
// Out: which of them were told in a row that still waited. Must run while the lanes are held.
import { sql } from 'kysely';
import { type Engine, given, int, portions, type Queries } from './engine.ts';

type Pair = { readonly newer: number; readonly waiting: number };

/**
 * Writes message and version of each edit of `ids` into the row of the same story and lane that was planned and never
 * attempted, which then goes out at the earlier of both times. The edit itself stays as skipped, so that its dedupe key
 * is remembered. Returns the ids of those edits.
 */
export async function replaceUnsent(
  queries: Queries,
  engine: Engine,
  ids: readonly number[],
): Promise<ReadonlySet<number>> {
  const replaced = new Set<number>();
  for (const some of portions(ids)) {
    const { rows } = await sql<Pair>`
      SELECT newer.id AS newer, min(waiting.id) AS waiting
      FROM delivery AS newer JOIN delivery AS waiting
        ON waiting.story_id = newer.story_id AND waiting.lane = newer.lane AND waiting.id < newer.id
      WHERE newer.id IN (${sql.join(some)}) AND newer.state = 'pending'
        AND waiting.state = 'pending' AND waiting.attempts = 0 AND waiting.unclear_attempts = 0
        AND waiting.kind IN ('alert', 'update') AND waiting.mode IN ('post', 'edit')
      GROUP BY newer.id ORDER BY newer.id`.execute(queries);
    if (rows.length === 0) continue;
    await writeOver(queries, engine, rows);
    for (const { newer } of rows) replaced.add(newer);
  }
  return replaced;
}

async function writeOver(queries: Queries, engine: Engine, pairs: readonly Pair[]): Promise<void> {
  const rows = pairs.map(({ newer, waiting }) => [newer, waiting]);
  const least = (column: string) => {
    const [own, other] = [sql.ref(`delivery.${column}`), sql.ref(`told.${column}`)];
    return sql`CASE WHEN ${other} < ${own} THEN ${other} ELSE ${own} END`;
  };
  await sql`
    WITH pair AS (SELECT ${int(0)} AS newer, ${int(1)} AS waiting FROM ${given(engine, rows)})
    UPDATE delivery SET message_hash = told.message_hash, story_version = told.story_version,
      planned_for = ${least('planned_for')}, not_before = ${least('not_before')}
    FROM pair JOIN delivery AS told ON told.id = pair.newer
    WHERE delivery.id = pair.waiting`.execute(queries);
  await queries
    .updateTable('delivery')
    .set({ state: 'skipped', last_error: 'told by the message that still waited' })
    .where(
      'id',
      'in',
      pairs.map(({ newer }) => newer),
    )
    .execute();
}
