// The one database, as the rest of the program sees it: types only. SQLite and Postgres pass the same contract tests.
import type { Day, Instant } from '../domain/day.ts';
import type { ClaimedDelivery, Delivery, DeliveryState, NewDelivery } from '../domain/delivery.ts';
import type { Feed, FeedState } from '../domain/feed.ts';
import type { ItemOutcome, StoredItem } from '../domain/item.ts';
import type { LedgerEntry } from '../domain/measure.ts';
import type { Message } from '../domain/message.ts';
import type { Reading } from '../domain/reading.ts';
import type { Review, ReviewDecision } from '../domain/review.ts';
import type { Story } from '../domain/story.ts';
import type {
  ChannelPreferences,
  ChannelRef,
  ChannelSettings,
  DigestSettings,
  Mute,
  Platform,
  Subscription,
} from '../domain/subscription.ts';

export type LeasedFeed = { readonly state: FeedState; readonly leaseToken: string };

export type KnownItem = {
  readonly itemId: string;
  readonly alias: string;
  readonly version: number;
  readonly fingerprint: string;
};

/** The counters a pass numbers its new rows from; valid only while `epoch` is the current one. Each commit raises that by one. */
export type PassSnapshot = {
  readonly epoch: number;
  readonly nextItem: number;
  readonly nextStory: number;
  readonly nextEntry: number;
  readonly nextReview: number;
  /** Rises with each appended ledger entry; tells a reader when to load the ledger anew. */
  readonly ledgerVersion: number;
  /** Rises with each subscription that is added, changed or removed. */
  readonly subscriptionVersion: number;
};

export type ItemRecord = {
  readonly item: StoredItem;
  readonly fingerprint: string;
  readonly outcome: ItemOutcome;
  readonly reason: string;
  readonly storyId: string | null;
  /** Null for a baseline item that was not read. */
  readonly reading: Reading | null;
};

/** Everything that one pass over one feed changes; committed as a whole or not at all. */
export type PassCommit = {
  readonly epoch: number;
  readonly leaseToken: string;
  readonly feedState: FeedState;
  readonly items: readonly ItemRecord[];
  readonly stories: readonly Story[];
  readonly entries: readonly LedgerEntry[];
  readonly reviews: readonly Review[];
  readonly deliveries: readonly NewDelivery[];
  readonly pageRetries?: readonly PageRetry[];
  readonly at: Instant;
};

/** What somebody decided about stories, with all that follows; committed as a whole or not at all. No feed is polled for it. */
export type StoryCommit = Omit<PassCommit, 'leaseToken' | 'feedState' | 'pageRetries'>;

/** `stale`: another pass committed since the snapshot; plan again. `lease-lost`: someone else polls this feed now. */
export type CommitResult = 'committed' | 'stale' | 'lease-lost';

/** What becomes of a delivery after an attempt; decided in `delivery/after-attempt.ts`, written as it stands. */
export type DeliveryTransition = {
  readonly state: DeliveryState;
  /** When the lane may send its next message. */
  readonly laneReadyAt: Instant;
  /** When this delivery may be tried again, for `retry` and `unknown`. */
  readonly notBefore: Instant;
  readonly receipt: string | null;
  readonly error: string | null;
  readonly attempts: number;
  readonly message: Message | null;
};

export type FeedStore = {
  /** Makes a state row for each feed that has none; leaves the others alone. */
  syncFeeds(feeds: readonly Feed[], now: Instant): Promise<void>;
  feedStates(): Promise<readonly FeedState[]>;
  /** Leases up to `limit` feeds that are due; no two holders have the same feed before `now + leaseMs`. */
  claimDueFeeds(options: {
    readonly now: Instant;
    readonly leaseMs: number;
    readonly limit: number;
    readonly only: readonly string[];
  }): Promise<readonly LeasedFeed[]>;
  /** Not asked again until it is resumed; a poll under way can no longer write. False when there is no such feed. */
  pauseFeed(feedId: string, reason: string, now: Instant): Promise<boolean>;
  /** Due at once. False when it was neither paused nor held. */
  resumeFeed(feedId: string, now: Instant): Promise<boolean>;
  /** For polls that brought nothing new. False when the lease was lost. */
  saveFeedState(state: FeedState, leaseToken: string): Promise<boolean>;
  findItems(feedId: string, aliases: readonly string[]): Promise<readonly KnownItem[]>;
  /** Items of a storm that wait for a decision, oldest first. */
  heldItems(feedId: string): Promise<readonly ItemRecord[]>;
  /** Leases one feed even while somebody polls it: that poll can no longer write. Null when there is no such feed. */
  takeFeed(feedId: string, now: Instant, leaseMs: number): Promise<LeasedFeed | null>;
  /** Holds a leased feed until `until`; false when the lease was lost. */
  keepFeed(leased: LeasedFeed, until: Instant): Promise<boolean>;
  /** Gives a leased feed back as it was: due at once, and what is still under way can no longer write. */
  giveBackFeed(leased: LeasedFeed): Promise<void>;
};

/** An item whose linked text is to be asked for again; `dueAt` null: no more. */
export type PageRetry = {
  readonly itemId: string;
  readonly feedId: string;
  /** How often it was asked for in vain. */
  readonly attempts: number;
  readonly dueAt: Instant | null;
};

export type LinkedTextStore = {
  /** The text that stood behind an address when it was read at `since` or later. */
  linkedText(url: string, since: Instant): Promise<string | null>;
  saveLinkedText(url: string, text: string, now: Instant): Promise<void>;
  pageRetries(feedId: string, now: Instant, limit: number): Promise<readonly PageRetry[]>;
};

/** A feed that an operator added to the catalogue. */
export type CustomFeed = {
  readonly feed: Feed;
  readonly addedBy: string;
  readonly addedAt: Instant;
};

export type CustomFeedStore = {
  /** Oldest first. */
  customFeeds(): Promise<readonly CustomFeed[]>;
  /** False when `limit` feeds are there already, or one with this id. */
  addCustomFeed(custom: CustomFeed, limit: number): Promise<boolean>;
  removeCustomFeed(id: string): Promise<boolean>;
};

/** How far the filling of a feed from a day on has come; `nextUrl` null: it is done. */
export type BackfillProgress = {
  readonly feedId: string;
  readonly fromDay: Day;
  readonly nextUrl: string | null;
  readonly pages: number;
  readonly items: number;
};

export type BackfillStore = {
  backfill(feedId: string, fromDay: Day): Promise<BackfillProgress | null>;
  saveBackfill(progress: BackfillProgress): Promise<void>;
};

export type StoryStore = {
  snapshot(): Promise<PassSnapshot>;
  commitPass(commit: PassCommit): Promise<CommitResult>;
  /** As `commitPass`, without a feed. */
  commitStories(commit: StoryCommit): Promise<'committed' | 'stale'>;
  /** Stories written after `epoch`, each with the epoch that wrote it; -1 gives all updated since `since`. */
  storiesChangedSince(epoch: number, since: Instant): Promise<readonly Story[]>;
  story(id: string): Promise<Story | null>;
  /** Newest update first. */
  recentStories(options: {
    readonly limit: number;
    readonly since: Instant;
  }): Promise<readonly Story[]>;
  item(id: string): Promise<ItemRecord | null>;
  itemsByLink(link: string): Promise<readonly ItemRecord[]>;
  itemsOfStory(storyId: string): Promise<readonly ItemRecord[]>;
};

export type LedgerStore = {
  /** Entries that were appended after the seed, in the order of recording. */
  ledgerEntries(): Promise<readonly LedgerEntry[]>;
  openReviews(): Promise<readonly Review[]>;
  review(id: string): Promise<Review | null>;
  /** Writes the decision and the entries that follow from it together. False when it was decided already. */
  decideReview(
    id: string,
    decision: ReviewDecision,
    entries: readonly LedgerEntry[],
  ): Promise<boolean>;
};

export type SubscriptionStore = {
  channel(ref: ChannelRef): Promise<ChannelSettings | null>;
  channels(): Promise<readonly ChannelSettings[]>;
  /**
   * Inserts the channel, or brings name and address up to date; a paused channel that speaks again resumes, unless somebody
   * asked for the pause.
   */
  touchChannel(
    ref: ChannelRef,
    name: string,
    address: string | null,
    now: Instant,
  ): Promise<ChannelSettings>;
  /** False when it is paused already. `by`: who asked for it; left out when the platform brought it about. */
  pauseChannel(ref: ChannelRef, reason: string, now: Instant, by?: string): Promise<boolean>;
  resumeChannel(ref: ChannelRef, now: Instant): Promise<boolean>;
  setDigest(ref: ChannelRef, digest: DigestSettings | null): Promise<void>;
  setPreferences(ref: ChannelRef, preferences: ChannelPreferences | null): Promise<void>;
  subscriptionsOf(ref: ChannelRef): Promise<readonly Subscription[]>;
  subscriptions(): Promise<readonly Subscription[]>;
  addSubscription(subscription: Subscription): Promise<void>;
  removeSubscriptions(ids: readonly string[]): Promise<number>;
  /** Those that end after `now`. */
  mutes(now: Instant): Promise<readonly Mute[]>;
  setMute(mute: Mute): Promise<void>;
};

export type OutboxStore = {
  /** Rows really inserted; a known dedupe key inserts nothing. */
  enqueue(deliveries: readonly NewDelivery[], now: Instant): Promise<number>;
  /** Plans a digest and notes its local day in one commit; false when that day was planned already. */
  enqueueDigest(delivery: NewDelivery, day: Day, now: Instant): Promise<boolean>;
  /** At most one delivery a lane; each is marked `sending` with a lease before it is returned. */
  claimDeliveries(options: {
    readonly now: Instant;
    /** A function is asked at the last moment: answers that are written by then may have freed places. */
    readonly limit: number | (() => number);
    readonly leaseMs: number;
    /** Only channels of this platform; all without it. */
    readonly platform?: Platform;
  }): Promise<readonly ClaimedDelivery[]>;
  /** Messages to channels of `platform` that wait to be sent now, counted up to `most`; of a channel that is at work none. */
  countDue(now: Instant, platform: Platform, most: number): Promise<number>;
  /** Open deliveries of a claimed one's channel that should have gone out before `before`, itself included, oldest first. */
  overdueWith(delivery: ClaimedDelivery, before: Instant): Promise<readonly Delivery[]>;
  /**
   * Makes one message of several: `delivery` becomes a post of its own with `message`, and those with `ids` are skipped.
   * False, and nothing written, when the lease was lost.
   */
  foldInto(delivery: ClaimedDelivery, ids: readonly number[], message: Message): Promise<boolean>;
  /** Written only while the lease is still ours; false when it was lost. */
  recordAttempt(
    delivery: ClaimedDelivery,
    transition: DeliveryTransition,
    now: Instant,
  ): Promise<boolean>;
  /** `sending` rows whose lease ran out become `unknown`, to be tried after `quietMs`. */
  expireLeases(now: Instant, quietMs: number): Promise<number>;
  /** Posts and answers to a channel that were never attempted and may go only after `now`, oldest first. */
  waitingTo(ref: ChannelRef, now: Instant): Promise<readonly Delivery[]>;
  /**
   * Gives those of them that still wait another time and reason; what follows in the same story waits as long. What has been attempted
   * meanwhile stays as it is.
   */
  replan(
    ref: ChannelRef,
    times: readonly { readonly id: number; readonly notBefore: Instant; readonly reason: string }[],
  ): Promise<void>;
  /** Newest first. */
  deliveriesTo(ref: ChannelRef, limit: number): Promise<readonly Delivery[]>;
  deliveriesOfStory(storyId: string): Promise<readonly Delivery[]>;
  /** What was given up, newest first; without a channel, everywhere. */
  deadLetters(limit: number, ref?: ChannelRef): Promise<readonly Delivery[]>;
  redeliver(id: number, now: Instant): Promise<boolean>;
  /** Since when the message that waits longest could have been sent; null when nothing is due. */
  oldestUnsentAt(now: Instant): Promise<Instant | null>;
};

export type Store = FeedStore &
  LinkedTextStore &
  CustomFeedStore &
  BackfillStore &
  StoryStore &
  LedgerStore &
  SubscriptionStore &
  OutboxStore & {
    /** True the first time `key` is seen within `ttlMs`; drops platform retries of one event. */
    firstTime(key: string, now: Instant, ttlMs: number): Promise<boolean>;
    /** True for the one caller, over all replicas, that gets job `name` of this slot. */
    claimSlot(name: string, slot: Instant): Promise<boolean>;
    /** A whole copy of the database at `path` (SQLite only). */
    backup(path: string): Promise<void>;
    close(): Promise<void>;
  };
