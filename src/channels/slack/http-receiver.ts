// Bolt's way in over HTTP, on the program's own server: one signed request in, one answer out, always.
// It decides only whether a request is Slack's; what it means is the app's business.

import type { IncomingMessage, ServerResponse } from 'node:http';
import { parse } from 'node:querystring';
import type { App, Receiver, ReceiverEvent } from '@slack/bolt';
import { boundedBytes } from '../../domain/bounded-bytes.ts';
import type { Clock, Log } from '../../ports/world.ts';
import { MAX_REQUEST_BYTES } from './slack-limits.ts';
import { createRequestVerifier, type RequestVerdict } from './verify-request.ts';

export type HttpReceiver = Receiver & {
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>;
};

export type HttpReceiverOptions = {
  readonly signingSecret: string;
  readonly clock: Clock;
  readonly log: Log;
};

type Body = Readonly<Record<string, unknown>>;

/** Answers 401 to what is not Slack's, 400 to what cannot be read, 405, 413; otherwise what the app acknowledges with. */
export function createHttpReceiver(options: HttpReceiverOptions): HttpReceiver {
  const verify = createRequestVerifier(options.signingSecret);
  let app: App | null = null;
  return {
    init(owner) {
      app = owner;
    },
    start: () => Promise.resolve(undefined),
    stop: () => Promise.resolve(undefined),
    async handle(request, response) {
      if (request.method !== 'POST') return answer(response, 405);
      const bytes = await bodyOf(request);
      if (bytes === null) return tooLarge(response);
      const text = bytes.toString('utf8');
      const contentType = request.headers['content-type'] ?? '';
      // Slack checks the TLS end without a signature; nothing else of such a request is looked at.
      if (isForm(contentType) && parse(text)['ssl_check'] === '1') return answer(response, 200);
      const verdict = verify(
        {
          body: bytes,
          timestamp: request.headers['x-slack-request-timestamp'],
          signature: request.headers['x-slack-signature'],
        },
        options.clock.now(),
      );
      if (verdict !== 'genuine') return refuse(options.log, verdict, request, response);
      const body = parseBody(contentType, text);
      if (body === null) return answer(response, 400);
      if (body['type'] === 'url_verification') {
        return answer(response, 200, { challenge: String(body['challenge']) });
      }
      await dispatch(app, body, request, response, options.log);
    },
  };
}

async function dispatch(
  app: App | null,
  body: Body,
  request: IncomingMessage,
  response: ServerResponse,
  log: Log,
): Promise<void> {
  const event: ReceiverEvent = {
    body,
    ...retryOf(request),
    // A second acknowledgement has nobody to reach; it is no fault of the request.
    ack: (content?: unknown) => {
      if (!response.headersSent) answer(response, 200, content);
      return Promise.resolve();
    },
  };
  try {
    await app?.processEvent(event);
  } catch (fault) {
    log.warn('a request of Slack could not be understood', { fault });
    if (!response.headersSent) answer(response, 400);
  }
  // Nothing listened, or a listener forgot: silence would show the user a failure after three seconds.
  if (!response.headersSent) answer(response, 200);
}

function retryOf(request: IncomingMessage): Pick<ReceiverEvent, 'retryNum' | 'retryReason'> {
  const count = request.headers['x-slack-retry-num'];
  const reason = request.headers['x-slack-retry-reason'];
  return {
    ...(typeof count === 'string' && /^\d{1,3}$/.test(count) ? { retryNum: Number(count) } : {}),
    ...(typeof reason === 'string' ? { retryReason: reason } : {}),
  };
}

/** A repeat of bytes we have had is answered without effect: to Slack's own retry as done, to anybody else as refused. */
function refuse(
  log: Log,
  verdict: RequestVerdict,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  if (verdict === 'replayed' && retryOf(request).retryNum !== undefined) {
    answer(response, 200);
    return;
  }
  log.warn('a request was refused: not signed by Slack', { verdict });
  answer(response, 401);
}

/** The whole body, or null when it is too large. */
async function bodyOf(request: IncomingMessage): Promise<Buffer | null> {
  if (Number(request.headers['content-length'] ?? 0) > MAX_REQUEST_BYTES) return null;
  const bytes = await boundedBytes(request, MAX_REQUEST_BYTES);
  return bytes === null ? null : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
}

function isForm(contentType: string): boolean {
  return contentType.toLowerCase().startsWith('application/x-www-form-urlencoded');
}

/** Form fields, the JSON of a form's `payload`, or JSON; null when it is none of them or no object. */
function parseBody(contentType: string, text: string): Body | null {
  try {
    if (!isForm(contentType)) return asObject(JSON.parse(text));
    const form = parse(text);
    return typeof form['payload'] === 'string' ? asObject(JSON.parse(form['payload'])) : form;
  } catch {
    return null;
  }
}

function asObject(value: unknown): Body | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Body)
    : null;
}

/** The unread rest of the body is not waited for. */
function tooLarge(response: ServerResponse): void {
  response.writeHead(413, { connection: 'close' }).end();
}

function answer(response: ServerResponse, status: number, content?: unknown): void {
  if (content === undefined || content === '') {
    response.writeHead(status).end();
    return;
  }
  const isText = typeof content === 'string';
  const bytes = isText ? Buffer.from(content) : jsonOf(content);
  response
    .writeHead(status, {
      'content-type': isText ? 'text/plain' : 'application/json',
      'content-length': bytes.length,
    })
    .end(bytes);
}

const written = new WeakMap<object, Buffer>();

/** Nobody changes an answer once it is given; one object that answers many is written out once. */
function jsonOf(content: unknown): Buffer {
  const isObject = typeof content === 'object' && content !== null;
  const bytes =
    (isObject ? written.get(content) : undefined) ?? Buffer.from(JSON.stringify(content));
  if (isObject) written.set(content, bytes);
  return bytes;
}
