// What the page shows besides posts: channels with what they watch, and the panels on feeds, ledger and reviews.
// In: the store and the catalogue. Out: plain JSON, no secrets. It decides nothing.
import type { Instant } from '../../domain/day.ts';
import type { Feed, FeedState } from '../../domain/feed.ts';
import type { Measure } from '../../domain/measure.ts';
import { formatPercent, toPercent } from '../../domain/rate.ts';
import type {
  ChannelRef,
  ChannelSettings,
  DigestSettings,
  Filter,
  Subscription,
} from '../../domain/subscription.ts';
import type { Store } from '../../ports/store.ts';

export type PreviewStore = Pick<
  Store,
  | 'channel'
  | 'channels'
  | 'touchChannel'
  | 'subscriptionsOf'
  | 'deliveriesTo'
  | 'feedStates'
  | 'ledgerEntries'
  | 'openReviews'
>;

/** All preview channels live in one tenant. */
const TENANT = 'local';
const LEDGER_ROWS = 40;
const REVIEW_ROWS = 40;

export function previewChannel(channelId: string): ChannelRef {
  return { platform: 'preview', tenantId: TENANT, channelId };
}

export type ChannelView = {
  readonly id: string;
  readonly name: string;
  readonly watches: readonly string[];
  readonly digest: string | null;
  readonly paused: string | null;
};

export type FeedView = {
  readonly id: string;
  readonly publisher: string;
  readonly tier: Feed['tier'];
  readonly url: string;
  /** `look`: it answers, and something about it is not as usual. */
  readonly health: 'ok' | 'look' | 'waiting' | 'failing' | 'held' | 'paused' | 'off';
  /** One sentence in words. */
  readonly detail: string;
  readonly lastOkAt: Instant | null;
  readonly newestItemAt: Instant | null;
  readonly warnings: readonly string[];
};

export type PanelsView = {
  readonly feeds: readonly FeedView[];
  readonly ledger: readonly {
    readonly id: string;
    readonly measure: string;
    readonly detail: string;
    readonly recordedAt: Instant;
    readonly origin: string;
    readonly storyId: string | null;
  }[];
  readonly reviews: readonly {
    readonly id: string;
    readonly storyId: string | null;
    readonly itemId: string;
    readonly measure: string;
    readonly reason: string;
    readonly missing: readonly string[];
    /** The measure as the form shows it, by the names of the command's fields; empty: not read. */
    readonly fields: Readonly<Record<string, string>>;
  }[];
};

/** A filter as `watch` and `list` tell it. */
export type FilterWords = (filter: Filter) => string;

/** Preview channels by name, each with what it watches in words. */
export async function readChannels(
  store: PreviewStore,
  filterWords: FilterWords,
): Promise<readonly ChannelView[]> {
  const channels = (await store.channels()).filter(
    (settings) => settings.channel.platform === 'preview',
  );
  return Promise.all(
    channels.map(async (settings) =>
      viewOfChannel(settings, await store.subscriptionsOf(settings.channel), filterWords),
    ),
  );
}

function viewOfChannel(
  settings: ChannelSettings,
  subscriptions: readonly Subscription[],
  filterWords: FilterWords,
): ChannelView {
  return {
    id: settings.channel.channelId,
    name: settings.name,
    watches: subscriptions.map((subscription) => filterWords(subscription.filter)),
    digest: settings.digest === null ? null : wordsOfDigest(settings.digest),
    paused: settings.pausedReason,
  };
}

function wordsOfDigest(digest: DigestSettings): string {
  const hours = String(Math.floor(digest.minuteOfDay / 60)).padStart(2, '0');
  const minutes = String(digest.minuteOfDay % 60).padStart(2, '0');
  return `${hours}:${minutes} ${digest.zone}${digest.weekdaysOnly ? ', weekdays' : ''}`;
}

/** The side panels, newest first. */
export async function readPanels(store: PreviewStore, feeds: readonly Feed[]): Promise<PanelsView> {
  const [states, entries, reviews] = await Promise.all([
    store.feedStates(),
    store.ledgerEntries(),
    store.openReviews(),
  ]);
  const stateOf = new Map(states.map((state) => [state.feedId, state]));
  return {
    feeds: feeds.map((feed) => viewOfFeed(feed, stateOf.get(feed.id) ?? null)),
    ledger: entries
      .slice(-LEDGER_ROWS)
      .reverse()
      .map((entry) => ({
        id: entry.measure.id,
        measure: wordsOfMeasure(entry.measure),
        detail: [
          entry.measure.effectiveFrom === null ? null : `from ${entry.measure.effectiveFrom}`,
          entry.measure.effectiveTo === null ? null : `to ${entry.measure.effectiveTo}`,
          entry.measure.legalRef === '' ? null : entry.measure.legalRef,
        ]
          .filter((part) => part !== null)
          .join(', '),
        recordedAt: entry.recordedAt,
        origin: entry.origin,
        storyId: entry.storyId,
      })),
    reviews: reviews.slice(0, REVIEW_ROWS).map((review) => ({
      id: review.id,
      storyId: review.storyId,
      itemId: review.itemId,
      measure: wordsOfMeasure(review.proposal),
      reason: review.reason,
      missing: review.missing,
      fields: fieldsOf(review.proposal),
    })),
  };
}

function fieldsOf(measure: Measure): Readonly<Record<string, string>> {
  return {
    imposer: measure.imposer,
    target: measure.target,
    product: measure.productScope,
    instrument: measure.instrument,
    rate: measure.rate === null ? '' : `${toPercent(measure.rate)}`,
    basis: measure.rateBasis ?? '',
    from: measure.effectiveFrom ?? '',
    to: measure.effectiveTo ?? '',
    law: measure.legalRef,
  };
}

function wordsOfMeasure(measure: Measure): string {
  const rate = measure.rate === null ? 'rate unknown' : formatPercent(toPercent(measure.rate));
  const target = measure.target === 'WORLD' ? 'every origin' : measure.target || 'target unknown';
  const imposer = measure.imposer || 'imposer unknown';
  return `${imposer} on ${target}: ${measure.productScope || 'product unknown'}, ${measure.kind} ${rate}`;
}

function viewOfFeed(feed: Feed, state: FeedState | null): FeedView {
  const [health, detail] = healthOf(feed, state);
  return {
    id: feed.id,
    publisher: feed.publisher,
    tier: feed.tier,
    url: feed.url,
    health,
    detail,
    lastOkAt: state?.lastOkAt ?? null,
    newestItemAt: state?.newestItemAt ?? null,
    warnings: state?.warnings ?? [],
  };
}

function healthOf(feed: Feed, state: FeedState | null): [FeedView['health'], string] {
  if (!feed.enabled) return ['off', 'Switched off in the catalogue.'];
  if (state === null || state.lastPolledAt === null) return ['waiting', 'Not polled yet.'];
  if (state.hold != null) {
    return [
      'held',
      `${state.hold.items} items are held: ${state.hold.reason}. Say: feed held ${feed.id}`,
    ];
  }
  if (state.heldReason !== null) return ['paused', state.heldReason];
  if (state.lastError !== null) {
    const times = state.failures === 1 ? 'once' : `${state.failures} times in a row`;
    return ['failing', `Failed ${times}: ${state.lastError}`];
  }
  return state.warnings.length > 0 ? ['look', ''] : ['ok', 'Answers.'];
}
