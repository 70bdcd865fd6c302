// What a pass is given: the database, the world, and the parts of the program that decide. Types only.
import type { NoticePolicy } from '../delivery/plan-deliveries.ts';
import type { JurisdictionCode } from '../domain/jurisdiction.ts';
import type { Reading, ReadingInput } from '../domain/reading.ts';
import type { ChannelRef } from '../domain/subscription.ts';
import type { LinkedTextReader } from '../feeds/linked-text.ts';
import type { PollLimits } from '../feeds/poll-schedule.ts';
import type { Store } from '../ports/store.ts';
import type { Clock, FeedFetcher, FeedParser, Log } from '../ports/world.ts';
import type { Books } from './books.ts';

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
  /** Reads what stands behind the links of bare titles; null: items are what their feed says. */
  readonly texts: LinkedTextReader | null;
  /** Country of a feed's publisher: a statement counts only for the imposer that makes it. */
  readonly countryOf: (feedId: string) => JurisdictionCode | null;
  readonly limits: PollLimits;
  readonly policy: NoticePolicy;
  /** Where operators are told; null: nowhere. */
  readonly adminChannel: ChannelRef | null;
};
