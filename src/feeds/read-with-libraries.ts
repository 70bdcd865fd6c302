// The two feed libraries as readers of the same kind. In: a decoded XML document. Out: the fields that they are good
// at, strings only, or why they reject it. They run in the worker: rss-parser's time and memory have no bound of their
// own, and one bad date or ampersand makes it reject a whole feed.
import { createRequire } from 'node:module';
import RssParser from 'rss-parser';
import { z } from 'zod';

/** Texts are left out on purpose: both rewrite markup, and rss-parser makes some up for elements that have none. */
export type LibraryEntry = { readonly guid: string | null; readonly title: string | null };

export type LibraryReading =
  | { readonly ok: true; readonly title: string | null; readonly entries: readonly LibraryEntry[] }
  | { readonly ok: false; readonly reason: string };

/** Text without tags, in one pass. The library's own version takes time that grows with the square of the length. */
function stripTags(text: string): string {
  const parts: string[] = [];
  for (let at = 0; at < text.length; ) {
    const open = text.indexOf('<', at);
    const close = open < 0 ? -1 : text.indexOf('>', open);
    if (close < 0) {
      parts.push(text.slice(at));
      break;
    }
    parts.push(text.slice(at, open));
    at = close + 1;
  }
  return parts.join('');
}

const MAX_SNIPPET = 65_536;

// The library has no option for this: its snippet regular expressions run on every description.
const libraryParts: unknown = createRequire(import.meta.url)('rss-parser/lib/utils.js');
z.object({ stripHtml: z.function() }).loose().parse(libraryParts);
Object.assign(libraryParts as object, {
  stripHtml: (text: string) => stripTags(text.slice(0, MAX_SNIPPET)),
});

function textOrNull(value: unknown): string | null {
  if (typeof value === 'string') return value.trim() === '' ? null : value.trim();
  // xml2js gives an object for an element with attributes; its text is under `_`.
  if (typeof value === 'object' && value !== null && '_' in value) return textOrNull(value._);
  return null;
}

function reasonOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.split('\n')[0]?.slice(0, 120) ?? 'unknown';
}

/**
 * rss-parser's reading.
 *
 * @param isAtom which of its field names to read; it does not say itself
 */
export async function readWithRssParser(source: string, isAtom: boolean): Promise<LibraryReading> {
  try {
    const feed = await new RssParser<object, Record<string, unknown>>().parseString(source);
    const entries = feed.items.map((item: Record<string, unknown>) => ({
      guid: textOrNull(isAtom ? item['id'] : item['guid']),
      title: textOrNull(item['title']),
    }));
    return { ok: true, title: textOrNull(feed.title), entries };
  } catch (error) {
    return { ok: false, reason: reasonOf(error) };
  }
}

const Text = z
  .union([z.string(), z.object({ value: z.string() }).transform(({ value }) => value)])
  .optional()
  .catch(undefined);

const FeedsmithEntry = z.object({
  id: Text,
  guid: Text,
  title: Text,
});

const FeedsmithFeed = z.object({
  title: Text,
  items: z.array(FeedsmithEntry).optional(),
  entries: z.array(FeedsmithEntry).optional(),
});

/** feedsmith's reading. It is loaded when it is asked: hardly any feed needs it, and each worker would wait for it. */
export async function readWithFeedsmith(source: string): Promise<LibraryReading> {
  try {
    const { parseFeed } = await import('feedsmith');
    const feed = FeedsmithFeed.parse(parseFeed(source).feed);
    const entries = (feed.items ?? feed.entries ?? []).map((item) => ({
      guid: textOrNull(item.guid ?? item.id),
      title: textOrNull(item.title),
    }));
    return { ok: true, title: textOrNull(feed.title), entries };
  } catch (error) {
    return { ok: false, reason: reasonOf(error) };
  }
}
