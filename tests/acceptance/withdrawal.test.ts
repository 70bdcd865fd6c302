// A report that its only source takes back: whoever was told it is told so, on the post and in its thread; where the post still
// waits, nobody is told anything. The real program's parts with a feed on loopback and a clock of our own.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { App } from '../../src/app/create-app.ts';
import { HOUR_MS, MINUTE_MS } from '../../src/domain/day.ts';
import type { Delivery } from '../../src/domain/delivery.ts';
import { printMessage } from '../../src/messages/print-message.ts';
import { askIn } from '../support/ask-in.ts';
import { type FeedServer, startFeedServer } from '../support/feed-server.ts';
import { openLoopbackApp } from '../support/loopback-app.ts';
import { rssOf } from '../support/rss-wire.ts';

const DESK = { platform: 'preview', tenantId: 'local', channelId: 'desk' } as const;
const REPORT = 'Brazil threatens 40% tariff on steel from Chile';
const TAKEN_BACK = 'Brazil beats Chile 4-0 in a friendly';

describe('a report that its only source takes back', () => {
  let server: FeedServer;
  let folder: string;
  let app: App;
  let now: number;

  beforeEach(async () => {
    server = await startFeedServer();
    folder = mkdtempSync(join(tmpdir(), 'tariffwatch-withdrawal-'));
    now = Date.parse('2026-03-02T12:00:00Z');
    app = await openLoopbackApp({
      server,
      folder,
      now: () => now,
      feeds: [`wire,Harbour Wire,,${server.url}/wire,press,press`],
      environment: { TARIFFWATCH_LANE_SECONDS: '0', TARIFFWATCH_POLL_SECONDS: '60' },
    });
    await ask('watch steel');
    await publish();
  });

  afterEach(async () => {
    await app.stop();
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const ask = async (text: string) => printMessage(await askIn(app, DESK, text));

  /** The report as its page reads now; without a title the feed has only old items. */
  async function publish(title?: string, afterMs = HOUR_MS): Promise<void> {
    now += afterMs;
    const others = ['Office hours', 'Harbour news'].map((old) => ({ title: old, guid: old }));
    const items = [...(title === undefined ? [] : [{ title, guid: 'r1' }]), ...others].map(
      (item) => ({ ...item, link: `https://wire.example/${item.guid}`, at: now - MINUTE_MS }),
    );
    server.set('/wire', { kind: 'document', body: rssOf(items) });
    await app.pollOnce();
    await app.settle();
  }

  const told = async (): Promise<readonly Delivery[]> =>
    (await app.store.deliveriesTo(DESK, 9)).toReversed();

  it('is struck through on the post, and said in its thread with the reason', async () => {
    await publish(REPORT);
    now += 10 * MINUTE_MS;
    await app.settle();

    await publish(TAKEN_BACK);

    const rows = await told();
    expect(rows.map(({ kind, state }) => [kind, state])).toEqual([
      ['alert', 'sent'],
      ['update', 'sent'],
      ['withdrawal', 'sent'],
    ]);
    expect(rows.at(-1)?.message.summary).toMatch(/withdrawn/i);
    expect(await ask('why S-1')).toContain('Harbour Wire: its new words tell no step');
  });

  it('is told to nobody while its post still waits, and why-not says so', async () => {
    await publish(REPORT);

    await publish(TAKEN_BACK, 2 * MINUTE_MS);
    now += 10 * MINUTE_MS;
    await app.settle();

    const rows = await told();
    expect(rows.map(({ state }) => state)).toEqual(['withdrawn', 'withdrawn']);
    expect(await ask('why-not https://wire.example/r1')).toContain(
      'Not posted: the story was withdrawn (Harbour Wire: its new words tell no step',
    );
  });
});
