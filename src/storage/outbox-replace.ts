// Keeps a message that nobody has seen yet at the latest state of its story, or takes it back when the story is withdrawn. In:
// rows just enqueued that carry that state. Out: which of them are settled by that. Must run while the lanes are held.
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

/**
 * Takes back what waits of the same story and lane before each edit of `ids`, and that edit, where the story's first post was
 * planned and never attempted. Where it has gone out, nothing is changed. Returns the ids of the edits taken back.
 */
export async function takeBackUnsent(
  queries: Queries,
  ids: readonly number[],
): Promise<ReadonlySet<number>> {
  const takenBack = new Set<number>();
  for (const some of portions(ids)) {
    const { rows } = await sql<{ id: number }>`
      SELECT DISTINCT newer.id AS id
      FROM delivery AS newer JOIN delivery AS post
        ON post.story_id = newer.story_id AND post.lane = newer.lane AND post.id < newer.id
      WHERE newer.id IN (${sql.join(some)}) AND post.state = 'pending' AND post.attempts = 0
        AND post.unclear_attempts = 0 AND post.kind = 'alert' AND post.mode = 'post'`.execute(
      queries,
    );
    const edits = rows.map(({ id }) => id);
    if (edits.length === 0) continue;
    await sql`
      UPDATE delivery SET state = 'withdrawn', last_error = 'its story was withdrawn before it went out'
      WHERE state = 'pending' AND attempts = 0 AND unclear_attempts = 0
        AND story_id IN (SELECT story_id FROM delivery WHERE id IN (${sql.join(edits)})) AND EXISTS (
        SELECT 1 FROM delivery AS newer WHERE newer.id IN (${sql.join(edits)})
          AND newer.story_id = delivery.story_id AND newer.lane = delivery.lane AND newer.id >= delivery.id)`.execute(
      queries,
    );
    for (const id of edits) takenBack.add(id);
  }
  return takenBack;
}
