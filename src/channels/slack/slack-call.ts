// One call of Slack's Web API, for deliveries: exactly one request over a kept-open connection, and what came back as it is.
// The SDK's client is not used here: its calls cost over three times the processor time, and it turns a cut answer into an
// "error code". It serves where people wait for an answer (`slack-app.ts`).
import { buildConnector, Pool } from 'undici';
import { z } from 'zod';
import { boundedBytes } from '../../domain/bounded-bytes.ts';
import { faultCode } from '../../domain/fault-code.ts';
import { retryAfterMs } from '../../domain/retry-after.ts';
import type { Clock } from '../../ports/world.ts';
import type { SlackLimits } from './slack-limits.ts';

const BODY = z.object({ ok: z.boolean(), ts: z.string().optional(), error: z.string().optional() });

export type SlackAnswer =
  | {
      readonly kind: 'answer';
      readonly status: number;
      /** From `Retry-After`; null when it is missing or not understood. */
      readonly retryAfterMs: number | null;
      /** Null when it is not what Slack answers with: a web page, half a JSON text. */
      readonly body: z.infer<typeof BODY> | null;
    }
  /** No connection was made: Slack has seen nothing of the request. */
  | { readonly kind: 'not-connected'; readonly code: string }
  /** The request went out and no whole answer came back. */
  | { readonly kind: 'broken'; readonly code: string };

export type SlackCalls = {
  /** Never rejects. Waits for a free connection first; the time-out runs from there. */
  call(method: string, content: Readonly<Record<string, unknown>>): Promise<SlackAnswer>;
  close(): Promise<void>;
};

export type SlackCallOptions = {
  readonly botToken: string;
  /** Ends in `/api/`. */
  readonly apiUrl: string;
  readonly clock: Clock;
  readonly limits: SlackLimits;
};

const CONNECT_TIMEOUT_MS = 5_000;

/** An answer of Slack is a few kilobytes; more is not an answer. */
const MAX_ANSWER_BYTES = 1024 * 1024;

class NotConnectedError extends Error {}

export function createSlackCalls(options: SlackCallOptions): SlackCalls {
  const base = new URL(options.apiUrl);
  const pool = createPool(base.origin, options.limits.connections);
  const gate = createGate(options.limits.connections);
  const headers = {
    authorization: `Bearer ${options.botToken}`,
    'content-type': 'application/json; charset=utf-8',
  };
  return {
    call: (method, content) =>
      gate(async () => {
        try {
          const answer = await pool.request({
            method: 'POST',
            path: `${base.pathname}${method}`,
            headers,
            body: JSON.stringify(content),
            signal: AbortSignal.timeout(options.limits.sendTimeoutMs),
          });
          const bytes = await boundedBytes(answer.body, MAX_ANSWER_BYTES);
          return {
            kind: 'answer',
            status: answer.statusCode,
            retryAfterMs: retryAfterMs(answer.headers['retry-after'], options.clock.now()),
            body: bytes === null ? null : readBody(bytes),
          };
        } catch (fault) {
          return fault instanceof NotConnectedError
            ? { kind: 'not-connected', code: faultCode(fault.cause) }
            : { kind: 'broken', code: faultCode(fault) };
        }
      }),
    close: () => pool.destroy(),
  };
}

/** A pool whose connection faults can be told from faults of a request under way. */
function createPool(origin: string, connections: number): Pool {
  const connect = buildConnector({ timeout: CONNECT_TIMEOUT_MS });
  return new Pool(origin, {
    connections,
    pipelining: 1,
    connect: (target, callback) =>
      connect(target, (fault, socket) => {
        if (fault === null) callback(null, socket);
        else callback(new NotConnectedError('no connection', { cause: fault }), null);
      }),
  });
}

/** Lets `limit` tasks run at a time, the others in the order they came. */
function createGate(limit: number): <T>(task: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (task) => {
    if (running >= limit) await new Promise<void>((resolve) => waiting.push(resolve));
    else running += 1;
    try {
      return await task();
    } finally {
      // The place goes to the next in line; only without one is it free.
      const next = waiting.shift();
      if (next === undefined) running -= 1;
      else next();
    }
  };
}

function readBody(bytes: Uint8Array): z.infer<typeof BODY> | null {
  try {
    const body = BODY.safeParse(JSON.parse(new TextDecoder().decode(bytes)));
    return body.success ? body.data : null;
  } catch {
    return null;
  }
}
