// One pass over a feed of 100 new items, bytes to committed outbox, against rss-parser alone on the same document.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Parser from 'rss-parser';
import { DEFAULT_NOTICE_POLICY } from '../../src/delivery/plan-deliveries.ts';
import { parseCatalogue } from '../../src/feeds/catalogue.ts';
import { createFeedParser } from '../../src/feeds/parse-feed.ts';
import { POLL_LIMITS } from '../../src/feeds/poll-schedule.ts';
import { createBooks } from '../../src/pipeline/books.ts';
import { passFeed } from '../../src/pipeline/pass.ts';
import type { PassPorts } from '../../src/pipeline/pass-ports.ts';
import type { FeedFetcher } from '../../src/ports/world.ts';
import { readItem } from '../../src/reading/read-item.ts';
import { loadSeedEntries } from '../../src/reference/measures.ts';
import { openStore } from '../../src/storage/open-store.ts';
import { SILENT_LOG } from '../support/silent-log.ts';
import { median } from './measure.ts';
import { benchFeed, benchItems } from './sample-items.ts';

const ROUNDS = 7;
const ITEMS = 100;

export async function benchPass(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'tariffwatch-bench-'));
  const store = await openStore({ dataDir: folder, databaseUrl: null, log: SILENT_LOG });
  const parser = createFeedParser();
  const [feed] = parseCatalogue(
    'id,publisher,country_iso2,url,format,kind,language,stable_guid,evidence_date,notes\nbench,Bench,US,https://news.example/feed,RSS 2.0,news,en,y,,\n',
    'bench',
  );
  if (feed === undefined) throw new Error('the bench has no feed');
  const documents = Array.from({ length: ROUNDS + 2 }, (_, round) =>
    benchFeed(benchItems((round + 1) * ITEMS).slice(round * ITEMS)),
  );
  let document = documents[0] ?? '';
  const fetcher: FeedFetcher = {
    fetch: () =>
      Promise.resolve({
        kind: 'ok',
        bytes: Buffer.from(document),
        contentType: 'application/rss+xml',
        finalUrl: feed.url,
        validators: { etag: null, lastModified: null },
        movedTo: null,
      }),
    close: () => Promise.resolve(),
  };
  let now = Date.parse('2025-12-31T00:00:00Z');
  const ports: PassPorts = {
    store,
    fetcher,
    parser,
    books: createBooks(store, loadSeedEntries()),
    clock: { now: () => now },
    log: SILENT_LOG,
    random: () => 0.5,
    readItem,
    texts: null,
    countryOf: () => 'US',
    limits: { ...POLL_LIMITS, fixedMs: 1 },
    policy: DEFAULT_NOTICE_POLICY,
  };
  await store.syncFeeds([feed], now);
  const plain = new Parser();
  const [ours, theirs]: [number[], number[]] = [[], []];
  for (const [round, next] of documents.entries()) {
    document = next;
    now += 3_600_000;
    const [leased] = await store.claimDueFeeds({ now, leaseMs: 60_000, limit: 1, only: [] });
    if (leased === undefined) throw new Error('the bench feed is not due');
    const a = performance.now();
    await passFeed(ports, feed, leased);
    const b = performance.now();
    await plain.parseString(next);
    const c = performance.now();
    if (round < 2) continue;
    ours.push(b - a);
    theirs.push(c - b);
  }
  console.log(
    `one pass, ${ITEMS} new items, bytes to commit       pass ${median(ours).toFixed(1)} ms, rss-parser ${median(theirs).toFixed(1)} ms, ratio ${(median(ours) / median(theirs)).toFixed(2)} (target at most 3)`,
  );
  await parser.close();
  await store.close();
  rmSync(folder, { recursive: true, force: true });
}
