// `parse-feed`: feed documents in, neutral items out, a JSON line a document. A bad file is an answer, not a fault. An
// address is asked as a poll asks it, with the same rules and limits.
import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import type { FeedClients } from '../app/open-poller.ts';
import { createDocumentReader, noFeed } from '../feeds/parse-feed-document.ts';
import { parseVerbArgs, print } from './verb.ts';

/** The bytes of one argument with what came along, or why there are none. */
type Source =
  | {
      readonly bytes: Uint8Array;
      readonly contentType: string | null;
      readonly url: string | null;
    }
  | { readonly problem: string };

type Answers = { sourceAt(address: string): Promise<Source>; close(): Promise<void> };

export async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseVerbArgs(args, {
    'content-type': { type: 'string' },
    url: { type: 'string' },
  });
  const reader = createDocumentReader();
  const answers = answersOfServers();
  try {
    for (const file of positionals.length === 0 ? ['-'] : positionals) {
      const isAddress = /^https?:\/\//i.test(file);
      const source = await (isAddress ? answers.sourceAt(file) : sourceIn(file));
      const line =
        'problem' in source
          ? noFeed(file, source.problem)
          : await reader.read(source.bytes, {
              file,
              contentType: values['content-type'] ?? source.contentType,
              url: values.url ?? source.url,
            });
      await print(`${JSON.stringify(line)}\n`);
    }
  } finally {
    await answers.close();
    await reader.close();
  }
  return 0;
}

async function sourceIn(file: string): Promise<Source> {
  const bytes = file === '-' ? await buffer(process.stdin) : await readFile(file).catch(() => null);
  if (bytes === null) return { problem: 'The file cannot be read.' };
  return { bytes, contentType: null, url: null };
}

/** Configuration and network are opened by the first address only: a document on disk needs neither. */
function answersOfServers(): Answers {
  let clients: FeedClients | null = null;
  return {
    async sourceAt(address) {
      clients ??= await openClients();
      const nothingKnown = { etag: null, lastModified: null };
      const fetched = await clients.fetcher.fetch(address, nothingKnown);
      switch (fetched.kind) {
        case 'failed':
          return { problem: fetched.reason };
        case 'not-modified':
          return { problem: 'It sent nothing.' };
        case 'ok':
          return { ...fetched, url: fetched.finalUrl };
        default:
          return fetched satisfies never;
      }
    },
    close: async () => clients?.close(),
  };
}

async function openClients(): Promise<FeedClients> {
  const [{ openFeedClients }, { loadConfig, readEnvironment }, { systemClock }] = await Promise.all(
    [
      import('../app/open-poller.ts'),
      import('../config/load-config.ts'),
      import('../infra/system-clock.ts'),
    ],
  );
  return openFeedClients(loadConfig(readEnvironment()), systemClock);
}
