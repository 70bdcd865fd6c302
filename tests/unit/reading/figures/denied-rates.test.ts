// A correction names the wrong figure once more, in any language.
import { describe, expect, it } from 'vitest';
import { readItem } from '../../../../src/reading/read-item.ts';

describe('a rate that a text sets right', () => {
  it.each([
    ['de', 'Chile verhängt Zölle von 35 Prozent auf Stahl aus Peru, nicht 45 Prozent'],
    ['es', 'Chile impone un arancel del 35% al acero de Perú, y no del 45%'],
    ['fr', 'Le Chili impose des droits de douane de 35 % sur l’acier du Pérou, et non de 45 %'],
    ['nl', 'Chili voert een heffing van 35 procent in op staal uit Peru, niet van 45 procent'],
  ])('is read without the one that it denies: %s', (lang, title) => {
    const { rates } = readItem({ title, summary: '', published: '2025-06-10', lang });

    expect(rates.map(({ value }) => value)).toEqual([35]);
  });
});
