// F1, F2, F21: the program is killed at named points, at random instants of a pass and in the middle of a fan-out, and is
// stopped politely with messages in flight. What was published arrives everywhere, and a second copy says what it is.
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { waitUntil } from '../support/program.ts';
import { testPlaces } from '../support/stores.ts';
import { createFaultTable, ROW_LIMIT_MS, RUNS, RUNS_ON_POSTGRES } from './fault-table.ts';
import { type FaultWorld, mostUnclear, startWorld } from './fault-world.ts';

/** Posts that Slack has got when the program is killed. */
const KILLED_AT = [1, 50, 199];
const POINTS = ['after-claim', 'in-flight', 'accepted-before-record', 'after-record'];

const table = createFaultTable('Killed and stopped');
let world: FaultWorld | undefined;

afterEach(async () => {
  await world?.close();
  world = undefined;
});

/** How long one announcement takes from the feed to the last of its channels on this machine now. */
async function undisturbedMs(world: FaultWorld): Promise<number> {
  const from = performance.now();
  world.publish(1);
  await world.settled();
  return performance.now() - from;
}

for (const { name } of await testPlaces()) {
  const engine = name === 'Postgres' ? 'Postgres' : 'SQLite';
  const runs = engine === 'Postgres' ? RUNS_ON_POSTGRES : RUNS;

  describe(`on ${engine}`, () => {
    it.each(POINTS)(
      'F1: killed %s',
      async (point) => {
        world = await startWorld({ channels: 3, engine });
        await (await world.start()).stop();
        for (let run = 0; run < runs; run += 1) {
          // Each run dies at another of its three messages; all three are claimed at once.
          const count = point === 'after-claim' ? 1 : 1 + (run % 3);
          const dying = await world.start({ TARIFFWATCH_CRASH_AT: `${point}:${count}` });
          world.publish(1);
          await dying.ended();
          await world.endLeases();
          // Else the next one would die at the same message again.
          const healthy = await world.start();
          await world.settled();
          await healthy.stop();
        }

        const tally = world.tally();
        table.check(`F1 ${point}, ${engine}`, runs, tally);
        expect(tally.marked).toBeLessThanOrEqual(runs * 3);
      },
      ROW_LIMIT_MS,
    );

    it(
      'F1: killed at any instant between a poll and its posts',
      async () => {
        world = await startWorld({ channels: 3, engine });
        let program = await world.start();
        const spanMs = await undisturbedMs(world);
        for (let run = 0; run < runs; run += 1) {
          world.publish(1);
          await wait(((run * 61) % 100) * (spanMs / 100));
          await program.kill();
          await world.endLeases();
          program = await world.start();
          // What many runs leave that end before their poll would be told in one message.
          if (run % 3 === 2) await world.settled();
        }
        await world.settled();

        table.check(`F1 any instant, ${engine}`, runs, world.tally());
      },
      ROW_LIMIT_MS,
    );

    it(
      'F2: killed in the middle of a fan-out to 200 channels',
      async () => {
        world = await startWorld({ channels: 200, engine });
        let program = await world.start();
        const { slack } = world;
        const kills = Array.from(
          { length: Math.max(runs, KILLED_AT.length) },
          (_, run) => KILLED_AT[run % KILLED_AT.length] as number,
        );
        let earlier = 0;
        for (const kill of kills) {
          world.publish(1);
          await waitUntil(
            `${kill} posts`,
            () => slack.requestCount('chat.postMessage') >= earlier + kill,
            60_000,
          );
          await program.kill();
          await world.endLeases();
          program = await world.start();
          await world.settled(120_000);
          earlier = slack.requestCount('chat.postMessage');
        }

        const tally = world.tally();
        table.check(`F2 fan-out, ${engine}`, kills.length, tally);
        expect(tally.marked).toBeLessThanOrEqual(kills.length * mostUnclear(world.channels.length));
      },
      ROW_LIMIT_MS,
    );

    it(
      'F21: stopped politely with messages in flight',
      async () => {
        world = await startWorld({ channels: 60, engine });
        world.slack.script.always('chat.postMessage', { kind: 'ok', afterMs: 300 });
        for (let run = 0; run < runs; run += 1) {
          const program = await world.start();
          const before = world.slack.requestCount('chat.postMessage');
          world.publish(1);
          const { slack } = world;
          await waitUntil(
            'some are in flight',
            () => slack.requestCount('chat.postMessage') > before,
          );
          expect(await program.stop()).toBe(0);
        }
        await world.start();
        await world.settled();

        const tally = world.tally();
        table.check(`F21 SIGTERM, ${engine}`, runs, tally);
        // What was in flight was waited for: nothing is in doubt.
        expect(tally.marked).toBe(0);
      },
      ROW_LIMIT_MS,
    );
  });
}
