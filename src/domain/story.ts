// A story is one step in the life of one measure, told by one or many sources, and versioned.
import type { Day, Instant } from './day.ts';
import type { FeedTier } from './feed.ts';
import type { JurisdictionCode } from './jurisdiction.ts';
import type { Action, Instrument, MeasureStage, RateKind, ReliefStage, Rung } from './reading.ts';

/** What somebody decided about a story, beside what its items say. */
export type StoryDecision = {
  readonly at: Instant;
  /** As people call them. */
  readonly by: string;
  /** What became of the story: "I-34 moved to S-40". */
  readonly did: string;
  readonly why: string;
};

/** A fact with the sentence it was read from and the item that printed it. */
export type StoryRate = {
  readonly pct: number;
  readonly kind: RateKind;
  readonly quote: string;
  readonly itemId: string;
};

/** The facts by which stories are matched and told. Lists are sorted; unknown is empty or null. */
export type StoryFacts = {
  readonly imposers: readonly JurisdictionCode[];
  readonly targets: readonly JurisdictionCode[];
  readonly exempted: readonly JurisdictionCode[];
  readonly products: readonly string[];
  readonly rates: readonly StoryRate[];
  readonly oldRates: readonly number[];
  readonly action: Action;
  readonly stage: MeasureStage | null;
  readonly relief: ReliefStage | null;
  readonly effectiveOn: Day | null;
  readonly endsOn: Day | null;
  readonly instrument: Instrument | null;
  readonly quotaTonnes: readonly number[];
};

export type StorySource = {
  readonly itemId: string;
  readonly feedId: string;
  readonly publisher: string;
  readonly tier: FeedTier;
  readonly rung: Rung;
  readonly title: string;
  readonly link: string | null;
  readonly publishedAt: Instant | null;
  readonly seenAt: Instant;
  /** Agency credited by the text, else the publisher: five copies of one agency text are one origin. */
  readonly origin: string;
  /** The sentence that carries the step. */
  readonly quote: string;
  /** What this item alone said; the facts of the story are a fold over these. */
  readonly facts: StoryFacts;
  /** The telling words of title and summary, folded and sorted, for matching further items. */
  readonly words: readonly string[];
};

export type Story = StoryFacts & {
  /** `S-` and a number. */
  readonly id: string;
  /** Rises by one with each change that a reader would see. */
  readonly version: number;
  /** Title of the best source, told in the imposer's own stage. */
  readonly title: string;
  readonly rung: Rung;
  /** Best rung first. */
  readonly sources: readonly StorySource[];
  readonly openedAt: Instant;
  readonly updatedAt: Instant;
  /** Withdrawn by a curator or by its source, with the reason; null while it stands. */
  readonly withdrawn: string | null;
  /** Oldest first; absent while nobody decided anything. */
  readonly decisions?: readonly StoryDecision[];
};

/** What a new item did to a story; decided in one place, always with a reason. */
export type StoryChangeKind =
  | 'new'
  | 'more-sources'
  | 'higher-rung'
  | 'stage'
  | 'rate'
  | 'date'
  | 'scope'
  | 'correction'
  | 'withdrawal'
  | 'none';

export type StoryChange = {
  readonly kind: StoryChangeKind;
  readonly reason: string;
  readonly before: Story | null;
  readonly after: Story;
};
