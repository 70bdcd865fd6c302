// One alert to many channels: through the outbox, by a bare loop over the same client, and by Slack's own client. Also what
// a claim costs while 100 000 channels have nothing to say.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WebClient } from '@slack/web-api';
import { createSlackCalls } from '../../src/channels/slack/slack-call.ts';
import { SLACK_LIMITS } from '../../src/channels/slack/slack-limits.ts';
import { createSlackPort } from '../../src/channels/slack/slack-port.ts';
import { toBlocks } from '../../src/channels/slack/to-blocks.ts';
import { createDeliverer } from '../../src/delivery/deliver-outbox.ts';
import { DEFAULT_DELIVERER_LIMITS } from '../../src/delivery/deliver-outbox-attempt.ts';
import { systemClock } from '../../src/infra/system-clock.ts';
import type { ChannelPort } from '../../src/ports/world.ts';
import { openStore } from '../../src/storage/open-store.ts';
import { SAMPLE_MESSAGE } from '../support/channel-bots.ts';
import { aChannel, aClaimed, aDelivery } from '../support/deliveries.ts';
import { SILENT_LOG } from '../support/silent-log.ts';
import { median } from './measure.ts';

const CHANNELS = 10_000;
/** Slack's own client is slow: fewer messages give the same rate. */
const STOCK_CHANNELS = 2_000;
/** As many as Slack's own client has under way by default. */
const AT_ONCE = 100;
const ROUNDS = 1;
const IDLE_LANES = 100_000;

export async function benchFanOut(): Promise<void> {
  // Slack answers after some 80 ms. At 0 ms nothing counts but the work of this process.
  for (const delayMs of [80, 0]) await compareSenders(delayMs);
  await measureIdleClaim();
}

async function compareSenders(delayMs: number): Promise<void> {
  const { child, apiUrl } = await startSink(delayMs);
  const calls = createSlackCalls({
    botToken: 'xoxb-bench',
    apiUrl,
    clock: systemClock,
    limits: { ...SLACK_LIMITS, connections: AT_ONCE },
  });
  const port = createSlackPort({
    calls,
    markKey: 'bench',
    connections: SLACK_LIMITS.connections,
  });
  const rates = { outbox: [] as number[], bare: [] as number[], stock: [] as number[] };
  for (let round = 0; round < ROUNDS; round += 1) {
    rates.outbox.push(await throughOutbox(port));
    rates.bare.push(await bareLoop(port));
    rates.stock.push(await stockClient(apiUrl));
  }
  await calls.close();
  child.kill('SIGKILL');
  const [outbox, bare, stock] = [median(rates.outbox), median(rates.bare), median(rates.stock)];
  console.log(
    `fan-out to ${CHANNELS} channels, answers after ${delayMs} ms`.padEnd(46) +
      `outbox ${outbox.toFixed(0)}/s, bare loop ${bare.toFixed(0)}/s, stock client ${stock.toFixed(0)}/s, ` +
      `${(outbox / bare).toFixed(2)} of the loop (target at least 0.90), ` +
      `${(outbox / stock).toFixed(1)} times the stock client (target at least 2.5)`,
  );
}

/** Messages a second from the first claim to the last record; planning is not counted. */
async function throughOutbox(port: ChannelPort): Promise<number> {
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
    limits: {
      ...DEFAULT_DELIVERER_LIMITS,
      maxInFlight: AT_ONCE,
      foldAfterMs: Number.MAX_SAFE_INTEGER,
    },
    random: Math.random,
  });
  const startedAt = performance.now();
  deliverer.start();
  await all;
  await deliverer.drain(10_000);
  const seconds = (performance.now() - startedAt) / 1_000;
  await store.close();
  rmSync(dataDir, { recursive: true });
  return CHANNELS / seconds;
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

async function bareLoop(port: ChannelPort): Promise<number> {
  const { settings } = aClaimed();
  return rateOf(CHANNELS, async (number) => {
    const channel = { ...settings, channel: aChannel(`C${number}`) };
    await port.send(channel, SAMPLE_MESSAGE, {
      threadOf: null,
      possibleRepeat: false,
      deliveryId: number,
    });
  });
}

async function stockClient(apiUrl: string): Promise<number> {
  const client = new WebClient('xoxb-bench', { slackApiUrl: apiUrl });
  const content = toBlocks(SAMPLE_MESSAGE, { possibleRepeat: false });
  return rateOf(STOCK_CHANNELS, async (number) => {
    await client.chat.postMessage({ channel: `C${number}`, ...content } as Parameters<
      typeof client.chat.postMessage
    >[0]);
  });
}

/** Calls a second, `AT_ONCE` of them under way at any time. */
async function rateOf(count: number, call: (number: number) => Promise<void>): Promise<number> {
  const startedAt = performance.now();
  let next = 0;
  async function worker(): Promise<void> {
    while (next < count) {
      next += 1;
      await call(next);
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return count / ((performance.now() - startedAt) / 1_000);
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

async function measureIdleClaim(): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'tariffwatch-bench-'));
  const store = await openStore({ dataDir, databaseUrl: null, log: SILENT_LOG });
  const claim = () =>
    store.claimDeliveries({ now: 1_000, limit: 10, leaseMs: 30_000, platform: 'slack' });
  const costOf = async (): Promise<number> => {
    const times: number[] = [];
    for (let round = 0; round < 200; round += 1) {
      const startedAt = performance.now();
      await claim();
      times.push(performance.now() - startedAt);
    }
    return median(times);
  };
  const empty = await costOf();
  const planned = Array.from({ length: IDLE_LANES }, (_, index) =>
    aDelivery(`C${index}`, { message: SAMPLE_MESSAGE, notBefore: 1_000_000 }),
  );
  await store.enqueue(planned, 0);
  const full = await costOf();
  await store.close();
  rmSync(dataDir, { recursive: true });
  console.log(
    `claim with ${IDLE_LANES} idle lanes`.padEnd(46) +
      `${full.toFixed(3)} ms, with none ${empty.toFixed(3)} ms (target under 0.2 ms)`,
  );
}
