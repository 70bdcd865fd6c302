// What the parts of a running program share.
import type { Config } from '../config/config-keys.ts';
import type { Feed } from '../domain/feed.ts';
import type { ChannelRef } from '../domain/subscription.ts';
import type { Books } from '../pipeline/books.ts';
import type { Store } from '../ports/store.ts';
import type { Clock, Log } from '../ports/world.ts';
import type { LiveFeeds } from './live-feeds.ts';

export type Core = {
  readonly config: Config;
  readonly store: Store;
  readonly books: Books;
  readonly live: LiveFeeds;
  readonly feeds: readonly Feed[];
  readonly clock: Clock;
  readonly random: () => number;
  readonly log: Log;
  /** Where operators are told what they must decide. */
  readonly adminChannel: ChannelRef | null;
};
