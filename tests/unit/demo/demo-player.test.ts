import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createDemoPlayer, type DemoPlayer } from '../../../src/demo/demo-player.ts';
import { type SampleWire, startSampleWire } from '../../../src/demo/sample-wire.ts';
import type { StoryStep } from '../../../src/demo/story-step.ts';
import { SILENT_LOG } from '../../support/silent-log.ts';

const STEPS: readonly StoryStep[] = [
  { at: '2025-02-09T12:00:00Z', happening: 'baseline', items: [] },
  { at: '2025-02-09T20:00:00Z', happening: 'first', items: [] },
  { at: '2025-02-12T15:00:00Z', happening: 'second', items: [] },
];

let wire: SampleWire;
let player: DemoPlayer;
let settled: string[];

function shortTime(instant: number): string {
  return new Date(instant).toISOString().slice(5, 16);
}

async function startPlayer(settle?: () => Promise<void>): Promise<void> {
  player = createDemoPlayer({
    wire,
    log: SILENT_LOG,
    pauseMs: 2_000,
    settle:
      settle ??
      (async () => {
        settled.push(shortTime(wire.now()));
      }),
  });
  await player.start();
}

beforeEach(async () => {
  settled = [];
  wire = await startSampleWire({ port: 0, clock: { now: () => Date.now() }, steps: STEPS });
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
});
afterEach(async () => {
  vi.useRealTimers();
  await player.stop();
  await wire.stop();
});

describe('playing the sample story', () => {
  it('reads the baseline first, then a step after each pause, and says when it has ended', async () => {
    await startPlayer();
    expect(player.state()).toMatchObject({ step: 0, steps: 2, running: true, ended: false });

    await vi.advanceTimersByTimeAsync(2_000);
    expect(player.state()).toMatchObject({ step: 1, happening: 'first' });
    await vi.advanceTimersByTimeAsync(2_250);

    expect(player.state()).toMatchObject({ step: 2, running: false, ended: true });
  });

  it('lets the last morning pass before a step on a later day, so that its digest is due', async () => {
    await startPlayer();
    await player.step();
    settled = [];

    await player.step();

    expect(settled).toEqual(['02-12T08:31', '02-12T15:00']);
  });

  it('gives the program its turn between steps, so that what a command planned is sent', async () => {
    await startPlayer();
    player.setRunning(false);
    settled = [];

    await vi.advanceTimersByTimeAsync(1_000);

    expect(settled.length).toBeGreaterThanOrEqual(3);
    expect(player.state()).toMatchObject({ step: 0, running: false });
  });

  it('takes steps by hand while paused, one after the other', async () => {
    await startPlayer();
    player.setRunning(false);

    await Promise.all([player.step(), player.step(), player.step()]);

    expect(player.state()).toMatchObject({ step: 2, ended: true });
  });

  it('never jumps the clock while the program works', async () => {
    let isWorking = false;
    let jumpedDuringWork = false;
    await startPlayer(async () => {
      isWorking = true;
      const before = wire.position().index;
      await Promise.resolve();
      jumpedDuringWork ||= wire.position().index !== before || !isWorking;
      isWorking = false;
    });

    await Promise.all([player.step(), vi.advanceTimersByTimeAsync(3_000), player.step()]);

    expect(jumpedDuringWork).toBe(false);
  });

  it('goes on after a step that the program failed at', async () => {
    let isFirst = true;
    await startPlayer(async () => {
      if (!isFirst) return;
      isFirst = false;
      throw new Error('database is away');
    });

    await player.step();

    expect(player.state()).toMatchObject({ step: 1 });
  });

  it('tells listeners of each change until they stop listening', async () => {
    await startPlayer();
    let heard = 0;
    const stopListening = player.onChange(() => {
      heard += 1;
    });

    await player.step();
    const whileListening = heard;
    stopListening();
    await player.step();

    expect(whileListening).toBe(1);
    expect(heard).toBe(1);
  });
});
