// One answer of the database kept for a moment, so that thirty people who ask at once cost one query. What must be seen at
// once (subscriptions, mutes, settings) is never kept.
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
