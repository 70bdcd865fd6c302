// Why, and why not: the one named outcome of an item or a story in one channel, from what the store remembers. Pure.
import type { ChannelOutcome } from '../domain/channel-outcome.ts';
import type { Instant } from '../domain/day.ts';
import type { Delivery } from '../domain/delivery.ts';
import type { ItemOutcome } from '../domain/item.ts';
import type { Story } from '../domain/story.ts';
import {
  type ChannelSettings,
  laneOf,
  type Mute,
  type Subscription,
} from '../domain/subscription.ts';
import { explainFilter } from './explain-filter.ts';
import { findMute } from './mutes.ts';
import { readStoryTerms } from './story-terms.ts';

export type OutcomeInput = {
  /** What became of the item when it was read; null when the question is about a story. */
  readonly item: { readonly outcome: ItemOutcome; readonly reason: string } | null;
  readonly story: Story | null;
  readonly channel: ChannelSettings | null;
  /** Of this channel. */
  readonly subscriptions: readonly Subscription[];
  /** Deliveries of the story to this channel, in the order of planning. */
  readonly deliveries: readonly Delivery[];
  /** Of this channel, with those that ended after the story was last told. */
  readonly mutes: readonly Mute[];
  readonly now: Instant;
};

/** Outcomes of an item that ends there; the others go on as a story. */
const FINAL_OUTCOMES: ReadonlySet<ItemOutcome> = new Set([
  'baseline',
  'duplicate',
  'not-tariff-news',
  'routine',
  'correction',
  'held',
]);

/** The one outcome, the strongest evidence first: what was sent, what the item was, what kept it out. */
export function findChannelOutcome(input: OutcomeInput): ChannelOutcome {
  const delivered = deliveryOutcome(input.deliveries, input.channel);
  if (delivered !== null) return delivered;
  const { item, story } = input;
  if (story === null) {
    return item === null ? { kind: 'not-planned' } : { kind: 'item', ...item };
  }
  if (item !== null && FINAL_OUTCOMES.has(item.outcome)) return { kind: 'item', ...item };
  return storyOutcome(input, story);
}

function deliveryOutcome(
  deliveries: readonly Delivery[],
  channel: ChannelSettings | null,
): ChannelOutcome | null {
  const first = deliveries.findLast((row) => row.mode === 'post');
  if (first === undefined) return null;
  switch (first.state) {
    case 'sent':
      return { kind: 'posted', at: first.sentAt ?? first.createdAt, reason: first.reason };
    case 'pending':
    case 'retry':
    case 'sending':
      if (channel?.pausedReason) return { kind: 'kept', reason: channel.pausedReason };
      return {
        kind: 'waiting',
        until: first.notBefore,
        reason: first.lastError ?? first.reason,
      };
    case 'unknown':
      return { kind: 'uncertain', reason: first.lastError ?? 'the platform gave no clear answer' };
    case 'skipped':
      return { kind: 'folded', reason: first.lastError ?? 'told together with others' };
    // The story says by whom and why it was withdrawn.
    case 'withdrawn':
      return null;
    case 'dead':
      return { kind: 'failed', reason: first.lastError ?? 'given up' };
    default:
      return first.state satisfies never;
  }
}

function storyOutcome(input: OutcomeInput, story: Story): ChannelOutcome {
  const { subscriptions, channel, now } = input;
  if (story.withdrawn !== null) return { kind: 'withdrawn', reason: story.withdrawn };
  if (subscriptions.length === 0) return { kind: 'no-subscription' };
  const told = readStoryTerms(story);
  const verdicts = subscriptions.map((one) => ({ one, verdict: explainFilter(one.filter, told) }));
  const taking = verdicts.filter(({ verdict }) => verdict.matches).map(({ one }) => one);
  if (taking.length === 0) {
    const terms = verdicts.flatMap(({ verdict }) => (verdict.matches ? [] : [verdict.term]));
    return { kind: 'filtered', terms: [...new Set(terms)] };
  }
  const lane = channel === null ? null : laneOf(channel.channel);
  const mute = lane === null ? null : findMute(input.mutes, lane, story, now);
  if (mute !== null) return mutedBy(mute, now);
  if (channel?.pausedReason) return { kind: 'paused', reason: channel.pausedReason };
  const oldest = Math.min(...taking.map((one) => one.createdAt));
  if (oldest > story.openedAt) return { kind: 'older-than-subscription', subscribedAt: oldest };
  // Asked last: a mute that came after the story explains nothing that another reason explains.
  const earlier = lane === null ? null : findMute(input.mutes, lane, story, story.updatedAt);
  return earlier === null ? { kind: 'not-planned' } : mutedBy(earlier, now);
}

function mutedBy({ subject, until }: Mute, now: Instant): ChannelOutcome {
  return { kind: 'muted', subject, until, isOver: until <= now };
}
