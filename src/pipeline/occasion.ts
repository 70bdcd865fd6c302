// What brings many first posts to a channel at once, and how they are told then. In: a poll and what is peculiar of it. Out:
// from how many posts on they become one message, with the words. Pure.
import { MOST_POSTS_AT_ONCE } from '../delivery/tell-together.ts';
import type { Circumstances, Poll } from './poll.ts';

export type Occasion = {
  /** Unique for ever: the message's dedupe key begins with it. */
  readonly cause: string;
  /** More first posts than this in one channel become one message. */
  readonly most: number;
  /** For `why`. */
  readonly reason: string;
  /** For readers, below the stories. */
  readonly why: string;
};

/** As many posts as one look at a feed may bring: a working day of a gazette, post by post. */
const MOST_OF_ONE_LOOK = 10;

/** The first that fits. */
export function occasionOf(
  { feed, now }: Pick<Poll, 'feed' | 'now'>,
  { release, isAfterAbsence = false, busyDay = null }: Circumstances,
): Occasion {
  if (release !== undefined) {
    return {
      cause: `released:${feed.id}:${release.heldSince}`,
      most: MOST_POSTS_AT_ONCE,
      reason: 'told in one message with others that were held by a storm',
      why: 'The source offered them all at once; they were held until somebody looked.',
    };
  }
  if (isAfterAbsence) {
    return {
      cause: `caught-up:${feed.id}:${now}`,
      most: MOST_POSTS_AT_ONCE,
      reason: 'told in one message with others that came while its feed could not be read',
      why: 'The source could not be read for some time.',
    };
  }
  if (busyDay !== null) {
    return {
      cause: `busy-day:${feed.id}:${now}`,
      most: MOST_POSTS_AT_ONCE,
      reason: 'told in one message with others of a busy day',
      why: 'The source published them all within hours.',
    };
  }
  return {
    cause: `one-look:${feed.id}:${now}`,
    most: MOST_OF_ONE_LOOK,
    reason: 'told in one message with others that came at once',
    why: 'The source published them all since the last look at it.',
  };
}
