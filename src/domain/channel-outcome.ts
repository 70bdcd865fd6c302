// What became of an item or a story in one channel: exactly one of these. Types only.
import type { Instant } from './day.ts';
import type { ItemOutcome } from './item.ts';

export type ChannelOutcome =
  | { readonly kind: 'posted'; readonly at: Instant; readonly reason: string }
  | { readonly kind: 'waiting'; readonly until: Instant; readonly reason: string }
  /** It waits for as long as the channel is paused. */
  | { readonly kind: 'kept'; readonly reason: string }
  | { readonly kind: 'uncertain'; readonly reason: string }
  | { readonly kind: 'failed'; readonly reason: string }
  /** It came so late that it was told in one message with others. */
  | { readonly kind: 'folded'; readonly reason: string }
  /** The item never became a story, for the reason noted when it was read. */
  | { readonly kind: 'item'; readonly outcome: ItemOutcome; readonly reason: string }
  | { readonly kind: 'no-subscription' }
  | { readonly kind: 'filtered'; readonly terms: readonly string[] }
  | {
      readonly kind: 'muted';
      readonly subject: string;
      readonly until: Instant;
      /** It was muted when it came, and is not any more. */
      readonly isOver: boolean;
    }
  | { readonly kind: 'paused'; readonly reason: string }
  | { readonly kind: 'older-than-subscription'; readonly subscribedAt: Instant }
  | { readonly kind: 'withdrawn'; readonly reason: string }
  | { readonly kind: 'not-planned' };
