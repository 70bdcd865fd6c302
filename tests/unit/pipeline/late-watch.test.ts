// Operators hear of posts that do not get out, once an hour, and that it is over.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { HOUR_MS } from '../../../src/domain/day.ts';
import { createLateWatch, LATE_AFTER_MS } from '../../../src/pipeline/late-watch.ts';
import type { Store } from '../../../src/ports/store.ts';
import { openStore } from '../../../src/storage/open-store.ts';
import { aChannel, aDelivery, NOON, sentAt } from '../../support/deliveries.ts';
import { SILENT_LOG } from '../../support/silent-log.ts';
import { sqlitePlace, type TestPlace } from '../../support/stores.ts';

const OPERATORS = aChannel('COPS');
let place: TestPlace;
let store: Store;
let now = NOON;
const said: string[] = [];

beforeEach(async () => {
  place = await sqlitePlace();
  store = await openStore({ ...place.place, log: SILENT_LOG });
  now = NOON;
  said.length = 0;
});

afterEach(async () => {
  await store.close();
  await place.remove();
});

function watch(): ReturnType<typeof createLateWatch> {
  const note = (text: string): void => {
    said.push(text);
  };
  const log = { ...SILENT_LOG, info: note, warn: note };
  return createLateWatch({ store, adminChannel: OPERATORS, clock: { now: () => now }, log });
}

it('says nothing while posts get out in time, and of posts that wait for their time', async () => {
  const check = watch();
  await store.enqueue([aDelivery('C1', { notBefore: NOON + 10 * HOUR_MS })], NOON);
  now = NOON + LATE_AFTER_MS;

  expect(await check()).toBe(0);
  expect(said).toEqual([]);
});

it('tells the operators once an hour how long the oldest waits, and when it is over', async () => {
  const check = watch();
  await store.enqueue([aDelivery('C1')], NOON);
  const counts: number[] = [];
  for (const minutes of [9, 10, 11, 59, 60, 61]) {
    now = NOON + minutes * 60_000;
    counts.push(await check());
  }
  for (let round = 0; round < 3; round += 1) {
    for (const delivery of await store.claimDeliveries({ now, limit: 9, leaseMs: 30_000 })) {
      await store.recordAttempt(delivery, sentAt(now, 'r'), now);
    }
    now += 1_000;
  }
  await check();

  expect(counts).toEqual([0, 1, 0, 0, 1, 0]);
  const [last, first] = await store.deliveriesTo(OPERATORS, 9);
  expect([first, last].map((row) => row?.message.summary)).toEqual([
    'Posts are late: the oldest waits 10 min',
    'Posts are late: the oldest waits 1 h',
  ]);
  expect(said).toEqual(['posts are late', 'posts get out in time again']);
});
