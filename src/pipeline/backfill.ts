// Fills items, stories and ledger from a source's archive, page by page, without telling anybody: what is filled is
// treated as a first poll. Resumable: how far it came is in the database. It never changes when the feed is polled.
import { type Day, MINUTE_MS, startOfDay } from '../domain/day.ts';
import type { Feed } from '../domain/feed.ts';
import type { Item } from '../domain/item.ts';
import { type Archive, archiveOf, dateOf, newestDay } from '../feeds/archive-pages.ts';
import { type Identification, identifyItems, namesToFind } from '../feeds/item-identity.ts';
import type { BackfillProgress } from '../ports/store.ts';
import { addLinkedTexts, type TextedItems } from './add-linked-texts.ts';
import { commitItems } from './commit-items.ts';
import type { PassPorts } from './pass-ports.ts';
import type { Poll } from './poll.ts';

export type BackfillPage = BackfillProgress & {
  /** Of this page: items of the time asked for, and those among them that were not known. */
  readonly read: number;
  readonly fresh: number;
  /** The newest day on the page. */
  readonly day: Day | null;
};

export type BackfillResult =
  | { readonly kind: 'done' | 'done-before'; readonly pages: number; readonly items: number }
  /** Ask again to go on where it stopped. */
  | {
      readonly kind: 'stopped';
      readonly pages: number;
      readonly items: number;
      readonly reason: string;
    };

export type BackfillOptions = {
  readonly fromDay: Day;
  /** Begins anew where an earlier filling has ended. */
  readonly isAgain: boolean;
  readonly onPage: (page: BackfillPage) => void;
  /** Waits between two pages. */
  readonly pause: () => Promise<void>;
};

/** More pages than any source has of the years that matter. */
const MOST_PAGES = 2_000;
/** As long as a commit may take; a poll under way gives way to it and is repeated. */
const LEASE_MS = MINUTE_MS;
const MAX_TRIES = 5;
/** A page of a hundred bare titles may take a fetch each. */
const TEXT_LIMITS = { pages: 100, budgetMs: 10 * MINUTE_MS };

/** Null when the feed has no archive that can be paged. Rejects only when the store fails. */
export async function backfillFeed(
  ports: PassPorts,
  feed: Feed,
  options: BackfillOptions,
): Promise<BackfillResult | null> {
  const archive = archiveOf(feed);
  if (archive === null) return null;
  const { store } = ports;
  const { fromDay, isAgain } = options;
  await store.syncFeeds([feed], ports.clock.now());
  const kept = await store.backfill(feed.id, fromDay);
  const isDone = kept !== null && kept.nextUrl === null;
  if (isDone && !isAgain) return { kind: 'done-before', pages: kept.pages, items: kept.items };
  let progress: BackfillProgress =
    kept === null || isDone
      ? { feedId: feed.id, fromDay, nextUrl: archive.firstUrl(fromDay), pages: 0, items: 0 }
      : kept;
  let keysBefore = '';
  for (let count = 0; progress.nextUrl !== null && count < MOST_PAGES; count += 1) {
    if (count > 0) await options.pause();
    const page = await readPage(ports, feed, progress.nextUrl);
    if (page.kind === 'failed') {
      const { pages, items } = progress;
      return { kind: 'stopped', pages, items, reason: page.reason };
    }
    const keys = page.items.map(({ key }) => key).join('\n');
    // A server that does not know the page number shows the same page for ever.
    const isLast = page.items.length === 0 || keys === keysBefore;
    keysBefore = keys;
    const wanted = isLast ? [] : page.items.filter((item) => isOfTime(item, fromDay));
    const fresh = await takePage(ports, feed, wanted);
    if (fresh === null) {
      const { pages, items } = progress;
      return { kind: 'stopped', pages, items, reason: 'Others take the feed again and again.' };
    }
    progress = nextProgress(archive, progress, page.items, { isLast, fresh });
    await store.saveBackfill(progress);
    options.onPage({ ...progress, read: wanted.length, fresh, day: newestDay(page.items) });
  }
  return { kind: 'done', pages: progress.pages, items: progress.items };
}

function nextProgress(
  archive: Archive,
  progress: BackfillProgress,
  items: readonly Item[],
  { isLast, fresh }: { readonly isLast: boolean; readonly fresh: number },
): BackfillProgress {
  const { nextUrl, fromDay } = progress;
  return {
    ...progress,
    nextUrl: isLast || nextUrl === null ? null : archive.nextUrl(nextUrl, items, fromDay),
    pages: progress.pages + 1,
    items: progress.items + fresh,
  };
}

type Page =
  | { readonly kind: 'page'; readonly items: readonly Item[] }
  | { readonly kind: 'failed'; readonly reason: string };

const NO_VALIDATORS = { etag: null, lastModified: null };

async function readPage({ fetcher, parser }: PassPorts, feed: Feed, url: string): Promise<Page> {
  const fetched = await fetcher.fetch(url, NO_VALIDATORS);
  if (fetched.kind === 'failed') {
    // WordPress answers 404 behind its last page.
    const isEnd = fetched.code === 'http-404' && feed.adapter === 'wordpress';
    return isEnd ? { kind: 'page', items: [] } : { kind: 'failed', reason: fetched.reason };
  }
  if (fetched.kind === 'not-modified') return { kind: 'failed', reason: 'It sent nothing.' };
  const parsed = await parser.parse(feed, fetched.bytes, fetched.contentType, fetched.finalUrl);
  if (parsed.format !== null) return { kind: 'page', items: parsed.items };
  return { kind: 'failed', reason: parsed.problems[0] ?? 'The document is no feed.' };
}

/** Items without a date are of any time. */
function isOfTime(item: Item, fromDay: Day): boolean {
  const at = dateOf(item);
  return at === null || at >= startOfDay(fromDay);
}

/**
 * Commits the unknown items of a page as a first poll would; their number, or null when others take the feed again and again.
 * The feed is taken for the commit alone: a process that dies while it reads texts keeps nobody from going on.
 */
async function takePage(
  ports: PassPorts,
  feed: Feed,
  items: readonly Item[],
): Promise<number | null> {
  const { store, texts } = ports;
  const found = await unknownOf(ports, feed, items);
  if (found.fresh.length === 0) return 0;
  const desk = { store, feed, now: ports.clock.now(), isBaseline: true, limits: TEXT_LIMITS };
  const texted: TextedItems =
    texts === null
      ? { found, retriesOf: () => [] }
      : await addLinkedTexts({ ...desk, texts }, found);
  for (let attempt = 0; attempt < MAX_TRIES; attempt += 1) {
    const now = ports.clock.now();
    const leased = await store.takeFeed(feed.id, now, LEASE_MS);
    if (leased === null) return null;
    // A poll may have brought some of them while the texts were read.
    const { fresh } = await unknownOf(ports, feed, items);
    const stillUnknown = new Set(fresh.map(({ item }) => item.key));
    const left = {
      ...texted,
      found: {
        ...texted.found,
        fresh: texted.found.fresh.filter(({ item }) => stillUnknown.has(item.key)),
      },
    };
    const poll: Poll = { ports, feed, leased, now };
    const report = await commitItems(poll, left, leased.state, { isFirst: true, storm: null });
    if (report.kind !== 'lost') return report.fresh;
  }
  return null;
}

/** Known items are left as they are: their edits are the poller's. */
async function unknownOf(
  { store }: PassPorts,
  feed: Feed,
  items: readonly Item[],
): Promise<Identification> {
  const known = await store.findItems(feed.id, namesToFind(items));
  return { ...identifyItems(items, known, { isBaseline: true }), edited: [] };
}
