// What follows from one attempt to send: sent, again later, unclear, or given up. In: the delivery, what the platform
// said, the instant and a random number. Out: the new state, and whether a channel or a tenant is to be paused.
// Pure; the promise it keeps: nothing is lost, and a copy that may be a second one says so.
import { HOUR_MS, type Instant, MINUTE_MS, SECOND_MS } from '../domain/day.ts';
import type { ClaimedDelivery, SendOutcome } from '../domain/delivery.ts';
import type { Message } from '../domain/message.ts';
import type { DeliveryTransition } from '../ports/store.ts';
import { isPlain, toPlainMessage } from './plain-form.ts';

export type DeliveryLimits = {
  /** Least time between two messages to one channel; Slack allows about one a second. */
  readonly laneIntervalMs: number;
  /** After an attempt without a clear answer: longer than the time-out of a request and the lag of a slow platform. */
  readonly quietMs: number;
  /** Attempts with an unclear end after which even what can be looked for is given up. */
  readonly unclearAttempts: number;
  /** First wait after a refused connection and the like; doubled with each attempt. */
  readonly firstRetryMs: number;
  readonly longestRetryMs: number;
  /** What surely was not sent is tried at least this often, and at least for `giveUpAfterMs`. */
  readonly minAttempts: number;
  readonly giveUpAfterMs: number;
  /** Wait after "too many requests" without a time. */
  readonly rateLimitWaitMs: number;
};

export const DEFAULT_DELIVERY_LIMITS: DeliveryLimits = {
  laneIntervalMs: SECOND_MS,
  // The time-out of a request is 10 s.
  quietMs: 70 * SECOND_MS,
  unclearAttempts: 4,
  firstRetryMs: 2 * SECOND_MS,
  longestRetryMs: 5 * MINUTE_MS,
  minAttempts: 5,
  giveUpAfterMs: 24 * HOUR_MS,
  rateLimitWaitMs: 30 * SECOND_MS,
};

export type AttemptContext = {
  readonly now: Instant;
  /** In [0, 1): spreads the attempts of many channels. */
  readonly random: number;
  readonly limits: DeliveryLimits;
  /** The platform can be asked whether a message stands in the channel. */
  readonly canLook: boolean;
  /** What was sent said that it may be a repeat: nobody could tell whether an earlier copy stands. */
  readonly wasMarked?: boolean;
};

/** The transition to write, and what is to be paused with which reason. */
export type AfterAttempt = DeliveryTransition & {
  readonly pauseChannel: string | null;
  readonly pauseTenant: string | null;
};

/** A wait that a platform asks for is kept, but not beyond a day: more is a broken header. */
const LONGEST_ASKED_WAIT_MS = 24 * HOUR_MS;

/** Each further unclear attempt waits this many times longer. */
const QUIET_GROWTH = 5;

/** The table of outcome classes and what each leads to; the promise behind it is in docs/adr/003-outbox-and-epoch.md. */
export function afterAttempt(
  delivery: ClaimedDelivery,
  outcome: SendOutcome,
  context: AttemptContext,
): AfterAttempt {
  switch (outcome.kind) {
    case 'sent':
      return {
        ...unchanged(delivery, context),
        state: 'sent',
        receipt: outcome.receipt,
        attempts: delivery.attempts + 1,
      };
    case 'not-sent':
      return outcome.rateLimited
        ? afterRateLimit(delivery, outcome.reason, outcome.retryAfterMs, context)
        : afterNotSent(delivery, outcome.reason, outcome.retryAfterMs, context);
    case 'ambiguous':
      return afterUnclear(delivery, outcome.reason, context);
    case 'channel-gone':
      return { ...gone(delivery, outcome.reason, context), pauseChannel: outcome.reason };
    case 'tenant-gone':
      return { ...gone(delivery, outcome.reason, context), pauseTenant: outcome.reason };
    case 'bad-payload':
      return afterBadPayload(delivery, outcome.reason, context);
  }
}

/**
 * What must not be sent although it is due: a digest that may stand already and cannot be looked for. Null: send it. A
 * digest that somebody asked to have sent again (its attempts are counted anew then) is sent, and marked.
 */
export function beforeAttempt(
  delivery: ClaimedDelivery,
  context: AttemptContext,
): AfterAttempt | null {
  const repeats = delivery.kind === 'digest' && delivery.possibleRepeat && delivery.attempts > 0;
  return repeats && !context.canLook
    ? givenUp(delivery, notRepeated(delivery.lastError), context)
    : null;
}

/**
 * The platform was asked first and gave no answer: nothing was risked, and no attempt is counted. A channel whose next message
 * may be a repeat goes on with what comes after it.
 */
export function afterSilence(
  delivery: ClaimedDelivery,
  reason: string,
  context: AttemptContext,
): AfterAttempt {
  const { now, limits, random } = context;
  const wait = delivery.possibleRepeat
    ? `${mayStand(reason)}, and is not repeated yet`
    : `${reason}; not tried yet`;
  const waiting = kept(delivery, wait, context);
  if (delivery.possibleRepeat) {
    const isOver = delivery.attempts > 0 && now - delivery.createdAt >= limits.giveUpAfterMs;
    if (isOver) return givenUp(delivery, mayStand(reason), context);
    return { ...waiting, notBefore: now + Math.floor(limits.quietMs * (1 + random / 10)) };
  }
  const at = now + backOffMs(delivery.attempts, context);
  return {
    ...waiting,
    // What was never tried can still take a later text.
    state: delivery.attempts === 0 ? 'pending' : 'retry',
    notBefore: at,
    laneReadyAt: Math.max(at, now + limits.laneIntervalMs),
  };
}

// One channel waits; its neighbours do not. Being asked to wait is no failure, so it costs no attempt.
function afterRateLimit(
  delivery: ClaimedDelivery,
  reason: string,
  retryAfterMs: number | null,
  context: AttemptContext,
): AfterAttempt {
  const asked = believable(retryAfterMs ?? context.limits.rateLimitWaitMs);
  const at = context.now + asked + Math.floor(context.random * SECOND_MS);
  return {
    ...kept(delivery, reason, context),
    notBefore: at,
    laneReadyAt: Math.max(at, context.now + context.limits.laneIntervalMs),
  };
}

// The whole lane waits, so that the channel's messages keep their order.
function afterNotSent(
  delivery: ClaimedDelivery,
  reason: string,
  retryAfterMs: number | null,
  context: AttemptContext,
): AfterAttempt {
  const { now, limits } = context;
  const attempts = delivery.attempts + 1;
  if (attempts >= limits.minAttempts && now - delivery.createdAt >= limits.giveUpAfterMs) {
    return givenUp(delivery, reason, context);
  }
  const asked = believable(retryAfterMs ?? 0);
  const at = now + Math.max(asked, backOffMs(delivery.attempts, context));
  return {
    ...kept(delivery, reason, context),
    attempts,
    notBefore: at,
    laneReadyAt: Math.max(at, now + limits.laneIntervalMs),
  };
}

// What a header says may be negative, years, or no number.
function believable(waitMs: number): number {
  return Number.isNaN(waitMs) ? 0 : Math.min(Math.max(waitMs, 0), LONGEST_ASKED_WAIT_MS);
}

function afterUnclear(
  delivery: ClaimedDelivery,
  reason: string,
  context: AttemptContext,
): AfterAttempt {
  // Editing twice leaves one post: nothing to be careful about.
  if (delivery.mode === 'edit') return afterNotSent(delivery, reason, null, context);
  const isOnce = delivery.kind === 'digest';
  const isLast = delivery.unclearAttempts + 1 >= context.limits.unclearAttempts;
  // One marked copy is enough of a bother: a second one is for people to ask for.
  if (context.wasMarked === true || isLast || (isOnce && !context.canLook)) {
    return givenUp(delivery, isOnce ? notRepeated(reason) : mayStand(reason), context);
  }
  const wait = context.limits.quietMs * QUIET_GROWTH ** delivery.unclearAttempts;
  return {
    ...kept(delivery, reason, context),
    state: 'unknown',
    attempts: delivery.attempts + 1,
    // Later at random, never earlier: an early look defeats the quiet wait.
    notBefore: context.now + Math.floor(wait * (1 + context.random / 10)),
  };
}

function mayStand(reason: string): string {
  return `${reason}; it may have been posted`;
}

function notRepeated(reason: string | null): string {
  return `${reason ?? 'no clear answer'}; it may have been posted, and a digest is not repeated`;
}

function afterBadPayload(
  delivery: ClaimedDelivery,
  reason: string,
  context: AttemptContext,
): AfterAttempt {
  const plain = plainOrNull(delivery.message);
  if (plain === null) return givenUp(delivery, reason, context);
  return { ...kept(delivery, reason, context), attempts: delivery.attempts + 1, message: plain };
}

// Null when it is as plain as it gets, or so broken that not even its words can be had.
function plainOrNull(message: Message): Message | null {
  try {
    return isPlain(message) ? null : toPlainMessage(message);
  } catch {
    return null;
  }
}

function givenUp(delivery: ClaimedDelivery, reason: string, context: AttemptContext): AfterAttempt {
  return {
    ...unchanged(delivery, context),
    state: 'dead',
    error: reason,
    attempts: delivery.attempts + 1,
  };
}

// Stays in the outbox, to be sent as soon as the lane runs.
function kept(delivery: ClaimedDelivery, reason: string, context: AttemptContext): AfterAttempt {
  return { ...unchanged(delivery, context), state: 'retry', error: reason };
}

// The lane rests until the pause is written too: that is a commit of its own, and nobody is to ask again in between.
function gone(delivery: ClaimedDelivery, reason: string, context: AttemptContext): AfterAttempt {
  const { laneIntervalMs, firstRetryMs } = context.limits;
  const laneReadyAt = context.now + Math.max(laneIntervalMs, firstRetryMs);
  return { ...kept(delivery, reason, context), laneReadyAt };
}

function unchanged(
  delivery: ClaimedDelivery,
  { now, limits }: AttemptContext,
): Omit<AfterAttempt, 'state'> {
  return {
    laneReadyAt: now + limits.laneIntervalMs,
    notBefore: now,
    receipt: null,
    error: null,
    attempts: delivery.attempts,
    message: null,
    pauseChannel: null,
    pauseTenant: null,
  };
}

// Between half and the whole of an exponential wait.
function backOffMs(attempts: number, { random, limits }: AttemptContext): number {
  const whole = Math.min(limits.firstRetryMs * 2 ** attempts, limits.longestRetryMs);
  return Math.floor(whole * (0.5 + random / 2));
}
