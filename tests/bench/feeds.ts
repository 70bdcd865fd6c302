// A round over 500 feeds that have nothing new (304), CPU a feed; and a round over 1 000 feeds with a new item each, from
// a loopback server of its own process. The whole way: claim, fetch, parse, commit.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEFAULT_NOTICE_POLICY } from '../../src/delivery/plan-deliveries.ts';
import { MINUTE_MS } from '../../src/domain/day.ts';
import { parseCatalogue } from '../../src/feeds/catalogue.ts';
import { createFeedFetcher } from '../../src/feeds/fetch-feed.ts';
import { createFeedParser } from '../../src/feeds/parse-feed.ts';
import { POLL_LIMITS } from '../../src/feeds/poll-schedule.ts';
import { createBooks } from '../../src/pipeline/books.ts';
import { createPoller } from '../../src/pipeline/poller.ts';
import { readItem } from '../../src/reading/read-item.ts';
import { loadSeedEntries } from '../../src/reference/measures.ts';
import { openStore } from '../../src/storage/open-store.ts';
import { SILENT_LOG } from '../support/silent-log.ts';
import { median } from './measure.ts';

const ROUNDS = 5;

export async function benchFeeds(): Promise<void> {
  const server = spawn(process.execPath, [join(import.meta.dirname, 'feed-source.mjs')], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const port = await portOf(server);
    const unchanged = await roundsOver(port, 500, 'same');
    console.log(
      `500 unchanged feeds a round                    ${unchanged.cpuMs.toFixed(2)} ms CPU a feed, ${unchanged.feedsPerSecond.toFixed(0)} feeds/s (target under 1 ms CPU)`,
    );
    for (const count of [250, 500, 1_000]) {
      const changed = await roundsOver(port, count, 'next');
      console.log(
        `${String(count).padStart(5)} feeds with a new item each              ${changed.cpuMs.toFixed(2)} ms CPU a feed, ${changed.feedsPerSecond.toFixed(0)} feeds/s`,
      );
    }
  } finally {
    server.kill();
  }
}

function portOf(server: ChildProcess): Promise<string> {
  return new Promise((found) => {
    server.stdout?.once('data', (data: Buffer) => found(data.toString().trim()));
  });
}

type Figures = { readonly cpuMs: number; readonly feedsPerSecond: number };

/** Medians of the rounds after the first, which is the baseline. Each feed has a host name of its own. */
async function roundsOver(port: string, count: number, kind: 'same' | 'next'): Promise<Figures> {
  const folder = mkdtempSync(join(tmpdir(), 'tariffwatch-bench-'));
  const store = await openStore({ dataDir: folder, databaseUrl: null, log: SILENT_LOG });
  const hosts = Array.from({ length: count }, (_, at) => `f${at}.test:${port}`);
  const rows = hosts.map((host, at) => `f${at},Feed ${at},US,http://${host}/${kind}/${at},press`);
  const feeds = parseCatalogue(`id,publisher,country_iso2,url,kind\n${rows.join('\n')}`, 'bench');
  const fetcher = createFeedFetcher({
    allowHosts: hosts,
    userAgent: 'Tariffwatch bench',
    lookup: async () => [{ address: '127.0.0.1', family: 4 }],
  });
  const parser = createFeedParser();
  let now = Date.parse('2026-03-01T00:00:00Z');
  const poller = createPoller({
    feeds,
    onReport: () => undefined,
    ports: {
      store,
      fetcher,
      parser,
      books: createBooks(store, loadSeedEntries()),
      clock: { now: () => now },
      log: SILENT_LOG,
      random: () => 0.5,
      readItem,
      texts: null,
      countryOf: () => null,
      limits: { ...POLL_LIMITS, fixedMs: MINUTE_MS },
      adminChannel: null,
      policy: DEFAULT_NOTICE_POLICY,
    },
  });
  await store.syncFeeds(feeds, now);
  const [cpu, seconds]: [number[], number[]] = [[], []];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const before = process.cpuUsage();
    const startedAt = performance.now();
    const reports = await poller.runOnce();
    const used = process.cpuUsage(before);
    const wanted = kind === 'same' && round > 0 ? 'not-modified' : 'items';
    const others = reports.filter((report) => report.kind !== wanted);
    // Each feed is asked for its whole document once a day, at a minute of its own.
    const inFull = others.filter(({ kind, fresh }) => kind === 'items' && fresh === 0).length;
    if (reports.length !== count || others.length > inFull || inFull > count / 50) {
      throw new Error(`the round is not as it should be: ${reports.length}, ${others[0]?.error}`);
    }
    now += 2 * MINUTE_MS;
    if (round === 0) continue;
    cpu.push((used.user + used.system) / 1_000 / count);
    seconds.push((performance.now() - startedAt) / 1_000);
  }
  await parser.close();
  await fetcher.close();
  await store.close();
  rmSync(folder, { recursive: true, force: true });
  return { cpuMs: median(cpu), feedsPerSecond: count / median(seconds) };
}
