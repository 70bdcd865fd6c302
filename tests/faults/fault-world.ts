// The real program with a fake Slack and a feed of its own, to be broken in the middle of its work. The oracle knows what
// was published and where it had to go; it counts what Slack accepted and nothing that the program says of itself.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
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
import { type FeedServer, startFeedServer } from '../support/feed-server.ts';
import {
  type Environment,
  type Program,
  slackEnvironment,
  startProgram,
  waitUntil,
} from '../support/program.ts';
import { SILENT_LOG } from '../support/silent-log.ts';
import { postgresPlace, type TestPlace } from '../support/stores.ts';

/** What became of the posts that had to arrive. `marked`: copies that say that they may be repeats. */
export type Tally = {
  readonly expected: number;
  readonly lost: number;
  readonly doubled: number;
  readonly marked: number;
};

export type FaultWorld = {
  readonly slack: FakeSlack;
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
};

const FEED_PATH = '/announcements.rss';
const OLD_ITEMS = 30;
/** Countries times goods are more than any row publishes: a pair that comes twice would be a new rate of one story. */
const COUNTRIES = [
  'Japan',
  'South Korea',
  'Australia',
  'Brazil',
  'India',
  'Vietnam',
  'Thailand',
  'Malaysia',
  'Indonesia',
  'Norway',
  'Switzerland',
  'Turkey',
  'South Africa',
];
const GOODS = ['steel', 'aluminum', 'copper', 'lumber', 'furniture', 'semiconductors', 'trucks'];

/** Short waits in the same proportions as in earnest. */
const FAST: Environment = {
  TARIFFWATCH_POLL_SECONDS: '0.1',
  TARIFFWATCH_GROUP_WAIT_SECONDS: '0',
  TARIFFWATCH_LANE_SECONDS: '0',
  TARIFFWATCH_QUIET_SECONDS: '0.5',
  TARIFFWATCH_PREVIEW: 'off',
  TARIFFWATCH_LOG_LEVEL: 'error',
};

export async function startWorld(options: WorldOptions): Promise<FaultWorld> {
  const { channels: count, engine } = options;
  const folder = mkdtempSync(join(tmpdir(), 'tariffwatch-fault-'));
  const dataDir = options.dataDir ?? join(folder, 'data');
  mkdirSync(dataDir, { recursive: true });
  const postgres: TestPlace | null = engine === 'Postgres' ? await postgresPlace() : null;
  const databaseUrl = postgres?.place.databaseUrl ?? null;
  const [slack, feeds] = await Promise.all([startFakeSlack(), startFeedServer()]);
  const store = await openStore({ dataDir, databaseUrl, log: SILENT_LOG });
  const channels = Array.from({ length: count }, (_, index) => `C${index}`);
  await subscribe(store, slack.teamId, channels);
  const programs: Program[] = [];
  const feedFile = join(folder, 'feeds.csv');
  writeFileSync(feedFile, feedCsv(feeds.url));
  let published = 0;
  feeds.set(FEED_PATH, { kind: 'document', body: feedDocument(published) });

  return {
    slack,
    feeds,
    channels,
    databaseUrl,
    store,
    async start(environment = {}) {
      const program = await startProgram({
        folder,
        environment: {
          ...slackEnvironment(slack),
          ...FAST,
          TARIFFWATCH_FEEDS: feedFile,
          TARIFFWATCH_ALLOW_HOSTS: feeds.host,
          TARIFFWATCH_DATA_DIR: dataDir,
          ...(databaseUrl === null ? {} : { DATABASE_URL: databaseUrl }),
          ...environment,
        },
      });
      programs.push(program);
      if (published === 0) await baseline(store);
      return program;
    },
    publish(more) {
      published += more;
      feeds.set(FEED_PATH, { kind: 'document', body: feedDocument(published) });
    },
    endLeases: () => endLeases(dataDir, databaseUrl),
    async settled(limitMs = 60_000) {
      const keys = Array.from({ length: published }, (_, index) => index + 1);
      const arrived = (): boolean => {
        const seen = postsByKey(slack);
        return keys.every((key) => channels.every((channel) => seen.has(`${channel} ${key}`)));
      };
      await waitUntil('everything published has arrived', arrived, limitMs);
      const isEmpty = async (): Promise<boolean> =>
        (await store.oldestUnsentAt(Number.MAX_SAFE_INTEGER)) === null;
      await waitUntil('nothing waits to be sent', isEmpty, limitMs);
    },
    tally: () => tallyOf(slack, channels, published),
    async close() {
      await Promise.all(programs.map((program) => program.kill()));
      await store.close();
      await Promise.all([slack.close(), feeds.close()]);
      await postgres?.remove();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function subscribe(store: Store, tenantId: string, names: readonly string[]): Promise<void> {
  for (const channelId of names) {
    const channel: ChannelRef = { platform: 'slack', tenantId, channelId };
    await store.touchChannel(channel, channelId, null, Date.now());
    await store.addSubscription({
      id: `sub-${channelId}`,
      channel,
      filter: { include: {}, exclude: {}, countries: [] },
      createdBy: 'U1',
      createdAt: Date.now(),
    });
  }
}

async function baseline(store: Store): Promise<void> {
  await waitUntil('the first poll is recorded', async () => {
    const [state] = await store.feedStates();
    return state !== undefined && state.baselineAt !== null;
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

function feedCsv(url: string): string {
  return [
    'id,publisher,country_iso2,url,format,kind,language,stable_guid,evidence_date,notes',
    `us-ustr,Office of the Trade Representative,US,${url}${FEED_PATH},RSS 2.0,official,en,y,2026-10-03,`,
    '',
  ].join('\n');
}

/** Old items that were there from the start, and `published` announcements, the newest first. */
function feedDocument(published: number): string {
  const day = (number: number): string => new Date(Date.now() - number * 60_000).toUTCString();
  const announcements = Array.from({ length: published }, (_, index) => published - index).map(
    (number) => {
      const country = COUNTRIES[number % COUNTRIES.length];
      const goods = GOODS[Math.floor(number / COUNTRIES.length) % GOODS.length];
      const rate = 10 + (number % 60);
      return item(
        `United States imposes ${rate}% tariff on ${goods} from ${country}`,
        `The United States will impose an additional ${rate}% tariff on imports of ${goods} from ${country}.`,
        `n-${number}-`,
        day(0),
      );
    },
  );
  const old = Array.from({ length: OLD_ITEMS }, (_, index) =>
    item(
      `Staff notice ${index}`,
      'The office is closed on Monday.',
      `old-${index}-`,
      day(index + 99),
    ),
  );
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>Announcements</title>
    <link>https://example.org/</link>${[...announcements, ...old].join('')}</channel></rss>`;
}

function item(title: string, text: string, slug: string, date: string): string {
  return `<item><title>${title}</title><link>https://example.org/${slug}</link><guid>${slug}</guid>
    <description>${text}</description><pubDate>${date}</pubDate></item>`;
}

/** Accepted first posts by `channel key`; what a thread answers is no post of its own. */
function postsByKey(slack: FakeSlack): Map<string, { marked: boolean }[]> {
  const posts = new Map<string, { marked: boolean }[]>();
  for (const { channel, threadTs, versions } of slack.messages()) {
    const [first] = versions;
    const shown = JSON.stringify(first);
    const key = /example\.org\/n-(\d+)-/.exec(shown)?.[1];
    if (threadTs !== null || key === undefined) continue;
    const name = `${channel} ${key}`;
    posts.set(name, [...(posts.get(name) ?? []), { marked: /possible repeat/i.test(shown) }]);
  }
  return posts;
}

function tallyOf(slack: FakeSlack, channels: readonly string[], published: number): Tally {
  const posts = postsByKey(slack);
  let [lost, doubled, marked] = [0, 0, 0];
  for (const channel of channels) {
    for (let key = 1; key <= published; key += 1) {
      const copies = posts.get(`${channel} ${key}`) ?? [];
      const repeats = copies.filter((copy) => copy.marked).length;
      if (copies.length === 0) lost += 1;
      marked += repeats;
      doubled += Math.max(0, copies.length - repeats - 1);
      posts.delete(`${channel} ${key}`);
    }
  }
  // What nobody published, or where nobody asked for it.
  for (const copies of posts.values()) doubled += copies.length;
  return { expected: channels.length * published, lost, doubled, marked };
}
