// A big day of news: a feed of the press brings forty new reports between two polls. They are told at once, in one message a
// channel, and the operators get one line; nothing waits for somebody. The real program's parts with a feed on loopback.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { App } from '../../src/app/create-app.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../src/domain/day.ts';
import type { Delivery } from '../../src/domain/delivery.ts';
import { printMessage } from '../../src/messages/print-message.ts';
import { askIn } from '../support/ask-in.ts';
import { type FeedServer, startFeedServer } from '../support/feed-server.ts';
import { openLoopbackApp } from '../support/loopback-app.ts';
import { rssOf } from '../support/rss-wire.ts';

const TRADE = { platform: 'preview', tenantId: 'local', channelId: 'trade' } as const;
const OPERATORS = { platform: 'preview', tenantId: 'local', channelId: 'operators' } as const;
const GOODS = ['steel', 'copper', 'lumber', 'cars', 'semiconductors', 'aluminum', 'wine', 'sugar'];
const PLACES = ['Japan', 'Brazil', 'Canada', 'India', 'Mexico', 'Vietnam', 'Norway', 'Turkey'];

const MORE_PLACES =
  'Peru Chile Egypt Kenya Ghana Nepal Cuba Qatar Oman Fiji Laos Serbia Iceland Morocco'.split(' ');

type News = { readonly title: string; readonly path: string; readonly at: number };

describe('a big day of news', () => {
  let server: FeedServer;
  let folder: string;
  let app: App;
  let now: number;
  let shown: readonly News[];

  beforeEach(async () => {
    server = await startFeedServer();
    folder = mkdtempSync(join(tmpdir(), 'tariffwatch-busy-'));
    now = Date.parse('2026-03-02T12:00:00Z');
    shown = Array.from({ length: 40 }, (_, at) => ({
      title: `Markets at a glance, part ${at}`,
      path: `/markets/${at}`,
      at: now - at * HOUR_MS,
    }));
    app = await openLoopbackApp({
      server,
      folder,
      now: () => now,
      feeds: [`wire,The Wire,,${server.url}/feed,news,press`],
      environment: { TARIFFWATCH_GROUP_WAIT_SECONDS: '0', TARIFFWATCH_LANE_SECONDS: '0' },
    });
    await ask('watch everything');
    await ask('digest on 08:00 UTC daily');
    await poll([]);
  });

  afterEach(async () => {
    await app.stop();
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function ask(text: string): Promise<string> {
    return printMessage(await askIn(app, TRADE, text));
  }

  async function poll(news: readonly News[]): Promise<void> {
    shown = [...news, ...shown].slice(0, 60);
    const items = shown.map(({ title, path, at }) => {
      return { title, link: `${server.url}${path}`, guid: path, at };
    });
    server.set('/feed', { kind: 'document', body: rssOf(items) });
    await app.pollOnce();
    await app.settle();
  }

  /** So many different measures of the last hour, each a story of its own. */
  function measures(count: number, lowest = 10): readonly News[] {
    return Array.from({ length: count }, (_, number) => {
      const goods = GOODS[number % GOODS.length];
      const place = PLACES[(number + Math.floor(number / GOODS.length)) % PLACES.length];
      return {
        title: `United States imposes ${lowest + number}% additional tariff on ${goods} from ${place}`,
        path: `/report/${now}/${number}`,
        at: now - number * MINUTE_MS,
      };
    });
  }

  const sentTo = async (channel: typeof TRADE | typeof OPERATORS): Promise<readonly Delivery[]> =>
    (await app.store.deliveriesTo(channel, 500)).filter(({ state }) => state === 'sent');
  const toldTogether = async () =>
    (await sentTo(TRADE)).filter(({ dedupeKey }) => dedupeKey.startsWith('busy-day:'));
  const postsOf = async () => (await sentTo(TRADE)).filter(({ kind }) => kind === 'alert');
  const stories = () => app.store.recentStories({ limit: 99, since: 0 });

  it('is told at once: many stories in one message, none held, and in the digest', async () => {
    now += HOUR_MS;
    await poll(measures(40));

    const [told, ...more] = await toldTogether();
    const { length } = await stories();
    expect(length).toBeGreaterThan(20);
    expect(told?.message.summary).toBe(`${length} tariff stories from The Wire, told together`);
    expect([more, await postsOf()]).toEqual([[], []]);
    expect(await app.store.heldItems('wire')).toEqual([]);
    now += DAY_MS;
    await poll([]);
    const digests = (await sentTo(TRADE)).filter(({ dedupeKey }) => dedupeKey.startsWith('digest'));
    expect(digests.map(({ message }) => printMessage(message)).join('\n')).toContain(
      'United States → Japan',
    );
  });

  it('is one line a day to the operators, who can pause the feed', async () => {
    now += HOUR_MS;
    await poll(measures(40));
    now += HOUR_MS;
    await poll(measures(40, 50));

    const lines = await sentTo(OPERATORS);
    expect(lines.map(({ message }) => message.summary)).toEqual([
      'Busy day: The Wire: 40 of 60 items are new in one poll',
    ]);
    expect(lines[0]?.message.buttons).toContainEqual(
      expect.objectContaining({ command: 'feed pause wire' }),
    );
    expect(await toldTogether()).toHaveLength(2);
    expect(await ask('sources wire')).toContain('Busy day: 40 of 60 items are new in one poll');
  });

  it('is told story by story where it holds few', async () => {
    now += HOUR_MS;
    const other = Array.from({ length: 40 }, (_, at) => ({
      title: `Weather report of town ${at}`,
      path: `/weather/${at}`,
      at: now - at * MINUTE_MS,
    }));
    await poll([...measures(2), ...other]);

    expect(await postsOf()).toHaveLength(2);
    expect(await toldTogether()).toEqual([]);
  });

  it('is not needed for many to be told together: more than ten posts of one look are one message', async () => {
    now += HOUR_MS;
    await poll(measures(9));
    expect(await postsOf()).toHaveLength(9);

    now += HOUR_MS;
    await poll(
      measures(14, 50).map((one, at) => ({
        ...one,
        title: one.title.replace(/from \w+/, `from ${MORE_PLACES[at]}`),
      })),
    );
    expect(await postsOf()).toHaveLength(9);
    const summaries = (await sentTo(TRADE)).map(({ message }) => message.summary);
    expect(summaries).toContainEqual(
      expect.stringMatching(/^1[1-4] tariff stories from The Wire, told together$/),
    );
  });

  it('does not hide a storm: old items dated anew beside it are held, and nothing of the day is', async () => {
    now += HOUR_MS;
    const old = Array.from({ length: 40 }, (_, at) => ({
      title: `China raises tariff on ${GOODS[at % GOODS.length]} to ${60 + at}%`,
      path: `/archive/${at}`,
      at: now - (200 + at) * DAY_MS,
    }));
    await poll([...measures(12), ...old]);

    expect(await app.store.heldItems('wire')).toHaveLength(40);
    expect((await stories()).length).toBeGreaterThan(5);
    expect((await sentTo(OPERATORS)).map(({ message }) => message.summary)).toEqual([
      expect.stringMatching(/^Held: The Wire: 40 /),
    ]);
  });
});
