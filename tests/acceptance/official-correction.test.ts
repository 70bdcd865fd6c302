// A gazette that corrects a figure of its notice: nobody is told news, the ledger stays, and the curators get it to compare.
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
const ACT = 'Imposing Section 232 Duties on Steel From Japan';
const SAYS =
  'Steel from Japan is subject to an additional 30 percent ad valorem rate of duty, effective March 12, 2026.';
const CORRECTS =
  'In the notice of 3 March the duty rate is corrected to read 35 percent, not 30 percent.';

describe('an official correction', () => {
  let server: FeedServer;
  let folder: string;
  let app: App;
  let now: number;
  let items: { title: string; description?: string; guid: string; link: string; at: number }[];

  beforeEach(async () => {
    server = await startFeedServer();
    folder = mkdtempSync(join(tmpdir(), 'tariffwatch-correction-'));
    now = Date.parse('2026-03-03T12:00:00Z');
    items = [];
    app = await openLoopbackApp({
      server,
      folder,
      now: () => now,
      feeds: [
        `gazette,The Gazette,US,${server.url}/gazette,gazette,gazette`,
        `wire,Harbour Wire,,${server.url}/wire,press,press`,
      ],
      environment: { TARIFFWATCH_LANE_SECONDS: '0', TARIFFWATCH_POLL_SECONDS: '60' },
    });
    await ask('watch steel');
    await publish('gazette', 'Office hours');
    await publish('gazette', ACT, SAYS);
  });

  afterEach(async () => {
    await app.stop();
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const ask = async (text: string) => printMessage(await askIn(app, DESK, text));

  async function publish(feed: 'gazette' | 'wire', title: string, description = ''): Promise<void> {
    now += HOUR_MS;
    const guid = `${feed}-${items.length}`;
    const link = `https://${feed}.example/${guid}`;
    items = [{ title, description, guid, link, at: now - MINUTE_MS }, ...items];
    for (const name of ['gazette', 'wire']) {
      const own = items.filter((one) => one.guid.startsWith(name));
      server.set(`/${name}`, { kind: 'document', body: rssOf(own) });
    }
    await app.pollOnce();
    await app.settle();
  }

  const posts = async () => (await app.store.deliveriesTo(DESK, 9)).length;

  it('waits for the curators with the entry named, is posted nowhere, and `why` says so', async () => {
    const [before, entries] = [await posts(), await app.store.ledgerEntries()];
    expect(before).toBe(1);
    expect(entries).toMatchObject([{ measure: { target: 'JP', rate: 3000 } }]);

    await publish('gazette', `${ACT}; Correction`, CORRECTS);

    const [open, ...others] = await app.store.openReviews();
    expect(others).toEqual([]);
    expect(open?.reason).toContain(`an official correction: compare it with ${entries[0]?.id}`);
    expect(await posts()).toBe(before);
    expect(await app.store.ledgerEntries()).toEqual(entries);
    const why = await ask(`why ${items[0]?.link}`);
    expect(why).toContain('an official correction, laid before the curators');
    expect(await ask(`review ${open?.id}`)).toContain('to read 35 percent');
  });

  it('reaches the curators once, though its page is edited', async () => {
    await publish('gazette', `${ACT}; Correction`, CORRECTS);
    const [correction] = items;
    if (correction === undefined) throw new Error('no correction');
    correction.description = `${CORRECTS} The rest stands.`;

    await publish('gazette', 'Opening hours');

    expect(await app.store.openReviews()).toHaveLength(1);
  });

  it('is compared with the act that came in the same poll', async () => {
    const act = ACT.replace('Steel', 'Aluminum');
    now += HOUR_MS;
    const link = 'https://gazette.example/aluminum';
    items = [
      {
        title: act,
        description: SAYS.replace('Steel', 'Aluminum'),
        guid: 'gazette-a',
        link,
        at: now,
      },
      ...items,
    ];

    await publish('gazette', `${act}; Correction`, CORRECTS);

    const [, entry] = await app.store.ledgerEntries();
    if (entry === undefined) throw new Error('the act made no entry');
    const [open] = await app.store.openReviews();
    expect(open).toMatchObject({
      storyId: entry.storyId,
      missing: [`a comparison with ${entry.id}`],
    });
  });

  it('in the words of the press is left to the press', async () => {
    await publish('wire', 'Harbour news');

    await publish('wire', `${ACT}; Correction`, CORRECTS);

    expect(await app.store.openReviews()).toEqual([]);
  });
});
