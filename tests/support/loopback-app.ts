// The program's own parts over one folder, with feeds on loopback and a clock of the test's: what most acceptance tests open.
import { type App, createApp } from '../../src/app/create-app.ts';
import { loadConfig } from '../../src/config/load-config.ts';
import type { Instant } from '../../src/domain/day.ts';
import { parseCatalogue } from '../../src/feeds/catalogue.ts';
import type { FeedServer } from './feed-server.ts';
import { SILENT_LOG } from './silent-log.ts';

export type LoopbackApp = {
  readonly server: FeedServer;
  /** Folder of the database. */
  readonly folder: string;
  readonly now: () => Instant;
  /** Rows of the catalogue: id, publisher, country, address, kind, tier. */
  readonly feeds: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
};

/** Opens the program; nothing is polled before it is asked to. */
export function openLoopbackApp(given: LoopbackApp): Promise<App> {
  const environment = {
    PORT: '0',
    TARIFFWATCH_DATA_DIR: given.folder,
    TARIFFWATCH_ALLOW_HOSTS: given.server.host,
    ...given.environment,
  };
  return createApp(loadConfig(environment), {
    log: SILENT_LOG,
    clock: { now: given.now },
    random: () => 0.5,
    feeds: parseCatalogue(
      `id,publisher,country_iso2,url,kind,tier\n${given.feeds.join('\n')}\n`,
      'test',
    ),
  });
}
