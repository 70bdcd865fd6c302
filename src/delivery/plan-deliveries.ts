// One change to one story -> the deliveries of every channel, each with its reason. Planning twice gives the same dedupe
// keys. Pure: what was sent before, mutes, settings and the instant come in; the outbox is written by the caller.
import { DAY_MS, HOUR_MS, type Instant, MINUTE_MS } from '../domain/day.ts';
import type { Delivery, NewDelivery, NoticeKind } from '../domain/delivery.ts';
import type { Message } from '../domain/message.ts';
import type { StoryChange } from '../domain/story.ts';
import {
  type ChannelPreferences,
  type ChannelRef,
  type ChannelSettings,
  DEFAULT_PREFERENCES,
  laneOf,
  type Mute,
  type Subscription,
} from '../domain/subscription.ts';
import { printFilter } from '../messages/describe-filter.ts';
import {
  storyChangeMessage,
  storyCorrectionMessage,
  storyMessage,
  storyUpdateMessage,
  storyWithdrawalMessage,
  storyWithdrawnMessage,
} from '../messages/story-message.ts';
import { decideNotice, type NoticeDecision } from './decide-notice.ts';
import { findMute } from './mutes.ts';
import { isOfficial, noteQuiet, quietUntil } from './story-quiet.ts';

export type NoticePolicy = {
  /** How long a story that only the press tells waits for further reports. Official sources never wait. */
  readonly pressWaitMs: number;
  /** Least time between two edits that bring only further sources. */
  readonly editIntervalMs: number;
  /** A first post of a story older than this is no news. */
  readonly freshForMs: number;
  /** What is planned for a channel paused no longer than this waits in the outbox and is told in one message on return. */
  readonly keepPausedMs: number;
};

export const DEFAULT_NOTICE_POLICY: NoticePolicy = {
  pressWaitMs: 4 * MINUTE_MS,
  editIntervalMs: 30 * MINUTE_MS,
  freshForMs: 6 * HOUR_MS,
  keepPausedMs: 7 * DAY_MS,
};

export type PlanInput = {
  readonly change: StoryChange;
  /** Subscriptions whose filter takes `change.after` (`SubscriptionIndex.match`). */
  readonly matches: readonly Subscription[];
  /** Every delivery of this story so far, to any channel (`Store.deliveriesOfStory`). */
  readonly sent: readonly Delivery[];
  readonly mutes: readonly Mute[];
  /** Settings by lane; a channel without a row counts as running with the defaults. */
  readonly settings: ReadonlyMap<string, ChannelSettings>;
  readonly now: Instant;
  readonly policy?: NoticePolicy;
};

/** What one channel is told, for the delivery log and `why`; `deliveries` is empty when it is told nothing. */
export type ChannelPlan = {
  readonly lane: string;
  readonly decision: NoticeDecision;
  readonly deliveries: readonly NewDelivery[];
};

/**
 * The deliveries that follow from a change, channel by channel, edits before the thread posts that answer them.
 * `dedupeKey` is `<story>:v<version>:<lane>:<kind>`.
 */
export function planDeliveries(input: PlanInput): readonly NewDelivery[] {
  return planChannels(input).flatMap((plan) => plan.deliveries);
}

/** As `planDeliveries`, with the decision of each channel that matches or has had the story. */
export function planChannels(input: PlanInput): readonly ChannelPlan[] {
  const compose = createComposer(input.change, input.now);
  const plans: ChannelPlan[] = [];
  for (const place of placesOf(input)) {
    const decision = decideNotice(situationOf(input, place));
    plans.push({
      lane: place.lane,
      decision,
      deliveries: decision.notices.map((kind) => delivery(input, place, decision, kind, compose)),
    });
  }
  return plans;
}

/** One channel with what concerns it. */
type Place = {
  readonly lane: string;
  readonly channel: ChannelRef;
  readonly matches: readonly Subscription[];
  readonly sent: readonly Delivery[];
  readonly preferences: ChannelPreferences;
  readonly mutes: readonly Mute[];
  /** Since when nothing can be sent there; null while it runs. */
  readonly pausedAt: Instant | null;
};

function placesOf(input: PlanInput): readonly Place[] {
  const matches = byLane(input.matches);
  const sent = byLane(input.sent);
  const mutes = byLane(input.mutes);
  const channels = new Map<string, ChannelRef>();
  for (const { channel } of [...input.matches, ...input.sent]) {
    channels.set(laneOf(channel), channel);
  }
  return [...channels].map(([lane, channel]) => {
    const settings = input.settings.get(lane);
    return {
      lane,
      channel,
      matches: matches.get(lane) ?? [],
      sent: sent.get(lane) ?? [],
      preferences: settings?.preferences ?? DEFAULT_PREFERENCES,
      mutes: mutes.get(lane) ?? [],
      pausedAt: settings?.pausedReason ? settings.pausedAt : null,
    };
  });
}

function byLane<T extends { readonly channel: ChannelRef }>(rows: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const lane = laneOf(row.channel);
    const group = groups.get(lane);
    if (group === undefined) groups.set(lane, [row]);
    else group.push(row);
  }
  return groups;
}

function situationOf(input: PlanInput, place: Place): Parameters<typeof decideNotice>[0] {
  const { before, after, kind } = input.change;
  const policy = input.policy ?? DEFAULT_NOTICE_POLICY;
  return {
    change: kind,
    posted: postedState(place.sent),
    matches: place.matches.length > 0,
    subscribedBefore: place.matches.some((one) => one.createdAt <= after.openedAt),
    fresh: input.now - after.openedAt <= policy.freshForMs,
    officialBefore: before !== null && isOfficial(before.rung),
    officialNow: isOfficial(after.rung),
    wantsOfficialWord: place.preferences.broadcast === 'all',
    muted: findMute(place.mutes, place.lane, after, input.now) !== null,
    abandoned: place.pausedAt !== null && input.now - place.pausedAt > policy.keepPausedMs,
  };
}

/**
 * Whether the first post of a story stands, still waits, was told with others, or is not there (never planned, given up,
 * taken back).
 */
export function postedState(sent: readonly Delivery[]): 'no' | 'waiting' | 'folded' | 'yes' {
  const first = sent.findLast((row) => row.mode === 'post' && row.kind === 'alert');
  if (first === undefined || first.state === 'dead' || first.state === 'withdrawn') return 'no';
  if (first.state === 'skipped') return 'folded';
  return first.state === 'pending' && first.attempts === 0 ? 'waiting' : 'yes';
}

function delivery(
  input: PlanInput,
  place: Place,
  decision: NoticeDecision,
  kind: NoticeKind,
  compose: (kind: NoticeKind) => Message,
): NewDelivery {
  const { after } = input.change;
  const posted = postedState(place.sent);
  const stands = posted === 'yes' || posted === 'waiting';
  const mode = kind === 'update' ? 'edit' : kind === 'alert' || !stands ? 'post' : 'thread';
  // A post that nobody has seen yet has nothing to be updated from.
  const isUnseen = kind === 'update' && posted === 'waiting';
  const message = compose(isUnseen && input.change.kind !== 'withdrawal' ? 'alert' : kind);
  const shown = mode === 'thread' && place.preferences.broadcast !== 'none';
  const time = notBefore(input, place, kind);
  return {
    dedupeKey: `${after.id}:v${after.version}:${place.lane}:${kind}`,
    channel: place.channel,
    kind,
    storyId: after.id,
    storyVersion: after.version,
    message: shown ? { ...message, broadcast: true } : message,
    reason: reasonWords(decision, place.matches, mode !== 'edit' && time > latestReady(input)),
    notBefore: time,
    mode,
    ...(kind === 'update' ? { replacesUnsent: true } : {}),
    ...(decision.takesBack === true ? { takesBackUnsent: true } : {}),
  };
}

// Later than this only quiet hours make a post.
function latestReady(input: PlanInput): Instant {
  return input.now + (input.policy ?? DEFAULT_NOTICE_POLICY).pressWaitMs;
}

function reasonWords(
  decision: NoticeDecision,
  matches: readonly Subscription[],
  isDelayed: boolean,
): string {
  const filters = [...new Set(matches.map((one) => printFilter(one.filter) || 'everything'))];
  const asked = filters.length === 0 ? [] : [`asked for by: ${filters.slice(0, 3).join(' | ')}`];
  return noteQuiet([decision.reason, ...asked].join('; '), isDelayed ? 'delayed' : null);
}

function notBefore(input: PlanInput, place: Place, kind: NoticeKind): Instant {
  const { after, kind: change } = input.change;
  const policy = input.policy ?? DEFAULT_NOTICE_POLICY;
  const { now } = input;
  if (kind === 'alert') {
    const ready = isOfficial(after.rung) ? now : now + policy.pressWaitMs;
    return quietUntil(after, place.preferences, ready);
  }
  if (kind !== 'update') return quietUntil(after, place.preferences, now);
  if (postedState(place.sent) === 'waiting') return waitingUntil(input, place);
  const last = Math.max(...place.sent.map((row) => row.createdAt), 0);
  return change === 'more-sources' ? Math.max(now, last + policy.editIntervalMs) : now;
}

// The post that still waits goes out at once when an official source arrives, else when it would have gone.
function waitingUntil(input: PlanInput, place: Place): Instant {
  const { after } = input.change;
  if (isOfficial(after.rung)) return quietUntil(after, place.preferences, input.now);
  const planned = place.sent.findLast((row) => row.mode === 'post' && row.kind === 'alert');
  return planned?.notBefore ?? input.now;
}

// One message a kind, however many channels get it.
function createComposer(change: StoryChange, now: Instant): (kind: NoticeKind) => Message {
  const made = new Map<NoticeKind, Message>();
  return (kind) => {
    const known = made.get(kind) ?? composeMessage(change, now, kind);
    made.set(kind, known);
    return known;
  };
}

function composeMessage(change: StoryChange, now: Instant, kind: NoticeKind): Message {
  const { after } = change;
  switch (kind) {
    case 'update':
      return change.kind === 'withdrawal'
        ? storyWithdrawnMessage(after, now)
        : storyUpdateMessage(change, now);
    case 'change':
      return storyChangeMessage(change);
    case 'correction':
      return storyCorrectionMessage(change);
    case 'withdrawal':
      return storyWithdrawalMessage(after);
    case 'alert':
    case 'digest':
    case 'system':
      return storyMessage(after, now);
    default:
      return kind satisfies never;
  }
}
