import { isQuestion } from '../commands/parse-command.ts';
import type { Config } from '../config/config-keys.ts';
import { dayOf } from '../domain/day.ts';
import type { Feed, HoldDecided } from '../domain/feed.ts';
import { loadCatalogue } from '../feeds/catalogue.ts';
import { createHttpServer } from '../infra/http-server.ts';
import { createMetrics } from '../infra/metrics.ts';
import { systemClock } from '../infra/system-clock.ts';
import { resolveStatusQuery } from '../ledger/resolve-status-query.ts';
import { type BackfillOptions, type BackfillResult, backfillFeed } from '../pipeline/backfill.ts';
import { createBooks } from '../pipeline/books.ts';
import { decideHold } from '../pipeline/decide-hold.ts';
import { planDueDigests } from '../pipeline/digest-job.ts';
import { createGivenUpNotices } from '../pipeline/given-up-notices.ts';
import { createHoldNotices } from '../pipeline/hold-notices.ts';
import { createLateWatch } from '../pipeline/late-watch.ts';
import { startMinuteTick } from '../pipeline/minute-tick.ts';
import type { PassReport } from '../pipeline/pass-report.ts';
import { createPauseNotices } from '../pipeline/pause-notices.ts';
import type { Poller } from '../pipeline/poller.ts';
import type { Store } from '../ports/store.ts';
import type { StoryPlayer } from '../ports/story-player.ts';
import type { Clock, CommandRunner, Log } from '../ports/world.ts';
import { readItem } from '../reading/read-item.ts';
import { loadSeedEntries } from '../reference/measures.ts';
import { openStore } from '../storage/open-store.ts';
import { adminChannelOf } from './admin-channel.ts';
import { type CalendarDesk, openCalendar } from './calendar-routes.ts';
import { createChannelEventHandler } from './channel-events.ts';
import type { Core } from './core.ts';
import { healthRoutes } from './health-routes.ts';
import { openLiveFeeds } from './live-feeds.ts';
import { openChannels } from './open-channels.ts';
import { openCommands } from './open-commands.ts';
import { openDeliverer } from './open-deliverer.ts';
import { type FeedClients, openFeedClients, openPassPorts, openPoller } from './open-poller.ts';
import { openPreview } from './open-preview.ts';
import { startChannels } from './start-channels.ts';

export type AppOverrides = {
  readonly log: Log;
  readonly clock?: Clock;
  /** 0 <= x < 1. */
  readonly random?: () => number;
  /** Feeds instead of those that the configuration names. */
  readonly feeds?: readonly Feed[];
  /** A story played to the program, with its controls in the preview. */
  readonly player?: StoryPlayer;
};

export type StartOptions = {
  /** Listens and answers, but polls, delivers and plans nothing by itself (`settle` does). */
  readonly isQuiet?: boolean;
};

export type App = {
  readonly store: Store;
  readonly feeds: readonly Feed[];
  readonly runCommand: CommandRunner;
  /** What does not run, and what to do about it. */
  readonly notices: readonly string[];
  start(options?: StartOptions): Promise<{ readonly url: string; readonly port: number }>;
  /** Drains what is in flight, at most ten seconds, and closes everything. */
  stop(): Promise<void>;
  /** One pass over the due feeds, or over those named. */
  pollOnce(only?: readonly string[]): Promise<readonly PassReport[]>;
  /** Releases or drops what a storm left of a feed; null when nothing waits. */
  decideHold(feed: Feed, kind: 'release' | 'drop', by: string): Promise<HoldDecided | null>;
  /** Fills the past of a feed silently; null when it has no archive that can be paged. */
  backfill(feed: Feed, options: BackfillOptions): Promise<BackfillResult | null>;
  /** Polls, plans and delivers until nothing is left to do at the clock's present instant. */
  settle(): Promise<void>;
};

const DRAIN_MS = 10_000;
const CLOSE_MS = 2_000;
/** Rounds of delivery that one `settle` may take; each sends at most one message a lane. */
const SETTLE_ROUNDS = 500;

/**
 * Opens the database and builds the program; nothing listens or polls before `start`.
 * @throws UserError for faults of configuration, feed list, credentials or database.
 */
export async function createApp(config: Config, overrides: AppOverrides): Promise<App> {
  const { log, clock = systemClock, random = Math.random } = overrides;
  const adminChannel = adminChannelOf(config);
  const catalogue = overrides.feeds ?? loadCatalogue(config.TARIFFWATCH_FEEDS);
  const store = await openStore({
    dataDir: config.TARIFFWATCH_DATA_DIR,
    databaseUrl: config.DATABASE_URL,
    log,
  });
  try {
    const live = await openLiveFeeds(store, catalogue, clock);
    const books = createBooks(store, loadSeedEntries());
    const parts = { config, store, books, live, feeds: live.feeds };
    return await assemble({ ...parts, clock, random, log, adminChannel }, overrides.player);
  } catch (fault) {
    await store.close();
    throw fault;
  }
}

async function assemble(core: Core, player: StoryPlayer | undefined): Promise<App> {
  const { config, store, feeds, clock, log } = core;
  const metrics = createMetrics();
  const clients = openFeedClients(config, clock);
  const calendar = openDates(core);
  const runCommand = openCommands(core, clients, calendar, () => deliverer.wake());
  const onEvent = createChannelEventHandler(store, clock, log);
  const opened = await openChannels({ config, store, runCommand, isQuestion, onEvent, clock, log });
  const channels = [...opened.apps, ...openPreview(core, runCommand, player)];
  const deliverer = openDeliverer({ ...core, channels, metrics });
  const planJobs = createJobs(core);
  const runJobs = async (): Promise<void> => {
    if ((await planJobs()) > 0) deliverer.wake();
  };
  const poller = openPoller({
    ...core,
    clients,
    metrics,
    onDeliveries: () => deliverer.wake(),
    onHeld: () => void runJobs().catch((fault: unknown) => log.error('a job failed', { fault })),
  });
  let isReady = false;
  const ends: (() => void)[] = [];
  const metricsToken = config.TARIFFWATCH_METRICS_TOKEN;
  const routes = [
    ...healthRoutes({ ...core, metrics, metricsToken, isReady: () => isReady }),
    ...calendar.routes,
    ...channels.flatMap((channel) => channel.routes),
  ];
  const server = createHttpServer({ host: config.HOST, port: config.PORT, routes, log });

  return {
    store,
    feeds,
    runCommand,
    notices: opened.notices,
    async start({ isQuiet = false } = {}) {
      await store.syncFeeds(feeds, clock.now());
      const address = await server.start();
      calendar.listensAt(address.url);
      ends.push(await startChannels({ channels, store, onEvent, log }));
      warmUp(clock);
      isReady = true;
      if (isQuiet) return address;
      deliverer.start();
      poller.start();
      ends.push(startMinuteTick(runJobs, log));
      return address;
    },
    async stop() {
      isReady = false;
      for (const end of ends) end();
      await poller.stop();
      const unanswered = await deliverer.drain(DRAIN_MS);
      if (unanswered > 0) log.warn('stopped with messages in flight', { unanswered });
      for (const channel of channels) await channel.stop();
      await server.stop(CLOSE_MS);
      await clients.close();
      await store.close();
    },
    ...feedVerbs(core, clients, poller),
    async settle() {
      await poller.runOnce();
      await planJobs();
      let rounds = SETTLE_ROUNDS;
      while (rounds > 0 && (await deliverer.runOnce()).claimed > 0) rounds -= 1;
    },
  };
}

/** What is looked after once a minute; gives how many messages were planned. */
function createJobs(core: Core): () => Promise<number> {
  const planHoldNotices = createHoldNotices(core);
  const planLateNotice = createLateWatch(core);
  const planPauseNotices = createPauseNotices(core);
  const planGivenUpNotices = createGivenUpNotices(core);
  return async () =>
    (await planHoldNotices()) +
    (await planLateNotice()) +
    (await planPauseNotices()) +
    (await planGivenUpNotices()) +
    (await planDueDigests(core));
}

function feedVerbs(
  core: Core,
  clients: FeedClients,
  poller: Poller,
): Pick<App, 'pollOnce' | 'decideHold' | 'backfill'> {
  const ports = openPassPorts({ ...core, clients });
  return {
    async pollOnce(only) {
      await core.store.syncFeeds(core.feeds, core.clock.now());
      return poller.runOnce(only);
    },
    decideHold: (feed, kind, by) => decideHold(ports, { ...core, feed, kind, by }),
    backfill: (feed, options) => backfillFeed(ports, feed, options),
  };
}

function openDates({ config, books, clock }: Core): CalendarDesk {
  return openCalendar({
    ledger: () => books.freshLedger(),
    token: config.TARIFFWATCH_CALENDAR_TOKEN,
    publicUrl: config.TARIFFWATCH_PUBLIC_URL,
    clock,
  });
}

// Word and name tables are built on first use; the first user should not wait for them.
function warmUp(clock: Clock): void {
  readItem({ title: 'Tariffs', summary: '', lang: 'en' });
  resolveStatusQuery({ who: 'Japan', product: 'steel', on: dayOf(clock.now()) });
}
