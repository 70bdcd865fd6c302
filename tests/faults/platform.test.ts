// F3 to F7 and F17: Slack limits, fails, loses replies, goes away, closes channels and revokes tokens; it also repeats
// its own requests. Nothing is lost, a copy that may be a second one says so, and one channel's trouble stays its own.
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { type Program, waitUntil } from '../support/program.ts';
import { testPlaces } from '../support/stores.ts';
import { type Tally, tallySince } from './count-posts.ts';
import { createFaultTable, ROW_LIMIT_MS, RUNS, RUNS_ON_POSTGRES } from './fault-table.ts';
import { type FaultWorld, startWorld } from './fault-world.ts';
import { UNCLEAR_ANSWERS } from './slack-answers.ts';

const table = createFaultTable('Slack misbehaves');
const POST = 'chat.postMessage';
/** Each publishes 8 stories and waits for several quiet times: one is enough beside the other tests. */
const OUTAGES = RUNS >= 20 ? RUNS : 1;

for (const { name } of await testPlaces()) {
  const engine = name === 'Postgres' ? 'Postgres' : 'SQLite';
  const runs = engine === 'Postgres' ? RUNS_ON_POSTGRES : RUNS;

  describe(`Slack, on ${engine}`, () => {
    let world: FaultWorld;
    let program: Program;
    let seen: Tally = { expected: 0, lost: 0, doubled: 0, marked: 0 };

    // A world that publishes the same country and goods twice would tell a new rate of one story.
    beforeEach(async () => {
      if (world !== undefined && RUNS < 20) return;
      await world?.close();
      world = await startWorld({ channels: 4, engine });
      program = await world.start();
      seen = { expected: 0, lost: 0, doubled: 0, marked: 0 };
    }, 120_000);

    afterAll(() => world?.close());

    /** What the fault before this call left behind, apart from all earlier ones. */
    function tally(): Tally {
      const all = world.tally();
      const since = tallySince(seen, all);
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

    /** Requests to post something; one without a text asks whether Slack answers. */
    function postsTo(channel: string): number {
      return world.slack.calls.filter(
        (call) =>
          call.method === POST &&
          call.arguments['channel'] === channel &&
          call.arguments['text'] !== '',
      ).length;
    }

    it.each(UNCLEAR_ANSWERS)(
      'F4: $what',
      async ({ what, answer }) => {
        const before = postsTo('C0');
        for (let run = 0; run < runs; run += 1) {
          world.slack.script.add(`${POST} C0`, answer);
          world.publish(1);
          await world.settled();
        }

        const result = tally();
        table.check(`F4 ${what}, ${engine}`, runs, result);
        // One request an attempt: the first, and after the quiet wait one that says what it may be.
        expect(postsTo('C0') - before).toBe(2 * runs);
        expect(result.marked).toBe(runs);
      },
      ROW_LIMIT_MS,
    );

    it('F4: a message that is refused as it is goes out as plain text', async () => {
      for (let run = 0; run < runs; run += 1) {
        const before = postsTo('C0');
        world.slack.script.add(`${POST} C0`, { kind: 'error', code: 'invalid_blocks' });
        world.publish(1);
        await waitUntil('the plain text is sent', () => postsTo('C0') - before === 2);
        await world.settled();
      }

      const result = tally();
      table.check(`F4 refused blocks, ${engine}`, runs, result);
      expect(result.marked).toBe(0);
    }, 120_000);

    it(
      'F3: a channel that is limited waits as long as it is told, and only that channel',
      async () => {
        for (let run = 0; run < runs; run += 1) {
          const started = performance.now();
          world.slack.script.add(`${POST} C1`, { kind: 'rate-limited', retryAfter: '1' });
          world.publish(1);
          await world.settled();

          const calls = world.slack.calls.filter(
            (call) => call.method === POST && call.atMs >= started,
          );
          const limited = calls.filter((call) => call.arguments['channel'] === 'C1');
          const others = calls.filter((call) => call.arguments['channel'] !== 'C1');
          const [first, second] = limited.map((call) => call.atMs);
          expect(limited).toHaveLength(2);
          expect((second ?? 0) - (first ?? 0)).toBeGreaterThanOrEqual(1_000);
          expect(Math.max(...others.map((call) => call.atMs))).toBeLessThan(second ?? 0);
        }
        table.check(`F3 429 for one channel, ${engine}`, runs, tally());
      },
      ROW_LIMIT_MS,
    );

    it(
      'F5: an outage makes few messages doubtful, however many wait, and all arrive afterwards',
      async () => {
        for (let run = 0; run < OUTAGES; run += 1) {
          world.slack.script.always(POST, { kind: 'status', status: 503 });
          for (let count = 0; count < 8; count += 1) {
            await planned();
          }
          world.slack.script.always(POST, null);
          await world.settled(120_000);
        }

        const result = tally();
        table.check(`F5 outage, 8 stories, ${engine}`, OUTAGES, result);
        // Nothing was stored, so every message stands once. The three that were under way when it began say that they may be
        // repeats, and so does what was on the wire beside the third; all others waited until Slack answered.
        expect(result.marked).toBeLessThanOrEqual(4 * OUTAGES);
      },
      ROW_LIMIT_MS,
    );

    it(
      'F6: a channel that is archived is paused after one request, and gets what it missed',
      async () => {
        const channel = {
          platform: 'slack',
          tenantId: world.slack.teamId,
          channelId: 'C2',
        } as const;
        for (let run = 0; run < runs; run += 1) {
          const before = postsTo('C2');
          world.slack.script.always(`${POST} C2`, { kind: 'error', code: 'is_archived' });
          world.publish(1);
          await waitUntil('the channel is paused', async () => {
            return (await world.store.channel(channel))?.pausedReason === 'is_archived';
          });
          await planned();
          expect(postsTo('C2') - before).toBe(1);

          world.slack.script.always(`${POST} C2`, null);
          await world.store.resumeChannel(channel, Date.now());
          await world.settled();
        }

        const result = tally();
        table.check(`F6 archived and back, ${engine}`, runs, result);
        expect(result.marked).toBe(0);
      },
      ROW_LIMIT_MS,
    );

    it(
      'F7: a revoked token ends every request at once, and nothing is doubled when it is back',
      async () => {
        for (let run = 0; run < runs; run += 1) {
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
          await world.settled();
        }

        const result = tally();
        table.check(`F7 token revoked and back, ${engine}`, runs, result);
        expect(result.marked).toBe(0);
      },
      ROW_LIMIT_MS,
    );

    it(
      'F17: an event that Slack sends four times, to two processes at once, has one effect',
      async () => {
        const other = await world.start();
        const earlier = answersIn('C0');
        for (let run = 0; run < runs; run += 1) {
          const event = {
            type: 'app_mention',
            channel: 'C0',
            user: 'U1',
            text: '<@UBOT> list',
            ts: `${run}.1`,
          };
          const before = answersIn('C0');
          const send = (retryNum: number) =>
            world.slack.sendEvent((retryNum % 2 === 0 ? program : other).url, event, {
              eventId: `Ev-repeated-${run}`,
              retryNum,
            });
          await Promise.all([0, 1].map(send));
          await Promise.all([2, 3].map(send));
          await waitUntil('it is answered', () => answersIn('C0') > before);
        }
        await other.stop();
        await program.stop();

        // Each was waited for above: none is lost.
        const doubled = answersIn('C0') - earlier - runs;
        const result = { expected: runs, lost: 0, doubled, marked: 0 };
        table.check(`F17 event sent four times, ${engine}`, runs, result);
      },
      ROW_LIMIT_MS,
    );

    function answersIn(channel: string): number {
      return world.slack.messages(channel).length + world.slack.answers(channel).length;
    }
  });
}
