// What one pass over one feed did, in numbers and words: for `poll --once`, the log and the metrics.
import type { Feed, FeedState } from '../domain/feed.ts';
import type { ItemOutcome } from '../domain/item.ts';
import type { Identification } from '../feeds/item-identity.ts';
import type { PassCommit } from '../ports/store.ts';

/** What one pass did, for `poll --once`, the log and the metrics. */
export type PassReport = {
  readonly feedId: string;
  readonly kind: 'items' | 'not-modified' | 'failed' | 'lost';
  /** In words; empty when all went well. */
  readonly error: string;
  readonly isBaseline: boolean;
  readonly outcomes: Readonly<Partial<Record<ItemOutcome, number>>>;
  readonly fresh: number;
  readonly edited: number;
  readonly known: number;
  /** Items read as tariff news among the fresh and edited ones. */
  readonly news: number;
  readonly deliveries: number;
  readonly problems: readonly string[];
};

/** The report of a pass that brought no items. */
export function reportWithoutItems(
  feed: Feed,
  state: FeedState,
  kind: PassReport['kind'],
  error: string,
): PassReport {
  return {
    feedId: feed.id,
    kind,
    error,
    isBaseline: state.baselineAt === null,
    outcomes: {},
    fresh: 0,
    edited: 0,
    known: 0,
    news: 0,
    deliveries: 0,
    problems: [],
  };
}

/** The report of a pass that was committed. */
export function reportOfCommit(
  feed: Feed,
  state: FeedState,
  found: Identification,
  commit: PassCommit,
): PassReport {
  const outcomes: Partial<Record<ItemOutcome, number>> = {};
  for (const { outcome } of commit.items) outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
  return {
    ...reportWithoutItems(feed, state, 'items', ''),
    outcomes,
    fresh: found.fresh.length,
    edited: found.edited.length,
    news: commit.items.filter(({ reading }) => reading?.relevance === 'yes').length,
    deliveries: commit.deliveries.length,
  };
}
