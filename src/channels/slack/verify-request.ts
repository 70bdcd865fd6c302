// Is a request from Slack, fresh, and seen for the first time? Bytes, headers and the time in; a verdict out.
// https://docs.slack.dev/authentication/verifying-requests-from-slack
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Instant } from '../../domain/day.ts';
import { MAX_SKEW_SECONDS } from './slack-limits.ts';

export type RequestVerdict = 'genuine' | 'unsigned' | 'stale' | 'forged' | 'replayed';

export type SignedParts = {
  readonly body: string | Uint8Array;
  /** The two headers as they came; a header sent twice is an array and is refused. */
  readonly timestamp: string | readonly string[] | undefined;
  readonly signature: string | readonly string[] | undefined;
};

export type RequestVerifier = (parts: SignedParts, now: Instant) => RequestVerdict;

/**
 * A verifier that remembers the signatures of the last minutes. The SDK checks neither a timestamp in the future nor a
 * second use of the same bytes; both are refused here.
 */
export function createRequestVerifier(signingSecret: string): RequestVerifier {
  const seen = new Map<string, Instant>();
  return (parts, now) => {
    const { timestamp, signature } = parts;
    if (typeof timestamp !== 'string' || typeof signature !== 'string') return 'unsigned';
    if (!/^\d{1,12}$/.test(timestamp)) return 'unsigned';
    if (Math.abs(now / 1_000 - Number(timestamp)) > MAX_SKEW_SECONDS) return 'stale';
    if (!isSignedBy(signingSecret, timestamp, parts.body, signature)) return 'forged';
    forgetOld(seen, now);
    if (seen.has(signature)) return 'replayed';
    seen.set(signature, now);
    return 'genuine';
  };
}

function isSignedBy(
  secret: string,
  timestamp: string,
  body: string | Uint8Array,
  signature: string,
): boolean {
  const wanted = Buffer.from(
    `v0=${createHmac('sha256', secret).update(`v0:${timestamp}:`).update(body).digest('hex')}`,
  );
  const given = Buffer.from(signature);
  return wanted.length === given.length && timingSafeEqual(wanted, given);
}

/** Signatures stand in the order they came; a stamp may be that far ahead, so each is kept for twice the skew. */
function forgetOld(seen: Map<string, Instant>, now: Instant): void {
  for (const [signature, at] of seen) {
    if (now - at <= 2 * MAX_SKEW_SECONDS * 1_000) return;
    seen.delete(signature);
  }
}
