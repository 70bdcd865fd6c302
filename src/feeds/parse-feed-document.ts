// What `tariffwatch parse-feed` prints for one document. In: bytes as a file or a server gave them. Out: one object of
// plain data, ready for JSON, with the fields as the feed has them.
import type { FeedEntry } from './feed-document.ts';
import { FETCH_LIMITS } from './fetch-limits.ts';
import { createFeedParser, type DocumentParser } from './parse-feed.ts';
import { unwrapSilentGzip } from './read-body.ts';

export type ParseFeedLine = {
  readonly file: string;
  /** Null: it is no feed. */
  readonly format: string | null;
  readonly feed: { readonly title: string | null; readonly link: string | null };
  readonly items: readonly {
    readonly key: string;
    readonly guid: string | null;
    readonly title: string | null;
    readonly link: string | null;
    /** ISO 8601 in UTC. */
    readonly published: string | null;
    readonly updated: string | null;
    /** Decoded once, HTML kept. */
    readonly summary: string | null;
    readonly content: string | null;
    readonly authors: readonly string[];
    readonly categories: readonly string[];
  }[];
  readonly problems: readonly string[];
};

export type ParseFeedDocumentOptions = {
  readonly file: string;
  readonly contentType: string | null;
  /** Where the document came from; relative links are resolved against it. */
  readonly url: string | null;
};

function isoOf(reading: FeedEntry['published']): string | null {
  return reading === null ? null : new Date(reading.at).toISOString();
}

/** Makes the reader of single documents; `close` ends its worker. */
export function createDocumentReader(parser: DocumentParser = createFeedParser()): {
  read(bytes: Uint8Array, options: ParseFeedDocumentOptions): Promise<ParseFeedLine>;
  close(): Promise<void>;
} {
  return {
    read: (bytes, options) => readOne(parser, bytes, options),
    close: () => parser.close(),
  };
}

/** The line of a document that is none. */
export function noFeed(file: string, problem: string): ParseFeedLine {
  return { file, format: null, feed: { title: null, link: null }, items: [], problems: [problem] };
}

async function readOne(
  parser: DocumentParser,
  bytes: Uint8Array,
  options: ParseFeedDocumentOptions,
): Promise<ParseFeedLine> {
  const { file, contentType, url } = options;
  const feed = { id: file, adapter: 'syndication', url: url ?? '' };
  const body = unwrapSilentGzip(bytes, FETCH_LIMITS.maxBytes);
  if (!body.ok) return noFeed(file, body.reason);
  const { parsed, document } = await parser.parseDocument(feed, body.bytes, contentType, url);
  return {
    file,
    format: parsed.format,
    feed: { title: document.title, link: document.link },
    items: parsed.items.map(({ key }, at) => {
      const entry = document.entries[at];
      return {
        key,
        guid: entry?.guid ?? null,
        title: entry?.title ?? null,
        link: entry?.link ?? null,
        // The only date of an item is that of its publication, as all readers of feeds take it.
        published: isoOf(entry?.published ?? entry?.updated ?? null),
        updated: isoOf(entry?.updated ?? null),
        summary: entry?.summary ?? null,
        content: entry?.content ?? null,
        authors: entry?.authors ?? [],
        categories: entry?.categories ?? [],
      };
    }),
    problems: parsed.problems,
  };
}
