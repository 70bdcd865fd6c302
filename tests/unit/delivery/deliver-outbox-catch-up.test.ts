// What is told in one message when it comes too late to be told one by one.
import { describe, expect, it } from 'vitest';
import {
  catchUpMessage,
  isOverdue,
  mayBeFolded,
} from '../../../src/delivery/deliver-outbox-catch-up.ts';
import { aClaimed, NOON } from '../../support/deliveries.ts';

describe('catching up', () => {
  it.each([
    ['alert', 'post', true],
    ['change', 'thread', true],
    ['correction', 'post', true],
    ['update', 'edit', false],
    ['digest', 'post', false],
    ['system', 'post', false],
  ] as const)('folds %s by %s: %s', (kind, mode, may) => {
    expect(mayBeFolded({ kind, mode })).toBe(may);
  });

  it('is for what should have gone out before, and surely did not', () => {
    const before = NOON + 1;

    expect(isOverdue(aClaimed({ plannedFor: NOON }), before)).toBe(true);
    expect(isOverdue(aClaimed({ plannedFor: before }), before)).toBe(false);
    expect(isOverdue(aClaimed({ plannedFor: NOON, unclearAttempts: 1 }), before)).toBe(false);
    expect(isOverdue(aClaimed({ plannedFor: NOON, kind: 'digest' }), before)).toBe(false);
  });

  it('tells twenty by a line each, the oldest first, and counts the rest', () => {
    const overdue = Array.from({ length: 23 }, (_, number) => {
      const claimed = aClaimed();
      return { ...claimed, message: { ...claimed.message, summary: `story ${number}` } };
    });

    const { summary, blocks } = catchUpMessage(overdue);

    const list = blocks.find((block) => block.kind === 'list');
    const lines = list?.items.map((spans) => spans.map(({ text }) => text).join(''));
    expect(summary).toBe('23 tariff messages that waited');
    expect(lines).toEqual(Array.from({ length: 20 }, (_, number) => `story ${number}`));
    expect(JSON.stringify(blocks)).toContain('and 3 more');
  });

  it('says nothing of a rest when there is none', () => {
    expect(JSON.stringify(catchUpMessage([aClaimed(), aClaimed()]).blocks)).not.toContain('more');
  });
});
