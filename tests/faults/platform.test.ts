// F3 to F7 and F17: Slack limits, fails, loses replies, goes away, closes channels and revokes tokens; it also repeats
// its own requests. Nothing is lost, a copy that may be a second one says so, and one channel's trouble stays its own.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Program, waitUntil } from '../support/program.ts';
import type { ScriptedAnswer } from '../support/scripted-answers.ts';
import type { Tally } from './count-posts.ts';
import { createFaultTable } from './fault-table.ts';
import { type FaultWorld, startWorld } from './fault-world.ts';

const table = createFaultTable('Slack misbehaves');
const POST = 'chat.postMessage';

/** How Slack may answer one post. After all but the last nobody knows whether the message stands. */
const ANSWERS: readonly { readonly what: string; readonly answer: ScriptedAnswer }[] = [
  ...[500, 502, 503, 504].flatMap((status) => [
    { what: `${status}, not stored`, answer: { kind: 'status', status } as const },
    { what: `${status}, stored`, answer: { kind: 'status', status, accepted: true } as const },
  ]),
  { what: 'reset before it is stored', answer: { kind: 'reset', accepted: false } },
  { what: 'reset after it is stored', answer: { kind: 'reset', accepted: true } },
  { what: 'half an answer, stored', answer: { kind: 'cut-json' } },
  { what: 'HTML instead of JSON, stored', answer: { kind: 'html' } },
  { what: 'an unknown error code', answer: { kind: 'error', code: 'something_new' } },
  { what: 'internal_error', answer: { kind: 'error', code: 'internal_error' } },
];

describe('Slack', () => {
  let world: FaultWorld;
  let program: Program;
  let seen: Tally = { expected: 0, lost: 0, doubled: 0, marked: 0 };

  beforeAll(async () => {
    world = await startWorld({ channels: 4 });
    program = await world.start();
  }, 120_000);

  afterAll(() => world?.close());

  /** What the fault before this call left behind, apart from all earlier ones. */
  function tally(): Tally {
    const all = world.tally();
    const since = {
      expected: all.expected - seen.expected,
      lost: all.lost - seen.lost,
      doubled: all.doubled - seen.doubled,
      marked: all.marked - seen.marked,
    };
    seen = all;
    return since;
  }

  /** Publishes an announcement and waits until it is a story. */
  async function planned(): Promise<void> {
    const { nextStory } = await world.store.snapshot();
    world.publish(1);
    await waitUntil('the story is planned', async () => {
      return (await world.store.snapshot()).nextStory > nextStory;
    });
  }

  function postsTo(channel: string): number {
    return world.slack.calls.filter(
      (call) => call.method === POST && call.arguments['channel'] === channel,
    ).length;
  }

  it.each(ANSWERS)(
    'F4: $what',
    async ({ what, answer }) => {
      const before = postsTo('C0');
      world.slack.script.add(`${POST} C0`, answer);
      world.publish(1);
      await world.settled();

      const result = tally();
      table.check(`F4 ${what}`, 1, result);
      // One request an attempt: the first, and after the quiet wait one that says what it may be.
      expect(postsTo('C0') - before).toBe(2);
      expect(result.marked).toBe(1);
    },
    120_000,
  );

  it('F4: a message that is refused as it is goes out as plain text', async () => {
    const before = postsTo('C0');
    world.slack.script.add(`${POST} C0`, { kind: 'error', code: 'invalid_blocks' });
    world.publish(1);
    await waitUntil('the plain text is sent', () => postsTo('C0') - before === 2);
    await world.settled();

    const result = tally();
    table.check('F4 refused blocks', 1, result);
    expect(result.marked).toBe(0);
  }, 120_000);

  it('F3: a channel that is limited waits as long as it is told, and only that channel', async () => {
    const started = performance.now();
    world.slack.script.add(`${POST} C1`, { kind: 'rate-limited', retryAfter: '2' });
    world.publish(1);
    await world.settled();

    const calls = world.slack.calls.filter((call) => call.method === POST && call.atMs >= started);
    const limited = calls.filter((call) => call.arguments['channel'] === 'C1');
    const others = calls.filter((call) => call.arguments['channel'] !== 'C1');
    const [first, second] = limited.map((call) => call.atMs);
    table.check('F3 429 for one channel', 1, tally());
    expect(limited).toHaveLength(2);
    expect((second ?? 0) - (first ?? 0)).toBeGreaterThanOrEqual(2_000);
    expect(Math.max(...others.map((call) => call.atMs))).toBeLessThan(second ?? 0);
  }, 120_000);

  it('F5: an outage makes few messages doubtful, however many wait, and all arrive afterwards', async () => {
    world.slack.script.always(POST, { kind: 'status', status: 503 });
    for (let count = 0; count < 8; count += 1) {
      await planned();
    }
    world.slack.script.always(POST, null);
    await world.settled(120_000);

    const result = tally();
    table.check('F5 outage, 32 alerts', 1, result);
    // Nothing was stored, so every message stands once; those that were tried in vain say that they may be repeats.
    expect(result.marked).toBeLessThanOrEqual(12);
  }, 200_000);

  it('F6: a channel that is archived is paused after one request, and gets what it missed', async () => {
    const before = postsTo('C2');
    world.slack.script.always(`${POST} C2`, { kind: 'error', code: 'is_archived' });
    world.publish(1);
    const channel = { platform: 'slack', tenantId: world.slack.teamId, channelId: 'C2' } as const;
    await waitUntil('the channel is paused', async () => {
      return (await world.store.channel(channel))?.pausedReason === 'is_archived';
    });
    world.publish(1);
    await waitUntil('the others have it', () => postsTo('C3') > 0);
    expect(postsTo('C2') - before).toBe(1);

    world.slack.script.always(`${POST} C2`, null);
    await world.store.resumeChannel(channel, Date.now());
    await waitUntil('the channel got it', () => postsTo('C2') - before >= 2, 30_000);
    const paused = tally();
    expect(paused.doubled).toBe(0);
    expect(paused.marked).toBe(0);
    // What was planned while the channel was away is the digest's to tell; what waited in the outbox has arrived.
    seen = world.tally();
  }, 120_000);

  it('F7: a revoked token ends every request at once, and nothing is doubled when it is back', async () => {
    world.slack.revoke('token_revoked');
    world.publish(1);
    await waitUntil('the tenant is paused', async () => {
      const channels = await world.store.channels();
      return channels.every(({ pausedReason }) => pausedReason !== null);
    });
    const calls = world.slack.requestCount();
    await planned();
    expect(world.slack.requestCount() - calls).toBe(0);

    world.slack.revoke(null);
    for (const { channel } of await world.store.channels()) {
      await world.store.resumeChannel(channel, Date.now());
    }
    await waitUntil(
      'the outbox is empty',
      async () => (await world.store.oldestUnsentAt(Date.now())) === null,
    );
    expect(world.tally().doubled).toBe(seen.doubled);
    expect(world.tally().marked).toBe(seen.marked);
  }, 120_000);

  it('F17: an event that Slack sends four times has one effect', async () => {
    const event = {
      type: 'app_mention',
      channel: 'C0',
      user: 'U1',
      text: '<@UBOT> list',
      ts: '1.1',
    };
    const before = world.slack.messages('C0').length + world.slack.answers('C0').length;
    for (let retryNum = 0; retryNum < 4; retryNum += 1) {
      await world.slack.sendEvent(program.url, event, { eventId: 'Ev-repeated', retryNum });
    }
    await waitUntil('it is answered', () => {
      return world.slack.messages('C0').length + world.slack.answers('C0').length > before;
    });

    expect(world.slack.messages('C0').length + world.slack.answers('C0').length).toBe(before + 1);
  }, 60_000);
});
