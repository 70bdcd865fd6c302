// A Slack app and a Teams app as the program runs them, each on an own port and wired to its fake: what they are asked, told and
// what they log is recorded. Used where a channel is tested by itself, without the rest of the program.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { drawChart } from '../../src/app/draw-chart.ts';
import { createSlackApp, type SlackAppOptions } from '../../src/channels/slack/slack-app.ts';
import { SLACK_LIMITS } from '../../src/channels/slack/slack-limits.ts';
import { createTeamsApp, type TeamsAppOptions } from '../../src/channels/teams/teams-app.ts';
import { TEAMS_LIMITS } from '../../src/channels/teams/teams-limits.ts';
import type { Message } from '../../src/domain/message.ts';
import type { ChannelSettings } from '../../src/domain/subscription.ts';
import type { ChannelApp, ChannelEvent, CommandContext, Log } from '../../src/ports/world.ts';
import { type FakeSlack, startFakeSlack } from './fake-slack.ts';
import { type FakeTeams, startFakeTeams } from './fake-teams.ts';

export const SAMPLE_MESSAGE: Message = {
  summary: 'Announced: US -> Japan, steel, 25 % additional',
  accent: 'coming',
  blocks: [
    { kind: 'heading', text: 'Announced: US -> Japan, steel' },
    { kind: 'text', spans: [{ text: 'From ' }, { text: '12 March 2025', bold: true }] },
    { kind: 'fields', fields: [{ label: 'Rate', value: '25 % additional' }] },
    { kind: 'list', items: [[{ text: 'Notice', link: 'https://www.federalregister.gov/d/1' }]] },
    { kind: 'divider' },
    { kind: 'context', spans: [{ text: 'S-1 · last checked 08:00 UTC' }] },
  ],
  buttons: [
    { label: 'Why', command: 'why S-1' },
    { label: 'Open', link: 'https://example.org/' },
  ],
};

export type ChannelBot = {
  readonly app: ChannelApp;
  readonly url: string;
  readonly asked: { readonly text: string; readonly context: CommandContext }[];
  readonly events: ChannelEvent[];
  /** Every line with its keys, faults with their stacks. */
  readonly logged: string[];
  close(): Promise<void>;
};

/** `firstTime` of the store, in memory, without forgetting. */
export function rememberingFirstTime(): (key: string) => Promise<boolean> {
  const seen = new Set<string>();
  return (key) => {
    const isNew = !seen.has(key);
    seen.add(key);
    return Promise.resolve(isNew);
  };
}

export async function startSlackBot(
  changes: Partial<SlackAppOptions> = {},
  fake?: FakeSlack,
): Promise<ChannelBot & { readonly slack: FakeSlack }> {
  const slack = fake ?? (await startFakeSlack());
  const records = newRecords();
  const app = createSlackApp({
    signingSecret: slack.signingSecret,
    botToken: slack.botToken,
    appToken: null,
    apiUrl: slack.apiUrl,
    drawChart,
    ...records.handlers,
    // Generous: what is about a limit sets its own, and a busy machine must not decide a test.
    limits: { ...SLACK_LIMITS, ackWithinMs: 10_000 },
    ...changes,
  });
  return { slack, ...records.kept, ...(await serve(app, () => slack.close())) };
}

export async function startTeamsBot(
  changes: Partial<TeamsAppOptions> = {},
  fake?: FakeTeams,
): Promise<ChannelBot & { readonly teams: FakeTeams }> {
  const teams = fake ?? (await startFakeTeams());
  const records = newRecords();
  const app = createTeamsApp({
    appId: teams.appId,
    appPassword: teams.appPassword,
    tenantId: teams.tenantId,
    auth: 'on',
    openIdUrl: teams.openIdUrl,
    loginUrl: teams.loginUrl,
    serviceHosts: [teams.serviceHost],
    drawChart,
    ...records.handlers,
    limits: {
      ...TEAMS_LIMITS,
      messageWithinMs: 20_000,
      invokeWithinMs: 20_000,
      keysWithinMs: 20_000,
    },
    ...changes,
  });
  return { teams, ...records.kept, ...(await serve(app, () => teams.close())) };
}

export function slackChannel(channelId = 'C1'): ChannelSettings {
  return {
    ...UNUSED_SETTINGS,
    channel: { platform: 'slack', tenantId: 'T1', channelId },
    name: 'general',
    address: null,
  };
}

export function teamsChannel(teams: FakeTeams): ChannelSettings {
  return {
    ...UNUSED_SETTINGS,
    channel: {
      platform: 'teams',
      tenantId: `${teams.tenantId}/${teams.teamId}`,
      channelId: teams.channelId,
    },
    name: 'Fake team / General',
    address: JSON.stringify({
      serviceUrl: teams.serviceUrl,
      tenantId: teams.tenantId,
      teamId: teams.teamId,
      conversationId: teams.channelId,
      kind: 'channel',
      botId: teams.botId,
    }),
  };
}

const UNUSED_SETTINGS = {
  pausedReason: null,
  pausedAt: null,
  pausedBy: null,
  lastPostAt: null,
  lastFailure: null,
  digest: null,
  preferences: null,
};

function newRecords() {
  const kept = {
    asked: [] as { text: string; context: CommandContext }[],
    events: [] as ChannelEvent[],
    logged: [] as string[],
  };
  const note = (text: string, keys?: Readonly<Record<string, unknown>>) => {
    const shown = JSON.stringify(keys, (_, value: unknown) =>
      value instanceof Error ? String(value.stack) : value,
    );
    kept.logged.push(`${text} ${shown}`);
  };
  const log: Log = { debug: note, info: note, warn: note, error: note };
  const handlers = {
    runCommand: (text: string, context: CommandContext) => {
      kept.asked.push({ text, context });
      return Promise.resolve({ message: SAMPLE_MESSAGE, visibility: 'private' as const });
    },
    onEvent: (event: ChannelEvent) => {
      kept.events.push(event);
      return Promise.resolve();
    },
    firstTime: rememberingFirstTime(),
    clock: { now: () => Date.now() },
    log,
  };
  return { kept, handlers };
}

async function serve(
  app: ChannelApp,
  closeFake: () => Promise<void>,
): Promise<Pick<ChannelBot, 'app' | 'url' | 'close'>> {
  const server = createServer((request, response) => {
    const route = app.routes.find(({ path }) => path === request.url);
    if (route === undefined) response.writeHead(404).end();
    else void route.handle(request, response);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  async function close(): Promise<void> {
    await app.stop();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await closeFake();
  }
  try {
    await app.start();
  } catch (fault) {
    await close();
    throw fault;
  }
  return { app, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close };
}
