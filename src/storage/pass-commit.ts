// One pass over one feed, committed as a whole or not at all: items, stories, ledger, reviews, deliveries and the
// feed's state with its HTTP validators; and what somebody decided about stories, likewise. In: what was planned. Out: whether it stands. Decides nothing itself.
import type { CommitResult, PassCommit, StoryCommit } from '../ports/store.ts';
import { noteIds, raiseEpoch } from './counters.ts';
import type { Database, Engine, Queries } from './engine.ts';
import { writeFeedState } from './feed-table.ts';
import { writeItems } from './item-table.ts';
import { writeEntries, writeReviews } from './ledger-table.ts';
import { writePageRetries } from './linked-text-table.ts';
import { enqueueAll } from './outbox-enqueue.ts';
import { writeStories } from './story-table.ts';

// Thrown inside the transaction only to undo it.
class Undone extends Error {
  readonly result: CommitResult;

  constructor(result: CommitResult) {
    super(result);
    this.result = result;
  }
}

/**
 * `stale` when another commit came between the snapshot and this one: the numbers and the stories that the pass was
 * planned on may be taken or changed. `lease-lost` when the feed's lease is no longer ours. Nothing is written then.
 */
export async function commitPass(database: Database, commit: PassCommit): Promise<CommitResult> {
  try {
    await database.db.transaction().execute(async (trx) => {
      const epoch = await raiseEpoch(trx, commit.epoch);
      if (epoch === null) throw new Undone('stale');
      if (!(await writeFeedState(trx, commit.feedState, commit.leaseToken))) {
        throw new Undone('lease-lost');
      }
      await writePlanned(trx, database.engine, commit, epoch);
      await writePageRetries(trx, commit.pageRetries ?? []);
    });
    return 'committed';
  } catch (error) {
    if (error instanceof Undone) return error.result;
    throw error;
  }
}

/** The same for what somebody decided about stories: `stale`, and nothing is written, when another commit came between. */
export async function commitStories(
  { db, engine }: Database,
  commit: StoryCommit,
): Promise<'committed' | 'stale'> {
  return db.transaction().execute(async (trx) => {
    const epoch = await raiseEpoch(trx, commit.epoch);
    if (epoch === null) return 'stale';
    await writePlanned(trx, engine, commit, epoch);
    return 'committed';
  });
}

async function writePlanned(
  trx: Queries,
  engine: Engine,
  commit: StoryCommit,
  epoch: number,
): Promise<void> {
  await writeItems(trx, commit.items);
  await writeStories(trx, commit.stories, epoch);
  await writeEntries(trx, commit.entries);
  await writeReviews(trx, commit.reviews);
  await noteIds(trx, [
    ...commit.items.map(({ item }) => item.id),
    ...commit.stories.map((story) => story.id),
    ...commit.reviews.map((review) => review.id),
  ]);
  await enqueueAll(trx, engine, commit.deliveries, commit.at);
}
