// `serve`: the whole program until SIGTERM or SIGINT; the second signal does not wait.
import { createApp } from '../app/create-app.ts';
import { loadConfig, readEnvironment } from '../config/load-config.ts';
import { createTerminalLog } from './terminal-log.ts';
import { print, takeNoArguments } from './verb.ts';

export async function run(args: readonly string[]): Promise<number> {
  takeNoArguments(args);
  const config = loadConfig(readEnvironment());
  const log = createTerminalLog(config);
  const app = await createApp(config, { log });
  const { url } = await app.start();
  await print(
    `Tariffwatch is running at ${url}\n${app.notices.map((notice) => `- ${notice}\n`).join('')}`,
  );
  await untilStopped();
  await app.stop();
  return 0;
}

/** Resolves at the first SIGTERM or SIGINT; a second one ends the process at once. */
export function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    let isStopping = false;
    const onSignal = (): void => {
      if (isStopping) process.exit(1);
      isStopping = true;
      resolve();
    };
    process.on('SIGTERM', onSignal);
    process.on('SIGINT', onSignal);
  });
}
