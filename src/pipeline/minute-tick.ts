// The one timer of the program's jobs: node-cron, once a minute, in UTC. It only asks what is due; with time zones of its
// own it would skip digests on the days that clocks change.
import cron from 'node-cron';
import type { Log } from '../ports/world.ts';

/** Runs `job` now and at each full minute, never twice at once. The answer stops it. */
export function startMinuteTick(job: () => Promise<void>, log: Log): () => void {
  let isRunning = false;
  const run = async (): Promise<void> => {
    if (isRunning) return;
    isRunning = true;
    try {
      await job();
    } catch (fault) {
      log.error('a minute job failed', { fault });
    } finally {
      isRunning = false;
    }
  };
  const task = cron.schedule('* * * * *', run, { timezone: 'Etc/UTC' });
  void run();
  return () => void task.destroy();
}
