// `demo`: the program with the sample wire instead of the world, in the preview. Needs no network and no credentials, and
// keeps its data in a folder of its own that is emptied at each start.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { type App, createApp } from '../app/create-app.ts';
import type { Config } from '../config/config-keys.ts';
import { loadConfig, readEnvironment } from '../config/load-config.ts';
import { createDemoPlayer } from '../demo/demo-player.ts';
import { demoGreeting, prepareChannels, storyClock } from '../demo/run-demo.ts';
import { type SampleWire, startSampleWire } from '../demo/sample-wire.ts';
import { parseCatalogue } from '../feeds/catalogue.ts';
import { systemClock } from '../infra/system-clock.ts';
import { offlineConfig } from './offline-config.ts';
import { untilStopped } from './serve.ts';
import { createTerminalLog } from './terminal-log.ts';
import { NO_WORDS, parseVerbArgs, print, UsageError } from './verb.ts';

export async function run(args: readonly string[]): Promise<number> {
  const { values } = parseVerbArgs(
    args,
    {
      port: { type: 'string' },
      'pause-ms': { type: 'string' },
    },
    NO_WORDS,
  );
  const pauseMs = numberOf(values['pause-ms'], '--pause-ms');
  const base = loadConfig(readEnvironment());
  const port = numberOf(values.port, '--port') ?? base.PORT;
  const wire = await startSampleWire({ port: 0, clock: systemClock });
  try {
    return await play(demoConfig(base, wire, port), wire, pauseMs);
  } finally {
    await wire.stop();
  }
}

function demoConfig(base: Config, wire: SampleWire, port: number): Config {
  return {
    ...offlineConfig(base, join(base.TARIFFWATCH_DATA_DIR, 'demo')),
    PORT: port,
    TARIFFWATCH_ALLOW_HOSTS: [wire.host],
    TARIFFWATCH_POLL_SECONDS: 1,
  };
}

async function play(
  config: Config,
  wire: SampleWire,
  pauseMs: number | undefined,
): Promise<number> {
  rmSync(config.TARIFFWATCH_DATA_DIR, { recursive: true, force: true });
  const log = createTerminalLog(config);
  let app: App | null = null;
  const player = createDemoPlayer({
    wire,
    log,
    settle: async () => app?.settle(),
    ...(pauseMs === undefined ? {} : { pauseMs }),
  });
  app = await createApp(config, {
    log,
    clock: storyClock(wire),
    feeds: parseCatalogue(wire.feedsCsv, 'sample wire'),
    player,
  });
  await prepareChannels(app.runCommand);
  const { url } = await app.start({ isQuiet: true });
  await print(`${demoGreeting(url, wire, pauseMs)}\n`);
  await player.start();
  await untilStopped();
  await player.stop();
  await app.stop();
  return 0;
}

function numberOf(text: string | undefined, option: string): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0)
    throw new UsageError(`${option}: "${text}" is no whole number`);
  return value;
}
