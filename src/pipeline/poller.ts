// Polls what is due, a few feeds at a time, for as long as it runs. One feed's failure never stops the rest.
import type { Feed } from '../domain/feed.ts';
import type { LeasedFeed } from '../ports/store.ts';
import { passFeed } from './pass.ts';
import type { PassPorts } from './pass-ports.ts';
import type { PassReport } from './pass-report.ts';

export type Poller = {
  /** One pass over every due feed (or over those named, due or not); resolves when all have ended. */
  runOnce(only?: readonly string[]): Promise<readonly PassReport[]>;
  start(): void;
  /** Takes no new feed and resolves when the running passes have ended. */
  stop(): Promise<void>;
};

export type PollerOptions = {
  readonly ports: PassPorts;
  /** May change while the poller runs. */
  readonly feeds: readonly Feed[];
  /** Brings `feeds` up to date with what other processes added; called now and then before feeds are claimed. */
  readonly refreshFeeds?: () => Promise<void>;
  readonly onReport: (report: PassReport, durationMs: number) => void;
};

/** Hanging servers hold a place until their time is up; the others must still find one. */
const AT_ONCE = 32;
/** A pass may take a fetch (20 s), a parse (5 s) and its commit. */
const LEASE_MS = 120_000;
const TICK_MS = 1_000;
const FAST_TICK_MS = 50;
/** How soon a feed that another process added is polled by this one. */
const REFRESH_MS = 30_000;

/** A poller over the enabled feeds. `fixedMs` below a tick (tests) makes it look more often. */
export function createPoller({ ports, feeds, refreshFeeds, onReport }: PollerOptions): Poller {
  const tickMs = (ports.limits.fixedMs ?? TICK_MS) < TICK_MS ? FAST_TICK_MS : TICK_MS;
  const running = new Set<Promise<unknown>>();
  let timer: NodeJS.Timeout | null = null;
  let isStopped = false;

  let refreshedAt = performance.now();

  const enabledIds = (): readonly string[] =>
    feeds.filter((feed) => feed.enabled).map((feed) => feed.id);

  async function pollOne(leased: LeasedFeed): Promise<PassReport | null> {
    const feed = feeds.find(({ id, enabled }) => enabled && id === leased.state.feedId);
    if (feed === undefined) return null;
    const startedAt = performance.now();
    try {
      const report = await passFeed(ports, feed, leased);
      onReport(report, performance.now() - startedAt);
      return report;
    } catch (fault) {
      // The lease runs out and the feed is tried again; nothing was committed.
      ports.log.error('a pass failed', { feedId: feed.id, fault });
      return null;
    }
  }

  async function claim(limit: number, only: readonly string[]): Promise<readonly LeasedFeed[]> {
    const now = ports.clock.now();
    return ports.store.claimDueFeeds({ now, leaseMs: LEASE_MS, limit, only });
  }

  async function fill(): Promise<void> {
    const free = AT_ONCE - running.size;
    if (free <= 0) return;
    if (refreshFeeds !== undefined && performance.now() - refreshedAt > REFRESH_MS) {
      refreshedAt = performance.now();
      await refreshFeeds();
    }
    for (const leased of await claim(free, enabledIds())) {
      const pass = pollOne(leased).finally(() => running.delete(pass));
      running.add(pass);
    }
  }

  function tick(): void {
    const round = fill()
      .catch((fault: unknown) => ports.log.error('due feeds could not be claimed', { fault }))
      .finally(() => {
        running.delete(round);
        if (!isStopped) timer = setTimeout(tick, tickMs);
      });
    // A round that is under way counts as running, so that stop() waits for what it is about to start.
    running.add(round);
  }

  return {
    async runOnce(only = enabledIds()) {
      const reports: PassReport[] = [];
      const waiting = new Set(only);
      while (waiting.size > 0) {
        const leased = await claim(AT_ONCE, [...waiting]);
        if (leased.length === 0) break;
        // Each feed once, even where its interval is so short that it is due again already.
        for (const { state } of leased) waiting.delete(state.feedId);
        const ended = await Promise.all(leased.map(pollOne));
        reports.push(...ended.filter((report) => report !== null));
      }
      return reports;
    },
    start: tick,
    async stop() {
      isStopped = true;
      if (timer !== null) clearTimeout(timer);
      while (running.size > 0) await Promise.all(running);
    },
  };
}
