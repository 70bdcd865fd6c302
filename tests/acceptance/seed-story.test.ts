// The story of early 2025 through the real program: the sample wire as the world, its clock as the clock, the preview as
// the channel. Stated are the rules that a customs broker would check.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type App, createApp } from '../../src/app/create-app.ts';
import { loadConfig } from '../../src/config/load-config.ts';
import { type SampleWire, startSampleWire } from '../../src/demo/sample-wire.ts';
import type { Delivery } from '../../src/domain/delivery.ts';
import type { Message } from '../../src/domain/message.ts';
import type { Story } from '../../src/domain/story.ts';
import type { ChannelRef } from '../../src/domain/subscription.ts';
import { parseCatalogue } from '../../src/feeds/catalogue.ts';
import { createLog } from '../../src/infra/log.ts';
import { printMessage } from '../../src/messages/print-message.ts';
import { askIn } from '../support/ask-in.ts';

const CHANNEL: ChannelRef = { platform: 'preview', tenantId: 'local', channelId: 'metals' };

describe('steel and aluminium, February to June 2025', () => {
  let wire: SampleWire;
  let app: App;
  let folder: string;
  let faults = '';

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'tariffwatch-seed-'));
    wire = await startSampleWire({ port: 0, clock: { now: () => 0 } });
    const config = loadConfig({
      PORT: '0',
      TARIFFWATCH_DATA_DIR: folder,
      TARIFFWATCH_ALLOW_HOSTS: wire.host,
      TARIFFWATCH_GROUP_WAIT_SECONDS: '0',
      TARIFFWATCH_LANE_SECONDS: '0',
    });
    app = await createApp(config, {
      log: createLog({
        level: 'error',
        secrets: [],
        readable: true,
        write: (line) => {
          faults += line;
        },
      }),
      clock: { now: () => wire.now() },
      random: () => 0.5,
      feeds: parseCatalogue(wire.feedsCsv, 'sample wire'),
    });
    await app.start({ isQuiet: true });
    await ask('watch steel aluminium');
    await app.settle();
  }, 60_000);

  afterAll(async () => {
    await app?.stop();
    await wire?.stop();
    rmSync(folder, { recursive: true, force: true });
    expect(faults).toBe('');
  });

  const ask = (text: string): Promise<Message> =>
    askIn(app, CHANNEL, text, { userId: 'broker', userName: 'A broker' });

  const answer = async (text: string): Promise<string> => printMessage(await ask(text));

  /** Plays the story up to and including the last step before `instant`. */
  async function playUntil(instant: string): Promise<void> {
    while (
      !wire.position().ended &&
      wire.nextAt() !== null &&
      (wire.nextAt() ?? 0) < Date.parse(instant)
    ) {
      wire.advance();
      await app.settle();
    }
  }

  async function stories(): Promise<readonly Story[]> {
    return app.store.recentStories({ limit: 200, since: 0 });
  }

  async function posts(): Promise<readonly Delivery[]> {
    const sent = await app.store.deliveriesTo(CHANNEL, 500);
    return sent.filter((delivery) => delivery.state === 'sent').toReversed();
  }

  it('announces nothing from the first poll', async () => {
    expect(await posts()).toEqual([]);
  });

  it('tells a threat as a threat, before anything is signed', async () => {
    await playUntil('2025-02-10T20:00:00Z');

    const [first] = await posts();
    expect(first?.message.summary).toMatch(/threat|plan|says/i);
    expect(first?.message.summary).not.toMatch(/in force|takes effect|imposes/i);
  });

  it('announces the 25 % from 12 March 2025 once, however many sources tell it', async () => {
    await playUntil('2025-02-10T23:59:00Z');

    const announced = (await stories()).filter(
      (story) => story.stage === 'announced' && story.effectiveOn === '2025-03-12',
    );
    expect(announced.map((story) => story.rates.map((rate) => rate.pct))).toEqual([[25]]);
    expect(announced[0]?.imposers).toEqual(['US']);
    const alerts = (await posts()).filter(
      (post) => post.storyId === announced[0]?.id && post.kind === 'alert',
    );
    expect(alerts).toHaveLength(1);
  });

  it('takes electricity tariffs for no news', async () => {
    const all = (await stories()).flatMap((story) => story.sources.map((source) => source.title));

    expect(all.filter((title) => /electricity|hotel/i.test(title))).toEqual([]);
  });

  it('notes relief as sought for Japan, South Korea and Australia', async () => {
    await playUntil('2025-02-22T00:00:00Z');

    const seeking = (await stories())
      .filter((story) => story.relief === 'sought')
      .flatMap((story) => story.targets);
    expect(seeking).toEqual(expect.arrayContaining(['JP', 'KR', 'AU']));
  });

  it('moves nothing in the ledger for "great consideration" and for the word against it', async () => {
    expect(
      (await app.store.ledgerEntries()).filter((entry) => entry.measure.target === 'AU'),
    ).toEqual([]);
    expect(await answer('status australia steel')).toMatch(/25 ?%/);
  });

  it('answers on 13 February with the TRQ of 2022, the announced 25 % and the request', async () => {
    const text = await answer('status japan steel on 2025-02-13');

    expect(text).toMatch(/1[.,]25 ?(million|Mt)|1[ ,.]?250[ ,.]?000/i);
    expect(text).toMatch(/11 Mar(ch)? 2025/);
    expect(text).toMatch(/announced/i);
    expect(text).toMatch(/12 Mar(ch)? 2025/);
    expect(text).toMatch(/sought/i);
  });

  it('plays the story to its end with every post in a story and no story posted twice', async () => {
    await playUntil('2026-01-01T00:00:00Z');

    const alerts = (await posts()).filter((post) => post.kind === 'alert');
    const ids = alerts.map((post) => post.storyId);
    console.log(
      `sample story: ${alerts.length} alerts, ${(await posts()).length} deliveries, ${(await stories()).length} stories, ${(await app.store.ledgerEntries()).length} ledger entries`,
    );

    expect(ids.length).toBeGreaterThan(5);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).not.toContain(null);
  });

  it('answers with what a curator decided from the next question on', async () => {
    const [open] = await app.store.openReviews();
    expect(await answer('status canada beef on 2025-05-02 from us')).not.toContain('12.5%');

    const decided = await answer(
      `review ${open?.id} edit target:CA product:beef rate:12.5 basis:additional instrument:"Section 122" from:2025-05-01 because the order says so`,
    );

    expect(decided).toContain('1 ledger entry');
    expect(await answer('status canada beef on 2025-05-02 from us')).toContain(
      '12.5% on top of the normal duty, beef',
    );
  });
});
