// Operators hear once of posts that were given up, those of ten minutes together.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { MINUTE_MS } from '../../../src/domain/day.ts';
import { printMessage } from '../../../src/messages/print-message.ts';
import { createGivenUpNotices } from '../../../src/pipeline/given-up-notices.ts';
import type { Store } from '../../../src/ports/store.ts';
import { openStore } from '../../../src/storage/open-store.ts';
import { aChannel, aDelivery, deadAt, NOON } from '../../support/deliveries.ts';
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
  createGivenUpNotices({ store, adminChannel: OPERATORS, clock: { now: () => now } });

async function giveUp(channelId: string, at: number): Promise<void> {
  await store.enqueue([aDelivery(channelId)], at);
  for (const claimed of await store.claimDeliveries({ now: at, limit: 9, leaseMs: 30_000 })) {
    await store.recordAttempt(claimed, deadAt(at), at);
  }
}

it('tells of what was given up within ten minutes together, with the reason and how to send it again, and never again', async () => {
  const check = notices();
  await giveUp('C1', NOON);
  await giveUp('C2', NOON + 5 * MINUTE_MS);
  const counts = [await check()];
  now = NOON + 11 * MINUTE_MS;
  counts.push(await check(), await check(), await notices()());

  expect(counts).toEqual([0, 1, 0, 0]);
  const [row] = await store.deliveriesTo(OPERATORS, 9);
  const text = printMessage(
    row?.message ?? { summary: '', accent: 'info', blocks: [], buttons: [] },
  );
  expect(row?.message.summary).toBe('Given up: 2 posts (no use)');
  expect(text).toMatch(/1 in slack:\S+:C1: alert[\s\S]*2 in slack:\S+:C2: alert/);
  expect(text).toContain('debug redeliver');
});

it('says nothing of the operators’ own channel, nor of what was sent again meanwhile', async () => {
  await giveUp('COPS', NOON);
  await giveUp('C1', NOON + 1_000);
  const [letter] = await store.deadLetters(1, aChannel('C1'));
  await store.redeliver(letter?.id ?? 0, NOON + 2_000);
  now = NOON + 11 * MINUTE_MS;

  expect(await notices()()).toBe(0);
});
