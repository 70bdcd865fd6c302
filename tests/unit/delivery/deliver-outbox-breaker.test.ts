// When a platform counts as down, and how it is asked whether it is back.
import { describe, expect, it } from 'vitest';
import { createBreaker } from '../../../src/delivery/deliver-outbox-breaker.ts';
import type { SendOutcome } from '../../../src/domain/delivery.ts';
import { NOON } from '../../support/deliveries.ts';

const FIRST_PROBE_MS = 15_000;

const SILENCE: SendOutcome = { kind: 'ambiguous', reason: 'HTTP 503' };
const SENT: SendOutcome = { kind: 'sent', receipt: 'r' };

function refused(rateLimited: boolean): SendOutcome {
  return { kind: 'not-sent', reason: 'refused', retryAfterMs: null, rateLimited };
}

describe('a breaker', () => {
  it('lets everything through until three attempts in a row have no answer', () => {
    const breaker = createBreaker(FIRST_PROBE_MS);
    breaker.note(NOON, SILENCE);
    breaker.note(NOON, refused(false));

    expect(breaker.allowance(NOON, 10, 4)).toBe(10);
    breaker.note(NOON, SILENCE);
    expect(breaker.allowance(NOON, 10, 0)).toBe(0);
    expect(breaker.isOpen()).toBe(true);
  });

  it.each<[string, SendOutcome]>([
    ['a post', SENT],
    ['a request for patience', refused(true)],
    ['a refused message', { kind: 'bad-payload', reason: 'invalid_blocks' }],
    ['a closed channel', { kind: 'channel-gone', reason: 'is_archived' }],
    ['a revoked token', { kind: 'tenant-gone', reason: 'token_revoked' }],
  ])('takes %s for an answer: the platform is there', (_, answer) => {
    const breaker = createBreaker(FIRST_PROBE_MS);
    for (const outcome of [SILENCE, SILENCE, SILENCE, answer]) breaker.note(NOON, outcome);

    expect(breaker.isOpen()).toBe(false);
    expect(breaker.allowance(NOON, 10, 0)).toBe(10);
  });

  it('asks with one message after 15 seconds, then 30, then every minute', () => {
    const breaker = createBreaker(FIRST_PROBE_MS);
    for (let count = 0; count < 10; count += 1) breaker.note(NOON, SILENCE);
    const probes: number[] = [];

    for (let second = 0; second < 240; second += 1) {
      const now = NOON + second * 1_000;
      if (breaker.allowance(now, 10, 0) === 0) continue;
      expect(breaker.allowance(now, 10, 0)).toBe(1);
      probes.push(second);
      breaker.note(now, SILENCE);
    }

    expect(probes).toEqual([15, 45, 105, 165, 225]);
  });

  it('asks with nothing while its last question is on the wire', () => {
    const breaker = createBreaker(FIRST_PROBE_MS);
    for (let count = 0; count < 3; count += 1) breaker.note(NOON, SILENCE);

    expect(breaker.allowance(NOON + 15_000, 9, 1)).toBe(0);
  });

  it('is not put off by a clock that is set back', () => {
    const breaker = createBreaker(FIRST_PROBE_MS);
    for (let count = 0; count < 3; count += 1) breaker.note(NOON, SILENCE);

    expect(breaker.allowance(NOON - 7_200_000, 10, 0)).toBe(1);
  });

  it('calls a platform steady when no answer was missed for as long as a quiet wait', () => {
    const breaker = createBreaker(FIRST_PROBE_MS);
    const steadyAt = (at: number) => breaker.isSteady(at, 70_000);
    expect(steadyAt(NOON)).toBe(true);

    breaker.note(NOON, SILENCE);
    breaker.note(NOON + 1_000, null);

    expect([NOON + 1_000, NOON + 69_999, NOON + 70_000].map(steadyAt)).toEqual([
      false,
      false,
      true,
    ]);
    // A clock that was set back must not hold anything for long.
    expect(steadyAt(NOON - 70_000)).toBe(true);
  });

  it('starts with short waits again after an answer', () => {
    const breaker = createBreaker(FIRST_PROBE_MS);
    for (const after of [0, 0, 0, 15_000, 45_000]) breaker.note(NOON + after, SILENCE);
    breaker.note(NOON + 105_000, SENT);
    const again = NOON + 200_000;
    for (let count = 0; count < 3; count += 1) breaker.note(again, SILENCE);

    expect(breaker.allowance(again + 14_999, 10, 0)).toBe(0);
    expect(breaker.allowance(again + 15_000, 10, 0)).toBe(1);
  });
});
