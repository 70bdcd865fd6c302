// A gate lets so many in at once, first come first served, and nobody waits beyond his time.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createGate } from '../../../src/feeds/gate.ts';

describe('a gate', () => {
  it('never has more inside than it has places, and lets all in, in their order', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 4 }),
        fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 20 }),
        async (places, stays) => {
          const gate = createGate(places);
          let inside = 0;
          let most = 0;
          const order: number[] = [];
          await Promise.all(
            stays.map(async (turns, at) => {
              const leave = await gate.enter();
              order.push(at);
              inside += 1;
              most = Math.max(most, inside);
              for (let turn = 0; turn < turns; turn += 1) await Promise.resolve();
              inside -= 1;
              leave();
            }),
          );

          expect(most).toBeLessThanOrEqual(places);
          expect(order).toEqual(stays.map((_, at) => at));
        },
      ),
    );
  });

  it('lets who gives up go, and his place to the next', async () => {
    const gate = createGate(1);
    const leave = await gate.enter();
    const patience = new AbortController();
    const first = gate.enter(patience.signal);
    const second = gate.enter();
    patience.abort(new Error('too long'));
    await expect(first).rejects.toThrow('too long');

    leave();
    leave();
    const leaveToo = await second;
    let isInside = false;
    const third = gate.enter().then(() => {
      isInside = true;
    });
    await Promise.resolve();
    expect(isInside).toBe(false);
    leaveToo();
    await third;
  });

  it('refuses who has no time left', async () => {
    await expect(createGate(1).enter(AbortSignal.abort(new Error('late')))).rejects.toThrow('late');
  });
});
