// Bytes to a feed document, in the worker. The libraries answer first, rss-parser before feedsmith; our lenient reader
// puts right what they are known to get wrong (mixed vocabularies, xml:base, Atom 0.3, dates) and answers alone where
// both reject. One broken item never costs the others.
import { decodeText } from './decode-text.ts';
import { type FeedDocument, type FeedEntry, NO_FEED } from './feed-document.ts';
import { readJsonFeed } from './read-json-feed.ts';
import {
  type LibraryReading,
  readWithFeedsmith,
  readWithRssParser,
} from './read-with-libraries.ts';
import { readXmlFeed } from './read-xml-feed.ts';

/** `all`: libraries first. `lenient`: after the libraries had to be killed on this very document. */
export type Readers = 'all' | 'lenient';

/** What a document is that is no feed, in words; challenge pages of content networks are told apart. */
function describeOther(text: string): string {
  const head = text.slice(0, 4_000);
  if (text.trim() === '') return 'The answer is empty.';
  if (/<opml[\s>]/i.test(head)) return 'This is a list of feeds (OPML), not a feed.';
  if (/<(?:!doctype\s+html|html|head|body)[\s>]/i.test(head)) {
    const isChallenge =
      /just a moment|cf-chl|challenge-platform|captcha|are you a robot|unblock|access denied|enable javascript/i;
    return isChallenge.test(text.slice(0, 30_000))
      ? 'The server sent a page that checks for robots instead of the feed.'
      : 'This is a web page, not a feed.';
  }
  if (/^\s*<urlset|<sitemapindex/i.test(head)) return 'This is a site map, not a feed.';
  if (/^\s*%PDF/.test(head)) return 'This is a PDF, not a feed.';
  return 'This is not a feed in any known format.';
}

function mergeEntry(entry: FeedEntry, other: LibraryReading & { ok: true }, at: number): FeedEntry {
  const library = other.entries[at];
  if (library === undefined) return entry;
  return {
    ...entry,
    guid: entry.guid ?? library.guid,
    title: entry.title ?? library.title,
  };
}

function merge(
  lenient: FeedDocument,
  reading: LibraryReading & { ok: true },
  parser: 'rss-parser' | 'feedsmith',
): FeedDocument {
  return {
    ...lenient,
    parser,
    title: lenient.title ?? reading.title,
    entries: lenient.entries.map((entry, at) => mergeEntry(entry, reading, at)),
  };
}

/** XML knows one line break, however the file writes it (XML 1.0, section 2.11). */
function withPlainBreaks(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

async function readXml(
  source: string,
  url: string | null,
  readers: Readers,
): Promise<FeedDocument> {
  const { document: lenient, isWhole } = readXmlFeed(source, url);
  if (lenient.format === null || lenient.format === 'cdf' || readers === 'lenient') return lenient;
  // A document that reached a limit of ours would only cost the libraries time and memory.
  if (!isWhole) return lenient;
  const first = await readWithRssParser(source, lenient.format === 'atom');
  if (first.ok && first.entries.length === lenient.entries.length) {
    return merge(lenient, first, 'rss-parser');
  }
  const second = await readWithFeedsmith(source);
  const problems = first.ok
    ? lenient.problems
    : [
        ...lenient.problems,
        `The feed is not quite valid (${first.reason}); it was read all the same.`,
      ];
  if (second.ok && second.entries.length === lenient.entries.length) {
    return { ...merge(lenient, second, 'feedsmith'), problems };
  }
  return { ...lenient, problems };
}

/**
 * Reads a document of unknown kind.
 *
 * @param contentType the HTTP header, or null
 * @param url where the bytes came from, for relative links, or null
 */
export async function readDocument(
  bytes: Uint8Array,
  contentType: string | null,
  url: string | null,
  readers: Readers = 'all',
): Promise<FeedDocument> {
  const decoded = decodeText(bytes, contentType);
  const text = decoded.text.replace(/^[\ufeff\s\p{Cc}]+/u, '');
  const looksLikeJson = /^[[{]/.test(text) || /^\)\]\}'/.test(text);
  const start = text.indexOf('<');
  const document = looksLikeJson
    ? readJsonFeed(text.replace(/^\)\]\}'[^\n]*\n?/, ''), url)
    : start < 0
      ? NO_FEED
      : await readXml(withPlainBreaks(text.slice(start)), url, readers);
  const isOther = document.format === null && document.problems.length === 0;
  // What it is instead of a feed comes first: that is the reason people are told.
  const problems = [
    ...(isOther ? [describeOther(text)] : []),
    ...document.problems,
    ...decoded.problems,
  ];
  return { ...document, problems };
}
