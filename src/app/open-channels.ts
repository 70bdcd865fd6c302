// Which platforms run, from the configuration. A platform without credentials is left out and said so; half a set of
// credentials is a mistake and stops the start. Each SDK is loaded only where its platform runs: they take 35 and 50 MB.
import type { Config } from '../config/config-keys.ts';
import { UserError } from '../domain/error.ts';
import type { Store } from '../ports/store.ts';
import type { ChannelApp, ChannelEventHandler, Clock, CommandRunner, Log } from '../ports/world.ts';
import { drawChart } from './draw-chart.ts';

export type ChannelParts = {
  readonly config: Config;
  readonly store: Store;
  readonly runCommand: CommandRunner;
  readonly isQuestion: (text: string) => boolean;
  readonly onEvent: ChannelEventHandler;
  readonly clock: Clock;
  readonly log: Log;
};

export type OpenedChannels = {
  readonly apps: readonly ChannelApp[];
  /** What does not run and what to do about it. */
  readonly notices: readonly string[];
};

/** @throws UserError `credential-missing`, `teams-auth-off`. */
export async function openChannels(parts: ChannelParts): Promise<OpenedChannels> {
  const slack = await openSlack(parts);
  const teams = await openTeams(parts);
  const notices: string[] = [];
  if (slack === null) {
    notices.push('Slack is off: set SLACK_SIGNING_SECRET and SLACK_BOT_TOKEN (README, "Slack").');
  }
  if (teams === null) {
    notices.push(
      'Teams is off: set TEAMS_APP_ID and TEAMS_APP_PASSWORD (README, "Microsoft Teams").',
    );
  }
  return { apps: [slack, teams].filter((app) => app !== null), notices };
}

async function openSlack({ config, store, ...parts }: ChannelParts): Promise<ChannelApp | null> {
  const { SLACK_SIGNING_SECRET, SLACK_BOT_TOKEN, SLACK_APP_TOKEN } = config;
  if (SLACK_SIGNING_SECRET === null && SLACK_BOT_TOKEN === null && SLACK_APP_TOKEN === null) {
    return null;
  }
  const { createSlackApp } = await import('../channels/slack/slack-app.ts');
  return createSlackApp({
    // Socket mode checks no signature; the secret then only marks our own posts.
    signingSecret:
      SLACK_SIGNING_SECRET ??
      missing(
        'SLACK_SIGNING_SECRET',
        'api.slack.com/apps > your app > Basic Information > App Credentials',
      ),
    botToken:
      SLACK_BOT_TOKEN ??
      missing(
        'SLACK_BOT_TOKEN',
        'api.slack.com/apps > your app > OAuth & Permissions > Bot User OAuth Token',
      ),
    appToken: SLACK_APP_TOKEN,
    apiUrl: config.SLACK_API_URL,
    drawChart,
    firstTime: (key, now, ttlMs) => store.firstTime(key, now, ttlMs),
    ...parts,
  });
}

async function openTeams({
  config,
  store,
  runCommand,
  onEvent,
  clock,
  log,
}: ChannelParts): Promise<ChannelApp | null> {
  const { TEAMS_APP_ID, TEAMS_APP_PASSWORD, TEAMS_AUTH } = config;
  if (TEAMS_AUTH === 'off' && !isLoopbackHost(config.HOST)) {
    throw new UserError(
      'teams-auth-off',
      `TEAMS_AUTH=off accepts anybody's messages, and HOST=${config.HOST} is open to others.`,
      'Use TEAMS_AUTH=off only with HOST=127.0.0.1, for an emulator on this machine.',
    );
  }
  if (TEAMS_AUTH === 'on' && TEAMS_APP_ID === null && TEAMS_APP_PASSWORD === null) return null;
  const { createTeamsApp } = await import('../channels/teams/teams-app.ts');
  return createTeamsApp({
    appId:
      TEAMS_AUTH === 'off'
        ? (TEAMS_APP_ID ?? '')
        : (TEAMS_APP_ID ??
          missing(
            'TEAMS_APP_ID',
            'portal.azure.com > your Azure Bot > Configuration > Microsoft App ID',
          )),
    appPassword:
      TEAMS_AUTH === 'off'
        ? (TEAMS_APP_PASSWORD ?? '')
        : (TEAMS_APP_PASSWORD ??
          missing(
            'TEAMS_APP_PASSWORD',
            'portal.azure.com > App registrations > your app > Certificates & secrets',
          )),
    tenantId: config.TEAMS_TENANT_ID,
    auth: TEAMS_AUTH,
    openIdUrl: config.TEAMS_OPENID_URL,
    loginUrl: config.TEAMS_LOGIN_URL,
    serviceHosts: config.TEAMS_SERVICE_HOSTS,
    drawChart,
    firstTime: (key, now, ttlMs) => store.firstTime(key, now, ttlMs),
    runCommand,
    onEvent,
    clock,
    log,
  });
}

function missing(key: string, place: string): never {
  throw new UserError(
    'credential-missing',
    `${key} is not set, though its sibling keys are.`,
    `You find it at ${place}.`,
  );
}

function isLoopbackHost(host: string): boolean {
  return host === 'localhost' || host === '::1' || host.startsWith('127.');
}
