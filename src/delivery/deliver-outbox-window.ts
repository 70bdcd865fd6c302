// How many messages to one platform may be under way. In: the outcome of each attempt, and how long it took. Out: a number.
// Small at rest, because as many are unclear after a crash; it grows while a fan-out runs well, and shrinks where the platform
// is in trouble or cannot keep up: more requests would then only wait longer, in the end beyond their time-out.
import { SECOND_MS } from '../domain/day.ts';
import type { SendOutcome } from '../domain/delivery.ts';

export type Window = {
  size(): number;
  note(outcome: SendOutcome, tookMs: number): void;
  /** Nothing more is due: the next message finds the window small again. */
  rest(): void;
};

/** Answers for one more place: after n posts that went well, no more than `least + n / 2` can be unclear. */
const ANSWERS_PER_PLACE = 2;

/** An answer within this is a reason for more, one that takes longer than the other for less; a request may take ten seconds. */
const QUICK_MS = SECOND_MS;
const SLOW_MS = 2 * SECOND_MS;

/** A window of `least` places that may grow to `most`. */
export function createWindow(least: number, most: number): Window {
  let size = least;
  const shrink = (): void => {
    size = Math.max(least, size / 2);
  };
  return {
    size: () => Math.floor(size),
    rest() {
      size = least;
    },
    note(outcome, tookMs) {
      switch (outcome.kind) {
        case 'sent':
          if (tookMs < QUICK_MS) size = Math.min(most, size + 1 / ANSWERS_PER_PLACE);
          else if (tookMs > SLOW_MS) size = Math.max(least, size - 1);
          break;
        case 'not-sent':
        case 'ambiguous':
          shrink();
          break;
        case 'channel-gone':
        case 'tenant-gone':
        case 'bad-payload':
          break;
      }
    },
  };
}
