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

function having(
  outcome: SendOutcome,
  times: number,
  window: Window = createWindow(10, 100),
  tookMs = 80,
): Window {
  for (let time = 0; time < times; time += 1) window.note(outcome, tookMs);
  return window;
}

describe('the window of a platform', () => {
  it('grows by one place for two answers, and never beyond the most', () => {
    expect(having(SENT, 0).size()).toBe(10);
    expect(having(SENT, 60).size()).toBe(40);
    expect(having(SENT, 1_000).size()).toBe(100);
  });

  it.each([
    ['asks for patience', LIMITED],
    ['gives no clear answer', UNCLEAR],
  ])('is halved each time that the platform %s, and never below the least', (_what, outcome) => {
    expect(having(outcome, 1, having(SENT, 1_000)).size()).toBe(50);
    expect(having(outcome, 9, having(SENT, 1_000)).size()).toBe(10);
  });

  it('stays as it is when a channel has gone: that says nothing of the platform', () => {
    expect(having(GONE, 9, having(SENT, 60)).size()).toBe(40);
  });

  it('does not grow by answers that take a second, and shrinks by those that take longer', () => {
    expect(having(SENT, 60, having(SENT, 60), 1_500).size()).toBe(40);
    expect(having(SENT, 5, having(SENT, 60), 2_500).size()).toBe(35);
    expect(having(SENT, 99, having(SENT, 60), 2_500).size()).toBe(10);
  });

  it('is small again after a rest', () => {
    const window = having(SENT, 1_000);
    window.rest();
    expect(window.size()).toBe(10);
  });

  it('stays as it is where the most is the least', () => {
    expect(having(SENT, 99, createWindow(7, 7)).size()).toBe(7);
    expect(having(LIMITED, 99, createWindow(7, 7)).size()).toBe(7);
  });
});
