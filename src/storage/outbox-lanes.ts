// Lanes: one a channel, which keep its messages in order and one at a time. In: lane names. Out: lanes that exist, are
// held, and know when they are due. The states that count as open are written out here, because a partial index
// serves only a query that spells its condition in the same way.
import { sql } from 'kysely';
import type { ChannelRef } from '../domain/subscription.ts';
import { laneOf } from '../domain/subscription.ts';
import { ensureChannels } from './channel-table.ts';
import { type Engine, given, portions, type Queries, text } from './engine.ts';

/** Waits to be sent, for the first time or again. */
export const IS_OPEN = sql<boolean>`state IN ('pending', 'retry', 'unknown')`;

/** Makes what is missing of channels and lanes, and holds the lanes until the transaction ends. Returns their names. */
export async function holdLanes(
  queries: Queries,
  engine: Engine,
  refs: readonly ChannelRef[],
): Promise<readonly string[]> {
  const byLane = new Map(refs.map((ref) => [laneOf(ref), ref]));
  // In one order everywhere, so that two transactions never wait for each other.
  const lanes = [...byLane.keys()].sort();
  await ensureChannels(
    queries,
    lanes.map((lane) => byLane.get(lane) as ChannelRef),
  );
  for (const some of portions(lanes)) {
    await sql`
      INSERT INTO lane (lane, platform, ready_at, paused, lease_until)
      SELECT lane, platform, 0, CASE WHEN paused_reason IS NULL THEN 0 ELSE 1 END, 0
      FROM channel WHERE lane IN (${sql.join(some)}) ORDER BY lane
      ON CONFLICT (lane) DO NOTHING`.execute(queries);
    await lockLanes(queries, engine, some);
  }
  return lanes;
}

/** Waits for the lanes and holds them until the transaction ends. `lanes` sorted. */
export async function lockLanes(
  queries: Queries,
  engine: Engine,
  lanes: readonly string[],
): Promise<void> {
  if (engine.name === 'sqlite') return;
  const rows = lanes.map((lane) => [lane]);
  await sql`
    SELECT lane FROM lane WHERE lane IN (SELECT ${text(0)} FROM ${given(engine, rows)})
    ORDER BY lane ${engine.lockRows}`.execute(queries);
}

/** Works out anew when each lane is due: never before it is ready, nor before its earliest open delivery may go. */
export async function refreshLanes(
  queries: Queries,
  engine: Engine,
  lanes: readonly string[],
): Promise<void> {
  const rows = lanes.map((lane) => [lane]);
  await sql`
    UPDATE lane SET due_at = (
      SELECT CASE WHEN min(not_before) < lane.ready_at THEN lane.ready_at ELSE min(not_before) END
      FROM delivery WHERE delivery.lane = lane.lane AND ${IS_OPEN})
    WHERE lane IN (SELECT ${text(0)} FROM ${given(engine, rows)})`.execute(queries);
}
