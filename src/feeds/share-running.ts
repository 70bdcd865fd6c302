// One answer for all who ask the same at the same time. Nothing is kept once it is there: that is the askers' business.

/** Calls `run` unless a call with this key is still running; then its outcome is the outcome of both. */
export type ShareRunning<T> = (key: string, run: () => Promise<T>) => Promise<T>;

export function createShareRunning<T>(): ShareRunning<T> {
  const running = new Map<string, Promise<T>>();
  return (key, run) => {
    const earlier = running.get(key);
    if (earlier !== undefined) return earlier;
    const started = run().finally(() => running.delete(key));
    running.set(key, started);
    return started;
  };
}
