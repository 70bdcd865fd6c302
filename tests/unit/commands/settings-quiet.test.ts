// Quiet hours that are changed while posts wait for their end: the posts follow the new hours.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createCommandRunner } from '../../../src/commands/run-command.ts';
import { planDeliveries } from '../../../src/delivery/plan-deliveries.ts';
import { MINUTE_MS } from '../../../src/domain/day.ts';
import type { Story } from '../../../src/domain/story.ts';
import type { ChannelRef } from '../../../src/domain/subscription.ts';
import { createLedger } from '../../../src/ledger/create-ledger.ts';
import type { Store } from '../../../src/ports/store.ts';
import { openStore } from '../../../src/storage/open-store.ts';
import { SILENT_LOG } from '../../support/silent-log.ts';
import { aChange, aStory, aSubscription } from '../../support/story-builder.ts';

const NIGHT = Date.parse('2026-10-01T23:00:00Z');
const SEVEN = Date.parse('2026-10-02T07:00:00Z');
const NINE = Date.parse('2026-10-02T09:00:00Z');
const QUIET = 'settings quiet 22:00-07:00 UTC';

let folder: string;
let base: Store;
let now = NIGHT;
let number = 0;
let channel: ChannelRef;
const stories = new Map<string, Story>();

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'quiet-'));
  base = await openStore({ dataDir: folder, databaseUrl: null, log: SILENT_LOG });
});

afterAll(async () => {
  await base.close();
  rmSync(folder, { recursive: true, force: true });
});

beforeEach(async () => {
  for (const known of await base.channels()) await base.pauseChannel(known.channel, 'over', NIGHT);
  now = NIGHT;
  number += 1;
  channel = { platform: 'preview', tenantId: 'acme', channelId: `q${number}` };
});

function say(text: string) {
  const store: Store = { ...base, story: async (id) => stories.get(id) ?? null };
  const run = createCommandRunner({
    store,
    ledger: () => createLedger([]),
    feeds: [],
    clock: { now: () => now },
    log: SILENT_LOG,
    curateStory: () => Promise.reject(new Error('no story is decided on here')),
    newReference: () => `ref${number}`,
  });
  return run(text, {
    channel,
    channelName: '#trade',
    address: null,
    userId: 'U1',
    userName: 'ann',
  });
}

/** A new story, planned as a pass plans it now. */
async function publish(part: Partial<Story>): Promise<void> {
  const story = aStory({ id: `S-${number}`, openedAt: now, updatedAt: now, ...part });
  stories.set(story.id, story);
  const settings = (await base.channels()).map((one) => [one.channel.channelId, one] as const);
  const lanes = settings.map(([id, one]) => [`preview:acme:${id}`, one] as const);
  const planned = planDeliveries({
    change: aChange('new', story),
    matches: [aSubscription({ channel, createdAt: 0 })],
    sent: [],
    mutes: [],
    settings: new Map(lanes),
    now,
  });
  await base.enqueue(planned, now);
}

/** What goes out at `at`. */
async function claimedAt(at: number): Promise<readonly (string | null)[]> {
  const claimed = await base.claimDeliveries({ now: at, limit: 10, leaseMs: 30_000 });
  return claimed.map(({ storyId }) => storyId);
}

async function reasonStored(): Promise<string | undefined> {
  return (await base.deliveriesTo(channel, 1))[0]?.reason;
}

describe('a change of quiet hours', () => {
  it('sends what waits for their end with the next tick once they are off', async () => {
    await say(QUIET);
    await publish({ rung: 'gazette' });
    now += MINUTE_MS;
    expect(await claimedAt(now)).toEqual([]);

    await say('settings quiet off');

    expect(await claimedAt(now)).toEqual([`S-${number}`]);
  });

  it('is what the log then says of the posts that it let out, or holds', async () => {
    const because = (words: string) => `a new story${words}; asked for by: everything`;
    await publish({ rung: 'press' });
    expect(await reasonStored()).toBe(because(''));

    await say(QUIET);
    expect(await reasonStored()).toBe(because('; after the quiet hours'));
    await say('settings quiet off');
    expect(await reasonStored()).toBe(because('; let out by a change of the quiet hours'));
    await say('settings quiet 22:00-09:00 UTC');
    expect(await reasonStored()).toBe(because('; after the quiet hours'));
  });

  it('holds what waits until the new end where the hours now end later', async () => {
    await say(QUIET);
    await publish({ rung: 'gazette' });

    await say('settings quiet 22:00-09:00 UTC');

    expect(await claimedAt(SEVEN)).toEqual([]);
    expect(await claimedAt(NINE)).toEqual([`S-${number}`]);
  });

  it('lets an urgent act that waits pass where urgent acts now pass, and nothing else', async () => {
    await say(QUIET);
    await publish({ rung: 'gazette', stage: 'proposed' });
    await say(`${QUIET} urgent`);
    expect(await claimedAt(now)).toEqual([]);

    number += 1;
    await say(QUIET);
    await publish({ rung: 'gazette', stage: 'in-force' });
    expect(await claimedAt(now)).toEqual([]);
    await say(`${QUIET} urgent`);

    expect(await claimedAt(now)).toEqual([`S-${number}`]);
  });

  it('leaves a press report the time it waits for further reports', async () => {
    await say(QUIET);
    await publish({ rung: 'press' });
    now += MINUTE_MS;

    await say('settings quiet off');

    expect(await claimedAt(now)).toEqual([]);
    expect(await claimedAt(NIGHT + 4 * MINUTE_MS)).toEqual([`S-${number}`]);
  });
});
