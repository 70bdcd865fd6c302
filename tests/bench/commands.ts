// `/tariff status japan` by signed HTTP through the whole program, against a bare Bolt app that echoes.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, HTTPReceiver } from '@slack/bolt';
import { type FakeSlack, startFakeSlack } from '../support/fake-slack.ts';
import { slackEnvironment, startProgram } from '../support/program.ts';
import { median, percentile } from './measure.ts';

const CALLS = 300;

export async function benchCommands(): Promise<void> {
  const slack = await startFakeSlack();
  const folder = mkdtempSync(join(tmpdir(), 'tariffwatch-bench-'));
  // No feed is polled, so that nothing but the command is measured.
  const feeds = join(folder, 'feeds.csv');
  writeFileSync(
    feeds,
    'id,publisher,country_iso2,url,format,kind,language,stable_guid,evidence_date,notes\noff,Off,US,https://off.example/feed,RSS 2.0,news,en,y,,status=dead\n',
  );
  const program = await startProgram({
    folder,
    environment: {
      ...slackEnvironment(slack),
      TARIFFWATCH_FEEDS: feeds,
      TARIFFWATCH_LOG_LEVEL: 'error',
    },
  });
  const bare = await startBareBolt(slack);
  for (const atOnce of [1, 32]) {
    await load(slack, program.url, atOnce, 30);
    await load(slack, bare.url, atOnce, 30);
    const ours = await load(slack, program.url, atOnce, CALLS);
    const theirs = await load(slack, bare.url, atOnce, CALLS);
    console.log(
      `/tariff status japan, ${String(atOnce).padStart(2)} at once               p50 ${median(ours).toFixed(1)} ms, p99 ${percentile(ours, 0.99).toFixed(1)} ms; bare Bolt p50 ${median(theirs).toFixed(1)} ms, p99 ${percentile(theirs, 0.99).toFixed(1)} ms; ratio ${(median(ours) / median(theirs)).toFixed(2)}, ${(percentile(ours, 0.99) / percentile(theirs, 0.99)).toFixed(2)} (target at most 2)`,
    );
  }
  bare.stop();
  await program.stop();
  rmSync(folder, { recursive: true, force: true });
  await slack.close();
}

async function startBareBolt(slack: FakeSlack): Promise<{ readonly url: string; stop(): void }> {
  const receiver = new HTTPReceiver({ signingSecret: slack.signingSecret });
  const app = new App({
    receiver,
    authorize: () => Promise.resolve({ botToken: slack.botToken }),
    clientOptions: { slackApiUrl: slack.apiUrl },
  });
  app.command('/tariff', async ({ ack, command }) => ack({ text: command.text }));
  const server = createServer(receiver.requestListener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, stop: () => server.close() };
}

async function load(
  slack: FakeSlack,
  url: string,
  atOnce: number,
  calls: number,
): Promise<readonly number[]> {
  const times: number[] = [];
  let left = calls;
  const worker = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      const startedAt = performance.now();
      const answer = await slack.sendCommand(url, { text: 'status japan', channelId: 'C0BENCH' });
      if (answer.status !== 200) throw new Error(`answered ${answer.status}: ${answer.body}`);
      times.push(performance.now() - startedAt);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return times;
}
