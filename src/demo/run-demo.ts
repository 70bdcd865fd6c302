// What `tariffwatch demo` adds to the program: prepared preview channels, and a player that takes the sample story from
// step to step, waiting each time until the program has read and posted what the step brought.
import type { Instant } from '../domain/day.ts';
import type { Clock, CommandRunner, Log } from '../ports/world.ts';
import type { SampleWire } from './sample-wire.ts';

/** Between two steps, so that a person can follow; the whole story takes about a minute. */
export const STEP_PAUSE_MS = 2_000;

type PreparedChannel = { readonly id: string; readonly commands: readonly string[] };

/** The channels that the demo opens with, each set up by the same commands that a user would type. */
export const DEMO_CHANNELS: readonly PreparedChannel[] = [
  { id: 'trade-alerts', commands: ['watch steel aluminium'] },
  { id: 'japan-desk', commands: ['watch japan'] },
  { id: 'morning-brief', commands: ['watch', 'digest 08:30 Europe/London'] },
];

export type DemoPlayerState = {
  readonly title: string;
  readonly at: Instant;
  readonly step: number;
  readonly steps: number;
  readonly running: boolean;
  readonly ended: boolean;
  readonly pace: string;
  readonly happening: string;
};

export type DemoPlayer = {
  state(): DemoPlayerState;
  setRunning(running: boolean): void;
  /** One step by hand; waits for a step that is being taken. */
  step(): Promise<void>;
  onChange(listener: () => void): () => void;
  /** Reads the baseline, then goes on by itself while running. */
  start(): Promise<void>;
  stop(): void;
};

export type DemoPlayerOptions = {
  readonly wire: SampleWire;
  /** Polls every feed once, sends what is due, plans what a minute tick would plan: until nothing more is to be done. */
  settle(): Promise<void>;
  readonly log: Log;
  readonly pauseMs?: number;
};

/** The clock of a program that plays the sample story. */
export function storyClock(wire: Pick<SampleWire, 'now'>): Clock {
  return { now: () => wire.now() };
}

/** Sets up the prepared channels. Safe to run again: re-running `watch` and `digest` changes nothing. */
export async function prepareChannels(runCommand: CommandRunner): Promise<void> {
  for (const { id, commands } of DEMO_CHANNELS) {
    for (const text of commands) {
      await runCommand(text, {
        channel: { platform: 'preview', tenantId: 'local', channelId: id },
        channelName: `#${id}`,
        address: null,
        userId: 'you',
        userName: 'You',
      });
    }
  }
}

/** Plays the story of `wire`. Steps never overlap: the clock jumps only while the program rests. */
export function createDemoPlayer(options: DemoPlayerOptions): DemoPlayer {
  const { wire } = options;
  const pauseMs = options.pauseMs ?? STEP_PAUSE_MS;
  const listeners = new Set<() => void>();
  let isRunning = true;
  let isStopped = false;
  let timer: NodeJS.Timeout | null = null;
  let turn: Promise<void> = Promise.resolve();

  const changed = (): void => {
    for (const listener of listeners) listener();
  };

  function inTurn(work: () => Promise<void>): Promise<void> {
    turn = turn.then(work).catch((fault: unknown) => {
      options.log.error('a step of the sample story failed', { fault });
    });
    return turn;
  }

  async function takeStep(): Promise<void> {
    if (isStopped || !wire.advance()) return;
    changed();
    await options.settle();
  }

  function planNext(): void {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    if (!isRunning || isStopped || wire.position().ended) return;
    timer = setTimeout(() => void inTurn(takeStep).then(planNext), pauseMs);
  }

  return {
    state() {
      const { index, count, ended } = wire.position();
      return {
        title: 'Sample wire, February to June 2025',
        at: wire.now(),
        step: index,
        steps: count - 1,
        running: isRunning && !ended,
        ended,
        pace: `Time is compressed: the next step of the story comes every ${pauseMs / 1_000} seconds.`,
        happening: wire.step().happening,
      };
    },
    setRunning(running) {
      isRunning = running;
      planNext();
      changed();
    },
    async step() {
      await inTurn(takeStep);
      planNext();
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async start() {
      await inTurn(() => options.settle());
      planNext();
    },
    stop() {
      isStopped = true;
      if (timer !== null) clearTimeout(timer);
    },
  };
}

/** What the terminal says once the demo runs. */
export function demoGreeting(previewUrl: string, wire: SampleWire): string {
  return [
    `Open ${previewUrl} to watch. Channels: ${DEMO_CHANNELS.map(({ id }) => `#${id}`).join(', ')}.`,
    'The story of US steel and aluminium tariffs, February to June 2025, is played from a bundled sample wire',
    `(${wire.url}); time is compressed, one step every ${STEP_PAUSE_MS / 1_000} seconds. No network is used.`,
    'Try in the page: status japan steel, recent, why <id>, digest now, help. Ctrl+C ends the demo.',
  ].join('\n');
}
