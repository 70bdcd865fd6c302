// The real program with a fake Slack or Teams and a feed of its own, to be broken in the middle of its work. The oracle knows
// what was published and where it had to go; it counts what the platform accepted and nothing that the program says of itself.

import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Kysely, sql } from 'kysely';
import type { ChannelRef } from '../../src/domain/subscription.ts';
import type { Store } from '../../src/ports/store.ts';
import { DATABASE_FILE, openStore } from '../../src/storage/open-store.ts';
import { openPostgres, postgresDialect } from '../../src/storage/postgres-driver.ts';
import type { Schema } from '../../src/storage/schema.ts';
import { openSqlite, sqliteDialect } from '../../src/storage/sqlite-driver.ts';
import { type FakeSlack, startFakeSlack } from '../support/fake-slack.ts';
import { type FakeTeams, startFakeTeams } from '../support/fake-teams.ts';
import { type FeedServer, startFeedServer } from '../support/feed-server.ts';
import {
  type Environment,
  type Program,
  slackEnvironment,
  startProgram,
  teamsEnvironment,
  waitUntil,
} from '../support/program.ts';
import { SILENT_LOG } from '../support/silent-log.ts';
import { postgresPlace, type TestPlace } from '../support/stores.ts';
import { feedDocument } from './announcements.ts';
import { postsByKey, slackPosts, type Tally, tallyOf, teamsPosts } from './count-posts.ts';

export type FaultWorld = {
  readonly slack: FakeSlack;
  /** Stands for Slack when the world was asked for it. */
  readonly teams: FakeTeams;
  readonly feeds: FeedServer;
  readonly channels: readonly string[];
  /** Null on SQLite. */
  readonly databaseUrl: string | null;
  /** What the program stands on, opened beside it. */
  readonly store: Store;
  /** Starts one more process of the program on the same data. */
  start(environment?: Environment): Promise<Program>;
  /** Puts `count` new announcements into the feed; each is a story of its own and must reach every channel. */
  publish(count: number): void;
  /** The feed as it was `steps` announcements ago, until the next publication. */
  showEarlier(steps: number): void;
  /** A copy of the embedded database, and that copy in its place before the next start. */
  backUp(): Promise<() => Promise<void>>;
  /** Brings the end of every lease forward to now, in place of waiting 30 seconds for it. */
  endLeases(): Promise<void>;
  /** Resolves when everything published so far has arrived at least once and nothing waits to be sent. */
  settled(limitMs?: number): Promise<void>;
  tally(): Tally;
  close(): Promise<void>;
};

export type WorldOptions = {
  readonly channels: number;
  readonly engine?: 'SQLite' | 'Postgres';
  /** Where the embedded database lies, when the fault is in its disk. */
  readonly dataDir?: string;
  readonly platform?: 'slack' | 'teams';
  /** A second feed, at `POISON_PATH`. */
  readonly hasPoisonFeed?: boolean;
};

/** What may be unclear after one kill: a sixteenth of what is told at once is under way, and ten messages in any case. */
export function mostUnclear(messages: number): number {
  return Math.max(10, messages / 16);
}

export const FEED_PATH = '/announcements.rss';
/** A second feed, which answers 404 until a test lets it do worse. */
export const POISON_PATH = '/poison.rss';

/** Short waits in the same proportions as in earnest. */
const FAST: Environment = {
  TARIFFWATCH_POLL_SECONDS: '0.1',
  TARIFFWATCH_GROUP_WAIT_SECONDS: '0',
  TARIFFWATCH_LANE_SECONDS: '0',
  TARIFFWATCH_QUIET_SECONDS: '0.3',
  TARIFFWATCH_PREVIEW: 'off',
  TARIFFWATCH_LOG_LEVEL: 'error',
};

export async function startWorld(options: WorldOptions): Promise<FaultWorld> {
  const folder = mkdtempSync(join(tmpdir(), 'tariffwatch-fault-'));
  const dataDir = options.dataDir ?? join(folder, 'data');
  mkdirSync(dataDir, { recursive: true });
  const postgres: TestPlace | null = options.engine === 'Postgres' ? await postgresPlace() : null;
  const databaseUrl = postgres?.place.databaseUrl ?? null;
  const [slack, teams, feeds] = await Promise.all([
    startFakeSlack(),
    startFakeTeams(),
    startFeedServer(),
  ]);
  const open = () => openStore({ dataDir, databaseUrl, log: SILENT_LOG });
  let store = await open();
  const refs = channelsOf(options, slack, teams);
  const channels = refs.map(({ channelId }) => channelId);
  await subscribe(store, teams, refs);
  const platform = options.platform === 'teams' ? teamsEnvironment(teams) : slackEnvironment(slack);
  const programs: Program[] = [];
  const feedFile = join(folder, 'feeds.csv');
  writeFileSync(feedFile, feedCsv(feeds.url, options.hasPoisonFeed ?? false));
  let published = 0;
  let isRestored = false;
  const show = (count: number) =>
    feeds.set(FEED_PATH, { kind: 'document', body: feedDocument(count) });
  const posts = () =>
    postsByKey(options.platform === 'teams' ? teamsPosts(teams) : slackPosts(slack));
  show(published);

  return {
    slack,
    teams,
    feeds,
    channels,
    databaseUrl,
    get store() {
      return store;
    },
    async start(environment = {}) {
      const program = await startProgram({
        folder,
        environment: {
          ...platform,
          ...FAST,
          TARIFFWATCH_FEEDS: feedFile,
          TARIFFWATCH_ALLOW_HOSTS: feeds.host,
          TARIFFWATCH_DATA_DIR: dataDir,
          ...(databaseUrl === null ? {} : { DATABASE_URL: databaseUrl }),
          ...environment,
        },
      });
      programs.push(program);
      // Only now: whoever opens a restored database first is the one that notices.
      if (isRestored) store = await open();
      if (published === 0 || isRestored) await baseline(store);
      isRestored = false;
      return program;
    },
    publish(more) {
      published += more;
      show(published);
    },
    showEarlier: (steps) => show(published - steps),
    async backUp() {
      const copy = join(folder, `backup-${published}.db`);
      await store.backup(copy);
      return async () => {
        await store.close();
        for (const suffix of ['', '-wal', '-shm']) {
          rmSync(join(dataDir, `${DATABASE_FILE}${suffix}`), { force: true });
        }
        copyFileSync(copy, join(dataDir, DATABASE_FILE));
        isRestored = true;
      };
    },
    endLeases: () => endLeases(dataDir, databaseUrl),
    async settled(limitMs = 60_000) {
      const keys = Array.from({ length: published }, (_, index) => index + 1);
      const arrived = (): boolean => {
        const seen = posts();
        return keys.every((key) => channels.every((channel) => seen.has(`${channel} ${key}`)));
      };
      await waitUntil('everything published has arrived', arrived, limitMs);
      const isEmpty = async (): Promise<boolean> =>
        (await store.oldestUnsentAt(Number.MAX_SAFE_INTEGER)) === null;
      await waitUntil('nothing waits to be sent', isEmpty, limitMs);
    },
    tally: () => tallyOf(posts(), channels, published),
    async close() {
      await Promise.all(programs.map((program) => program.kill()));
      if (!isRestored) await store.close();
      await Promise.all([slack.close(), teams.close(), feeds.close()]);
      await postgres?.remove();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function channelsOf(
  { channels, platform }: WorldOptions,
  slack: FakeSlack,
  teams: FakeTeams,
): readonly ChannelRef[] {
  return Array.from({ length: channels }, (_, index) =>
    platform === 'teams'
      ? {
          platform,
          tenantId: `${teams.tenantId}/${teams.teamId}`,
          channelId: `19:c${index}@thread.tacv2`,
        }
      : { platform: 'slack', tenantId: slack.teamId, channelId: `C${index}` },
  );
}

async function subscribe(
  store: Store,
  teams: FakeTeams,
  channels: readonly ChannelRef[],
): Promise<void> {
  for (const channel of channels) {
    const { platform, channelId } = channel;
    const address = platform === 'teams' ? JSON.stringify(addressOf(teams, channelId)) : null;
    await store.touchChannel(channel, channelId, address, Date.now());
    await store.addSubscription({
      id: `sub-${channelId}`,
      channel,
      filter: { include: {}, exclude: {}, countries: [] },
      createdBy: 'U1',
      createdAt: Date.now(),
    });
  }
}

function addressOf(teams: FakeTeams, conversationId: string) {
  const { serviceUrl, tenantId, teamId, botId } = teams;
  return { serviceUrl, tenantId, teamId, conversationId, kind: 'channel', botId };
}

async function baseline(store: Store): Promise<void> {
  await waitUntil('the first poll is recorded', async () => {
    const states = await store.feedStates();
    return states.some(({ baselineAt }) => baselineAt !== null);
  });
}

async function endLeases(dataDir: string, databaseUrl: string | null): Promise<void> {
  const dialect =
    databaseUrl === null
      ? sqliteDialect(await openSqlite(join(dataDir, DATABASE_FILE)))
      : postgresDialect(openPostgres(databaseUrl, () => {}));
  const db = new Kysely<Schema>({ dialect });
  await sql`UPDATE lane SET lease_until = 0 WHERE lease_token IS NOT NULL`.execute(db);
  await sql`UPDATE feed_state SET lease_until = 0`.execute(db);
  await db.destroy();
}

function feedCsv(url: string, hasPoison: boolean): string {
  return [
    'id,publisher,country_iso2,url,format,kind,language,stable_guid,evidence_date,notes',
    `us-ustr,Office of the Trade Representative,US,${url}${FEED_PATH},RSS 2.0,official,en,y,2026-10-03,`,
    ...(hasPoison
      ? [`us-poison,Poison,US,${url}${POISON_PATH},RSS 2.0,official,en,y,2026-10-03,`]
      : []),
    '',
  ].join('\n');
}
