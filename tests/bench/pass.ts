// One pass over a feed of 100 new items, bytes to committed outbox, against rss-parser alone on the same document. The
// first pass of a process runs code that was never run before; both sides are printed cold and warm.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Parser from 'rss-parser';
import { DAY_MS, MINUTE_MS } from '../../src/domain/day.ts';
import type { PassPorts } from '../../src/pipeline/pass-ports.ts';
import type { PassReport } from '../../src/pipeline/pass-report.ts';
import type { FeedFetcher } from '../../src/ports/world.ts';
import { SILENT_LOG } from '../support/silent-log.ts';
import { built } from './built.ts';
import { median } from './measure.ts';
import { benchFeed, benchItems } from './sample-items.ts';

const WARM_UP = 10;
const ROUNDS = 15;
const ITEMS = 100;

async function loadProgram() {
  const [policy, catalogue, parse, schedule, books, pass, reader, measures, store] =
    await Promise.all([
      built<typeof import('../../src/delivery/plan-deliveries.ts')>('delivery/plan-deliveries'),
      built<typeof import('../../src/feeds/catalogue.ts')>('feeds/catalogue'),
      built<typeof import('../../src/feeds/parse-feed.ts')>('feeds/parse-feed'),
      built<typeof import('../../src/feeds/poll-schedule.ts')>('feeds/poll-schedule'),
      built<typeof import('../../src/pipeline/books.ts')>('pipeline/books'),
      built<typeof import('../../src/pipeline/pass.ts')>('pipeline/pass'),
      built<typeof import('../../src/reading/read-item.ts')>('reading/read-item'),
      built<typeof import('../../src/reference/measures.ts')>('reference/measures'),
      built<typeof import('../../src/storage/open-store.ts')>('storage/open-store'),
    ]);
  return {
    ...policy,
    ...catalogue,
    ...parse,
    ...schedule,
    ...books,
    ...pass,
    ...reader,
    ...measures,
    ...store,
  };
}

export async function benchPass(): Promise<void> {
  const program = await loadProgram();
  const folder = mkdtempSync(join(tmpdir(), 'tariffwatch-bench-'));
  const store = await program.openStore({ dataDir: folder, databaseUrl: null, log: SILENT_LOG });
  const parser = program.createFeedParser();
  const [feed] = program.parseCatalogue(
    'id,publisher,country_iso2,url,format,kind,language,stable_guid,evidence_date,notes\nbench,Bench,US,https://news.example/feed,RSS 2.0,news,en,y,,\n',
    'bench',
  );
  if (feed === undefined) throw new Error('the bench has no feed');
  const startAt = Date.parse('2025-12-31T00:00:00Z');
  const documents = Array.from({ length: ROUNDS + WARM_UP + 1 }, (_, round) =>
    documentOfDay(startAt + (round + 1) * DAY_MS, round),
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
  let now = startAt;
  const ports: PassPorts = {
    store,
    fetcher,
    parser,
    books: program.createBooks(store, program.loadSeedEntries()),
    clock: { now: () => now },
    log: SILENT_LOG,
    random: () => 0.5,
    readItem: program.readItem,
    texts: null,
    countryOf: () => 'US',
    limits: { ...program.POLL_LIMITS, fixedMs: 1 },
    adminChannel: null,
    policy: program.DEFAULT_NOTICE_POLICY,
  };
  await store.syncFeeds([feed], now);
  const plain = new Parser();
  const [ours, theirs]: [number[], number[]] = [[], []];
  let outcomes: PassReport['outcomes'] = {};
  for (const next of documents) {
    document = next;
    now += DAY_MS;
    const [leased] = await store.claimDueFeeds({ now, leaseMs: 60_000, limit: 1, only: [] });
    if (leased === undefined) throw new Error('the bench feed is not due');
    const a = performance.now();
    const report = await program.passFeed(ports, feed, leased);
    const b = performance.now();
    await plain.parseString(next);
    const c = performance.now();
    if (report.fresh !== ITEMS) throw new Error(`the bench: ${JSON.stringify(report)}`);
    ours.push(b - a);
    theirs.push(c - b);
    outcomes = report.outcomes;
  }
  // The very first pass is the baseline of the feed: what it reads is kept and not told.
  printPass('cold', ours.slice(1, 2), theirs.slice(0, 1));
  printPass('warm', ours.slice(WARM_UP), theirs.slice(WARM_UP));
  console.log(`  of the last ${ITEMS} items: ${JSON.stringify(outcomes)}`);
  await parser.close();
  await store.close();
  rmSync(folder, { recursive: true, force: true });
}

// So many new items at once are a storm unless the feed was long unread: here a day, in which all of them were published.
function documentOfDay(now: number, round: number): string {
  const items = benchItems((round + 1) * ITEMS).slice(round * ITEMS);
  return benchFeed(
    items.map((item, at) => ({
      ...item,
      published: new Date(now - (at + 1) * 10 * MINUTE_MS).toISOString(),
    })),
  );
}

function printPass(name: string, ours: readonly number[], theirs: readonly number[]): void {
  console.log(
    `one pass, ${ITEMS} new items, bytes to commit, ${name} pass ${median(ours).toFixed(1)} ms, rss-parser ${median(theirs).toFixed(1)} ms, ratio ${(median(ours) / median(theirs)).toFixed(2)} (target at most 3)`,
  );
}
