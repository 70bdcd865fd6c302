// digest [on|off|now] [08:30] [Asia/Tokyo] [weekdays|daily]: the daily digest of a channel.

import { findDueDigest, localDay, nextDigest } from '../delivery/digest-schedule.ts';
import { planDigest, RECENTLY_TOLD } from '../delivery/plan-digest.ts';
import { DAY_MS } from '../domain/day.ts';
import { UserError } from '../domain/error.ts';
import type { Message } from '../domain/message.ts';
import {
  type ChannelSettings,
  DEFAULT_PREFERENCES,
  type DigestSettings,
} from '../domain/subscription.ts';
import { watchedLaw } from '../ledger/watched-law.ts';
import { feedHealth } from '../messages/feed-health.ts';
import { digestSetMessage } from '../messages/settings-message.ts';
import { readChannelState, touchChannel } from './channel-state.ts';
import type { CommandRequest } from './command.ts';
import { parseZone, readMinuteOfDay } from './parse-values.ts';

const DEFAULT_MINUTE = 8 * 60 + 30;
const MOST_STORIES = 1_000;

/** `digest [on|off|now] [08:30] [Asia/Tokyo] [weekdays|daily]` */
export async function digest(request: CommandRequest): Promise<Message> {
  const verb = (request.words[0] ?? '').toLowerCase();
  if (verb === 'off') return turnOff(request);
  if (verb === 'now') return digestNow(request);
  if (verb === '' || verb === 'show') {
    const { settings, nextDigest: next } = await readChannelState(request);
    return digestSetMessage(settings?.digest ?? null, next, null);
  }
  return turnOn(request, verb === 'on' ? request.words.slice(1) : request.words);
}

async function turnOff(request: CommandRequest): Promise<Message> {
  await touchChannel(request);
  await request.store.setDigest(request.context.channel, null);
  return digestSetMessage(null, null, null);
}

async function turnOn(request: CommandRequest, words: readonly string[]): Promise<Message> {
  const { settings } = await readChannelState(request);
  const before = settings?.digest ?? null;
  const { minuteOfDay, zone, weekdaysOnly } = readDigestWords(words);
  const wanted: DigestSettings = {
    minuteOfDay: minuteOfDay ?? before?.minuteOfDay ?? DEFAULT_MINUTE,
    zone: zone ?? before?.zone ?? 'UTC',
    weekdaysOnly: weekdaysOnly ?? before?.weekdaysOnly ?? false,
    changedAt: request.now,
    // A day that had its digest does not get a second one by a change of settings.
    lastDay: before?.lastDay ?? null,
    ...(before?.toldUntil === undefined ? {} : { toldUntil: before.toldUntil }),
  };
  await touchChannel(request);
  await request.store.setDigest(request.context.channel, wanted);
  const assumption =
    zone === null && before === null
      ? 'No time zone was given, so UTC is taken; for example: digest on 08:30 Asia/Tokyo'
      : null;
  return digestSetMessage(wanted, nextDigest(wanted, request.now), assumption);
}

type DigestWords = {
  readonly minuteOfDay: number | null;
  readonly zone: string | null;
  readonly weekdaysOnly: boolean | null;
};

function readDigestWords(words: readonly string[]): DigestWords {
  let minuteOfDay: number | null = null;
  let weekdaysOnly: boolean | null = null;
  const zoneWords: string[] = [];
  for (const word of words) {
    const lower = word.toLowerCase();
    const minute = readMinuteOfDay(lower);
    if (minute !== null) minuteOfDay = minute;
    else if (/^\d/.test(lower)) throw badTime(word);
    else if (lower === 'weekdays' || lower === 'weekday') weekdaysOnly = true;
    else if (lower === 'daily' || lower === 'everyday') weekdaysOnly = false;
    else if (lower !== 'at' && lower !== 'in') zoneWords.push(word);
  }
  const zone = zoneWords.length === 0 ? null : parseZone(zoneWords.join(' '));
  return { minuteOfDay, zone, weekdaysOnly };
}

function badTime(word: string): UserError {
  return new UserError(
    'bad-time',
    `I cannot read "${word}" as a time of day.`,
    'Write it as 08:30, for example: digest on 08:30 Asia/Tokyo',
  );
}

/** The digest of the last day, or since the last one that was due, at once and for the asker; the daily one still comes. */
async function digestNow(request: CommandRequest): Promise<Message> {
  const { store, now, context } = request;
  const { settings, subscriptions, mutes } = await readChannelState(request);
  const channel = settings ?? unsetChannel(request);
  const due = settings?.digest ? findDueDigest(settings.digest, now) : null;
  const since = due?.since ?? now - DAY_MS;
  const [stories, states, sent] = await Promise.all([
    store.recentStories({ limit: MOST_STORIES, since }),
    store.feedStates(),
    store.deliveriesTo(context.channel, RECENTLY_TOLD),
  ]);
  const planned = planDigest({
    channel: {
      ...channel,
      preferences: { ...(channel.preferences ?? DEFAULT_PREFERENCES), emptyDigest: 'full' },
    },
    due: { day: localDay(now, channel.digest?.zone ?? 'UTC'), at: now, since },
    subscriptions,
    stories,
    ...watchedLaw(
      request.ledger,
      subscriptions.map(({ filter }) => filter),
      now,
    ),
    mutes,
    sent,
    feeds: feedHealth(request.feeds, states),
    now,
  });
  if (planned === null) throw new Error('a digest on request always has a message');
  return planned.message;
}

function unsetChannel(request: CommandRequest): ChannelSettings {
  const { context } = request;
  return {
    channel: context.channel,
    name: context.channelName,
    address: context.address,
    pausedReason: null,
    pausedAt: null,
    pausedBy: null,
    lastPostAt: null,
    lastFailure: null,
    digest: null,
    preferences: null,
  };
}
