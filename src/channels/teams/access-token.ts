// Tokens for calling the Connector, by the OAuth 2.0 client credentials grant (RFC 6749 section 4.4). One request at a time; a
// token is kept until five minutes before its end.
import { request } from 'undici';
import { z } from 'zod';
import type { Instant } from '../../domain/day.ts';
import { faultCode } from '../../domain/fault-code.ts';
import type { Clock } from '../../ports/world.ts';
import { TeamsFaultError } from './teams-port.ts';

export type AccessTokens = {
  /** @throws TeamsFaultError `not-sent` with a code: nothing was said to Teams yet. */
  get(): Promise<string>;
  /** Teams refused the token: the next `get` asks for another. */
  forget(): void;
};

export type AccessTokenOptions = {
  readonly loginUrl: string;
  /** For whom the tokens are. */
  readonly audience: string;
  readonly appId: string;
  readonly appPassword: string;
  readonly clock: Clock;
};

const SPARE_MS = 5 * 60_000;
const TIMEOUT_MS = 10_000;

const TOKEN = z.object({
  access_token: z.string().min(1),
  expires_in: z.coerce.number().positive(),
});
const REFUSAL = z.object({ error: z.string().regex(/^[\w.-]{1,60}$/) });

export function createAccessTokens(options: AccessTokenOptions): AccessTokens {
  let kept: { readonly token: string; readonly until: Instant } | null = null;
  let asking: Promise<string> | null = null;

  async function ask(): Promise<string> {
    const asked = options.clock.now();
    const { token, lifeMs } = await requestToken(options);
    kept = { token, until: asked + lifeMs - SPARE_MS };
    return token;
  }

  return {
    get() {
      if (kept !== null && options.clock.now() < kept.until) return Promise.resolve(kept.token);
      asking ??= ask().finally(() => {
        asking = null;
      });
      return asking;
    },
    forget() {
      kept = null;
    },
  };
}

async function requestToken(
  options: AccessTokenOptions,
): Promise<{ readonly token: string; readonly lifeMs: number }> {
  let status: number;
  let body: unknown;
  try {
    const answer = await request(options.loginUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: options.appId,
        client_secret: options.appPassword,
        scope: `${options.audience}/.default`,
      }).toString(),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    status = answer.statusCode;
    body = await answer.body.json();
  } catch (fault) {
    throw noToken(`sign-in: ${faultCode(fault)}`);
  }
  const token = TOKEN.safeParse(body);
  if (status === 200 && token.success) {
    return { token: token.data.access_token, lifeMs: token.data.expires_in * 1_000 };
  }
  const refusal = REFUSAL.safeParse(body);
  throw noToken(`sign-in: ${refusal.success ? refusal.data.error : `HTTP ${status}`}`);
}

function noToken(code: string): TeamsFaultError {
  return new TeamsFaultError({ kind: 'not-sent', code });
}
