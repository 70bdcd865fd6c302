// What one channel's digest holds: the stories its subscriptions take that are new or changed since the digest before,
// muted ones included. Pure; whether a digest is due is decided in digest-schedule.ts.

import { DAY_MS, type Instant } from '../domain/day.ts';
import type { Delivery, NewDelivery } from '../domain/delivery.ts';
import type { LedgerEntry } from '../domain/measure.ts';
import type { Message, Span } from '../domain/message.ts';
import type { Story } from '../domain/story.ts';
import {
  type ChannelSettings,
  DEFAULT_PREFERENCES,
  laneOf,
  type Mute,
  type Subscription,
} from '../domain/subscription.ts';
import { type DigestDate, type DigestStory, digestMessage } from '../messages/digest-message.ts';
import type { FeedHealth } from '../messages/feed-health.ts';
import type { DueDigest } from './digest-schedule.ts';
import { explainFilter } from './explain-filter.ts';
import { findMute } from './mutes.ts';
import { readStoryTerms } from './story-terms.ts';

/** So many of a channel's last deliveries are looked at for corrections. */
export const RECENTLY_TOLD = 100;

export type DigestInput = {
  readonly channel: ChannelSettings;
  readonly due: DueDigest;
  /** Of this channel. Without any the digest tells everything. */
  readonly subscriptions: readonly Subscription[];
  /** Stories updated since `due.since`; others are left out here. */
  readonly stories: readonly Story[];
  /** Ledger entries recorded since `due.since`; others are left out here. */
  readonly entries: readonly LedgerEntry[];
  readonly mutes: readonly Mute[];
  /** What this channel was told lately (`RECENTLY_TOLD`); corrections among it are told once more. */
  readonly sent: readonly Delivery[];
  readonly coming: readonly DigestDate[];
  readonly feeds: FeedHealth;
  readonly now: Instant;
};

/**
 * `due` with the window of the digests right before it that were given up: a digest is not repeated when it may have been
 * posted, so that the next one tells what was in it. `sent`: what this channel was told lately.
 */
export function withHeldDigests(due: DueDigest, sent: readonly Delivery[]): DueDigest {
  const digests = sent
    .filter(({ kind }) => kind === 'digest')
    .toSorted((one, other) => other.id - one.id);
  const lastGood = digests.findIndex(({ state }) => state !== 'dead');
  const held = lastGood === -1 ? digests : digests.slice(0, lastGood);
  const oldest = held.at(-1);
  if (oldest === undefined) return due;
  const since = digests[lastGood]?.createdAt ?? oldest.createdAt - DAY_MS;
  return { ...due, since: Math.min(due.since, since) };
}

/**
 * The digest of one channel, or null when there is nothing to tell and the channel wants no empty digest: the caller then
 * notes the day all the same. `dedupeKey` is `digest:<lane>:<local day>`.
 */
export function planDigest(input: DigestInput): NewDelivery | null {
  const { channel, due, now } = input;
  const lane = laneOf(channel.channel);
  const { stories, corrections } = partCorrections(storiesForDigest(input), input);
  const entries = input.entries.filter(
    (entry) => entry.origin !== 'seed' && entry.recordedAt > due.since && entry.recordedAt <= now,
  );
  const emptyAs = (channel.preferences ?? DEFAULT_PREFERENCES).emptyDigest;
  const isEmpty = stories.length + corrections.length + entries.length === 0;
  if (isEmpty && emptyAs === 'none') return null;
  return {
    dedupeKey: `digest:${lane}:${due.day}`,
    channel: channel.channel,
    kind: 'digest',
    storyId: null,
    storyVersion: null,
    message: digestMessage(
      {
        day: due.day,
        zone: channel.digest?.zone ?? 'UTC',
        since: due.since,
        now,
        stories,
        corrections,
        entries,
        coming: input.coming,
        feeds: input.feeds,
      },
      emptyAs === 'line',
    ),
    reason: `the digest of ${due.day}, due at ${new Date(due.at).toISOString()}`,
    notBefore: now,
    mode: 'post',
  };
}

/**
 * What was told wrong stands apart: stories that were corrected or withdrawn in this channel, and those that an earlier digest
 * may have told. A story that was withdrawn before anybody was told of it is told to nobody.
 */
function partCorrections(
  all: readonly DigestStory[],
  { sent, due }: Pick<DigestInput, 'sent' | 'due'>,
): { readonly stories: readonly DigestStory[]; readonly corrections: readonly DigestStory[] } {
  const corrected = sent
    .filter(({ kind }) => kind === 'correction' || kind === 'withdrawal')
    .filter(({ createdAt }) => createdAt > due.since)
    .toSorted((one, other) => one.id - other.id);
  const known = new Set(corrected.map(({ storyId }) => storyId));
  const isCorrection = ({ story, isNew }: DigestStory): boolean =>
    known.has(story.id) || (story.withdrawn !== null && !isNew);
  return {
    stories: all.filter((one) => !isCorrection(one) && one.story.withdrawn === null),
    corrections: all.filter(isCorrection).map((one) => ({
      ...one,
      setRight: corrected
        .filter(({ storyId }) => storyId === one.story.id)
        .flatMap(({ message }) => struckFacts(message)),
    })),
  };
}

/** The lines of a correction that strike a fact through. */
function struckFacts({ blocks }: Message): readonly (readonly Span[])[] {
  return blocks
    .flatMap((block) => (block.kind === 'list' ? block.items : []))
    .filter((item) => item.some(({ strike }) => strike === true));
}

/** The stories of the window that a subscription takes: new ones first, each part newest first. */
function storiesForDigest(input: DigestInput): readonly DigestStory[] {
  const { due, now, subscriptions } = input;
  const told = new Set(input.sent.filter(isTold).map(({ storyId }) => storyId));
  const lane = laneOf(input.channel.channel);
  return input.stories
    .filter((story) => story.updatedAt > due.since && story.updatedAt <= now)
    .filter((story) => subscriptions.length === 0 || takesAny(subscriptions, story))
    .map((story) => ({
      story,
      isNew: story.openedAt > due.since,
      // A mute that came after the post does not unsay it.
      wasSilent: !told.has(story.id) && findMute(input.mutes, lane, story, now) !== null,
    }))
    .toSorted(
      (one, other) =>
        Number(other.isNew) - Number(one.isNew) || other.story.updatedAt - one.story.updatedAt,
    );
}

/** A post of its own, or one message with others. */
function isTold({ mode, state }: Delivery): boolean {
  return mode === 'post' && (state === 'sent' || state === 'skipped');
}

function takesAny(subscriptions: readonly Subscription[], story: Story): boolean {
  const terms = readStoryTerms(story);
  return subscriptions.some((one) => explainFilter(one.filter, terms).matches);
}
