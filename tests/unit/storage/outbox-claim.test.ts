// What a look at the outbox costs those who write.
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Store } from '../../../src/ports/store.ts';
import { DATABASE_FILE, openStore } from '../../../src/storage/open-store.ts';
import { openSqlite, type SqliteDatabase } from '../../../src/storage/sqlite-driver.ts';
import { aDelivery, NOON } from '../../support/deliveries.ts';
import { SILENT_LOG } from '../../support/silent-log.ts';
import { sqlitePlace, type TestPlace } from '../../support/stores.ts';

let place: TestPlace;
let store: Store;
let other: SqliteDatabase;

beforeEach(async () => {
  place = await sqlitePlace();
  store = await openStore({ ...place.place, log: SILENT_LOG });
  other = await openSqlite(join(place.place.dataDir, DATABASE_FILE));
});

afterEach(async () => {
  other.close();
  await store.close();
  await place.remove();
});

const claim = () =>
  store.claimDeliveries({ now: NOON, limit: 9, leaseMs: 30_000, platform: 'slack' });

it('finds that nothing is due while another process writes', async () => {
  await store.enqueue([aDelivery('C1', { notBefore: NOON + 1 })], NOON);
  other.exec('BEGIN IMMEDIATE');

  expect(await claim()).toEqual([]);
});

it('hands out nothing that is due until the other process has written', async () => {
  await store.enqueue([aDelivery('C1', { notBefore: NOON })], NOON);
  other.exec('BEGIN IMMEDIATE');

  const claimed = claim();
  const first = await Promise.race([claimed, new Promise((resolve) => setImmediate(resolve))]);
  other.exec('COMMIT');

  expect(first).toBeUndefined();
  expect(await claimed).toHaveLength(1);
});
