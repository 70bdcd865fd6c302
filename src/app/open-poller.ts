// The poller with everything a pass needs: fetcher, parser, books, limits and policy from the configuration.
import type { Config } from '../config/config-keys.ts';
import { DEFAULT_NOTICE_POLICY } from '../delivery/plan-deliveries.ts';
import { SECOND_MS } from '../domain/day.ts';
import type { Feed } from '../domain/feed.ts';
import { createFeedFetcher } from '../feeds/fetch-feed.ts';
import type { FeedTools } from '../feeds/find-feed.ts';
import { createLinkedTextReader } from '../feeds/linked-text.ts';
import { createFeedParser } from '../feeds/parse-feed.ts';
import { POLL_LIMITS } from '../feeds/poll-schedule.ts';
import type { Metrics } from '../infra/metrics.ts';
import type { Books } from '../pipeline/books.ts';
import type { PassPorts } from '../pipeline/pass-ports.ts';
import type { PassReport } from '../pipeline/pass-report.ts';
import { createPoller, type Poller } from '../pipeline/poller.ts';
import type { Store } from '../ports/store.ts';
import type { Clock, Log } from '../ports/world.ts';
import { readItem } from '../reading/read-item.ts';
import { adminChannelOf } from './admin-channel.ts';
import type { LiveFeeds } from './live-feeds.ts';

export type PollerParts = {
  readonly config: Config;
  readonly store: Store;
  readonly books: Books;
  readonly live: LiveFeeds;
  readonly clients: FeedClients;
  readonly metrics: Metrics;
  readonly clock: Clock;
  readonly random: () => number;
  readonly log: Log;
  /** A pass enqueued something. */
  readonly onDeliveries: () => void;
  /** A pass held something: operators are to be told. */
  readonly onHeld: () => void;
};

/** What asks feeds and reads their answers; `close` ends the workers and the connections. */
export type FeedClients = FeedTools & { close(): Promise<void> };

export function openFeedClients(config: Config, clock: Clock): FeedClients {
  const fetcher = createFeedFetcher({
    allowHosts: config.TARIFFWATCH_ALLOW_HOSTS,
    userAgent: userAgent(config.TARIFFWATCH_CONTACT),
    now: () => clock.now(),
  });
  const parser = createFeedParser();
  return {
    fetcher,
    parser,
    close: async () => {
      await parser.close();
      await fetcher.close();
    },
  };
}

/** What polls and backfills need alike. */
export function openPassPorts(
  parts: Omit<PollerParts, 'metrics' | 'onDeliveries' | 'onHeld'>,
): PassPorts {
  const { config, live, clock } = parts;
  const { fetcher, parser } = parts.clients;
  const seconds = config.TARIFFWATCH_POLL_SECONDS;
  return {
    store: parts.store,
    books: parts.books,
    fetcher,
    parser,
    clock,
    log: parts.log,
    random: parts.random,
    readItem,
    texts: createLinkedTextReader({
      fetcher,
      allowHosts: config.TARIFFWATCH_ALLOW_HOSTS,
      now: () => clock.now(),
    }),
    countryOf: createCountryOf(live.feeds),
    limits: { ...POLL_LIMITS, fixedMs: seconds === null ? null : seconds * SECOND_MS },
    adminChannel: adminChannelOf(config),
    policy: {
      ...DEFAULT_NOTICE_POLICY,
      pressWaitMs: config.TARIFFWATCH_GROUP_WAIT_SECONDS * SECOND_MS,
    },
  };
}

export function openPoller(parts: PollerParts): Poller {
  const { live, metrics } = parts;
  return createPoller({
    ports: openPassPorts(parts),
    feeds: live.feeds,
    refreshFeeds: () => live.refresh(),
    onReport: (report, durationMs) => {
      noteReport(metrics, report, durationMs);
      if (report.deliveries > 0) parts.onDeliveries();
      if ((report.outcomes.held ?? 0) > 0) parts.onHeld();
    },
  });
}

function createCountryOf(feeds: readonly Feed[]): PassPorts['countryOf'] {
  return (feedId) => feeds.find(({ id }) => id === feedId)?.country ?? null;
}

function userAgent(contact: string | null): string {
  return `Tariffwatch/0.1 (feed reader${contact === null ? '' : `; ${contact}`})`;
}

function noteReport(metrics: Metrics, report: PassReport, durationMs: number): void {
  metrics.pollEnded(report.kind, durationMs);
  for (const [outcome, count] of Object.entries(report.outcomes)) {
    metrics.itemsEnded(outcome, count);
  }
}
