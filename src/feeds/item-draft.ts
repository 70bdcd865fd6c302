// What an adapter hands on for each item: the entry's fields and, where the source has one, its own number.
import type { DateReading, FeedEntry } from './feed-document.ts';

export type ItemDraft = {
  readonly entry: FeedEntry;
  /** The publisher's own lasting number with the source's prefix (`fr:2026-03824`); null where there is none. */
  readonly ownKey: string | null;
  /** When it was published, where that is not what the feed prints; absent: as printed. */
  readonly published?: DateReading | null;
};
