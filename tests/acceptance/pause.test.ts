// Silence that a channel asked for: nothing is posted, nothing is lost, and only `resume` ends it. The real program's parts with
// a feed on loopback and a clock of our own.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { App } from '../../src/app/create-app.ts';
import { HOUR_MS, MINUTE_MS } from '../../src/domain/day.ts';
import { printMessage } from '../../src/messages/print-message.ts';
import { askIn } from '../support/ask-in.ts';
import { type FeedServer, startFeedServer } from '../support/feed-server.ts';
import { openLoopbackApp } from '../support/loopback-app.ts';
import { rssOf } from '../support/rss-wire.ts';

const DESK = { platform: 'preview', tenantId: 'local', channelId: 'desk' } as const;
const OPS = { platform: 'preview', tenantId: 'local', channelId: 'ops' } as const;
const REPORTS = [
  'Brazil imposes 40% tariff on steel from Chile',
  'Canada imposes 25% tariff on steel from Turkey',
  'India imposes 12% duty on steel from Vietnam',
];

describe('a channel that is paused by somebody in it', () => {
  let server: FeedServer;
  let folder: string;
  let app: App;
  let now: number;
  let published: { readonly title: string; readonly at: number }[];

  beforeEach(async () => {
    server = await startFeedServer();
    folder = mkdtempSync(join(tmpdir(), 'tariffwatch-pause-'));
    now = Date.parse('2026-03-02T12:00:00Z');
    published = [{ title: 'Office hours', at: now }];
    app = await openLoopbackApp({
      server,
      folder,
      now: () => now,
      feeds: [`wire,Harbour Wire,,${server.url}/wire,press,press`],
      environment: {
        TARIFFWATCH_LANE_SECONDS: '0',
        TARIFFWATCH_POLL_SECONDS: '60',
        TARIFFWATCH_ADMIN_CHANNEL: 'preview:local:ops',
      },
    });
    await ask('watch steel');
    await poll();
  });

  afterEach(async () => {
    await app.stop();
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const ask = async (text: string) => printMessage(await askIn(app, DESK, text));

  async function poll(): Promise<void> {
    now += MINUTE_MS * 2;
    const items = published.map(({ title, at }) => {
      return { title, link: `https://wire.example/${encodeURIComponent(title)}`, at };
    });
    server.set('/wire', { kind: 'document', body: rssOf(items) });
    await app.pollOnce();
    now += 10 * MINUTE_MS;
    await app.settle();
  }

  async function publish(title: string): Promise<void> {
    published.unshift({ title, at: now });
    await poll();
  }

  const told = async (channel: typeof DESK | typeof OPS = DESK) =>
    (await app.store.deliveriesTo(channel, 20)).toReversed();
  const states = async () => (await told()).map(({ kind, state }) => `${kind} ${state}`);

  it('is told nothing until it resumes, whatever else is asked there, and then everything once', async () => {
    expect(await ask('pause')).toContain('Paused: nothing is posted here');
    await publish(REPORTS[0] ?? '');
    await ask('mute japan 7d');
    await ask('watch copper');

    expect(await states()).toEqual(['alert pending']);
    expect(await ask('list')).toMatch(/Paused since 2 Mar 2026 12:\d\d UTC: asked for by Ann/);
    expect(await ask('why-not S-1')).toContain('asked for by Ann');
    expect(await ask('pause')).toContain('Paused already');

    expect(await ask('resume')).toContain('Posting here again. It was paused since 2 Mar 2026');
    await app.settle();
    expect(await states()).toEqual(['alert sent']);
    expect(await ask('resume')).toContain('This channel is not paused.');
  });

  it('tells in one message what waited for longer than six hours', async () => {
    await ask('pause');
    for (const report of REPORTS) await publish(report);
    now += 20 * HOUR_MS;

    await ask('resume');
    await app.settle();

    const sent = (await told()).filter(({ state }) => state === 'sent');
    expect(sent.map(({ message }) => message.summary)).toEqual(['3 tariff messages that waited']);
  });

  it('does not alarm the operators', async () => {
    await ask('pause');
    now += 30 * MINUTE_MS;
    await app.settle();

    expect(await told(OPS)).toEqual([]);
  });
});
