// Plays the sample story to the program: jumps the story's clock from step to step and waits each time until the program
// has read and posted what the step brought. The clock jumps only while the program rests, so no lease runs out by a jump.
import { DAY_MS, HOUR_MS, type Instant, MINUTE_MS } from '../domain/day.ts';
import type { StoryPlayer } from '../ports/story-player.ts';
import type { Log } from '../ports/world.ts';
import type { SampleWire } from './sample-wire.ts';

/** Between two steps, so that a person can follow; the whole story takes about a minute. */
export const STEP_PAUSE_MS = 2_000;
/** Between steps the program is given its turn this often: commands may have planned something to be sent. */
const BEAT_MS = 250;
/** Just after the hour at which the demo's digest is due, in UTC (London in winter; an hour late in summer). */
const MORNING_MS = 8 * HOUR_MS + 31 * MINUTE_MS;

export type DemoPlayer = StoryPlayer & {
  /** Reads the baseline, then goes on by itself while running. */
  start(): Promise<void>;
  /** Takes no further step and resolves when the one under way has ended. */
  stop(): Promise<void>;
};

export type DemoPlayerOptions = {
  readonly wire: SampleWire;
  /** Polls what is due, plans what is due, sends what is due: until nothing is left to do at the story's instant. */
  settle(): Promise<void>;
  readonly log: Log;
  readonly pauseMs?: number;
};

export function createDemoPlayer(options: DemoPlayerOptions): DemoPlayer {
  const { wire } = options;
  const pauseMs = options.pauseMs ?? STEP_PAUSE_MS;
  const listeners = new Set<() => void>();
  let isRunning = true;
  let isStopped = false;
  let restedMs = 0;
  let timer: NodeJS.Timeout | null = null;
  let turn: Promise<void> = Promise.resolve();

  const changed = (): void => {
    for (const listener of listeners) listener();
  };

  /** Steps and beats never overlap. */
  function inTurn(work: () => Promise<void>): Promise<void> {
    turn = turn.then(work).catch((fault: unknown) => {
      options.log.error('a step of the sample story failed', { fault });
    });
    return turn;
  }

  async function takeStep(): Promise<void> {
    const next = wire.nextAt();
    if (isStopped || next === null) return;
    restedMs = 0;
    const morning = morningBefore(next);
    if (morning > wire.now()) {
      wire.wait(morning);
      await options.settle();
    }
    wire.advance();
    changed();
    await options.settle();
    if (wire.nextAt() === null) changed();
  }

  function beat(): void {
    timer = setTimeout(() => {
      restedMs += BEAT_MS;
      const isDue = isRunning && restedMs >= pauseMs;
      void inTurn(isDue ? takeStep : () => options.settle()).then(() => {
        if (!isStopped) beat();
      });
    }, BEAT_MS);
  }

  return {
    state() {
      const { index, count, ended } = wire.position();
      return {
        title: 'Sample wire, February to June 2025',
        channelId: 'trade-alerts',
        at: wire.now(),
        step: index,
        steps: count - 1,
        running: isRunning && !ended,
        ended,
        pace: `Time is compressed: a step of the story every ${pauseMs / 1_000} seconds.`,
        happening: wire.step().happening,
      };
    },
    setRunning(running) {
      isRunning = running;
      restedMs = 0;
      changed();
    },
    step: () => inTurn(takeStep),
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async start() {
      await inTurn(() => options.settle());
      beat();
    },
    async stop() {
      isStopped = true;
      if (timer !== null) clearTimeout(timer);
      await turn;
    },
  };
}

/** The last morning at or before an instant. */
function morningBefore(instant: Instant): Instant {
  const midnight = instant - (instant % DAY_MS);
  const morning = midnight + MORNING_MS;
  return morning <= instant ? morning : morning - DAY_MS;
}
