// JSON documents: JSON Feed (jsonfeed.org/version/1.1) to entries; JSON of a publisher's own making is handed on as it
// is, for the adapters to know. Wrong types in one item cost that field, never the feed.
import { z } from 'zod';
import { type FeedDocument, type FeedEntry, NO_FEED } from './feed-document.ts';
import { type MendedJson, mendJson } from './mend-json.ts';
import { readDate } from './read-date.ts';
import { isWebLink, resolveLink } from './resolve-link.ts';

const Text = z
  .union([z.string(), z.number().transform(String)])
  .nullish()
  .catch(null)
  .transform((text) =>
    text === null || text === undefined || text.trim() === '' ? null : text.trim(),
  );
const Person = z.object({ name: Text, url: Text });
const List = <T extends z.ZodType>(of: T) => z.array(of).nullish().catch(null);

const JsonItem = z.object({
  id: Text,
  url: Text,
  external_url: Text,
  title: Text,
  content_html: Text,
  content_text: Text,
  summary: Text,
  date_published: Text,
  date_modified: Text,
  author: Person.nullish().catch(null),
  authors: List(Person),
  tags: List(Text),
});

const FeedFields = z.object({
  title: Text,
  home_page_url: Text,
  feed_url: Text,
  items: z.array(z.unknown()).nullish(),
});

/** Feeds that say what they are, and those that forgot to: a title and items with ids, addresses or contents. */
const JsonFeed = z.union([
  FeedFields.extend({ version: z.string().regex(/jsonfeed\.org|^1(?:\.[01])?$/) }),
  FeedFields.extend({
    title: z.string(),
    items: z
      .array(z.unknown())
      .min(1)
      .refine((items) => items.every((item) => isFeedItem(item))),
  }),
]);

function isFeedItem(item: unknown): boolean {
  const names = ['id', 'url', 'content_html', 'content_text'];
  return typeof item === 'object' && item !== null && names.some((name) => name in item);
}

function isText(value: string | null | undefined): value is string {
  return typeof value === 'string';
}

function toEntry(item: z.infer<typeof JsonItem>, bases: readonly (string | null)[]): FeedEntry {
  const idAsLink = item.id !== null && isWebLink(item.id) ? item.id : null;
  const link = item.url ?? item.external_url ?? idAsLink;
  const people =
    item.authors ?? (item.author === null || item.author === undefined ? [] : [item.author]);
  return {
    guid: item.id,
    title: item.title,
    link: link === null ? null : resolveLink(link, bases),
    published: item.date_published === null ? null : readDate(item.date_published),
    updated: item.date_modified === null ? null : readDate(item.date_modified),
    summary: item.summary,
    content: item.content_html ?? item.content_text,
    authors: people.map(({ name, url }) => name ?? url).filter(isText),
    categories: (item.tags ?? []).filter(isText),
  };
}

/**
 * Reads a decoded JSON document. Text that is no JSON gives no feed with the reason.
 *
 * @param url where it came from, for relative links
 */
export function readJsonFeed(source: string, url: string | null): FeedDocument {
  let json: unknown;
  let mended: MendedJson | null = null;
  try {
    json = JSON.parse(source);
  } catch {
    const problem = 'The document begins like JSON but is broken or cut off.';
    mended = mendJson(source);
    if (mended === null) return { ...NO_FEED, problems: [problem] };
    json = mended.json;
    if (!JsonFeed.safeParse(json).success) return { ...NO_FEED, problems: [problem] };
  }
  const feed = JsonFeed.safeParse(json);
  if (!feed.success) return { ...NO_FEED, format: 'json', parser: 'json', json };
  const home = feed.data.home_page_url;
  const bases = [url, feed.data.feed_url, home];
  const readings = (feed.data.items ?? []).slice(0, 2_000).map((item) => JsonItem.safeParse(item));
  const entries = readings.flatMap((item) => (item.success ? [toEntry(item.data, bases)] : []));
  const broken = readings.length - entries.length + (mended?.broken ?? 0);
  return {
    ...NO_FEED,
    format: 'json-feed',
    parser: 'json',
    title: feed.data.title,
    link: home === null ? null : resolveLink(home, [url, feed.data.feed_url]),
    entries,
    problems: [
      ...(mended === null ? [] : ['The document is no valid JSON; it was read item by item.']),
      ...(broken === 0 ? [] : [`${broken} items were not readable and left out.`]),
    ],
  };
}
