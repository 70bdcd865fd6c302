// A feed that suddenly offers far too much is held until somebody decides: nothing of it is posted, put into a digest or into
// the ledger; the operators get one line. The real program's parts with a feed on loopback and a clock of our own.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { App } from '../../src/app/create-app.ts';
import { DAY_MS, HOUR_MS } from '../../src/domain/day.ts';
import type { Delivery } from '../../src/domain/delivery.ts';
import type { FeedHold } from '../../src/domain/feed.ts';
import type { Message } from '../../src/domain/message.ts';
import type { Platform } from '../../src/domain/subscription.ts';
import { printMessage } from '../../src/messages/print-message.ts';
import type { ItemRecord } from '../../src/ports/store.ts';
import { askIn } from '../support/ask-in.ts';
import { type FeedServer, startFeedServer } from '../support/feed-server.ts';
import { openLoopbackApp } from '../support/loopback-app.ts';
import { runVerb } from '../support/program.ts';
import { rssOf } from '../support/rss-wire.ts';

const TRADE = { platform: 'preview', tenantId: 'local', channelId: 'trade' } as const;
const OPERATORS = { platform: 'preview', tenantId: 'local', channelId: 'operators' } as const;
const GOODS = ['steel', 'copper', 'lumber', 'cars', 'semiconductors', 'aluminum', 'wine', 'sugar'];
const PLACES = ['Japan', 'Brazil', 'Canada', 'India', 'Mexico', 'Vietnam', 'Norway', 'Turkey'];

type News = { readonly title: string; readonly path: string; readonly at: number };

describe('a storm of a feed', () => {
  let server: FeedServer;
  let folder: string;
  let app: App;
  let now: number;
  let shown: News[];

  beforeEach(async () => {
    server = await startFeedServer();
    folder = mkdtempSync(join(tmpdir(), 'tariffwatch-storm-'));
    now = Date.parse('2026-03-02T12:00:00Z');
    shown = Array.from({ length: 6 }, (_, at) => ({
      title: `Office hours, week ${at}`,
      path: `/old/${at}`,
      at: now - at * DAY_MS,
    }));
    app = await open();
    await ask('watch everything');
    await ask('digest on 08:00 UTC daily');
    await poll();
  });

  afterEach(async () => {
    await app.stop();
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const open = () =>
    openLoopbackApp({
      server,
      folder,
      now: () => now,
      feeds: [`house,The House,US,${server.url}/feed,official,authority`],
      environment: { TARIFFWATCH_GROUP_WAIT_SECONDS: '0', TARIFFWATCH_LANE_SECONDS: '0' },
    });

  async function restart(): Promise<void> {
    await app.stop();
    app = await open();
  }

  async function poll(news: readonly News[] = []): Promise<void> {
    shown = [...news, ...shown].slice(0, 60);
    const items = shown.map(({ title, path, at }) => {
      return { title, link: `${server.url}${path}`, guid: path, at };
    });
    server.set('/feed', { kind: 'document', body: rssOf(items) });
    now += 4 * HOUR_MS;
    await app.pollOnce();
    await app.settle();
  }

  /** So many different measures, each a story of its own. */
  const measures = (count: number, at = now, lowest = 10): readonly News[] =>
    Array.from({ length: count }, (_, number) => {
      const goods = GOODS[number % GOODS.length];
      const place = PLACES[(number + Math.floor(number / GOODS.length)) % PLACES.length];
      return {
        title: `United States imposes ${lowest + number}% additional tariff on ${goods} from ${place}`,
        path: `/order/${at}/${number}`,
        at: at - number * 60_000,
      };
    });

  const ask = (text: string, platform: Platform = 'preview'): Promise<Message> =>
    askIn(app, { ...TRADE, platform }, text);

  const answer = async (text: string) => printMessage(await ask(text));
  const sentTo = async (channel: typeof TRADE | typeof OPERATORS): Promise<readonly Delivery[]> =>
    (await app.store.deliveriesTo(channel, 500)).filter(({ state }) => state === 'sent');
  const postsOf = async () => (await sentTo(TRADE)).filter(({ kind }) => kind === 'alert');

  async function hold(): Promise<FeedHold | null> {
    const [state] = await app.store.feedStates();
    return state?.hold ?? null;
  }

  async function itemAt(path: string): Promise<ItemRecord> {
    const [record] = await app.store.itemsByLink(`${server.url}${path}`);
    if (record === undefined) throw new Error(`no item at ${path}`);
    return record;
  }

  it('is held: recorded, and neither posted nor told in a digest nor brought into the ledger', async () => {
    const storm = measures(40);
    await poll(storm);
    now += DAY_MS;
    await poll();

    expect(await hold()).toMatchObject({ items: 40 });
    expect(await app.store.heldItems('house')).toHaveLength(40);
    expect(await postsOf()).toEqual([]);
    expect(await app.store.recentStories({ limit: 99, since: 0 })).toEqual([]);
    expect(await app.store.ledgerEntries()).toEqual([]);
    expect(await app.store.openReviews()).toEqual([]);
    const digests = (await sentTo(TRADE)).filter(({ kind }) => kind === 'digest');
    expect(digests.length).toBeGreaterThan(0);
    for (const { message } of digests) expect(printMessage(message)).not.toContain('imposes');
  });

  it('is one line to the operators with Release and Drop, and one more after a day', async () => {
    await poll(measures(40));
    await poll();
    await restart();
    await poll();

    const lines = await sentTo(OPERATORS);
    expect(lines).toHaveLength(1);
    expect(lines[0]?.message.summary).toContain('Held: The House: ');
    expect(lines[0]?.message.buttons).toEqual([
      expect.objectContaining({ label: 'Release', command: 'feed release house' }),
      expect.objectContaining({ label: 'Drop', command: 'feed drop house' }),
      expect.objectContaining({ label: 'Show', command: 'feed held house' }),
    ]);

    now += 2 * DAY_MS;
    await poll();
    now += 9 * DAY_MS;
    await poll();
    const summaries = (await sentTo(OPERATORS)).map(({ message }) => message.summary);
    expect(summaries.filter((text) => text.startsWith('Still held'))).toHaveLength(1);
    expect(summaries).toHaveLength(2);
  });

  it('is seen in sources, in every status answer, and in why', async () => {
    const [first] = measures(40);
    await poll(measures(40));

    expect(await answer('sources')).toContain('40 items read as tariff news are held since');
    expect(await answer('status japan steel')).toContain(
      'held until somebody decides, and not counted here: 40 items of The House',
    );
    expect(await answer('feed held house')).toContain(first?.title);
    const { item } = await itemAt(first?.path ?? '');
    expect(await answer(`why ${item.id}`)).toContain('held by storm: 40 of 46 items are new');
  });

  it('is seen by the machines that watch the program, and does not take it out of service', async () => {
    const { url } = await app.start({ isQuiet: true });
    const ask = async (path: string) => {
      const response = await fetch(`${url}${path}`);
      return `${response.status} ${await response.text()}`;
    };
    expect(await ask('/readyz')).toBe('200 ready\n');

    await poll(measures(40));
    expect(await ask('/readyz')).toBe('200 ready\nfeeds held after a storm: 1\n');
    expect(await ask('/metrics')).toContain('tariffwatch_feeds_held 1');
  });

  it('is told when it is released: many stories in one message, and in the ledger', async () => {
    await poll(measures(40));
    await restart();

    expect(await answer('feed release house')).toContain('40 held items released');
    await app.settle();

    expect(await hold()).toBeNull();
    expect(await app.store.heldItems('house')).toEqual([]);
    const told = (await sentTo(TRADE)).filter(({ dedupeKey }) => dedupeKey.startsWith('released:'));
    expect(told).toHaveLength(1);
    const stories = await app.store.recentStories({ limit: 99, since: 0 });
    expect(told[0]?.message.summary).toBe(
      `${stories.length} tariff stories from The House, told together`,
    );
    expect(stories.length).toBeGreaterThan(20);
    expect(await postsOf()).toEqual([]);
    expect(await answer(`why ${stories[0]?.id}`)).toContain('told in one message with others');
    const operators = (await sentTo(OPERATORS)).map(({ message }) => message.summary);
    expect(operators).toContainEqual(expect.stringMatching(/released.*Decided by Ann/));
    const left = (await app.store.openReviews()).length + (await app.store.ledgerEntries()).length;
    expect(left).toBeGreaterThan(0);
  });

  it('is told story by story when it holds few', async () => {
    const routine = Array.from({ length: 20 }, (_, number) => ({
      title: `Office hours, year ${number}`,
      path: `/hours/${number}`,
      at: now,
    }));
    await poll([...measures(2), ...routine]);
    expect(await hold()).toMatchObject({ items: 2 });

    await ask('feed release house');
    await app.settle();

    expect(await postsOf()).toHaveLength(2);
  });

  it('tells nothing that is older than a week when it is released', async () => {
    await poll([...measures(2), ...measures(20, now - 30 * DAY_MS, 70)]);

    expect(await answer('feed release house')).toContain('20 of them older than a week');
    await app.settle();

    expect(await postsOf()).toHaveLength(2);
    expect((await itemAt(`/order/${now - 4 * HOUR_MS - 30 * DAY_MS}/3`)).outcome).toBe('baseline');
  });

  it('tells a subscription that is younger than the storm nothing', async () => {
    await ask('unwatch all');
    await poll(measures(12));
    now += HOUR_MS;
    await ask('watch everything');
    await ask('feed release house');
    await app.settle();

    expect(await postsOf()).toEqual([]);
  });

  it('is a baseline when it is dropped: known, in no post and in no digest', async () => {
    const storm = measures(40, now - 3 * DAY_MS);
    await poll(storm);
    expect(await answer('feed drop house')).toContain('40 held items dropped');
    now += DAY_MS;
    await poll();

    expect(await postsOf()).toEqual([]);
    expect((await itemAt(storm[5]?.path ?? '')).outcome).toBe('baseline');
    for (const { kind, message } of await sentTo(TRADE)) {
      expect(kind).toBe('digest');
      expect(printMessage(message)).not.toMatch(/new stor/);
    }
  });

  it('is decided once, whoever presses again', async () => {
    await poll(measures(40));

    const both = await Promise.all([answer('feed release house'), answer('feed release house')]);
    const late = await answer('feed drop house');
    await app.settle();

    expect(both.filter((text) => text.includes('40 held items released'))).toHaveLength(1);
    expect(late).toContain('holds nothing');
    const told = (await sentTo(TRADE)).filter(({ dedupeKey }) => dedupeKey.startsWith('released:'));
    expect(told).toHaveLength(1);
  });

  it('is decided by curators only', async () => {
    await poll(measures(40));

    expect(printMessage(await ask('feed release house', 'slack'))).toContain('Only curators');
    expect(await hold()).not.toBeNull();
  });

  it('is decided from the command line too', async () => {
    await poll(measures(40));
    await app.stop();
    const settings = {
      TARIFFWATCH_DATA_DIR: folder,
      TARIFFWATCH_ALLOW_HOSTS: server.host,
      TARIFFWATCH_FEEDS: join(folder, 'feeds.csv'),
    };
    writeFileSync(
      settings.TARIFFWATCH_FEEDS,
      `id,publisher,country_iso2,url,kind,tier\nhouse,The House,US,${server.url}/feed,official,authority\n`,
    );

    const first = await runVerb(['feeds', 'drop', 'house'], { environment: settings });
    const second = await runVerb(['feeds', 'drop', 'house'], { environment: settings });

    expect([first.code, first.stdout]).toEqual([0, expect.stringContaining('40 held items drop')]);
    expect([second.code, second.stdout]).toEqual([1, 'house: nothing is held.\n']);
    app = await open();
  });

  it('lets later news of the feed through, and a later storm joins what waits', async () => {
    await poll(measures(40));
    await poll([
      { title: 'European Union imposes 15% tariff on cheese from Peru', path: '/later', at: now },
    ]);
    expect(await postsOf()).toHaveLength(1);

    await poll(measures(50, now + 1, 60));
    expect(await hold()).toMatchObject({ items: 90 });
    expect(await sentTo(OPERATORS)).toHaveLength(1);
  });

  it('keeps an item that waits when its words change', async () => {
    const storm = measures(40);
    await poll(storm);
    shown = shown.map((one, at) => (at === 0 ? { ...one, title: `${one.title}, corrected` } : one));
    await poll();

    const record = await itemAt(storm[0]?.path ?? '');
    expect(record).toMatchObject({ outcome: 'held', storyId: null });
    expect(record.item.version).toBe(2);
    expect(await hold()).toMatchObject({ items: 40 });
  });

  it('is none after an absence of ours: what is dated since then is told, in one message', async () => {
    now += 2 * DAY_MS;
    await poll(measures(20));

    expect(await hold()).toBeNull();
    expect(await postsOf()).toEqual([]);
    const [told] = (await sentTo(TRADE)).filter(({ dedupeKey }) =>
      dedupeKey.startsWith('caught-up:'),
    );
    expect(told && printMessage(told.message)).toContain('could not be read for some time');
  });

  it('of items that are no tariff news holds nothing', async () => {
    await poll(
      Array.from({ length: 40 }, (_, at) => ({
        title: `Recipe of the day ${at}`,
        path: `/r/${at}`,
        at: now,
      })),
    );

    expect(await hold()).toBeNull();
    expect(await sentTo(OPERATORS)).toEqual([]);
    expect(await answer('sources')).toContain('Storm: 40 of 46 items are new in one poll');
  });
});
