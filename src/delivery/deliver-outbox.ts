// Empties the outbox: claims what is due, sends it through its channel, writes down what became of it. In: store,
// channels, clock. Out: a deliverer to start, wake and drain. What follows from an outcome is decided in
// `after-attempt.ts`; this file makes exactly one request an attempt and never retries by itself.
import type { ClaimedDelivery, DeliveryState, SendOutcome } from '../domain/delivery.ts';
import type { Platform } from '../domain/subscription.ts';
import type { ChannelPort, Clock } from '../ports/world.ts';
import {
  type AttemptEars,
  attemptDelivery,
  type DelivererParts,
  type DeliveryEnding,
  reasonOf,
  waitMs,
} from './deliver-outbox-attempt.ts';
import { type Breaker, createBreaker } from './deliver-outbox-breaker.ts';
import { createWindow, type Window } from './deliver-outbox-window.ts';

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
  const expireLeases = createLeaseWatch(parts);
  // One pump a platform: while one does not answer, the others go on.
  const pumps = [...parts.ports.values()].map((port) => createPump(parts, port, expireLeases));
  return {
    async runOnce() {
      const rounds = await Promise.all(pumps.map((pump) => pump.launch()));
      return countEndings(await Promise.all(rounds.flat()));
    },
    start() {
      for (const pump of pumps) pump.start();
    },
    wake() {
      for (const pump of pumps) pump.wake();
    },
    async drain(timeoutMs) {
      const end = waitMs(timeoutMs);
      const left = await Promise.all(pumps.map((pump) => pump.drain(end.over)));
      end.cancel();
      return left.reduce((sum, count) => sum + count, 0);
    },
  };
}

type Pump = {
  launch(): Promise<readonly Promise<DeliveryEnding>[]>;
  start(): void;
  wake(): void;
  drain(timeOver: Promise<void>): Promise<number>;
};

/** Keeps one platform's wire filled. `expireLeases` runs before each claim. */
function createPump(
  parts: DelivererParts,
  port: ChannelPort,
  expireLeases: () => Promise<void>,
): Pump {
  const { clock, log, limits } = parts;
  const { platform } = port;
  const breaker = createBreaker(limits.firstProbeMs);
  const window = createWindow(limits.maxInFlight, port.atOnce ?? limits.maxInFlight);
  const ears = earsOf(parts, platform, { breaker, window });
  const backlog = createBacklogWatch(parts, platform, window);
  /** From the claim to the record: as much is unclear if this process dies. */
  const inFlight = new Set<Promise<DeliveryEnding>>();
  /** Those of them that the store's next commit takes off: the claim in that same commit may have their places. */
  let recording = 0;
  let running = false;
  let pumping = false;
  let wokenMeanwhile = false;
  let claiming: Promise<unknown> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;

  /** Claims as many as there are free places and sets them going. */
  async function launch(): Promise<readonly Promise<DeliveryEnding>[]> {
    await expireLeases();
    if (freePlaces() <= 0) return [];
    const sent = (await claim(parts, platform, freePlaces)).map(send);
    await backlog.look(sent.length, inFlight.size);
    return sent;
  }

  function freePlaces(): number {
    const taken = inFlight.size - recording;
    return breaker.allowance(clock.now(), window.size() - taken, taken);
  }

  function send(delivery: ClaimedDelivery): Promise<DeliveryEnding> {
    const sending = attemptDelivery(parts, port, delivery, {
      ...ears,
      recording(isUnderWay) {
        recording += isUnderWay ? 1 : -1;
        if (isUnderWay) wake();
      },
    }).finally(() => {
      inFlight.delete(sending);
      wake();
    });
    inFlight.add(sending);
    return sending;
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
    wokenMeanwhile = false;
    try {
      // The attempts themselves never reject, and wake this pump when they end.
      if (running) void (await launch());
    } catch (error) {
      log.error('the outbox could not be read', { platform, reason: reasonOf(error) });
    }
    pumping = false;
    if (!running) return;
    if (wokenMeanwhile) wake();
    else timer = setTimeout(wake, limits.pollMs);
  }

  return {
    launch,
    wake,
    start() {
      running = true;
      wake();
    },
    async drain(timeOver) {
      running = false;
      clearTimeout(timer);
      await Promise.race([claiming.then(() => Promise.allSettled(inFlight)), timeOver]);
      return inFlight.size;
    },
  };
}

function earsOf(
  parts: DelivererParts,
  platform: Platform,
  { breaker, window }: { readonly breaker: Breaker; readonly window: Window },
): Omit<AttemptEars, 'recording'> {
  const { clock, limits } = parts;
  return {
    isInDoubt: () => breaker.isOpen(),
    isSteady: () => breaker.isSteady(clock.now(), limits.quietMs),
    probed: (outcome) => noteOutcome(parts, platform, breaker, outcome),
    outcome(outcome, tookMs) {
      window.note(outcome, tookMs);
      noteOutcome(parts, platform, breaker, outcome);
    },
  };
}

function noteOutcome(
  { clock, log }: DelivererParts,
  platform: Platform,
  breaker: Breaker,
  outcome: SendOutcome | null,
): void {
  const wasOpen = breaker.isOpen();
  breaker.note(clock.now(), outcome);
  if (breaker.isOpen() === wasOpen) return;
  if (wasOpen) log.info('a platform answers again', { platform });
  else log.warn('a platform does not answer; its messages wait', { platform });
}

/** Looks for leases that ran out, no oftener than the outbox is polled. */
function createLeaseWatch({ store, clock, log, limits }: DelivererParts): () => Promise<void> {
  const pause = createPause(clock, limits.pollMs);
  return async () => {
    if (!pause.isOver()) return;
    const expired = await store.expireLeases(clock.now(), limits.quietMs);
    if (expired > 0) log.warn('deliveries were left without an answer', { count: expired });
  };
}

/** Tells the window how much waits, no oftener than the outbox is polled; without it the window stays small. */
function createBacklogWatch(
  { store, clock, log, limits }: DelivererParts,
  platform: Platform,
  window: Window,
): { look(claimed: number, underWay: number): Promise<void> } {
  const pause = createPause(clock, limits.pollMs);
  return {
    async look(claimed, underWay) {
      if (claimed === 0) {
        window.rest();
        pause.end();
        return;
      }
      if (!window.mayWiden() || !pause.isOver()) return;
      try {
        window.expect(underWay + (await store.countDue(clock.now(), platform, window.fullAt())));
      } catch (error) {
        log.warn('what is due could not be counted', { platform, reason: reasonOf(error) });
      }
    },
  };
}

/** Says yes when it is asked for the first time, after `end`, and `ms` after it said so last. */
function createPause(clock: Clock, ms: number): { isOver(): boolean; end(): void } {
  let next = Number.NEGATIVE_INFINITY;
  return {
    isOver() {
      const now = clock.now();
      // A clock that was set back must not put this off.
      if (now < next && next - now <= ms) return false;
      next = now + ms;
      return true;
    },
    end() {
      next = Number.NEGATIVE_INFINITY;
    },
  };
}

async function claim(
  parts: DelivererParts,
  platform: Platform,
  limit: () => number,
): Promise<readonly ClaimedDelivery[]> {
  const { store, clock, limits } = parts;
  const claimed = await store.claimDeliveries({
    now: clock.now(),
    limit,
    leaseMs: limits.leaseMs,
    platform,
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
    withdrawn: 0,
    late: 0,
  };
  for (const ending of endings) counts[ending] += 1;
  return { ...counts, claimed: endings.length };
}
