// What follows from each class of outcome, and what holds whatever the platform says.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  afterAttempt,
  afterSilence,
  beforeAttempt,
  DEFAULT_DELIVERY_LIMITS,
} from '../../../src/delivery/after-attempt.ts';
import { toPlainMessage } from '../../../src/delivery/plain-form.ts';
import { HOUR_MS } from '../../../src/domain/day.ts';
import type { SendOutcome } from '../../../src/domain/delivery.ts';
import type { Message } from '../../../src/domain/message.ts';
import { aClaimed, NOON } from '../../support/deliveries.ts';

const limits = DEFAULT_DELIVERY_LIMITS;
const now = NOON + 2_000;
const context = { now, random: 0.5, limits, canLook: false };

const RICH: Message = {
  summary: 'United States -> steel, all origins: 25% additional',
  accent: 'coming',
  blocks: [
    { kind: 'heading', text: 'Steel' },
    { kind: 'text', spans: [{ text: 'From ' }, { text: '12 March 2025', bold: true }] },
    { kind: 'fields', fields: [{ label: 'Rate', value: '25%' }] },
    { kind: 'list', items: [[{ text: 'notice', link: 'https://example.org/n' }]] },
    { kind: 'divider' },
  ],
  buttons: [{ label: 'Why', command: 'why S-1' }],
};

function notSent(changes: Partial<Extract<SendOutcome, { kind: 'not-sent' }>> = {}): SendOutcome {
  return {
    kind: 'not-sent',
    reason: 'refused',
    retryAfterMs: null,
    rateLimited: false,
    ...changes,
  };
}

const UNCLEAR: SendOutcome = { kind: 'ambiguous', reason: 'reply lost' };

describe('after an attempt', () => {
  it('notes the receipt of what was sent and keeps the channel a second apart', () => {
    const after = afterAttempt(aClaimed(), { kind: 'sent', receipt: '1.2' }, context);

    expect(after).toMatchObject({ state: 'sent', receipt: '1.2', attempts: 1, error: null });
    expect(after.laneReadyAt).toBe(now + 1_000);
  });

  it('waits as long as a platform asks, without counting an attempt', () => {
    const after = afterAttempt(
      aClaimed({ attempts: 4 }),
      notSent({ rateLimited: true, retryAfterMs: 300_000 }),
      context,
    );

    expect(after).toMatchObject({ state: 'retry', attempts: 4 });
    expect(after.notBefore).toBeGreaterThanOrEqual(now + 300_000);
    expect(after.laneReadyAt).toBe(after.notBefore);
  });

  it('waits half a minute when a platform asks for patience without a time', () => {
    const after = afterAttempt(aClaimed(), notSent({ rateLimited: true }), {
      ...context,
      random: 0,
    });

    expect(after.laneReadyAt).toBe(now + 30_000);
  });

  it('does not believe a wait of years', () => {
    const after = afterAttempt(
      aClaimed(),
      notSent({ rateLimited: true, retryAfterMs: 1e15 }),
      context,
    );

    expect(after.laneReadyAt).toBeLessThanOrEqual(now + 25 * HOUR_MS);
  });

  it('doubles the wait after each refused connection, up to five minutes, and holds the channel', () => {
    const waits = [0, 1, 2, 3, 20].map((attempts) => {
      const after = afterAttempt(aClaimed({ attempts }), notSent(), {
        ...context,
        random: 0.999_999,
      });
      expect(after.laneReadyAt).toBe(after.notBefore);
      return Math.round((after.notBefore - now) / 1_000);
    });

    expect(waits).toEqual([2, 4, 8, 16, 300]);
  });

  it('keeps the time a platform asks for when it is longer than its own wait', () => {
    const after = afterAttempt(aClaimed(), notSent({ retryAfterMs: 120_000 }), context);

    expect(after.notBefore).toBe(now + 120_000);
  });

  it('gives up what surely was not sent only after many attempts and a day', () => {
    const old = { createdAt: now - 24 * HOUR_MS };

    expect(afterAttempt(aClaimed({ attempts: 400 }), notSent(), context).state).toBe('retry');
    expect(afterAttempt(aClaimed({ attempts: 3, ...old }), notSent(), context).state).toBe('retry');
    expect(afterAttempt(aClaimed({ attempts: 4, ...old }), notSent(), context)).toMatchObject({
      state: 'dead',
      error: 'refused',
    });
  });

  it('waits quietly after an unclear answer, while the channel goes on', () => {
    const after = afterAttempt(aClaimed(), UNCLEAR, context);

    expect(after).toMatchObject({ state: 'unknown', error: 'reply lost', attempts: 1 });
    expect(after.notBefore).toBeGreaterThanOrEqual(now + 70_000);
    expect(after.laneReadyAt).toBe(now + 1_000);
  });

  it('risks one marked copy, and leaves what is then still unclear to people', () => {
    const repeat = aClaimed({ unclearAttempts: 1, possibleRepeat: true, attempts: 1 });

    const after = afterAttempt(repeat, UNCLEAR, { ...context, wasMarked: true });

    expect(after).toMatchObject({
      state: 'dead',
      error: 'reply lost; it may have been posted',
      attempts: 2,
    });
  });

  it('waits longer before each further attempt where the channel shows what stands, and stops after four', () => {
    const outcomes = [0, 1, 2, 3].map((unclearAttempts) =>
      afterAttempt(aClaimed({ unclearAttempts, possibleRepeat: unclearAttempts > 0 }), UNCLEAR, {
        ...context,
        random: 0,
      }),
    );

    expect(outcomes.map(({ state }) => state)).toEqual(['unknown', 'unknown', 'unknown', 'dead']);
    expect(outcomes.slice(0, 3).map(({ notBefore }) => notBefore - now)).toEqual([
      70_000, 350_000, 1_750_000,
    ]);
    expect(outcomes[3]?.error).toContain('may have been posted');
  });

  it('never repeats a digest that may stand already', () => {
    const after = afterAttempt(aClaimed({ kind: 'digest' }), UNCLEAR, context);

    expect(after).toMatchObject({ state: 'dead', pauseChannel: null });
    expect(after.error).toContain('a digest is not repeated');
  });

  it('repeats an edit at once: it leaves one post', () => {
    const after = afterAttempt(aClaimed({ mode: 'edit', firstReceipt: '1.2' }), UNCLEAR, context);

    expect(after.state).toBe('retry');
    expect(after.notBefore).toBeLessThanOrEqual(now + 2_000);
  });

  it('pauses a channel that has gone and keeps its message', () => {
    const after = afterAttempt(
      aClaimed({ attempts: 2 }),
      { kind: 'channel-gone', reason: 'is_archived' },
      context,
    );

    expect(after).toMatchObject({
      state: 'retry',
      attempts: 2,
      pauseChannel: 'is_archived',
      pauseTenant: null,
    });
  });

  it('pauses a tenant that has gone and keeps its messages', () => {
    const after = afterAttempt(
      aClaimed(),
      { kind: 'tenant-gone', reason: 'token_revoked' },
      context,
    );

    expect(after).toMatchObject({
      state: 'retry',
      attempts: 0,
      pauseChannel: null,
      pauseTenant: 'token_revoked',
    });
  });

  it('tries a refused message once more as plain text, then gives up', () => {
    const refused: SendOutcome = { kind: 'bad-payload', reason: 'invalid_blocks' };
    const first = afterAttempt(aClaimed({ message: RICH }), refused, context);
    const second = afterAttempt(aClaimed({ message: first.message ?? RICH }), refused, context);

    expect(first).toMatchObject({ state: 'retry', attempts: 1, error: 'invalid_blocks' });
    expect(first.message).toEqual(toPlainMessage(RICH));
    expect(second).toMatchObject({ state: 'dead', error: 'invalid_blocks', message: null });
  });

  it('gives up a message of which not even the words can be had', () => {
    const message = { ...RICH, blocks: [{ kind: 'list' }] } as unknown as Message;

    const after = afterAttempt(
      aClaimed({ message }),
      { kind: 'bad-payload', reason: 'no form' },
      context,
    );

    expect(after).toMatchObject({ state: 'dead', error: 'no form', message: null });
  });

  it('says all of a message in its plain form, within what every platform takes', () => {
    const [block] = toPlainMessage(RICH).blocks;
    const long = toPlainMessage({
      ...RICH,
      blocks: [{ kind: 'heading', text: 'x'.repeat(9_000) }],
    });

    expect(block).toEqual({
      kind: 'text',
      spans: [
        {
          text: `${RICH.summary}\nSteel\nFrom 12 March 2025\nRate: 25%\n- notice https://example.org/n`,
        },
      ],
    });
    expect(JSON.stringify(long).length).toBeLessThan(3_000);
  });

  it('whatever the answer: nothing is lost, no wait lies in the past, no unclear copy goes unmarked', () => {
    const outcome: fc.Arbitrary<SendOutcome> = fc.oneof(
      fc.constant<SendOutcome>({ kind: 'sent', receipt: 'r' }),
      fc.record({
        kind: fc.constant('not-sent' as const),
        reason: fc.string(),
        retryAfterMs: fc.option(fc.integer({ min: -5, max: 2 ** 40 })),
        rateLimited: fc.boolean(),
      }),
      fc.record({
        kind: fc.constantFrom('ambiguous', 'channel-gone', 'tenant-gone', 'bad-payload'),
        reason: fc.string(),
      }),
    );
    const delivery = fc.record({
      attempts: fc.nat(50),
      unclearAttempts: fc.nat(5),
      kind: fc.constantFrom('alert', 'digest', 'update', 'system'),
      mode: fc.constantFrom('post', 'edit', 'thread'),
      createdAt: fc.integer({ min: NOON - 72 * HOUR_MS, max: NOON }),
    });
    const property = fc.property(
      outcome,
      delivery,
      fc.double({ min: 0, max: 0.999, noNaN: true }),
      (said, changes, random) => {
        const before = aClaimed(changes);
        const after = afterAttempt(before, said, { ...context, random });

        expect(
          Number.isSafeInteger(after.notBefore) && Number.isSafeInteger(after.laneReadyAt),
        ).toBe(true);
        expect(after.notBefore).toBeGreaterThanOrEqual(now);
        expect(after.laneReadyAt).toBeGreaterThanOrEqual(now + limits.laneIntervalMs);
        expect(after.attempts).toBeGreaterThanOrEqual(before.attempts);
        // Given up always has a reason in words; sent always has a receipt.
        if (after.state === 'dead') expect(after.error).not.toBeNull();
        expect(after.receipt !== null).toBe(after.state === 'sent');
        // A post that may stand is tried again only from `unknown`, which marks the next copy.
        if (said.kind === 'ambiguous' && before.mode !== 'edit') {
          expect(['unknown', 'dead']).toContain(after.state);
          if (after.state === 'unknown')
            expect(after.notBefore).toBeGreaterThanOrEqual(now + limits.quietMs);
        }
      },
    );

    fc.assert(property, { numRuns: 2_000 });
  });
});

describe('after a platform was asked first and did not answer', () => {
  const silent = (changes: Parameters<typeof aClaimed>[0]) =>
    afterSilence(aClaimed(changes), 'HTTP 503', { ...context, random: 0 });

  it('counts no attempt of what was never tried, and holds the channel', () => {
    const waiting = silent({});

    expect(waiting).toMatchObject({
      state: 'pending',
      attempts: 0,
      error: 'HTTP 503; not tried yet',
    });
    expect(waiting.notBefore).toBeGreaterThan(now);
    expect(waiting.laneReadyAt).toBe(waiting.notBefore);
  });

  it('keeps the one marked copy for another quiet wait, while the channel goes on', () => {
    expect(silent({ possibleRepeat: true, unclearAttempts: 1, attempts: 1 })).toMatchObject({
      state: 'retry',
      attempts: 1,
      notBefore: now + 70_000,
      laneReadyAt: now + 1_000,
    });
  });

  it('gives up a copy that could not be risked for a day, and says that the first may stand', () => {
    const old = { possibleRepeat: true, unclearAttempts: 1, createdAt: now - 24 * HOUR_MS };

    expect(silent({ ...old, attempts: 1 })).toMatchObject({
      state: 'dead',
      error: 'HTTP 503; it may have been posted',
    });
    // Asked for by hand: its attempts are counted anew, and it is as old as it is.
    expect(silent({ ...old, attempts: 0 }).state).toBe('retry');
  });
});

describe('before an attempt', () => {
  it('holds back a digest whose sender stopped before it noted an answer', () => {
    const repeat = aClaimed({
      kind: 'digest',
      possibleRepeat: true,
      attempts: 1,
      lastError: 'the sender stopped',
    });

    expect(beforeAttempt(repeat, context)).toMatchObject({
      state: 'dead',
      error: 'the sender stopped; it may have been posted, and a digest is not repeated',
    });
  });

  it('keeps a digest to be looked for where the channel can be read', () => {
    const digest = aClaimed({ kind: 'digest', attempts: 1, possibleRepeat: true });
    const looking = { ...context, canLook: true };

    const after = afterAttempt(aClaimed({ kind: 'digest' }), UNCLEAR, looking);
    const last = afterAttempt({ ...digest, unclearAttempts: 3 }, UNCLEAR, looking);

    expect([after.state, beforeAttempt(digest, looking), last.state]).toEqual([
      'unknown',
      null,
      'dead',
    ]);
    expect(last.error).toContain('a digest is not repeated');
  });

  it('sends a digest that somebody asked to have sent again', () => {
    expect(beforeAttempt(aClaimed({ kind: 'digest', possibleRepeat: true }), context)).toBeNull();
  });

  it('sends everything else', () => {
    expect(beforeAttempt(aClaimed({ possibleRepeat: true, attempts: 2 }), context)).toBeNull();
    expect(beforeAttempt(aClaimed({ kind: 'digest' }), context)).toBeNull();
  });
});
