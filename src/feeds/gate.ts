// Lets so many in at once, in the order of coming. It knows nothing of what is done inside.

export type Gate = {
  /** Resolves to the way out, to be called once. Rejects with the signal's reason when that comes first. */
  enter(signal?: AbortSignal): Promise<() => void>;
};

export function createGate(places: number): Gate {
  let free = places;
  const waiting: (() => void)[] = [];

  function wayOut(): () => void {
    let isInside = true;
    return () => {
      if (!isInside) return;
      isInside = false;
      const next = waiting.shift();
      if (next === undefined) free += 1;
      else next();
    };
  }

  return {
    async enter(signal) {
      signal?.throwIfAborted();
      if (free > 0) {
        free -= 1;
        return wayOut();
      }
      await new Promise<void>((resolve, reject) => {
        const admit = (): void => {
          signal?.removeEventListener('abort', giveUp);
          resolve();
        };
        const giveUp = (): void => {
          waiting.splice(waiting.indexOf(admit), 1);
          reject(signal?.reason as Error);
        };
        waiting.push(admit);
        signal?.addEventListener('abort', giveUp, { once: true });
      });
      return wayOut();
    },
  };
}
