// Days of two items in, what they say about telling one step out: when each takes effect and when each was published.
// Official texts may come late; entry into force told as news is a step of its own.
import { type Day, dayOf, daysBetween } from '../domain/day.ts';
import type { StorySource } from '../domain/story.ts';
import { type Clue, REFUSED } from './clue.ts';

/** Days beyond which two publications never tell one step. */
export const WINDOW_DAYS = 60;

const GAP_POINTS: readonly { readonly days: number; readonly points: number }[] = [
  { days: 1, points: 1 },
  { days: 3, points: 0.5 },
  { days: 7, points: -0.3 },
  { days: 14, points: -1.2 },
  { days: 30, points: -2.2 },
  { days: WINDOW_DAYS, points: -3.2 },
];

const EFFECTIVE_SAME = 1.6;
const EFFECTIVE_CLOSE = 0.8;
const EFFECTIVE_OTHER = -3;
/** "Midnight" and time zones move a day by one, hardly by more than two. */
const CLOSE_DAYS = 2;

/** Days before the effective day from which an earlier report is an announcement and not the same news. */
const ANNOUNCED_AHEAD_DAYS = 5;
/** Days around the effective day in which a report may be about the entry into force. */
const IN_FORCE_DAYS = { before: 1, after: 10 } as const;

/** Compares the days on which two items say that the step takes effect; null when either says none. */
export function compareEffectiveDays(left: Day | null, right: Day | null): Clue | null {
  if (left === null || right === null) return null;
  const gap = Math.abs(daysBetween(left, right));
  if (gap === 0) return { clue: 'same effective date', points: EFFECTIVE_SAME };
  return gap <= CLOSE_DAYS
    ? { clue: 'effective dates close', points: EFFECTIVE_CLOSE }
    : { clue: 'different effective dates', points: EFFECTIVE_OTHER };
}

/** Compares the days of publication; a law text that comes late is held against it by half. */
export function comparePublication(left: StorySource, right: StorySource): readonly Clue[] {
  const gap = Math.abs(daysBetween(publishedOn(left), publishedOn(right)));
  const clue = `published ${gap} days apart`;
  const points = GAP_POINTS.find((row) => gap <= row.days)?.points ?? REFUSED;
  if (isLaterEntryIntoForce(left, right)) {
    return [{ clue: 'entry into force of what was announced before', points: REFUSED }];
  }
  const mayBeLate = points < 0 && (isLaw(left) || isLaw(right));
  return [{ clue, points: mayBeLate ? points / 2 : points }];
}

function isLaterEntryIntoForce(left: StorySource, right: StorySource): boolean {
  const [early, late] = publishedOn(left) <= publishedOn(right) ? [left, right] : [right, left];
  const effectiveOn = late.facts.effectiveOn;
  if (effectiveOn === null || isLaw(late)) return false;
  const lead = daysBetween(publishedOn(early), effectiveOn);
  const age = daysBetween(effectiveOn, publishedOn(late));
  return lead >= ANNOUNCED_AHEAD_DAYS && age >= -IN_FORCE_DAYS.before && age <= IN_FORCE_DAYS.after;
}

function publishedOn(source: StorySource): Day {
  return dayOf(source.publishedAt ?? source.seenAt);
}

function isLaw(source: StorySource): boolean {
  return source.rung !== 'press' && source.rung !== 'statement';
}
