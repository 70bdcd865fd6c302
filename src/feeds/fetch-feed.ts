// Asks one URL for a feed, politely and safely. In: URL and validators. Out: bytes, "not modified", or a failure in
// words. Bad input never throws. It does not decode text and remembers nothing between calls but open connections.
import type { Readable } from 'node:stream';
import { Agent, type Dispatcher } from 'undici';
import { type Instant, SECOND_MS } from '../domain/day.ts';
import type { Validators } from '../domain/feed.ts';
import type { FeedFetcher, FetchOutcome } from '../ports/world.ts';
import { checkUrl, type UrlVerdict } from './address-policy.ts';
import {
  addressesOfThisMachine,
  createCheckedConnect,
  type Dial,
  dial,
  type Lookup,
  lookupAll,
} from './checked-connect.ts';
import { describeError, describeStatus, failed, headerOf } from './fetch-failures.ts';
import { FETCH_LIMITS, type FetchLimits } from './fetch-limits.ts';
import { createGate, type Gate } from './gate.ts';
import { createHostQueue } from './host-queue.ts';
import { readBody } from './read-body.ts';

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
  readonly ownAddresses?: () => readonly string[];
};

const ACCEPT =
  'application/rss+xml, application/atom+xml, application/feed+json, application/json;q=0.9, application/rdf+xml;q=0.9, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.5';
const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const PERMANENT = new Set([301, 308]);

function validatorsOf(response: Dispatcher.ResponseData): Validators {
  return { etag: headerOf(response, 'etag'), lastModified: headerOf(response, 'last-modified') };
}

// Bodies that are not wanted are cut off: reading them to the end would be the server's choice of our time.
function discard(body: Readable): void {
  body.on('error', () => undefined);
  body.destroy();
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

/** What every step of one fetch needs. */
type Client = {
  readonly agent: Agent;
  readonly limits: FetchLimits;
  readonly allowHosts: readonly string[];
  readonly userAgent: string;
  readonly now: () => Instant;
  readonly large: Gate;
};

/** A 304 without validators to refer to would be silence for ever: the answer has nothing to stand for. */
function notModified(
  response: Dispatcher.ResponseData,
  { sent, movedTo }: { readonly sent: Validators; readonly movedTo: string | null },
): FetchOutcome {
  discard(response.body);
  if (sent.etag === null && sent.lastModified === null) {
    return failed('bad-answer', 'The server says "not modified" though nothing was remembered.');
  }
  const { etag, lastModified } = validatorsOf(response);
  return {
    kind: 'not-modified',
    validators: { etag: etag ?? sent.etag, lastModified: lastModified ?? sent.lastModified },
    movedTo,
  };
}

/** Reads the last hop's answer to its end. */
async function finish(
  client: Client,
  response: Dispatcher.ResponseData,
  place: {
    readonly url: URL;
    readonly movedTo: string | null;
    readonly sent: Validators;
    readonly signal: AbortSignal;
  },
): Promise<FetchOutcome> {
  if (response.statusCode === 304) return notModified(response, place);
  if (response.statusCode < 200 || response.statusCode > 299) {
    discard(response.body);
    return describeStatus(response, client.now());
  }
  const encoding = headerOf(response, 'content-encoding');
  const body = await readBody(response.body, encoding, {
    maxBytes: client.limits.maxBytes,
    large: client.large,
    signal: place.signal,
  });
  if (!body.ok) return failed(body.code, body.reason);
  return {
    kind: 'ok',
    bytes: body.bytes,
    contentType: headerOf(response, 'content-type'),
    finalUrl: place.url.href,
    validators: validatorsOf(response),
    movedTo: place.movedTo,
  };
}

/** Follows redirects by hand: each hop is checked like the first one. */
async function follow(
  client: Client,
  start: URL,
  sent: Validators,
  signal: AbortSignal,
): Promise<FetchOutcome> {
  const { maxRedirects } = client.limits;
  let url = start;
  let isPermanent = true;
  for (let hops = 0; hops <= maxRedirects; hops += 1) {
    const headers = requestHeaders(client.userAgent, url, sent);
    const response = await ask(client.agent, url, headers, signal);
    if (!REDIRECTS.has(response.statusCode)) {
      const movedTo = hops > 0 && isPermanent ? url.href : null;
      return finish(client, response, { url, movedTo, sent, signal });
    }
    discard(response.body);
    isPermanent = isPermanent && PERMANENT.has(response.statusCode);
    const next = nextHop(url, headerOf(response, 'location'), client.allowHosts);
    if (!next.ok) return failed(next.code, next.reason);
    url = next.url;
  }
  return failed('too-many-redirects', `The server redirects more than ${maxRedirects} times.`);
}

function createAgent(options: FeedFetcherOptions, limits: FetchLimits): Agent {
  return new Agent({
    connect: createCheckedConnect({
      allowHosts: options.allowHosts,
      connectMs: limits.connectMs,
      lookup: options.lookup ?? lookupAll,
      dial: options.connect ?? dial,
      ownAddresses: options.ownAddresses ?? addressesOfThisMachine,
    }),
    connections: 2,
    pipelining: 1,
    headersTimeout: limits.headersMs,
    bodyTimeout: limits.headersMs,
    keepAliveTimeout: 4 * SECOND_MS,
    keepAliveMaxTimeout: 30 * SECOND_MS,
  });
}

/**
 * Makes the fetcher. Every URL, resolved address, redirect hop and connected socket is checked (`address-policy.ts`);
 * requests to one host wait for each other. Failures are values with a code and words.
 */
export function createFeedFetcher(options: FeedFetcherOptions): FeedFetcher {
  const { allowHosts, userAgent, now = Date.now } = options;
  const limits: FetchLimits = { ...FETCH_LIMITS, ...options.limits };
  const client: Client = {
    agent: createAgent(options, limits),
    limits,
    allowHosts,
    userAgent,
    now,
    large: createGate(limits.maxLarge),
  };
  const queue = createHostQueue();
  const connections = createGate(limits.maxAtOnce);
  return {
    async fetch(text, validators) {
      const verdict = checkUrl(text, allowHosts);
      if (!verdict.ok) return failed(verdict.code, verdict.reason);
      return queue.run(verdict.url.host, async () => {
        const leave = await connections.enter();
        const signal = AbortSignal.timeout(limits.totalMs);
        try {
          return await follow(client, verdict.url, validators, signal);
        } catch (error) {
          return describeError(error, limits);
        } finally {
          leave();
        }
      });
    },
    async close() {
      await client.agent.destroy();
    },
  };
}
