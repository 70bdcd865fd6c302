// What a channel has set, as the commands that set it, to be typed into another channel. In: rows of the store; out: one message.
import { DAY_MS, type Instant } from '../domain/day.ts';
import type { Message } from '../domain/message.ts';
import {
  type ChannelPreferences,
  type ChannelSettings,
  DEFAULT_PREFERENCES,
  type DigestSettings,
  type Mute,
  type QuietHours,
  type Subscription,
} from '../domain/subscription.ts';
import { printFilter } from './describe-filter.ts';
import { clockWords } from './settings-message.ts';

export type ExportContent = {
  readonly channelName: string;
  readonly settings: ChannelSettings | null;
  readonly subscriptions: readonly Subscription[];
  readonly mutes: readonly Mute[];
  readonly now: Instant;
};

/** The commands of a channel, one a line. */
export function exportMessage(content: ExportContent): Message {
  const commands = commandsOf(content);
  const text =
    commands.length === 0
      ? `${content.channelName} follows and sets nothing yet. Try: watch japan steel`
      : `What ${content.channelName} follows and sets, as commands for another channel.`;
  return {
    summary: text,
    accent: 'info',
    blocks: [
      { kind: 'heading', text },
      ...(commands.length === 0
        ? []
        : [
            {
              kind: 'list',
              items: commands.map((command) => [{ text: command, code: true }]),
            } as const,
          ]),
    ],
    buttons: [{ label: 'Subscriptions', command: 'list' }],
  };
}

function commandsOf({ settings, subscriptions, mutes, now }: ExportContent): readonly string[] {
  return [
    ...subscriptions.map(({ filter }) => `watch ${printFilter(filter)}`.trim()),
    ...(settings?.digest ? [digestCommand(settings.digest)] : []),
    ...preferenceCommands(settings?.preferences ?? DEFAULT_PREFERENCES),
    ...mutes.map(({ subject, until }) => `mute ${mutedName(subject)} ${daysLeft(until - now)}`),
  ];
}

function digestCommand({ minuteOfDay, zone, weekdaysOnly }: DigestSettings): string {
  return `digest on ${clockWords(minuteOfDay)} ${zone} ${weekdaysOnly ? 'weekdays' : 'daily'}`;
}

/** Only what differs from what a new channel has anyway. */
function preferenceCommands(set: ChannelPreferences): readonly string[] {
  const { broadcast, emptyDigest } = DEFAULT_PREFERENCES;
  return [
    ...(set.broadcast === broadcast ? [] : [`settings broadcast ${set.broadcast}`]),
    ...(set.quietHours === null ? [] : [quietCommand(set.quietHours)]),
    ...(set.emptyDigest === emptyDigest ? [] : [`settings empty-digest ${set.emptyDigest}`]),
  ];
}

function quietCommand({ fromMinute, toMinute, zone, urgentPasses }: QuietHours): string {
  const hours = `${clockWords(fromMinute)}-${clockWords(toMinute)}`;
  return `settings quiet ${hours} ${zone}${urgentPasses ? ' urgent' : ''}`;
}

/** `country:JP` -> `JP`: the code is understood in every language. */
function mutedName(subject: string): string {
  return subject.slice(subject.indexOf(':') + 1);
}

function daysLeft(ms: number): string {
  return `${Math.max(1, Math.ceil(ms / DAY_MS))}d`;
}
