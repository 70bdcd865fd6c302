// The two clients of Slack's Web API: one delivers, one answers people, so that a flood of deliveries cannot hold up an answer.
// Neither repeats a call by itself: the SDK's own retries put one message into a channel three times.
import { WebClient } from '@slack/web-api';
import type { Clock, Log } from '../../ports/world.ts';
import { createPoolFetch } from './pool-fetch.ts';
import { toSdkLogger } from './sdk-log.ts';
import type { SlackLimits } from './slack-limits.ts';

export const SLACK_API_URL = 'https://slack.com/api/';

export type SlackClients = {
  readonly delivery: WebClient;
  readonly interactive: WebClient;
  close(): Promise<void>;
};

export type SlackClientOptions = {
  readonly botToken: string;
  /** Ends in `/api/`. */
  readonly apiUrl: string;
  readonly clock: Clock;
  readonly log: Log;
  readonly limits: SlackLimits;
};

const INTERACTIVE_CONNECTIONS = 8;

/** Both clients reject at once on a rate limit and never pause their queue. */
export function createSlackClients(options: SlackClientOptions): SlackClients {
  const { apiUrl, clock, limits } = options;
  const origin = new URL(apiUrl).origin;
  const delivery = createPoolFetch(origin, limits.connections, () => clock.now());
  const interactive = createPoolFetch(origin, INTERACTIVE_CONNECTIONS, () => clock.now());
  const shared = {
    slackApiUrl: apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    allowAbsoluteUrls: false,
    timeout: limits.sendTimeoutMs,
    logger: toSdkLogger(options.log),
  };
  return {
    delivery: new WebClient(options.botToken, {
      ...shared,
      fetch: delivery.fetch,
      // A call that waits for a connection would spend its time-out in the queue.
      maxRequestConcurrency: limits.connections,
    }),
    interactive: new WebClient(options.botToken, {
      ...shared,
      fetch: interactive.fetch,
      maxRequestConcurrency: INTERACTIVE_CONNECTIONS,
    }),
    close: async () => {
      await Promise.all([delivery.close(), interactive.close()]);
    },
  };
}
