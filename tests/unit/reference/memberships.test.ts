// Who belongs to a group on a day, and whose measures are written under one code.
import { describe, expect, it } from 'vitest';
import { shareBody } from '../../../src/reference/memberships.ts';

const DAY = '2030-01-01';

describe('one body', () => {
  it('writes for a union and its members, and for two members of it', () => {
    expect(shareBody(['EU'], ['JP', 'PL'], DAY)).toBe(true);
    expect(shareBody(['PL'], ['EU'], DAY)).toBe(true);
    expect(shareBody(['PL'], ['IT'], DAY)).toBe(true);
  });

  it('writes for a code and itself, but not for two states without one', () => {
    expect(shareBody(['JP', 'NO'], ['NO'], DAY)).toBe(true);
    expect(shareBody(['JP'], ['NO'], DAY)).toBe(false);
    expect(shareBody(['PL'], ['NO'], DAY)).toBe(false);
    expect(shareBody([], ['NO'], DAY)).toBe(false);
  });

  it('writes for a former member as long as it was one', () => {
    expect(shareBody(['GB'], ['EU'], '2019-06-01')).toBe(true);
    expect(shareBody(['GB'], ['EU'], DAY)).toBe(false);
  });
});
