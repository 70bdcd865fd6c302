// `why ID`: what was read in an item, sentence by sentence, and what became of it; for a story, all of its items.
import { loadConfig, readEnvironment } from '../config/load-config.ts';
import { UserError } from '../domain/error.ts';
import { loadCatalogue } from '../feeds/catalogue.ts';
import type { ItemRecord, Store } from '../ports/store.ts';
import { explainReading } from '../reading/explain-reading.ts';
import { openStore } from '../storage/open-store.ts';
import { createTerminalLog } from './terminal-log.ts';
import { parseVerbArgs, print, UsageError } from './verb.ts';

export async function run(args: readonly string[]): Promise<number> {
  const { positionals } = parseVerbArgs(args, {});
  const [id] = positionals;
  if (id === undefined || positionals.length > 1)
    throw new UsageError('one id, such as I-40 or S-12');
  const config = loadConfig(readEnvironment());
  const log = createTerminalLog(config);
  const store = await openStore({
    dataDir: config.TARIFFWATCH_DATA_DIR,
    databaseUrl: config.DATABASE_URL,
    log,
  });
  try {
    const languages = new Map(
      loadCatalogue(config.TARIFFWATCH_FEEDS).map((feed) => [feed.id, feed.language]),
    );
    for (const record of await recordsOf(store, id.toUpperCase())) {
      await print(`${explain(record, languages.get(record.item.feedId))}\n`);
    }
  } finally {
    await store.close();
  }
  return 0;
}

async function recordsOf(store: Store, id: string): Promise<readonly ItemRecord[]> {
  const found = id.startsWith('S-') ? await store.itemsOfStory(id) : [await store.item(id)];
  const records = found.filter((record) => record !== null);
  if (records.length > 0) return records;
  throw new UserError(
    'not-found',
    `There is no item or story ${id}.`,
    'Ids stand at the foot of each post; `recent` lists the newest.',
  );
}

function explain({ item, outcome, reason, storyId }: ItemRecord, lang: string | undefined): string {
  const published =
    item.publishedAt === null ? undefined : new Date(item.publishedAt).toISOString();
  const head = `${item.id} (feed ${item.feedId}, version ${item.version}): ${outcome}${storyId === null ? '' : `, story ${storyId}`}\n${reason}`;
  return `${head}\n\n${explainReading({ title: item.title, summary: item.summary, content: item.content === '' ? undefined : item.content, sourceUrl: item.link ?? undefined, published, lang })}`;
}
