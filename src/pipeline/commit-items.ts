// The second half of a pass: items that a poll found, with their texts, become records, stories, ledger entries and
// deliveries in one commit. In: what was found. Out: a report. It asks no feed and sends nothing.
import { planDeliveries } from '../delivery/plan-deliveries.ts';
import { tellTogether } from '../delivery/tell-together.ts';
import { dayOf, type Instant } from '../domain/day.ts';
import type { NewDelivery } from '../domain/delivery.ts';
import type { FeedState } from '../domain/feed.ts';
import type { LedgerEntry } from '../domain/measure.ts';
import type { Review } from '../domain/review.ts';
import type { StorySource } from '../domain/story.ts';
import { type ChannelSettings, laneOf } from '../domain/subscription.ts';
import type { Identification } from '../feeds/item-identity.ts';
import { createLedger } from '../ledger/create-ledger.ts';
import { proposeEntries } from '../ledger/propose-entries.ts';
import { reviewCorrection } from '../ledger/review-correction.ts';
import { busyDayMessage, storiesTogetherMessage } from '../messages/hold-message.ts';
import type { ItemRecord, PassCommit, PassSnapshot, Store } from '../ports/store.ts';
import type { TextedItems } from './add-linked-texts.ts';
import { occasionOf } from './occasion.ts';
import { type PassReport, reportOfCommit, reportWithoutItems } from './pass-report.ts';
import { type PassPlan, planPass, type StoryWork } from './plan-pass.ts';
import type { Circumstances, Poll } from './poll.ts';

/** Another process may commit between our snapshot and our commit; more often than this in a row is a fault. */
const MAX_REPLANS = 20;

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
          storm: circumstances.storm,
          decided: circumstances.release?.decided ?? [],
          earlier,
          snapshot,
          now: poll.now,
          readItem,
        },
        books.stories,
      );
      try {
        const commit = {
          ...(await commitOf(
            poll,
            plan,
            withHold(feedState, plan.records, {
              earlier,
              storm: circumstances.storm,
              now: poll.now,
            }),
            snapshot,
            circumstances,
          )),
          pageRetries: retriesOf(plan.records),
        };
        const result = await store.commitPass(commit);
        if (result === 'committed') {
          books.noteCommit(snapshot);
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

/** The state with what is held now; an item that waited already is not counted again. */
function withHold(
  state: FeedState,
  records: readonly ItemRecord[],
  {
    earlier,
    storm,
    now,
  }: {
    readonly earlier: ReadonlyMap<string, ItemRecord>;
    readonly storm: string | null;
    readonly now: Instant;
  },
): FeedState {
  const fresh = records.filter(
    ({ item, outcome }) => outcome === 'held' && earlier.get(item.id)?.outcome !== 'held',
  );
  if (storm === null || fresh.length === 0) return state;
  const { since, reason, items } = state.hold ?? { since: now, reason: storm, items: 0 };
  return { ...state, hold: { since, reason, items: items + fresh.length } };
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
  const ledger = proposalsOf(poll, changed, snapshot, plan.corrections);
  const told = changed.filter(({ change, isTold }) => isTold && change.kind !== 'none');
  const deliveries = await deliveriesOf(poll, told, circumstances);
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

/** What the ledger is proposed by the changes and, for review, by corrections of what it holds, numbered from the snapshot on. */
export function proposalsOf(
  poll: Pick<Poll, 'ports' | 'now'>,
  changed: readonly Pick<StoryWork, 'change'>[],
  snapshot: PassSnapshot,
  corrections: readonly StorySource[] = [],
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
  if (corrections.length === 0) return { entries, reviews };
  // The act may have come in the same poll as its correction.
  const ledger = createLedger([...poll.ports.books.ledger().entries, ...entries]);
  for (const source of corrections) {
    const review = reviewCorrection({
      source,
      ledger,
      now: poll.now,
      id: `R-${snapshot.nextReview + reviews.length}`,
      countryOf: poll.ports.countryOf,
    });
    if (review !== null) reviews.push(review);
  }
  return { entries, reviews };
}

async function deliveriesOf(
  poll: Poll,
  told: readonly StoryWork[],
  circumstances: Circumstances,
): Promise<readonly NewDelivery[]> {
  const { release, busyDay = null } = circumstances;
  const planned = await deliveriesOfStories(poll, told, release?.heldSince ?? null);
  const { why, ...occasion } = occasionOf(poll, circumstances);
  const together = tellTogether(planned, {
    ...occasion,
    compose: (messages) => storiesTogetherMessage(poll.feed.publisher, messages, why),
  });
  if (release !== undefined) return [...together, ...release.notices(together)];
  return busyDay === null ? together : [...together, ...busyDayNotice(poll, told.length, busyDay)];
}

/** One line a day to the operators, who may know better than the dates do. */
function busyDayNotice(
  { ports, feed, now }: Poll,
  stories: number,
  busyDay: string,
): readonly NewDelivery[] {
  const { adminChannel } = ports;
  if (adminChannel === null || stories === 0) return [];
  return [
    {
      dedupeKey: `busy-day:${feed.id}:${dayOf(now)}:operators`,
      channel: adminChannel,
      kind: 'system',
      storyId: null,
      storyVersion: null,
      message: busyDayMessage(feed, busyDay, stories),
      reason: 'a feed brought much at once, all of it of today',
      notBefore: now,
      mode: 'post',
    },
  ];
}

/** What every channel is told of the changes; of new ones nothing to those who subscribed after `heldSince`. */
export async function deliveriesOfStories(
  poll: Pick<Poll, 'ports' | 'now'>,
  told: readonly Pick<StoryWork, 'change'>[],
  heldSince: Instant | null,
): Promise<readonly NewDelivery[]> {
  const { store, books, policy } = poll.ports;
  if (told.length === 0) return [];
  const mutes = await store.mutes(poll.now);
  const settings = new Map(
    (await store.channels()).map((one): [string, ChannelSettings] => [laneOf(one.channel), one]),
  );
  const planned: NewDelivery[] = [];
  for (const { change } of told) {
    const matches = books.subscriptions().match(change.after);
    const isLate = (createdAt: Instant): boolean => heldSince !== null && createdAt > heldSince;
    planned.push(
      ...planDeliveries({
        change,
        matches:
          change.kind === 'new' ? matches.filter(({ createdAt }) => !isLate(createdAt)) : matches,
        // Of a story that this pass opens nothing was ever planned.
        sent: change.before === null ? [] : await store.deliveriesOfStory(change.after.id),
        mutes,
        settings,
        now: poll.now,
        policy,
      }),
    );
  }
  return planned;
}
