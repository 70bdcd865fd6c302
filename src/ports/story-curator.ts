// What a curator can do with a story from a channel: types only. The pipeline carries it out, a command asks for it.
import type { Story } from '../domain/story.ts';

/** The stories are as the curator's words found them: when one has changed since, nothing is done. */
export type StoryOrder = (
  | { readonly kind: 'split'; readonly story: Story; readonly itemIds: readonly string[] }
  | { readonly kind: 'join'; readonly story: Story; readonly from: Story }
  | { readonly kind: 'withdraw' | 'reinstate'; readonly story: Story }
) & {
  /** Who decided, as people call them. */
  readonly by: string;
  readonly why: string;
};

export type CuratedStory = {
  /** As they stand now, the one that the order named first. */
  readonly stories: readonly [Story, ...Story[]];
  /** How many channels are told something. */
  readonly channels: number;
};

/**
 * Does it, with all that follows, in one commit.
 * @throws UserError `story-split-item`, `story-split-all`, `story-join`, `story-withdrawn`, `story-reinstate`,
 * `story-changed`.
 */
export type CurateStory = (order: StoryOrder) => Promise<CuratedStory>;
