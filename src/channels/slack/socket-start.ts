// Keeps trying to open the socket until it stands or the program stops. Once open, the SDK itself renews it.
import type { SocketModeReceiver } from '@slack/bolt';
import { WebAPIPlatformError } from '@slack/web-api';
import { UserError } from '../../domain/error.ts';
import type { Log } from '../../ports/world.ts';

export type SocketConnection = {
  /** Resolves when the first attempt is over. @throws UserError `slack-app-token` when Slack refuses the token. */
  start(): Promise<void>;
  stop(): Promise<void>;
};

const RETRY_MS = 15_000;

const TOKEN_FAULTS: readonly string[] = [
  'invalid_auth',
  'not_authed',
  'account_inactive',
  'token_revoked',
  'not_allowed_token_type',
  'missing_scope',
];

export function keepSocketOpen(receiver: SocketModeReceiver, log: Log): SocketConnection {
  let timer: NodeJS.Timeout | null = null;
  let isStopped = false;
  let isOpen = false;

  async function attempt(): Promise<void> {
    try {
      await receiver.start();
      isOpen = true;
      log.info('the socket to Slack is open');
    } catch (fault) {
      if (isTokenFault(fault)) throw tokenError();
      if (isStopped) return;
      log.warn('Slack cannot be reached; the socket is tried again', { fault, afterMs: RETRY_MS });
      timer = setTimeout(() => {
        attempt().catch((later: unknown) =>
          log.error('the socket to Slack stays closed', { fault: later }),
        );
      }, RETRY_MS);
      timer.unref();
    }
  }

  return {
    start: attempt,
    stop: async () => {
      isStopped = true;
      if (timer !== null) clearTimeout(timer);
      if (isOpen) await receiver.stop();
    },
  };
}

function isTokenFault(fault: unknown): boolean {
  return fault instanceof WebAPIPlatformError && TOKEN_FAULTS.includes(String(fault.data.error));
}

function tokenError(): UserError {
  return new UserError(
    'slack-app-token',
    'Slack refuses SLACK_APP_TOKEN.',
    'Make an app-level token with the scope connections:write (Basic Information > App-Level Tokens) and switch Socket Mode on.',
  );
}
