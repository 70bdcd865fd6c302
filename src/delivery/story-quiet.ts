// Which stories wait for the end of a channel's quiet hours, and what the delivery log says of it. Pure.
import type { Instant } from '../domain/day.ts';
import type { Rung } from '../domain/reading.ts';
import type { Story } from '../domain/story.ts';
import type { ChannelPreferences } from '../domain/subscription.ts';
import { endOfQuiet } from './quiet-hours.ts';

/** Whether anybody but the press tells it. */
export function isOfficial(rung: Rung): boolean {
  return rung !== 'press';
}

/**
 * When a post or answer that could go out at `ready` goes out. Edits disturb nobody and never wait for the end of quiet hours;
 * everything else does, unless it is urgent.
 */
export function quietUntil(story: Story, preferences: ChannelPreferences, ready: Instant): Instant {
  const quiet = preferences.quietHours;
  if (quiet === null) return ready;
  const isUrgent =
    isOfficial(story.rung) && (story.stage === 'in-force' || story.stage === 'announced');
  return quiet.urgentPasses && isUrgent ? ready : endOfQuiet(quiet, ready);
}

/** What the quiet hours did to a delivery; `freed`: it waited for their end until somebody changed them. */
export type QuietNote = 'delayed' | 'freed' | null;

const NOTES = {
  delayed: 'after the quiet hours',
  freed: 'let out by a change of the quiet hours',
} as const;

/** The reason of a delivery with this said in the place of what it said before of the quiet hours. */
export function noteQuiet(reason: string, note: QuietNote): string {
  const notes: readonly string[] = Object.values(NOTES);
  const [what = '', ...rest] = reason.split('; ').filter((part) => !notes.includes(part));
  return [what, ...(note === null ? [] : [NOTES[note]]), ...rest].join('; ');
}
