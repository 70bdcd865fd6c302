// Real items in their real order for the acceptance test: recorded polls of four sources where they are present beside the
// project (`../shared/replay`; their texts are not ours to copy), and the bundled sample wire everywhere.
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { startSampleWire } from '../../src/demo/sample-wire.ts';
import { systemClock } from '../../src/infra/system-clock.ts';

const SCRIPT = join(import.meta.dirname, '../../../shared/replay/serve.mjs');

export const hasReplay = existsSync(SCRIPT);

export type Replay = {
  /** The operator's CSV of the feeds. */
  readonly feedsCsv: string;
  /** `host:port` to allow. */
  readonly host: string;
  readonly paths: readonly string[];
  /** Polls, the baseline included. */
  readonly count: number;
  next(): Promise<void>;
  /** How often each feed path was asked so far. */
  requestCounts(): Promise<ReadonlyMap<string, number>>;
  stop(): Promise<void>;
};

const RECORDED_FEEDS = [
  ['us-cbp-csms', 'CBP Cargo Systems Messaging Service', 'US', '/csms.rss', 'RSS 2.0'],
  ['eu-presscorner', 'European Commission press corner', 'EU', '/ec.rss', 'RSS 2.0'],
  ['uk-dbt', 'GOV.UK Department for Business and Trade', 'GB', '/uk.atom', 'Atom'],
  ['us-fr-json', 'US Federal Register', 'US', '/fr/documents.json', 'JSON API'],
] as const;

const COLUMNS =
  'id,publisher,country_iso2,url,format,kind,language,stable_guid,evidence_date,notes';

/** Serves the recorded polls on loopback, standing at the first. */
export async function startRecordedPolls(): Promise<Replay> {
  const child = spawn(process.execPath, [SCRIPT, '--port', '0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await addressOf(child);
  const { count } = (await (await fetch(`${url}/_control`)).json()) as { count: number };
  return {
    feedsCsv: [
      COLUMNS,
      ...RECORDED_FEEDS.map(
        ([id, publisher, country, path, format]) =>
          `${id},${publisher},${country},${url}${path},${format},official,en,y,2026-10-03,`,
      ),
      '',
    ].join('\n'),
    host: new URL(url).host,
    paths: RECORDED_FEEDS.map(([, , , path]) => path),
    count,
    next: async () => {
      const answer = await fetch(`${url}/_control/next`, { method: 'POST' });
      if (!answer.ok) throw new Error(`the replay did not move on: ${answer.status}`);
      await answer.body?.cancel();
    },
    requestCounts: async () => {
      const answer = await fetch(`${url}/_control/requests`);
      return countPaths(((await answer.json()) as { path: string }[]).map(({ path }) => path));
    },
    stop: () => {
      child.kill('SIGKILL');
      return Promise.resolve();
    },
  };
}

/** The sample wire behind a counting proxy, standing at its first step. */
export async function startSampleReplay(): Promise<Replay> {
  const wire = await startSampleWire({ port: 0, clock: systemClock });
  const asked: string[] = [];
  const proxy = createServer((request, response) => {
    asked.push(request.url ?? '');
    const { host: _, ...headers } = request.headers;
    void fetch(`${wire.url}${request.url}`, { headers: headers as Record<string, string> }).then(
      async (answer) => {
        const kept = ['etag', 'last-modified', 'content-type'].flatMap((name) => {
          const value = answer.headers.get(name);
          return value === null ? [] : [[name, value]];
        });
        response.writeHead(answer.status, Object.fromEntries(kept));
        response.end(Buffer.from(await answer.arrayBuffer()));
      },
    );
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${(proxy.address() as AddressInfo).port}`;
  const feedsCsv = wire.feedsCsv.replaceAll(wire.host, host);
  return {
    feedsCsv,
    host,
    paths: [...feedsCsv.matchAll(/http:\/\/127\.0\.0\.1:\d+([^,\s]+)/g)].map(
      (match) => match[1] ?? '',
    ),
    count: wire.position().count,
    next: () => {
      wire.advance();
      return Promise.resolve();
    },
    requestCounts: () => Promise.resolve(countPaths(asked)),
    stop: async () => {
      proxy.close();
      proxy.closeAllConnections();
      await wire.stop();
    },
  };
}

function countPaths(paths: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const path of paths) counts.set(path, (counts.get(path) ?? 0) + 1);
  return counts;
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    child.once('exit', (code) => reject(new Error(`the replay server ended with ${code}`)));
    child.stdout?.on('data', (chunk: Buffer) => {
      text += chunk.toString('utf8');
      const address = /http:\/\/127\.0\.0\.1:\d+/.exec(text);
      if (address !== null) resolve(address[0]);
    });
  });
}
