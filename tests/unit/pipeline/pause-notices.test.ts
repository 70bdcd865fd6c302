// Operators hear once of channels that can no longer be posted to, a tenant's together.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createPauseNotices } from '../../../src/pipeline/pause-notices.ts';
import type { Store } from '../../../src/ports/store.ts';
import { openStore } from '../../../src/storage/open-store.ts';
import { aChannel, NOON } from '../../support/deliveries.ts';
import { SILENT_LOG } from '../../support/silent-log.ts';
import { sqlitePlace, type TestPlace } from '../../support/stores.ts';

const OPERATORS = aChannel('COPS');
let place: TestPlace;
let store: Store;
let now = NOON;

beforeEach(async () => {
  place = await sqlitePlace();
  store = await openStore({ ...place.place, log: SILENT_LOG });
  now = NOON;
});

afterEach(async () => {
  await store.close();
  await place.remove();
});

const notices = () =>
  createPauseNotices({ store, adminChannel: OPERATORS, clock: { now: () => now } });

async function pause(channelId: string, reason: string, at: number): Promise<void> {
  await store.touchChannel(aChannel(channelId), `#${channelId}`, null, at);
  await store.pauseChannel(aChannel(channelId), reason, at);
}

async function told(): Promise<readonly string[]> {
  const rows = await store.deliveriesTo(OPERATORS, 9);
  return rows.map((row) => row.message.summary).toReversed();
}

it('tells of the channels of a tenant together, with the reason, and never again', async () => {
  const check = notices();
  await pause('C1', 'token_revoked', NOON);
  await pause('C2', 'token_revoked', NOON + 1_000);
  await pause('C3', 'is_archived', NOON + 2_000);

  const counts = [await check()];
  now = NOON + 600_000;
  counts.push(await check(), await check(), await notices()());

  expect(counts).toEqual([0, 2, 0, 0]);
  expect((await told()).toSorted()).toEqual([
    'Paused: 1 channel (slack): is_archived',
    'Paused: 2 channels (slack): token_revoked',
  ]);
});

it('says nothing of a channel that is back before it was told, nor of the operators’ own', async () => {
  const check = notices();
  await pause('C1', 'is_archived', NOON);
  await pause('COPS', 'is_archived', NOON);
  await store.resumeChannel(aChannel('C1'), NOON + 5_000);
  now = NOON + 600_000;

  expect(await check()).toBe(0);
});
