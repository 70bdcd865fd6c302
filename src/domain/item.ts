// One published thing, in neutral words. Foreign shapes (RSS, Atom, JSON) end at the feeds room.
import type { Instant } from './day.ts';

/** How far a published date can be trusted. `date`: only a day was printed; `guessed`: the zone was. */
export type DatePrecision = 'instant' | 'guessed' | 'date' | 'none';

export type Item = {
  /** Canonical within the feed; see `feeds/item-identity.ts`. */
  readonly key: string;
  /** Every other name under which the same item may come back: guid, cleaned link, title and day. */
  readonly aliases: readonly string[];
  readonly guid: string | null;
  readonly title: string;
  readonly link: string | null;
  /** Plain text, entities decoded, no HTML. Empty when the feed has none. */
  readonly summary: string;
  readonly content: string;
  readonly publishedAt: Instant | null;
  readonly publishedPrecision: DatePrecision;
  readonly updatedAt: Instant | null;
  readonly authors: readonly string[];
  readonly categories: readonly string[];
};

/** An item as it is stored: with its feed, the version of its text, and when it was first seen. */
export type StoredItem = Item & {
  /** `I-` and a number, short enough to type after `why`. */
  readonly id: string;
  readonly feedId: string;
  readonly version: number;
  readonly fetchedAt: Instant;
};

/** What became of an item: exactly one of these, always with a reason in words. */
export type ItemOutcome =
  | 'baseline'
  | 'duplicate'
  | 'not-tariff-news'
  | 'routine'
  | 'correction'
  | 'new-story'
  | 'merged'
  | 'edited'
  | 'held';
