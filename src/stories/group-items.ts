// Read items in, one story key for each out. They are fed in order of publication (ties by id) through the same index as
// in the pipeline, so the result does not depend on the order in which they are given.
import type { Instant } from '../domain/day.ts';
import type { Reading, ReadingInput } from '../domain/reading.ts';
import type { StorySource } from '../domain/story.ts';
import { mergeIntoStory, openStory } from './merge-story.ts';
import { publisherOf } from './publisher-of.ts';
import { createStoryIndex } from './story-index.ts';
import { sourceOf } from './story-source.ts';

export type GroupingItem = {
  readonly id: string;
  readonly input: ReadingInput;
  readonly reading: Reading;
};

/** The story of each item, in the order given: equal keys, one story. Items that are no news keep a key as well. */
export function groupItems(
  items: readonly GroupingItem[],
): readonly { readonly id: string; readonly story: string }[] {
  const index = createStoryIndex();
  const storyOf = new Map<GroupingItem, string>();
  // An item without a date was seen when the newest was: that is all that can be said of it.
  const newest = items.reduce(
    (latest, { input }) => Math.max(latest, instantOf(input.published) ?? 0),
    0,
  );
  const inTime = items
    .map((item) => ({ item, source: sourceOfInput(item, newest) }))
    .sort((a, b) => a.source.seenAt - b.source.seenAt || (a.item.id < b.item.id ? -1 : 1));
  for (const { item, source } of inTime) {
    const { storyId } = index.match(source);
    const story = storyId === null ? undefined : index.story(storyId);
    const change =
      story === undefined
        ? openStory(`S-${index.size() + 1}`, source, source.seenAt)
        : mergeIntoStory(story, source, source.seenAt);
    index.put(change.after);
    storyOf.set(item, change.after.id);
  }
  return items.map((item) => ({ id: item.id, story: storyOf.get(item) ?? '' }));
}

function sourceOfInput({ id, input, reading }: GroupingItem, newest: Instant): StorySource {
  const publishedAt = instantOf(input.published);
  const publisher = publisherOf(input.sourceName, input.sourceUrl);
  return sourceOf({
    itemId: id,
    feedId: publisher.name,
    publisher: publisher.name,
    tier: publisher.tier,
    country: publisher.country,
    title: input.title,
    summary: input.summary,
    link: input.sourceUrl ?? null,
    publishedAt,
    seenAt: publishedAt ?? newest,
    reading,
  });
}

function instantOf(published: string | undefined): Instant | null {
  const instant = published === undefined ? Number.NaN : Date.parse(published);
  return Number.isNaN(instant) ? null : instant;
}
