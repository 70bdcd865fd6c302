// The poller with everything a pass needs: fetcher, parser, books, limits and policy from the configuration.
import type { Config } from '../config/config-keys.ts';
import { DEFAULT_NOTICE_POLICY } from '../delivery/plan-deliveries.ts';
import { SECOND_MS } from '../domain/day.ts';
import type { Feed } from '../domain/feed.ts';
import { createFeedFetcher } from '../feeds/fetch-feed.ts';
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

export type PollerParts = {
  readonly config: Config;
  readonly store: Store;
  readonly books: Books;
  readonly feeds: readonly Feed[];
  readonly metrics: Metrics;
  readonly clock: Clock;
  readonly random: () => number;
  readonly log: Log;
  /** A pass enqueued something. */
  readonly onDeliveries: () => void;
};

/** `close` ends the parser's workers and the fetcher's connections; call it after `poller.stop`. */
export type OpenedPoller = { readonly poller: Poller; close(): Promise<void> };

export function openPoller(parts: PollerParts): OpenedPoller {
  const { config, feeds, metrics, clock } = parts;
  const fetcher = createFeedFetcher({
    allowHosts: config.TARIFFWATCH_ALLOW_HOSTS,
    userAgent: userAgent(config.TARIFFWATCH_CONTACT),
    now: () => clock.now(),
  });
  const parser = createFeedParser();
  const seconds = config.TARIFFWATCH_POLL_SECONDS;
  const ports: PassPorts = {
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
    countryOf: createCountryOf(feeds),
    limits: { ...POLL_LIMITS, fixedMs: seconds === null ? null : seconds * SECOND_MS },
    policy: {
      ...DEFAULT_NOTICE_POLICY,
      pressWaitMs: config.TARIFFWATCH_GROUP_WAIT_SECONDS * SECOND_MS,
    },
  };
  const poller = createPoller({
    ports,
    feeds,
    onReport: (report, durationMs) => {
      noteReport(metrics, report, durationMs);
      if (report.deliveries > 0) parts.onDeliveries();
    },
  });
  return {
    poller,
    close: async () => {
      await parser.close();
      await fetcher.close();
    },
  };
}

function createCountryOf(feeds: readonly Feed[]): PassPorts['countryOf'] {
  const countries = new Map(feeds.map((feed) => [feed.id, feed.country]));
  return (feedId) => countries.get(feedId) ?? null;
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
