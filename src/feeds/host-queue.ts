// One task at a time per host, in the order of asking. It knows nothing of what the tasks do.

export type HostQueue = {
  /** Runs `task` after all earlier tasks of `host` have ended, however they ended. */
  run<T>(host: string, task: () => Promise<T>): Promise<T>;
};

export function createHostQueue(): HostQueue {
  const tails = new Map<string, Promise<unknown>>();
  return {
    async run(host, task) {
      const before = tails.get(host) ?? Promise.resolve();
      const mine = before.then(task, task);
      // The tail must never reject: the next host's task only waits for it.
      const tail = mine.then(
        () => undefined,
        () => undefined,
      );
      tails.set(host, tail);
      try {
        return await mine;
      } finally {
        if (tails.get(host) === tail) tails.delete(host);
      }
    },
  };
}
