// Recorded polls of real feeds, where they are present beside the project (`../shared/replay`); their texts are not ours to
// copy, so tests that use them say when they were skipped.
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const SCRIPT = join(import.meta.dirname, '../../../shared/replay/serve.mjs');

export const hasReplay = existsSync(SCRIPT);
if (!hasReplay) console.log('Replay of recorded polls: skipped, ../shared/replay is not present.');

export type Replay = {
  readonly host: string;
  readonly url: string;
  readonly count: number;
  /** Goes to the next recorded poll. */
  next(): Promise<void>;
  /** How often each feed path was asked so far. */
  requestCounts(): Promise<ReadonlyMap<string, number>>;
  stop(): void;
};

/** Serves the recorded polls on loopback, standing at the first. */
export async function startReplay(): Promise<Replay> {
  const child = spawn(process.execPath, [SCRIPT, '--port', '0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await addressOf(child);
  const { count } = (await (await fetch(`${url}/_control`)).json()) as { count: number };
  return {
    url,
    host: new URL(url).host,
    count,
    next: async () => {
      const answer = await fetch(`${url}/_control/next`, { method: 'POST' });
      if (!answer.ok) throw new Error(`the replay did not move on: ${answer.status}`);
      await answer.body?.cancel();
    },
    requestCounts: async () => {
      const requests = (await (await fetch(`${url}/_control/requests`)).json()) as {
        path: string;
      }[];
      const counts = new Map<string, number>();
      for (const { path } of requests) counts.set(path, (counts.get(path) ?? 0) + 1);
      return counts;
    },
    stop: () => child.kill('SIGKILL'),
  };
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

/** The operator's CSV of the four recorded feeds, with loopback addresses. */
export function replayFeedsCsv(url: string): string {
  return [
    'id,publisher,country_iso2,url,format,kind,language,stable_guid,evidence_date,notes',
    `us-cbp-csms,CBP Cargo Systems Messaging Service,US,${url}/csms.rss,RSS 2.0,official,en,y,2026-10-03,`,
    `eu-presscorner,European Commission press corner,EU,${url}/ec.rss,RSS 2.0,official,en,y,2026-10-03,`,
    `uk-dbt,GOV.UK Department for Business and Trade,GB,${url}/uk.atom,Atom,official,en,y,2026-10-03,`,
    `us-fr-json,US Federal Register,US,${url}/fr/documents.json,JSON API,official,en,y,2026-10-03,`,
    '',
  ].join('\n');
}

export const REPLAY_PATHS = ['/csms.rss', '/ec.rss', '/uk.atom', '/fr/documents.json'] as const;
