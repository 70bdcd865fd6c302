import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createFeedFetcher } from '../../../src/feeds/fetch-feed.ts';
import type { FetchLimits } from '../../../src/feeds/fetch-limits.ts';
import type { FeedFetcher } from '../../../src/ports/world.ts';
import { type FeedServer, startFeedServer } from '../../support/feed-server.ts';

const NONE = { etag: null, lastModified: null };
const RSS = '<rss version="2.0"><channel><title>Zölle</title></channel></rss>';
const NOW = Date.UTC(2026, 2, 4, 8);

let server: FeedServer;
let fetcher: FeedFetcher;

function aFetcher(limits: Partial<FetchLimits> = {}): FeedFetcher {
  fetcher = createFeedFetcher({
    allowHosts: [server.host],
    userAgent: 'Tariffwatch/0.1 (+mailto:ops@example.org)',
    limits,
    now: () => NOW,
  });
  return fetcher;
}

beforeAll(async () => {
  server = await startFeedServer();
});
afterEach(async () => {
  await fetcher.close();
});
afterAll(async () => {
  await server.close();
});

function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

describe('a document', () => {
  it.each(['gzip', 'br', 'deflate', 'raw-deflate', 'gzip-unsaid'] as const)(
    'is unpacked when it comes as %s',
    async (encoding) => {
      server.set('/packed', { kind: 'document', body: RSS, encoding });

      const outcome = await aFetcher().fetch(`${server.url}/packed`, NONE);

      expect(outcome.kind === 'ok' ? textOf(outcome.bytes) : outcome).toBe(RSS);
    },
  );

  it('brings its validators, and the next poll with them is answered by 304', async () => {
    server.set('/feed', { kind: 'document', body: RSS });

    const first = await aFetcher().fetch(`${server.url}/feed`, NONE);
    const validators = first.kind === 'ok' ? first.validators : NONE;
    const second = await fetcher.fetch(`${server.url}/feed`, validators);

    expect(validators.etag).not.toBeNull();
    expect(second).toEqual({ kind: 'not-modified', validators, movedTo: null });
    expect(server.requests.at(-1)?.headers).toMatchObject({
      'if-none-match': validators.etag,
      'if-modified-since': validators.lastModified,
    });
  });

  it('is asked for with an honest name, a broad Accept and packed transfer', async () => {
    server.set('/feed', { kind: 'document', body: RSS });

    await aFetcher().fetch(`${server.url}/feed`, NONE);

    const headers = server.requests.at(-1)?.headers;
    expect(headers?.['user-agent']).toBe('Tariffwatch/0.1 (+mailto:ops@example.org)');
    expect(headers?.accept).toContain('*/*');
    expect(headers?.['accept-encoding']).toBe('gzip, deflate, br');
    expect(headers?.['if-none-match']).toBeUndefined();
  });

  it('that is not modified though nothing was remembered is a failure, not silence', async () => {
    server.set('/odd', { kind: 'status', status: 304 });

    const outcome = await aFetcher().fetch(`${server.url}/odd`, NONE);

    expect(outcome).toMatchObject({ kind: 'failed', code: 'bad-answer' });
  });
});

describe('an answer that is no document', () => {
  it.each([
    [404, {}, 'http-404', null, false],
    [403, {}, 'http-403', null, false],
    [410, {}, 'gone', null, true],
    [429, { 'retry-after': '120' }, 'rate-limited', 120_000, false],
    [429, {}, 'rate-limited', null, false],
    [503, { 'retry-after': 'Wed, 04 Mar 2026 08:30:00 GMT' }, 'http-503', 1_800_000, false],
    [503, { 'retry-after': '999999999' }, 'http-503', 86_400_000, false],
    [503, { 'retry-after': '0' }, 'http-503', 1_000, false],
    [503, { 'retry-after': 'Wed, 04 Mar 2020 08:30:00 GMT' }, 'http-503', 1_000, false],
    [503, { 'retry-after': 'soon' }, 'http-503', null, false],
    [500, {}, 'http-500', null, false],
  ])(
    '%i with %j is %s, to be retried after %s ms',
    async (status, headers, code, retryAfterMs, gone) => {
      server.set('/status', { kind: 'status', status, headers });

      const outcome = await aFetcher().fetch(`${server.url}/status`, NONE);

      expect(outcome).toMatchObject({ kind: 'failed', code, retryAfterMs, gone });
      expect(outcome.kind === 'failed' ? outcome.reason : '').toMatch(/^[A-Z].*\.$/);
    },
  );

  it.each([
    ['reset before the answer', { kind: 'reset', when: 'before' }, 'connect'],
    ['reset in the middle', { kind: 'reset', when: 'middle' }, 'connect'],
    ['packed twice', { kind: 'document', body: RSS, encoding: 'gzip-twice' }, 'bad-encoding'],
    [
      'not what its packing says',
      { kind: 'status', status: 200, headers: { 'content-encoding': 'gzip' }, body: 'plain' },
      'bad-encoding',
    ],
    [
      'packed in a way nobody knows',
      { kind: 'status', status: 200, headers: { 'content-encoding': 'snappy' }, body: 'x' },
      'bad-encoding',
    ],
  ] as const)('%s fails in words', async (_, behaviour, code) => {
    server.set('/bad', behaviour);

    const outcome = await aFetcher().fetch(`${server.url}/bad`, NONE);

    expect(outcome).toMatchObject({ kind: 'failed', code });
  });

  it('202 without a document is an answer with nothing in it, which the parser calls no feed', async () => {
    server.set('/empty', { kind: 'status', status: 202 });

    const outcome = await aFetcher().fetch(`${server.url}/empty`, NONE);

    expect(outcome.kind === 'ok' ? textOf(outcome.bytes) : outcome).toBe('');
  });

  it('a port where nothing listens fails in words', async () => {
    const gone = await startFeedServer();
    await gone.close();
    fetcher = createFeedFetcher({ allowHosts: [gone.host], userAgent: 'test' });

    const outcome = await fetcher.fetch(gone.url, NONE);

    expect(outcome).toMatchObject({ kind: 'failed', code: 'connect' });
  });
});

describe('redirects', () => {
  it.each([
    [301, true],
    [308, true],
    [302, false],
    [303, false],
    [307, false],
  ])('%i is followed, and reported as a move for good: %s', async (status, isPermanent) => {
    server.set('/old', { kind: 'redirect', status, to: '/new' });
    server.set('/new', { kind: 'document', body: RSS });

    const outcome = await aFetcher().fetch(`${server.url}/old`, NONE);

    expect(outcome).toMatchObject({
      kind: 'ok',
      finalUrl: `${server.url}/new`,
      movedTo: isPermanent ? `${server.url}/new` : null,
    });
  });

  it('a move for good behind a passing one is none', async () => {
    server.set('/a', { kind: 'redirect', status: 302, to: '/b' });
    server.set('/b', { kind: 'redirect', status: 301, to: '/c' });
    server.set('/c', { kind: 'document', body: RSS });

    const outcome = await aFetcher().fetch(`${server.url}/a`, NONE);

    expect(outcome).toMatchObject({ kind: 'ok', movedTo: null });
  });

  it('without a target fails', async () => {
    server.set('/nowhere', { kind: 'redirect', status: 302, to: null });

    const outcome = await aFetcher().fetch(`${server.url}/nowhere`, NONE);

    expect(outcome).toMatchObject({ kind: 'failed', code: 'bad-redirect' });
  });

  it('takes no password along to another address', async () => {
    server.set('/login', { kind: 'redirect', status: 302, to: '/after' });
    server.set('/after', { kind: 'document', body: RSS });

    await aFetcher().fetch(`http://ann:secret@${server.host}/login`, NONE);

    const [login, after] = server.requests.slice(-2);
    expect(login?.headers.authorization).toBe(`Basic ${btoa('ann:secret')}`);
    expect(after?.headers.authorization).toBeUndefined();
  });
});

describe('hostile servers', () => {
  it.each(['gzip', 'gzip-unsaid', 'deflate', 'raw-deflate', 'br'] as const)(
    'six megabytes that came as %s are cut off at the cap after unpacking',
    async (encoding) => {
      server.set('/packed', { kind: 'document', body: ' '.repeat(6_000_000), encoding });

      const outcome = await aFetcher().fetch(`${server.url}/packed`, NONE);

      expect(outcome).toMatchObject({ kind: 'failed', code: 'too-large' });
    },
  );

  it('one host is asked one thing at a time, in order', async () => {
    for (let at = 0; at < 8; at += 1) {
      server.set(`/queue/${at}`, { kind: 'document', body: RSS });
    }
    const before = server.requests.length;
    aFetcher();

    await Promise.all(
      Array.from({ length: 8 }, (_, at) => fetcher.fetch(`${server.url}/queue/${at}`, NONE)),
    );

    const seen = server.requests.slice(before);
    expect(seen.map(({ path }) => path)).toEqual(
      Array.from({ length: 8 }, (_, at) => `/queue/${at}`),
    );
    expect(Math.max(...seen.map(({ atOnce }) => atOnce))).toBe(1);
  });
});
