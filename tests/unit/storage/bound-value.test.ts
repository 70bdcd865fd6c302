// The gate to every statement: what both databases return unchanged passes, everything else is refused or mended.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bindValue, fromJson, storableText, toJson } from '../../../src/storage/bound-value.ts';

describe('a bound value', () => {
  it.each([
    ['text', 'text'],
    [0, 0],
    [-1.5, -1.5],
    [null, null],
    [true, 1],
    [false, 0],
    ['a\u0000b', 'ab'],
    ['\ud800', '\ufffd'],
    ['\u{1f6a2}', '\u{1f6a2}'],
  ])('%j is stored as %j', (value, stored) => {
    expect(bindValue(value, 0)).toBe(stored);
  });

  it('may be a whole number beyond what a double holds', () => {
    expect(bindValue(2n ** 60n, 0)).toBe(2n ** 60n);
  });

  it.each([
    [new Date(0), 'Date'],
    [Number.NaN, 'number'],
    [Number.POSITIVE_INFINITY, 'number'],
    [undefined, 'undefined'],
    [{}, 'Object'],
    [['x'], 'Array'],
    [() => 1, 'function'],
    [Symbol('x'), 'symbol'],
    [Object.create(null), 'Object'],
  ])(
    '%s is refused, because a driver would store it as nothing or as something else',
    (value, kind) => {
      expect(() => bindValue(value, 2)).toThrow(
        new TypeError(`parameter 3 cannot be stored: ${kind}`),
      );
    },
  );

  it('does not repeat the value in its complaint: it may be a secret', () => {
    expect(() => bindValue({ token: 'xoxb-1' }, 0)).toThrow(expect.not.stringContaining('xoxb'));
  });
});

describe('JSON text', () => {
  it('comes back as it went in, for everything that text can hold', () => {
    const property = fc.property(fc.jsonValue(), (value) => {
      const text = toJson(value);

      expect(storableText(text)).toBe(text);
      expect(fromJson(text)).toEqual(
        JSON.parse(
          JSON.stringify(value, (_key, part) =>
            typeof part === 'string' ? storableText(part) : part,
          ),
        ),
      );
    });

    fc.assert(property, { numRuns: 1_000 });
  });

  it('never holds NUL or a broken surrogate, not even escaped, and keeps what only looks like one', () => {
    const value = ['\u0000a', '\ud800b', 'c\udfff', '\\u0000', '\\\\ud800', '\u{1f6a2}'];

    expect(fromJson(toJson(value))).toEqual([
      'a',
      '\ufffdb',
      'c\ufffd',
      '\\u0000',
      '\\\\ud800',
      '\u{1f6a2}',
    ]);
  });

  it('mends any text to one that has a UTF-8 form', () => {
    const property = fc.property(
      fc.string({ unit: 'binary' }),
      fc.integer({ min: 0xd800, max: 0xdfff }),
      (text, unit) => {
        const mended = storableText(text + String.fromCharCode(unit) + text);

        expect(Buffer.from(mended, 'utf8').toString('utf8')).toBe(mended);
        expect(mended).not.toContain('\u0000');
      },
    );

    fc.assert(property);
  });
});
