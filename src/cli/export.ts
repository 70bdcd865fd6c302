// `export FILE`: a consistent copy of the embedded database, taken while the program runs.
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
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
  const dataDir = config.TARIFFWATCH_DATA_DIR;
  // An empty copy of a folder that was misspelt would be kept as a backup until the day it is needed.
  if (!existsSync(join(dataDir, 'tariffwatch.db'))) {
    throw new UserError(
      'backup-nothing',
      `There is no database in ${dataDir}.`,
      'Name its folder by TARIFFWATCH_DATA_DIR, or call this in the folder where the program runs.',
    );
  }
  const log = createTerminalLog(config);
  const store = await openStore({ dataDir, databaseUrl: null, log });
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
