// 200 hostile feeds beside 10 good ones: when each kind ended, how long the main thread was held, how much memory it took.
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { openHostileRound } from '../support/hostile-round.ts';

export async function benchHostile(): Promise<void> {
  const round = await openHostileRound();
  const lag = monitorEventLoopDelay({ resolution: 5 });
  const before = process.memoryUsage().rss;
  let peak = before;
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss);
  }, 50);
  lag.enable();
  try {
    const ended = await round.run();
    lag.disable();
    const lastOf = (good: boolean): string => {
      const times = ended.filter(({ kind }) => (kind === 'good') === good).map(({ ms }) => ms);
      return (Math.max(...times) / 1_000).toFixed(1);
    };
    console.log(
      `200 hostile feeds beside 10 good ones          good ones read after ${lastOf(true)} s, hostile ones ended after ${lastOf(false)} s`,
    );
    console.log(
      `  main thread held, p99                        ${(lag.percentile(99) / 1e6).toFixed(0)} ms (target under 50)`,
    );
    console.log(
      `  resident memory                              +${Math.round((peak - before) / 1e6)} MB (target at most 100)`,
    );
  } finally {
    clearInterval(watch);
    await round.close();
  }
}
