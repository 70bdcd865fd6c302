// One attempt at one delivery, from the lease to the record. In: a claimed delivery. Out: the state it was left in.
// Makes at most one request, and keeps the outcome until it is written down. Decides nothing: see `after-attempt.ts`.
import { HOUR_MS, type Instant, SECOND_MS } from '../domain/day.ts';
import type { ClaimedDelivery, DeliveryState, SendOutcome } from '../domain/delivery.ts';
import { RenderFaultError } from '../domain/render-fault.ts';
import type { Platform } from '../domain/subscription.ts';
import type { Store } from '../ports/store.ts';
import type { ChannelPort, Clock, Log } from '../ports/world.ts';
import {
  type AfterAttempt,
  type AttemptContext,
  afterAttempt,
  afterSilence,
  beforeAttempt,
  DEFAULT_DELIVERY_LIMITS,
  type DeliveryLimits,
} from './after-attempt.ts';
import { askFirst, type PlatformDoubt } from './ask-first.ts';
import { catchUpMessage, isOverdue, mayBeFolded } from './deliver-outbox-catch-up.ts';
import { lookForEarlier } from './look-for-earlier.ts';

/** Instants at which a test may kill the process; each is named for what has just happened. */
export type CrashPoint = 'after-claim' | 'in-flight' | 'accepted-before-record' | 'after-record';

export type DelivererLimits = DeliveryLimits & {
  /** Messages to one platform between the commits of claim and record, at rest: as many may be unclear after a crash. */
  readonly maxInFlight: number;
  /** Longer than the time-out of a request, or a slow answer is posted twice with no fault at all. */
  readonly leaseMs: number;
  /** The time-out of one request. */
  readonly requestMs: number;
  /** What is later than this is told in one message with everything else that is. */
  readonly foldAfterMs: number;
  /** How often the outbox is looked at when nobody wakes the deliverer. */
  readonly pollMs: number;
  /** How soon a platform that is down is asked again. */
  readonly firstProbeMs: number;
};

export const DEFAULT_DELIVERER_LIMITS: DelivererLimits = {
  ...DEFAULT_DELIVERY_LIMITS,
  maxInFlight: 10,
  leaseMs: 30 * SECOND_MS,
  requestMs: 10 * SECOND_MS,
  foldAfterMs: 6 * HOUR_MS,
  pollMs: SECOND_MS / 2,
  firstProbeMs: 15 * SECOND_MS,
};

export type DelivererParts = {
  readonly store: Store;
  /** The platforms that are connected; messages to others wait. */
  readonly ports: ReadonlyMap<Platform, ChannelPort>;
  readonly clock: Clock;
  readonly log: Log;
  readonly limits: DelivererLimits;
  /** In [0, 1). */
  readonly random: () => number;
  readonly crashPoint?: (name: CrashPoint) => void;
};

/** The state a delivery was left in; `late`: the answer came after somebody else had taken it. */
export type DeliveryEnding = DeliveryState | 'late';

/** Between two tries to write down an outcome while the database does not answer. */
const RECORD_RETRY_MS = 1_000;

/** What an attempt needs to know of the platform, and tells of it. */
export type AttemptEars = PlatformDoubt & {
  /** What the platform said, and after what time. */
  outcome(outcome: SendOutcome, tookMs: number): void;
  /** True: the next commit of the store will hold the record. False: it does, or could not be made. */
  recording(isUnderWay: boolean): void;
};

/** One attempt from the lease to the record. Never rejects. */
export async function attemptDelivery(
  parts: DelivererParts,
  port: ChannelPort,
  claimed: ClaimedDelivery,
  ears: AttemptEars,
): Promise<DeliveryEnding> {
  const { clock, limits, random } = parts;
  const context = (): AttemptContext => ({
    now: clock.now(),
    random: random(),
    limits,
    canLook: port.find !== undefined,
  });
  const delivery = await withOverdue(parts, claimed);
  const refused = beforeAttempt(delivery, context()) ?? withoutTime(delivery, context(), limits);
  if (refused !== null) return record(parts, delivery, refused, ears);
  const after = await send(parts, port, delivery, { ears, context });
  parts.crashPoint?.('accepted-before-record');
  const ending = await record(parts, delivery, after, ears);
  parts.crashPoint?.('after-record');
  await pause(parts, delivery, after);
  return ending;
}

// After a long outage the channel gets one message instead of a burst. When that cannot be arranged it gets the burst.
async function withOverdue(
  { store, clock, log, limits }: DelivererParts,
  delivery: ClaimedDelivery,
): Promise<ClaimedDelivery> {
  const before = clock.now() - limits.foldAfterMs;
  if (!isOverdue(delivery, before)) return delivery;
  try {
    const overdue = (await store.overdueWith(delivery, before)).filter(mayBeFolded);
    if (overdue.length < 2) return delivery;
    const message = catchUpMessage(overdue);
    const ids = overdue.map(({ id }) => id);
    if (!(await store.foldInto(delivery, ids, message))) return delivery;
    log.info('overdue messages are told together', { ...delivery.channel, count: ids.length });
    return { ...delivery, message, mode: 'post', firstReceipt: null, storyId: null };
  } catch (error) {
    log.error('overdue messages could not be folded', { reason: reasonOf(error) });
    return delivery;
  }
}

// A process that was stopped between the claim and now may no longer own the delivery by the time it is sent.
function withoutTime(
  delivery: ClaimedDelivery,
  { now }: AttemptContext,
  { requestMs }: DelivererLimits,
): AfterAttempt | null {
  if (now + requestMs < delivery.leaseUntil) return null;
  return {
    state: 'retry',
    laneReadyAt: now,
    notBefore: now,
    receipt: null,
    error: 'the sender was held up',
    attempts: delivery.attempts,
    message: null,
    pauseChannel: null,
    pauseTenant: null,
  };
}

async function send(
  parts: DelivererParts,
  port: ChannelPort,
  delivery: ClaimedDelivery,
  { ears, context }: { readonly ears: AttemptEars; readonly context: () => AttemptContext },
): Promise<AfterAttempt> {
  const { clock, limits } = parts;
  const look = await lookForEarlier(port, delivery, { clock, requestMs: limits.requestMs });
  if (look.kind === 'known') return afterAttempt(delivery, look.outcome, context());
  const { possibleRepeat } = look;
  const refused = await askFirst(port, delivery, possibleRepeat, ears);
  if (refused?.kind === 'ambiguous') return afterSilence(delivery, refused.reason, context());
  if (refused !== null) return afterAttempt(delivery, refused, context());
  const late = withoutTime(delivery, context(), limits);
  if (late !== null) return late;
  const outcome = await request(parts, port, delivery, { ears, possibleRepeat });
  return afterAttempt(delivery, outcome, { ...context(), wasMarked: possibleRepeat });
}

async function request(
  parts: DelivererParts,
  port: ChannelPort,
  { settings, message, mode, firstReceipt, id }: ClaimedDelivery,
  { ears, possibleRepeat }: { readonly ears: AttemptEars; readonly possibleRepeat: boolean },
): Promise<SendOutcome> {
  const { clock } = parts;
  const options = {
    threadOf: mode === 'thread' ? firstReceipt : null,
    possibleRepeat,
    deliveryId: id,
  };
  const startedAt = clock.now();
  try {
    const answer =
      mode === 'edit' && firstReceipt !== null
        ? port.edit(settings, firstReceipt, message, options)
        : port.send(settings, message, options);
    parts.crashPoint?.('in-flight');
    const outcome = await answer;
    ears.outcome(outcome, clock.now() - startedAt);
    return outcome;
  } catch (error) {
    // A fault of ours, in rendering or after the request: nobody can tell which.
    parts.log.error('a channel failed instead of answering', {
      deliveryId: id,
      platform: port.platform,
      reason: reasonOf(error),
    });
    if (error instanceof RenderFaultError) return { kind: 'bad-payload', reason: error.message };
    return { kind: 'ambiguous', reason: 'a fault of this program while sending' };
  }
}

// A database that is away must not turn a message that was accepted into one that is sent again: the outcome is kept
// until nobody would still take it.
async function record(
  parts: DelivererParts,
  delivery: ClaimedDelivery,
  after: AfterAttempt,
  ears: AttemptEars,
): Promise<DeliveryEnding> {
  const { store, clock, log, limits } = parts;
  const useless: Instant = delivery.leaseUntil + limits.quietMs;
  if (after.state === 'dead') {
    log.warn('a post is given up', {
      ...delivery.channel,
      deliveryId: delivery.id,
      reason: after.error,
    });
  }
  for (;;) {
    try {
      const recorded = store.recordAttempt(delivery, after, clock.now());
      ears.recording(true);
      const isOurs = await recorded.finally(() => ears.recording(false));
      if (isOurs) return after.state;
      log.warn('an answer came after the lease had passed on', { deliveryId: delivery.id });
      return 'late';
    } catch (error) {
      log.error('an outcome could not be written down', {
        deliveryId: delivery.id,
        state: after.state,
        reason: reasonOf(error),
      });
    }
    if (clock.now() >= useless) return 'late';
    await waitMs(RECORD_RETRY_MS).over;
  }
}

async function pause(
  { store, clock, log }: DelivererParts,
  { channel }: ClaimedDelivery,
  { pauseChannel, pauseTenant }: AfterAttempt,
): Promise<void> {
  const { platform, tenantId } = channel;
  try {
    if (pauseChannel !== null && (await store.pauseChannel(channel, pauseChannel, clock.now()))) {
      log.warn('a channel is paused', { ...channel, reason: pauseChannel });
    }
    if (pauseTenant === null) return;
    const settings = await store.channels();
    for (const { channel: other } of settings) {
      if (other.platform !== platform || other.tenantId !== tenantId) continue;
      await store.pauseChannel(other, pauseTenant, clock.now());
    }
    log.warn('a tenant is paused', { platform, tenantId, reason: pauseTenant });
  } catch (error) {
    // The next attempt finds the same and pauses then.
    log.error('a channel could not be paused', { ...channel, reason: reasonOf(error) });
  }
}

/** A wait that can be given up. */
export function waitMs(ms: number): { readonly over: Promise<void>; cancel(): void } {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  return { over, cancel: () => clearTimeout(timer) };
}

/** Words of a fault for the log, without its stack. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : 'unknown';
}
