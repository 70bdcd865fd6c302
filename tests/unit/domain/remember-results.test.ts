// A pure function that does not do the same work twice.
import { describe, expect, it } from 'vitest';
import { rememberResults } from '../../../src/domain/remember-results.ts';

describe('remembered results', () => {
  it('are computed once while they are among the last', () => {
    const computed: string[] = [];
    const upper = rememberResults(
      2,
      (text: string) => text,
      (text) => {
        computed.push(text);
        return text.toUpperCase();
      },
    );

    expect(['a', 'b', 'a', 'c', 'b', 'a'].map(upper)).toEqual(['A', 'B', 'A', 'C', 'B', 'A']);
    expect(computed).toEqual(['a', 'b', 'c', 'a']);
  });
});
