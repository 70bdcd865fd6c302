// Curators' work on stories: a wrong merge is split, a missed one joined, a false one withdrawn and, if it was not, reinstated. Nothing is deleted: every
// source stays in exactly one story, a story that is closed keeps its sources and says where they went.

import type { Instant } from '../domain/day.ts';
import { UserError } from '../domain/error.ts';
import type { Story, StoryChange, StoryDecision, StorySource } from '../domain/story.ts';
import { foldSources } from './fold-sources.ts';

/** Who decided, why, and when. */
export type Curation = { readonly by: string; readonly why: string; readonly now: Instant };

/**
 * Moves the named items out of a story into a new one under `newId`; both are told anew from their own sources.
 * The new one is as old as its first item, so that nobody who follows it since then is told of old news.
 * Throws `UserError` when the story is withdrawn, an item is no source of it or nothing would be left in it.
 */
export function splitStory(
  story: Story,
  itemIds: readonly string[],
  { newId, by, why, now }: Curation & { readonly newId: string },
): { readonly kept: StoryChange; readonly opened: StoryChange } {
  refuseWithdrawn(story);
  const strangers = itemIds.filter((id) => !story.sources.some((source) => source.itemId === id));
  if (strangers.length > 0) {
    throw new UserError(
      'story-split-item',
      `${strangers.join(', ')} is no source of ${story.id}.`,
      `See the sources of ${story.id} with: why ${story.id}`,
    );
  }
  const moved = story.sources.filter((source) => itemIds.includes(source.itemId));
  const left = story.sources.filter((source) => !itemIds.includes(source.itemId));
  if (moved.length === 0 || left.length === 0) {
    throw new UserError(
      'story-split-all',
      `A split of ${story.id} must move some of its ${story.sources.length} sources and leave some.`,
      'Name the items that tell another step.',
    );
  }
  const reason = `${by}: ${why}`;
  const ids = moved.map(({ itemId }) => itemId).join(', ');
  const opened: Story = {
    ...foldSources(moved),
    id: newId,
    version: 1,
    openedAt: Math.min(...moved.map(({ seenAt }) => seenAt)),
    updatedAt: now,
    withdrawn: null,
    decisions: [{ at: now, by, did: `split from ${story.id}`, why }],
  };
  return {
    kept: {
      kind: 'correction',
      reason: `${moved.length} of its sources moved to ${newId} (${reason}).`,
      before: story,
      after: retold(story, left, { at: now, by, did: `${ids} moved to ${newId}`, why }),
    },
    opened: {
      kind: 'new',
      reason: `Split from ${story.id} (${reason}).`,
      before: null,
      after: opened,
    },
  };
}

/**
 * Takes all sources of `from` into `into`; `from` is closed, keeps its sources and names its successor.
 * Throws `UserError` for one and the same story, or when either is withdrawn.
 */
export function joinStories(
  into: Story,
  from: Story,
  { by, why, now }: Curation,
): { readonly kept: StoryChange; readonly closed: StoryChange } {
  const withdrawn = [into, from].find((story) => story.withdrawn !== null);
  if (into.id === from.id || withdrawn !== undefined) {
    throw new UserError(
      'story-join',
      withdrawn === undefined
        ? `${into.id} cannot be joined with itself.`
        : `${withdrawn.id} is withdrawn (${withdrawn.withdrawn}).`,
      'Name two open stories.',
    );
  }
  const known = new Set(into.sources.map((source) => source.itemId));
  const added = from.sources.filter((source) => !known.has(source.itemId));
  const reason = `${by}: ${why}`;
  return {
    kept: {
      kind: 'correction',
      reason: `Joined with ${from.id} (${reason}).`,
      before: into,
      after: retold(into, [...into.sources, ...added], {
        at: now,
        by,
        did: `joined with ${from.id}`,
        why,
      }),
    },
    closed: withdrawStory(from, { by, why: `joined into ${into.id}; ${why}`, now }),
  };
}

/**
 * Withdraws a story: it stays readable with its reason, is told as withdrawn, and takes no further items.
 * Throws `UserError` when it is withdrawn already.
 */
export function withdrawStory(story: Story, { by, why, now }: Curation): StoryChange {
  refuseWithdrawn(story);
  const reason = `${by}: ${why}`;
  return {
    kind: 'withdrawal',
    reason,
    before: story,
    after: {
      ...decided(story, { at: now, by, did: 'withdrawn', why }),
      version: story.version + 1,
      updatedAt: now,
      withdrawn: reason,
    },
  };
}

/**
 * Lets a withdrawn story stand again, with the sources it had; whoever was told of the withdrawal is corrected.
 * `movedItems`: those of its sources that have come into other stories meanwhile. Throws `UserError` when there are any,
 * since no item is told twice, or when the story is not withdrawn.
 */
export function reinstateStory(
  story: Story,
  movedItems: readonly string[],
  { by, why, now }: Curation,
): StoryChange {
  if (story.withdrawn === null) {
    throw new UserError(
      'story-reinstate',
      `${story.id} is not withdrawn.`,
      `See what was decided with: why ${story.id}`,
    );
  }
  if (movedItems.length > 0) {
    throw new UserError(
      'story-reinstate',
      `${movedItems.join(', ')} is told in another story now, and no item is told twice.`,
      `See which with: why ${movedItems[0]}; split it off there`,
    );
  }
  return {
    kind: 'correction',
    reason: `It stands after all (${by}: ${why}).`,
    before: story,
    after: {
      ...decided(story, { at: now, by, did: 'reinstated', why }),
      version: story.version + 1,
      updatedAt: now,
      withdrawn: null,
    },
  };
}

function refuseWithdrawn({ id, withdrawn }: Story): void {
  if (withdrawn === null) return;
  throw new UserError(
    'story-withdrawn',
    `${id} is withdrawn already (${withdrawn}).`,
    `See what was decided with: why ${id}`,
  );
}

function retold(story: Story, sources: readonly StorySource[], decision: StoryDecision): Story {
  return {
    ...decided(story, decision),
    ...foldSources(sources),
    version: story.version + 1,
    updatedAt: decision.at,
  };
}

function decided(story: Story, decision: StoryDecision): Story {
  return { ...story, decisions: [...(story.decisions ?? []), decision] };
}
