// One alert to many channels: through the outbox, by a bare loop over the same client, and by Slack's own client as it comes;
// in turn, round by round, against a Slack in a process of its own. A rate depends on what else the machine does; the processor time of a message does less so.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WebClient } from '@slack/web-api';
import type { ChannelPort } from '../../src/ports/world.ts';
import { SAMPLE_MESSAGE } from '../support/channel-bots.ts';
import { aChannel, aClaimed, aDelivery } from '../support/deliveries.ts';
import { SILENT_LOG } from '../support/silent-log.ts';
import { built } from './built.ts';
import { median } from './measure.ts';

const [
  { createSlackCalls },
  { SLACK_LIMITS },
  { createSlackPort },
  { toBlocks },
  { createDeliverer },
  { DEFAULT_DELIVERER_LIMITS },
  { systemClock },
  { openStore },
] = await Promise.all([
  built<typeof import('../../src/channels/slack/slack-call.ts')>('channels/slack/slack-call'),
  built<typeof import('../../src/channels/slack/slack-limits.ts')>('channels/slack/slack-limits'),
  built<typeof import('../../src/channels/slack/slack-port.ts')>('channels/slack/slack-port'),
  built<typeof import('../../src/channels/slack/to-blocks.ts')>('channels/slack/to-blocks'),
  built<typeof import('../../src/delivery/deliver-outbox.ts')>('delivery/deliver-outbox'),
  built<typeof import('../../src/delivery/deliver-outbox-attempt.ts')>(
    'delivery/deliver-outbox-attempt',
  ),
  built<typeof import('../../src/infra/system-clock.ts')>('infra/system-clock'),
  built<typeof import('../../src/storage/open-store.ts')>('storage/open-store'),
]);

const CHANNELS = 10_000;
/** Slack's own client is slow: fewer messages give the same rate. */
const STOCK_CHANNELS = 2_000;
const ROUNDS = 3;

/** Of one way to send, in each round. */
type Result = { readonly perSecond: number; readonly cpuUs: number };

export async function benchFanOut(): Promise<void> {
  // Slack answers after some 80 ms. At 0 ms nothing counts but the work of this process.
  for (const delayMs of [80, 0]) await compareSenders(delayMs);
}

async function compareSenders(delayMs: number): Promise<void> {
  const { child, apiUrl } = await startSink(delayMs);
  const calls = createSlackCalls({
    botToken: 'xoxb-bench',
    apiUrl,
    clock: systemClock,
    limits: SLACK_LIMITS,
  });
  const { connections } = SLACK_LIMITS;
  const port = createSlackPort({ calls, markKey: 'bench', connections });
  const results = { outbox: [] as Result[], bare: [] as Result[], stock: [] as Result[] };
  for (let round = 0; round < ROUNDS; round += 1) {
    results.outbox.push(await throughOutbox(port));
    results.bare.push(await bareLoop(port));
    results.stock.push(await stockClient(apiUrl));
  }
  await calls.close();
  child.kill('SIGKILL');
  console.log(lineOf(delayMs, results));
}

function lineOf(
  delayMs: number,
  results: Readonly<Record<'outbox' | 'bare' | 'stock', readonly Result[]>>,
): string {
  const rate = (name: keyof typeof results) =>
    median(results[name].map(({ perSecond }) => perSecond));
  const cpu = (name: keyof typeof results) => median(results[name].map(({ cpuUs }) => cpuUs));
  const said = (name: keyof typeof results) =>
    `${rate(name).toFixed(0)}/s (${cpu(name).toFixed(0)} us processor)`;
  return (
    `fan-out to ${CHANNELS} channels, answers after ${delayMs} ms`.padEnd(46) +
    `outbox ${said('outbox')}, bare loop ${said('bare')}, stock client ${said('stock')}: ` +
    `${(rate('outbox') / rate('bare')).toFixed(2)} of the loop (target at least 0.90), ` +
    `${(rate('outbox') / rate('stock')).toFixed(1)} times the stock client (target at least 2.5)`
  );
}

/** From the first claim to the last record; planning is not counted. */
async function throughOutbox(port: ChannelPort): Promise<Result> {
  const dataDir = mkdtempSync(join(tmpdir(), 'tariffwatch-bench-'));
  const store = await openStore({ dataDir, databaseUrl: null, log: SILENT_LOG });
  const planned = Array.from({ length: CHANNELS }, (_, index) =>
    aDelivery(`C${index}`, { message: SAMPLE_MESSAGE, storyId: 'S-1', notBefore: 0 }),
  );
  await store.enqueue(planned, 0);
  const { counted, all } = countingTo(CHANNELS, port);
  const deliverer = createDeliverer({
    store,
    ports: new Map([['slack', counted]]),
    clock: systemClock,
    log: SILENT_LOG,
    // What is hours late is told in one message a channel; here each channel has one message.
    limits: { ...DEFAULT_DELIVERER_LIMITS, foldAfterMs: Number.MAX_SAFE_INTEGER },
    random: Math.random,
  });
  const result = await timed(CHANNELS, async () => {
    deliverer.start();
    await all;
    await deliverer.drain(10_000);
  });
  await store.close();
  rmSync(dataDir, { recursive: true });
  return result;
}

/** The same port; `all` resolves when `count` messages have been answered. */
function countingTo(
  count: number,
  port: ChannelPort,
): { counted: ChannelPort; all: Promise<void> } {
  let answered = 0;
  let resolveAll = (): void => undefined;
  const all = new Promise<void>((resolve) => {
    resolveAll = resolve;
  });
  const send: ChannelPort['send'] = async (...args) => {
    const outcome = await port.send(...args);
    answered += 1;
    if (answered === count) resolveAll();
    return outcome;
  };
  return { counted: { ...port, send }, all };
}

async function bareLoop(port: ChannelPort): Promise<Result> {
  const { settings } = aClaimed();
  return loop(CHANNELS, async (number) => {
    const channel = { ...settings, channel: aChannel(`C${number}`) };
    await port.send(channel, SAMPLE_MESSAGE, {
      threadOf: null,
      possibleRepeat: false,
      deliveryId: number,
    });
  });
}

// It lets a hundred calls run at a time, by its own default.
async function stockClient(apiUrl: string): Promise<Result> {
  const client = new WebClient('xoxb-bench', { slackApiUrl: apiUrl });
  const content = toBlocks(SAMPLE_MESSAGE, { possibleRepeat: false });
  return loop(STOCK_CHANNELS, async (number) => {
    await client.chat.postMessage({ channel: `C${number}`, ...content } as Parameters<
      typeof client.chat.postMessage
    >[0]);
  });
}

/** As many calls under way at any time as the port has connections. */
function loop(count: number, call: (number: number) => Promise<void>): Promise<Result> {
  let next = 0;
  async function worker(): Promise<void> {
    while (next < count) {
      next += 1;
      await call(next);
    }
  }
  return timed(count, () =>
    Promise.all(Array.from({ length: SLACK_LIMITS.connections }, () => worker())),
  );
}

async function timed(count: number, work: () => Promise<unknown>): Promise<Result> {
  const cpuBefore = process.cpuUsage();
  const startedAt = performance.now();
  await work();
  const seconds = (performance.now() - startedAt) / 1_000;
  const { user, system } = process.cpuUsage(cpuBefore);
  return { perSecond: count / seconds, cpuUs: (user + system) / count };
}

async function startSink(delayMs: number): Promise<{ child: ChildProcess; apiUrl: string }> {
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, 'slack-sink.mjs'), String(delayMs)],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const [line] = (await once(child.stdout as NodeJS.ReadableStream, 'data')) as [Buffer];
  return { child, apiUrl: `http://127.0.0.1:${line.toString().trim()}/api/` };
}
