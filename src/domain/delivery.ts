// The outbox: what is to be sent, what a platform answered, and what follows from it.
import type { Instant } from './day.ts';
import type { Message } from './message.ts';
import type { ChannelRef, ChannelSettings } from './subscription.ts';

/** `alert`: a new story. `update`: its post is edited. `change`: surfaced once, in the thread. `system`: pause notices and the like. */
export type NoticeKind =
  | 'alert'
  | 'update'
  | 'change'
  | 'correction'
  | 'withdrawal'
  | 'digest'
  | 'system';

/**
 * `unknown`: the platform may or may not have accepted it; it is not sent again before a quiet wait.
 * `dead`: given up with a reason; listed, and can be sent again by hand. `skipped`: told by another message.
 * `withdrawn`: taken back before it went out, since its story was withdrawn.
 */
export type DeliveryState =
  | 'pending'
  | 'sending'
  | 'retry'
  | 'unknown'
  | 'sent'
  | 'dead'
  | 'skipped'
  | 'withdrawn';

/** What planning hands to the outbox. `dedupeKey` is unique for ever: planning twice enqueues once. */
export type NewDelivery = {
  readonly dedupeKey: string;
  readonly channel: ChannelRef;
  readonly kind: NoticeKind;
  readonly storyId: string | null;
  readonly storyVersion: number | null;
  readonly message: Message;
  /** Why it is sent, as the decision said it. */
  readonly reason: string;
  /** Not before this instant (group wait, quiet hours). */
  readonly notBefore: Instant;
  /** `edit`: replaces the story's first post in this channel; `thread`: answers it; `post`: stands by itself. */
  readonly mode: 'post' | 'edit' | 'thread';
  /**
   * True for an edit that carries the story's latest state. While this lane still holds a row of the same story that
   * was never attempted (its first post, or an older edit), the outbox writes message, version and the earlier
   * `notBefore` into that row and keeps this one as skipped, which remembers the dedupe key.
   */
  readonly replacesUnsent?: boolean;
  /**
   * True for the edit that tells of a withdrawal where the first post was never attempted. While that post still waits, it
   * and whatever waits of the story in this lane are taken back together with this edit: nobody is told anything.
   */
  readonly takesBackUnsent?: boolean;
  /** It is told in another message, named in words; kept as skipped, so that corrections and `why` find it. */
  readonly toldIn?: string;
};

export type Delivery = NewDelivery & {
  readonly id: number;
  /** Names its text: equal for equal messages, in hexadecimal digits. */
  readonly contentHash: string;
  readonly state: DeliveryState;
  readonly attempts: number;
  readonly createdAt: Instant;
  readonly attemptStartedAt: Instant | null;
  readonly sentAt: Instant | null;
  readonly receipt: string | null;
  readonly lastError: string | null;
};

/** A delivery that this process may send now, with the lease that proves it and the story's first post to edit or answer. */
export type ClaimedDelivery = Delivery & {
  readonly leaseToken: string;
  readonly leaseUntil: Instant;
  readonly firstReceipt: string | null;
  /** True when an earlier attempt may have been accepted: the copy must say that it is possibly a repeat. */
  readonly possibleRepeat: boolean;
  /** When it should have gone out: what it waits beyond this is delay. */
  readonly plannedFor: Instant;
  /** How many attempts ended without a clear answer. */
  readonly unclearAttempts: number;
  /** Where it goes, as the channel stood when this was claimed. */
  readonly settings: ChannelSettings;
};

/** What a platform said to one attempt, in the classes that steer what follows. */
export type SendOutcome =
  | { readonly kind: 'sent'; readonly receipt: string }
  | {
      readonly kind: 'not-sent';
      readonly reason: string;
      readonly retryAfterMs: number | null;
      readonly rateLimited: boolean;
    }
  | { readonly kind: 'ambiguous'; readonly reason: string }
  | { readonly kind: 'channel-gone'; readonly reason: string }
  | { readonly kind: 'tenant-gone'; readonly reason: string }
  | { readonly kind: 'bad-payload'; readonly reason: string };
