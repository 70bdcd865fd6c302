// Slack end to end over loopback: the real SDK on our side, a fake Slack with real signatures on the other.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSlackApp, type SlackAppOptions } from '../../src/channels/slack/slack-app.ts';
import { SLACK_LIMITS } from '../../src/channels/slack/slack-limits.ts';
import type { Message } from '../../src/domain/message.ts';
import type { ChannelSettings } from '../../src/domain/subscription.ts';
import type { ChannelApp, ChannelEvent, CommandContext } from '../../src/ports/world.ts';
import { type FakeSlack, startFakeSlack } from '../support/fake-slack.ts';

const MESSAGE: Message = {
  summary: 'Announced: US -> Japan, steel, 25 % additional',
  accent: 'coming',
  blocks: [
    { kind: 'heading', text: 'Announced: US -> Japan' },
    { kind: 'text', spans: [{ text: 'From ' }, { text: '12 March 2025', bold: true }] },
  ],
  buttons: [{ label: 'Why', command: 'why S-1' }],
};

let slack: FakeSlack;
let app: ChannelApp;
let server: Server;
let botUrl: string;
let asked: { text: string; context: CommandContext }[];
let events: ChannelEvent[];
let logged: string[];
let nowShift: number;

async function startBot(changes: Partial<SlackAppOptions> = {}): Promise<void> {
  const seen = new Set<string>();
  const note = (text: string, keys?: object) => {
    logged.push(
      `${text} ${JSON.stringify(keys, (_, value: unknown) => (value instanceof Error ? String(value.stack) : value))}`,
    );
  };
  app = createSlackApp({
    signingSecret: slack.signingSecret,
    botToken: slack.botToken,
    appToken: null,
    apiUrl: slack.apiUrl,
    runCommand: (text, context) => {
      asked.push({ text, context });
      return Promise.resolve({ message: MESSAGE, visibility: 'private' });
    },
    onEvent: (event) => {
      events.push(event);
      return Promise.resolve();
    },
    firstTime: (key) => {
      const isNew = !seen.has(key);
      seen.add(key);
      return Promise.resolve(isNew);
    },
    clock: { now: () => Date.now() + nowShift },
    log: { debug: note, info: note, warn: note, error: note },
    limits: { ...SLACK_LIMITS, sendTimeoutMs: 400 },
    ...changes,
  });
  server = createServer((request, response) => {
    const route = app.routes.find(({ path }) => path === request.url);
    if (route === undefined) response.writeHead(404).end();
    else void route.handle(request, response);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  botUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await app.start();
}

function channel(channelId = 'C1'): ChannelSettings {
  return {
    channel: { platform: 'slack', tenantId: 'T1', channelId },
    name: 'general',
    address: null,
    pausedReason: null,
    pausedAt: null,
    lastPostAt: null,
    lastFailure: null,
    digest: null,
  };
}

const OPTIONS = { threadOf: null, possibleRepeat: false, deliveryId: 7 };

beforeEach(async () => {
  asked = [];
  events = [];
  logged = [];
  nowShift = 0;
  slack = await startFakeSlack();
});

afterEach(async () => {
  await app.stop();
  server.closeAllConnections();
  server.close();
  await slack.close();
});

describe('a slash command', () => {
  it('is answered in the reply, privately, with a Share button', async () => {
    await startBot();

    const reply = await slack.sendCommand(botUrl, { text: 'status japan', channelName: 'trade' });

    expect(reply.status).toBe(200);
    expect(asked).toEqual([
      {
        text: 'status japan',
        context: {
          channel: { platform: 'slack', tenantId: 'T1', channelId: 'C1' },
          channelName: 'trade',
          address: null,
          userId: 'U1',
          userName: 'alice',
        },
      },
    ]);
    const body = JSON.parse(reply.body) as Record<string, unknown>;
    expect(body['response_type']).toBe('ephemeral');
    expect(JSON.stringify(body['blocks'])).toContain('tariff-share');
  });
});

describe('a post', () => {
  it('arrives once and gives its ts as the receipt', async () => {
    await startBot();

    const outcome = await app.port.send(channel(), MESSAGE, OPTIONS);

    const [message] = slack.messages('C1');
    expect(outcome).toEqual({ kind: 'sent', receipt: message?.ts });
    expect(slack.messages()).toHaveLength(1);
  });
});
