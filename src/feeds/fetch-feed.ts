// Asks one URL for a feed, politely and safely. In: URL and validators. Out: bytes, "not modified", or a failure in
// words. Bad input never throws. It does not decode text and remembers nothing between calls but open connections.
import type { Readable } from 'node:stream';
import { Agent, type Dispatcher } from 'undici';
import { type Instant, SECOND_MS } from '../domain/day.ts';
import type { Validators } from '../domain/feed.ts';
import type { FeedFetcher, FetchOutcome } from '../ports/world.ts';
import { checkUrl, type UrlVerdict } from './address-policy.ts';
import {
  ConnectRefusal,
  createCheckedConnect,
  type Dial,
  dial,
  type Lookup,
  lookupAll,
} from './checked-connect.ts';
import { createHostQueue } from './host-queue.ts';
import { readBody } from './read-body.ts';
import { readRetryAfter } from './retry-after.ts';

export type FetchLimits = {
  readonly connectMs: number;
  /** From the request to the end of the response headers. */
  readonly headersMs: number;
  /** From the first byte of the first hop to the last byte of the last one. */
  readonly totalMs: number;
  /** After decompression. */
  readonly maxBytes: number;
  readonly maxRedirects: number;
};

export const FETCH_LIMITS: FetchLimits = {
  connectMs: 5 * SECOND_MS,
  headersMs: 10 * SECOND_MS,
  totalMs: 20 * SECOND_MS,
  maxBytes: 5_000_000,
  maxRedirects: 5,
};

export type FeedFetcherOptions = {
  /** `host:port` entries that may be used although private or on another port. */
  readonly allowHosts: readonly string[];
  /** Who asks, with a contact. */
  readonly userAgent: string;
  readonly limits?: Partial<FetchLimits>;
  /** The instant against which an HTTP date in Retry-After is measured. */
  readonly now?: () => Instant;
  readonly lookup?: Lookup;
  readonly connect?: Dial;
};

const ACCEPT =
  'application/rss+xml, application/atom+xml, application/feed+json, application/json;q=0.9, application/rdf+xml;q=0.9, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.5';
const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const PERMANENT = new Set([301, 308]);

type Failure = Extract<FetchOutcome, { kind: 'failed' }>;

function failed(code: string, reason: string, more: Partial<Failure> = {}): Failure {
  return { kind: 'failed', code, reason, retryAfterMs: null, gone: false, ...more };
}

function headerOf(response: Dispatcher.ResponseData, name: string): string | null {
  const value = response.headers[name];
  const first = Array.isArray(value) ? value[0] : value;
  return first === undefined || first === '' ? null : first;
}

function validatorsOf(response: Dispatcher.ResponseData): Validators {
  return { etag: headerOf(response, 'etag'), lastModified: headerOf(response, 'last-modified') };
}

// Bodies that are not wanted are cut off: reading them to the end would be the server's choice of our time.
function discard(body: Readable): void {
  body.on('error', () => undefined);
  body.destroy();
}

/** Why a request came to nothing, in words. Anything unknown keeps its code so that it can be looked up. */
function describeError(error: unknown, limits: FetchLimits): Failure {
  if (error instanceof ConnectRefusal) return failed(error.code, error.message);
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const name = error instanceof Error ? error.name : '';
  if (name === 'TimeoutError' || name === 'AbortError') {
    return failed('timeout', `The answer was not complete after ${limits.totalMs / 1000} s.`);
  }
  switch (code) {
    case 'UND_ERR_HEADERS_TIMEOUT':
    case 'UND_ERR_BODY_TIMEOUT':
      return failed('timeout', `The server did not answer within ${limits.headersMs / 1000} s.`);
    case 'UND_ERR_CONNECT_TIMEOUT':
      return failed('timeout', 'The server did not accept a connection.');
    case 'ECONNREFUSED':
      return failed('connect', 'The server refuses connections.');
    case 'ECONNRESET':
    case 'UND_ERR_SOCKET':
    case 'EPIPE':
      return failed('connect', 'The server broke the connection off.');
    case 'UND_ERR_HEADERS_OVERFLOW':
      return failed('bad-answer', 'The headers of the answer are too large.');
    case 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH':
      return failed('bad-answer', 'The answer was cut off.');
    default:
      if (code.includes('CERT') || code.startsWith('ERR_TLS') || code.includes('SELF_SIGNED')) {
        return failed('tls', `The server's certificate is not accepted (${code}).`);
      }
      return failed('connect', `The request failed (${code === '' ? name : code}).`);
  }
}

function describeStatus(response: Dispatcher.ResponseData, now: Instant): Failure {
  const status = response.statusCode;
  const retryAfterMs = readRetryAfter(headerOf(response, 'retry-after'), now);
  if (status === 410) {
    return failed('gone', 'The publisher says that this feed is gone for good (410).', {
      gone: true,
    });
  }
  if (status === 429) {
    return failed('rate-limited', 'The server asks to be polled less often (429).', {
      retryAfterMs,
    });
  }
  const words: Readonly<Record<number, string>> = {
    401: 'The server asks for a password (401).',
    403: 'The server refuses us (403).',
    404: 'There is nothing at this address (404).',
    406: 'The server has no format that we accept (406).',
    503: 'The server is down for the moment (503).',
  };
  const word =
    words[status] ??
    (status >= 500 ? `The server is broken (${status}).` : `The server answered ${status}.`);
  return failed(`http-${status}`, word, { retryAfterMs });
}

/** Where a redirect leads, checked; relative and scheme-relative targets are resolved against the hop they came from. */
function nextHop(from: URL, location: string | null, allowHosts: readonly string[]): UrlVerdict {
  if (location === null || !URL.canParse(location, from.href)) {
    return {
      ok: false,
      code: 'bad-redirect',
      reason: 'The server redirects without saying where.',
    };
  }
  const target = new URL(location, from.href);
  if (from.protocol === 'https:' && target.protocol === 'http:') {
    const reason = 'The server redirects from https to unprotected http; this is not followed.';
    return { ok: false, code: 'downgrade', reason };
  }
  // Credentials of one host are none of the next one's business.
  target.username = '';
  target.password = '';
  target.hash = '';
  return checkUrl(target.href, allowHosts);
}

function requestHeaders(userAgent: string, url: URL, validators: Validators): string[] {
  const headers = ['user-agent', userAgent, 'accept', ACCEPT];
  headers.push('accept-encoding', 'gzip, deflate, br');
  if (validators.etag !== null) headers.push('if-none-match', validators.etag);
  if (validators.lastModified !== null) headers.push('if-modified-since', validators.lastModified);
  if (url.username !== '') {
    const pair = `${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}`;
    headers.push('authorization', `Basic ${Buffer.from(pair).toString('base64')}`);
  }
  return headers;
}

/** One hop: asks and waits for the headers only. */
function ask(agent: Agent, url: URL, headers: string[], signal: AbortSignal) {
  const bare = new URL(url.href);
  bare.username = '';
  bare.password = '';
  return agent.request({
    origin: bare.origin,
    path: `${bare.pathname}${bare.search}`,
    method: 'GET',
    headers,
    signal,
  });
}

type Hop = { readonly url: URL; readonly response: Dispatcher.ResponseData };

/**
 * Makes the fetcher. Every URL, resolved address, redirect hop and connected socket is checked (`address-policy.ts`);
 * requests to one host wait for each other. Failures are values with a code and words.
 */
export function createFeedFetcher(options: FeedFetcherOptions): FeedFetcher {
  const limits: FetchLimits = { ...FETCH_LIMITS, ...options.limits };
  const { allowHosts, userAgent } = options;
  const now = options.now ?? Date.now;
  const queue = createHostQueue();
  const agent = new Agent({
    connect: createCheckedConnect({
      allowHosts,
      connectMs: limits.connectMs,
      lookup: options.lookup ?? lookupAll,
      dial: options.connect ?? dial,
    }),
    connections: 2,
    pipelining: 1,
    headersTimeout: limits.headersMs,
    bodyTimeout: limits.headersMs,
    keepAliveTimeout: 4 * SECOND_MS,
    keepAliveMaxTimeout: 30 * SECOND_MS,
  });

  async function finish(hop: Hop, movedTo: string | null, sent: Validators): Promise<FetchOutcome> {
    const { response, url } = hop;
    if (response.statusCode === 304) {
      discard(response.body);
      if (sent.etag === null && sent.lastModified === null) {
        return failed(
          'bad-answer',
          'The server says "not modified" though nothing was remembered.',
        );
      }
      const { etag, lastModified } = validatorsOf(response);
      return {
        kind: 'not-modified',
        validators: { etag: etag ?? sent.etag, lastModified: lastModified ?? sent.lastModified },
      };
    }
    if (response.statusCode < 200 || response.statusCode > 299) {
      discard(response.body);
      return describeStatus(response, now());
    }
    const body = await readBody(
      response.body,
      headerOf(response, 'content-encoding'),
      limits.maxBytes,
    );
    if (!body.ok) return failed(body.code, body.reason);
    return {
      kind: 'ok',
      bytes: body.bytes,
      contentType: headerOf(response, 'content-type'),
      finalUrl: url.href,
      validators: validatorsOf(response),
      movedTo,
    };
  }

  async function follow(start: URL, validators: Validators, signal: AbortSignal) {
    let url = start;
    let isPermanent = true;
    for (let hops = 0; hops <= limits.maxRedirects; hops += 1) {
      const headers = requestHeaders(userAgent, url, validators);
      const response = await ask(agent, url, headers, signal);
      if (!REDIRECTS.has(response.statusCode)) {
        const movedTo = hops > 0 && isPermanent ? url.href : null;
        return finish({ url, response }, movedTo, validators);
      }
      discard(response.body);
      isPermanent = isPermanent && PERMANENT.has(response.statusCode);
      const next = nextHop(url, headerOf(response, 'location'), allowHosts);
      if (!next.ok) return failed(next.code, next.reason);
      url = next.url;
    }
    return failed(
      'too-many-redirects',
      `The server redirects more than ${limits.maxRedirects} times.`,
    );
  }

  return {
    async fetch(text, validators) {
      const verdict = checkUrl(text, allowHosts);
      if (!verdict.ok) return failed(verdict.code, verdict.reason);
      return queue.run(verdict.url.host, async () => {
        const signal = AbortSignal.timeout(limits.totalMs);
        try {
          return await follow(verdict.url, validators, signal);
        } catch (error) {
          return describeError(error, limits);
        }
      });
    },
    async close() {
      await agent.destroy();
    },
  };
}
