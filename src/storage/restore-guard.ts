// Notices that the database has gone back in time: an older backup was put in its place. In: the database and a small file
// beside it that says how far it had come. Out: nothing is posted a second time; what is doubtful waits for an operator.
import { randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Instant } from '../domain/day.ts';
import type { FeedStore, StoryStore } from '../ports/store.ts';
import type { Log } from '../ports/world.ts';
import type { Database, Queries } from './engine.ts';
import { refreshLanes } from './outbox-lanes.ts';

/** Name of the file in the data folder. It may be removed: then the next start cannot tell a restored backup. */
export const PROGRESS_FILE = 'progress.json';

const PROGRESS = z.object({ database: z.string(), polledAt: z.number() });

type Place = { readonly dataDir: string; readonly log: Log };

/**
 * Compares the database with the file and, when it is older than what the file has seen, holds what it would repeat: open
 * deliveries become dead letters, and each feed takes its next poll for its first, which announces nothing. To be called
 * once, after the migrations.
 */
export async function holdAfterRestore(
  { db, engine }: Database,
  { dataDir, log }: Place,
): Promise<void> {
  const identity = await identityOf(db);
  const seen = readProgress(dataDir);
  if (seen === null || seen.database !== identity) return;
  const polledAt = await lastPollOf(db);
  if (polledAt !== null && polledAt >= seen.polledAt) return;
  const held = await db.transaction().execute(async (trx) => {
    const rows = await trx
      .updateTable('delivery')
      .set({
        state: 'dead',
        last_error: 'the database was restored from a backup: this may have been sent before',
      })
      .where('state', 'in', ['pending', 'retry', 'unknown', 'sending'])
      .returning('lane')
      .execute();
    await trx
      .updateTable('lane')
      .set({ lease_token: null, lease_until: 0, in_flight: null })
      .where('lease_token', 'is not', null)
      .execute();
    await refreshLanes(trx, engine, [...new Set(rows.map(({ lane }) => lane))]);
    await trx
      .updateTable('feed_state')
      .set({ baseline_at: null, etag: null, last_modified: null, last_polled_at: seen.polledAt })
      .execute();
    return rows.length;
  });
  log.warn('the database is older than when this program last ran: nothing of the gap is posted', {
    lastPollAt: new Date(seen.polledAt).toISOString(),
    heldDeliveries: held,
  });
}

/** The same calls, which also note in the file how far the database has come. */
export async function notingProgress<
  Part extends Pick<FeedStore, 'saveFeedState'> & Pick<StoryStore, 'commitPass'>,
>({ db }: Database, { dataDir, log }: Place, store: Part): Promise<Part> {
  const database = await identityOf(db);
  let latest = Number.NEGATIVE_INFINITY;
  let isTold = false;

  function note(polledAt: Instant | null): void {
    if (polledAt === null || polledAt <= latest) return;
    latest = polledAt;
    try {
      writeProgress(dataDir, { database, polledAt });
    } catch (error) {
      if (!isTold) log.warn('the data folder cannot be written', { reason: String(error) });
      isTold = true;
    }
  }

  return {
    ...store,
    async saveFeedState(state, leaseToken) {
      const saved = await store.saveFeedState(state, leaseToken);
      if (saved) note(state.lastPolledAt);
      return saved;
    },
    async commitPass(commit) {
      const result = await store.commitPass(commit);
      if (result === 'committed') note(commit.feedState.lastPolledAt);
      return result;
    },
  };
}

async function identityOf(queries: Queries): Promise<string> {
  const known = await queries.selectFrom('store_identity').select('id').executeTakeFirst();
  if (known !== undefined) return known.id;
  await queries
    .insertInto('store_identity')
    .values({ one: 1, id: randomUUID() })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return identityOf(queries);
}

async function lastPollOf(queries: Queries): Promise<Instant | null> {
  const row = await queries
    .selectFrom('feed_state')
    .select(({ fn }) => fn.max('last_polled_at').as('at'))
    .executeTakeFirst();
  return row?.at ?? null;
}

function readProgress(dataDir: string): z.infer<typeof PROGRESS> | null {
  try {
    const content: unknown = JSON.parse(readFileSync(join(dataDir, PROGRESS_FILE), 'utf8'));
    return PROGRESS.safeParse(content).data ?? null;
  } catch {
    // Absent at the first start; unreadable is as good as absent.
    return null;
  }
}

// Put in place as a whole: half a file would say nothing.
function writeProgress(dataDir: string, progress: z.infer<typeof PROGRESS>): void {
  mkdirSync(dataDir, { recursive: true });
  const path = join(dataDir, PROGRESS_FILE);
  const next = `${path}.${process.pid}`;
  writeFileSync(next, JSON.stringify(progress));
  renameSync(next, path);
}
