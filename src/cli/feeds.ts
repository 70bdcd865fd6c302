// `feeds list [ID|TIER]`: how they are, as `sources` says it in a channel. `feeds export [FILE.opml]` and `feeds import
// FILE.opml`: as feed readers exchange them. None asks anybody: an imported feed is looked at by its first poll. `feeds release ID` and `feeds drop ID`: what a storm left is decided; a
// program that runs on the same database sends what follows.
import { readFileSync, writeFileSync } from 'node:fs';
import { openLiveFeeds } from '../app/live-feeds.ts';
import { loadConfig, readEnvironment } from '../config/load-config.ts';
import { UserError } from '../domain/error.ts';
import type { Feed } from '../domain/feed.ts';
import { loadCatalogue } from '../feeds/catalogue.ts';
import { feedOf, isSameFeed, switchedOn } from '../feeds/find-feed.ts';
import { feedsFromOpml, feedsToOpml } from '../feeds/opml.ts';
import { systemClock } from '../infra/system-clock.ts';
import { decidedWords } from '../messages/hold-message.ts';
import { namedSources } from '../messages/named-sources.ts';
import { printMessage } from '../messages/print-message.ts';
import { sourcesMessage } from '../messages/sources-message.ts';
import { MOST_IMPORTED_FEEDS } from '../ports/feed-admin.ts';
import type { Store } from '../ports/store.ts';
import { openStore } from '../storage/open-store.ts';
import { createTerminalLog } from './terminal-log.ts';
import { parseVerbArgs, print, UsageError } from './verb.ts';

export async function run(args: readonly string[]): Promise<number> {
  const { positionals } = parseVerbArgs(args, {});
  const [verb, file, ...more] = positionals;
  const isImport = verb === 'import' && file !== undefined;
  const isDecision = (verb === 'release' || verb === 'drop') && file !== undefined;
  const isListing = verb === 'list' || verb === 'export';
  if ((!isListing && !isImport && !isDecision) || more.length > 0) {
    throw new UsageError('say list [ID|TIER], export [FILE], import FILE, release ID or drop ID');
  }
  if (isDecision) return decide(file, verb);
  const config = loadConfig(readEnvironment());
  const store = await openStore({
    dataDir: config.TARIFFWATCH_DATA_DIR,
    databaseUrl: config.DATABASE_URL,
    log: createTerminalLog(config),
  });
  try {
    const { feeds } = await openLiveFeeds(
      store,
      loadCatalogue(config.TARIFFWATCH_FEEDS),
      systemClock,
    );
    if (isImport) return await importFeeds(store, feeds, file);
    if (verb === 'list') return await listFeeds(store, feeds, file);
    const opml = feedsToOpml(
      feeds.filter(({ enabled }) => enabled),
      systemClock.now(),
    );
    if (file === undefined) await print(opml);
    else writeFileSync(file, opml, { flag: 'wx' });
    return 0;
  } catch (fault) {
    throw file === undefined || verb === 'list' ? fault : fileFault(file, fault);
  } finally {
    await store.close();
  }
}

async function decide(id: string, kind: 'release' | 'drop'): Promise<number> {
  // Only a decision needs the whole program.
  const { createApp } = await import('../app/create-app.ts');
  const config = loadConfig(readEnvironment());
  const app = await createApp(config, { log: createTerminalLog(config) });
  try {
    const feed = app.feeds.find((one) => one.id === id && one.enabled);
    if (feed === undefined) {
      throw new UserError(
        'unknown-feed',
        `There is no enabled feed "${id}".`,
        'The feeds with held items are named by `/tariff feed list` and in the log.',
      );
    }
    const decided = await app.decideHold(feed, kind, 'the command line');
    await print(`${id}: ${decided === null ? 'nothing is held.' : decidedWords(decided)}\n`);
    return decided === null ? 1 : 0;
  } finally {
    await app.stop();
  }
}

async function listFeeds(
  store: Store,
  feeds: readonly Feed[],
  word: string | undefined,
): Promise<number> {
  const only = namedSources(feeds, word);
  const message = sourcesMessage(feeds, await store.feedStates(), systemClock.now(), only);
  await print(`${printMessage(message)}\n`);
  return 0;
}

async function importFeeds(
  store: Store,
  known: Awaited<ReturnType<typeof openLiveFeeds>>['feeds'],
  file: string,
): Promise<number> {
  const taken = new Set(known.map(({ id }) => id));
  let refused = 0;
  for (const { url, hints } of feedsFromOpml(readFileSync(file, 'utf8'))) {
    const same = known.find((feed) => isSameFeed(feed.url, url));
    const plain = feedOf(url, null, hints);
    if (same?.enabled === true) {
      await print(`${url}: known already as ${same.id}\n`);
      continue;
    }
    const feed =
      same === undefined ? { ...plain, id: freeId(plain.id, taken) } : switchedOn(same, {});
    taken.add(feed.id);
    const isAdded = await store.addCustomFeed(
      { feed, addedBy: 'import', addedAt: systemClock.now() },
      MOST_IMPORTED_FEEDS,
    );
    if (!isAdded) refused += 1;
    await print(
      isAdded
        ? `${url}: ${same === undefined ? 'added' : 'switched on'} as ${feed.id} (${feed.tier})\n`
        : `${url}: not added, ${MOST_IMPORTED_FEEDS} feeds are the most\n`,
    );
  }
  return refused > 0 ? 1 : 0;
}

/** Addresses that differ in their query only have one id between them. */
function freeId(id: string, taken: ReadonlySet<string>): string {
  let free = id;
  for (let number = 2; taken.has(free); number += 1) free = `${id}-${number}`;
  return free;
}

function fileFault(file: string, fault: unknown): unknown {
  const code = fault instanceof Error && 'code' in fault ? String(fault.code) : '';
  if (code === 'EEXIST') {
    return new UserError(
      'file-exists',
      `${file} is there already.`,
      'Name a new file; nothing is overwritten.',
    );
  }
  if (!/^E(?:NOENT|ACCES|ISDIR|PERM)$/.test(code)) return fault;
  return new UserError(
    'input-unreadable',
    `The file "${file}" cannot be read or written (${code}).`,
    'Check its name and your rights.',
  );
}
