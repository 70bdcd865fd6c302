// The feed behind an address that somebody typed: the document there, or one that the page there names as its feed (HTML
// link rel=alternate). In: an address and how to fetch. Out: a feed as it would be polled, with its newest titles.
import { Parser } from 'htmlparser2';
import { UserError } from '../domain/error.ts';
import type { Feed, FoundFeed } from '../domain/feed.ts';
import type { FeedHints } from '../ports/feed-admin.ts';
import type { FeedFetcher, FeedParser, FetchOutcome, ParsedFeed } from '../ports/world.ts';
import { adapterFor, tierFor } from './catalogue-defaults.ts';
import { CATALOGUE_COLUMNS, type CatalogueRow } from './catalogue-row.ts';
import { cleanLink } from './clean-link.ts';
import { decodeText } from './decode-text.ts';

/** Feeds of one page that are tried, in the order of the page. */
const MOST_TRIED = 4;
const MAX_PAGE = 500_000;
const SHOWN_TITLES = 3;
const FEED_TYPES = /^application\/(?:rss\+xml|atom\+xml|rdf\+xml|feed\+json|xml)\b|^text\/xml\b/i;

export type FeedTools = { readonly fetcher: FeedFetcher; readonly parser: FeedParser };

/**
 * Finds a feed; nothing is saved.
 * @throws UserError `feed-unreachable` when the address does not answer, `feed-not-found` when no feed is there.
 */
export async function findFeed(
  tools: FeedTools,
  address: string,
  hints: FeedHints,
): Promise<FoundFeed> {
  const url = completed(address);
  const start = await get(tools, url);
  const direct = await parse(tools, url, start, hints);
  if (typeof direct === 'object') return direct;
  const { text } = decodeText(start.bytes, start.contentType);
  for (const link of alternateLinks(text, start.finalUrl).slice(0, MOST_TRIED)) {
    const answer = await tools.fetcher.fetch(link, NO_VALIDATORS);
    const found = answer.kind === 'ok' ? await parse(tools, link, answer, hints) : '';
    if (typeof found === 'object') return found;
  }
  throw new UserError(
    'feed-not-found',
    `There is no feed at ${url.slice(0, 200)}, and the page names none. ${direct}`,
    'Give the address of the feed itself; many sites have one at /feed, /rss or /rss.xml.',
  );
}

const NO_VALIDATORS = { etag: null, lastModified: null };

type Answer = Extract<FetchOutcome, { kind: 'ok' }>;

// "ustr.gov/rss" is what people type.
function completed(address: string): string {
  if (/^[a-z][a-z0-9+.-]*:/i.test(address)) return address;
  if (/[./]/.test(address)) return `https://${address}`;
  throw new UserError(
    'feed-unreachable',
    `"${address.slice(0, 80)}" is no address and no feed of the list.`,
    'Give the link of a feed or of a page that names one; the list: feed list',
  );
}

async function get({ fetcher }: FeedTools, url: string): Promise<Answer> {
  const answer = await fetcher.fetch(url, NO_VALIDATORS);
  if (answer.kind === 'ok') return answer;
  const { reason, code } =
    answer.kind === 'failed' ? answer : { reason: 'It sent nothing.', code: '' };
  throw new UserError(
    'feed-unreachable',
    `${url.slice(0, 200)} cannot be read: ${reason}`,
    code.startsWith('refused')
      ? 'Give a public address; private ones must be named in TARIFFWATCH_ALLOW_HOSTS.'
      : 'Check the address, or try it in a browser.',
  );
}

/** The feed in an answer, or in words what it is instead. */
async function parse(
  { parser }: FeedTools,
  url: string,
  answer: Answer,
  hints: FeedHints,
): Promise<FoundFeed | string> {
  // A permanent move is the publisher's word for the address to keep.
  const kept = answer.movedTo ?? url;
  const parsed = await parser.parse(
    feedOf(kept, null, hints),
    answer.bytes,
    answer.contentType,
    answer.finalUrl,
  );
  if (parsed.format === null) return parsed.problems[0] ?? '';
  return {
    feed: feedOf(kept, parsed, hints),
    format: parsed.format,
    latest: parsed.items.slice(0, SHOWN_TITLES).map(({ title }) => title),
  };
}

/** A feed as the catalogue would have it. Without a word from the operator it counts as press: nothing moves the ledger. */
export function feedOf(url: string, parsed: ParsedFeed | null, hints: FeedHints): Feed {
  const { hostname } = new URL(url);
  const publisher = hints.publisher ?? (parsed?.title?.trim() || hostname).slice(0, 80);
  const row = {
    ...Object.fromEntries(CATALOGUE_COLUMNS.map((name) => [name, ''])),
    kind: 'press',
    url,
    publisher,
  } as CatalogueRow;
  return {
    id: hints.id ?? idOf(url),
    publisher,
    country: hints.country ?? null,
    url,
    adapter: adapterFor(row),
    tier: hints.tier ?? tierFor(row),
    language: hints.language ?? 'en',
    enabled: true,
    rhythmHours: null,
    notes: 'Added by an operator.',
  };
}

/** A feed that stood in the list but was off; what the list says of it counts where the operator says nothing. */
export function switchedOn(listed: Feed, hints: FeedHints): Feed {
  return { ...listed, ...hints, id: listed.id, enabled: true };
}

/** `x-ustr-gov-rss`: readable, and apart from the ids of the catalogue. */
function idOf(url: string): string {
  const { hostname, pathname } = new URL(url);
  const words = `${hostname.replace(/^www\./, '')} ${pathname}`.toLowerCase();
  return `x-${words.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '')}`
    .slice(0, 48)
    .replace(/-$/, '');
}

/** Two addresses of one feed. */
export function isSameFeed(one: string, other: string): boolean {
  return one === other || (cleanLink(one) !== null && cleanLink(one) === cleanLink(other));
}

/** What a page names as its feeds, resolved, each once. Comments feeds of a blog come last. */
export function alternateLinks(html: string, base: string): readonly string[] {
  const links: string[] = [];
  const parser = new Parser({
    onopentag: (name, attributes) => {
      const { rel = '', type = '', href = '' } = attributes;
      if (name !== 'link' && name !== 'a') return;
      if (!/(?:^|\s)alternate(?:\s|$)/i.test(rel) || !FEED_TYPES.test(type.trim())) return;
      if (URL.canParse(href, base)) links.push(new URL(href, base).href);
    },
  });
  parser.write(html.slice(0, MAX_PAGE));
  const isComments = (link: string): boolean => /comments/i.test(link);
  return [...new Set(links)].sort((a, b) => Number(isComments(a)) - Number(isComments(b)));
}
