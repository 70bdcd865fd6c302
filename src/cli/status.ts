// `status`: the ledger's answer in the terminal, in words or as the JSON of the contract. Reads the program's database
// where there is one, so that what the feeds brought counts; makes none.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { loadConfig, readEnvironment } from '../config/load-config.ts';
import { dayOf } from '../domain/day.ts';
import type { LedgerEntry } from '../domain/measure.ts';
import { loadCatalogue } from '../feeds/catalogue.ts';
import { systemClock } from '../infra/system-clock.ts';
import { createLedger } from '../ledger/create-ledger.ts';
import { resolveStatusQuery } from '../ledger/resolve-status-query.ts';
import { statusOn } from '../ledger/status-on.ts';
import type { FeedHealth } from '../messages/digest-message.ts';
import { printMessage } from '../messages/print-message.ts';
import { feedHealth } from '../messages/sources-message.ts';
import { statusMessage } from '../messages/status-message.ts';
import { loadSeedEntries } from '../reference/measures.ts';
import { createTerminalLog } from './terminal-log.ts';
import { parseVerbArgs, print, UsageError } from './verb.ts';

export async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseVerbArgs(args, {
    on: { type: 'string' },
    'known-on': { type: 'string' },
    from: { type: 'string' },
    json: { type: 'boolean', default: false },
  });
  const [who, ...product] = positionals;
  if (who === undefined) throw new UsageError('whose goods? Name a country, a code or a group');
  const now = systemClock.now();
  const queries = resolveStatusQuery({
    who,
    product: product.length === 0 ? null : product.join(' '),
    from: values.from ?? null,
    on: values.on ?? dayOf(now),
    knownOn: values['known-on'] ?? null,
  });
  const learned = await whatWasLearned();
  const ledger = createLedger([...loadSeedEntries(), ...learned.entries]);
  for (const query of queries) {
    const status = statusOn(ledger, query);
    if (values.json) {
      await print(`${JSON.stringify(status)}\n`);
      continue;
    }
    const feeds = learned.feeds;
    const question = [who, ...product].join(' ');
    const message = statusMessage({ status, reported: [], feeds, now, question, isFull: true });
    await print(`${printMessage(message)}\n\n`);
  }
  return 0;
}

type Learned = { readonly entries: readonly LedgerEntry[]; readonly feeds: FeedHealth };

async function whatWasLearned(): Promise<Learned> {
  const config = loadConfig(readEnvironment());
  const feeds = loadCatalogue(config.TARIFFWATCH_FEEDS);
  const { openStore, DATABASE_FILE } = await import('../storage/open-store.ts');
  const dataDir = config.TARIFFWATCH_DATA_DIR;
  if (config.DATABASE_URL === null && !existsSync(join(dataDir, DATABASE_FILE))) {
    return { entries: [], feeds: feedHealth(feeds, []) };
  }
  const log = createTerminalLog(config);
  const store = await openStore({ dataDir, databaseUrl: config.DATABASE_URL, log });
  try {
    return {
      entries: await store.ledgerEntries(),
      feeds: feedHealth(feeds, await store.feedStates()),
    };
  } finally {
    await store.close();
  }
}
