// Polls what is due, a few feeds at a time, for as long as it runs. One feed's failure never stops the rest.
import { SECOND_MS } from '../domain/day.ts';
import type { Feed } from '../domain/feed.ts';
import type { LeasedFeed } from '../ports/store.ts';
import { passFeed } from './pass.ts';
import type { PassPorts } from './pass-ports.ts';
import type { PassReport } from './pass-report.ts';

export type Poller = {
  /** One pass over every due feed (or over those named, due or not); resolves when all have ended. */
  runOnce(only?: readonly string[]): Promise<readonly PassReport[]>;
  start(): void;
  /** Takes no new feed and waits `graceMs` for the passes under way; what then still waits for a server is given back. */
  stop(graceMs?: number): Promise<void>;
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
/** How long a feed rests when its process died; a pass that takes longer (a queue at its host, slow pages) keeps its own. */
const LEASE_MS = 30 * SECOND_MS;
const KEEP_EVERY_MS = LEASE_MS / 3;
const STOP_GRACE_MS = 3 * SECOND_MS;
const TICK_MS = 1_000;
const FAST_TICK_MS = 50;
/** How soon a feed that another process added is polled by this one. */
const REFRESH_MS = 30_000;

/** A poller over the enabled feeds. A short fixed interval (tests) makes it look more often. */
export function createPoller({ ports, feeds, refreshFeeds, onReport }: PollerOptions): Poller {
  const tickMs = tickFor(ports.limits.fixedMs);
  const running = new Set<Promise<unknown>>();
  const leases = holdLeases(ports);
  let timer: NodeJS.Timeout | null = null;
  let isStopped = false;
  let refreshedAt = performance.now();

  const enabledIds = (): readonly string[] =>
    feeds.filter((feed) => feed.enabled).map((feed) => feed.id);

  async function pollOne(leased: LeasedFeed): Promise<PassReport | null> {
    const feed = feeds.find(({ id, enabled }) => enabled && id === leased.state.feedId);
    if (feed === undefined) return null;
    const startedAt = performance.now();
    const letGo = leases.hold(leased);
    try {
      const report = await passFeed(ports, feed, leased);
      onReport(report, performance.now() - startedAt);
      return report;
    } catch (fault) {
      // The lease runs out and the feed is tried again; nothing was committed.
      if (leases.has(leased)) ports.log.error('a pass failed', { feedId: feed.id, fault });
      return null;
    } finally {
      letGo();
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
    async stop(graceMs = STOP_GRACE_MS) {
      isStopped = true;
      if (timer !== null) clearTimeout(timer);
      let isOver = false;
      const ended = async (): Promise<void> => {
        while (running.size > 0 && !isOver) await Promise.all(running);
      };
      await Promise.race([ended(), passing(graceMs)]);
      isOver = true;
      await leases.giveBack();
    },
  };
}

function passing(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms).unref());
}

/** Often enough that a fixed interval is kept. */
function tickFor(fixedMs: number | null): number {
  return Math.min(Math.max((fixedMs ?? Number.POSITIVE_INFINITY) / 4, FAST_TICK_MS), TICK_MS);
}

type HeldLeases = {
  /** Keeps the lease until the returned function is called. */
  hold(leased: LeasedFeed): () => void;
  has(leased: LeasedFeed): boolean;
  giveBack(): Promise<void>;
};

/** What the passes under way hold, kept for as long as they run. */
function holdLeases({ store, clock, log }: Pick<PassPorts, 'store' | 'clock' | 'log'>): HeldLeases {
  const held = new Set<LeasedFeed>();
  return {
    hold(leased) {
      held.add(leased);
      const keeping = setInterval(() => {
        // A lease that is lost shows at the commit.
        store.keepFeed(leased, clock.now() + LEASE_MS).catch((fault: unknown) => {
          log.warn('a lease could not be kept', { feedId: leased.state.feedId, fault });
        });
      }, KEEP_EVERY_MS);
      return () => {
        clearInterval(keeping);
        held.delete(leased);
      };
    },
    has: (leased) => held.has(leased),
    async giveBack() {
      const left = [...held];
      held.clear();
      for (const leased of left) await store.giveBackFeed(leased);
    },
  };
}
