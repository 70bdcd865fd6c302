// The ledger for a verb: the seeded measures, what the feeds brought where there is a database, and an imported tariff table.
// Makes no database.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { loadNormalDuties } from '../app/normal-duty-file.ts';
import { loadConfig, readEnvironment } from '../config/load-config.ts';
import type { FeedState } from '../domain/feed.ts';
import type { LedgerEntry } from '../domain/measure.ts';
import { createLedger, type Ledger } from '../ledger/create-ledger.ts';
import { loadSeedEntries } from '../reference/measures.ts';
import { createTerminalLog } from './terminal-log.ts';

export type OpenedLedger = { readonly ledger: Ledger; readonly states: readonly FeedState[] };

/** @throws UserError for faults of configuration, database or tariff table. */
export async function openLedger(): Promise<OpenedLedger> {
  const config = loadConfig(readEnvironment());
  const learned = await whatWasLearned();
  const ledger = createLedger([...loadSeedEntries(), ...learned.entries]);
  return {
    ledger: { ...ledger, normalDuties: loadNormalDuties(config.TARIFFWATCH_DATA_DIR) },
    states: learned.states,
  };
}

type Learned = { readonly entries: readonly LedgerEntry[]; readonly states: readonly FeedState[] };

async function whatWasLearned(): Promise<Learned> {
  const config = loadConfig(readEnvironment());
  const dataDir = config.TARIFFWATCH_DATA_DIR;
  if (config.DATABASE_URL === null && !existsSync(join(dataDir, 'tariffwatch.db'))) {
    return { entries: [], states: [] };
  }
  const { openStore } = await import('../storage/open-store.ts');
  const log = createTerminalLog(config);
  const store = await openStore({ dataDir, databaseUrl: config.DATABASE_URL, log });
  try {
    return { entries: await store.ledgerEntries(), states: await store.feedStates() };
  } finally {
    await store.close();
  }
}
