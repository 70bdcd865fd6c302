// What the ledger does not take by itself waits for a curator: approve, edit or reject, with who, when and why.
import type { Instant } from './day.ts';
import type { Measure } from './measure.ts';

export type Review = {
  /** `R-` and a number. */
  readonly id: string;
  /** Null: its item is in no story, as an official correction that fits no entry of one. */
  readonly storyId: string | null;
  readonly itemId: string;
  /** The measure as far as it was read; missing parts are named in `missing`. */
  readonly proposal: Measure;
  /** What keeps it out of the ledger: `rate`, `product`, `effective date`, `conflict with <measure id>`. */
  readonly missing: readonly string[];
  readonly reason: string;
  readonly createdAt: Instant;
  readonly decision: ReviewDecision | null;
};

export type ReviewDecision = {
  readonly kind: 'approved' | 'edited' | 'rejected';
  readonly by: string;
  readonly at: Instant;
  readonly why: string;
};
