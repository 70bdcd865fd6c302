// Real processes are killed at random while they plan and deliver. What was acknowledged is never lost, and a message
// that arrives twice says so. The same on SQLite and on Postgres, with one process and with two on one database.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { openStore } from '../../src/storage/open-store.ts';
import { aChannel } from '../support/deliveries.ts';
import { bodyOf } from '../support/scripted-answers.ts';
import { SILENT_LOG } from '../support/silent-log.ts';
import { type TestPlace, testPlaces } from '../support/stores.ts';

type Post = { readonly channel: string; readonly key: string; readonly marked: boolean };

type Job = {
  readonly name: string;
  readonly dataDir: string;
  readonly databaseUrl: string | null;
  readonly platformUrl: string;
  readonly messages: number;
  readonly channels: number;
  readonly limits: Readonly<Record<string, number>>;
};

const KILLS = Number(process.env['TARIFFWATCH_TEST_KILLS'] ?? 3);
const CHANNELS = 20;
const MESSAGES = 400;
/** Short waits, in the same proportions as in earnest. */
const LIMITS = { laneIntervalMs: 5, quietMs: 300, leaseMs: 1_000, requestMs: 400, pollMs: 50 };
const CHILD = join(import.meta.dirname, '../support/outbox-child.mjs');

/** Accepts every post at once and answers a little later, so that a kill finds some between the two. */
async function startPlatform() {
  const posts: Post[] = [];
  const planned = new Set<string>();
  let ready = 0;
  const server: Server = createServer((request, response) => {
    void answer(request, response);
  });
  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body: unknown = JSON.parse(await bodyOf(request));
    if (request.url === '/post') posts.push(body as Post);
    if (request.url === '/planned') for (const key of body as string[]) planned.add(key);
    if (request.url === '/ready') ready += 1;
    const receipt = JSON.stringify({ receipt: `r${posts.length}` });
    setTimeout(() => response.end(receipt), request.url === '/post' ? 3 : 0);
  }
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    posts,
    planned,
    ready: () => ready,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

const children = new Set<ChildProcess>();

function start(job: Job): ChildProcess {
  const child = spawn(process.execPath, [CHILD, JSON.stringify(job)], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  children.add(child);
  child.once('exit', () => children.delete(child));
  return child;
}

async function end(child: ChildProcess, signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.kill(signal);
  await exited;
}

async function until(
  isSo: () => boolean | Promise<boolean>,
  what: string,
  timeoutMs = 30_000,
): Promise<void> {
  const deadline = Date.now() + timeoutMs;
  while (!(await isSo())) {
    if (Date.now() > deadline) throw new Error(`waited too long until ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** One process's messages to one channel. */
function plannerOf({ channel, key }: Post): string {
  return `${channel} ${key.slice(0, key.lastIndexOf('-'))}`;
}

for (const { name, open } of await testPlaces()) {
  describe(`killed on ${name}`, () => {
    let place: TestPlace | undefined;
    let platform: Awaited<ReturnType<typeof startPlatform>> | undefined;

    afterEach(async () => {
      await Promise.all([...children].map((child) => end(child, 'SIGKILL')));
      await platform?.close();
      await place?.remove();
    });

    it.each([1, 2])(
      'loses nothing that was acknowledged, and marks every repeat (%i at a time)',
      async (processes) => {
        place = await open();
        platform = await startPlatform();
        const { posts, planned, url } = platform;
        const job = (label: string, messages: number): Job => ({
          ...(place as TestPlace).place,
          name: label,
          platformUrl: url,
          messages,
          channels: CHANNELS,
          limits: LIMITS,
        });

        for (let kill = 0; kill < KILLS; kill += 1) {
          const before = posts.length;
          const running = Array.from({ length: processes }, (_, index) =>
            start(job(`k${kill}-${index}`, MESSAGES)),
          );
          await until(() => posts.length > before + 5, 'some messages were posted');
          await new Promise((resolve) => setTimeout(resolve, (kill * 37) % 150));
          await Promise.all(running.map((child) => end(child, 'SIGKILL')));
        }
        const last = start(job('last', CHANNELS));
        await until(
          () => [...planned].every((key) => posts.some((post) => post.key === key)),
          'all arrived',
        );
        const store = await openStore({ ...place.place, log: SILENT_LOG });
        // What may have arrived before a kill still waits to be sent once more, marked.
        await until(
          async () => (await store.oldestUnsentAt(Number.MAX_SAFE_INTEGER)) === null,
          'nothing is open',
        );
        await end(last, 'SIGTERM');

        const lost = [...planned].filter((key) => !posts.some((post) => post.key === key));
        const copies = posts.filter(
          (post, index) => posts.findIndex(({ key }) => key === post.key) < index,
        );
        process.stderr.write(
          `${name}, ${processes} at a time: ${KILLS} kills, ${planned.size} acknowledged, ${lost.length} lost, ` +
            `${copies.length} copies, ${copies.filter(({ marked }) => !marked).length} of them unmarked\n`,
        );
        expect(planned.size).toBeGreaterThan(KILLS * CHANNELS);
        expect(lost).toEqual([]);
        expect(copies.filter(({ marked }) => !marked)).toEqual([]);
        expect(copies.length).toBeLessThanOrEqual(KILLS * processes * 10);
        // What was never in doubt kept its order within its channel and its planner.
        const unmarked = posts.filter(({ marked }) => !marked);
        for (const planner of new Set(unmarked.map(plannerOf))) {
          const keys = unmarked.filter((post) => plannerOf(post) === planner).map(({ key }) => key);
          expect(keys).toEqual([...keys].sort());
        }
        expect(await store.deadLetters(1)).toEqual([]);
        expect((await store.deliveriesTo(aChannel('C0'), 1))[0]?.state).toBe('sent');
        await store.close();
      },
      120_000,
    );
  });
}
