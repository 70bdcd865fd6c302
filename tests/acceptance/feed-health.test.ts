// What goes wrong with feeds is noticed and told in words: in the answer to `sources`, in the foot of a digest, and under the
// answers that state how far the bot looked. The program's parts with feeds on loopback and a clock of our own.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { App } from '../../src/app/create-app.ts';
import { DAY_MS, HOUR_MS } from '../../src/domain/day.ts';
import { printMessage } from '../../src/messages/print-message.ts';
import { askIn } from '../support/ask-in.ts';
import { type Behaviour, type FeedServer, startFeedServer } from '../support/feed-server.ts';
import { openLoopbackApp } from '../support/loopback-app.ts';
import { rssOf } from '../support/rss-wire.ts';

const TRADE = { platform: 'preview', tenantId: 'local', channelId: 'trade' } as const;
const START = Date.parse('2026-03-02T12:00:00Z');

describe('a feed that answers or fails oddly', () => {
  let server: FeedServer;
  let folder: string;
  let app: App;
  let now: number;

  beforeEach(async () => {
    server = await startFeedServer();
    folder = mkdtempSync(join(tmpdir(), 'tariffwatch-health-'));
    now = START;
    server.set('/well', page(0, 8));
    server.set('/odd', page(0, 8));
    app = await openLoopbackApp({
      server,
      folder,
      now: () => now,
      feeds: [
        `odd,Odd Office,US,${server.url}/odd,official,gazette`,
        `well,Well Office,US,${server.url}/well,official,gazette`,
      ],
    });
    await app.pollOnce();
  });

  afterEach(async () => {
    await app.stop();
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** So many items from a number on, one a day up to now; ids and addresses may be of another make. */
  function page(first: number, count: number, make = 'n'): Behaviour {
    const items = Array.from({ length: count }, (_, at) => ({
      title: `Office hours of week ${first + at}`,
      guid: `${make}-${first + at}`,
      link: `${server.url}/pages/${first + at}`,
      at: START - (10 - first - at) * HOUR_MS,
    }));
    return { kind: 'document', body: rssOf(items) };
  }

  const html = (body: string): Behaviour => ({ kind: 'document', type: 'text/html', body });

  async function ask(text: string): Promise<string> {
    return printMessage(await askIn(app, TRADE, text));
  }

  /** Polls both feeds after so long, the good one with something new of that hour. */
  async function pollAfter(ms: number): Promise<void> {
    now += ms;
    server.set('/well', {
      kind: 'document',
      body: rssOf([{ title: 'Office hours', guid: `w-${now}`, at: now - HOUR_MS }]),
    });
    await app.pollOnce(['odd', 'well']);
  }

  type Oddity = {
    readonly what: string;
    readonly answer: (all: { page: typeof page }) => Behaviour;
    readonly after?: number;
    readonly sources: RegExp;
    readonly foot: RegExp;
  };

  const ODDITIES: readonly Oddity[] = [
    {
      what: 'a window that ran past us',
      answer: () => page(20, 8),
      sources: /Window overrun at 2026-03-02 13:00 UTC: no item of that poll was in the one before/,
      foot: /answering, but look: Odd Office \(items may have come and gone unseen\)/,
    },
    {
      what: 'the same old items for days',
      answer: () => page(0, 8),
      after: 20 * DAY_MS,
      sources: /Stale: the newest item is 20 days old/,
      foot: /answering, but look: Odd Office \(nothing new for long\)/,
    },
    {
      what: 'no items any more',
      answer: () => ({ kind: 'document', body: rssOf([]) }),
      sources: /Empty: the feed is readable but has no items/,
      foot: /answering, but look: Odd Office \(no items in it\)/,
    },
    {
      what: 'new ids for all it has',
      answer: () => page(0, 8, 'other'),
      sources: /All guids changed at once; the items were recognised/,
      foot: /answering, but look: Odd Office \(all its items under new ids\)/,
    },
    {
      what: 'a web page',
      answer: () => html('<!doctype html><html><body>Maintenance</body></html>'),
      sources: /This is a web page, not a feed\./,
      foot: /in trouble: Odd Office \(This is a web page, not a feed\)/,
    },
    {
      what: 'a page that checks for robots',
      answer: () => html('<!doctype html><title>Just a moment...</title>'),
      sources: /sent a page that checks for robots instead of the feed/,
      foot: /in trouble: Odd Office \(The server sent a page that checks for robots/,
    },
    {
      what: 'nothing, with status 202',
      answer: () => ({ kind: 'status', status: 202 }),
      sources: /The answer is empty/,
      foot: /in trouble: Odd Office \(The answer is empty\)/,
    },
    {
      what: 'that it is gone for good',
      answer: () => ({ kind: 'status', status: 410 }),
      sources: /Paused[\s\S]*Odd Office odd: the publisher says that it is gone for good \(410\)/,
      foot: /in trouble: Odd Office \(paused: the publisher says that it is gone for good/,
    },
  ];

  it.each(ODDITIES)(
    'with $what is told of in sources, in the digest and under answers',
    async ({ answer, after = HOUR_MS, sources, foot }) => {
      expect(await ask('digest now')).toContain('2 of 2 feeds in order');
      server.set('/odd', answer({ page }));
      await pollAfter(after);

      const told = await ask('sources');
      expect(told).toMatch(sources);
      expect(told).toContain('2 feeds: 1 in order');
      for (const command of ['digest now', 'status japan']) {
        const words = await ask(command);
        expect(words).toContain('1 of 2 feeds in order');
        expect(words).toMatch(foot);
      }
    },
  );

  it('by 410 is asked no more until somebody resumes it', async () => {
    server.set('/odd', { kind: 'status', status: 410 });
    await pollAfter(HOUR_MS);
    const before = server.requests.filter(({ path }) => path === '/odd').length;

    for (let day = 0; day < 10; day += 1) {
      now += DAY_MS;
      await app.pollOnce();
    }
    expect(server.requests.filter(({ path }) => path === '/odd')).toHaveLength(before);

    server.set('/odd', page(0, 9));
    await ask('feed resume odd');
    await app.pollOnce();
    expect(server.requests.filter(({ path }) => path === '/odd')).toHaveLength(before + 1);
    expect(await ask('sources odd')).not.toContain('410');
  });
});
