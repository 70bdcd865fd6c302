// Teams end to end over loopback: the real SDK on our side; a fake Connector, sign-in service and signed tokens on the other.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTeamsApp, type TeamsAppOptions } from '../../src/channels/teams/teams-app.ts';
import { TEAMS_LIMITS } from '../../src/channels/teams/teams-limits.ts';
import type { Message } from '../../src/domain/message.ts';
import type { ChannelSettings } from '../../src/domain/subscription.ts';
import type { ChannelApp, ChannelEvent, CommandContext } from '../../src/ports/world.ts';
import { type FakeTeams, startFakeTeams } from '../support/fake-teams.ts';

const MESSAGE: Message = {
  summary: 'Announced: US -> Japan, steel, 25 % additional',
  accent: 'coming',
  blocks: [
    { kind: 'heading', text: 'Announced: US -> Japan' },
    { kind: 'text', spans: [{ text: 'From ' }, { text: '12 March 2025', bold: true }] },
  ],
  buttons: [{ label: 'Why', command: 'why S-1' }],
};

let teams: FakeTeams;
let app: ChannelApp;
let server: Server;
let botUrl: string;
let asked: { text: string; context: CommandContext }[];
let events: ChannelEvent[];
let logged: string[];

async function startBot(changes: Partial<TeamsAppOptions> = {}): Promise<void> {
  const seen = new Set<string>();
  const note = (text: string, keys?: object) => {
    logged.push(
      `${text} ${JSON.stringify(keys, (_, value: unknown) => (value instanceof Error ? String(value.stack) : value))}`,
    );
  };
  app = createTeamsApp({
    appId: teams.appId,
    appPassword: teams.appPassword,
    tenantId: teams.tenantId,
    auth: 'on',
    openIdUrl: teams.openIdUrl,
    loginUrl: teams.loginUrl,
    serviceHosts: [teams.serviceHost],
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
    clock: { now: () => Date.now() },
    log: { debug: note, info: note, warn: note, error: note },
    limits: { ...TEAMS_LIMITS, sendTimeoutMs: 400 },
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

function channel(changes: Partial<ChannelSettings> = {}): ChannelSettings {
  return {
    channel: {
      platform: 'teams',
      tenantId: `${teams.tenantId}/${teams.teamId}`,
      channelId: teams.channelId,
    },
    name: 'General',
    address: JSON.stringify({
      serviceUrl: teams.serviceUrl,
      tenantId: teams.tenantId,
      teamId: teams.teamId,
      conversationId: teams.channelId,
      kind: 'channel',
      botId: teams.botId,
    }),
    pausedReason: null,
    pausedAt: null,
    lastPostAt: null,
    lastFailure: null,
    digest: null,
    ...changes,
  };
}

const OPTIONS = { threadOf: null, possibleRepeat: false, deliveryId: 7 };

beforeEach(async () => {
  asked = [];
  events = [];
  logged = [];
  teams = await startFakeTeams();
});

afterEach(async () => {
  await app.stop();
  server.closeAllConnections();
  server.close();
  await teams.close();
});

describe('words to the bot', () => {
  it('are taken from a mention and answered in its thread', async () => {
    await startBot();

    const reply = await teams.sendMessage(botUrl, {
      text: '<at>Tariffwatch</at>&nbsp;status japan',
      activityId: '1001',
    });

    expect(reply.status).toBe(200);
    expect(asked.map(({ text }) => text)).toEqual(['status japan']);
    expect(teams.messages(teams.channelId).map(({ threadOf }) => threadOf)).toEqual(['1001']);
  });

  it('are taken whole in a personal chat', async () => {
    await startBot();

    await teams.sendMessage(botUrl, { text: 'status japan', personal: true });

    expect(asked.map(({ text, context }) => [text, context.channelName])).toEqual([
      ['status japan', 'personal chat'],
    ]);
    expect(teams.messages('a:personal-conversation')).toHaveLength(1);
  });
});

describe('a token', () => {
  it.each([
    ['of another issuer', { issuer: 'https://evil.example' }],
    ['for another bot', { audience: 'another-bot' }],
    ['that has expired', { expiresAt: Math.floor(Date.now() / 1000) - 301 }],
    ['that names another service address', { serviceUrl: 'https://smba.trafficmanager.net/x/' }],
    ['signed by a stranger', { algorithm: 'foreign' as const }],
    ['without a signature', { algorithm: 'none' as const }],
    ['signed with the public key as a secret', { algorithm: 'HS256' as const }],
    ['of an unknown key', { keyId: 'unknown' }],
  ])('%s lets nobody in', async (_, token) => {
    await startBot();

    const reply = await teams.sendActivity(
      botUrl,
      teams.messageActivity({ text: 'status japan', personal: true }),
      { token },
    );

    expect(reply.status).toBe(401);
    expect(asked).toEqual([]);
  });
});

describe('a post', () => {
  it('arrives once and gives its id as the receipt', async () => {
    await startBot();

    const outcome = await app.port.send(channel(), MESSAGE, OPTIONS);

    const [message] = teams.messages(teams.channelId);
    expect(outcome).toEqual({ kind: 'sent', receipt: message?.id });
    expect(teams.requestCount('POST')).toBe(1);
  });

  it('is edited in place', async () => {
    await startBot();
    const outcome = await app.port.send(channel(), MESSAGE, OPTIONS);
    const receipt = outcome.kind === 'sent' ? outcome.receipt : '';

    const edited = await app.port.edit(channel(), receipt, { ...MESSAGE, summary: 'New' }, OPTIONS);

    expect(edited).toEqual({ kind: 'sent', receipt });
    expect(teams.messages()[0]?.versions).toHaveLength(2);
  });
});
