// The outbox, the same rules on SQLite and on Postgres: order within a channel, leases, what an attempt leaves behind.
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import type { ClaimedDelivery } from '../../src/domain/delivery.ts';
import type { Platform } from '../../src/domain/subscription.ts';
import { openStore } from '../../src/storage/open-store.ts';
import {
  aChannel,
  aDelivery,
  deadAt,
  NOON,
  nextNumber,
  retryAt,
  sentAt,
  unclearAt,
} from '../support/deliveries.ts';
import { SILENT_LOG } from '../support/silent-log.ts';
import { testPlaces } from '../support/stores.ts';

const LEASE_MS = 30_000;
const QUIET_MS = 70_000;

for (const { name, open } of await testPlaces()) {
  describe(`outbox on ${name}`, async () => {
    const opened = await open();
    const store = await openStore({ ...opened.place, log: SILENT_LOG });
    let to = '';
    let story = '';

    beforeEach(async () => {
      // Work of the test before lies in other channels: it must not be claimed here.
      for (const { channel } of await store.channels())
        await store.pauseChannel(channel, 'test over', NOON);
      to = `C${nextNumber()}`;
      story = `S-${nextNumber()}`;
    });

    afterAll(async () => {
      await store.close();
      await opened.remove();
    });

    function claim(now: number, limit = 100): Promise<readonly ClaimedDelivery[]> {
      return store.claimDeliveries({ now, limit, leaseMs: LEASE_MS });
    }

    async function claimOne(now: number): Promise<ClaimedDelivery> {
      const [delivery, ...others] = await claim(now);
      if (delivery === undefined || others.length > 0) throw new Error('one delivery was expected');
      return delivery;
    }

    async function sendOne(now: number, receipt = `r-${nextNumber()}`): Promise<ClaimedDelivery> {
      const delivery = await claimOne(now);
      await store.recordAttempt(delivery, sentAt(now, receipt), now);
      return delivery;
    }

    async function stateOf(dedupeKey: string): Promise<string | undefined> {
      const all = await store.deliveriesTo(aChannel(to), 100);
      return all.find((delivery) => delivery.dedupeKey === dedupeKey)?.state;
    }

    it('lets a claim that finds answers waiting fill the places which these free', async () => {
      await store.enqueue([aDelivery(to), aDelivery(`${to}-b`), aDelivery(`${to}-c`)], NOON);
      const [first] = await claim(NOON, 1);
      let free = 0;

      const recorded = store.recordAttempt(first as ClaimedDelivery, sentAt(NOON, 'r'), NOON);
      const claimed = store.claimDeliveries({ now: NOON, limit: () => free, leaseMs: LEASE_MS });
      free = 2;

      expect(await recorded).toBe(true);
      expect(await claimed).toHaveLength(2);
      for (const one of await claimed) await store.recordAttempt(one, sentAt(NOON, 'r'), NOON);
    });

    it('enqueues a dedupe key once, however often it is planned, and never again after it was sent', async () => {
      const delivery = aDelivery(to);

      const first = await store.enqueue([delivery], NOON);
      const again = await store.enqueue([delivery, delivery], NOON);
      await sendOne(NOON);
      const afterwards = await store.enqueue([delivery], NOON);

      expect([first, again, afterwards]).toEqual([1, 0, 0]);
      expect(await claim(NOON + 60_000)).toEqual([]);
    });

    it('hands out what was enqueued, marked as sending', async () => {
      const delivery = aDelivery(to, { storyId: story, storyVersion: 3 });
      await store.enqueue([delivery], NOON);

      const claimed = await claimOne(NOON + 5);

      expect(claimed).toMatchObject({
        ...delivery,
        state: 'sending',
        attempts: 0,
        createdAt: NOON,
        attemptStartedAt: NOON + 5,
        leaseUntil: NOON + 5 + LEASE_MS,
        firstReceipt: null,
        possibleRepeat: false,
        settings: { channel: aChannel(to), pausedReason: null },
      });
      expect(await stateOf(delivery.dedupeKey)).toBe('sending');
    });

    it('keeps one message of a channel in flight, a second apart, in the order of planning', async () => {
      const planned = [aDelivery(to), aDelivery(to), aDelivery(to)];
      await store.enqueue(planned, NOON);

      const order: string[] = [];
      for (let now = NOON; now <= NOON + 2_000; now += 1_000) {
        const claimed = await claimOne(now);
        expect(await claim(now)).toEqual([]);
        order.push(claimed.dedupeKey);
        await store.recordAttempt(claimed, sentAt(now, 'r'), now);
        expect(await claim(now + 999)).toEqual([]);
      }

      expect(order).toEqual(planned.map((delivery) => delivery.dedupeKey));
    });

    it('serves many channels in one claim, at most the limit, the longest waiting first', async () => {
      const places = ['a', 'b', 'c'].map((suffix) => `${to}${suffix}`);
      await store.enqueue(
        places.map((place, index) => aDelivery(place, { notBefore: NOON + index })),
        NOON,
      );

      const first = await claim(NOON + 10, 2);
      const rest = await claim(NOON + 10, 2);

      expect(first.map((delivery) => delivery.channel.channelId)).toEqual(places.slice(0, 2));
      expect(rest.map((delivery) => delivery.channel.channelId)).toEqual(places.slice(2));
    });

    it('lets another story pass one that must wait', async () => {
      const waiting = aDelivery(to, { storyId: story, notBefore: NOON + 240_000 });
      const urgent = aDelivery(to, { storyId: `${story}0` });
      await store.enqueue([waiting, urgent], NOON);

      const first = await sendOne(NOON);
      const early = await claim(NOON + 239_999);
      const second = await sendOne(NOON + 240_000);

      expect([first.dedupeKey, second.dedupeKey]).toEqual([urgent.dedupeKey, waiting.dedupeKey]);
      expect(early).toEqual([]);
    });

    it('never tells a story out of order: what follows waits as long as what came before', async () => {
      const alert = aDelivery(to, { storyId: story, notBefore: NOON + 240_000 });
      const change = aDelivery(to, { storyId: story, mode: 'thread', kind: 'change' });
      await store.enqueue([alert], NOON);
      await store.enqueue([change], NOON);

      expect(await claim(NOON + 239_999)).toEqual([]);
      const first = await claimOne(NOON + 240_000);
      await store.recordAttempt(first, unclearAt(NOON + 240_000, NOON + 400_000), NOON + 240_000);
      expect(await claim(NOON + 399_999)).toEqual([]);
      const resend = await claimOne(NOON + 400_000);

      expect(resend.dedupeKey).toBe(alert.dedupeKey);
    });

    it('gives edits and answers the receipt of the first post of their story in that channel', async () => {
      const other = aDelivery(to, { storyId: `${story}0` });
      await store.enqueue([other, aDelivery(to, { storyId: story })], NOON);
      await sendOne(NOON, 'ts-other');
      await sendOne(NOON + 1_000, 'ts-first');
      await store.enqueue([aDelivery(to, { storyId: story, mode: 'thread' })], NOON);
      const answer = await sendOne(NOON + 2_000, 'ts-answer');
      await store.enqueue([aDelivery(to, { storyId: story, mode: 'edit' })], NOON);
      const edit = await sendOne(NOON + 3_000, 'ts-first');

      expect(answer).toMatchObject({ mode: 'thread', firstReceipt: 'ts-first' });
      expect(edit).toMatchObject({ mode: 'edit', firstReceipt: 'ts-first' });
    });

    it('posts an edit by itself when its story has no post here, and later edits find that post', async () => {
      const alert = aDelivery(to, { storyId: story });
      await store.enqueue([alert], NOON);
      await store.recordAttempt(await claimOne(NOON), deadAt(NOON), NOON);
      await store.enqueue([aDelivery(to, { storyId: story, mode: 'edit' })], NOON);

      const posted = await sendOne(NOON + 1_000, 'ts-late');
      await store.enqueue([aDelivery(to, { storyId: story, mode: 'edit' })], NOON);
      const edit = await claimOne(NOON + 2_000);

      expect(posted).toMatchObject({ mode: 'post', firstReceipt: null });
      expect(edit).toMatchObject({ mode: 'edit', firstReceipt: 'ts-late' });
    });

    it('skips an edit that a newer edit of the same story overtakes, and nothing else', async () => {
      const alert = aDelivery(to, { storyId: story });
      await store.enqueue([alert], NOON);
      await sendOne(NOON);
      const older = aDelivery(to, { storyId: story, mode: 'edit' });
      const answer = aDelivery(to, { storyId: story, mode: 'thread' });
      const elsewhere = aDelivery(to, { storyId: `${story}0`, mode: 'edit' });
      await store.enqueue([older, answer, elsewhere], NOON);
      const newer = aDelivery(to, { storyId: story, mode: 'edit' });

      await store.enqueue([newer], NOON);
      await store.enqueue([older], NOON);

      const sent: string[] = [];
      for (let now = NOON + 1_000; now <= NOON + 3_000; now += 1_000) {
        sent.push((await sendOne(now)).dedupeKey);
      }
      expect(sent).toEqual([answer, elsewhere, newer].map((delivery) => delivery.dedupeKey));
      expect(await stateOf(older.dedupeKey)).toBe('skipped');
      expect(await claim(NOON + 100_000)).toEqual([]);
    });

    it('writes the latest state into the post that still waits, which goes out at the earlier time', async () => {
      const waiting = aDelivery(to, { storyId: story, kind: 'alert', notBefore: NOON + 240_000 });
      const latest = aDelivery(to, {
        storyId: story,
        storyVersion: 2,
        kind: 'update',
        mode: 'edit',
        replacesUnsent: true,
      });
      await store.enqueue([waiting], NOON);

      const added = await store.enqueue([latest], NOON + 1_000);
      const again = await store.enqueue([latest], NOON + 1_000);

      const sent = await sendOne(NOON + 1_000);
      expect([added, again]).toEqual([1, 0]);
      expect(sent).toMatchObject({
        dedupeKey: waiting.dedupeKey,
        reason: waiting.reason,
        mode: 'post',
        message: latest.message,
        storyVersion: 2,
      });
      expect(await stateOf(latest.dedupeKey)).toBe('skipped');
      expect(await claim(NOON + 300_000)).toEqual([]);
    });

    it('takes back the post that still waits when its story is withdrawn, and whatever waits behind it', async () => {
      const waiting = aDelivery(to, { storyId: story, kind: 'alert', notBefore: NOON + 240_000 });
      const other = aDelivery(to, {
        storyId: `${story}x`,
        kind: 'alert',
        notBefore: NOON + 240_000,
      });
      const elsewhere = aDelivery(`${to}b`, { storyId: story, kind: 'alert' });
      const edit = aDelivery(to, {
        storyId: story,
        kind: 'update',
        mode: 'edit',
        replacesUnsent: true,
        takesBackUnsent: true,
      });
      await store.enqueue([waiting, other, elsewhere], NOON);

      await store.enqueue([edit], NOON + 1_000);

      const sent = await claim(NOON + 300_000);
      expect(sent.map(({ dedupeKey }) => dedupeKey).toSorted()).toEqual(
        [other.dedupeKey, elsewhere.dedupeKey].toSorted(),
      );
      expect(await stateOf(waiting.dedupeKey)).toBe('withdrawn');
      expect(await stateOf(edit.dedupeKey)).toBe('withdrawn');
    });

    it('tells of a withdrawal by an edit when the post has gone out in the meantime', async () => {
      const edit = aDelivery(to, {
        storyId: story,
        kind: 'update',
        mode: 'edit',
        replacesUnsent: true,
        takesBackUnsent: true,
      });
      await store.enqueue([aDelivery(to, { storyId: story, kind: 'alert' })], NOON);
      const post = await sendOne(NOON);

      await store.enqueue([edit], NOON);

      const told = await sendOne(NOON + 2_000);
      expect(told).toMatchObject({ dedupeKey: edit.dedupeKey, mode: 'edit' });
      expect(post.dedupeKey).not.toBe(edit.dedupeKey);
    });

    it('puts an edit that still waits off no further when a newer one comes', async () => {
      await store.enqueue([aDelivery(to, { storyId: story, kind: 'alert' })], NOON);
      await sendOne(NOON);
      const edit = (notBefore: number) =>
        aDelivery(to, {
          storyId: story,
          kind: 'update',
          mode: 'edit',
          replacesUnsent: true,
          notBefore,
        });
      const answer = aDelivery(to, {
        storyId: story,
        kind: 'change',
        mode: 'thread',
        notBefore: NOON + 90_000,
      });
      const [first, second] = [edit(NOON + 60_000), edit(NOON + 120_000)];

      await store.enqueue([first, answer], NOON);
      await store.enqueue([second], NOON + 1_000);

      const sent = await sendOne(NOON + 60_000);
      expect(sent).toMatchObject({ dedupeKey: first.dedupeKey, message: second.message });
      expect((await sendOne(NOON + 100_000)).message).toEqual(answer.message);
    });

    it('lets an edit pass an answer that waits, and an urgent answer take the waiting one along', async () => {
      await store.enqueue([aDelivery(to, { storyId: story, kind: 'alert' })], NOON);
      await sendOne(NOON);
      const answer = (notBefore: number) =>
        aDelivery(to, { storyId: story, kind: 'change', mode: 'thread', notBefore });
      const waiting = answer(NOON + 3_600_000);
      const edit = aDelivery(to, {
        storyId: story,
        kind: 'update',
        mode: 'edit',
        replacesUnsent: true,
        notBefore: NOON + 1_000,
      });
      const urgent = answer(NOON + 2_000);

      await store.enqueue([waiting], NOON + 1_000);
      await store.enqueue([edit], NOON + 1_000);
      const first = await sendOne(NOON + 1_000);
      expect(await claim(NOON + 60_000)).toEqual([]);
      await store.enqueue([urgent], NOON + 60_000);

      const told = [first, await sendOne(NOON + 60_000), await sendOne(NOON + 61_000)];
      expect(told.map(({ dedupeKey }) => dedupeKey)).toEqual(
        [edit, waiting, urgent].map(({ dedupeKey }) => dedupeKey),
      );
    });

    it('leaves a message that may have been posted as it is: the latest state is an edit of its own', async () => {
      const post = aDelivery(to, { storyId: story, kind: 'alert' });
      await store.enqueue([post], NOON);
      const attempt = await claimOne(NOON);
      await store.recordAttempt(attempt, unclearAt(NOON, NOON + 10_000), NOON);
      const latest = aDelivery(to, {
        storyId: story,
        kind: 'update',
        mode: 'edit',
        replacesUnsent: true,
      });

      await store.enqueue([latest], NOON + 1_000);

      expect((await sendOne(NOON + 20_000)).message).toEqual(post.message);
      expect((await sendOne(NOON + 30_000)).dedupeKey).toBe(latest.dedupeKey);
    });

    it('holds the lane for a retry', async () => {
      await store.enqueue([aDelivery(to), aDelivery(to)], NOON);
      const first = await claimOne(NOON);
      await store.recordAttempt(first, retryAt(NOON + 8_000), NOON);

      expect(await claim(NOON + 7_999)).toEqual([]);
      const again = await claimOne(NOON + 8_000);

      expect(again).toMatchObject({ id: first.id, attempts: 1, possibleRepeat: false });
    });

    it('marks every copy after an unclear answer as a possible repeat', async () => {
      await store.enqueue([aDelivery(to)], NOON);
      await store.recordAttempt(await claimOne(NOON), unclearAt(NOON, NOON + QUIET_MS), NOON);

      const second = await claimOne(NOON + QUIET_MS);
      await store.recordAttempt(second, retryAt(NOON + 90_000), NOON + QUIET_MS);
      const third = await claimOne(NOON + 90_000);

      expect([second.possibleRepeat, second.unclearAttempts]).toEqual([true, 1]);
      expect([third.possibleRepeat, third.unclearAttempts]).toEqual([true, 1]);
    });

    it('does not call a repeated edit a repeat: it leaves one post', async () => {
      await store.enqueue([aDelivery(to, { storyId: story })], NOON);
      await sendOne(NOON);
      await store.enqueue([aDelivery(to, { storyId: story, mode: 'edit' })], NOON);
      await store.recordAttempt(await claimOne(NOON + 1_000), unclearAt(NOON, NOON + 2_000), NOON);

      const again = await claimOne(NOON + 2_000);

      expect(again).toMatchObject({ mode: 'edit', possibleRepeat: false });
    });

    it('makes a delivery unclear when its lease ends, and waits quietly before the resend', async () => {
      await store.enqueue([aDelivery(to), aDelivery(to)], NOON);
      const first = await claimOne(NOON);

      const early = await store.expireLeases(NOON + LEASE_MS - 1, QUIET_MS);
      const blocked = await claim(NOON + LEASE_MS + 1);
      const expired = await store.expireLeases(NOON + LEASE_MS, QUIET_MS);
      const next = await sendOne(NOON + LEASE_MS);
      const resend = await claimOne(NOON + LEASE_MS + QUIET_MS);

      expect([early, blocked, expired]).toEqual([0, [], 1]);
      expect(next.id).not.toBe(first.id);
      expect(resend).toMatchObject({ id: first.id, possibleRepeat: true, attempts: 1 });
    });

    it('takes an answer that comes after the lease, as long as nobody tried again', async () => {
      const delivery = aDelivery(to);
      await store.enqueue([delivery], NOON);
      const claimed = await claimOne(NOON);
      await store.expireLeases(NOON + LEASE_MS, QUIET_MS);

      const taken = await store.recordAttempt(
        claimed,
        sentAt(NOON + 40_000, 'late'),
        NOON + 40_000,
      );

      expect(taken).toBe(true);
      expect(await stateOf(delivery.dedupeKey)).toBe('sent');
      expect(await claim(NOON + 200_000)).toEqual([]);
    });

    it('refuses an answer from a lease that has passed to another', async () => {
      const delivery = aDelivery(to);
      await store.enqueue([delivery], NOON);
      const first = await claimOne(NOON);
      await store.expireLeases(NOON + LEASE_MS, QUIET_MS);
      const second = await claimOne(NOON + LEASE_MS + QUIET_MS);

      const late = await store.recordAttempt(first, deadAt(NOON), NOON);
      const proper = await store.recordAttempt(second, sentAt(NOON + 200_000, 'r'), NOON + 200_000);
      const twice = await store.recordAttempt(second, deadAt(NOON), NOON);

      expect([late, proper, twice]).toEqual([false, true, false]);
      expect(await stateOf(delivery.dedupeKey)).toBe('sent');
    });

    it('keeps the messages of a paused channel and sends them when it resumes', async () => {
      const before = aDelivery(to);
      const while_ = aDelivery(to);
      await store.enqueue([before], NOON);
      const paused = await store.pauseChannel(aChannel(to), 'is_archived', NOON);
      const again = await store.pauseChannel(aChannel(to), 'other', NOON + 1);
      await store.enqueue([while_], NOON);

      expect(await claim(NOON + 1_000_000)).toEqual([]);
      const resumed = await store.resumeChannel(aChannel(to), NOON);
      const first = await sendOne(NOON + 1_000_000);
      const second = await sendOne(NOON + 1_001_000);

      expect([paused, again, resumed]).toEqual([true, false, true]);
      expect(await store.channel(aChannel(to))).toMatchObject({ pausedReason: null });
      expect([first.dedupeKey, second.dedupeKey]).toEqual([before.dedupeKey, while_.dedupeKey]);
    });

    it('ends a pause that somebody asked for only when it is resumed, not when the channel speaks again', async () => {
      const ref = aChannel(to);
      await store.enqueue([aDelivery(to)], NOON);
      await store.pauseChannel(ref, 'asked for by Ann', NOON, 'Ann');
      const touched = await store.touchChannel(ref, '#desk', null, NOON + 1);

      expect(touched).toMatchObject({ pausedBy: 'Ann', pausedReason: 'asked for by Ann' });
      expect(await claim(NOON + 1_000_000)).toEqual([]);
      expect(await store.resumeChannel(ref, NOON + 2)).toBe(true);
      expect(await store.channel(ref)).toMatchObject({ pausedBy: null, pausedReason: null });
      expect(await claim(NOON + 1_000_000)).toHaveLength(1);
    });

    it('ends a pause of the platform when the channel speaks again', async () => {
      await store.pauseChannel(aChannel(to), 'is_archived', NOON);

      expect(await store.touchChannel(aChannel(to), '#desk', null, NOON + 1)).toMatchObject({
        pausedReason: null,
      });
    });

    it('ends a pause also where the first message of the channel is planned at the same instant', async () => {
      const channels = Array.from({ length: 40 }, (_, index) => `${to}-${index}`);
      for (const channel of channels) await store.pauseChannel(aChannel(channel), 'gone', NOON);
      await Promise.all([
        store.enqueue(
          channels.map((channel) => aDelivery(channel)),
          NOON,
        ),
        ...channels.map((channel) => store.resumeChannel(aChannel(channel), NOON)),
      ]);

      const claimed = (await claim(NOON + 1_000_000)).map(({ channel }) => channel.channelId);
      expect(claimed.toSorted()).toEqual(channels.toSorted());
    });

    it('pauses a channel that it hears of for the first time, and its later messages wait', async () => {
      await store.pauseChannel(aChannel(to), 'bot removed', NOON);
      await store.enqueue([aDelivery(to)], NOON);

      expect(await claim(NOON + 1_000)).toEqual([]);
    });

    it('frees the lane of a dead letter, lists it, and sends it again by hand', async () => {
      const refused = aDelivery(to);
      const next = aDelivery(to);
      await store.enqueue([refused, next], NOON);
      const claimed = await claimOne(NOON);
      await store.recordAttempt(claimed, deadAt(NOON), NOON);

      const following = await sendOne(NOON + 1_000);
      const [letter] = await store.deadLetters(1);
      const [elsewhere, here] = await Promise.all([
        store.deadLetters(1, aChannel(`${to}-other`)),
        store.deadLetters(1, aChannel(to)),
      ]);
      const redelivered = await store.redeliver(claimed.id, NOON + 5_000);
      const twice = await store.redeliver(claimed.id, NOON + 5_000);
      const resend = await sendOne(NOON + 5_000);

      expect(following.dedupeKey).toBe(next.dedupeKey);
      expect(letter).toMatchObject({ id: claimed.id, state: 'dead', lastError: 'no use' });
      expect([elsewhere, here]).toEqual([[], [letter]]);
      expect([redelivered, twice]).toEqual([true, false]);
      expect(resend).toMatchObject({ id: claimed.id, attempts: 0 });
      expect(await store.redeliver(999_999, NOON)).toBe(false);
    });

    it('notes on the channel when it was last posted to and what failed last', async () => {
      await store.enqueue([aDelivery(to), aDelivery(to)], NOON);
      await store.recordAttempt(await claimOne(NOON), deadAt(NOON), NOON);
      const failed = await store.channel(aChannel(to));
      await sendOne(NOON + 1_000);
      const fine = await store.channel(aChannel(to));

      expect(failed).toMatchObject({ lastPostAt: null, lastFailure: 'no use' });
      expect(fine).toMatchObject({ lastPostAt: NOON + 1_000, lastFailure: null });
    });

    it('replaces the message when an attempt asks for a simpler one', async () => {
      await store.enqueue([aDelivery(to)], NOON);
      const simpler = { summary: 'simpler', accent: 'info', blocks: [], buttons: [] } as const;
      const claimed = await claimOne(NOON);
      await store.recordAttempt(claimed, { ...retryAt(NOON + 1_000), message: simpler }, NOON);

      const again = await claimOne(NOON + 1_000);

      expect(again.message).toEqual(simpler);
    });

    it('plans a digest once a local day, never for an earlier one, and in the same commit as the day', async () => {
      await store.setDigest(aChannel(to), {
        minuteOfDay: 510,
        zone: 'Asia/Tokyo',
        weekdaysOnly: false,
        changedAt: NOON,
        lastDay: null,
      });
      const digest = () => aDelivery(to, { kind: 'digest' });

      const planned = [
        await store.enqueueDigest(digest(), '2025-06-15', NOON),
        await store.enqueueDigest(digest(), '2025-06-15', NOON),
        await store.enqueueDigest(digest(), '2025-06-14', NOON),
        await store.enqueueDigest(digest(), '2025-06-16', NOON + 2),
      ];

      expect(planned).toEqual([true, false, false, true]);
      expect((await store.channel(aChannel(to)))?.digest).toMatchObject({
        lastDay: '2025-06-16',
        toldUntil: NOON + 2,
      });
      expect(await store.deliveriesTo(aChannel(to), 10)).toHaveLength(2);
    });

    it('hands out only the channels of the platform that is asked for', async () => {
      const onTeams = aDelivery(to, { channel: { ...aChannel(to), platform: 'teams' } });
      const onSlack = aDelivery(to);
      await store.enqueue([onTeams, onSlack], NOON);

      const options = { now: NOON, limit: 9, leaseMs: LEASE_MS };
      const preview = await store.claimDeliveries({ ...options, platform: 'preview' });
      const slack = await store.claimDeliveries({ ...options, platform: 'slack' });
      const rest = await store.claimDeliveries(options);

      expect(preview).toEqual([]);
      expect(slack.map((delivery) => delivery.dedupeKey)).toEqual([onSlack.dedupeKey]);
      expect(rest.map((delivery) => delivery.dedupeKey)).toEqual([onTeams.dedupeKey]);
    });

    it('counts the messages of a platform that wait to be sent now, up to a limit', async () => {
      const platform: Platform = 'preview';
      const planned = ['a', 'b', 'c', 'd'].map((suffix) =>
        aDelivery(`${to}${suffix}`, {
          channel: { ...aChannel(`${to}${suffix}`), platform },
          notBefore: suffix === 'd' ? NOON + 1 : NOON,
        }),
      );
      await store.enqueue(
        [...planned, ...planned.map((one) => ({ ...one, dedupeKey: `${one.dedupeKey}2` }))],
        NOON,
      );

      const before = await store.countDue(NOON, platform, 9);
      const limited = await store.countDue(NOON, platform, 2);
      await store.claimDeliveries({ now: NOON, limit: 1, leaseMs: LEASE_MS, platform });
      const after = await store.countDue(NOON, platform, 9);

      expect([before, limited, after]).toEqual([6, 2, 4]);
    });

    it('tells what is overdue in a channel, but not what may have been posted or was planned for later', async () => {
      const late = NOON + 7 * 3_600_000;
      const unclear = aDelivery(to);
      await store.enqueue([unclear], NOON);
      await store.recordAttempt(await claimOne(NOON), unclearAt(NOON, late * 2), NOON);
      const overdue = [aDelivery(to), aDelivery(to)];
      const quiet = aDelivery(to, { notBefore: late - 1_000 });
      await store.enqueue([...overdue, quiet], NOON);
      const [claimed] = await claim(late);
      if (claimed === undefined) throw new Error('nothing was claimed');

      const found = await store.overdueWith(claimed, late - 6 * 3_600_000);

      expect(found.map((delivery) => delivery.dedupeKey)).toEqual(
        overdue.map((delivery) => delivery.dedupeKey),
      );
    });

    it('folds several deliveries into the claimed one, which then belongs to no story', async () => {
      const alerts = [aDelivery(to, { storyId: story }), aDelivery(to, { storyId: `${story}0` })];
      await store.enqueue(alerts, NOON);
      const claimed = await claimOne(NOON);
      const all = await store.deliveriesTo(aChannel(to), 9);
      const message = { summary: 'two at once', accent: 'info', blocks: [], buttons: [] } as const;

      const folded = await store.foldInto(
        claimed,
        all.map(({ id }) => id),
        message,
      );
      await store.recordAttempt(claimed, sentAt(NOON, 'ts-folded'), NOON);
      await store.enqueue([aDelivery(to, { storyId: story, mode: 'edit' })], NOON);
      const edit = await claimOne(NOON + 1_000);

      expect(folded).toBe(true);
      expect(edit).toMatchObject({ mode: 'post', firstReceipt: null });
      const [, second, first] = await store.deliveriesTo(aChannel(to), 9);
      expect(first).toMatchObject({ state: 'sent', message, storyId: null });
      expect(second).toMatchObject({ state: 'skipped', dedupeKey: alerts[1]?.dedupeKey });
      expect(second?.lastError).toContain(`delivery ${claimed.id}`);
    });

    it('folds nothing when the lease was lost', async () => {
      await store.enqueue([aDelivery(to), aDelivery(to)], NOON);
      const claimed = await claimOne(NOON);
      await store.expireLeases(NOON + LEASE_MS, QUIET_MS);
      const ids = (await store.deliveriesTo(aChannel(to), 9)).map(({ id }) => id);

      expect(await store.foldInto(claimed, ids, claimed.message)).toBe(false);
      expect((await store.deliveriesTo(aChannel(to), 9)).map(({ state }) => state)).toEqual([
        'pending',
        'unknown',
      ]);
    });

    it('knows since when the message waits that should have gone out first', async () => {
      const none = await store.oldestUnsentAt(NOON);
      await store.enqueue([aDelivery(to, { notBefore: NOON + 60_000 })], NOON - 5_000);
      const early = await store.oldestUnsentAt(NOON);
      await store.enqueue([aDelivery(to, { notBefore: 0 })], NOON - 3_000);
      const waiting = await store.oldestUnsentAt(NOON);
      await sendOne(NOON);
      const late = await store.oldestUnsentAt(NOON + 90_000);
      const sending = await claimOne(NOON + 90_000);
      const inFlight = await store.oldestUnsentAt(NOON + 90_000);
      await store.recordAttempt(sending, sentAt(NOON + 90_000, 'r'), NOON + 90_000);

      expect([none, early, waiting]).toEqual([null, null, NOON - 3_000]);
      expect([late, inFlight]).toEqual([NOON + 60_000, NOON + 60_000]);
      expect(await store.oldestUnsentAt(NOON + 90_000)).toBeNull();
    });

    it('does not call the messages of a paused channel late', async () => {
      await store.enqueue([aDelivery(to)], NOON);
      await store.pauseChannel(aChannel(to), 'is_archived', NOON);

      expect(await store.oldestUnsentAt(NOON + 90_000)).toBeNull();
    });

    it('gives what still waits another time, in the order of its story, and leaves what was attempted', async () => {
      const late = NOON + 60_000;
      const tried = aDelivery(to, { storyId: `${story}a`, notBefore: NOON });
      const post = aDelivery(to, { storyId: story, notBefore: late });
      const answer = aDelivery(to, { storyId: story, mode: 'thread', notBefore: late });
      const edit = aDelivery(to, { storyId: `${story}b`, mode: 'edit', notBefore: late });
      await store.enqueue([tried, post, answer, edit], NOON);
      const claimed = await claimOne(NOON);
      const waiting = await store.waitingTo(aChannel(to), NOON);
      const [first, second] = waiting;
      if (first === undefined || second === undefined) throw new Error('two were expected');

      await store.replan(aChannel(to), [
        { id: claimed.id, notBefore: late, reason: 'too late' },
        { id: first.id, notBefore: NOON + 2_000, reason: 'let out' },
        { id: second.id, notBefore: NOON + 1_000, reason: 'let out' },
      ]);
      await store.recordAttempt(claimed, sentAt(NOON, 'r'), NOON);

      expect(waiting.map(({ dedupeKey }) => dedupeKey)).toEqual([post.dedupeKey, answer.dedupeKey]);
      expect(await claim(NOON + 1_500)).toEqual([]);
      const sent = await sendOne(NOON + 2_000);
      expect([sent.dedupeKey, sent.reason]).toEqual([post.dedupeKey, 'let out']);
      expect((await sendOne(NOON + 3_000)).dedupeKey).toBe(answer.dedupeKey);
      const log = await store.deliveriesTo(aChannel(to), 9);
      expect(log.find(({ id }) => id === claimed.id)?.reason).toBe(tried.reason);
      expect(await stateOf(tried.dedupeKey)).toBe('sent');
    });

    it('names the text of each delivery by a hash that equal texts share', async () => {
      const { message } = aDelivery(to);
      await store.enqueue([aDelivery(to, { message }), aDelivery(to, { message })], NOON);
      await store.enqueue([aDelivery(to)], NOON);

      const [other, second, first] = await store.deliveriesTo(aChannel(to), 9);

      expect(first?.contentHash).toMatch(/^[0-9a-f]{32}$/);
      expect(second?.contentHash).toBe(first?.contentHash);
      expect(other?.contentHash).not.toBe(first?.contentHash);
    });

    it('lists what was told of a story and to a channel, newest first', async () => {
      const alert = aDelivery(to, { storyId: story });
      const elsewhere = aDelivery(`${to}x`, { storyId: story });
      await store.enqueue([alert, elsewhere, aDelivery(to)], NOON);

      const ofStory = await store.deliveriesOfStory(story);
      const toChannel = await store.deliveriesTo(aChannel(to), 1);

      expect(ofStory.map((delivery) => delivery.dedupeKey)).toEqual([
        elsewhere.dedupeKey,
        alert.dedupeKey,
      ]);
      expect(toChannel).toHaveLength(1);
      expect(toChannel[0]?.dedupeKey).not.toBe(alert.dedupeKey);
    });

    it('gives each delivery to one of many simultaneous claims', async () => {
      const planned = Array.from({ length: 40 }, (_, index) => aDelivery(`${to}-${index}`));
      await store.enqueue(planned, NOON);

      const claims = await Promise.all(Array.from({ length: 8 }, () => claim(NOON, 10)));

      const ids = claims.flat().map((delivery) => delivery.id);
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids.length + (await claim(NOON)).length).toBe(40);
    });

    it('survives two plannings and a sending at once without waiting for each other for ever', async () => {
      const places = Array.from({ length: 30 }, (_, index) => `${to}-${index}`);
      const plan = (order: readonly string[]) =>
        store.enqueue(
          order.map((place) => aDelivery(place)),
          NOON,
        );

      await Promise.all([plan(places), plan([...places].reverse()), claim(NOON, 30)]);

      const waiting = await Promise.all(
        places.map((place) => store.deliveriesTo(aChannel(place), 9)),
      );
      expect(waiting.flat()).toHaveLength(60);
    });
  });
}
