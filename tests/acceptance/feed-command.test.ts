// Operators add the feed behind a page from a channel, see it first, and take it out again; a running program follows.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type App, createApp } from '../../src/app/create-app.ts';
import { loadConfig } from '../../src/config/load-config.ts';
import { DAY_MS } from '../../src/domain/day.ts';
import type { Feed } from '../../src/domain/feed.ts';
import type { Message } from '../../src/domain/message.ts';
import type { Platform } from '../../src/domain/subscription.ts';
import { feedsFromOpml } from '../../src/feeds/opml.ts';
import { printMessage } from '../../src/messages/print-message.ts';
import { askIn } from '../support/ask-in.ts';
import { type FeedServer, startFeedServer } from '../support/feed-server.ts';
import { runVerb } from '../support/program.ts';
import { rssOf } from '../support/rss-wire.ts';
import { SILENT_LOG } from '../support/silent-log.ts';

const rss = (...titles: readonly string[]) =>
  rssOf(
    titles.map((title, at) => ({ title, guid: `${at}-${title}` })),
    'Ministry of Trade',
  );

describe('feeds of operators', () => {
  let server: FeedServer;
  let folder: string;
  let app: App;
  let now: number;

  beforeEach(async () => {
    server = await startFeedServer();
    now = Date.parse('2026-03-02T12:00:00Z');
    folder = mkdtempSync(join(tmpdir(), 'tariffwatch-feeds-'));
    server.set('/page', {
      kind: 'document',
      type: 'text/html',
      body: '<html><head><link rel="alternate" type="application/rss+xml" href="/comments/feed"><link rel="alternate" type="application/rss+xml" href="/feed"></head><body>News</body></html>',
    });
    server.set('/feed', { kind: 'document', body: rss('One', 'Two', 'Three', 'Four') });
    app = await open();
  });

  afterEach(async () => {
    await app.stop();
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const environment = () => ({
    PORT: '0',
    TARIFFWATCH_DATA_DIR: folder,
    TARIFFWATCH_ALLOW_HOSTS: server.host,
    TARIFFWATCH_CURATORS: '',
  });

  const open = (listed: readonly Feed[] = []) =>
    createApp(loadConfig(environment()), {
      log: SILENT_LOG,
      clock: { now: () => now },
      random: () => 0.5,
      feeds: listed,
    });

  const ask = (text: string, platform: Platform = 'preview'): Promise<Message> =>
    askIn(app, { platform, tenantId: 't', channelId: 'c' }, text);

  function buttonOf(message: Message): string {
    const [button] = message.buttons;
    if (button === undefined || !('command' in button)) throw new Error('no button to press');
    return button.command;
  }

  it('are found behind a page, shown with three titles, and saved by the button only', async () => {
    const shown = await ask(`feed add ${server.url}/page tier:authority country:japan`);
    const text = printMessage(shown);
    expect(text).toContain('Ministry of Trade');
    expect(text).toMatch(/One[\s\S]*Two[\s\S]*Three/);
    expect(text).not.toContain('Four');
    expect(app.feeds).toHaveLength(0);

    expect(printMessage(await ask(buttonOf(shown)))).toContain('is added');

    expect(app.feeds).toEqual([
      expect.objectContaining({ url: `${server.url}/feed`, tier: 'authority', country: 'JP' }),
    ]);
    const [report] = await app.pollOnce();
    expect(report).toMatchObject({ kind: 'items', isBaseline: true, fresh: 4, deliveries: 0 });
  });

  it('are there again after a restart, until they are removed', async () => {
    await ask(`feed add ${server.url}/feed --yes`);
    const [feed] = app.feeds;
    await app.stop();
    app = await open();
    expect(app.feeds).toEqual([feed]);

    await ask(`feed remove ${feed?.id}`);
    expect(app.feeds).toEqual([]);
    expect(await app.pollOnce()).toEqual([]);
  });

  it('that are removed and added again go on where they were: nothing twice, nothing lost', async () => {
    await ask(`feed add ${server.url}/feed --yes`);
    const id = app.feeds[0]?.id ?? '';
    await app.pollOnce();
    await ask(`feed pause ${id}`);
    await ask(`feed remove ${id}`);
    expect(await app.store.feedStates()).toEqual([
      expect.objectContaining({ feedId: id, heldReason: null, lastError: null }),
    ]);

    server.set('/feed', { kind: 'document', body: rss('Zero', 'One', 'Two', 'Three', 'Four') });
    await ask(`feed add ${server.url}/feed --yes`);
    const [report] = await app.pollOnce();

    expect(report).toMatchObject({ isBaseline: false, fresh: 1, known: 4 });
  });

  it('that were away for more than a week begin anew: their old news is recorded and told to nobody', async () => {
    await ask(`feed add ${server.url}/feed --yes`);
    await app.pollOnce();
    await ask(`feed remove ${app.feeds[0]?.id}`);
    await app.stop();
    now += 8 * DAY_MS;
    app = await open();

    server.set('/feed', { kind: 'document', body: rss('Zero', 'One', 'Two', 'Three', 'Four') });
    await ask(`feed add ${server.url}/feed --yes`);
    const [report] = await app.pollOnce();

    expect(report).toMatchObject({ isBaseline: true, fresh: 1, known: 4, deliveries: 0 });
  });

  it('are not polled while they are paused', async () => {
    await ask(`feed add ${server.url}/feed --yes`);
    const id = app.feeds[0]?.id ?? '';
    await ask(`feed pause ${id}`);
    expect(await app.pollOnce()).toEqual([]);
    expect(printMessage(await ask('feed list'))).toContain('Paused by Ann');

    await ask(`feed resume ${id}`);
    expect(await app.pollOnce()).toHaveLength(1);
  });

  it('that are known already are not added twice', async () => {
    await ask(`feed add ${server.url}/feed --yes`);

    expect(printMessage(await ask(`feed add ${server.url}/feed --yes`))).toContain('known already');
    expect(app.feeds).toHaveLength(1);
  });

  describe('that stand in the list and are switched off', () => {
    const off = () => [
      {
        id: 'house',
        publisher: 'The House',
        country: 'US',
        url: `${server.url}/feed`,
        adapter: 'syndication',
        tier: 'gazette',
        language: 'en',
        enabled: false,
        rhythmHours: 24,
        notes: 'Not seen to work.',
      } as const,
    ];

    beforeEach(async () => {
      await app.stop();
      app = await open(off());
    });

    it.each(['feed add URL/page', 'feed add URL/feed', 'feed add house'])(
      'are looked at and switched on by %s, as what the list says they are',
      async (text) => {
        expect(printMessage(await ask('feed list'))).toContain('house');
        const shown = await ask(text.replace('URL', server.url));
        expect(printMessage(shown)).toMatch(/The House[\s\S]*gazette[\s\S]*One[\s\S]*Two/);
        await ask(buttonOf(shown));

        expect(app.feeds).toEqual([
          expect.objectContaining({ id: 'house', tier: 'gazette', rhythmHours: 24, enabled: true }),
        ]);
        expect(await app.pollOnce()).toEqual([expect.objectContaining({ isBaseline: true })]);
      },
    );

    it('stay on over a restart and are off again when they are removed', async () => {
      await ask('feed add house --yes');
      await app.stop();
      app = await open(off());
      expect(app.feeds.map(({ enabled }) => enabled)).toEqual([true]);

      await ask('feed remove house');
      expect(app.feeds.map(({ enabled }) => enabled)).toEqual([false]);
      expect(await app.pollOnce()).toEqual([]);
    });
  });

  it('are twenty at most', async () => {
    for (let number = 0; number < 21; number += 1) {
      server.set(`/feed/${number}`, { kind: 'document', body: rss(`Of ${number}`) });
      await ask(`feed add ${server.url}/feed/${number} --yes`);
    }

    expect(app.feeds).toHaveLength(20);
  });

  it('are for curators only where somebody else can type', async () => {
    const answer = printMessage(await ask(`feed add ${server.url}/feed --yes`, 'slack'));

    expect(answer).toContain('Only curators change feeds');
    expect(server.requests).toHaveLength(0);
    expect(app.feeds).toHaveLength(0);
  });

  it.each([
    ['nothing', 'feed add', /Which feed/],
    ['a page without a feed', 'feed add PAGE/none', /There is no feed/],
    [
      'a page that is not there',
      'feed add PAGE/404',
      /cannot be read: .*\(404\)\.\n.*try it in a browser/,
    ],
    [
      'a private address',
      'feed add http://127.0.0.1:1/feed',
      /cannot be read[\s\S]*TARIFFWATCH_ALLOW_HOSTS/,
    ],
    [
      'a page that checks for robots',
      'feed add PAGE/check',
      /checks for robots instead of the feed/,
    ],
    [
      'a word that is no address',
      'feed add house',
      /"house" is no address and no feed of the list/,
    ],
    ['an unknown tier', 'feed add PAGE/feed tier:boss', /A tier is one of/],
    ['an unknown feed', 'feed pause us-ustrr', /no feed "us-ustrr"/],
    ['an unknown verb', 'feed ad PAGE', /Did you mean add/],
  ])('get a clear answer for %s', async (_, text, expected) => {
    server.set('/none', {
      kind: 'document',
      type: 'text/html',
      body: '<html><p>No feed</p></html>',
    });

    server.set('/check', {
      kind: 'document',
      type: 'text/html',
      body: '<!doctype html><title>Just a moment...</title>',
    });

    expect(printMessage(await ask(text.replace('PAGE', server.url)))).toMatch(expected);
  });

  it('that run already are not asked when they are named by their id', async () => {
    await ask(`feed add ${server.url}/feed --yes`);
    const before = server.requests.length;

    expect(printMessage(await ask(`feed add ${app.feeds[0]?.id}`))).toContain('known already');
    expect(server.requests).toHaveLength(before);
  });

  it('travel as OPML', async () => {
    await ask(`feed add ${server.url}/feed tier:authority country:jp lang:ja --yes`);
    await app.stop();
    const file = join(folder, 'feeds.opml');
    const exported = await runVerb(['feeds', 'export', file], { environment: environment() });
    expect(exported.code).toBe(0);
    expect(feedsFromOpml(readFileSync(file, 'utf8'))).toContainEqual({
      url: `${server.url}/feed`,
      hints: { publisher: 'Ministry of Trade', tier: 'authority', country: 'JP', language: 'ja' },
    });

    const other = { ...environment(), TARIFFWATCH_DATA_DIR: join(folder, 'other') };
    const imported = await runVerb(['feeds', 'import', file], { environment: other });
    expect(imported.code).toBe(0);
    expect(imported.stdout).toContain(`${server.url}/feed: added as x-`);
    const again = await runVerb(['feeds', 'import', file], { environment: other });
    expect(again.stdout).not.toContain('added as');

    const list = join(folder, 'list.csv');
    writeFileSync(list, `id,url,enabled\nhouse,${server.url}/feed,no\n`);
    const listed = await runVerb(['feeds', 'import', file], {
      environment: {
        ...other,
        TARIFFWATCH_DATA_DIR: join(folder, 'third'),
        TARIFFWATCH_FEEDS: list,
      },
    });
    expect(listed.stdout).toContain(`${server.url}/feed: switched on as house`);
    app = await open();
  });
});
