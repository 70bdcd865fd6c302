// The Retry-After header (RFC 9110 section 10.2.3) as a waiting time. Unreadable is null, never a guess.
import { DAY_MS, type Instant, SECOND_MS } from '../domain/day.ts';

/** Shortest and longest wait that a server can impose: a date in the past is no leave to ask at once, a week would
 * silence a feed by mistake. The back-off of the schedule applies besides. */
const RETRY_AFTER_MIN_MS = SECOND_MS;
const RETRY_AFTER_MAX_MS = DAY_MS;

/**
 * Milliseconds to wait, clamped to a second and a day; null when the header is absent or cannot be read.
 *
 * @param header seconds (`120`, also `120.5`) or an HTTP date
 */
export function readRetryAfter(header: string | null, now: Instant): number | null {
  const text = header?.trim() ?? '';
  if (text === '') return null;
  const seconds = /^\d{1,12}(?:\.\d{1,9})?$/.test(text) ? Number(text) : null;
  const until = seconds === null && /[A-Za-z]{3}/.test(text) ? Date.parse(text) : Number.NaN;
  const waitMs = seconds === null ? until - now : seconds * 1_000;
  if (Number.isNaN(waitMs)) return null;
  return Math.min(Math.max(waitMs, RETRY_AFTER_MIN_MS), RETRY_AFTER_MAX_MS);
}
