// `export FILE`: a consistent copy of the embedded database, taken while the program runs.
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { loadConfig, readEnvironment } from '../config/load-config.ts';
import { UserError } from '../domain/error.ts';
import { openStore } from '../storage/open-store.ts';
import { createTerminalLog } from './terminal-log.ts';
import { parseVerbArgs, print, UsageError } from './verb.ts';

export async function run(args: readonly string[]): Promise<number> {
  const { positionals } = parseVerbArgs(args, {});
  const [file] = positionals;
  if (file === undefined || positionals.length > 1) throw new UsageError('one file to write');
  if (existsSync(file)) {
    throw new UserError(
      'file-exists',
      `${file} is there already.`,
      'Name a new file; nothing is overwritten.',
    );
  }
  const config = loadConfig(readEnvironment());
  if (config.DATABASE_URL !== null) {
    throw new UserError(
      'not-embedded',
      'The database is a server, which has its own backups.',
      'Use pg_dump.',
    );
  }
  const log = createTerminalLog(config);
  const store = await openStore({ dataDir: config.TARIFFWATCH_DATA_DIR, databaseUrl: null, log });
  try {
    await store.backup(resolve(file));
  } finally {
    await store.close();
  }
  await print(
    `Written to ${resolve(file)}. To restore: stop the program and put it in place of tariffwatch.db.\n`,
  );
  return 0;
}
