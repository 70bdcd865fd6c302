// A percentage in its item, and what it can be there. Types only.
import type { Step } from '../steps/find-steps.ts';
import type { Needing } from '../words/asked-rules.ts';
import type { Line } from '../words/scene.ts';
import type { Percent } from './find-percents.ts';
import type { RateRows } from './rate-rows.ts';

/** Codes of those who take the leading step and of those it is taken against. */
export type Sides = {
  readonly imposers: ReadonlySet<string>;
  readonly targets: ReadonlySet<string>;
};

/** A percentage and what is known around it. */
export type RateAt = {
  readonly line: Line;
  readonly percent: Percent;
  /** All percentages of the sentence, in order. */
  readonly all: readonly Percent[];
  /** The new rates that the sentences before tell. */
  readonly told: readonly number[];
  readonly lead: Step;
  readonly steps: readonly Step[];
  /** True for a line that speaks of another imposer. */
  readonly isOthers: (line: Line) => boolean;
  readonly sides: Sides;
  /** The percentages that are rows of a list. */
  readonly rows: RateRows;
  /** The day of the item; null when the feed does not say. */
  readonly publishedOn: string | null;
};

/**
 * What a percentage is: the rate that the step makes, one that it replaces or ends, one that goes on beside it, that of another
 * measure or side, or no rate of a tariff at all.
 */
export type PercentRole = 'new' | 'old' | 'continuing' | 'other' | 'none';
export type RoleRule = Needing & {
  readonly name: `rate:${string}`;
  readonly role: PercentRole;
  readonly holds: (at: RateAt) => boolean;
};
