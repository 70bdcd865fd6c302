// F22: yesterday's backup is put in place of the database. Nothing that may have been sent before is sent again, nothing
// of the gap is announced, and an operator can still send what was held.
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../src/ports/store.ts';
import { DATABASE_FILE, openStore } from '../../src/storage/open-store.ts';
import { PROGRESS_FILE } from '../../src/storage/restore-guard.ts';
import { aChannel, aDelivery, NOON, sentAt } from '../support/deliveries.ts';
import { SILENT_LOG } from '../support/silent-log.ts';
import { sqlitePlace, type TestPlace } from '../support/stores.ts';

const FEED = {
  id: 'f1',
  publisher: 'Ministry',
  country: 'US',
  url: 'https://example.org/f.xml',
  adapter: 'syndication',
  tier: 'authority',
  language: 'en',
  enabled: true,
  rhythmHours: null,
  notes: '',
} as const;

describe('after a restored backup', () => {
  let opened: TestPlace;
  let store: Store;
  const warnings: string[] = [];
  const log = { ...SILENT_LOG, warn: (text: string) => warnings.push(text) };

  beforeEach(async () => {
    warnings.length = 0;
    opened = await sqlitePlace();
    store = await openStore({ ...opened.place, log });
    await store.syncFeeds([FEED], NOON);
  });

  afterEach(async () => {
    await store.close();
    await opened.remove();
  });

  async function poll(at: number): Promise<void> {
    const [leased] = await store.claimDueFeeds({ now: at, leaseMs: 1_000, limit: 1, only: [] });
    if (leased === undefined) throw new Error('the feed was not due');
    const validators = { etag: '"1"', lastModified: null };
    const state = {
      ...leased.state,
      validators,
      baselineAt: NOON,
      lastPolledAt: at,
      nextPollAt: at,
    };
    await store.saveFeedState(state, leased.leaseToken);
  }

  async function restart(restoreFrom?: string): Promise<void> {
    await store.close();
    const { dataDir } = opened.place;
    if (restoreFrom !== undefined) {
      for (const suffix of ['', '-wal', '-shm']) {
        rmSync(join(dataDir, `${DATABASE_FILE}${suffix}`), { force: true });
      }
      const backup = await openStore({ dataDir: restoreFrom, databaseUrl: null, log: SILENT_LOG });
      await backup.backup(join(dataDir, DATABASE_FILE));
      await backup.close();
    }
    store = await openStore({ ...opened.place, log });
  }

  /** A backup, then a message that is sent and a poll: the backup knows of neither. */
  async function backUpAndGoOn(): Promise<string> {
    await poll(NOON);
    await store.enqueue([aDelivery('C1')], NOON);
    const folder = join(opened.place.dataDir, 'backup');
    await (await openStore({ dataDir: folder, databaseUrl: null, log: SILENT_LOG })).close();
    for (const suffix of ['', '-wal', '-shm']) {
      rmSync(join(folder, `${DATABASE_FILE}${suffix}`), { force: true });
    }
    await store.backup(join(folder, DATABASE_FILE));
    const [claimed] = await store.claimDeliveries({ now: NOON, limit: 1, leaseMs: 1_000 });
    if (claimed === undefined) throw new Error('nothing was due');
    await store.recordAttempt(claimed, sentAt(NOON, 'r'), NOON);
    await poll(NOON + 3_600_000);
    return folder;
  }

  it('holds what the backup would send again, and takes the next poll for the first', async () => {
    const backup = await backUpAndGoOn();

    await restart(backup);

    expect(await store.claimDeliveries({ now: NOON * 2, limit: 9, leaseMs: 1_000 })).toEqual([]);
    expect(await store.deadLetters(9)).toMatchObject([
      { lastError: expect.stringContaining('restored from a backup') },
    ]);
    expect(await store.feedStates()).toMatchObject([
      { baselineAt: null, validators: { etag: null, lastModified: null } },
    ]);
    expect(warnings).toEqual([expect.stringContaining('older than when this program last ran')]);
  });

  it('sends what was held when an operator asks for it', async () => {
    await restart(await backUpAndGoOn());
    const [letter] = await store.deadLetters(1);

    await store.redeliver(letter?.id ?? 0, NOON);

    const [claimed] = await store.claimDeliveries({ now: NOON, limit: 1, leaseMs: 1_000 });
    expect(claimed?.id).toBe(letter?.id);
  });

  it('holds once: the next start finds everything in order', async () => {
    await restart(await backUpAndGoOn());
    await store.enqueue([aDelivery('C1')], NOON);

    await restart();

    expect(warnings).toHaveLength(1);
    expect(await store.claimDeliveries({ now: NOON, limit: 9, leaseMs: 1_000 })).toHaveLength(1);
  });

  it('holds nothing after an ordinary restart', async () => {
    await poll(NOON);
    await store.enqueue([aDelivery('C1')], NOON);

    await restart();

    expect(warnings).toEqual([]);
    expect(await store.deliveriesTo(aChannel('C1'), 1)).toMatchObject([{ state: 'pending' }]);
  });

  it.each([
    ['is gone', (path: string) => rmSync(path)],
    ['cannot be read', (path: string) => writeFileSync(path, '{"database":')],
    [
      'is of another database',
      (path: string) => writeFileSync(path, JSON.stringify({ database: 'x', polledAt: NOON * 2 })),
    ],
  ])('holds nothing when the note %s: it cannot tell', async (_, spoil) => {
    const backup = await backUpAndGoOn();
    spoil(join(opened.place.dataDir, PROGRESS_FILE));

    await restart(backup);

    expect(warnings).toEqual([]);
    expect(await store.deadLetters(9)).toEqual([]);
  });
});
