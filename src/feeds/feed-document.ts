// A feed document after reading and before any adapter: the fields as the publisher wrote them, decoded once.
// Plain data, so that it can cross from the worker to the main thread.
import type { Instant } from '../domain/day.ts';
import type { DatePrecision } from '../domain/item.ts';

/** A date that was understood, with how far it can be trusted. */
export type DateReading = { readonly at: Instant; readonly precision: DatePrecision };

export type FeedFormat = 'rss' | 'atom' | 'rdf' | 'cdf' | 'json-feed' | 'json';

/** Which reader gave the items. */
export type ParserName = 'rss-parser' | 'feedsmith' | 'lenient' | 'json';

export type FeedEntry = {
  readonly guid: string | null;
  /** Markup is kept, as in `summary` and `content`. */
  readonly title: string | null;
  /** Absolute where anything said what it is relative to. */
  readonly link: string | null;
  /** The page itself where `link` is a click counter's address and the feed names both. */
  readonly originalLink?: string | null;
  readonly published: DateReading | null;
  readonly updated: DateReading | null;
  readonly summary: string | null;
  readonly content: string | null;
  readonly authors: readonly string[];
  readonly categories: readonly string[];
};

export type FeedDocument = {
  /** Null: it is no feed, and `problems` says what it is instead. */
  readonly format: FeedFormat | null;
  readonly parser: ParserName | null;
  readonly title: string | null;
  readonly link: string | null;
  readonly entries: readonly FeedEntry[];
  /** The decoded document where it is JSON of a publisher's own making; the adapters know its shapes. */
  readonly json: unknown;
  readonly problems: readonly string[];
};

export const NO_FEED: FeedDocument = {
  format: null,
  parser: null,
  title: null,
  link: null,
  entries: [],
  json: null,
  problems: [],
};
