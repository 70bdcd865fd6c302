// The worker's side of parsing: one job in, one answer out. Everything that a hostile document can make slow or large
// happens here, so that the main thread can end it.
import { parentPort } from 'node:worker_threads';
import type { ParsedFeed } from '../ports/world.ts';
import { type AdapterFeed, adaptDocument } from './adapters.ts';
import type { FeedDocument } from './feed-document.ts';
import { type Readers, readDocument } from './read-document.ts';

export type ParseJob = {
  readonly id: number;
  readonly bytes: Uint8Array;
  readonly contentType: string | null;
  readonly url: string | null;
  readonly readers: Readers;
  readonly feed: AdapterFeed;
  /** False where only the items are wanted: the entries would be copied between threads for nothing. */
  readonly wantsEntries: boolean;
};

export type ParseAnswer =
  | {
      readonly id: number;
      readonly ok: true;
      /** With the entries as the adapter left them: one for each item. */
      readonly document: FeedDocument;
      readonly parsed: ParsedFeed;
    }
  | { readonly id: number; readonly ok: false; readonly reason: string };

async function answer(job: ParseJob): Promise<ParseAnswer> {
  const { id, bytes, contentType, url, readers, feed, wantsEntries } = job;
  try {
    const document = await readDocument(bytes, contentType, url, readers);
    const { parsed, entries } = adaptDocument(feed, document);
    // The raw JSON has done its work; sending it back would copy megabytes for nothing.
    const kept = wantsEntries ? entries : [];
    return { id, ok: true, document: { ...document, entries: kept, json: null }, parsed };
  } catch (error) {
    return { id, ok: false, reason: error instanceof Error ? error.message : String(error) };
  }
}

const port = parentPort;
if (port !== null) {
  port.on('message', (job: ParseJob) => {
    void answer(job).then((result) => port.postMessage(result));
  });
  port.postMessage('ready');
}
