// F8 and F17: Teams refuses, limits, fails and moves a tenant to another address; it also repeats its own requests. One request
// an attempt; what surely was not sent is sent again, what may stand says so, and a channel or a team that is gone is paused
// after one request.
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { type Program, waitUntil } from '../support/program.ts';
import type { ScriptedAnswer } from '../support/scripted-answers.ts';
import { testPlaces } from '../support/stores.ts';
import { type Tally, tallySince } from './count-posts.ts';
import { createFaultTable, ROW_LIMIT_MS, RUNS, RUNS_ON_POSTGRES } from './fault-table.ts';
import { type FaultWorld, startWorld } from './fault-world.ts';

const table = createFaultTable('Teams misbehaves');

/** How Teams may answer one post; `marked`: whether the second attempt has to say that it may be a repeat. */
const ANSWERS: readonly {
  readonly what: string;
  readonly answer: ScriptedAnswer;
  readonly marked: boolean;
}[] = [
  { what: '412', answer: { kind: 'status', status: 412 }, marked: false },
  { what: '429 with a time', answer: { kind: 'rate-limited', retryAfter: '1' }, marked: false },
  { what: '413, then plain text', answer: { kind: 'status', status: 413 }, marked: false },
  ...[500, 502, 503, 504, 408].map((status) => ({
    what: `${status}, stored`,
    answer: { kind: 'status', status, accepted: true } as const,
    marked: true,
  })),
  { what: '502, not stored', answer: { kind: 'status', status: 502 }, marked: true },
  { what: 'reset before it is stored', answer: { kind: 'reset', accepted: false }, marked: true },
  { what: 'reset after it is stored', answer: { kind: 'reset', accepted: true }, marked: true },
  { what: 'half an answer, stored', answer: { kind: 'cut-json' }, marked: true },
  { what: 'HTML, stored', answer: { kind: 'html' }, marked: true },
];

/** Refusals that end all posting to a channel, or to its team. */
const GONE = [
  { code: 'BotNotInConversationRoster', status: 403, ends: 'the channel' },
  { code: 'MessageWritesBlocked', status: 403, ends: 'the channel' },
  { code: 'ConversationNotFound', status: 404, ends: 'the channel' },
  { code: 'BotDisabledByAdmin', status: 403, ends: 'the team' },
] as const;

for (const { name } of await testPlaces()) {
  const engine = name === 'Postgres' ? 'Postgres' : 'SQLite';
  const runs = engine === 'Postgres' ? RUNS_ON_POSTGRES : RUNS;

  describe(`Teams, on ${engine}`, () => {
    let world: FaultWorld;
    let program: Program;
    let seen: Tally = { expected: 0, lost: 0, doubled: 0, marked: 0 };

    // A world that publishes the same country and goods twice would tell a new rate of one story.
    beforeEach(async () => {
      if (world !== undefined && RUNS < 20) return;
      await world?.close();
      world = await startWorld({ channels: 3, engine, platform: 'teams' });
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

    /** Requests to post something; one that only types asks whether Teams answers. */
    function postsTo(channel: string): number {
      return world.teams.calls.filter(
        ({ method, conversationId, activity }) =>
          method === 'POST' && conversationId === channel && activity['type'] === 'message',
      ).length;
    }

    it.each(ANSWERS)(
      'F8: $what',
      async ({ what, answer, marked }) => {
        const [channel = ''] = world.channels;
        const before = postsTo(channel);
        for (let run = 0; run < runs; run += 1) {
          world.teams.script.add(`POST ${channel}`, answer);
          world.publish(1);
          await world.settled();
        }

        const result = tally();
        table.check(`F8 ${what}, ${engine}`, runs, result);
        expect(postsTo(channel) - before).toBe(2 * runs);
        expect(result.marked).toBe(marked ? runs : 0);
      },
      ROW_LIMIT_MS,
    );

    it.each(GONE)(
      'F8: $code ends posting to $ends after one request, and what waited arrives on return',
      async ({ code, status, ends }) => {
        const channel = world.channels[1] ?? '';
        for (let run = 0; run < runs; run += 1) {
          const before = postsTo(channel);
          world.teams.script.always(`POST ${channel}`, { kind: 'error', code, status });
          world.publish(1);
          const gone = ends === 'the channel' ? [channel] : world.channels;
          await waitUntil(`${ends} is paused`, async () => {
            return (await pausedNow()).length >= gone.length;
          });
          expect((await pausedNow()).toSorted()).toEqual(gone.toSorted());
          expect(postsTo(channel) - before).toBe(1);

          world.teams.script.always(`POST ${channel}`, null);
          for (const one of await world.store.channels()) {
            await world.store.resumeChannel(one.channel, Date.now());
          }
          await world.settled();
        }

        const result = tally();
        table.check(`F8 ${code}, ${engine}`, runs, result);
        expect(result.marked).toBe(0);
      },
      ROW_LIMIT_MS,
    );

    it(
      'F8: a tenant that moved to another service address is posted to there, once it has spoken',
      async () => {
        for (let run = 0; run < runs; run += 1) {
          const region = `region${run}`;
          world.teams.moveTo(region);
          for (const channelId of world.channels) {
            await world.teams.sendMessage(program.url, {
              text: '<at>Tariffwatch</at> help',
              channelId,
            });
          }
          world.publish(1);
          await world.settled();
          const last = world.teams.calls.filter(({ method }) => method === 'POST').at(-1);
          expect(last?.path).toContain(`/${region}/`);
        }

        const result = tally();
        table.check(`F8 new service address, ${engine}`, runs, result);
        expect(result.marked).toBe(0);
      },
      ROW_LIMIT_MS,
    );

    it(
      'F17: an activity that Teams sends twice, to two processes at once, has one effect',
      async () => {
        const other = await world.start();
        const [channelId = ''] = world.channels;
        const earlier = answersIn(channelId);
        for (let run = 0; run < runs; run += 1) {
          const message = {
            text: '<at>Tariffwatch</at> list',
            channelId,
            activityId: `repeated-${run}`,
          };
          const before = answersIn(channelId);
          await Promise.all(
            [program, other].map(({ url }) => world.teams.sendMessage(url, message)),
          );
          await waitUntil('it is answered', () => answersIn(channelId) > before);
        }
        await other.stop();
        await program.stop();

        // Each was waited for above: none is lost.
        const doubled = answersIn(channelId) - earlier - runs;
        const result = { expected: runs, lost: 0, doubled, marked: 0 };
        table.check(`F17 activity sent twice, ${engine}`, runs, result);
      },
      ROW_LIMIT_MS,
    );

    /** In the channel or under a message of it. */
    function answersIn(channel: string): number {
      return world.teams.calls.filter(
        ({ method, conversationId }) => method === 'POST' && conversationId.startsWith(channel),
      ).length;
    }

    async function pausedNow(): Promise<readonly string[]> {
      const channels = await world.store.channels();
      return channels.flatMap(({ channel, pausedReason }) =>
        pausedReason === null ? [] : [channel.channelId],
      );
    }
  });
}
