// Answers through the address that Slack sends along with a command or a click. The address comes from outside: it is used only
// when it is Slack's own, at most five times in its half hour, and what it leads to is not followed.
import { Agent, request } from 'undici';
import type { Instant } from '../../domain/day.ts';
import { faultCode } from '../../domain/fault-code.ts';
import type { Clock, Log } from '../../ports/world.ts';
import { MAX_RESPONSE_URL_USES, RESPONSE_URL_LIFE_MS } from './slack-limits.ts';

export type Responder = {
  /** True when Slack took the answer. Never rejects. */
  respond(address: string, content: Readonly<Record<string, unknown>>): Promise<boolean>;
  close(): Promise<void>;
};

export type ResponderOptions = {
  /** Base of the Web API: answers may go to its host too when it is not Slack's own (a test). */
  readonly apiUrl: string;
  readonly clock: Clock;
  readonly log: Log;
};

const SLACK_HOST = 'hooks.slack.com';
const TIMEOUT_MS = 10_000;

export function createResponder(options: ResponderOptions): Responder {
  const agent = new Agent({ connections: 8, connect: { timeout: 5_000 } });
  const uses = new Map<string, { readonly count: number; readonly firstAt: Instant }>();
  return {
    async respond(address, content) {
      const url = allowedAddress(address, options.apiUrl);
      if (url === null) {
        options.log.warn('an answer was not sent: the response address is not of Slack');
        return false;
      }
      if (!takeUse(uses, url.href, options.clock.now())) {
        options.log.warn('an answer was not sent: the response address is used up');
        return false;
      }
      try {
        const answer = await request(url, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(content),
          dispatcher: agent,
          signal: AbortSignal.timeout(TIMEOUT_MS),
        });
        await answer.body.dump();
        if (answer.statusCode === 200) return true;
        options.log.warn('Slack refused an answer', { status: answer.statusCode });
      } catch (fault) {
        // Not its message: that may hold the address, which is a secret while it lives.
        options.log.warn('an answer did not reach Slack', { fault: faultCode(fault) });
      }
      return false;
    },
    close: () => agent.destroy(),
  };
}

/** The address when it is https at Slack's own host, or at the origin of a test's API; null otherwise. */
export function allowedAddress(address: string, apiUrl: string): URL | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  if (url.username !== '' || url.password !== '') return null;
  const isSlack = url.protocol === 'https:' && url.host === SLACK_HOST;
  const isTest = new URL(apiUrl).hostname !== 'slack.com' && url.origin === new URL(apiUrl).origin;
  return isSlack || isTest ? url : null;
}

/** Counts one use; false when there is none left. Forgets addresses that Slack itself has forgotten. */
function takeUse(
  uses: Map<string, { readonly count: number; readonly firstAt: Instant }>,
  address: string,
  now: Instant,
): boolean {
  for (const [known, { firstAt }] of uses) {
    if (now - firstAt <= RESPONSE_URL_LIFE_MS) break;
    uses.delete(known);
  }
  const used = uses.get(address) ?? { count: 0, firstAt: now };
  if (used.count >= MAX_RESPONSE_URL_USES) return false;
  uses.set(address, { ...used, count: used.count + 1 });
  return true;
}
