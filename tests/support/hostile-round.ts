// One round of 200 hostile feeds beside 10 good ones, from a server of its own process: the test asks what came of each,
// the bench what it cost.
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createFeedFetcher } from '../../src/feeds/fetch-feed.ts';
import type { FetchOutcome } from '../../src/ports/world.ts';

const HOSTILE = ['drip', 'drip-headers', 'hang', 'stall', 'reset', 'loop', 'bomb', 'endless'];
const NAMES = Array.from({ length: 210 }, (_, at) => `h${at}.test`);
const UNKNOWN = { etag: null, lastModified: null };

/** What came of one feed, and how many milliseconds after the round's start. */
export type HostileOutcome = {
  readonly kind: string;
  readonly outcome: FetchOutcome;
  readonly ms: number;
};

export type HostileRound = {
  /** Asks all 210 at once; settles when each was read or given up. */
  readonly run: () => Promise<readonly HostileOutcome[]>;
  readonly close: () => Promise<void>;
};

/** Starts the server of hostile feeds as a process of its own. */
export async function startHostileServer(): Promise<{
  readonly port: string;
  readonly stop: () => void;
}> {
  const script = join(import.meta.dirname, 'hostile-server.ts');
  const server = spawn(process.execPath, ['--import', 'tsx', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const port = await portOf(server);
  return { port, stop: () => server.kill() };
}

export async function openHostileRound(): Promise<HostileRound> {
  const { port, stop } = await startHostileServer();
  const fetcher = createFeedFetcher({
    allowHosts: NAMES.map((name) => `${name}:${port}`),
    userAgent: 'Tariffwatch test',
    limits: { headersMs: 5_000, totalMs: 12_000 },
    lookup: async () => [{ address: '127.0.0.1', family: 4 }],
  });
  // A running program has fetched before; its first fetch is no part of what hostile ones cost.
  for (const kind of ['good', 'bomb', 'loop'])
    await fetcher.fetch(`http://h0.test:${port}/${kind}`, UNKNOWN);
  return {
    run: () => {
      const started = performance.now();
      return Promise.all(
        NAMES.map(async (name, at) => {
          const kind = at % 21 === 20 ? 'good' : (HOSTILE[at % HOSTILE.length] ?? 'hang');
          const outcome = await fetcher.fetch(`http://${name}:${port}/${kind}`, UNKNOWN);
          return { kind, outcome, ms: performance.now() - started };
        }),
      );
    },
    close: async () => {
      await fetcher.close();
      stop();
    },
  };
}

function portOf(server: ChildProcess): Promise<string> {
  return new Promise((found) => {
    server.stdout?.once('data', (data: Buffer) => found(data.toString().trim()));
  });
}
