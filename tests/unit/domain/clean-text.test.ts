// Text of strangers without what cannot be seen.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanLine, cleanText, cutText } from '../../../src/domain/clean-text.ts';
import { HIDDEN_CHARACTERS, HOSTILE_TEXTS } from '../../support/hostile-texts.ts';

const anyText = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...HOSTILE_TEXTS));

describe('clean text', () => {
  it.each([
    ['a reversed order', 'Tariff \u202Edaer ton od\u202C', 'Tariff daer ton od'],
    ['zero-width characters', 'ta\u200bri\u200d\ufeffff', 'tariff'],
    ['controls', 'a\u0000b\u0007c\u001b[31md\u009be', 'abc[31mde'],
    ['letters of tags', 'US\u{e0041}\u{e007f}', 'US'],
    ['fillers that look like nothing', 'a\u3164b\u115fc\uffa0d', 'abcd'],
    ['half a surrogate pair', 'a\ud800b\udc00c', 'abc'],
    ['line breaks of all kinds', 'a\r\nb\rc\u2028d\u2029e\u0085f', 'a\nb\nc\nd\ne\nf'],
    ['tabs', 'a\tb', 'a b'],
    ['letters with loose accents', 'Cafe\u0301', 'Café'],
  ])('loses %s', (_, text, expected) => {
    expect(cleanText(text)).toBe(expected);
  });

  it.each([
    'Türkiye',
    '日本の鉄鋼',
    'ภาษี',
    'हिन्दी',
    'عربي',
    '25 % · 1.25 Mt',
    'a\nb',
    '😀',
    '🇯🇵',
    '½',
    '�',
  ])('keeps %s as it is', (text) => {
    expect(cleanText(text)).toBe(text);
  });

  it('never holds a hidden character, and cleaning it again changes nothing', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const once = cleanText(text);
        expect(once).not.toMatch(HIDDEN_CHARACTERS);
        expect(cleanText(once)).toBe(once);
      }),
    );
  });

  it('is the same whether or not the short way for plain letters is taken', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii' }), (text) => {
        // The added letter forces the long way; it has no part in any rule.
        expect(cleanText(`${text}é`)).toBe(`${cleanText(text)}é`);
        expect(cleanLine(`${text}é`)).toBe(cleanLine(`${text}e`).replace(/e$/, 'é'));
      }),
    );
  });
});

describe('a clean line', () => {
  it('has no breaks, no double spaces and none at its ends', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(cleanLine(text)).not.toMatch(/^\s|\s\s|\n|\s$/u);
      }),
    );
  });
});

describe('a cut text', () => {
  it('is never longer than allowed and never ends in half a character', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.integer({ min: 1, max: 40 }),
        (text, limit) => {
          const cut = cutText(text, limit);
          expect(cut.length).toBeLessThanOrEqual(limit);
          expect(cut).not.toMatch(/\p{Surrogate}/u);
          if (text.length <= limit) expect(cut).toBe(text);
          else expect(cut.endsWith('…')).toBe(true);
        },
      ),
    );
  });
});
