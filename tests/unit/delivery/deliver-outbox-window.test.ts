// How many messages may be under way to a platform.
import { describe, expect, it } from 'vitest';
import { createWindow, type Window } from '../../../src/delivery/deliver-outbox-window.ts';
import type { SendOutcome } from '../../../src/domain/delivery.ts';

const SENT: SendOutcome = { kind: 'sent', receipt: 'r' };
const LIMITED: SendOutcome = {
  kind: 'not-sent',
  reason: '429',
  retryAfterMs: 1_000,
  rateLimited: true,
};
const UNCLEAR: SendOutcome = { kind: 'ambiguous', reason: 'reply lost' };
const GONE: SendOutcome = { kind: 'channel-gone', reason: 'is_archived' };

/** A window of ten to a hundred places before a fan-out to `messages` channels. */
function facing(messages: number): Window {
  const window = createWindow(10, 100);
  window.expect(messages);
  return window;
}

function having(
  outcome: SendOutcome,
  times: number,
  window: Window = facing(10_000),
  tookMs = 80,
): Window {
  for (let time = 0; time < times; time += 1) window.note(outcome, tookMs);
  return window;
}

describe('the window of a platform', () => {
  it('grows by four places an answer, and never beyond the most', () => {
    expect(having(SENT, 0).size()).toBe(10);
    expect(having(SENT, 8).size()).toBe(42);
    expect(having(SENT, 1_000).size()).toBe(100);
  });

  it('never lets more than a sixteenth of a fan-out be under way, and ten in any case', () => {
    expect(having(SENT, 1_000, facing(1_600)).size()).toBe(100);
    expect(having(SENT, 1_000, facing(800)).size()).toBe(50);
    expect(having(SENT, 1_000, facing(200)).size()).toBe(12);
    expect(having(SENT, 1_000, facing(3)).size()).toBe(10);
  });

  it('keeps the share of the whole fan-out while less and less of it is left', () => {
    const window = facing(1_600);
    window.expect(32);
    expect(having(SENT, 1_000, window).size()).toBe(100);
  });

  it('can be widened by more messages until it is at its most', () => {
    expect(facing(800).mayWiden()).toBe(true);
    expect(facing(createWindow(10, 100).fullAt()).mayWiden()).toBe(false);
  });

  it.each([
    ['asks for patience', LIMITED],
    ['gives no clear answer', UNCLEAR],
  ])('is halved each time that the platform %s, and never below the least', (_what, outcome) => {
    expect(having(outcome, 1, having(SENT, 1_000)).size()).toBe(50);
    expect(having(outcome, 9, having(SENT, 1_000)).size()).toBe(10);
  });

  it('stays as it is when a channel has gone: that says nothing of the platform', () => {
    expect(having(GONE, 9, having(SENT, 8)).size()).toBe(42);
  });

  it('does not grow by answers that take a second, and shrinks by those that take longer', () => {
    expect(having(SENT, 60, having(SENT, 8), 1_500).size()).toBe(42);
    expect(having(SENT, 5, having(SENT, 8), 2_500).size()).toBe(37);
    expect(having(SENT, 99, having(SENT, 8), 2_500).size()).toBe(10);
  });

  it('is small again after a rest', () => {
    const window = having(SENT, 1_000);
    window.rest();
    expect(window.size()).toBe(10);
    expect(having(SENT, 1_000, window).size()).toBe(10);
  });

  it('stays as it is where the most is the least', () => {
    expect(having(SENT, 99, createWindow(7, 7)).size()).toBe(7);
    expect(having(LIMITED, 99, createWindow(7, 7)).size()).toBe(7);
  });
});
