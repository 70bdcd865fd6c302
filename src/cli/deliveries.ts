// `deliveries failed`: what was given up for good, in every channel. `deliveries redeliver NUMBER`: one of them is planned again.
// `deliveries log CHANNEL`: what was sent to a channel, as `debug` tells it there. All of it reads and writes the database only;
// a program that runs on it sends what follows.
import { loadConfig, readEnvironment } from '../config/load-config.ts';
import type { Delivery } from '../domain/delivery.ts';
import { UserError } from '../domain/error.ts';
import { laneOf } from '../domain/subscription.ts';
import { systemClock } from '../infra/system-clock.ts';
import { deliveryWords } from '../messages/debug-message.ts';
import type { Store } from '../ports/store.ts';
import { openStore } from '../storage/open-store.ts';
import { createTerminalLog } from './terminal-log.ts';
import { parseVerbArgs, print, UsageError } from './verb.ts';

const MOST_LISTED = 200;
const NAMED_CHANNELS = 5;

export async function run(args: readonly string[]): Promise<number> {
  const { positionals } = parseVerbArgs(args, {});
  const [verb, what, ...more] = positionals;
  const isComplete = verb === 'failed' ? what === undefined : what !== undefined;
  if (!['failed', 'redeliver', 'log'].includes(verb ?? '') || !isComplete || more.length > 0) {
    throw new UsageError('say failed, redeliver NUMBER or log CHANNEL');
  }
  const config = loadConfig(readEnvironment());
  const store = await openStore({
    dataDir: config.TARIFFWATCH_DATA_DIR,
    databaseUrl: config.DATABASE_URL,
    log: createTerminalLog(config),
  });
  try {
    if (verb === 'redeliver') await redeliver(store, what ?? '');
    else if (verb === 'log')
      await listed(await deliveriesTo(store, what ?? ''), 'Nothing was sent');
    else await listed(await store.deadLetters(MOST_LISTED), 'Nothing was given up');
  } finally {
    await store.close();
  }
  return 0;
}

async function listed(rows: readonly Delivery[], ifNone: string): Promise<void> {
  if (rows.length === 0) await print(`${ifNone}.\n`);
  for (const row of rows) {
    await print(`${row.id} ${laneOf(row.channel)} ${deliveryWords(row)}\n`);
  }
}

async function redeliver(store: Store, number: string): Promise<void> {
  const isPlanned =
    /^\d{1,15}$/.test(number) && (await store.redeliver(Number(number), systemClock.now()));
  if (!isPlanned) {
    throw new UserError(
      'not-found',
      `No failed post ${number} is waiting.`,
      'See what failed with: tariffwatch deliveries failed',
    );
  }
  await print(`Post ${number} is planned again.\n`);
}

async function deliveriesTo(store: Store, lane: string): Promise<readonly Delivery[]> {
  const channels = await store.channels();
  const found = channels.find(({ channel, name }) => [laneOf(channel), name].includes(lane));
  if (found !== undefined) return store.deliveriesTo(found.channel, MOST_LISTED);
  const known = channels.slice(0, NAMED_CHANNELS).map(({ channel }) => laneOf(channel));
  throw new UserError(
    'not-found',
    `There is no channel ${lane}.`,
    known.length === 0 ? 'No channel has spoken yet.' : `There are: ${known.join(', ')}`,
  );
}
