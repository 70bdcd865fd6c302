// Servers that take their time: whatever they do, a request ends at its limits. The limits are short here; that they are
// those of the program is asked for by itself.
import { createServer, type Server } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dial } from '../../../src/feeds/checked-connect.ts';
import { createFeedFetcher } from '../../../src/feeds/fetch-feed.ts';
import { FETCH_LIMITS } from '../../../src/feeds/fetch-limits.ts';
import { type Behaviour, type FeedServer, startFeedServer } from '../../support/feed-server.ts';

const NONE = { etag: null, lastModified: null };

let server: FeedServer;
beforeAll(async () => {
  server = await startFeedServer();
});
afterAll(() => server.close());

const SLOW: readonly (readonly [string, Behaviour, string])[] = [
  ['drips its body', { kind: 'drip', everyMs: 20 }, 'timeout'],
  ['drips a packed body', { kind: 'drip', everyMs: 20, isPacked: true }, 'timeout'],
  ['drips its headers', { kind: 'drip-headers', everyMs: 20 }, 'timeout'],
  ['takes the request and is silent', { kind: 'hang' }, 'timeout'],
  ['stops in the middle', { kind: 'stall' }, 'timeout'],
  [
    'sends us round in circles, each time just before the limit of one answer',
    { kind: 'slow-redirect', afterMs: 200, to: '/slow' },
    'timeout',
  ],
  ['ends its side without an answer', { kind: 'half-close', when: 'before' }, 'connect'],
  ['ends its side within the headers', { kind: 'half-close', when: 'headers' }, 'connect'],
  ['ends its side within the body', { kind: 'half-close', when: 'body' }, 'connect'],
];

describe('a server that', () => {
  it.each(SLOW)('%s is given up', async (_, behaviour, code) => {
    server.set('/slow', behaviour);
    const fetcher = createFeedFetcher({
      allowHosts: [server.host],
      userAgent: 'test',
      limits: { headersMs: 300, totalMs: 500 },
    });

    const outcome = await fetcher.fetch(`${server.url}/slow`, NONE);
    await fetcher.close();

    expect(outcome).toMatchObject({ kind: 'failed', code });
  });

  it('takes the connection and says nothing to a secure greeting is given up', async () => {
    const mute: Server = createServer((socket) => socket.on('error', () => undefined));
    await new Promise<void>((resolve) => mute.listen(0, '127.0.0.1', resolve));
    const address = mute.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;

    const dialling = dial({
      address: '127.0.0.1',
      port,
      servername: 'feeds.example',
      timeoutMs: 200,
    });

    await expect(dialling).rejects.toMatchObject({ code: 'timeout' });
    mute.close();
  });
});

it('a request has five seconds to connect, ten to its headers and twenty in all', () => {
  const { connectMs, headersMs, totalMs } = FETCH_LIMITS;
  expect([connectMs, headersMs, totalMs]).toEqual([5_000, 10_000, 20_000]);
});
