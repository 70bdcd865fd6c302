// An item in, the day it was published out, and how far two are apart. Whether it is the law itself that speaks is told here too:
// a gazette may print late.
import { DAY_MS, type Day, dayOf } from '../domain/day.ts';
import type { StorySource } from '../domain/story.ts';

/** Whole days between the publication of two items (when first seen, where none is printed). */
export function publishedApart(left: StorySource, right: StorySource): number {
  return Math.abs(publishedIn(left) - publishedIn(right));
}

/** A source never changes, and is compared with many others. */
const knownDays = new WeakMap<StorySource, Day>();

/** The day an item was published, or first seen when it printed none. */
export function publishedOn(source: StorySource): Day {
  const known = knownDays.get(source);
  if (known !== undefined) return known;
  const day = dayOf(source.publishedAt ?? source.seenAt);
  knownDays.set(source, day);
  return day;
}

/** The day of publication, counted from 1970. */
export function publishedIn(source: StorySource): number {
  return Math.floor((source.publishedAt ?? source.seenAt) / DAY_MS);
}

/** True for the rungs of the law itself: instrument, gazette, customs. */
export function isLaw(source: StorySource): boolean {
  return source.rung !== 'press' && source.rung !== 'statement';
}
