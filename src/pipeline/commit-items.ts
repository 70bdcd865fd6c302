// The second half of a pass: items that a poll found, with their texts, become records, stories, ledger entries and
// deliveries in one commit. In: what was found. Out: a report. It asks no feed and sends nothing.
import { planDeliveries } from '../delivery/plan-deliveries.ts';
import type { Instant } from '../domain/day.ts';
import type { NewDelivery } from '../domain/delivery.ts';
import type { Feed, FeedState } from '../domain/feed.ts';
import type { LedgerEntry } from '../domain/measure.ts';
import type { Review } from '../domain/review.ts';
import { type ChannelSettings, laneOf } from '../domain/subscription.ts';
import type { Identification } from '../feeds/item-identity.ts';
import { proposeEntries } from '../ledger/propose-entries.ts';
import type { ItemRecord, LeasedFeed, PassCommit, PassSnapshot, Store } from '../ports/store.ts';
import type { TextedItems } from './add-linked-texts.ts';
import type { PassPorts } from './pass-ports.ts';
import { type PassReport, reportOfCommit, reportWithoutItems } from './pass-report.ts';
import { type PassPlan, planPass, type StoryWork } from './plan-pass.ts';

/** A storm posts this many stories; the others wait for the digest. */
export const STORM_ALERTS = 3;
/** Another process may commit between our snapshot and our commit; more often than this in a row is a fault. */
const MAX_REPLANS = 20;

export type Poll = {
  readonly ports: PassPorts;
  readonly feed: Feed;
  readonly leased: LeasedFeed;
  readonly now: Instant;
};

/** `isFirst`: recorded and read, never announced. `isStorm`: a few stories are posted, the others wait for the digest. */
export type Circumstances = { readonly isFirst: boolean; readonly isStorm: boolean };

/** Plans and commits what a poll found; plans anew while other processes commit in between. */
export async function commitItems(
  poll: Poll,
  { found, retriesOf }: TextedItems,
  feedState: FeedState,
  circumstances: Circumstances,
): Promise<PassReport> {
  const { store, books, readItem } = poll.ports;
  const earlier = await recordsOf(store, found);
  // Two passes that plan on one index at once would see each other's stories before they are committed.
  return books.exclusively(async () => {
    for (let attempt = 0; attempt < MAX_REPLANS; attempt += 1) {
      const snapshot = await store.snapshot();
      await books.refresh(snapshot, poll.now);
      const plan = planPass(
        {
          feed: poll.feed,
          found,
          isBaseline: circumstances.isFirst,
          earlier,
          snapshot,
          now: poll.now,
          readItem,
        },
        books.stories,
      );
      try {
        const commit = {
          ...(await commitOf(poll, plan, feedState, snapshot, circumstances)),
          pageRetries: retriesOf(plan.records),
        };
        const result = await store.commitPass(commit);
        if (result === 'committed') {
          return reportOfCommit(poll.feed, poll.leased.state, found, commit);
        }
        plan.undo();
        if (result === 'lease-lost') return reportOfLoss(poll);
      } catch (fault) {
        plan.undo();
        throw fault;
      }
    }
    throw new Error(`feed ${poll.feed.id}: ${MAX_REPLANS} commits in a row were overtaken`);
  });
}

/** Somebody else polls the feed now; nothing was written. */
export function reportOfLoss({ feed, leased }: Poll): PassReport {
  return reportWithoutItems(feed, leased.state, 'lost', 'Another process polls this feed.');
}

async function recordsOf(
  store: Store,
  found: Identification,
): Promise<ReadonlyMap<string, ItemRecord>> {
  const records = await Promise.all(found.edited.map(({ itemId }) => store.item(itemId)));
  return new Map(records.flatMap((record) => (record === null ? [] : [[record.item.id, record]])));
}

async function commitOf(
  poll: Poll,
  plan: PassPlan,
  feedState: FeedState,
  snapshot: PassSnapshot,
  circumstances: Circumstances,
): Promise<PassCommit> {
  const changed = plan.stories.filter(({ change }) => change.before !== change.after);
  const ledger = proposalsOf(poll, changed, snapshot);
  const deliveries = circumstances.isFirst
    ? []
    : await deliveriesOf(poll, changed, circumstances.isStorm);
  return {
    epoch: snapshot.epoch,
    leaseToken: poll.leased.leaseToken,
    feedState,
    items: plan.records,
    stories: changed.map(({ change }) => change.after),
    ...ledger,
    deliveries,
    at: poll.now,
  };
}

function proposalsOf(
  poll: Poll,
  changed: readonly StoryWork[],
  snapshot: PassSnapshot,
): { readonly entries: readonly LedgerEntry[]; readonly reviews: readonly Review[] } {
  const entries: LedgerEntry[] = [];
  const reviews: Review[] = [];
  for (const { change } of changed) {
    const proposal = proposeEntries({
      change,
      ledger: poll.ports.books.ledger(),
      now: poll.now,
      nextEntry: snapshot.nextEntry + entries.length,
      nextReview: snapshot.nextReview + reviews.length,
      countryOf: poll.ports.countryOf,
    });
    entries.push(...proposal.entries);
    reviews.push(...proposal.reviews);
  }
  return { entries, reviews };
}

async function deliveriesOf(
  poll: Poll,
  changed: readonly StoryWork[],
  isStorm: boolean,
): Promise<readonly NewDelivery[]> {
  const { store, books, policy } = poll.ports;
  const told = changed.filter(({ change }) => change.kind !== 'none');
  if (told.length === 0) return [];
  const mutes = await store.mutes(poll.now);
  const settings = new Map(
    (await store.channels()).map((one): [string, ChannelSettings] => [laneOf(one.channel), one]),
  );
  const planned: NewDelivery[] = [];
  let opened = 0;
  for (const { change } of told) {
    if (change.kind === 'new') opened += 1;
    planned.push(
      ...planDeliveries({
        change,
        matches: books.subscriptions().match(change.after),
        sent: await store.deliveriesOfStory(change.after.id),
        mutes,
        settings,
        now: poll.now,
        policy,
        held: isStorm && opened > STORM_ALERTS,
      }),
    );
  }
  return planned;
}
