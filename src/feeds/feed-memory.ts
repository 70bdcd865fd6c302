// What a feed's past polls tell about the next one: where to ask for it after a permanent move, and how much news is usual.
// Pure; time is an argument. When it is asked is decided in poll-schedule.ts.
import { DAY_MS, HOUR_MS, type Instant, SECOND_MS } from '../domain/day.ts';
import type { Feed, FeedMove, FeedState, Validators } from '../domain/feed.ts';

/** The middle one by size; of an even number the upper. */
export function middle(numbers: readonly number[]): number | null {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? null;
}

/** A permanent redirect is believed when it stood this long: a hijacked or mistaken one is gone sooner. */
const MOVE_AFTER_MS = 7 * DAY_MS;

/** Where to ask for a feed: at its address, or where it has moved to for good. */
export function addressOf(
  feed: Pick<Feed, 'url'>,
  { moved = null }: Pick<FeedState, 'moved'>,
  now: Instant,
): string {
  // An operator who changes the address has the last word.
  const isBelieved =
    moved !== null && moved.from === feed.url && now - moved.since >= MOVE_AFTER_MS;
  return isBelieved ? moved.to : feed.url;
}

/** What is known of a move after a poll that led to `movedTo` by permanent redirects, or to none. */
export function moveAfter(
  { feed, state, now }: { readonly feed: Feed; readonly state: FeedState; readonly now: Instant },
  movedTo: string | null,
): FeedMove | null {
  const { moved = null } = state;
  const asked = addressOf(feed, state, now);
  if (movedTo === null) return asked === feed.url ? null : moved;
  const isSame = moved !== null && moved.from === feed.url && moved.to === movedTo;
  return isSame ? moved : { from: feed.url, to: movedTo, since: now };
}

/** A number of the feed's own, the same at every start. */
function numberOf(id: string): number {
  let number = 0;
  for (const letter of id) number = (number * 31 + (letter.codePointAt(0) ?? 0)) % 1_000_003;
  return number;
}

/**
 * What to send along of the last answer, so that an unchanged document is not sent again. Once a day it is nothing, at a
 * time that differs between feeds: some servers give the same ETag for ever, and would say "not modified" for ever.
 */
export function validatorsFor(
  { id }: Pick<Feed, 'id'>,
  { validators, lastPolledAt }: Pick<FeedState, 'validators' | 'lastPolledAt'>,
  now: Instant,
): Validators {
  const shift = (numberOf(id) * 7_919 * SECOND_MS) % DAY_MS;
  const dayAt = (at: Instant): number => Math.floor((at + shift) / DAY_MS);
  const isNewDay = lastPolledAt !== null && dayAt(now) > dayAt(lastPolledAt);
  return isNewDay ? { etag: null, lastModified: null } : validators;
}

/** Polls that brought news, of which the usual number is known; fewer than the least say nothing. */
const KEPT_COUNTS = 30;
const LEAST_COUNTS = 10;
/** After a longer silence of ours, more than usual is to be expected. */
const ABSENCE_MS = 12 * HOUR_MS;
/** After a still longer one nobody waits for what has come in the meantime. */
const LONG_ABSENCE_MS = 7 * DAY_MS;

/** Since when the feed was not read, when that is long enough to explain many new items and short enough for them to be news. */
export function absenceBefore(
  { lastOkAt }: Pick<FeedState, 'lastOkAt'>,
  now: Instant,
): Instant | null {
  if (lastOkAt === null) return null;
  const gap = now - lastOkAt;
  return gap > ABSENCE_MS && gap <= LONG_ABSENCE_MS ? lastOkAt : null;
}

/** The counts after a poll; the first poll of a feed says nothing of what is usual. */
export function countsAfter(
  { baselineAt, freshCounts = [] }: FeedState,
  freshCount: number,
): readonly number[] {
  if (freshCount === 0 || baselineAt === null) return freshCounts;
  return [...freshCounts, freshCount].slice(-KEPT_COUNTS);
}

/** How many items are new in a poll of this feed that brings any; null when that is not known or says nothing now. */
export function usualFresh(
  { freshCounts = [], lastOkAt }: Pick<FeedState, 'freshCounts' | 'lastOkAt'>,
  now: Instant,
): number | null {
  const wasAway = lastOkAt === null || now - lastOkAt > ABSENCE_MS;
  return wasAway || freshCounts.length < LEAST_COUNTS ? null : middle(freshCounts);
}
