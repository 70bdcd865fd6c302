// F1 and F4 where Slack lets the program read its channels: what a lost answer or a kill left unclear is looked for after the
// quiet wait. Nothing is lost, nothing is doubled, and nobody has to be told of a possible repeat.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { isAccepted } from '../support/scripted-answers.ts';
import { testPlaces } from '../support/stores.ts';
import { tallySince } from './count-posts.ts';
import { createFaultTable, ROW_LIMIT_MS, RUNS, RUNS_ON_POSTGRES } from './fault-table.ts';
import { type FaultWorld, startWorld } from './fault-world.ts';
import { UNCLEAR_ANSWERS } from './slack-answers.ts';

const table = createFaultTable('Slack with a history to look in');
const POST = 'chat.postMessage';
const POINTS = ['in-flight', 'accepted-before-record'];
/** Shorter than the quiet wait, as the lag of Slack is. */
const LAG_MS = 100;

let world: FaultWorld | undefined;

// In the full suite each row has a world of its own: one that publishes the same country and goods twice would tell a new rate.
afterEach(async () => {
  if (RUNS >= 20) await closeWorld();
});
afterAll(closeWorld);

async function closeWorld(): Promise<void> {
  await world?.close();
  world = undefined;
}

for (const { name } of await testPlaces()) {
  const engine = name === 'Postgres' ? 'Postgres' : 'SQLite';
  const runs = engine === 'Postgres' ? RUNS_ON_POSTGRES : RUNS;

  describe(`on ${engine}`, () => {
    beforeAll(closeWorld);

    it.each(UNCLEAR_ANSWERS)(
      'F4: $what',
      async ({ what, answer }) => {
        if (world === undefined) {
          world = await startWorld({ channels: 2, engine });
          world.slack.grantHistory(LAG_MS);
          await world.start();
        }
        const { slack } = world;
        const [before, earlier] = [world.tally(), slack.requestCount(POST)];
        for (let run = 0; run < runs; run += 1) {
          slack.script.add(`${POST} C0`, answer);
          world.publish(1);
          await world.settled();
        }

        const tally = tallySince(before, world.tally());
        table.check(`F4 ${what}, ${engine}`, runs, tally);
        const requests = isAccepted(answer) ? tally.expected : tally.expected + runs;
        expect(slack.requestCount(POST) - earlier).toBe(requests);
        expect(tally.marked).toBe(0);
      },
      ROW_LIMIT_MS,
    );

    it.each(POINTS)(
      'F1: killed %s',
      async (point) => {
        await closeWorld();
        world = await startWorld({ channels: 3, engine });
        world.slack.grantHistory(LAG_MS);
        await (await world.start()).stop();
        for (let run = 0; run < runs; run += 1) {
          const dying = await world.start({ TARIFFWATCH_CRASH_AT: `${point}:${1 + (run % 3)}` });
          world.publish(1);
          await dying.ended();
          await world.endLeases();
          // Else the next one would die of an old message before it asks the feed, and many stories be told in one message.
          const healthy = await world.start();
          await world.settled();
          await healthy.stop();
        }

        const tally = world.tally();
        table.check(`F1 ${point}, ${engine}`, runs, tally);
        expect(tally.marked).toBe(0);
      },
      ROW_LIMIT_MS,
    );
  });
}
