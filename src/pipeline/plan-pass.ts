// What the new items of one poll change: records, story changes, ledger proposals. Reads and merges, but writes nothing;
// the story index is changed in place and can be put back with `undo` when the commit is refused.
import type { Instant } from '../domain/day.ts';
import type { Feed } from '../domain/feed.ts';
import type { Item } from '../domain/item.ts';
import type { Reading, ReadingInput } from '../domain/reading.ts';
import type { StoryChange, StorySource } from '../domain/story.ts';
import type { EditedItem, FreshItem, Identification } from '../feeds/item-identity.ts';
import type { ItemRecord, PassSnapshot } from '../ports/store.ts';
import type { StoryIndex } from '../stories/story-index.ts';
import { isCorrection } from './read-correction.ts';
import { type Desk, type Draft, noteReading, retell, type Told, tell } from './story-desk.ts';

export type PassWork = {
  readonly feed: Feed;
  readonly found: Identification;
  /** The first poll of the feed: everything is read and kept, nothing is announced. */
  readonly isBaseline: boolean;
  /** What makes this poll a storm, in words: doubtful tariff news in it that has no story is held. Null: it is none. */
  readonly storm: string | null;
  /** Held items that somebody decided on. */
  readonly decided?: readonly DecidedItem[];
  /** Records of the items that were edited, as stored. */
  readonly earlier: ReadonlyMap<string, ItemRecord>;
  readonly snapshot: PassSnapshot;
  readonly now: Instant;
  readonly readItem: (input: ReadingInput) => Reading;
};

/** A held item with what was decided, in words. `isTold` false: it is kept as part of a first poll is. */
export type DecidedItem = {
  readonly record: ItemRecord;
  readonly isTold: boolean;
  readonly words: string;
};

/** A story that the pass changed: the net change, and the readings of the items that made it. */
export type StoryWork = {
  readonly change: StoryChange;
  /** False when nothing that changed it is to be announced. */
  readonly isTold: boolean;
  readonly readings: readonly { readonly record: ItemRecord; readonly reading: Reading }[];
};

export type PassPlan = {
  readonly records: readonly ItemRecord[];
  readonly stories: readonly StoryWork[];
  /** Official corrections, as sources of what they correct. */
  readonly corrections: readonly StorySource[];
  /** Puts the story index back as it was before the plan. */
  undo(): void;
};

/** Reads every new, edited or decided item, oldest first, and merges the news among them into stories. */
export function planPass(work: PassWork, index: StoryIndex): PassPlan {
  let { nextItem, nextStory } = work.snapshot;
  const drafts = new Map<string, Draft>();
  const { feed, now } = work;
  const desk: Desk = {
    feed,
    now,
    index,
    drafts,
    newStory: () => `S-${nextStory++}`,
    corrections: [],
    readItem: (item) => work.readItem(readingInputOf(feed, item)),
  };
  const records = [
    ...oldestFirst(work.found.fresh).map((one) =>
      recordOfFresh(work, desk, `I-${nextItem++}`, one),
    ),
    ...oldestFirst(work.found.edited).map((one) => recordOfEdited(work, desk, one)),
    ...oldestDecided(work.decided ?? []).map((one) => recordOfDecided(work, desk, one)),
  ];
  return {
    records,
    stories: [...drafts.values()].map(({ change, isTold, readings }) => ({
      change,
      isTold,
      readings,
    })),
    corrections: desk.corrections,
    undo: () => {
      for (const [id, draft] of drafts) {
        if (draft.before === null) index.remove(id);
        else index.put(draft.before);
      }
    },
  };
}

function recordOfFresh(work: PassWork, desk: Desk, id: string, found: FreshItem): ItemRecord {
  const { item, fingerprint, reason, isDoubtful } = found;
  const reading = work.readItem(readingInputOf(work.feed, item));
  const mayBeTold = reading.relevance === 'yes' || isCorrection(item, reading);
  const isHeld = work.storm !== null && isDoubtful && mayBeTold;
  const told = isHeld
    ? heldBy(work.storm)
    : tell(desk, id, item, reading, { seenAt: work.now, isTold: !work.isBaseline });
  const record: ItemRecord = {
    item: { ...item, id, feedId: work.feed.id, version: 1, fetchedAt: work.now },
    fingerprint,
    outcome: work.isBaseline ? 'baseline' : told.outcome,
    reason: work.isBaseline
      ? `first poll of this feed; ${told.reason}`
      : `${reason}; ${told.reason}`,
    storyId: told.storyId,
    reading,
  };
  noteReading(desk, record, reading);
  return record;
}

function recordOfEdited(work: PassWork, desk: Desk, found: EditedItem): ItemRecord {
  const { item, itemId, version, fingerprint, reason } = found;
  const reading = work.readItem(readingInputOf(work.feed, item));
  const earlier = work.earlier.get(itemId) ?? null;
  const told = staysHeld(work, earlier, reading)
    ? heldBy(earlier?.outcome === 'held' ? earlier.reason : work.storm)
    : retell(desk, itemId, item, reading, earlier);
  const record: ItemRecord = {
    item: { ...item, id: itemId, feedId: work.feed.id, version, fetchedAt: work.now },
    fingerprint,
    outcome: told.outcome === 'held' ? 'held' : 'edited',
    reason: `${reason}; ${told.reason}`,
    storyId: told.storyId,
    reading,
  };
  noteReading(desk, record, reading);
  return record;
}

/** New words do not free an item that waits; and in a storm a known item that becomes news is as doubtful as a new one. */
function staysHeld({ storm }: PassWork, earlier: ItemRecord | null, reading: Reading): boolean {
  if (earlier?.outcome === 'held') return true;
  return storm !== null && reading.relevance === 'yes' && (earlier?.storyId ?? null) === null;
}

function heldBy(storm: string | null): Told {
  const reason = storm ?? '';
  return {
    outcome: 'held',
    reason: reason.includes('held by storm') ? reason : `held by storm: ${reason}`,
    storyId: null,
  };
}

/** A held item as if it came now, though it counts from when it was first seen. */
function recordOfDecided(
  work: PassWork,
  desk: Desk,
  { record: held, isTold, words }: DecidedItem,
): ItemRecord {
  const { item } = held;
  const reading = work.readItem(readingInputOf(work.feed, item));
  const told = tell(desk, item.id, item, reading, { seenAt: item.fetchedAt, isTold });
  const record: ItemRecord = {
    ...held,
    outcome: isTold ? told.outcome : 'baseline',
    reason: `${held.reason}; ${words}; ${told.reason}`,
    storyId: told.storyId,
    reading,
  };
  noteReading(desk, record, reading);
  return record;
}

function oldestDecided(decided: readonly DecidedItem[]): readonly DecidedItem[] {
  const bornAt = ({ record }: DecidedItem): Instant => record.item.publishedAt ?? 0;
  return [...decided].sort((a, b) => bornAt(a) - bornAt(b));
}

function oldestFirst<T extends { readonly item: Item }>(found: readonly T[]): readonly T[] {
  return [...found].sort((a, b) => (a.item.publishedAt ?? 0) - (b.item.publishedAt ?? 0));
}

/** The text of an item as the reader takes it; a day stays a day, so that no time of day is made up. */
export function readingInputOf(feed: Feed, item: Item): ReadingInput {
  const at = item.publishedAt === null ? undefined : new Date(item.publishedAt).toISOString();
  return {
    title: item.title,
    summary: item.summary,
    content: item.content === '' ? undefined : item.content,
    sourceName: feed.publisher,
    sourceUrl: item.link ?? undefined,
    published: item.publishedPrecision === 'date' ? at?.slice(0, 10) : at,
    lang: feed.language,
  };
}
