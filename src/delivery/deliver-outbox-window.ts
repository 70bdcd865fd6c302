// How many messages to one platform may be under way. In: how many wait, the outcome of each attempt, and how long it took.
// Out: a number. A small share of what is told at once, because as many are unclear after a crash; below that it grows while a
// fan-out runs well, and shrinks where the platform is in trouble or cannot keep up: more requests would then only wait
// longer, in the end beyond their time-out.
import { SECOND_MS } from '../domain/day.ts';
import type { SendOutcome } from '../domain/delivery.ts';

export type Window = {
  size(): number;
  /** A larger number of waiting messages might let more be under way. */
  mayWiden(): boolean;
  /** From so many messages on it does not widen any further. */
  fullAt(): number;
  /** So many messages wait or are under way now. */
  expect(messages: number): void;
  note(outcome: SendOutcome, tookMs: number): void;
  /** Nothing more is due: the next message finds the window small again. */
  rest(): void;
};

/** No more than one of so many messages of a fan-out is under way at a time. */
const SHARE_UNDER_WAY = 16;

/** Places for one answer: after n posts that went well, no more than `least + 4 n` can be unclear. */
const PLACES_PER_ANSWER = 4;

/**
 * An answer within this is a reason for more, one that takes longer than the other for less. Five times as many requests to a
 * platform that can do no better then take five seconds; their time-out is ten.
 */
const QUICK_MS = SECOND_MS;
const SLOW_MS = 2 * SECOND_MS;

/** A window of `least` places that may grow to `most`. */
export function createWindow(least: number, most: number): Window {
  let size = least;
  let cap = least;
  const shrink = (): void => {
    size = Math.max(least, size / 2);
  };
  return {
    size: () => Math.floor(size),
    mayWiden: () => cap < most,
    fullAt: () => most * SHARE_UNDER_WAY,
    expect(messages) {
      // What is left of a fan-out gets fewer; its share stays that of the whole.
      cap = Math.min(most, Math.max(cap, Math.floor(messages / SHARE_UNDER_WAY)));
    },
    rest() {
      size = least;
      cap = least;
    },
    note(outcome, tookMs) {
      switch (outcome.kind) {
        case 'sent':
          if (tookMs < QUICK_MS) size = Math.min(cap, size + PLACES_PER_ANSWER);
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
