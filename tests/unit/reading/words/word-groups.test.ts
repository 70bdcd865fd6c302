// A list of words is found in a line as a search of all its tokens finds it, however long the text and often it is asked.
import { describe, expect, it } from 'vitest';
import { buildScene } from '../../../../src/reading/words/build-scene.ts';
import type { Line } from '../../../../src/reading/words/scene.ts';
import {
  lastPlaceOf,
  placeOf,
  says,
  wordGroup,
} from '../../../../src/reading/words/word-groups.ts';

const FRUIT = wordGroup('quince medlar');
const TREES = wordGroup('medlar rowan');
const MARKS = wordGroup(', ;');
const PLANTED = wordGroup(/^plant(?:s|ed)?$/);

function lineOf(summary: string): Line {
  const line = buildScene({ title: 'Garden', summary, lang: 'en' }).lines.at(-1);
  if (line === undefined) throw new Error('no line');
  return line;
}

/** A word of its own for every number. */
function wordNamed(number: number): string {
  return `w${Array.from(String(number), (digit) => 'abcdefghij'.charAt(Number(digit))).join('')}`;
}

describe('a list of words', () => {
  it('is in a line that has one of its words, whatever the case', () => {
    const line = lineOf('She planted a Medlar, then another medlar');
    expect(says(line, FRUIT)).toBe(true);
    expect(says(line, TREES)).toBe(true);
    expect(says(line, MARKS)).toBe(true);
    expect(says(line, PLANTED)).toBe(true);
    expect(says(lineOf('He grows medlars'), FRUIT)).toBe(false);
    expect(says(lineOf('A plantation of pears'), PLANTED)).toBe(false);
  });

  it('gives the first and the last place between two tokens', () => {
    const line = lineOf('quince and pear and quince and medlar');
    expect(placeOf(line, FRUIT)).toBe(0);
    expect(placeOf(line, FRUIT, 1)).toBe(4);
    expect(placeOf(line, FRUIT, 1, 4)).toBe(-1);
    expect(placeOf(line, FRUIT, -3, 99)).toBe(0);
    expect(lastPlaceOf(line, FRUIT)).toBe(6);
    expect(lastPlaceOf(line, FRUIT, 0, 6)).toBe(4);
    expect(lastPlaceOf(line, FRUIT, 1, 4)).toBe(-1);
    expect(placeOf(line, MARKS)).toBe(-1);
  });

  it('is found in every later item as well, when all numbers of words have changed', () => {
    for (let item = 0; item < 250; item += 1) {
      const noise = Array.from({ length: 100 }, (_, at) => wordNamed(item * 100 + at)).join(' ');
      expect(says(lineOf(`${noise}. A quince`), FRUIT)).toBe(true);
      expect(says(lineOf(`${noise}. A pear`), FRUIT)).toBe(false);
    }
  });

  it('is asked by its own test outside a line', () => {
    expect(FRUIT.has('quince')).toBe(true);
    expect(FRUIT.has('pear')).toBe(false);
    expect(PLANTED.has('plants')).toBe(true);
  });
});
