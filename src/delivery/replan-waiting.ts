// A channel chose other quiet hours: what waits there follows the new ones. In: what waits, its stories, the new choice. Out:
// the new times, with the reasons that the log shows. Pure; the outbox is written by the caller.
import type { Instant } from '../domain/day.ts';
import type { Delivery } from '../domain/delivery.ts';
import type { Story } from '../domain/story.ts';
import type { ChannelPreferences } from '../domain/subscription.ts';
import { endOfQuiet } from './quiet-hours.ts';
import { isOfficial, noteQuiet, quietUntil } from './story-quiet.ts';

export type ReplanInput = {
  /** Posts and answers of one channel that were never attempted and whose time has not come (`OutboxStore.waitingTo`). */
  readonly waiting: readonly Delivery[];
  readonly stories: ReadonlyMap<string, Story>;
  readonly preferences: ChannelPreferences;
  readonly now: Instant;
  /** How long a story that only the press tells waits for further reports, in milliseconds. */
  readonly pressWaitMs: number;
};

export type NewTime = {
  readonly id: number;
  readonly notBefore: Instant;
  /** Why it is sent, with what the hours do to it now. */
  readonly reason: string;
};

/** The new time of each delivery that moves; never before the wait of a press report is over, nor before `now`. */
export function replanWaiting(input: ReplanInput): readonly NewTime[] {
  return input.waiting
    .map((row) => newTimeOf(row, input))
    .filter((moved, index) => moved.notBefore !== input.waiting[index]?.notBefore);
}

function newTimeOf(row: Delivery, input: ReplanInput): NewTime {
  const { stories, preferences } = input;
  const story = row.storyId === null ? undefined : stories.get(row.storyId);
  const ready = readyAt(row, story, input);
  const notBefore =
    story === undefined
      ? endOfQuiet(preferences.quietHours, ready)
      : quietUntil(story, preferences, ready);
  const reason = noteQuiet(row.reason, notBefore > ready ? 'delayed' : 'freed');
  return { id: row.id, notBefore, reason };
}

/** When it would go if there were no quiet hours. */
function readyAt(
  row: Delivery,
  story: Story | undefined,
  { now, pressWaitMs }: ReplanInput,
): Instant {
  // One message for many posts does not say who tells them: it waits as the longest of them may.
  const waitsForMore = story === undefined || (row.kind === 'alert' && !isOfficial(story.rung));
  const planned = waitsForMore ? row.createdAt + pressWaitMs : row.createdAt;
  return Math.max(now, Math.min(planned, row.notBefore));
}
