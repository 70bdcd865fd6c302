// Teams as the program runs it: the HTTP end of `/api/messages` in, posts and edits out. It decides who is let in; what an
// activity means is decided in `handle-activity.ts`.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { boundedBytes } from '../../domain/bounded-bytes.ts';
import type { Store } from '../../ports/store.ts';
import type {
  ChannelApp,
  ChannelEventHandler,
  ChartDrawer,
  Clock,
  CommandRunner,
  Log,
} from '../../ports/world.ts';
import { createBotbuilderAdapter } from './botbuilder-adapter.ts';
import { type ActivityHandling, type ActivityReply, handleActivity } from './handle-activity.ts';
import { readActivity, tenantOf } from './read-activity.ts';
import { isServiceUrl, type ServiceHostOptions } from './service-hosts.ts';
import { OPENID_URL } from './teams-cloud.ts';
import { MAX_REQUEST_BYTES, TEAMS_LIMITS, type TeamsLimits } from './teams-limits.ts';
import type { TeamsActivity, TeamsPort } from './teams-port.ts';
import { createTeamsSender } from './teams-sender.ts';

export type TeamsAppOptions = {
  readonly appId: string;
  readonly appPassword: string;
  /** Of a single-tenant registration: its tokens come from there, and no other tenant is served. Null serves all. */
  readonly tenantId: string | null;
  /** `off`: an emulator on this machine, without tokens; everybody else is refused. */
  readonly auth: 'on' | 'off';
  /** Other addresses than the public cloud's, whole. */
  readonly openIdUrl: string | null;
  readonly loginUrl: string | null;
  /** Hosts besides Teams' own that an activity may name as its service address. */
  readonly serviceHosts: readonly string[];
  readonly runCommand: CommandRunner;
  readonly onEvent: ChannelEventHandler;
  readonly firstTime: Store['firstTime'];
  readonly drawChart: ChartDrawer;
  readonly clock: Clock;
  readonly log: Log;
  readonly limits?: TeamsLimits;
};

/** Microsoft's token endpoint; a multi-tenant registration signs in at botframework.com. */
function publicLoginUrl(tenantId: string | null): string {
  const tenant = encodeURIComponent(tenantId ?? 'botframework.com');
  return `https://login.microsoftonline.com/${tenant}/oauth2/v2.0/token`;
}

/** Builds the app; nothing is dialled before the first message. */
export function createTeamsApp(options: TeamsAppOptions): ChannelApp {
  const limits = options.limits ?? TEAMS_LIMITS;
  const hosts: ServiceHostOptions = {
    allowedHosts: options.serviceHosts,
    loopbackOnly: options.auth === 'off',
  };
  const teams = createBotbuilderAdapter({
    appId: options.appId,
    appPassword: options.appPassword,
    auth: options.auth,
    openIdUrl: options.openIdUrl ?? OPENID_URL,
    loginUrl: options.loginUrl ?? publicLoginUrl(options.tenantId),
    sendTimeoutMs: limits.sendTimeoutMs,
    keysWithinMs: limits.keysWithinMs,
    clock: options.clock,
  });
  const door: Door = { ...options, teams, hosts, limits };
  return {
    port: createTeamsSender({
      teams,
      isServiceUrl: (address) => isServiceUrl(address, hosts),
      drawChart: options.drawChart,
      clock: options.clock,
    }),
    routes: [
      {
        path: '/api/messages',
        loopbackOnly: options.auth === 'off',
        handle: (request, response) => handleRequest(door, request, response),
      },
    ],
    start: () => Promise.resolve(),
    stop: () => Promise.resolve(),
  };
}

type Door = ActivityHandling & {
  readonly teams: TeamsPort;
  readonly hosts: ServiceHostOptions;
  readonly tenantId: string | null;
};

/** 405, 413, 400 for what is no activity, 401 without Teams' token, 403 for another tenant or service address, else 200. */
async function handleRequest(
  door: Door,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.method !== 'POST') return end(response, 405);
  const bytes = await bodyOf(request);
  if (bytes === null) {
    response.setHeader('connection', 'close');
    return end(response, 413);
  }
  const raw = parseObject(bytes);
  const activity = raw === null ? null : readActivity(raw);
  if (raw === null || activity === null) return end(response, 400);
  if (!isServiceUrl(activity.serviceUrl, door.hosts)) {
    door.log.warn('an activity was refused: its service address is not one of Teams');
    return end(response, 403);
  }
  let reply: ActivityReply = null;
  let isForeign = false;
  const verdict = await door.teams.receive(request.headers.authorization ?? '', raw, async () => {
    isForeign = door.tenantId !== null && tenantOf(activity) !== door.tenantId;
    if (!isForeign) reply = await handleActivity(door, activity);
  });
  if (verdict !== 'accepted') {
    door.log.warn('an activity was refused: not signed by Teams', { verdict });
    return end(response, verdict === 'unavailable' ? 503 : 401);
  }
  if (isForeign) {
    door.log.warn('an activity was refused: of another tenant');
    return end(response, 403);
  }
  end(response, 200, reply);
}

/** The whole body, or null when it is too large. */
async function bodyOf(request: IncomingMessage): Promise<Uint8Array | null> {
  if (Number(request.headers['content-length'] ?? 0) > MAX_REQUEST_BYTES) return null;
  return boundedBytes(request, MAX_REQUEST_BYTES);
}

function parseObject(bytes: Uint8Array): TeamsActivity | null {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as TeamsActivity)
      : null;
  } catch {
    return null;
  }
}

function end(response: ServerResponse, status: number, body: ActivityReply = null): void {
  if (body === null) {
    response.writeHead(status).end();
    return;
  }
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
