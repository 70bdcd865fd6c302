// What a storm left is released or dropped, in one commit like any pass. In: a feed and a decision. Out: what followed.
// A poll under way gives way: it writes nothing and is repeated. Deciding twice does nothing twice.
import { DAY_MS, type Instant, MINUTE_MS } from '../domain/day.ts';
import type { NewDelivery } from '../domain/delivery.ts';
import type { Feed, FeedHold, HoldDecided } from '../domain/feed.ts';
import { type ChannelRef, laneOf } from '../domain/subscription.ts';
import { holdDecidedMessage } from '../messages/hold-message.ts';
import type { ItemRecord } from '../ports/store.ts';
import { commitItems } from './commit-items.ts';
import type { PassPorts } from './pass-ports.ts';
import type { DecidedItem } from './plan-pass.ts';
import type { Poll } from './poll.ts';

export type HoldDecision = {
  readonly feed: Feed;
  readonly kind: 'release' | 'drop';
  /** Who decided, as people call them. */
  readonly by: string;
  /** Where operators are told; null: nowhere. */
  readonly adminChannel: ChannelRef | null;
};

/** What is older than this on the day of the release is no news any more. */
export const STILL_NEWS_MS = 7 * DAY_MS;

/** As long as a commit may take; a process that dies in it leaves the feed to the next poll after that. */
const LEASE_MS = MINUTE_MS;
/** Two people may press at the same instant: the second finds nothing left, or takes over from a poll that began again. */
const MAX_TRIES = 5;

/** Null when nothing of the feed is held (any more). Rejects only when the store fails. */
export async function decideHold(
  ports: PassPorts,
  decision: HoldDecision,
): Promise<HoldDecided | null> {
  for (let attempt = 0; attempt < MAX_TRIES; attempt += 1) {
    const now = ports.clock.now();
    const leased = await ports.store.takeFeed(decision.feed.id, now, LEASE_MS);
    const hold = leased?.state.hold ?? null;
    if (leased === null) return null;
    if (hold === null) {
      await ports.store.saveFeedState(leased.state, leased.leaseToken);
      return null;
    }
    const poll: Poll = { ports, feed: decision.feed, leased, now };
    const decided = await commitDecision(poll, hold, decision);
    if (decided !== null) return decided;
  }
  throw new Error(`feed ${decision.feed.id}: ${MAX_TRIES} decisions in a row were overtaken`);
}

/** Null when somebody else took the feed meanwhile. */
async function commitDecision(
  poll: Poll,
  hold: FeedHold,
  decision: HoldDecision,
): Promise<HoldDecided | null> {
  const { ports, feed, leased, now } = poll;
  const held = await ports.store.heldItems(feed.id);
  const decided = held.map((record) => decidedItem(record, decision, now));
  let result: HoldDecided | null = null;
  const report = await commitItems(
    poll,
    { found: NOTHING_FOUND, retriesOf: () => [] },
    { ...leased.state, hold: null },
    {
      isFirst: false,
      storm: null,
      release: {
        decided,
        heldSince: hold.since,
        notices: (planned) => {
          result = {
            decision: decision.kind,
            items: held.length,
            old: decision.kind === 'drop' ? 0 : decided.filter(({ isTold }) => !isTold).length,
            channels: new Set(planned.map(({ channel }) => laneOf(channel))).size,
          };
          return noticeOf(poll, hold, decision, result);
        },
      },
    },
  );
  return report.kind === 'lost' ? null : result;
}

const NOTHING_FOUND = {
  fresh: [],
  edited: [],
  known: [],
  repeated: [],
  findings: { allGuidsChanged: false, storm: null, busyDay: null, noOverlap: false },
};

function decidedItem(record: ItemRecord, { kind, by }: HoldDecision, now: Instant): DecidedItem {
  const bornAt = record.item.publishedAt ?? record.item.fetchedAt;
  const isTold = kind === 'release' && now - bornAt <= STILL_NEWS_MS;
  const verb = kind === 'drop' ? 'dropped' : 'released';
  const aged = kind === 'release' && !isTold ? ', but older than a week and not announced' : '';
  return { record, isTold, words: `${verb} by ${by}${aged}` };
}

function noticeOf(
  { feed, now }: Poll,
  hold: FeedHold,
  { adminChannel, by }: HoldDecision,
  decided: HoldDecided,
): readonly NewDelivery[] {
  if (adminChannel === null) return [];
  return [
    {
      dedupeKey: `hold:${feed.id}:${hold.since}:decided`,
      channel: adminChannel,
      kind: 'system',
      storyId: null,
      storyVersion: null,
      message: holdDecidedMessage(feed, decided, by),
      reason: 'what was held is decided',
      notBefore: now,
      mode: 'post',
    },
  ];
}
