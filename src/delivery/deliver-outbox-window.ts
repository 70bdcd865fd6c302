// How many messages to one platform may be under way. In: the outcome of each attempt. Out: a number. Small at rest, because
// as many are unclear after a crash; it grows while a fan-out runs well, and shrinks where the platform is in trouble.
import type { SendOutcome } from '../domain/delivery.ts';

export type Window = {
  size(): number;
  note(outcome: SendOutcome): void;
  /** Nothing more is due: the next message finds the window small again. */
  rest(): void;
};

/** Answers for one more place: after n posts that went well, no more than `least + n / 2` can be unclear. */
const ANSWERS_PER_PLACE = 2;

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
    note(outcome) {
      switch (outcome.kind) {
        case 'sent':
          size = Math.max(least, Math.min(most, size + 1 / ANSWERS_PER_PLACE));
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
