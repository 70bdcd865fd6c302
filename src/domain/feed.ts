// A feed is a URL that is polled; its source is the publisher behind it. Plain data, no behaviour.
import type { Instant } from './day.ts';

/** How near the publisher stands to the law, the nearest first. */
export const FEED_TIERS = [
  'gazette',
  'customs',
  'authority',
  'multilateral',
  'wire',
  'press',
] as const;
export type FeedTier = (typeof FEED_TIERS)[number];

export type Feed = {
  readonly id: string;
  readonly publisher: string;
  /** ISO2 or `EU` of the publisher; null for multilateral and world press. It never becomes the imposer by itself. */
  readonly country: string | null;
  readonly url: string;
  /** Key of the adapter table in `feeds/adapters.ts` (`syndication`, `federal-register`, ...). */
  readonly adapter: string;
  readonly tier: FeedTier;
  /** ISO 639-1. */
  readonly language: string;
  readonly enabled: boolean;
  /** Expected hours between new items; null when not known. Older than this and more counts as stale. */
  readonly rhythmHours: number | null;
  /** Evidence that the feed works, and its quirks, for people. */
  readonly notes: string;
};

/** A feed that was found behind an address, not saved yet. */
export type FoundFeed = {
  readonly feed: Feed;
  readonly format: string;
  /** Titles of its newest items, at most three. */
  readonly latest: readonly string[];
};

/** HTTP validators (RFC 9110 section 8.8), kept only together with the items of the same answer. */
export type Validators = {
  readonly etag: string | null;
  readonly lastModified: string | null;
};

/** A permanent redirect (301, 308) from the address of the feed to another one. */
export type FeedMove = { readonly from: string; readonly to: string; readonly since: Instant };

/** Tariff news of a storm: recorded, told to nobody, until somebody releases or drops it. */
export type FeedHold = {
  /** When the first of it came. */
  readonly since: Instant;
  /** What made it a storm, in words. */
  readonly reason: string;
  /** How many items wait. */
  readonly items: number;
};

/** What followed from a decision on a hold. */
export type HoldDecided = {
  readonly decision: 'release' | 'drop';
  readonly items: number;
  /** Items of a release that were too old to be told. */
  readonly old: number;
  /** Channels that a release tells something. */
  readonly channels: number;
};

/** What is remembered of a feed between polls. */
export type FeedState = {
  readonly feedId: string;
  readonly validators: Validators;
  /** When the first successful poll was recorded; null = the next poll is the baseline and announces nothing. */
  readonly baselineAt: Instant | null;
  readonly lastPolledAt: Instant | null;
  readonly lastOkAt: Instant | null;
  readonly nextPollAt: Instant;
  readonly failures: number;
  /** In words a user understands; null after a success. */
  readonly lastError: string | null;
  /** Which parser answered last: `rss-parser`, `feedsmith`, `lenient`, `json`. */
  readonly parser: string | null;
  readonly newestItemAt: Instant | null;
  /** Warnings that do not stop the feed: stale, window overrun, empty. */
  readonly warnings: readonly string[];
  /** Why the feed is paused, or null when it runs. */
  readonly heldReason: string | null;
  /** Where permanent redirects lead, without a break since when; see `poll-schedule.ts` for what follows. */
  readonly moved?: FeedMove | null;
  /** What a storm of this feed left to be decided; null or absent when nothing waits. The feed is polled all the same. */
  readonly hold?: FeedHold | null;
  /** When a poll last had no item in common with the one before, though it had several. */
  readonly overrunAt?: Instant | null;
  /** How many items were new in each of the last polls that brought any, the oldest first. */
  readonly freshCounts?: readonly number[];
};
