// `backfill --from DAY [--feed ID]`: the past of sources with an archive into items, stories and ledger. Tells nobody.
import { createApp } from '../app/create-app.ts';
import { loadConfig, readEnvironment } from '../config/load-config.ts';
import { type Day, dayOf, daysBetween, isDay, SECOND_MS } from '../domain/day.ts';
import { UserError } from '../domain/error.ts';
import type { Feed } from '../domain/feed.ts';
import { archiveOf } from '../feeds/archive-pages.ts';
import { systemClock } from '../infra/system-clock.ts';
import type { BackfillPage } from '../pipeline/backfill.ts';
import { createTerminalLog } from './terminal-log.ts';
import { NO_WORDS, parseVerbArgs, print, UsageError } from './verb.ts';

const BAR_WIDTH = 24;
const PAUSE_MS = SECOND_MS;

export async function run(args: readonly string[]): Promise<number> {
  const { values } = parseVerbArgs(
    args,
    {
      from: { type: 'string' },
      feed: { type: 'string', multiple: true },
      again: { type: 'boolean', default: false },
    },
    NO_WORDS,
  );
  const fromDay = values.from ?? '';
  const today = dayOf(systemClock.now());
  if (!isDay(fromDay) || fromDay > today) {
    throw new UsageError('say from which day on: --from 2026-01-31');
  }
  const config = loadConfig(readEnvironment());
  const app = await createApp(config, { log: createTerminalLog(config) });
  try {
    const wanted = values.feed;
    const feeds = app.feeds.filter(
      (feed) =>
        archiveOf(feed) !== null &&
        (wanted === undefined ? feed.enabled : wanted.includes(feed.id)),
    );
    for (const id of wanted ?? []) {
      if (!feeds.some((feed) => feed.id === id)) throw noArchive(id, app.feeds);
    }
    const pauseMs = (config.TARIFFWATCH_POLL_SECONDS ?? 1) * PAUSE_MS;
    let isStopped = false;
    for (const feed of feeds) {
      const result = await app.backfill(feed, {
        fromDay,
        isAgain: values.again,
        onPage: (page) => showPage(page, today),
        pause: () => new Promise((resolve) => setTimeout(resolve, pauseMs)),
      });
      if (result === null) continue;
      if (result.kind === 'stopped') isStopped = true;
      await print(`${feed.id}: ${wordsFor(result)}\n`);
    }
    if (feeds.length === 0) throw noArchive(null, app.feeds);
    return isStopped ? 1 : 0;
  } finally {
    await app.stop();
  }
}

function wordsFor(result: NonNullable<Awaited<ReturnType<Backfill>>>): string {
  const counts = `${result.items} items filled from ${result.pages} pages`;
  switch (result.kind) {
    case 'done':
      return counts;
    case 'done-before':
      return `${counts} before; --again reads the archive anew`;
    case 'stopped':
      return `stopped after ${counts}: ${result.reason} Run the same command to go on.`;
    default:
      return result satisfies never;
  }
}

type Backfill = Awaited<ReturnType<typeof createApp>>['backfill'];

/** A line a page; on a terminal the same line again. The bar shows the days covered, whichever way the archive runs. */
function showPage(page: BackfillPage, today: Day): void {
  const share = shareOf(page, today);
  const bar = '#'.repeat(Math.round(share * BAR_WIDTH)).padEnd(BAR_WIDTH, '.');
  const line = `[${bar}] ${page.feedId} page ${page.pages}, ${page.day ?? 'no dates'}, ${page.fresh} of ${page.read} new, ${page.items} in all`;
  const isTerminal = process.stderr.isTTY === true;
  process.stderr.write(isTerminal && page.nextUrl !== null ? `\r${line}` : `${line}\n`);
}

function shareOf({ nextUrl, day, fromDay }: BackfillPage, today: Day): number {
  if (nextUrl === null) return 1;
  if (day === null) return 0;
  const whole = Math.max(1, daysBetween(fromDay, today));
  const since = daysBetween(fromDay, day) / whole;
  // Archives that are paged newest first come nearer to the first day with every page.
  const isByDay = nextUrl.includes('publication_date');
  return Math.min(1, Math.max(0, isByDay ? since : 1 - since));
}

function noArchive(id: string | null, feeds: readonly Feed[]): UserError {
  const ids = feeds.filter((feed) => archiveOf(feed) !== null).map((feed) => feed.id);
  return new UserError(
    'backfill-none',
    id === null
      ? 'No feed has an archive that can be paged.'
      : `There is no feed "${id}" with an archive that can be paged.`,
    ids.length === 0
      ? 'Archives are known of the Federal Register, GOV.UK search feeds and WordPress.'
      : `Feeds that have one: ${ids.join(', ')}`,
  );
}
