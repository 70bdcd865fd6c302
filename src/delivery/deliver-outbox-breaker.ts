// Holds back a platform that does not answer, so that an outage makes few messages unclear instead of all of them.
// In: the outcome of each attempt. Out: how many messages may be on the wire now. Pure but for what it remembers.
import { type Instant, SECOND_MS } from '../domain/day.ts';
import type { SendOutcome } from '../domain/delivery.ts';

/** Attempts in a row without any answer of the platform itself after which it counts as down. */
const FAILURES_TO_OPEN = 3;
const LONGEST_PROBE_MS = 60 * SECOND_MS;

export type Breaker = {
  /** How many of `free` places may be filled while `inFlight` messages are on the wire. */
  allowance(now: Instant, free: number, inFlight: number): number;
  /** Null: it answered a question. */
  note(now: Instant, outcome: SendOutcome | null): void;
  isOpen(): boolean;
  /** No answer was missed for `quietMs`: a message that must not go wrong again may be risked. */
  isSteady(now: Instant, quietMs: number): boolean;
};

/**
 * A breaker for one platform, closed.
 *
 * @param firstProbeMs while the platform is down one message at a time tries whether it is back, at first this often
 */
export function createBreaker(firstProbeMs: number): Breaker {
  let failures = 0;
  let probeMs = firstProbeMs;
  let nextProbeAt: Instant = 0;
  let missedAt: Instant | null = null;
  const isOpen = (): boolean => failures >= FAILURES_TO_OPEN;
  // A clock that was set back must not put the probe off.
  const isProbeDue = (now: Instant): boolean =>
    now >= nextProbeAt || nextProbeAt - now > LONGEST_PROBE_MS;
  return {
    isOpen,
    isSteady: (now, quietMs) => missedAt === null || Math.abs(now - missedAt) >= quietMs,
    allowance(now, free, inFlight) {
      if (!isOpen()) return free;
      return isProbeDue(now) && inFlight === 0 ? Math.min(free, 1) : 0;
    },
    note(now, outcome) {
      if (outcome === null || isAnswer(outcome)) {
        failures = 0;
        probeMs = firstProbeMs;
        nextProbeAt = 0;
        return;
      }
      failures += 1;
      missedAt = now;
      // What was on the wire when it went down says nothing new.
      if (!isOpen() || !isProbeDue(now)) return;
      nextProbeAt = now + probeMs;
      probeMs = Math.min(probeMs * 2, LONGEST_PROBE_MS);
    },
  };
}

// A refusal is an answer: the platform is there. Only silence, errors without meaning and refused connections are not.
function isAnswer(outcome: SendOutcome): boolean {
  switch (outcome.kind) {
    case 'ambiguous':
      return false;
    case 'not-sent':
      return outcome.rateLimited;
    case 'sent':
    case 'channel-gone':
    case 'tenant-gone':
    case 'bad-payload':
      return true;
  }
}
