import { describe, expect, it } from 'vitest';
import { keepAnswer } from '../../../src/commands/kept-answer.ts';

function counted(outcomes: readonly (number | Error)[]) {
  let calls = 0;
  const load = () => {
    const outcome = outcomes[calls];
    calls += 1;
    return outcome instanceof Error ? Promise.reject(outcome) : Promise.resolve(outcome);
  };
  return { load, calls: () => calls };
}

describe('a kept answer', () => {
  it('is shared by all who ask within the time, and fetched anew after it', async () => {
    const source = counted([1, 2]);
    const ask = keepAnswer(source.load, 1_000);

    expect(await Promise.all([ask(5_000), ask(5_000), ask(5_999)])).toEqual([1, 1, 1]);
    expect(await ask(6_000)).toBe(2);
    expect(source.calls()).toBe(2);
  });

  it('does not outlive a clock that was set back', async () => {
    const ask = keepAnswer(counted([1, 2]).load, 1_000);

    expect(await ask(5_000)).toBe(1);
    expect(await ask(4_000)).toBe(2);
  });

  it('never keeps a failure', async () => {
    const ask = keepAnswer(counted([new Error('down'), 7]).load, 1_000);

    await expect(ask(5_000)).rejects.toThrow('down');
    expect(await ask(5_001)).toBe(7);
  });
});
