// Every hop of a redirect is checked like the first address, whatever status sends us on. Names resolve as told here and all
// dials end on loopback.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FeedServer, startFeedServer } from '../../support/feed-server.ts';
import { createGuardedFetcher } from '../../support/guarded-fetcher.ts';

const NONE = { etag: null, lastModified: null };
const PUBLIC = '93.184.216.34';
const ADDRESSES: Readonly<Record<string, string>> = { 'inside.example': '192.168.1.1' };

let server: FeedServer;
beforeAll(async () => {
  server = await startFeedServer();
  server.set('/feed', { kind: 'document', body: '<rss/>' });
});
afterAll(() => server.close());

/** Asks a public name that sends us on, and says what came of it, whom we dialled and what was asked of them. */
async function sentOn(status: number, to: string, start = 'http://feeds.example/start') {
  const { fetcher, dials } = createGuardedFetcher(Number(new URL(server.url).port), {
    answers: (host) => [ADDRESSES[host] ?? PUBLIC],
  });
  const before = server.requests.length;
  server.set('/start', { kind: 'redirect', status, to });
  for (let hop = 1; hop <= 6; hop += 1)
    server.set(`/hop/${hop}`, { kind: 'redirect', status, to: `/hop/${hop + 1}` });
  const outcome = await fetcher.fetch(start, NONE);
  await fetcher.close();
  return {
    outcome: outcome.kind === 'failed' ? outcome.code : outcome.kind,
    addresses: new Set(dials.map(({ address }) => address)),
    paths: server.requests.slice(before).map(({ path }) => path),
  };
}

const KINDS = [
  ['a private address', 'http://10.1.2.3/feed', 'refused-address', 1],
  ['a name that is private', 'http://inside.example/feed', 'refused-address', 1],
  ['a file', 'file:///etc/passwd', 'bad-url', 1],
  ['gopher', 'gopher://feeds.example:70/', 'bad-url', 1],
  ['itself', '/start', 'too-many-redirects', 6],
  ['six further hops', '/hop/1', 'too-many-redirects', 6],
  ['a path of the same host', '/feed', 'ok', 2],
  ['another host without naming the scheme', '//other.example/feed', 'ok', 2],
] as const;

describe.each([301, 302, 303, 307, 308])('a redirect of status %i', (status) => {
  it.each(KINDS)('to %s (%s) ends as %s after %i requests', async (_, to, end, requests) => {
    const { outcome, addresses, paths } = await sentOn(status, to);

    expect(outcome).toBe(end);
    expect(paths).toHaveLength(requests);
    expect([...addresses]).toEqual([PUBLIC]);
  });

  it('from https to http is not followed', async () => {
    const { outcome, paths } = await sentOn(
      status,
      'http://feeds.example/feed',
      'https://feeds.example/start',
    );

    expect([outcome, paths]).toEqual(['downgrade', ['/start']]);
  });
});
