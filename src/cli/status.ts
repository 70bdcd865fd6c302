// `status`: the ledger's answer in the terminal, in words or as the JSON of the contract. Reads the program's database
// where there is one, so that what the feeds brought counts; makes none.
import { loadConfig, readEnvironment } from '../config/load-config.ts';
import { dayOf } from '../domain/day.ts';
import type { FeedState } from '../domain/feed.ts';
import type { Status } from '../domain/status.ts';
import { systemClock } from '../infra/system-clock.ts';
import {
  resolveStatusQuery,
  splitWho,
  takeDays,
  takeImposer,
} from '../ledger/resolve-status-query.ts';
import { statusOn } from '../ledger/status-on.ts';
import { openLedger } from './open-ledger.ts';
import { parseVerbArgs, print, UsageError } from './verb.ts';

export async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseVerbArgs(args, {
    on: { type: 'string' },
    'known-on': { type: 'string' },
    from: { type: 'string' },
    json: { type: 'boolean', default: false },
  });
  const words = positionals.flatMap((part) => part.split(/\s+/)).filter((word) => word !== '');
  if (words.length === 0) throw new UsageError('whose goods? Name a country, a code or a group');
  const days = takeDays(words);
  const imposer = takeImposer(days.rest);
  const { who, product } = splitWho(imposer.rest);
  const queries = who.flatMap((name) =>
    resolveStatusQuery({
      who: name,
      product,
      from: values.from ?? imposer.from,
      on: values.on ?? days.on ?? dayOf(systemClock.now()),
      knownOn: values['known-on'] ?? days.knownOn,
    }),
  );
  const { ledger, states } = await openLedger();
  const inWords = values.json ? null : await createTeller(states, words.join(' '));
  for (const query of queries) {
    const status = statusOn(ledger, query);
    await print(inWords === null ? `${JSON.stringify(status)}\n` : `${inWords(status)}\n\n`);
  }
  return 0;
}

// Loaded only for people: a program that asks for JSON a thousand times does not wait for words and feeds.
async function createTeller(
  states: readonly FeedState[],
  question: string,
): Promise<(status: Status) => string> {
  const { loadCatalogue } = await import('../feeds/catalogue.ts');
  const { printMessage } = await import('../messages/print-message.ts');
  const { feedHealth } = await import('../messages/feed-health.ts');
  const { statusMessage } = await import('../messages/status-message.ts');
  const feeds = feedHealth(loadCatalogue(loadConfig(readEnvironment()).TARIFFWATCH_FEEDS), states);
  const now = systemClock.now();
  return (status) =>
    printMessage(statusMessage({ status, reported: [], feeds, now, question, isFull: true }));
}
