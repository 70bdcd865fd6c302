// What the new items of one poll change: records, story changes, ledger proposals. Reads and merges, but writes nothing;
// the story index is changed in place and can be put back with `undo` when the commit is refused.
import type { Instant } from '../domain/day.ts';
import type { Feed } from '../domain/feed.ts';
import type { Item, ItemOutcome } from '../domain/item.ts';
import type { Reading, ReadingInput } from '../domain/reading.ts';
import type { Story, StoryChange, StoryChangeKind, StorySource } from '../domain/story.ts';
import type { Identification } from '../feeds/item-identity.ts';
import type { ItemRecord, PassSnapshot } from '../ports/store.ts';
import { mergeIntoStory, openStory } from '../stories/merge-story.ts';
import type { StoryIndex } from '../stories/story-index.ts';
import { sourceOf } from '../stories/story-source.ts';

export type PassWork = {
  readonly feed: Feed;
  readonly found: Identification;
  /** The first poll of the feed, or a storm: everything is read and kept, nothing is announced. */
  readonly isBaseline: boolean;
  /** Records of the items that were edited, as stored. */
  readonly earlier: ReadonlyMap<string, ItemRecord>;
  readonly snapshot: PassSnapshot;
  readonly now: Instant;
  readonly readItem: (input: ReadingInput) => Reading;
};

/** A story that the pass changed: the net change, and the readings of the items that made it. */
export type StoryWork = {
  readonly change: StoryChange;
  readonly readings: readonly { readonly record: ItemRecord; readonly reading: Reading }[];
};

export type PassPlan = {
  readonly records: readonly ItemRecord[];
  readonly stories: readonly StoryWork[];
  /** Puts the story index back as it was before the plan. */
  undo(): void;
};

type Draft = {
  before: Story | null;
  change: StoryChange;
  readings: { record: ItemRecord; reading: Reading }[];
};

/** The gravest first; of several changes to one story in one pass, readers are told the gravest. */
const GRAVITY: readonly StoryChangeKind[] = [
  'withdrawal',
  'correction',
  'new',
  'stage',
  'rate',
  'date',
  'scope',
  'higher-rung',
  'more-sources',
  'none',
];

/** Reads every new or edited item, oldest first, and merges the news among them into stories. */
export function planPass(work: PassWork, index: StoryIndex): PassPlan {
  const drafts = new Map<string, Draft>();
  const records: ItemRecord[] = [];
  let { nextItem, nextStory } = work.snapshot;

  for (const { item, fingerprint, reason } of oldestFirst(work.found.fresh)) {
    const id = `I-${nextItem}`;
    nextItem += 1;
    const reading = work.readItem(readingInputOf(work.feed, item));
    const told = tell({ work, index, drafts }, id, item, reading, () => `S-${nextStory++}`);
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
    records.push(record);
    noteReading(drafts, record, reading);
  }

  for (const { item, itemId, version, fingerprint, reason } of oldestFirst(work.found.edited)) {
    const earlier = work.earlier.get(itemId);
    const reading = work.readItem(readingInputOf(work.feed, item));
    const told = retell(
      { work, index, drafts },
      itemId,
      item,
      reading,
      earlier ?? null,
      () => `S-${nextStory++}`,
    );
    const record: ItemRecord = {
      item: { ...item, id: itemId, feedId: work.feed.id, version, fetchedAt: work.now },
      fingerprint,
      outcome: 'edited',
      reason: `${reason}; ${told.reason}`,
      storyId: told.storyId,
      reading,
    };
    records.push(record);
    noteReading(drafts, record, reading);
  }

  return {
    records,
    stories: [...drafts.values()].map(({ change, readings }) => ({ change, readings })),
    undo: () => {
      for (const [id, draft] of drafts) {
        if (draft.before === null) index.remove(id);
        else index.put(draft.before);
      }
    },
  };
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

type Desk = {
  readonly work: PassWork;
  readonly index: StoryIndex;
  readonly drafts: Map<string, Draft>;
};

type Told = {
  readonly outcome: ItemOutcome;
  readonly reason: string;
  readonly storyId: string | null;
};

function tell(desk: Desk, itemId: string, item: Item, reading: Reading, newId: () => string): Told {
  if (reading.relevance === 'no')
    return { outcome: 'not-tariff-news', reason: reading.reason, storyId: null };
  if (reading.relevance === 'routine')
    return { outcome: 'routine', reason: reading.reason, storyId: null };
  const source = sourceFor(desk.work, itemId, item, reading);
  const match = desk.index.match(source);
  const open = match.storyId === null ? undefined : desk.index.story(match.storyId);
  if (open === undefined) {
    const change = openStory(newId(), source, desk.work.now);
    keep(desk, change);
    return {
      outcome: 'new-story',
      reason: `${reading.reason} ${match.reason}`,
      storyId: change.after.id,
    };
  }
  keep(desk, mergeIntoStory(open, source, desk.work.now));
  return { outcome: 'merged', reason: match.reason, storyId: open.id };
}

// An edited item stays in its story even when its new words would have opened another: the post is corrected, not doubled.
function retell(
  desk: Desk,
  itemId: string,
  item: Item,
  reading: Reading,
  earlier: ItemRecord | null,
  newId: () => string,
): Told {
  const storyId = earlier?.storyId ?? null;
  const story = storyId === null ? undefined : desk.index.story(storyId);
  if (story === undefined) return tell(desk, itemId, item, reading, newId);
  if (reading.relevance !== 'yes') {
    return {
      outcome: 'edited',
      reason: `the new words tell no step: ${reading.reason}`,
      storyId: story.id,
    };
  }
  const change = mergeIntoStory(story, sourceFor(desk.work, itemId, item, reading), desk.work.now);
  keep(desk, change);
  return { outcome: 'edited', reason: change.reason, storyId: story.id };
}

function sourceFor(
  { feed, now }: PassWork,
  itemId: string,
  item: Item,
  reading: Reading,
): StorySource {
  return sourceOf({
    itemId,
    feedId: feed.id,
    publisher: feed.publisher,
    tier: feed.tier,
    country: feed.country,
    title: item.title,
    summary: item.summary,
    link: item.link,
    publishedAt: item.publishedAt,
    seenAt: now,
    reading,
  });
}

function keep({ index, drafts }: Desk, change: StoryChange): void {
  index.put(change.after);
  const draft = drafts.get(change.after.id);
  if (draft === undefined) {
    drafts.set(change.after.id, { before: change.before, change, readings: [] });
    return;
  }
  const graver =
    GRAVITY.indexOf(change.kind) < GRAVITY.indexOf(draft.change.kind) ? change : draft.change;
  draft.change = {
    kind: graver.kind,
    reason: graver.reason,
    before: draft.before,
    after: change.after,
  };
}

function noteReading(drafts: Map<string, Draft>, record: ItemRecord, reading: Reading): void {
  if (record.storyId === null || reading.relevance !== 'yes') return;
  drafts.get(record.storyId)?.readings.push({ record, reading });
}
