// `/tariff status japan` by signed HTTP through the whole program, against a bare Bolt app that echoes: each in a process of
// its own, asked by the same client over open connections, in turn.
import { type ChildProcess, spawn } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Pool } from 'undici';
import { type FakeSlack, startFakeSlack } from '../support/fake-slack.ts';
import { slackEnvironment, startProgram } from '../support/program.ts';
import { median, percentile } from './measure.ts';

const ROUNDS = 15;
const CALLS = 200;
const WARM_UP = 300;

type Target = {
  readonly pool: Pool;
  readonly path: string;
  readonly pid: number;
  readonly times: number[];
  cpuMs: number;
};

export async function benchCommands(): Promise<void> {
  const slack = await startFakeSlack();
  const folder = mkdtempSync(join(tmpdir(), 'tariffwatch-bench-'));
  const program = await startProgram({
    folder,
    environment: {
      ...slackEnvironment(slack),
      TARIFFWATCH_FEEDS: noFeeds(folder),
      // One person asks thousands of times.
      TARIFFWATCH_COMMANDS_PER_MINUTE: '1000000',
      TARIFFWATCH_LOG_LEVEL: 'error',
    },
  });
  const bolt = await startBareBolt(slack);
  for (const atOnce of [1, 32]) {
    const ours = targetAt(program.url, program.pid, atOnce);
    const theirs = targetAt(bolt.url, bolt.child.pid ?? 0, atOnce);
    for (const target of [ours, theirs]) await load(slack, target, atOnce, WARM_UP);
    for (const target of [ours, theirs]) Object.assign(target, { times: [], cpuMs: 0 });
    for (let round = 0; round < ROUNDS; round += 1) {
      await load(slack, ours, atOnce, CALLS);
      await load(slack, theirs, atOnce, CALLS);
    }
    console.log(lineOf(atOnce, ours, theirs));
    await Promise.all([ours.pool.close(), theirs.pool.close()]);
  }
  bolt.child.kill('SIGKILL');
  await program.stop();
  rmSync(folder, { recursive: true, force: true });
  await slack.close();
}

// No feed is polled, so that nothing but the command is measured.
function noFeeds(folder: string): string {
  const file = join(folder, 'feeds.csv');
  const columns =
    'id,publisher,country_iso2,url,format,kind,language,stable_guid,evidence_date,notes';
  writeFileSync(
    file,
    `${columns}\noff,Off,US,https://off.example/feed,RSS 2.0,news,en,y,,status=dead\n`,
  );
  return file;
}

async function startBareBolt(
  slack: FakeSlack,
): Promise<{ readonly url: string; readonly child: ChildProcess }> {
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, 'bare-bolt.mjs'), slack.signingSecret, slack.apiUrl],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const [line] = (await once(child.stdout as NodeJS.ReadableStream, 'data')) as [Buffer];
  return { child, url: `http://127.0.0.1:${line.toString().trim()}/slack/events` };
}

function targetAt(url: string, pid: number, connections: number): Target {
  const { origin, pathname } = new URL('/slack/events', url);
  const pool = new Pool(origin, { connections, pipelining: 1 });
  return { pool, path: pathname, pid, times: [], cpuMs: 0 };
}

async function load(
  slack: FakeSlack,
  target: Target,
  atOnce: number,
  calls: number,
): Promise<void> {
  const cpuBefore = cpuMsOf(target.pid);
  let left = calls;
  const worker = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      const request = signedCommand(slack);
      const startedAt = performance.now();
      const answer = await target.pool.request({ method: 'POST', path: target.path, ...request });
      const text = await answer.body.text();
      target.times.push(performance.now() - startedAt);
      if (answer.statusCode !== 200) throw new Error(`answered ${answer.statusCode}: ${text}`);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  target.cpuMs += cpuMsOf(target.pid) - cpuBefore;
}

function signedCommand(slack: FakeSlack): {
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
} {
  const payload = slack.commandPayload({ text: 'status japan', channelId: 'C0BENCH' });
  const body = new URLSearchParams(payload).toString();
  const timestamp = String(Math.floor(Date.now() / 1_000));
  const mac = createHmac('sha256', slack.signingSecret).update(`v0:${timestamp}:${body}`);
  return {
    body,
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'x-slack-request-timestamp': timestamp,
      'x-slack-signature': `v0=${mac.digest('hex')}`,
    },
  };
}

/** Processor time of a process so far, on Linux; elsewhere NaN. Ticks are hundredths of a second. */
function cpuMsOf(pid: number): number {
  try {
    const afterName = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1] ?? '';
    const fields = afterName.split(' ');
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return Number.NaN;
  }
}

function lineOf(atOnce: number, ours: Target, theirs: Target): string {
  const [p50, barely50] = [median(ours.times), median(theirs.times)];
  const [p99, barely99] = [percentile(ours.times, 0.99), percentile(theirs.times, 0.99)];
  const cpu = (target: Target): number => target.cpuMs / (ROUNDS * CALLS);
  return (
    `/tariff status japan, ${String(atOnce).padStart(2)} at once`.padEnd(46) +
    `p50 ${p50.toFixed(2)} ms, p99 ${p99.toFixed(2)} ms; ` +
    `bare Bolt p50 ${barely50.toFixed(2)} ms, p99 ${barely99.toFixed(2)} ms; ` +
    `ratio ${(p50 / barely50).toFixed(2)}, ${(p99 / barely99).toFixed(2)} (target at most 2); ` +
    `processor ${cpu(ours).toFixed(2)} and ${cpu(theirs).toFixed(2)} ms a call, ` +
    `ratio ${(cpu(ours) / cpu(theirs)).toFixed(2)}`
  );
}
