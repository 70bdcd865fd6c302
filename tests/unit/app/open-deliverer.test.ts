// The waits of the deliverer, when the configuration shortens one of them.
import { describe, expect, it } from 'vitest';
import { limitsOf } from '../../../src/app/open-deliverer.ts';
import { DEFAULT_DELIVERER_LIMITS } from '../../../src/delivery/deliver-outbox-attempt.ts';

describe('the waits of the deliverer', () => {
  it('are the default ones with the default quiet wait, and with a longer one', () => {
    for (const seconds of [70, 600]) {
      expect(limitsOf({ TARIFFWATCH_LANE_SECONDS: 1, TARIFFWATCH_QUIET_SECONDS: seconds })).toEqual(
        { ...DEFAULT_DELIVERER_LIMITS, quietMs: seconds * 1_000 },
      );
    }
  });

  it('shrink with a short quiet wait, which would else end long before anybody looks', () => {
    const limits = limitsOf({ TARIFFWATCH_LANE_SECONDS: 0, TARIFFWATCH_QUIET_SECONDS: 0.4 });

    expect(limits).toMatchObject({ quietMs: 400, pollMs: 100, firstProbeMs: 400 });
    expect(limits.firstRetryMs).toBe(800);
    expect(limits.leaseMs).toBe(DEFAULT_DELIVERER_LIMITS.leaseMs);
  });
});
