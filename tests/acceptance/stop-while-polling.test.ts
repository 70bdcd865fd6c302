// A program that is stopped or killed while a publisher's server lets it wait.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Program, startProgram, waitUntil } from '../support/program.ts';

const folder = mkdtempSync(join(tmpdir(), 'tariffwatch-'));
let asked = 0;
/** Takes every request and answers none. */
const silent = createServer(() => {
  asked += 1;
});
let feeds = '';
let host = '';

function start(): Promise<Program> {
  return startProgram({
    folder,
    environment: {
      TARIFFWATCH_FEEDS: feeds,
      TARIFFWATCH_ALLOW_HOSTS: host,
      TARIFFWATCH_POLL_SECONDS: '1',
    },
  });
}

beforeAll(async () => {
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
  host = `127.0.0.1:${(silent.address() as AddressInfo).port}`;
  feeds = join(folder, 'feeds.csv');
  writeFileSync(feeds, `id,url\nus-silent,http://${host}/feed\n`);
});

afterAll(() => {
  silent.closeAllConnections();
  silent.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('a program whose poll waits for a server', () => {
  it('ends within eight seconds of SIGTERM, and asks the server again as soon as it runs again', async () => {
    const first = await start();
    await waitUntil('the server is asked', () => asked === 1);

    const stoppedAt = performance.now();
    expect(await first.stop()).toBe(0);
    expect(performance.now() - stoppedAt).toBeLessThan(8_000);

    const second = await start();
    await waitUntil('the server is asked again', () => asked === 2, 5_000);
    expect(first.log() + second.log()).not.toContain('a pass failed');
    await second.kill();
  }, 40_000);

  it('asks the server again within forty seconds of a SIGKILL', async () => {
    const before = asked;
    const third = await start();
    const startedAt = performance.now();
    while (asked === before && performance.now() - startedAt < 40_000) await wait(250);

    expect(asked).toBeGreaterThan(before);
    await third.stop();
  }, 60_000);
});

describe('a fixed interval', () => {
  it('of a second is kept, not stretched to the next look', async () => {
    let polls = 0;
    const quick = createServer((_request, response) => {
      polls += 1;
      response.end('<rss version="2.0"><channel><title>Quick</title></channel></rss>');
    });
    await new Promise<void>((resolve) => quick.listen(0, '127.0.0.1', resolve));
    host = `127.0.0.1:${(quick.address() as AddressInfo).port}`;
    writeFileSync(feeds, `id,url\nus-quick,http://${host}/feed\n`);

    const program = await start();
    await waitUntil('the first poll', () => polls > 0);
    await wait(6_000);
    expect(polls).toBeGreaterThanOrEqual(5);

    await program.stop();
    quick.close();
  }, 30_000);
});
