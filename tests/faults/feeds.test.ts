// F16, F20, F22: the process dies between the answer of a feed and the commit, a feed answers 304 to a first question or shows
// an older state, one message cannot be put into blocks, one feed is poison, and yesterday's backup takes the database's place.
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import type { Message } from '../../src/domain/message.ts';
import { waitUntil } from '../support/program.ts';
import { testPlaces } from '../support/stores.ts';
import { createFaultTable, ROW_LIMIT_MS, RUNS, RUNS_ON_POSTGRES } from './fault-table.ts';
import { type FaultWorld, FEED_PATH, POISON_PATH, startWorld } from './fault-world.ts';

const table = createFaultTable('Feeds, poison and backups');
let world: FaultWorld | undefined;

afterEach(async () => {
  await world?.close();
  world = undefined;
});

/** Every renderer throws on it: a list without items. */
const POISON = {
  summary: 'poison',
  accent: 'info',
  blocks: [{ kind: 'list' }],
  buttons: [],
} as unknown as Message;

const POISON_FEEDS = [
  { kind: 'document', body: '<rss><channel><item>' },
  { kind: 'bomb', megabytes: 40, encoding: 'gzip' },
  { kind: 'stall' },
  { kind: 'reset', when: 'middle' },
  { kind: 'document', body: `<rss>${'<a>'.repeat(100_000)}` },
] as const;

for (const { name } of await testPlaces()) {
  const engine = name === 'Postgres' ? 'Postgres' : 'SQLite';
  const runs = engine === 'Postgres' ? RUNS_ON_POSTGRES : RUNS;

  describe(`on ${engine}`, () => {
    it(
      'F16: killed after a feed answered and before anything of it is stored, it is asked without the new validators',
      async () => {
        world = await startWorld({ channels: 3, engine });
        let program = await world.start();
        for (let run = 0; run < runs; run += 1) {
          const { feeds } = world;
          const before = feeds.requests.length;
          world.publish(1);
          await waitUntil('the feed is asked', () => feeds.requests.length > before);
          await wait(run % 8);
          await program.kill();
          await world.endLeases();
          program = await world.start();
          await world.settled();
        }

        table.check(`F16 killed after the answer, ${engine}`, runs, world.tally());
      },
      ROW_LIMIT_MS,
    );

    it(
      'F16: a feed that says "not modified" to the first question, or shows an older state again, loses and doubles nothing',
      async () => {
        world = await startWorld({ channels: 3, engine });
        world.feeds.set(FEED_PATH, { kind: 'status', status: 304 });
        const started = world.start();
        await wait(500);
        world.showEarlier(0);
        await started;
        for (let run = 0; run < runs; run += 1) {
          world.publish(2);
          await world.settled();
          world.showEarlier(2);
          await polledTwice(world);
          world.showEarlier(1);
          await polledTwice(world);
          world.showEarlier(0);
          await polledTwice(world);
        }
        await world.settled();

        const tally = world.tally();
        table.check(`F16 304 first, older state, ${engine}`, runs, tally);
        expect(tally.marked).toBe(0);
      },
      ROW_LIMIT_MS,
    );

    it(
      'F20: a message that cannot be put into blocks is given up and listed, and its channel goes on',
      async () => {
        world = await startWorld({ channels: 3, engine });
        const { store, slack } = world;
        const program = await world.start();
        const channel = { platform: 'slack', tenantId: slack.teamId, channelId: 'C0' } as const;
        for (let run = 0; run < runs; run += 1) {
          await store.enqueue([poisonTo(channel, run)], Date.now());
          world.publish(1);
          await waitUntil('it is given up', async () => (await store.deadLetters(99)).length > run);
          await world.settled();
        }

        const tally = world.tally();
        table.check(`F20 poison message, ${engine}`, runs, tally);
        expect(tally.marked).toBe(0);
        expect(slack.requestCount('chat.postMessage')).toBe(tally.expected);
        expect(await program.stop()).toBe(0);
      },
      ROW_LIMIT_MS,
    );

    it(
      'F20: a feed that is poison holds up no other',
      async () => {
        world = await startWorld({ channels: 3, engine, hasPoisonFeed: true });
        await world.start();
        for (let run = 0; run < runs; run += 1) {
          const poison = POISON_FEEDS[run % POISON_FEEDS.length];
          if (poison !== undefined) world.feeds.set(POISON_PATH, poison);
          world.publish(1);
          await world.settled();
        }

        const tally = world.tally();
        table.check(`F20 poison feed, ${engine}`, runs, tally);
        expect(tally.marked).toBe(0);
      },
      ROW_LIMIT_MS,
    );
  });
}

describe('on SQLite', () => {
  it(
    'F22: a restored backup repeats nothing of the time since, and goes on with what comes after',
    async () => {
      world = await startWorld({ channels: 3 });
      let program = await world.start();
      for (let run = 0; run < RUNS; run += 1) {
        world.publish(1);
        await world.settled();
        await program.stop();
        const restore = await world.backUp();
        program = await world.start();
        world.publish(1);
        await world.settled();
        await program.stop();
        await restore();
        program = await world.start();
      }
      world.publish(1);
      await world.settled();

      const tally = world.tally();
      table.check('F22 restored backup, SQLite', RUNS, tally);
      expect(tally.marked).toBe(0);
    },
    ROW_LIMIT_MS,
  );
});

function poisonTo(
  channel: { readonly platform: 'slack'; readonly tenantId: string; readonly channelId: string },
  number: number,
) {
  return {
    dedupeKey: `poison-${number}`,
    channel,
    kind: 'alert',
    storyId: null,
    storyVersion: null,
    message: POISON,
    reason: 'a drill',
    notBefore: Date.now(),
    mode: 'post',
  } as const;
}

async function polledTwice({ feeds }: FaultWorld): Promise<void> {
  const asked = () => feeds.requests.filter(({ path }) => path === FEED_PATH).length;
  const before = asked();
  await waitUntil('the feed is asked twice', () => asked() >= before + 2);
}
