// Who is on this machine: figures and dates are for callers who came here by a name of this machine, not for pages in its
// browser that a name of their own led here (DNS rebinding), nor for what a tunnel or a proxy passes on.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Program, startProgram } from '../support/program.ts';

const TOKEN = 'a-long-token-of-the-operator';
const folder = mkdtempSync(join(tmpdir(), 'tariffwatch-'));
let program: Program;

beforeAll(async () => {
  const feeds = join(folder, 'feeds.csv');
  writeFileSync(feeds, 'id,url\nnone,http://127.0.0.1:9/feed\n');
  program = await startProgram({
    folder,
    environment: { TARIFFWATCH_FEEDS: feeds, TARIFFWATCH_METRICS_TOKEN: TOKEN },
  });
}, 60_000);

afterAll(async () => {
  await program.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** The status of a GET with these headers; fetch would not let a test choose the Host. */
function statusOf(path: string, headers: Readonly<Record<string, string>>): Promise<number> {
  return new Promise((resolve, reject) => {
    const asked = request(`${program.url}${path}`, { headers }, (answer) => {
      answer.destroy();
      resolve(answer.statusCode ?? 0);
    });
    asked.on('error', reject).end();
  });
}

describe.each(['/metrics', '/calendar.ics', '/'])('%s', (path) => {
  it.each(['localhost', '127.0.0.1', '[::1]', 'LOCALHOST'])('answers under %s', async (name) => {
    const { port } = new URL(program.url);

    expect(await statusOf(path, { host: `${name}:${port}` })).toBe(200);
  });

  it.each([
    { host: 'rebound.example.org' },
    { host: 'localhost.example.org' },
    { host: '127.0.0.1.example.org:3978' },
    { 'x-forwarded-for': '203.0.113.7' },
    { 'x-real-ip': '203.0.113.7' },
    { via: '1.1 proxy' },
  ])('is closed to what came with %o', async (headers) => {
    expect(await statusOf(path, headers)).toBeGreaterThanOrEqual(403);
  });
});

describe('the metrics', () => {
  it('are open to whoever has the token, under any name', async () => {
    const host = 'tariffs.example.org';

    expect(await statusOf('/metrics', { host, authorization: `Bearer ${TOKEN}` })).toBe(200);
    expect(await statusOf('/metrics', { host, authorization: `Bearer ${TOKEN}x` })).toBe(404);
  });
});
