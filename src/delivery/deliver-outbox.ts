// Empties the outbox: claims what is due, sends it through its channel, writes down what became of it. In: store,
// channels, clock. Out: a deliverer to start, wake and drain. What follows from an outcome is decided in
// `after-attempt.ts`; this file makes exactly one request an attempt and never retries by itself.
import type { Instant } from '../domain/day.ts';
import type { ClaimedDelivery, DeliveryState, SendOutcome } from '../domain/delivery.ts';
import type { Platform } from '../domain/subscription.ts';
import type { Store } from '../ports/store.ts';
import type { ChannelPort, Clock, Log } from '../ports/world.ts';
import {
  type AfterAttempt,
  type AttemptContext,
  afterAttempt,
  beforeAttempt,
  type DeliveryLimits,
} from './after-attempt.ts';

/** Instants at which a test may kill the process; each is named for what has just happened. */
export type CrashPoint = 'after-claim' | 'in-flight' | 'accepted-before-record' | 'after-record';

export type DelivererLimits = DeliveryLimits & {
  /** Messages on the wire at once: as many may be unclear after a crash. */
  readonly maxInFlight: number;
  /** Longer than the time-out of a request, or a slow answer is posted twice with no fault at all. */
  readonly leaseMs: number;
  /** The time-out of one request. */
  readonly requestMs: number;
  /** How often the outbox is looked at when nobody wakes the deliverer. */
  readonly pollMs: number;
};

export type DelivererParts = {
  readonly store: Store;
  readonly ports: ReadonlyMap<Platform, ChannelPort>;
  readonly clock: Clock;
  readonly log: Log;
  readonly limits: DelivererLimits;
  /** In [0, 1). */
  readonly random: () => number;
  readonly crashPoint?: (name: CrashPoint) => void;
};

/** What one round did. `late`: the answer came after somebody else had taken the delivery. */
export type DeliveryCounts = { readonly claimed: number; readonly late: number } & {
  readonly [state in DeliveryState]: number;
};

export type Deliverer = {
  /** Claims once, as much as may be in flight, and waits for all of it. */
  runOnce(): Promise<DeliveryCounts>;
  /** Goes on until `drain`. */
  start(): void;
  /** Something was enqueued: do not wait for the next poll. */
  wake(): void;
  /** Claims nothing more and waits for what is in flight. Returns how many were still unanswered at the end. */
  drain(timeoutMs: number): Promise<number>;
};

/** Between two tries to write down an outcome while the database does not answer. */
const RECORD_RETRY_MS = 1_000;

type Ending = DeliveryState | 'late';

/** See `Deliverer`. Nothing here throws for a fault of a platform or of the database: it is logged and tried again. */
export function createDeliverer(parts: DelivererParts): Deliverer {
  const { store, clock, log, limits } = parts;
  const inFlight = new Set<Promise<Ending>>();
  let running = false;
  let pumping = false;
  let wokenWhilePumping = false;
  let timer: NodeJS.Timeout | undefined;

  /** Claims as many as there are free places and sets them going. */
  async function launch(): Promise<readonly Promise<Ending>[]> {
    const now = clock.now();
    await store.expireLeases(now, limits.quietMs);
    const limit = limits.maxInFlight - inFlight.size;
    if (limit <= 0) return [];
    const claimed = await store.claimDeliveries({ now, limit, leaseMs: limits.leaseMs });
    if (claimed.length > 0) parts.crashPoint?.('after-claim');
    return claimed.map((delivery) => {
      const sending = attempt(parts, delivery).finally(() => {
        inFlight.delete(sending);
        if (running) void pump();
      });
      inFlight.add(sending);
      return sending;
    });
  }

  async function pump(): Promise<void> {
    if (pumping) {
      wokenWhilePumping = true;
      return;
    }
    pumping = true;
    clearTimeout(timer);
    try {
      do {
        wokenWhilePumping = false;
        await launch();
      } while (wokenWhilePumping && running);
    } catch (error) {
      log.error('the outbox could not be read', { reason: reasonOf(error) });
    }
    pumping = false;
    if (running) timer = setTimeout(() => void pump(), limits.pollMs);
  }

  return {
    async runOnce() {
      return countEndings(await Promise.all(await launch()));
    },
    start() {
      if (running) return;
      running = true;
      void pump();
    },
    wake() {
      if (running) void pump();
    },
    async drain(timeoutMs) {
      running = false;
      clearTimeout(timer);
      await Promise.race([Promise.allSettled([...inFlight]), waitMs(timeoutMs)]);
      return inFlight.size;
    },
  };
}

/** One attempt from the lease to the record. Never rejects. */
async function attempt(parts: DelivererParts, delivery: ClaimedDelivery): Promise<Ending> {
  const { clock, limits, random } = parts;
  const context = (): AttemptContext => ({ now: clock.now(), random: random(), limits });
  const refused = beforeAttempt(delivery, context()) ?? withoutTime(delivery, context(), limits);
  if (refused !== null) return record(parts, delivery, refused);
  const outcome = await send(parts, delivery);
  parts.crashPoint?.('accepted-before-record');
  const after = afterAttempt(delivery, outcome, context());
  const ending = await record(parts, delivery, after);
  parts.crashPoint?.('after-record');
  await pause(parts, delivery, after);
  return ending;
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

async function send(parts: DelivererParts, delivery: ClaimedDelivery): Promise<SendOutcome> {
  const { ports, log } = parts;
  const port = ports.get(delivery.channel.platform);
  if (port === undefined) return notConnected(delivery.channel.platform);
  const { settings, message, mode, firstReceipt, possibleRepeat, id } = delivery;
  const options = {
    threadOf: mode === 'thread' ? firstReceipt : null,
    possibleRepeat,
    deliveryId: id,
  };
  try {
    const answer =
      mode === 'edit' && firstReceipt !== null
        ? port.edit(settings, firstReceipt, message, options)
        : port.send(settings, message, options);
    parts.crashPoint?.('in-flight');
    return await answer;
  } catch (error) {
    // A fault of ours, in rendering or after the request: nobody can tell which.
    log.error('a channel failed instead of answering', {
      deliveryId: id,
      platform: delivery.channel.platform,
      reason: reasonOf(error),
    });
    return { kind: 'ambiguous', reason: 'a fault of this program while sending' };
  }
}

/** Its messages wait, and cost no attempt, until the program runs with the platform's credentials again. */
function notConnected(platform: Platform): SendOutcome {
  return {
    kind: 'not-sent',
    reason: `${platform} is not connected`,
    retryAfterMs: 60_000,
    rateLimited: true,
  };
}

// A database that is away must not turn a message that was accepted into one that is sent again: the outcome is kept
// until nobody would still take it.
async function record(
  parts: DelivererParts,
  delivery: ClaimedDelivery,
  after: AfterAttempt,
): Promise<Ending> {
  const { store, clock, log, limits } = parts;
  const useless: Instant = delivery.leaseUntil + limits.quietMs;
  for (;;) {
    try {
      if (await store.recordAttempt(delivery, after, clock.now())) return after.state;
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
    await waitMs(RECORD_RETRY_MS);
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

function countEndings(endings: readonly Ending[]): DeliveryCounts {
  const counts: Record<Ending, number> = {
    pending: 0,
    sending: 0,
    retry: 0,
    unknown: 0,
    sent: 0,
    dead: 0,
    skipped: 0,
    late: 0,
  };
  for (const ending of endings) counts[ending] += 1;
  return { ...counts, claimed: endings.length };
}

function waitMs(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : 'unknown';
}
