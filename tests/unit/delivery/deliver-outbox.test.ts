// The deliverer with the real embedded store, a channel in memory and a clock that is set by hand.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createDeliverer, type Deliverer } from '../../../src/delivery/deliver-outbox.ts';
import {
  type CrashPoint,
  DEFAULT_DELIVERER_LIMITS,
  type DelivererLimits,
  type DelivererParts,
} from '../../../src/delivery/deliver-outbox-attempt.ts';
import { HOUR_MS } from '../../../src/domain/day.ts';
import type { Delivery, SendOutcome } from '../../../src/domain/delivery.ts';
import { rendered } from '../../../src/domain/render-fault.ts';
import type { Platform } from '../../../src/domain/subscription.ts';
import type { Store } from '../../../src/ports/store.ts';
import type { ChannelPort, Log, SearchOutcome } from '../../../src/ports/world.ts';
import { openStore } from '../../../src/storage/open-store.ts';
import { aChannel, aDelivery, NOON } from '../../support/deliveries.ts';
import { SILENT_LOG } from '../../support/silent-log.ts';
import { sqlitePlace, type TestPlace } from '../../support/stores.ts';

type Call = {
  readonly verb: 'send' | 'edit';
  readonly to: string;
  readonly text: string;
  readonly receipt: string | null;
  readonly repeat: boolean;
};

type MemoryChannel = {
  readonly port: ChannelPort;
  readonly calls: Call[];
  answer: (call: Call) => SendOutcome | Promise<SendOutcome>;
  /** What it says when it is asked whether it answers. */
  probe: () => SendOutcome | null;
};

/** A platform in memory: it records each request and answers as it is told, at first with a new receipt. */
function memoryChannel(): MemoryChannel {
  const calls: Call[] = [];
  const channel: MemoryChannel = {
    calls,
    answer: () => ({
      kind: 'sent',
      receipt: `r${calls.length}`,
    }),
    probe: () => null,
    port: {
      platform: 'slack',
      probe: async () => channel.probe(),
      send: (settings, message, options) =>
        note({
          verb: 'send',
          to: settings.channel.channelId,
          text: message.summary,
          receipt: options.threadOf,
          repeat: options.possibleRepeat,
        }),
      edit: (settings, receipt, message, options) =>
        note({
          verb: 'edit',
          to: settings.channel.channelId,
          text: message.summary,
          receipt,
          repeat: options.possibleRepeat,
        }),
    },
  };
  async function note(call: Call): Promise<SendOutcome> {
    calls.push(call);
    return channel.answer(call);
  }
  return channel;
}

describe('the deliverer', () => {
  let place: TestPlace;
  let store: Store;
  let now = NOON;
  let channel = memoryChannel();

  beforeEach(async () => {
    place = await sqlitePlace();
    store = await openStore({ ...place.place, log: SILENT_LOG });
    now = NOON;
    channel = memoryChannel();
  });

  afterEach(async () => {
    vi.useRealTimers();
    await store.close();
    await place.remove();
  });

  function deliverer(
    limits: Partial<DelivererLimits> = {},
    parts: Partial<DelivererParts> = {},
  ): Deliverer {
    return createDeliverer({
      store,
      ports: new Map<Platform, ChannelPort>([['slack', channel.port]]),
      clock: { now: () => now },
      log: SILENT_LOG,
      limits: { ...DEFAULT_DELIVERER_LIMITS, ...limits },
      random: () => 0,
      ...parts,
    });
  }

  async function only(channelId = 'C1'): Promise<Delivery | undefined> {
    return (await store.deliveriesTo(aChannel(channelId), 1))[0];
  }

  it('sends what is due once, and writes down the receipt', async () => {
    const delivery = aDelivery('C1');
    await store.enqueue([delivery], NOON);
    const worker = deliverer();

    const counts = [await worker.runOnce(), await worker.runOnce()];

    expect(counts.map(({ claimed, sent }) => [claimed, sent])).toEqual([
      [1, 1],
      [0, 0],
    ]);
    expect(channel.calls).toEqual([
      { verb: 'send', to: 'C1', text: delivery.message.summary, receipt: null, repeat: false },
    ]);
    expect(await only()).toMatchObject({ state: 'sent', receipt: 'r1', sentAt: NOON });
  });

  it('edits the first post of a story, and answers it in its thread', async () => {
    await store.enqueue([aDelivery('C1', { storyId: 'S-1' })], NOON);
    const worker = deliverer();
    await worker.runOnce();
    await store.enqueue(
      [
        aDelivery('C1', { storyId: 'S-1', mode: 'edit', kind: 'update' }),
        aDelivery('C1', { storyId: 'S-1', mode: 'thread', kind: 'change' }),
      ],
      NOON,
    );

    for (now = NOON + 1_000; now <= NOON + 2_000; now += 1_000) await worker.runOnce();

    expect(channel.calls.slice(1).map(({ verb, receipt }) => [verb, receipt])).toEqual([
      ['edit', 'r1'],
      ['send', 'r1'],
    ]);
  });

  it('makes one request for an unclear answer, waits quietly, and marks the copy', async () => {
    await store.enqueue([aDelivery('C1')], NOON);
    channel.answer = () => ({ kind: 'ambiguous', reason: 'reply lost' });
    const worker = deliverer();

    const first = await worker.runOnce();
    now = NOON + 69_999;
    const early = await worker.runOnce();
    channel.answer = () => ({ kind: 'sent', receipt: 'r' });
    now = NOON + 70_000;
    const resend = await worker.runOnce();

    expect([first.unknown, early.claimed, resend.sent]).toEqual([1, 0, 1]);
    expect(channel.calls.map(({ repeat }) => repeat)).toEqual([false, true]);
  });

  it('makes one marked copy and no more: what is unclear then is listed, and sent again when somebody asks', async () => {
    await store.enqueue([aDelivery('C1')], NOON);
    channel.answer = () => ({ kind: 'ambiguous', reason: 'reply lost' });
    const worker = deliverer();

    for (now = NOON; now < NOON + 6 * HOUR_MS; now += 30_000) await worker.runOnce();

    expect(channel.calls.map(({ repeat }) => repeat)).toEqual([false, true]);
    const [letter] = await store.deadLetters(9);
    expect(letter).toMatchObject({
      state: 'dead',
      lastError: 'reply lost; it may have been posted',
    });

    channel.answer = () => ({ kind: 'sent', receipt: 'r' });
    await store.redeliver(letter?.id ?? 0, now);
    await worker.runOnce();

    expect(channel.calls.map(({ repeat }) => repeat)).toEqual([false, true, true]);
    expect(await only()).toMatchObject({ state: 'sent', receipt: 'r' });
  });

  it('does not spend the marked copy on a platform that gives no answer when it is asked', async () => {
    await store.enqueue([aDelivery('C1')], NOON);
    channel.answer = () => ({ kind: 'ambiguous', reason: 'HTTP 503' });
    channel.probe = () => ({ kind: 'ambiguous', reason: 'HTTP 503' });
    const worker = deliverer();

    for (now = NOON; now < NOON + 2 * HOUR_MS; now += 10_000) await worker.runOnce();
    expect(channel.calls).toHaveLength(1);
    channel.answer = () => ({ kind: 'sent', receipt: 'r' });
    channel.probe = () => null;
    for (; now < NOON + 3 * HOUR_MS; now += 10_000) await worker.runOnce();

    expect(channel.calls.map(({ repeat }) => repeat)).toEqual([false, true]);
    expect(await only()).toMatchObject({ state: 'sent' });
  });

  it('does not spend the marked copy while other messages still miss their answers', async () => {
    channel.answer = ({ to }) =>
      to === 'C1' || to.startsWith('F')
        ? { kind: 'ambiguous', reason: 'reply lost' }
        : { kind: 'sent', receipt: 'r' };
    await store.enqueue([aDelivery('C1')], NOON);
    const worker = deliverer();
    for (now = NOON; now < NOON + 600_000; now += 10_000) {
      if ((now - NOON) % 60_000 === 0) await store.enqueue([aDelivery(`F${now}`)], now);
      await worker.runOnce();
    }
    expect(channel.calls.filter(({ to }) => to === 'C1')).toHaveLength(1);

    channel.answer = () => ({ kind: 'sent', receipt: 'r' });
    for (; now < NOON + 900_000; now += 10_000) await worker.runOnce();

    expect(channel.calls.filter(({ to }) => to === 'C1').map(({ repeat }) => repeat)).toEqual([
      false,
      true,
    ]);
    expect(await store.oldestUnsentAt(now)).toBeNull();
  });

  it('takes for the channel what a question about it brings to light', async () => {
    await store.enqueue([aDelivery('C1')], NOON);
    channel.answer = () => ({ kind: 'ambiguous', reason: 'reply lost' });
    const worker = deliverer();
    await worker.runOnce();
    channel.probe = () => ({ kind: 'channel-gone', reason: 'is_archived' });
    now += 80_000;
    await worker.runOnce();

    expect(channel.calls).toHaveLength(1);
    expect(await store.channel(aChannel('C1'))).toMatchObject({ pausedReason: 'is_archived' });
    expect(await only()).toMatchObject({ state: 'retry' });
  });

  it('lets one channel wait for its rate limit while the others go on', async () => {
    channel.answer = ({ to }) =>
      to === 'C1'
        ? { kind: 'not-sent', reason: '429', retryAfterMs: 30_000, rateLimited: true }
        : { kind: 'sent', receipt: 'r' };
    await store.enqueue(
      ['C1', 'C2', 'C1', 'C2'].map((to) => aDelivery(to)),
      NOON,
    );
    const worker = deliverer();

    for (now = NOON; now < NOON + 29_000; now += 1_000) await worker.runOnce();

    expect(channel.calls.map(({ to }) => to)).toEqual(['C1', 'C2', 'C2']);
  });

  it('pauses a channel that has gone, once, and sends its messages when it is back', async () => {
    channel.answer = () => ({ kind: 'channel-gone', reason: 'is_archived' });
    await store.enqueue([aDelivery('C1'), aDelivery('C1')], NOON);
    const worker = deliverer();
    await worker.runOnce();
    now = NOON + 600_000;
    await worker.runOnce();

    expect(channel.calls).toHaveLength(1);
    expect(await store.channel(aChannel('C1'))).toMatchObject({ pausedReason: 'is_archived' });
    channel.answer = () => ({ kind: 'sent', receipt: 'r' });
    await store.resumeChannel(aChannel('C1'), now);
    await worker.runOnce();
    now += 1_000;
    await worker.runOnce();
    expect(channel.calls.slice(1).map(({ repeat }) => repeat)).toEqual([false, false]);
  });

  it('pauses every channel of a tenant that has gone, and no other', async () => {
    await store.touchChannel(aChannel('C2'), 'two', null, NOON);
    const elsewhere = { ...aChannel('C3'), tenantId: 'T2' };
    await store.touchChannel(elsewhere, 'three', null, NOON);
    channel.answer = () => ({ kind: 'tenant-gone', reason: 'token_revoked' });
    await store.enqueue([aDelivery('C1')], NOON);

    await deliverer().runOnce();

    const paused = (await store.channels()).map(({ channel: { channelId }, pausedReason }) => [
      channelId,
      pausedReason,
    ]);
    expect(paused).toEqual([
      ['C1', 'token_revoked'],
      ['C2', 'token_revoked'],
      ['C3', null],
    ]);
  });

  it('leaves the messages of a platform that is not connected where they are', async () => {
    await store.enqueue([aDelivery('C1')], NOON);

    const counts = await deliverer({}, { ports: new Map() }).runOnce();

    expect(counts.claimed).toBe(0);
    expect(await only()).toMatchObject({ state: 'pending', attempts: 0 });
  });

  it('risks no further message on a platform that does not answer, and asks it from time to time', async () => {
    channel.answer = () => ({ kind: 'ambiguous', reason: 'HTTP 503' });
    let asked = 0;
    channel.probe = () => {
      asked += 1;
      return { kind: 'ambiguous', reason: 'HTTP 503' };
    };
    await store.enqueue(
      Array.from({ length: 40 }, (_, index) => aDelivery(`C${index}`)),
      NOON,
    );
    const worker = deliverer({ maxInFlight: 5 });

    for (now = NOON; now < NOON + 120_000; now += 1_000) await worker.runOnce();
    const duringOutage = channel.calls.length;
    channel.answer = () => ({ kind: 'sent', receipt: 'r' });
    channel.probe = () => null;
    for (; now < NOON + 600_000; now += 1_000) await worker.runOnce();

    // Five were on the wire when it went down; after 15, 30 and 60 seconds it was asked.
    expect([duringOutage, asked]).toEqual([5, 3]);
    const late = channel.calls.slice(duringOutage);
    expect(late).toHaveLength(40);
    expect(late.filter(({ repeat }) => repeat)).toHaveLength(5);
    expect(await store.oldestUnsentAt(now)).toBeNull();
  });

  it('goes on with one platform while another does not answer', async () => {
    const teams = memoryChannel();
    channel.answer = () => new Promise<SendOutcome>(() => {});
    const toTeams = (name: string) => ({ ...aChannel(name), platform: 'teams' as const });
    await store.enqueue(
      Array.from({ length: 30 }, (_, index) => [
        aDelivery(`C${index}`),
        aDelivery(`C${index}`, { channel: toTeams(`C${index}`), storyId: 'S-teams' }),
      ]).flat(),
      NOON,
    );
    const ports = new Map<Platform, ChannelPort>([
      ['slack', channel.port],
      ['teams', { ...teams.port, platform: 'teams' }],
    ]);
    const worker = deliverer({}, { ports });

    worker.start();
    await vi.waitFor(async () => {
      const rows = await store.deliveriesOfStory('S-teams');
      expect(rows.filter(({ state }) => state === 'sent')).toHaveLength(30);
    }, 5_000);

    expect(channel.calls).toHaveLength(10);
    expect(await worker.drain(1)).toBe(10);
  });

  it('tells in one message what waited for hours, and what came since by itself', async () => {
    const old = Array.from({ length: 30 }, () => aDelivery('C1', { storyId: 'S-1' }));
    await store.enqueue(old, NOON);
    await store.enqueue([aDelivery('C2')], NOON);
    now = NOON + 7 * HOUR_MS;
    const fresh = aDelivery('C1', { notBefore: now });
    await store.enqueue([fresh], now);
    const worker = deliverer();

    await worker.runOnce();
    now += 1_000;
    await worker.runOnce();

    expect(channel.calls.map(({ to, text }) => [to, text])).toEqual([
      // A single late message is told as it is.
      ['C2', expect.stringMatching(/^message /)],
      ['C1', '30 tariff messages that waited'],
      ['C1', fresh.message.summary],
    ]);
    const states = (await store.deliveriesTo(aChannel('C1'), 99)).map(({ state }) => state);
    expect(states.filter((state) => state === 'skipped')).toHaveLength(29);
  });

  it('does not call late what quiet hours have held until now', async () => {
    const notBefore = NOON + 9 * HOUR_MS;
    await store.enqueue([aDelivery('C1', { notBefore }), aDelivery('C1', { notBefore })], NOON);
    now = notBefore;

    await deliverer().runOnce();

    expect(channel.calls.map(({ text }) => text)).toEqual([expect.stringMatching(/^message /)]);
  });

  it('sends what cannot be put into the form of the platform as plain text, which is no repeat', async () => {
    channel.answer = () =>
      channel.calls.length === 1
        ? rendered(() => {
            throw new Error('no such block');
          })
        : { kind: 'sent', receipt: 'r' };
    const delivery = aDelivery('C1');
    const buttons = [{ label: 'Why', command: 'why S-1' }];
    await store.enqueue([{ ...delivery, message: { ...delivery.message, buttons } }], NOON);

    await deliverer().runOnce();
    now += 1_000;
    await deliverer().runOnce();

    expect(await only()).toMatchObject({ state: 'sent', attempts: 2, message: { buttons: [] } });
    expect(channel.calls.map(({ repeat }) => repeat)).toEqual([false, false]);
  });

  describe('where the channel can be read', () => {
    const searches: unknown[] = [];
    let found: SearchOutcome = { kind: 'absent' };
    const looking = () => {
      const find = async (_: unknown, search: unknown) => {
        searches.push(search);
        return found;
      };
      const ports = new Map<Platform, ChannelPort>([['slack', { ...channel.port, find }]]);
      return deliverer({}, { ports });
    };

    /** One attempt whose answer was lost, and the look after the quiet wait. */
    async function afterALostAnswer(kind: 'alert' | 'digest'): Promise<Delivery | undefined> {
      searches.length = 0;
      channel.answer = () => ({ kind: 'ambiguous', reason: 'reply lost' });
      await store.enqueue([aDelivery('C1', { kind })], NOON);
      await looking().runOnce();
      channel.answer = () => ({ kind: 'sent', receipt: 'second' });
      now += DEFAULT_DELIVERER_LIMITS.quietMs + 1_000;
      await looking().runOnce();
      return only();
    }

    it.each(['alert', 'digest'] as const)('takes %s that stands for sent', async (kind) => {
      found = { kind: 'found', receipt: 'first' };

      expect(await afterALostAnswer(kind)).toMatchObject({ state: 'sent', receipt: 'first' });
      expect(channel.calls).toHaveLength(1);
      expect(searches).toEqual([{ deliveryId: expect.any(Number), threadOf: null, since: NOON }]);
    });

    it.each(['alert', 'digest'] as const)(
      'sends %s that does not stand again, unmarked',
      async (kind) => {
        found = { kind: 'absent' };

        expect(await afterALostAnswer(kind)).toMatchObject({ state: 'sent', receipt: 'second' });
        expect(channel.calls.map(({ repeat }) => repeat)).toEqual([false, false]);
      },
    );

    it('marks an alert, and does not repeat a digest, when nobody can say', async () => {
      found = { kind: 'unsure', reason: 'missing_scope' };

      expect(await afterALostAnswer('alert')).toMatchObject({ state: 'sent' });
      expect(channel.calls.map(({ repeat }) => repeat)).toEqual([false, true]);
      now += 1_000;
      expect(await afterALostAnswer('digest')).toMatchObject({ state: 'unknown' });
      expect(channel.calls).toHaveLength(3);
    });
  });

  it('takes a fault of the channel itself for an unclear answer, and goes on with the rest', async () => {
    channel.answer = ({ to }) => {
      if (to === 'C1') throw new Error('cannot render');
      return { kind: 'sent', receipt: 'r' };
    };
    await store.enqueue([aDelivery('C1'), aDelivery('C2')], NOON);

    const counts = await deliverer().runOnce();

    expect([counts.unknown, counts.sent]).toEqual([1, 1]);
  });

  it('gives up a poisoned message in the end, with its reason, and frees the channel', async () => {
    channel.answer = ({ text }) => {
      if (text === 'poison') throw new Error('cannot render');
      return { kind: 'sent', receipt: 'r' };
    };
    const message = { ...aDelivery('C1').message, summary: 'poison' };
    const poison = aDelivery('C1', { message });
    await store.enqueue([poison, aDelivery('C1')], NOON);
    const worker = deliverer();

    for (now = NOON; now < NOON + 3_600_000; now += 10_000) await worker.runOnce();

    const [letter, ...others] = await store.deadLetters(9);
    expect(letter).toMatchObject({ dedupeKey: poison.dedupeKey, attempts: 2 });
    expect(letter?.lastError).toContain('a fault of this program');
    expect(others).toEqual([]);
    expect(channel.calls.filter(({ text }) => text !== 'poison')).toHaveLength(1);
  });

  it('does not send what its lease no longer covers, and loses no attempt over it', async () => {
    await store.enqueue([aDelivery('C1')], NOON);
    // As if the process had been stopped between the claim and the request.
    const worker = deliverer(
      {},
      { crashPoint: (name) => (now = name === 'after-claim' ? now + 25_000 : now) },
    );
    const counts = await worker.runOnce();

    expect(counts).toMatchObject({ claimed: 1, retry: 1 });
    expect(channel.calls).toEqual([]);
    expect(await only()).toMatchObject({ state: 'retry', attempts: 0 });
  });

  it('makes what a vanished process was sending unclear, and sends it once more, marked', async () => {
    await store.enqueue([aDelivery('C1')], NOON);
    await store.claimDeliveries({ now: NOON, limit: 1, leaseMs: 30_000 });
    const worker = deliverer();

    for (now = NOON; now < NOON + 30_000 + 70_000; now += 5_000) await worker.runOnce();
    expect(channel.calls).toEqual([]);
    await worker.runOnce();

    expect(channel.calls).toMatchObject([{ repeat: true }]);
  });

  it('does not repeat a digest whose sender vanished', async () => {
    await store.enqueue([aDelivery('C1', { kind: 'digest' })], NOON);
    await store.claimDeliveries({ now: NOON, limit: 1, leaseMs: 30_000 });
    const worker = deliverer();

    for (now = NOON; now < NOON + 300_000; now += 10_000) await worker.runOnce();

    expect(channel.calls).toEqual([]);
    expect(await store.deadLetters(1)).toMatchObject([{ kind: 'digest' }]);
  });

  it('names the four instants at which a test may end it, in order', async () => {
    const points: CrashPoint[] = [];
    await store.enqueue([aDelivery('C1')], NOON);

    await deliverer({}, { crashPoint: (name) => points.push(name) }).runOnce();

    expect(points).toEqual(['after-claim', 'in-flight', 'accepted-before-record', 'after-record']);
  });

  it('keeps an outcome that cannot be written yet, instead of sending again', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    await store.enqueue([aDelivery('C1')], NOON);
    let failures = 2;
    const flaky: Store = {
      ...store,
      recordAttempt: (...args) => {
        failures -= 1;
        return failures >= 0 ? Promise.reject(new Error('gone')) : store.recordAttempt(...args);
      },
    };

    const round = deliverer({}, { store: flaky }).runOnce();
    await vi.waitFor(() => expect(failures).toBe(1));
    await vi.advanceTimersByTimeAsync(1_000);
    await vi.advanceTimersByTimeAsync(1_000);

    expect((await round).sent).toBe(1);
    expect(channel.calls).toHaveLength(1);
    expect(await only()).toMatchObject({ state: 'sent' });
  });

  it('never has more on the wire than the limit, and takes the next as soon as one is done', async () => {
    let flying = 0;
    let most = 0;
    channel.answer = async () => {
      flying += 1;
      most = Math.max(most, flying);
      await new Promise((resolve) => setImmediate(resolve));
      flying -= 1;
      return { kind: 'sent', receipt: 'r' };
    };
    await store.enqueue(
      Array.from({ length: 50 }, (_, index) => aDelivery(`C${index}`)),
      NOON,
    );
    const worker = deliverer({ maxInFlight: 7 });

    worker.start();
    await vi.waitFor(() => expect(channel.calls).toHaveLength(50), 5_000);
    await worker.drain(1_000);

    expect(most).toBe(7);
  });

  it('has a sixteenth of a large fan-out on the wire, however many the platform could take', async () => {
    let flying = 0;
    let most = 0;
    channel.answer = async () => {
      flying += 1;
      most = Math.max(most, flying);
      await new Promise((resolve) => setTimeout(resolve, 2));
      flying -= 1;
      return { kind: 'sent', receipt: 'r' };
    };
    await store.enqueue(
      Array.from({ length: 320 }, (_, index) => aDelivery(`C${index}`)),
      NOON,
    );
    const port: ChannelPort = { ...channel.port, atOnce: 100 };
    const worker = deliverer({ maxInFlight: 10 }, { ports: new Map([['slack', port]]) });

    worker.start();
    await vi.waitFor(() => expect(channel.calls).toHaveLength(320), 5_000);
    await worker.drain(1_000);

    expect(most).toBe(20);
  });

  it('is not held up by a channel that does not answer', async () => {
    channel.answer = ({ to }) =>
      to === 'C0' ? new Promise<SendOutcome>(() => {}) : { kind: 'sent', receipt: 'r' };
    await store.enqueue(
      Array.from({ length: 20 }, (_, index) => aDelivery(`C${index}`)),
      NOON,
    );
    const worker = deliverer({ maxInFlight: 2 });

    worker.start();
    await vi.waitFor(async () => {
      const states = await Promise.all(
        Array.from({ length: 19 }, (_, index) => only(`C${index + 1}`)),
      );
      expect(states.filter((one) => one?.state === 'sent')).toHaveLength(19);
    }, 5_000);
    const left = await worker.drain(1);

    expect(left).toBe(1);
    expect(await only('C0')).toMatchObject({ state: 'sending' });
  });

  it('finishes what is on the wire when it is drained, and claims nothing more', async () => {
    let release: (outcome: SendOutcome) => void = () => {};
    channel.answer = () =>
      new Promise((resolve) => {
        release = resolve;
      });
    await store.enqueue([aDelivery('C1'), aDelivery('C1')], NOON);
    const worker = deliverer();
    worker.start();
    await vi.waitFor(() => expect(channel.calls).toHaveLength(1));

    const drained = worker.drain(5_000);
    now = NOON + 5_000;
    worker.wake();
    release({ kind: 'sent', receipt: 'r' });

    expect(await drained).toBe(0);
    expect(channel.calls).toHaveLength(1);
    expect((await store.deliveriesTo(aChannel('C1'), 9)).map(({ state }) => state)).toEqual([
      'pending',
      'sent',
    ]);
  });

  it('says that the database does not answer, and goes on when it does', async () => {
    const said: string[] = [];
    const log: Log = { ...SILENT_LOG, error: (text) => said.push(text) };
    let away = true;
    const flaky: Store = {
      ...store,
      claimDeliveries: (options) =>
        away ? Promise.reject(new Error('gone')) : store.claimDeliveries(options),
    };
    await store.enqueue([aDelivery('C1')], NOON);
    const worker = deliverer({ pollMs: 1 }, { store: flaky, log });

    worker.start();
    await vi.waitFor(() => expect(said).toContain('the outbox could not be read'));
    away = false;
    await vi.waitFor(() => expect(channel.calls).toHaveLength(1));

    expect(await worker.drain(1_000)).toBe(0);
  });
});
