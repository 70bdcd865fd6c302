// `doctor`: checks what the program would need, one line a check, and says what to mend. Dials nothing.
import { createApp } from '../app/create-app.ts';
import { CONFIG_KEYS } from '../config/config-keys.ts';
import { loadConfig, readEnvironment } from '../config/load-config.ts';
import { UserError } from '../domain/error.ts';
import { createTerminalLog } from './terminal-log.ts';
import { print, takeNoArguments } from './verb.ts';

export async function run(args: readonly string[]): Promise<number> {
  takeNoArguments(args);
  await print(`ok    Node ${process.versions.node}\n`);
  try {
    const config = loadConfig(readEnvironment());
    await print(`ok    configuration (${Object.keys(CONFIG_KEYS).length} keys)\n`);
    const app = await createApp(config, { log: createTerminalLog(config) });
    try {
      const enabled = app.feeds.filter((feed) => feed.enabled).length;
      await print(
        `ok    database (${config.DATABASE_URL === null ? config.TARIFFWATCH_DATA_DIR : 'server'})\n`,
      );
      await print(`ok    feeds: ${enabled} enabled of ${app.feeds.length}\n`);
      for (const state of await app.store.feedStates()) {
        if (state.lastError !== null)
          await print(`warn  feed ${state.feedId}: ${state.lastError}\n`);
        for (const warning of state.warnings)
          await print(`look  feed ${state.feedId}: ${warning}\n`);
      }
      for (const notice of app.notices) await print(`note  ${notice}\n`);
    } finally {
      await app.stop();
    }
    return 0;
  } catch (fault) {
    if (!(fault instanceof UserError)) throw fault;
    await print(`fail  ${fault.message}\n      ${fault.hint}\n`);
    return 1;
  }
}
