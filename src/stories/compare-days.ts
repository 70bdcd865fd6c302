// Days of two items in, what they say about telling one step out: when each takes effect and when each was published.
// Official texts may come late; entry into force told as news is a step of its own.
import { DAY_MS, type Day, daysBetween, startOfDay } from '../domain/day.ts';
import type { StorySource } from '../domain/story.ts';
import { isPlan } from './action-family.ts';
import { type Clue, type ClueName, clueOf } from './clue.ts';
import { isLaw, publishedApart, publishedIn } from './publication-day.ts';
import { isToldAgain } from './told-again.ts';

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
/** The same, for a report that tells a step once more. */
const GAPS_OF_REPEATS: readonly { readonly days: number; readonly name: ClueName }[] = [
  { days: 3, name: 'told again within 3 days' },
  { days: 7, name: 'told again within a week' },
  { days: 14, name: 'told again within two weeks' },
  { days: WINDOW_DAYS, name: 'told again within two months' },
];
const REPEATS: ReadonlySet<ClueName> = new Set(GAPS_OF_REPEATS.map(({ name }) => name));
/** Up to so many days nobody has to tell a step once more. */
const NEWS_DAYS = 1;
/** From this many days on, a gazette or customs text is given its usual delay. */
const LATE_DAYS = 4;
/** Beyond so many days the press tells of a step only when the next is taken: another request, the entry into force. */
const FRESH_DAYS = 5;
/** Beyond so many it hardly ever tells of the old one. */
const OLD_DAYS = 14;

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
  if (gap === 0) return clueOf('same effective date');
  return clueOf(gap <= CLOSE_DAYS ? 'effective dates close' : 'different effective dates');
}

/** Compares the days on which two items say that the measure or its relief ends; null when either says none. */
export function compareEndDays(left: Day | null, right: Day | null): Clue | null {
  if (left === null || right === null) return null;
  const gap = Math.abs(daysBetween(left, right));
  const name = gap <= CLOSE_DAYS ? 'same end date' : 'different end dates';
  return clueOf(name);
}

/**
 * Compares the days of publication; null when they are too far apart for one step. `isKnownRepeat`: the later item is known to tell
 * the step of the earlier one once more.
 */
export function comparePublication(
  left: StorySource,
  right: StorySource,
  isKnownRepeat = false,
): readonly Clue[] | null {
  const gap = publishedApart(left, right);
  if (gap > WINDOW_DAYS) return null;
  const isRepeat = gap > NEWS_DAYS && (isKnownRepeat || isToldAgain(left, right, gap));
  const row = (isRepeat ? GAPS_OF_REPEATS : GAPS).find(({ days }) => gap <= days);
  const clues = row === undefined ? [] : [clueOf(row.name)];
  if (gap >= LATE_DAYS && isLaw(left) !== isLaw(right)) clues.push(clueOf('official text, late'));
  if (!isRepeat) clues.push(...compareRepeats(left, right, gap));
  if (isLaterEntryIntoForce(left, right)) {
    clues.push(clueOf('entry into force of what was announced'));
  }
  return clues;
}

/** True for the clue that a step is told once more. */
export function isRepeatClue({ name }: Clue): boolean {
  return REPEATS.has(name);
}

function compareRepeats(left: StorySource, right: StorySource, gap: number): readonly Clue[] {
  if (gap <= FRESH_DAYS || isLaw(left) || isLaw(right)) return [];
  return [clueOf(gap > OLD_DAYS ? 'news again after weeks' : 'news again after a week')];
}

function isLaterEntryIntoForce(left: StorySource, right: StorySource): boolean {
  const isLeftEarly = publishedIn(left) <= publishedIn(right);
  const early = isLeftEarly ? left : right;
  const late = isLeftEarly ? right : left;
  if (late.facts.effectiveOn === null || isLaw(late)) return false;
  const effectiveIn = startOfDay(late.facts.effectiveOn) / DAY_MS;
  const lead = effectiveIn - publishedIn(early);
  const age = publishedIn(late) - effectiveIn;
  // The order that is signed on the eve of the day which was announced.
  if (age < 0 && isPlan(early.facts.action) && !isPlan(late.facts.action)) return false;
  return lead >= ANNOUNCED_AHEAD_DAYS && age >= -IN_FORCE_DAYS.before && age <= IN_FORCE_DAYS.after;
}
