// Block Kit blocks in, the HTML that Slack would show out, made by a worker that starts when the first page is opened.
import { Worker } from 'node:worker_threads';
import type { LookAnswer, LookJob } from './slack-look-worker.ts';

/** From posting a job to its answer; the first one waits for the worker to start. */
const TIMEOUT_MS = 20_000;
const MAX_HEAP_MB = 256;
/** Short-lived objects; V8's own bound of 48 is filled before it collects any. */
const YOUNG_HEAP_MB = 8;
/** The worker holds some 60 MB; where nobody looks at the page it is ended. */
const IDLE_MS = 120_000;

export type SlackLook = {
  /** Starts the worker ahead of the first job. */
  warm(): void;
  /** Null when it cannot be drawn; never rejects. */
  render(blocks: readonly unknown[]): Promise<string | null>;
  close(): Promise<void>;
};

type Pending = { finish(html: string | null): void };

export function createSlackLook(): SlackLook {
  const pending = new Map<number, Pending>();
  let worker: Worker | null = null;
  let idle: NodeJS.Timeout | null = null;
  let lastId = 0;

  /** Ends the worker and gives up what it was asked; the next job starts another. */
  function giveUp(): void {
    if (idle !== null) clearTimeout(idle);
    idle = null;
    const ended = worker;
    worker = null;
    void ended?.terminate();
    for (const job of pending.values()) job.finish(null);
  }

  function start(): Worker {
    const started = startWorker();
    started.unref();
    started.on('message', ({ id, html }: LookAnswer) => pending.get(id)?.finish(html));
    started.on('error', () => {
      if (worker === started) giveUp();
    });
    return started;
  }

  function running(): Worker {
    worker ??= start();
    if (idle !== null) clearTimeout(idle);
    idle = setTimeout(giveUp, IDLE_MS).unref();
    return worker;
  }

  return {
    warm() {
      running();
    },
    render(blocks) {
      const current = running();
      lastId += 1;
      const id = lastId;
      return new Promise((resolve) => {
        const timer = setTimeout(giveUp, TIMEOUT_MS).unref();
        pending.set(id, {
          finish(html) {
            clearTimeout(timer);
            pending.delete(id);
            resolve(html);
          },
        });
        current.postMessage({ id, blocks } satisfies LookJob);
      });
    },
    async close() {
      const ended = worker;
      giveUp();
      await ended?.terminate();
    },
  };
}

// From dist/ the compiled worker runs as it is. From src/ (tests) the loader that strips types is named again: a worker
// does not inherit the hooks of the test runner.
function startWorker(): Worker {
  const options = {
    execArgv: [],
    env: { NODE_ENV: 'production' },
    resourceLimits: {
      maxOldGenerationSizeMb: MAX_HEAP_MB,
      maxYoungGenerationSizeMb: YOUNG_HEAP_MB,
    },
  };
  if (!import.meta.url.endsWith('.ts')) {
    return new Worker(new URL('./slack-look-worker.js', import.meta.url), options);
  }
  const file = JSON.stringify(new URL('./slack-look-worker.ts', import.meta.url).href);
  const code = `import('tsx/esm/api').then(({ register }) => { register(); return import(${file}); });`;
  return new Worker(code, { ...options, eval: true });
}
