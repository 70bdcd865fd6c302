// Empties the outbox: claims what is due, sends it through its channel, writes down what became of it. In: store,
// channels, clock. Out: a deliverer to start, wake and drain. What follows from an outcome is decided in
// `after-attempt.ts`; this file makes exactly one request an attempt and never retries by itself.
import type { ClaimedDelivery, DeliveryState } from '../domain/delivery.ts';
import {
  attemptDelivery,
  type DelivererParts,
  type DeliveryEnding,
  reasonOf,
  waitMs,
} from './deliver-outbox-attempt.ts';

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

/** See `Deliverer`. Nothing here throws for a fault of a platform or of the database: it is logged and tried again. */
export function createDeliverer(parts: DelivererParts): Deliverer {
  const { log, limits } = parts;
  const inFlight = new Set<Promise<DeliveryEnding>>();
  const leases = createLeaseWatch(parts);
  let running = false;
  let pumping = false;
  let wokenMeanwhile = false;
  let claiming: Promise<unknown> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;

  /** Claims as many as there are free places and sets them going. */
  async function launch(): Promise<readonly Promise<DeliveryEnding>[]> {
    await leases.expire();
    const limit = limits.maxInFlight - inFlight.size;
    if (limit <= 0) return [];
    const claimed = await claim(parts, limit);
    return claimed.map((delivery) => {
      const sending = attemptDelivery(parts, delivery).finally(() => {
        inFlight.delete(sending);
        wake();
      });
      inFlight.add(sending);
      return sending;
    });
  }

  /** Answers that come together free their places together: one claim serves them all. */
  function wake(): void {
    wokenMeanwhile = true;
    if (!running || pumping) return;
    pumping = true;
    clearTimeout(timer);
    setImmediate(() => {
      claiming = pump();
    });
  }

  async function pump(): Promise<void> {
    try {
      while (running && wokenMeanwhile) {
        wokenMeanwhile = false;
        // The attempts themselves never reject, and wake this loop when they end.
        void (await launch());
      }
    } catch (error) {
      log.error('the outbox could not be read', { reason: reasonOf(error) });
    }
    pumping = false;
    if (running) timer = setTimeout(wake, limits.pollMs);
  }

  return {
    async runOnce() {
      return countEndings(await Promise.all(await launch()));
    },
    start() {
      running = true;
      wake();
    },
    wake,
    async drain(timeoutMs) {
      running = false;
      clearTimeout(timer);
      const end = waitMs(timeoutMs);
      await Promise.race([claiming.then(() => Promise.allSettled(inFlight)), end.over]);
      end.cancel();
      return inFlight.size;
    },
  };
}

/** Looks for leases that ran out, no oftener than the outbox is polled. */
function createLeaseWatch({ store, clock, log, limits }: DelivererParts): {
  expire(): Promise<void>;
} {
  let next = Number.NEGATIVE_INFINITY;
  return {
    async expire() {
      const now = clock.now();
      // A clock that was set back must not put this off.
      if (now < next && next - now <= limits.pollMs) return;
      next = now + limits.pollMs;
      const expired = await store.expireLeases(now, limits.quietMs);
      if (expired > 0) log.warn('deliveries were left without an answer', { count: expired });
    },
  };
}

async function claim(parts: DelivererParts, limit: number): Promise<readonly ClaimedDelivery[]> {
  const { store, clock, limits } = parts;
  const claimed = await store.claimDeliveries({
    now: clock.now(),
    limit,
    leaseMs: limits.leaseMs,
  });
  if (claimed.length > 0) parts.crashPoint?.('after-claim');
  return claimed;
}

function countEndings(endings: readonly DeliveryEnding[]): DeliveryCounts {
  const counts: Record<DeliveryEnding, number> = {
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
