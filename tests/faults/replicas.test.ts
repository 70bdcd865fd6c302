// F10, F11: several processes on one database, one of them stopped past its leases, all of them replaced in turn; and a
// database that goes away. Every story reaches every channel, and nothing is doubled unmarked.
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { waitUntil } from '../support/program.ts';
import { testPlaces } from '../support/stores.ts';
import { startTcpProxy, type TcpProxy } from '../support/tcp-proxy.ts';
import { createFaultTable, ROW_LIMIT_MS, RUNS } from './fault-table.ts';
import { type FaultWorld, mostUnclear, startWorld } from './fault-world.ts';

const POST = 'chat.postMessage';
/** Channels of the runs with one fault each. */
const FEW = 40;
const hasPostgres = (await testPlaces()).some(({ name }) => name === 'Postgres');
/** Stories, each a run, and channels with replicas: 2 000 posts in the full suite, 150 beside the other tests. */
const [STORIES, CHANNELS] = RUNS >= 20 ? [20, 100] : [5, 30];

/** The embedded database may be shared by processes of one machine (ADR 001). */
const SHARED: readonly (readonly [number, 'SQLite' | 'Postgres'])[] = [
  [2, 'SQLite'],
  ...(hasPostgres
    ? ([
        [2, 'Postgres'],
        [4, 'Postgres'],
      ] as const)
    : []),
];

const table = createFaultTable('Replicas and their database');
let world: FaultWorld | undefined;
let proxy: TcpProxy | undefined;

afterEach(async () => {
  await world?.close();
  await proxy?.close();
  world = undefined;
  proxy = undefined;
});

it.each(SHARED)(
  'F11: %i replicas share the work on %s',
  async (replicas, engine) => {
    world = await startWorld({ channels: CHANNELS, engine });
    for (let count = 0; count < replicas; count += 1) await world.start();
    const started = performance.now();
    for (let story = 0; story < STORIES; story += 1) {
      const { nextStory } = await world.store.snapshot();
      world.publish(1);
      const { store } = world;
      await waitUntil(
        'the story is known',
        async () => (await store.snapshot()).nextStory > nextStory,
      );
    }
    await world.settled(200_000);

    const seconds = (performance.now() - started) / 1_000;
    const tally = world.tally();
    process.stderr.write(
      `${replicas} replicas on ${engine}: ${tally.expected} posts in ${seconds.toFixed(1)} s, ${(tally.expected / seconds).toFixed(0)} a second\n`,
    );
    table.check(`F11 ${replicas} replicas, ${engine}`, STORIES, tally);
    expect(tally.marked).toBe(0);
    expect(world.slack.requestCount(POST)).toBe(tally.expected);
  },
  ROW_LIMIT_MS,
);

describe.runIf(hasPostgres)('on Postgres', () => {
  it(
    'F11: a replica that is stopped past its leases and then goes on doubles nothing unmarked',
    async () => {
      world = await startWorld({ channels: FEW, engine: 'Postgres' });
      const { slack } = world;
      const stopped = await world.start();
      await world.start();
      for (let run = 0; run < RUNS; run += 1) {
        slack.script.always(POST, { kind: 'ok', afterMs: 200 });
        const before = slack.requestCount(POST);
        world.publish(1);
        await waitUntil('some are in flight', () => slack.requestCount(POST) > before);
        process.kill(stopped.pid, 'SIGSTOP');
        slack.script.always(POST, null);
        await wait(300);
        await world.endLeases();
        await wait((run * 211) % 1_500);
        process.kill(stopped.pid, 'SIGCONT');
        await world.settled();
      }

      const tally = world.tally();
      table.check('F11 SIGSTOP past the lease', RUNS, tally);
      expect(tally.marked).toBeLessThanOrEqual(RUNS * mostUnclear(FEW));
    },
    ROW_LIMIT_MS,
  );

  it(
    'F11: replicas are replaced one after the other while they work',
    async () => {
      world = await startWorld({ channels: FEW, engine: 'Postgres' });
      world.slack.script.always(POST, { kind: 'ok', afterMs: 50 });
      let running = [await world.start(), await world.start()];
      for (let run = 0; run < RUNS; run += 1) {
        world.publish(1);
        const [oldest, ...others] = running;
        running = [...others, await world.start()];
        expect(await oldest?.stop()).toBe(0);
      }
      await world.settled();

      const tally = world.tally();
      table.check('F11 rolling restart', RUNS, tally);
      expect(tally.marked).toBe(0);
    },
    ROW_LIMIT_MS,
  );

  it(
    'F10: a database that cuts every connection, and comes back',
    async () => {
      const { slack, store } = await worldBehindProxy();
      for (let run = 0; run < RUNS; run += 1) {
        const before = slack.requestCount(POST);
        const { nextStory } = await store.snapshot();
        world?.publish(1);
        await waitUntil('some are sent', () => slack.requestCount(POST) > before);
        await waitUntil(
          'the story is known',
          async () => (await store.snapshot()).nextStory > nextStory,
        );
        proxy?.set('refuse');
        await wait(1_000);
        proxy?.set('pass');
        await world?.endLeases();
        await world?.settled();
      }

      const tally = (world as FaultWorld).tally();
      table.check('F10 connections cut', RUNS, tally);
      expect(tally.marked).toBeLessThanOrEqual(RUNS * mostUnclear(FEW));
    },
    ROW_LIMIT_MS,
  );

  it(
    'F10: a database that swallows everything for a while',
    async () => {
      const { slack } = await worldBehindProxy();
      for (let run = 0; run < RUNS; run += 1) {
        const before = slack.requestCount(POST);
        world?.publish(1);
        await waitUntil('some are sent', () => slack.requestCount(POST) > before);
        proxy?.set('hold');
        await wait(2_000);
        proxy?.set('pass');
        await world?.settled();
      }

      const tally = (world as FaultWorld).tally();
      table.check('F10 black hole', RUNS, tally);
      // Nobody else was there to take the leases, and the outcomes were kept: nothing is in doubt.
      expect(tally.marked).toBe(0);
    },
    ROW_LIMIT_MS,
  );

  async function worldBehindProxy(): Promise<FaultWorld> {
    const opened = await startWorld({ channels: FEW, engine: 'Postgres' });
    world = opened;
    const url = new URL(opened.databaseUrl ?? '');
    proxy = await startTcpProxy(url.hostname, Number(url.port || 5432));
    url.hostname = '127.0.0.1';
    url.port = String(proxy.port);
    await opened.start({ DATABASE_URL: url.href });
    return opened;
  }
});
