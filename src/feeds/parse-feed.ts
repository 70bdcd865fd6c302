// Parses feed documents in worker threads with limits on time and memory. In: bytes. Out: items and problems in words.
// A document that a worker dies of is tried once more with the bounded reader alone; it never reaches the main thread.
import { Worker, type WorkerOptions } from 'node:worker_threads';
import type { FeedParser, ParsedFeed } from '../ports/world.ts';
import type { AdapterFeed } from './adapters.ts';
import { NO_FEED } from './feed-document.ts';
import type { ParseAnswer, ParseJob } from './parse-worker.ts';
import type { Readers } from './read-document.ts';

export type FeedParserOptions = {
  /** Time for one document, from the moment a worker takes it. */
  readonly timeoutMs?: number;
  readonly maxHeapMb?: number;
  readonly workers?: number;
};

/** Everything that the worker found out about a document. */
export type ParseResult = Extract<ParseAnswer, { ok: true }>;

export type DocumentParser = FeedParser & {
  /** As `parse`, with the document before the adapter as well. */
  parseDocument(
    feed: AdapterFeed,
    bytes: Uint8Array,
    contentType: string | null,
    url: string | null,
  ): Promise<Omit<ParseResult, 'id' | 'ok'>>;
};

const TIMEOUT_MS = 5_000;
const MAX_HEAP_MB = 256;
/** Short-lived objects; V8's own bound of 48 is filled before it collects any. */
const WORKER_LIMITS = { maxYoungGenerationSizeMb: 16, stackSizeMb: 4 };
/** A worker that has not started by then will not: the machine is out of memory or the program is broken. */
const START_MS = 30_000;

type Failure = { readonly ok: false; readonly reason: string };
type Outcome = ParseResult | Failure;

const IS_SOURCE = import.meta.url.endsWith('.ts');

// From dist/ the compiled worker runs as it is. From src/ (tests) the loader that strips types is named again: a worker
// does not inherit the hooks of the test runner, and Node 20 ignores `--import` of such hooks in a worker.
function startWorker(options: WorkerOptions): Worker {
  if (!IS_SOURCE) return new Worker(new URL('./parse-worker.js', import.meta.url), options);
  const file = JSON.stringify(new URL('./parse-worker.ts', import.meta.url).href);
  const code = `import('tsx/esm/api').then(({ register }) => { register(); return import(${file}); });`;
  return new Worker(code, { ...options, eval: true });
}

type Slot = { run(job: ParseJob): Promise<Outcome>; close(): Promise<void> };

/** One worker that is started when first needed and again after each death; it takes one job at a time. */
function createSlot(timeoutMs: number, maxHeapMb: number): Slot {
  let current: { worker: Worker; ready: Promise<void> } | null = null;

  function start(): { worker: Worker; ready: Promise<void> } {
    const worker = startWorker({
      execArgv: [],
      env: { TZ: 'UTC' },
      resourceLimits: { ...WORKER_LIMITS, maxOldGenerationSizeMb: maxHeapMb },
    });
    worker.unref();
    const ready = new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error('The parser did not start.')), START_MS);
      worker.once('message', () => {
        clearTimeout(timer);
        resolve();
      });
      worker.once('error', (error: Error) => {
        clearTimeout(timer);
        reject(error);
      });
    });
    return { worker, ready };
  }

  function ask(worker: Worker, job: ParseJob): Promise<Outcome> {
    return new Promise((resolve) => {
      const finish = (outcome: Outcome) => {
        clearTimeout(timer);
        worker.removeAllListeners('message');
        worker.removeAllListeners('error');
        worker.removeAllListeners('exit');
        // A late error of a worker that is being ended must not end the program.
        worker.on('error', () => undefined);
        resolve(outcome);
      };
      const die = (reason: string) => {
        current = null;
        void worker.terminate();
        finish({ ok: false, reason });
      };
      const timer = setTimeout(
        () => die(`Reading it took longer than ${timeoutMs / 1000} s.`),
        timeoutMs,
      );
      worker.once('message', (answer: ParseAnswer) => finish(answer));
      worker.once('error', (error: Error) =>
        die(
          'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
            ? `Reading it took more than ${maxHeapMb} MB of memory.`
            : `The parser failed (${error.message.slice(0, 120)}).`,
        ),
      );
      worker.once('exit', () => die('The parser ended unexpectedly.'));
      worker.postMessage(job);
    });
  }

  return {
    async run(job) {
      current ??= start();
      const { worker, ready } = current;
      worker.ref();
      try {
        await ready;
        return await ask(worker, job);
      } catch (error) {
        current = null;
        void worker.terminate();
        return { ok: false, reason: error instanceof Error ? error.message : String(error) };
      } finally {
        worker.unref();
      }
    },
    async close() {
      const worker = current?.worker;
      current = null;
      await worker?.terminate();
    },
  };
}

function withProblem(result: ParseResult, problem: string): Omit<ParseResult, 'id' | 'ok'> {
  const { document, parsed } = result;
  return {
    document: { ...document, problems: [...document.problems, problem] },
    parsed: { ...parsed, problems: [...parsed.problems, problem] },
  };
}

/** Only what the adapters read crosses to the worker. */
function adapterFeedOf({ id, adapter, url }: AdapterFeed): AdapterFeed {
  return { id, adapter, url };
}

/** Items that say nothing and lead nowhere are counted, not handed on. */
function withoutBlanks(parsed: ParsedFeed): ParsedFeed {
  const items = parsed.items.filter(
    ({ title, link, guid, summary, content }) =>
      `${title}${summary}${content}` !== '' || link !== null || guid !== null,
  );
  const blank = parsed.items.length - items.length;
  if (blank === 0) return parsed;
  return { ...parsed, items, problems: [...parsed.problems, `${blank} items were empty.`] };
}

/**
 * Makes the parser. Its workers start with the first document and end with `close`; they do not keep the program alive
 * by themselves.
 */
export function createFeedParser(options: FeedParserOptions = {}): DocumentParser {
  const { timeoutMs = TIMEOUT_MS, maxHeapMb = MAX_HEAP_MB, workers = 1 } = options;
  const slots = Array.from({ length: workers }, () => createSlot(timeoutMs, maxHeapMb));
  const free = [...slots];
  const waiting: ((slot: Slot) => void)[] = [];
  let lastId = 0;

  async function take(): Promise<Slot> {
    return free.pop() ?? new Promise<Slot>((resolve) => waiting.push(resolve));
  }

  function giveBack(slot: Slot): void {
    const next = waiting.shift();
    if (next === undefined) free.push(slot);
    else next(slot);
  }

  async function run(job: Omit<ParseJob, 'id' | 'readers'>, readers: Readers): Promise<Outcome> {
    const slot = await take();
    try {
      lastId += 1;
      return await slot.run({ ...job, readers, id: lastId });
    } finally {
      giveBack(slot);
    }
  }

  async function parseJob(
    job: Omit<ParseJob, 'id' | 'readers'>,
  ): Promise<Omit<ParseResult, 'id' | 'ok'>> {
    const first = await run(job, 'all');
    if (first.ok) return { document: first.document, parsed: first.parsed };
    const second = await run(job, 'lenient');
    if (second.ok) return withProblem(second, first.reason);
    const problems = [first.reason];
    return {
      document: { ...NO_FEED, problems },
      parsed: { format: null, parser: null, title: null, link: null, items: [], problems },
    };
  }

  return {
    parseDocument: (feed, bytes, contentType, url) =>
      parseJob({ bytes, contentType, url, feed: adapterFeedOf(feed), wantsEntries: true }),
    async parse(feed, bytes, contentType, url) {
      const job = { bytes, contentType, url, feed: adapterFeedOf(feed), wantsEntries: false };
      return withoutBlanks((await parseJob(job)).parsed);
    },
    async close() {
      await Promise.all(slots.map((slot) => slot.close()));
    },
  };
}
