// settings: what a channel may choose besides its filters and its digest; each is read back in words.

import { replanWaiting } from '../delivery/replan-waiting.ts';
import { UserError } from '../domain/error.ts';
import type { Message } from '../domain/message.ts';
import {
  type ChannelPreferences,
  DEFAULT_PREFERENCES,
  type QuietHours,
} from '../domain/subscription.ts';
import { exportMessage } from '../messages/export-message.ts';
import { settingsMessage } from '../messages/settings-message.ts';
import { nearestWord } from '../reference/nearest-word.ts';
import { readChannelState, touchChannel } from './channel-state.ts';
import type { CommandRequest } from './command.ts';
import { parseMinuteOfDay, parseZone } from './parse-values.ts';

const BROADCASTS = ['all', 'changes', 'none'] as const;
const EMPTY_DIGESTS = ['line', 'none', 'full'] as const;

type Setting = {
  readonly name: string;
  readonly example: string;
  readonly change: (
    preferences: ChannelPreferences,
    values: readonly string[],
  ) => ChannelPreferences;
};

const SETTINGS: readonly Setting[] = [
  {
    name: 'broadcast',
    example: 'settings broadcast all',
    change: (preferences, values) => ({
      ...preferences,
      broadcast: readChoice('broadcast', values[0], BROADCASTS),
    }),
  },
  {
    name: 'quiet',
    example: 'settings quiet 22:00-07:00 Europe/Berlin urgent',
    change: (preferences, values) => ({ ...preferences, quietHours: readQuietHours(values) }),
  },
  {
    name: 'empty-digest',
    example: 'settings empty-digest none',
    change: (preferences, values) => ({
      ...preferences,
      emptyDigest: readChoice('empty-digest', values[0], EMPTY_DIGESTS),
    }),
  },
];

/** `settings [broadcast all|changes|none] [quiet 22:00-07:00 ZONE [urgent] | off] [empty-digest line|none|full]` */
export async function settings(request: CommandRequest): Promise<Message> {
  const [name, ...values] = request.words;
  const state = await readChannelState(request);
  if (name === undefined) return settingsMessage(state.settings, state.nextDigest);
  const setting = SETTINGS.find((one) => one.name === name.toLowerCase());
  if (setting === undefined) throw unknownSetting(name);
  const before = state.settings?.preferences ?? DEFAULT_PREFERENCES;
  const preferences = setting.change(before, values);
  await touchChannel(request);
  await request.store.setPreferences(request.context.channel, preferences);
  if (setting.name === 'quiet') await replan(request, preferences);
  const after = await readChannelState(request);
  return settingsMessage(after.settings, after.nextDigest);
}

/** `export`: what the channel follows and has set, as commands. */
export async function exportChannel(request: CommandRequest): Promise<Message> {
  const { settings: set, subscriptions, mutes } = await readChannelState(request);
  const { channelName } = request.context;
  return exportMessage({ channelName, settings: set, subscriptions, mutes, now: request.now });
}

/** What waits in the channel follows the hours it has now. */
async function replan(
  { store, context, now, pressWaitMs }: CommandRequest,
  preferences: ChannelPreferences,
): Promise<void> {
  const waiting = await store.waitingTo(context.channel, now);
  const ids = new Set(waiting.flatMap(({ storyId }) => storyId ?? []));
  const found = await Promise.all([...ids].map((id) => store.story(id)));
  const stories = new Map(found.flatMap((story) => (story === null ? [] : [[story.id, story]])));
  const times = replanWaiting({ waiting, stories, preferences, now, pressWaitMs });
  await store.replan(context.channel, times);
}

function unknownSetting(name: string): UserError {
  const names = SETTINGS.map((one) => one.name);
  const near = nearestWord(name, names);
  return new UserError(
    'bad-setting',
    `"${name}" is no setting.`,
    `${near === null ? `Settings are ${names.join(', ')}.` : `Did you mean ${near}?`} For example: ${SETTINGS.find((one) => one.name === near)?.example ?? 'settings broadcast all'}`,
  );
}

function readChoice<Choice extends string>(
  name: string,
  word: string | undefined,
  choices: readonly Choice[],
): Choice {
  const found = choices.find((choice) => choice === word?.toLowerCase());
  if (found !== undefined) return found;
  throw new UserError(
    'bad-setting',
    word === undefined ? `${name} needs a value.` : `"${word}" is no value of ${name}.`,
    `One of ${choices.join(', ')}. For example: settings ${name} ${choices[0] ?? ''}`,
  );
}

// `22:00-07:00 Europe/Berlin urgent`, the zone and "urgent" in either order; `off` ends them.
function readQuietHours(values: readonly string[]): QuietHours | null {
  const [hours, ...rest] = values;
  if (hours?.toLowerCase() === 'off') return null;
  const [from, to] = (hours ?? '').split(/[-–]/);
  if (from === undefined || to === undefined || to === '') {
    throw new UserError(
      'bad-setting',
      'Quiet hours need a start and an end.',
      'For example: settings quiet 22:00-07:00 Europe/Berlin urgent, or: settings quiet off',
    );
  }
  const urgentPasses = rest.some((word) => word.toLowerCase() === 'urgent');
  const zoneWords = rest.filter((word) => word.toLowerCase() !== 'urgent');
  return {
    fromMinute: parseMinuteOfDay(from),
    toMinute: parseMinuteOfDay(to),
    zone: zoneWords.length === 0 ? 'UTC' : parseZone(zoneWords.join(' ')),
    urgentPasses,
  };
}
