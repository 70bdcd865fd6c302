// What operators can do with feeds from a channel: types only. The app implements it, commands use it.
import type { Feed, FeedTier, FoundFeed, HoldDecided } from '../domain/feed.ts';

/** What an operator says of a feed beside its address. */
export type FeedHints = {
  readonly id?: string;
  readonly publisher?: string;
  readonly country?: string;
  readonly tier?: FeedTier;
  readonly language?: string;
};

export type FeedAdmin = {
  /**
   * The feed at an address, or the one that the page there links to.
   * @throws UserError `feed-unreachable`, `feed-not-found`, `feed-known`.
   */
  find(url: string, hints: FeedHints): Promise<FoundFeed>;
  /**
   * Saves it; a running program polls it at once, others within a minute.
   * @throws UserError `feed-limit`, `feed-known`.
   */
  add(feed: Feed, by: string): Promise<void>;
  /** What is held of it is dropped. False when it is no feed that an operator added. */
  remove(id: string, by: string): Promise<boolean>;
  /** Releases or drops what a storm left of a feed; null when nothing waits (any more). */
  decideHold(feed: Feed, kind: 'release' | 'drop', by: string): Promise<HoldDecided | null>;
  /** Ids of the feeds that operators added. */
  addedIds(): Promise<readonly string[]>;
};

/** Feeds that may be added from channels: whoever can type there adds no flood. */
export const MOST_CUSTOM_FEEDS = 20;

/** Feeds that whoever runs the program may import in all. */
export const MOST_IMPORTED_FEEDS = 500;
