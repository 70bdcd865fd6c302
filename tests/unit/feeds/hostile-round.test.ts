// One round of 200 hostile feeds beside 10 good ones: the good ones are read, the hostile ones end by their limits.
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createFeedFetcher } from '../../../src/feeds/fetch-feed.ts';

const HOSTILE = ['drip', 'drip-headers', 'hang', 'stall', 'reset', 'loop', 'bomb', 'endless'];
const TOTAL_MS = 12_000;

let server: ChildProcess;
let port = '';
beforeAll(async () => {
  const script = join(import.meta.dirname, '../../support/hostile-server.ts');
  server = spawn(process.execPath, ['--import', 'tsx', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  port = await new Promise((found) => {
    server.stdout?.once('data', (data: Buffer) => found(data.toString().trim()));
  });
});
afterAll(() => {
  server.kill();
});

it('200 hostile feeds keep none of 10 good ones from being read', async () => {
  const names = Array.from({ length: 210 }, (_, at) => `h${at}.test`);
  const fetcher = createFeedFetcher({
    allowHosts: names.map((name) => `${name}:${port}`),
    userAgent: 'Tariffwatch test',
    limits: { headersMs: 5_000, totalMs: TOTAL_MS },
    lookup: async () => [{ address: '127.0.0.1', family: 4 }],
  });
  // A running program has fetched before; its first fetch is no part of what hostile ones cost.
  for (const kind of ['good', 'bomb', 'loop']) {
    await fetcher.fetch(`http://h0.test:${port}/${kind}`, { etag: null, lastModified: null });
  }
  const lag = monitorEventLoopDelay({ resolution: 5 });
  const before = process.memoryUsage().rss;
  let peak = before;
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss);
  }, 50);
  lag.enable();
  const started = performance.now();

  const rounds = names.map(async (name, at) => {
    const kind = at % 21 === 20 ? 'good' : (HOSTILE[at % HOSTILE.length] ?? 'hang');
    const outcome = await fetcher.fetch(`http://${name}:${port}/${kind}`, {
      etag: null,
      lastModified: null,
    });
    return { kind, outcome, ms: performance.now() - started };
  });
  const ended = await Promise.all(rounds);

  lag.disable();
  clearInterval(watch);
  await fetcher.close();
  const good = ended.filter(({ kind }) => kind === 'good');
  const hostile = ended.filter(({ kind }) => kind !== 'good');
  const figures = {
    good: Math.round(Math.max(...good.map(({ ms }) => ms))),
    hostile: Math.round(Math.max(...hostile.map(({ ms }) => ms))),
    lagP99: Math.round(lag.percentile(99) / 1e6),
    memoryMb: Math.round((peak - before) / 1e6),
  };
  console.info(`hostile round: ${JSON.stringify(figures)}`);
  expect([good.length, hostile.length]).toEqual([10, 200]);
  expect(good.map(({ outcome }) => outcome.kind)).toEqual(good.map(() => 'ok'));
  expect(hostile.filter(({ outcome }) => outcome.kind !== 'failed')).toEqual([]);
  expect(figures.hostile).toBeLessThan(TOTAL_MS + 10_000);
  expect(figures.memoryMb).toBeLessThan(200);
  expect(figures.lagP99).toBeLessThan(250);
});
