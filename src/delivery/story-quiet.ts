// Which stories wait for the end of a channel's quiet hours. Pure.
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
