// One call of Slack's Web API, for deliveries: exactly one request over a kept-open connection, and what came back as it is.
// The SDK's client is not used here: its calls cost over three times the processor time, and it turns a cut answer into an
// "error code". It serves where people wait for an answer (`slack-app.ts`).
import { buildConnector, type Dispatcher, Pool } from 'undici';
import { z } from 'zod';
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
  /** `body` is a JSON object. Never rejects. Waits for a free connection first; the time-out runs from there. */
  call(method: string, body: string): Promise<SlackAnswer>;
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

/**
 * How long before the other side would close an idle connection ours is closed. A request on one that was closed while this
 * process was busy has an unclear end, and a post with an unclear end is posted again.
 */
const CLOSE_AHEAD_MS = 3_000;

/** An answer of Slack is a few kilobytes; more is not an answer. */
const MAX_ANSWER_BYTES = 1024 * 1024;

class NotConnectedError extends Error {}

class OverlongError extends Error {}

class TimeoutError extends Error {
  override readonly name = 'TimeoutError';
}

export function createSlackCalls(options: SlackCallOptions): SlackCalls {
  const base = new URL(options.apiUrl);
  const pool = createPool(base.origin, options.limits.connections);
  const gate = createGate(options.limits.connections);
  const headers = {
    authorization: `Bearer ${options.botToken}`,
    'content-type': 'application/json; charset=utf-8',
  };
  return {
    call: (method, body) =>
      gate(
        () =>
          new Promise((resolve) => {
            const path = `${base.pathname}${method}`;
            pool.dispatch({ method: 'POST', path, headers, body }, answerTo(options, resolve));
          }),
      ),
    close: () => pool.destroy(),
  };
}

/**
 * Takes one answer as it comes in. `dispatch` is the pool's innermost call: its `request` makes a stream and an abort
 * signal for each call, which cost more than all the rest.
 */
function answerTo(
  { clock, limits }: SlackCallOptions,
  resolve: (answer: SlackAnswer) => void,
): Dispatcher.DispatchHandler {
  const chunks: Buffer[] = [];
  let size = 0;
  let status = 0;
  let retryAfter: string | string[] | undefined;
  let request: Dispatcher.DispatchController | null = null;
  let timeOver: TimeoutError | null = null;
  const timer = setTimeout(() => {
    timeOver = new TimeoutError('no answer in time');
    request?.abort(timeOver);
  }, limits.sendTimeoutMs);

  function end(body: z.infer<typeof BODY> | null): void {
    clearTimeout(timer);
    resolve({
      kind: 'answer',
      status,
      retryAfterMs: retryAfterMs(retryAfter, clock.now()),
      body,
    });
  }

  return {
    onRequestStart(controller) {
      request = controller;
      if (timeOver !== null) controller.abort(timeOver);
    },
    onResponseStart(_controller, statusCode, headers) {
      status = statusCode;
      retryAfter = headers['retry-after'];
    },
    onResponseData(controller, chunk) {
      size += chunk.length;
      chunks.push(chunk);
      if (size > MAX_ANSWER_BYTES) controller.abort(new OverlongError('too long an answer'));
    },
    onResponseEnd: () => end(readBody(Buffer.concat(chunks))),
    onResponseError(_controller, fault) {
      if (fault instanceof OverlongError) return end(null);
      clearTimeout(timer);
      resolve(
        fault instanceof NotConnectedError
          ? { kind: 'not-connected', code: faultCode(fault.cause) }
          : { kind: 'broken', code: faultCode(fault) },
      );
    },
  };
}

/** A pool whose connection faults can be told from faults of a request under way. */
function createPool(origin: string, connections: number): Pool {
  const connect = buildConnector({ timeout: CONNECT_TIMEOUT_MS });
  return new Pool(origin, {
    connections,
    pipelining: 1,
    keepAliveTimeoutThreshold: CLOSE_AHEAD_MS,
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

function readBody(bytes: Buffer): z.infer<typeof BODY> | null {
  try {
    const body = BODY.safeParse(JSON.parse(bytes.toString()));
    return body.success ? body.data : null;
  } catch {
    return null;
  }
}
