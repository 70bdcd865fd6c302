// Where one pass tells its items to the stories: each joins a story, opens one or changes none, and what a story looked like
// before is kept, so that the pass can be undone. In: read items. Out: what became of each, and the stories in `drafts`.
import type { Instant } from '../domain/day.ts';
import type { Feed } from '../domain/feed.ts';
import type { Item, ItemOutcome } from '../domain/item.ts';
import type { Reading } from '../domain/reading.ts';
import type { Story, StoryChange, StoryChangeKind, StorySource } from '../domain/story.ts';
import type { ItemRecord } from '../ports/store.ts';
import { withdrawStory } from '../stories/curate-story.ts';
import { mergeIntoStory, openStory } from '../stories/merge-story.ts';
import type { StoryIndex } from '../stories/story-index.ts';
import { sourceOf } from '../stories/story-source.ts';
import { isCorrection, readCorrected } from './read-correction.ts';

export type Draft = {
  before: Story | null;
  change: StoryChange;
  isTold: boolean;
  readings: { record: ItemRecord; reading: Reading }[];
};

export type Desk = {
  readonly feed: Feed;
  readonly now: Instant;
  readonly index: StoryIndex;
  readonly drafts: Map<string, Draft>;
  readonly newStory: () => string;
  /** Official corrections that came in this pass, for the curators. */
  readonly corrections: StorySource[];
  readonly readItem: (item: Item) => Reading;
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

export type Told = {
  readonly outcome: ItemOutcome;
  readonly reason: string;
  readonly storyId: string | null;
};

/** `seenAt`: when the item came. `isTold` false: what it changes is announced to nobody. */
export type Telling = { readonly seenAt: Instant; readonly isTold: boolean };

/** What a newly read item does to the stories; nothing when it is no news. */
export function tell(
  desk: Desk,
  itemId: string,
  item: Item,
  reading: Reading,
  { seenAt, isTold }: Telling,
): Told {
  if (reading.relevance === 'no')
    return { outcome: 'not-tariff-news', reason: reading.reason, storyId: null };
  const corrected = correctionFor(desk, itemId, item, reading, seenAt);
  if (corrected !== null) {
    desk.corrections.push(corrected);
    return { outcome: 'correction', reason: LAID_BEFORE_CURATORS, storyId: null };
  }
  if (reading.relevance === 'routine')
    return { outcome: 'routine', reason: reading.reason, storyId: null };
  const source = sourceFor(desk, itemId, item, reading, seenAt);
  const match = desk.index.match(source);
  const open = match.storyId === null ? undefined : desk.index.story(match.storyId);
  const { now } = desk;
  // What is not announced is as old as its text, so that no digest calls it new.
  const at = isTold ? now : Math.min(now, item.publishedAt ?? now);
  if (open === undefined) {
    const change = openStory(desk.newStory(), source, at);
    keep(desk, change, isTold);
    return {
      outcome: 'new-story',
      reason: `${reading.reason} ${match.reason}`,
      storyId: change.after.id,
    };
  }
  keep(desk, mergeIntoStory(open, source, Math.max(open.updatedAt, at)), isTold);
  return { outcome: 'merged', reason: match.reason, storyId: open.id };
}

// An edited item stays in its story even when its new words would have opened another: the post is corrected, not doubled.
export function retell(
  desk: Desk,
  itemId: string,
  item: Item,
  reading: Reading,
  earlier: ItemRecord | null,
): Told {
  const { now } = desk;
  const storyId = earlier?.storyId ?? null;
  const story = storyId === null ? undefined : desk.index.story(storyId);
  if (story === undefined) {
    if (earlier?.reason.includes(LAID_BEFORE_CURATORS) === true && isCorrection(item, reading)) {
      return { outcome: 'edited', reason: `${LAID_BEFORE_CURATORS} already`, storyId: null };
    }
    // Withdrawn while its item told a step: a curator decided so, and no new word of the page undoes that.
    const wasNews = earlier?.reading?.relevance === 'yes';
    return storyId !== null && wasNews && desk.index.isWithdrawn(storyId)
      ? { outcome: 'edited', reason: `its story ${storyId} is withdrawn`, storyId }
      : tell(desk, itemId, item, reading, { seenAt: now, isTold: true });
  }
  if (reading.relevance !== 'yes') {
    const why = `its new words tell no step: ${reading.reason}`;
    const isOnlySource = story.sources.every((source) => source.itemId === itemId);
    // What an authority has told is the law's: there a curator decides, not an edit of a page.
    if (isOnlySource && story.rung === 'press') {
      keep(desk, withdrawStory(story, { by: desk.feed.publisher, why, now }), true);
    }
    return { outcome: 'edited', reason: why, storyId: story.id };
  }
  const source = sourceFor(desk, itemId, item, reading, now);
  const change = mergeIntoStory(story, source, now);
  keep(desk, change, true);
  return { outcome: 'edited', reason: change.reason, storyId: story.id };
}

const LAID_BEFORE_CURATORS =
  'an official correction: it is laid before the curators, who compare it with the ledger (see: review)';

// A correction is told to nobody as news; what an authority corrects in a measure may still be wrong in the ledger.
function correctionFor(
  desk: Desk,
  itemId: string,
  item: Item,
  reading: Reading,
  seenAt: Instant,
): StorySource | null {
  if (!isCorrection(item, reading)) return null;
  const corrected = readCorrected(item, desk.readItem);
  if (corrected === null) return null;
  const source = sourceFor(desk, itemId, item, corrected, seenAt);
  return source.rung === 'press' ? null : source;
}

function sourceFor(
  { feed }: Desk,
  itemId: string,
  item: Item,
  reading: Reading,
  seenAt: Instant,
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
    seenAt,
    reading,
  });
}

function keep({ index, drafts }: Desk, change: StoryChange, isTold: boolean): void {
  index.put(change.after);
  const draft = drafts.get(change.after.id);
  if (draft === undefined) {
    drafts.set(change.after.id, { before: change.before, change, isTold, readings: [] });
    return;
  }
  draft.isTold ||= isTold;
  const graver =
    GRAVITY.indexOf(change.kind) < GRAVITY.indexOf(draft.change.kind) ? change : draft.change;
  draft.change = {
    kind: graver.kind,
    reason: graver.reason,
    before: draft.before,
    after: change.after,
  };
}

/** Remembers by which reading a story changed. */
export function noteReading({ drafts }: Desk, record: ItemRecord, reading: Reading): void {
  if (record.storyId === null || reading.relevance !== 'yes') return;
  drafts.get(record.storyId)?.readings.push({ record, reading });
}
