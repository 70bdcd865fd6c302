// Bodies that are far larger than a feed, plain or packed: each ends at the cap of what it unpacks to, and none is held in
// memory. The server is a process of its own, so that the memory seen here is ours alone.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFeedFetcher } from '../../../src/feeds/fetch-feed.ts';
import { FETCH_LIMITS } from '../../../src/feeds/fetch-limits.ts';
import { createDocumentReader } from '../../../src/feeds/parse-feed-document.ts';
import type { FeedFetcher, FetchOutcome } from '../../../src/ports/world.ts';
import { startHostileServer } from '../../support/hostile-round.ts';

const NONE = { etag: null, lastModified: null };
const MEGABYTE = 1_000_000;

let server: Awaited<ReturnType<typeof startHostileServer>>;
let fetcher: FeedFetcher;

beforeAll(async () => {
  server = await startHostileServer();
  fetcher = createFeedFetcher({
    allowHosts: [`127.0.0.1:${server.port}`],
    userAgent: 'Tariffwatch test',
  });
  // What the first request of each kind loads is no part of what a body takes.
  for (const path of ['good', 'bomb', '200-br']) await ask(path);
});
afterAll(async () => {
  await fetcher.close();
  server.stop();
});

function ask(path: string): Promise<FetchOutcome> {
  return fetcher.fetch(`http://127.0.0.1:${server.port}/${path}`, NONE);
}

describe('a body', () => {
  it.each([
    ['of 500 MB as gzip', '500-gzip', 'too-large'],
    ['of 500 MB as gzip that is not said to be', '500-gzip-unsaid', 'too-large'],
    ['of 500 MB as deflate', '500-deflate', 'too-large'],
    ['of 500 MB as bare deflate', '500-raw-deflate', 'too-large'],
    ['of 200 MB as brotli, a few hundred bytes on the wire', '200-br', 'too-large'],
    ['of gzip in gzip that both are said', 'gzip-twice', 'bad-encoding'],
    ['without an end', 'endless', 'too-large'],
    ['of six megabytes, plain', '6-none', 'too-large'],
    ['of 900 MB that says so', 'claims-900000000-endless', 'too-large'],
    ['that ends long before what it says', 'claims-2000000', 'bad-answer'],
    ['that is longer than it says', 'claims-10', 'ok'],
    ['packed well, from the same server', 'good', 'ok'],
  ])('%s (%s) ends as %s and takes no more memory than a few caps', async (_, path, end) => {
    let peak = 0;
    const before = process.memoryUsage().rss;
    const watch = setInterval(() => {
      peak = Math.max(peak, process.memoryUsage().rss - before);
    }, 2);

    const outcome = await ask(path);
    clearInterval(watch);

    expect(outcome.kind === 'failed' ? outcome.code : outcome.kind).toBe(end);
    if (outcome.kind === 'ok') expect(outcome.bytes.length).toBeLessThan(FETCH_LIMITS.maxBytes);
    expect(peak).toBeLessThan(50 * MEGABYTE);
  });

  it('of gzip in gzip of which one is said is unpacked once, and no feed', async () => {
    const outcome = await ask('500-gzip-in-gzip');
    const bytes = outcome.kind === 'ok' ? outcome.bytes : new Uint8Array();
    const reader = createDocumentReader();
    const line = await reader.read(bytes, { file: '-', contentType: null, url: null });
    await reader.close();

    expect(bytes.length).toBeGreaterThan(0);
    expect(bytes.length).toBeLessThan(MEGABYTE);
    expect(line).toMatchObject({ format: null, items: [] });
  });
});
