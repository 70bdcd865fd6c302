// One person's burst is stopped with clear words, nobody else's question is.
import { describe, expect, it } from 'vitest';
import { createCommandLimit } from '../../../src/commands/command-limit.ts';
import { UserError } from '../../../src/domain/error.ts';
import type { CommandContext } from '../../../src/ports/world.ts';

const NOON = Date.UTC(2025, 5, 15, 12);

function person(userId: string, tenantId = 'T1'): CommandContext {
  return {
    channel: { platform: 'slack', tenantId, channelId: 'C1' },
    channelName: 'general',
    address: null,
    userId,
    userName: userId,
  };
}

/** How many of `count` commands at one instant are taken. */
function burst(
  limit: ReturnType<typeof createCommandLimit>,
  who: CommandContext,
  at: number,
  count: number,
): number {
  let taken = 0;
  for (let command = 0; command < count; command += 1) {
    try {
      limit(who, at);
      taken += 1;
    } catch (fault) {
      expect(fault).toBeInstanceOf(UserError);
    }
  }
  return taken;
}

describe('the limit of commands', () => {
  it('takes thirty of a burst and says when to ask again', () => {
    const limit = createCommandLimit(30);

    expect(burst(limit, person('U1'), NOON, 100)).toBe(30);
    expect(() => limit(person('U1'), NOON + 20_000)).toThrow(
      /30 commands within a minute.*buttons included/,
    );
  });

  it('counts each person of each tenant alone', () => {
    const limit = createCommandLimit(30);
    burst(limit, person('U1'), NOON, 100);

    expect(burst(limit, person('U2'), NOON, 5)).toBe(5);
    expect(burst(limit, person('U1', 'T2'), NOON, 5)).toBe(5);
  });

  it('lets no more than thirty pass around the turn of a minute, and all of them a minute later', () => {
    const limit = createCommandLimit(30);
    limit(person('U1'), NOON);
    expect(burst(limit, person('U1'), NOON + 59_999, 100)).toBe(29);

    expect(burst(limit, person('U1'), NOON + 60_001, 100)).toBeLessThanOrEqual(1);
    expect(burst(limit, person('U1'), NOON + 90_000, 100)).toBeLessThanOrEqual(15);
    expect(burst(limit, person('U1'), NOON + 300_000, 100)).toBe(30);
  });

  it('stays usable when the clock is set back', () => {
    const limit = createCommandLimit(30);
    burst(limit, person('U1'), NOON, 100);

    expect(burst(limit, person('U1'), NOON - 3_600_000, 1)).toBe(1);
  });

  it('remembers a bounded number of people: the quietest is forgotten first', () => {
    const limit = createCommandLimit(1);
    limit(person('first'), NOON);
    for (let one = 0; one < 9_999; one += 1) limit(person(`U${one}`), NOON);
    expect(() => limit(person('first'), NOON)).toThrow();

    limit(person('one more'), NOON);

    expect(() => limit(person('first'), NOON)).not.toThrow();
  });

  it('counts nothing when there is no limit', () => {
    expect(burst(createCommandLimit(null), person('U1'), NOON, 1_000)).toBe(1_000);
  });
});
