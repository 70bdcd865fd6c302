// How two actions stand to each other.
import { describe, expect, it } from 'vitest';
import { ACTIONS } from '../../../src/domain/reading.ts';
import { compareActions } from '../../../src/stories/action-family.ts';

describe('likeness of actions', () => {
  it('is the same either way for every pair', () => {
    for (const left of ACTIONS) {
      for (const right of ACTIONS) {
        expect(compareActions(left, right)).toBe(compareActions(right, left));
      }
    }
  });

  it.each([
    ['imposed', 'imposed', 'same'],
    ['struck-down', 'struck-down', 'rare'],
    ['imposed', 'increased', 'kindred'],
    ['retaliation-imposed', 'increased', 'kindred'],
    ['threatened', 'imposed', 'near'],
    ['deal-reached', 'reduced', 'near'],
    ['exemption-sought', 'exempted', 'apart'],
    ['exemption-sought', 'imposed', 'apart'],
    ['imposed', 'removed', 'apart'],
    ['other', 'imposed', 'open'],
    ['other', 'other', 'open'],
  ] as const)('%s and %s are %s', (left, right, likeness) => {
    expect(compareActions(left, right)).toBe(likeness);
  });
});
