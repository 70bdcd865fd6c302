// The outbox, the same rules on SQLite and on Postgres: order within a channel, leases, what an attempt leaves behind.
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import type { ClaimedDelivery, NewDelivery } from '../../src/domain/delivery.ts';
import type { ChannelRef } from '../../src/domain/subscription.ts';
import type { DeliveryTransition, Store } from '../../src/ports/store.ts';
import { openStore } from '../../src/storage/open-store.ts';
import { SILENT_LOG } from '../support/silent-log.ts';
import { testPlaces } from '../support/stores.ts';

const T0 = 1_750_000_000_000;
const LEASE_MS = 30_000;

function channel(name: string): ChannelRef {
  return { platform: 'slack', tenantId: 'T1', channelId: name };
}

let sequence = 0;
function aDelivery(to: string, changes: Partial<NewDelivery> = {}): NewDelivery {
  sequence += 1;
  return {
    dedupeKey: `key-${sequence}`,
    channel: channel(to),
    kind: 'alert',
    storyId: null,
    storyVersion: null,
    message: { summary: `message ${sequence}`, accent: 'info', blocks: [], buttons: [] },
    reason: 'new story',
    notBefore: T0,
    mode: 'post',
    ...changes,
  };
}

function sent(now: number, receipt: string): DeliveryTransition {
  return {
    state: 'sent',
    laneReadyAt: now + 1_000,
    notBefore: now,
    receipt,
    error: null,
    attempts: 1,
    message: null,
  };
}

function unsure(now: number, quietMs = 70_000): DeliveryTransition {
  return {
    state: 'unknown',
    laneReadyAt: now + 1_000,
    notBefore: now + quietMs,
    receipt: null,
    error: 'reply lost',
    attempts: 1,
    message: null,
  };
}

function dead(now: number): DeliveryTransition {
  return { ...unsure(now), state: 'dead', error: 'refused' };
}

for (const { name, open } of await testPlaces()) {
  describe(`outbox on ${name}`, async () => {
    const opened = await open();
    const store: Store = await openStore({ ...opened.place, log: SILENT_LOG });
    let to = '';

    beforeEach(() => {
      to = `C${(sequence += 1)}`;
    });

    afterAll(async () => {
      await store.close();
      await opened.remove();
    });

    /** The deliveries to this test's channel that may be sent at `now`. */
    async function claim(now: number): Promise<readonly ClaimedDelivery[]> {
      const all = await store.claimDeliveries({ now, limit: 100, leaseMs: LEASE_MS });
      for (const other of all) {
        if (!other.channel.channelId.startsWith(to)) throw new Error('a test left work behind');
      }
      return all;
    }

    async function finish(now: number): Promise<readonly string[]> {
      const order: string[] = [];
      for (let at = now; at < now + 1_000_000; at += 100_000) {
        for (const delivery of await claim(at)) {
          order.push(delivery.dedupeKey);
          await store.recordAttempt(delivery, sent(at, `r${delivery.id}`), at);
        }
      }
      return order;
    }

    it('inserts a dedupe key once, however often it is planned', async () => {
      const delivery = aDelivery(to);

      const counts = [
        await store.enqueue([delivery], T0),
        await store.enqueue([delivery, delivery], T0 + 1),
      ];

      expect(counts).toEqual([1, 0]);
      expect(await finish(T0)).toEqual([delivery.dedupeKey]);
      expect(await store.enqueue([delivery], T0 + 2)).toBe(0);
    });

    it('gives back what was enqueued, marked as sending', async () => {
      const delivery = aDelivery(to, { storyId: 'S-1', storyVersion: 3 });
      await store.enqueue([delivery], T0);

      const [claimed] = await claim(T0);

      expect(claimed).toMatchObject({
        ...delivery,
        state: 'sending',
        attempts: 0,
        attemptStartedAt: T0,
        firstReceipt: null,
        possibleRepeat: false,
        leaseUntil: T0 + LEASE_MS,
      });
      await finish(T0 + LEASE_MS * 100);
    });
  });
}
