import { describe, expect, it } from 'vitest';
import { keepAnswer, keepSame, keepWhileSame } from '../../../src/commands/kept-answer.ts';

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

describe('a value that was fetched again', () => {
  it('is the same object while it says the same, and a new one when it does not', async () => {
    const values = [{ feeds: 3 }, { feeds: 3 }, { feeds: 2 }];
    const ask = keepSame(() => Promise.resolve(values.shift() as object), JSON.stringify);

    const [first, second, third] = [await ask(), await ask(), await ask()];

    expect(second).toBe(first);
    expect(third).toEqual({ feeds: 2 });
  });
});

describe('an answer that was composed', () => {
  const ledger = { entries: 1 };
  const feeds = { healthy: 3 };

  it('serves the same question while everything it was made from is the same', () => {
    const kept = keepWhileSame<string>();

    expect(kept('japan', [ledger, feeds], () => 'first')).toBe('first');
    expect(kept('japan', [ledger, feeds], () => 'second')).toBe('first');
  });

  it.each<[string, string, [object, object]]>([
    ['another question', 'korea', [ledger, feeds]],
    ['a new ledger', 'japan', [{ ...ledger }, feeds]],
    ['a change of the feeds', 'japan', [ledger, { ...feeds }]],
  ])('never serves %s', (_what, question, sources) => {
    const kept = keepWhileSame<string>();
    kept('japan', [ledger, feeds], () => 'first');

    expect(kept(question, sources, () => 'second')).toBe('second');
  });

  it('is made anew after a failure', () => {
    const kept = keepWhileSame<string>();
    const fail = () => {
      throw new Error('unknown word');
    };

    expect(() => kept('japn', [ledger], fail)).toThrow('unknown word');
    expect(() => kept('japn', [ledger], fail)).toThrow('unknown word');
    expect(kept('japn', [ledger], () => 'answer')).toBe('answer');
  });
});
