// One pass over one feed, top to bottom: fetch, parse, drop known items, read, match, propose, plan, one commit.
// Nothing is sent here and nothing is marked seen before the commit that holds its consequences.
import { type NoticePolicy, planDeliveries } from '../delivery/plan-deliveries.ts';
import type { Instant } from '../domain/day.ts';
import type { NewDelivery } from '../domain/delivery.ts';
import type { Feed, FeedState } from '../domain/feed.ts';
import type { JurisdictionCode } from '../domain/jurisdiction.ts';
import type { LedgerEntry } from '../domain/measure.ts';
import type { Reading, ReadingInput } from '../domain/reading.ts';
import type { Review } from '../domain/review.ts';
import { type ChannelSettings, laneOf } from '../domain/subscription.ts';
import { type Identification, identifyItems, namesToFind } from '../feeds/item-identity.ts';
import { nextFeedState, type PollLimits, type PollOutcome } from '../feeds/poll-schedule.ts';
import { proposeEntries } from '../ledger/propose-entries.ts';
import type { ItemRecord, LeasedFeed, PassCommit, PassSnapshot, Store } from '../ports/store.ts';
import type {
  Clock,
  FeedFetcher,
  FeedParser,
  FetchOutcome,
  Log,
  ParsedFeed,
} from '../ports/world.ts';
import type { Books } from './books.ts';
import { type PassReport, reportOfCommit, reportWithoutItems } from './pass-report.ts';
import { type PassPlan, planPass, type StoryWork } from './plan-pass.ts';

export type PassPorts = {
  readonly store: Store;
  readonly fetcher: FeedFetcher;
  readonly parser: FeedParser;
  readonly books: Books;
  readonly clock: Clock;
  readonly log: Log;
  /** 0 <= x < 1, for the spread of polls. */
  readonly random: () => number;
  readonly readItem: (input: ReadingInput) => Reading;
  /** Country of a feed's publisher: a statement counts only for the imposer that makes it. */
  readonly countryOf: (feedId: string) => JurisdictionCode | null;
  readonly limits: PollLimits;
  readonly policy: NoticePolicy;
};

/** A storm posts this many stories; the others wait for the digest. */
const STORM_ALERTS = 3;
/** Another process may commit between our snapshot and our commit; more often than this in a row is a fault. */
const MAX_REPLANS = 20;

type Poll = {
  readonly ports: PassPorts;
  readonly feed: Feed;
  readonly leased: LeasedFeed;
  readonly now: Instant;
};

/** Polls one leased feed. Never rejects for what a feed does; rejects when the store fails (the lease then runs out). */
export async function passFeed(
  ports: PassPorts,
  feed: Feed,
  leased: LeasedFeed,
): Promise<PassReport> {
  const fetched = await ports.fetcher.fetch(feed.url, leased.state.validators);
  const poll: Poll = { ports, feed, leased, now: ports.clock.now() };
  if (fetched.kind === 'failed') return endWithoutItems(poll, fetched, fetched.reason);
  if (fetched.kind === 'not-modified') return endWithoutItems(poll, fetched, '');
  const parsed = await ports.parser.parse(
    feed,
    fetched.bytes,
    fetched.contentType,
    fetched.finalUrl,
  );
  if (parsed.format === null) {
    const reason = parsed.problems[0] ?? 'The document is no feed.';
    return endWithoutItems(
      poll,
      { kind: 'failed', reason, retryAfterMs: null, gone: false },
      reason,
    );
  }
  return takeItems(poll, fetched, parsed);
}

async function endWithoutItems(
  poll: Poll,
  outcome: PollOutcome,
  error: string,
): Promise<PassReport> {
  const { feed, leased, ports } = poll;
  const saved = await ports.store.saveFeedState(stateAfter(poll, outcome), leased.leaseToken);
  if (!saved) return lost(poll);
  const kind = outcome.kind === 'failed' ? 'failed' : 'not-modified';
  return reportWithoutItems(feed, leased.state, kind, error);
}

function stateAfter({ ports, feed, leased, now }: Poll, outcome: PollOutcome): FeedState {
  const { random, limits } = ports;
  return nextFeedState({ feed, state: leased.state, outcome, now, random, limits });
}

async function takeItems(
  poll: Poll,
  fetched: Extract<FetchOutcome, { kind: 'ok' }>,
  parsed: ParsedFeed,
): Promise<PassReport> {
  const { store } = poll.ports;
  const isFirst = poll.leased.state.baselineAt === null;
  const names = await store.findItems(poll.feed.id, namesToFind(parsed.items));
  const found = identifyItems(parsed.items, names, { isBaseline: isFirst });
  const { storm } = found.findings;
  const feedState = stateAfter(poll, {
    kind: 'items',
    validators: fetched.validators,
    parser: parsed.parser,
    publishedAt: parsed.items.flatMap((item) => item.publishedAt ?? []),
    itemCount: parsed.items.length,
    freshCount: found.fresh.length,
    noOverlap: found.findings.noOverlap && !isFirst,
    problems:
      storm === null
        ? parsed.problems
        : [
            ...parsed.problems,
            `Storm: ${storm}; at most ${STORM_ALERTS} stories were posted, the digest tells the rest.`,
          ],
    movedTo: fetched.movedTo,
  });
  if (found.fresh.length === 0 && found.edited.length === 0) {
    const saved = await store.saveFeedState(feedState, poll.leased.leaseToken);
    if (!saved) return lost(poll);
    return {
      ...reportWithoutItems(poll.feed, poll.leased.state, 'items', ''),
      known: found.known.length,
      problems: parsed.problems,
    };
  }
  if (storm !== null)
    poll.ports.log.warn('a feed offered too much at once', { feedId: poll.feed.id, storm });
  const committed = await planAndCommit(poll, found, feedState, {
    isFirst,
    isStorm: storm !== null,
  });
  return { ...committed, known: found.known.length, problems: parsed.problems };
}

type Circumstances = { readonly isFirst: boolean; readonly isStorm: boolean };

async function planAndCommit(
  poll: Poll,
  found: Identification,
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
        const commit = await commitOf(poll, plan, feedState, snapshot, circumstances);
        const result = await store.commitPass(commit);
        if (result === 'committed') {
          return reportOfCommit(poll.feed, poll.leased.state, found, commit);
        }
        plan.undo();
        if (result === 'lease-lost') return lost(poll);
      } catch (fault) {
        plan.undo();
        throw fault;
      }
    }
    throw new Error(`feed ${poll.feed.id}: ${MAX_REPLANS} commits in a row were overtaken`);
  });
}

function lost({ feed, leased }: Poll): PassReport {
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
