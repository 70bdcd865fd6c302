// The wait that an answer asks for.
import { describe, expect, it } from 'vitest';
import { faultCode } from '../../../src/domain/fault-code.ts';
import { retryAfterMs } from '../../../src/domain/retry-after.ts';

describe('a Retry-After header', () => {
  const NOW = Date.parse('2025-03-12T00:00:00Z');

  it.each([
    ['1', 1_000],
    [' 30 ', 30_000],
    ['0', 0],
    ['Wed, 12 Mar 2025 00:01:00 GMT', 60_000],
    ['Tue, 11 Mar 2025 00:00:00 GMT', 0],
    ['soon', null],
    ['-5', null],
    ['1.5', null],
    ['1e9', null],
    ['99999999999', null],
    ['', null],
    [undefined, null],
    [['1', '2'], null],
  ])('%j means %j ms', (header, wait) => {
    expect(retryAfterMs(header, NOW)).toBe(wait);
  });
});

describe('the code of a fault', () => {
  it.each([
    [Object.assign(new Error('at 10.0.0.1, token xoxb-1'), { code: 'ECONNRESET' }), 'ECONNRESET'],
    [new TypeError('secret'), 'TypeError'],
    [Object.assign(new Error('x'), { code: 7 }), 'Error'],
    ['thrown text', 'unknown'],
    [null, 'unknown'],
  ])('never quotes it', (fault, code) => {
    expect(faultCode(fault)).toBe(code);
  });
});
