// Days of two items in, what they say about telling one step out: when each takes effect and when each was published.
// Official texts may come late; entry into force told as news is a step of its own.
import { type Day, dayOf, daysBetween } from '../domain/day.ts';
import type { StorySource } from '../domain/story.ts';
import { type Clue, type ClueName, clueOf } from './clue.ts';

/** Days beyond which two publications never tell one step. */
export const WINDOW_DAYS = 60;

const GAPS: readonly { readonly days: number; readonly name: ClueName }[] = [
  { days: 1, name: 'published within a day' },
  { days: 3, name: 'published within 3 days' },
  { days: 7, name: 'published within a week' },
  { days: 14, name: 'published within two weeks' },
  { days: 30, name: 'published within a month' },
  { days: WINDOW_DAYS, name: 'published within two months' },
];
/** From this many days on, a gazette or customs text is given its usual delay. */
const LATE_DAYS = 4;

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
  if (gap === 0) return clueOf('same effective date', left);
  return clueOf(
    gap <= CLOSE_DAYS ? 'effective dates close' : 'different effective dates',
    `${left}, ${right}`,
  );
}

/** Compares the days on which two items say that the measure or its relief ends; null when either says none. */
export function compareEndDays(left: Day | null, right: Day | null): Clue | null {
  if (left === null || right === null) return null;
  const gap = Math.abs(daysBetween(left, right));
  return clueOf(gap <= CLOSE_DAYS ? 'same end date' : 'different end dates', `${left}, ${right}`);
}

/** Compares the days of publication; null when they are too far apart for one step. */
export function comparePublication(left: StorySource, right: StorySource): readonly Clue[] | null {
  const gap = Math.abs(daysBetween(publishedOn(left), publishedOn(right)));
  const row = GAPS.find(({ days }) => gap <= days);
  if (row === undefined) return null;
  const clues = [clueOf(row.name, `${gap} days`)];
  if (gap >= LATE_DAYS && isLaw(left) !== isLaw(right)) clues.push(clueOf('official text, late'));
  if (isLaw(left) && isLaw(right) && left.publisher === right.publisher) {
    clues.push(
      clueOf(gap === 0 ? 'two official texts of one day' : 'two official texts of two days'),
    );
  }
  if (isLaterEntryIntoForce(left, right)) {
    clues.push(clueOf('entry into force of what was announced'));
  }
  return clues;
}

function isLaterEntryIntoForce(left: StorySource, right: StorySource): boolean {
  const [early, late] = publishedOn(left) <= publishedOn(right) ? [left, right] : [right, left];
  const effectiveOn = late.facts.effectiveOn;
  if (effectiveOn === null || isLaw(late)) return false;
  const lead = daysBetween(publishedOn(early), effectiveOn);
  const age = daysBetween(effectiveOn, publishedOn(late));
  return lead >= ANNOUNCED_AHEAD_DAYS && age >= -IN_FORCE_DAYS.before && age <= IN_FORCE_DAYS.after;
}

/** The day an item was published, or first seen when it printed none. */
export function publishedOn(source: StorySource): Day {
  return dayOf(source.publishedAt ?? source.seenAt);
}

function isLaw(source: StorySource): boolean {
  return source.rung !== 'press' && source.rung !== 'statement';
}
