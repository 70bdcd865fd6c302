// The filling of a feed's past is killed in the middle, in the real program, and goes on where it was: every item once, the
// stories and the ledger as if nothing had happened, and nobody told.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createApp } from '../../src/app/create-app.ts';
import { loadConfig } from '../../src/config/load-config.ts';
import { parseCatalogue } from '../../src/feeds/catalogue.ts';
import {
  type ArchiveOptions,
  type ArchiveServer,
  startArchiveServer,
} from '../support/archive-server.ts';
import { runVerb, startVerb } from '../support/program.ts';
import { SILENT_LOG } from '../support/silent-log.ts';

const FROM = '2025-01-01';
const CHANNEL = { platform: 'preview', tenantId: 't', channelId: 'c' } as const;

let archive: ArchiveServer;
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tariffwatch-resumed-'));
});
afterEach(async () => {
  await archive.close();
  rmSync(folder, { recursive: true, force: true });
});

async function open(options: ArchiveOptions = {}): Promise<void> {
  archive = await startArchiveServer(options);
  writeFileSync(join(folder, 'feeds.csv'), archive.feedsCsv);
}

function environmentOf(data: string) {
  return {
    TARIFFWATCH_FEEDS: join(folder, 'feeds.csv'),
    TARIFFWATCH_ALLOW_HOSTS: archive.host,
    TARIFFWATCH_DATA_DIR: join(folder, data),
    TARIFFWATCH_POLL_SECONDS: '0.05',
  };
}

/** A channel that follows everything, so that there is somebody who could be told. */
async function watch(data: string): Promise<void> {
  await inside(data, async (app) => {
    await app.runCommand('watch', {
      channel: CHANNEL,
      channelName: '#trade',
      address: null,
      userId: 'u',
      userName: 'Ann',
    });
  });
}

async function inside<T>(
  data: string,
  use: (app: Awaited<ReturnType<typeof createApp>>) => Promise<T>,
): Promise<T> {
  const app = await createApp(loadConfig({ PORT: '0', ...environmentOf(data) }), {
    log: SILENT_LOG,
    random: () => 0.5,
    feeds: parseCatalogue(archive.feedsCsv, 'test'),
  });
  try {
    return await use(app);
  } finally {
    await app.stop();
  }
}

/** What the filling left behind: items by story, what the ledger took or asks about, and what was sent or waits to be. */
function leftBehind(data: string) {
  return inside(data, async ({ store }) => {
    const stories = await store.recentStories({ limit: 100, since: 0 });
    const [state] = (await store.feedStates()).filter(({ lastOkAt }) => lastOkAt !== null);
    return {
      stories: await Promise.all(
        stories.map(async ({ id, title, stage }) => ({
          title,
          stage,
          items: (await store.itemsOfStory(id)).map(({ item }) => item.title),
        })),
      ),
      entries: (await store.ledgerEntries()).length,
      reviews: (await store.openReviews()).length,
      deliveries: await store.deliveriesTo(CHANNEL, 100),
      wasPolled: state !== undefined,
    };
  });
}

const fill = (data: string, feed: string) =>
  [['backfill', '--from', FROM, '--feed', feed], { environment: environmentOf(data) }] as const;

describe.each([
  ['register', '1 to 3 by day', ({ searchParams }: URL) => searchParams.get('page') === '2', 219],
  ['ukgov', 'of a search', ({ searchParams }: URL) => searchParams.get('page') === '2', 51],
  ['blog', 'of a blog', ({ searchParams }: URL) => searchParams.get('paged') === '2', 22],
] as const)('the filling of %s, pages %s', (feed, _pages, isSecond, items) => {
  it('is killed while it waits for the second page, and goes on with that page', async () => {
    await open();
    await watch('whole');
    const whole = await runVerb(...fill('whole', feed));
    expect(whole.stdout).toContain(`${feed}: ${items} items filled from`);
    const askedWhole = archive.asked.map(({ search }) => search);
    const expected = await leftBehind('whole');
    expect(expected.stories.length).toBeGreaterThan(0);
    expect(expected.deliveries).toEqual([]);

    await watch('killed');
    const came = archive.holdWhere(isSecond);
    const verb = startVerb(...fill('killed', feed));
    await came;
    verb.kill();
    const { code, stderr } = await verb.ended;
    expect(code).toBeNull();
    expect(stderr).toMatch(new RegExp(String.raw`\[#*\.+\] ${feed} page 1, 2025-`));
    archive.holdNothing();
    const before = archive.asked.length;
    const resumed = await runVerb(...fill('killed', feed));

    expect(resumed.code, resumed.stderr).toBe(0);
    expect(resumed.stdout).toBe(whole.stdout);
    expect(resumed.stderr).toMatch(new RegExp(String.raw`\[#{24}\] ${feed} page`));
    expect(archive.asked.slice(before).map(({ search }) => search)).toEqual(askedWhole.slice(1));
    expect(await leftBehind('killed')).toEqual(expected);
  });
});

it('the filling of a feed is killed while it reads the text behind a title, and goes on at once', async () => {
  await open({ hasTextsApart: true });
  await watch('whole');
  const whole = await runVerb(...fill('whole', 'register'));
  const expected = await leftBehind('whole');
  expect(expected.stories).toHaveLength(1);
  expect(expected.entries + expected.reviews).toBeGreaterThan(0);

  await watch('killed');
  const came = archive.holdWhere(({ pathname }) => pathname.startsWith('/text/'));
  const verb = startVerb(...fill('killed', 'register'));
  await came;
  verb.kill();
  await verb.ended;
  archive.holdNothing();
  const resumed = await runVerb(...fill('killed', 'register'));

  expect(resumed.code, resumed.stdout).toBe(0);
  expect(resumed.stdout).toBe(whole.stdout);
  expect(await leftBehind('killed')).toEqual(expected);
});
