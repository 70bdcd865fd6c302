// Answers kept for a moment, so that thirty people who ask the same at once cost one query and one composition. What must
// be seen at once (subscriptions, mutes, settings) is never kept.
import { type Instant, SECOND_MS } from '../domain/day.ts';

const KEPT_MS = SECOND_MS;

/** `load` at most once in `keptMs`; callers that come while it runs share its answer. A failure is not kept. */
export function keepAnswer<T>(
  load: () => Promise<T>,
  keptMs: number = KEPT_MS,
): (now: Instant) => Promise<T> {
  let kept: { readonly at: Instant; readonly answer: Promise<T> } | null = null;
  return (now) => {
    // A clock that was set back must not keep an answer for longer.
    if (kept !== null && now >= kept.at && now - kept.at < keptMs) return kept.answer;
    const answer = load();
    const fresh = { at: now, answer };
    kept = fresh;
    answer.catch(() => {
      if (kept === fresh) kept = null;
    });
    return answer;
  };
}

/** `load`, which hands out its last value again while the new one has the same `fingerprint`. */
export function keepSame<T extends object>(
  load: () => Promise<T>,
  fingerprint: (value: T) => string,
): () => Promise<T> {
  let last: { readonly value: T; readonly print: string } | null = null;
  return async () => {
    const value = await load();
    const print = fingerprint(value);
    if (last?.print !== print) last = { value, print };
    return last.value;
  };
}

const MOST_KEPT = 200;

/**
 * Answers by question that hold as long as all they were made from is the very same objects. `sources[0]` owns them: with it
 * they go.
 */
export function keepWhileSame<T>(): (
  question: string,
  sources: readonly [object, ...object[]],
  make: () => T,
) => T {
  const bySource = new WeakMap<object, Map<string, { sources: readonly object[]; answer: T }>>();
  return (question, sources, make) => {
    const kept = bySource.get(sources[0]) ?? new Map();
    bySource.set(sources[0], kept);
    const known = kept.get(question);
    if (known?.sources.every((source: object, index: number) => source === sources[index])) {
      return known.answer;
    }
    const answer = make();
    if (kept.size >= MOST_KEPT) kept.clear();
    kept.set(question, { sources, answer });
    return answer;
  };
}
