// Slack as the program runs it: commands, buttons, mentions and events in, by HTTP or by socket; posts and edits out.
// It knows no command: words go to the command runner, and what comes back is rendered.
import { randomBytes } from 'node:crypto';
import { App, SocketModeReceiver } from '@slack/bolt';
import { WebClient } from '@slack/web-api';
import type { Store } from '../../ports/store.ts';
import type {
  ChannelApp,
  ChannelEventHandler,
  ChannelPort,
  ChartDrawer,
  Clock,
  CommandRunner,
  Log,
} from '../../ports/world.ts';
import { createCommandDesk } from './answer-command.ts';
import { createPostFinder } from './find-post.ts';
import { createHttpReceiver } from './http-receiver.ts';
import { listenForEvents } from './listen-for-events.ts';
import { listenForWords } from './listen-for-words.ts';
import { createResponder } from './response-url.ts';
import { toSdkLogger } from './sdk-log.ts';
import { createShareShelf } from './share-shelf.ts';
import { openSignIn } from './sign-in.ts';
import { createSlackCalls, type SlackCalls } from './slack-call.ts';
import { SLACK_LIMITS, type SlackLimits } from './slack-limits.ts';
import { createSlackPort } from './slack-port.ts';
import { keepSocketOpen } from './socket-start.ts';

export type SlackAppOptions = {
  readonly signingSecret: string;
  readonly botToken: string;
  /** Switches to socket mode: no route, a connection to Slack instead. */
  readonly appToken: string | null;
  /** Another base than Slack's own, for tests. */
  readonly apiUrl: string | null;
  readonly runCommand: CommandRunner;
  readonly onEvent: ChannelEventHandler;
  readonly firstTime: Store['firstTime'];
  /** True for words that only ask. They are answered without a note in the database, and may be asked again by Share. */
  readonly isQuestion?: (text: string) => boolean;
  readonly drawChart: ChartDrawer;
  readonly clock: Clock;
  readonly log: Log;
  readonly limits?: SlackLimits;
};

const SLACK_API_URL = 'https://slack.com/api/';

/** Builds the app; nothing is dialled before `start`. */
export function createSlackApp(options: SlackAppOptions): ChannelApp {
  const { clock, log } = options;
  const limits = options.limits ?? SLACK_LIMITS;
  const apiUrl = normalBase(options.apiUrl ?? SLACK_API_URL);
  const calls = createSlackCalls({ botToken: options.botToken, apiUrl, clock, limits });
  const client = createClient(options.botToken, apiUrl, log, limits);
  const responder = createResponder({ apiUrl, clock, log });
  const isQuestion = options.isQuestion ?? (() => false);
  const desk = createCommandDesk({
    runCommand: options.runCommand,
    firstTime: options.firstTime,
    isQuestion,
    newReference: () => randomBytes(4).toString('hex'),
    clock,
    log,
    limits,
  });
  const http = createHttpReceiver({ signingSecret: options.signingSecret, clock, log });
  const socket =
    options.appToken === null ? null : createSocketReceiver(options.appToken, apiUrl, log);
  const app = new App({
    receiver: socket ?? http,
    // One workspace: the token is known, so nothing is looked up and Slack is not asked before `start`.
    authorize: () => Promise.resolve({ botToken: options.botToken }),
    convoStore: false,
    ignoreSelf: false,
    logger: toSdkLogger(log),
    clientOptions: { slackApiUrl: apiUrl, retryConfig: { retries: 0 } },
  });
  const shelf = createShareShelf(() => randomBytes(9).toString('base64url'));
  const { drawChart } = options;
  listenForWords(app, {
    desk,
    responder,
    shelf,
    client,
    drawChart,
    isQuestion,
    clock,
    log,
    limits,
  });
  listenForEvents(app, { desk, client, onEvent: options.onEvent, log });
  app.error((fault) => {
    log.error('a listener of Slack failed', { fault });
    return Promise.resolve();
  });
  const connection = socket === null ? null : keepSocketOpen(socket, log);
  return {
    port: openPort(options, calls, client),
    signIn: openSignIn(client),
    routes:
      socket === null
        ? [
            {
              path: '/slack/events',
              loopbackOnly: false,
              handle: (request, response) => http.handle(request, response),
            },
          ]
        : [],
    start: async () => {
      await connection?.start();
    },
    stop: async () => {
      await connection?.stop();
      await Promise.all([calls.close(), responder.close()]);
    },
  };
}

/** Posts and edits go over connections of their own; the rare look into a channel goes through the SDK. */
function openPort(options: SlackAppOptions, calls: SlackCalls, client: WebClient): ChannelPort {
  const { signingSecret: markKey, clock } = options;
  const { connections, sendTimeoutMs: withinMs } = options.limits ?? SLACK_LIMITS;
  return {
    ...createSlackPort({ calls, markKey, connections }),
    find: createPostFinder({ client, markKey, withinMs, clock }),
  };
}

/**
 * The SDK's client, for what people wait for. It never repeats a call (the SDK would post twice when a reply is lost), and a
 * rate limit neither pauses it nor, since deliveries have connections of their own, comes from them.
 */
function createClient(token: string, apiUrl: string, log: Log, limits: SlackLimits): WebClient {
  return new WebClient(token, {
    slackApiUrl: apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    allowAbsoluteUrls: false,
    timeout: limits.sendTimeoutMs,
    logger: toSdkLogger(log),
  });
}

function createSocketReceiver(appToken: string, apiUrl: string, log: Log): SocketModeReceiver {
  return new SocketModeReceiver({
    appToken,
    logger: toSdkLogger(log),
    installerOptions: { clientOptions: { slackApiUrl: apiUrl } },
    // A request that cannot be understood is acknowledged, as over HTTP: Slack would only send it again.
    processEventErrorHandler: ({ error }) => {
      log.warn('a request of Slack could not be understood', { fault: error });
      return Promise.resolve(true);
    },
  });
}

/** The SDK joins base and method as they are. */
function normalBase(url: string): string {
  return url.endsWith('/') ? url : `${url}/`;
}
