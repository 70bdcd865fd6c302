// Chinese in one spelling: looked up in simplified characters, with all offsets where they were.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readItem } from '../../../src/reading/read-item.ts';
import { toSimplified } from '../../../src/reference/simplified-han.ts';

describe('simplified characters', () => {
  it.each([
    ['墨西哥對中國汽車、紡織品提高關稅至50%', '墨西哥对中国汽车、纺织品提高关税至50%'],
    ['No Han: 25% 関税', 'No Han: 25% 関税'],
    // What the script alone tells: the ministry of Taiwan.
    ['財政部對越南磁磚課稅', '財政部对越南磁砖课税'],
  ])('of %s', (text, simple) => {
    expect(toSimplified(text)).toBe(simple);
  });

  it('keep every offset', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(toSimplified(text)).toHaveLength(text.length);
      }),
    );
  });

  it('read the same as traditional ones, and quote what was printed', () => {
    const read = (title: string) => readItem({ title, summary: '', lang: 'zh' });
    const traditional = read('墨西哥對中國汽車、紡織品提高關稅至50%');
    const simplified = read('墨西哥对中国汽车、纺织品提高关税至50%');

    expect(traditional.action).toBe(simplified.action);
    expect(traditional.rates.map(({ value }) => value)).toEqual([50]);
    expect(traditional.rates[0]?.evidence.quote).toContain('提高關稅至50%');
    expect(traditional.targets.map(({ value }) => value)).toEqual(['CN']);
  });
});
