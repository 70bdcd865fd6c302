// What the pipeline keeps in memory beside the database: the index of open stories, the ledger, the subscriptions. Each is
// brought up to date by version numbers before it is used, so that a second process's writes are seen.

import { createSubscriptionIndex, type SubscriptionIndex } from '../delivery/subscription-index.ts';
import { DAY_MS, type Instant } from '../domain/day.ts';
import type { LedgerEntry } from '../domain/measure.ts';
import { createLedger, type Ledger } from '../ledger/create-ledger.ts';
import type { PassSnapshot, Store } from '../ports/store.ts';
import { createStoryIndex, type StoryIndex } from '../stories/story-index.ts';

/** Stories that were last told longer ago than this no longer take items. */
const OPEN_DAYS = 120;

export type Books = {
  readonly stories: StoryIndex;
  ledger(): Ledger;
  subscriptions(): SubscriptionIndex;
  /** Brings all three up to the snapshot's versions; only within `exclusively`, before planning on that snapshot. */
  refresh(snapshot: PassSnapshot, now: Instant): Promise<void>;
  /**
   * The plan on this snapshot was committed, and the story index already stands as that commit left it: nobody came between,
   * so its stories need not be read back.
   */
  noteCommit(snapshot: PassSnapshot): void;
  /** The ledger as the database has it now, for answers; may be called at any time. */
  freshLedger(): Promise<Ledger>;
  /** Runs `work` while no other work of this process plans on the books. */
  exclusively<T>(work: () => Promise<T>): Promise<T>;
};

/** Books over `store`, with the seeded entries of the reference data under everything that was learned since. */
export function createBooks(store: Store, seed: readonly LedgerEntry[]): Books {
  const stories = createStoryIndex();
  let storyEpoch = -1;
  let ledgerVersion = -1;
  let subscriptionVersion = -1;
  let ledger = createLedger(seed);
  let subscriptions = createSubscriptionIndex();

  let last: Promise<unknown> = Promise.resolve();

  async function refreshLedger(snapshot: PassSnapshot): Promise<void> {
    if (snapshot.ledgerVersion === ledgerVersion) return;
    ledger = createLedger([...seed, ...(await store.ledgerEntries())]);
    ledgerVersion = snapshot.ledgerVersion;
  }

  return {
    stories,
    exclusively(work) {
      const run = last.then(work);
      last = run.catch(() => undefined);
      return run;
    },
    ledger: () => ledger,
    subscriptions: () => subscriptions,
    async refresh(snapshot, now) {
      if (snapshot.epoch !== storyEpoch) {
        const since = now - OPEN_DAYS * DAY_MS;
        for (const story of await store.storiesChangedSince(storyEpoch, since)) stories.put(story);
        storyEpoch = snapshot.epoch;
      }
      if (snapshot.subscriptionVersion !== subscriptionVersion) {
        subscriptions = createSubscriptionIndex(await store.subscriptions());
        subscriptionVersion = snapshot.subscriptionVersion;
      }
      await refreshLedger(snapshot);
    },
    noteCommit(snapshot) {
      storyEpoch = snapshot.epoch + 1;
    },
    async freshLedger() {
      await refreshLedger(await store.snapshot());
      return ledger;
    },
  };
}
