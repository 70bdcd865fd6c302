// The wait that an HTTP answer asks for. RFC 9110 section 10.2.3: whole seconds, or a date.
import type { Instant } from './day.ts';

/** Milliseconds from `now` on, never negative; null when the header is missing, repeated or not understood. */
export function retryAfterMs(
  header: string | readonly string[] | null | undefined,
  now: Instant,
): number | null {
  const text = typeof header === 'string' ? header.trim() : '';
  if (/^\d{1,6}$/.test(text)) return Number(text) * 1_000;
  const instant = /^[A-Z][a-z]{2}, /.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(instant) ? null : Math.max(0, instant - now);
}
