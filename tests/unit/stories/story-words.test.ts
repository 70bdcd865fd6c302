// Words of a text for matching: what stays, what goes, and how likeness is counted.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  sharedThings,
  storyWords,
  wordIdentity,
  wordLikeness,
} from '../../../src/stories/story-words.ts';

describe('words of a story', () => {
  it('drops grammar and what every tariff story says', () => {
    expect(storyWords('The new tariffs on imported goods', '')).toEqual(['!en']);
  });

  it('joins forms of one word', () => {
    const [left, right] = [storyWords('Refunds ordered', ''), storyWords('refund orders', '')];

    expect(left).toContain('refund');
    expect(right).toContain('refund');
  });

  it('keeps numbers that are no years', () => {
    expect(storyWords('In 2025 duties fell on 89 products', '')).toContain('89');
    expect(storyWords('In 2025 duties fell on 89 products', '')).not.toContain('2025');
  });

  it('reads text and not markup', () => {
    const words = storyWords(
      'x',
      '<ol><li><a href="https://n.example/q">Refund&nbsp;granted</a></ol>',
    );

    expect(words).toContain('refund');
    expect(words).not.toContain('li');
    expect(words.join(' ')).not.toContain('example');
  });

  it('names countries, products and percentages alike in every language', () => {
    const english = storyWords('US sets 25 percent on Japanese steel', '');
    const others = [
      storyWords('USA verhängen 25 Prozent auf Stahl aus Japan', ''),
      storyWords('米国、日本の鉄鋼に25%', ''),
      storyWords('EE.UU. impone 25% al acero de Japón', ''),
    ];

    for (const other of others) {
      expect(sharedThings('country', english, other)?.share).toBe(1);
      expect(sharedThings('product', english, other)?.share).toBe(1);
      expect(sharedThings('percentage', english, other)?.share).toBe(1);
    }
  });

  it('counts a wide product against several narrow ones alike from both sides', () => {
    const [wide, narrow] = [storyWords('metals and cars', ''), storyWords('steel and copper', '')];

    expect(sharedThings('product', wide, narrow)?.share).toBe(0.5);
    expect(sharedThings('product', narrow, wide)?.share).toBe(0.5);
  });

  it('does not take "us" for the United States', () => {
    expect(storyWords('tell us more', '')).not.toContain('@US');
    expect(storyWords('US tells more', '')).toContain('@US');
  });

  it('finds a copy identical and a rewording less so', () => {
    const text = storyWords('Bridge loan for smelter refused by regional parliament', '');
    const reworded = storyWords('Lawmakers refuse smelter loan', '');

    expect(wordIdentity(text, text)).toBe(1);
    expect(wordIdentity(text, reworded)).toBeGreaterThan(0.2);
    expect(wordIdentity(text, reworded)).toBeLessThan(0.8);
  });

  it('does not call two headlines alike for one shared word', () => {
    expect(wordLikeness(storyWords('Bourbon', ''), storyWords('Bourbon', ''))).toBeLessThan(0.5);
  });

  it('is bounded, sorted and symmetric for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (a, b) => {
        const [left, right] = [storyWords(a, b), storyWords(b, '')];

        expect(left).toEqual([...new Set(left)].sort());
        expect(wordLikeness(left, right)).toBe(wordLikeness(right, left));
        expect(wordIdentity(left, right)).toBeLessThanOrEqual(1);
      }),
    );
  });

  // A scan that does not end in linear time runs into the time limit of the test.
  it('gets through a hostile text of 100 000 characters', () => {
    for (const text of [
      '<'.repeat(100_000),
      '&#'.repeat(50_000),
      '1.'.repeat(50_000),
      "a'".repeat(50_000),
    ]) {
      expect(storyWords(text, text).length).toBeLessThanOrEqual(48);
    }
  });
});
