// Which rules of a table a sentence is asked for.
import { expect, test } from 'vitest';
import { fitting, rulesFor } from '../../../../src/reading/words/asked-rules.ts';
import { buildScene } from '../../../../src/reading/words/build-scene.ts';
import type { Line } from '../../../../src/reading/words/scene.ts';
import { wordGroup } from '../../../../src/reading/words/word-groups.ts';

const FRUIT = wordGroup('quince medlar');
const PLANTED = wordGroup(/^plant(?:s|ed)?$/);
const rulesIn = rulesFor([
  { name: 'always' },
  { name: 'fruit', needs: [FRUIT] },
  { name: 'planted fruit', needs: [FRUIT, PLANTED] },
  { name: 'tariff', needs: ['tariff'] },
]);

function lineOf(title: string): Line {
  return buildScene({ title, summary: '', lang: 'en' }).lines[0] as Line;
}

test.each([
  ['A rowan grows', ['always']],
  ['A quince grows', ['always', 'fruit']],
  ['They planted a medlar', ['always', 'fruit', 'planted fruit']],
  ['A tariff on planted rowans', ['always', 'tariff']],
])('in "%s" the rules are asked that have all they need', (title, names) => {
  expect(rulesIn(lineOf(title)).map(({ name }) => name)).toEqual(names);
});

test('a pattern is searched in the text as printed, and only where its words stand', () => {
  const isLoud = fitting(/QUINCE!/, FRUIT);
  expect(isLoud(lineOf('Buy my QUINCE!'))).toBe(true);
  expect(isLoud(lineOf('Buy my quince!'))).toBe(false);
  const isUnasked = fitting(/Rowan/, FRUIT);
  expect(isUnasked(lineOf('A Rowan grows'))).toBe(false);
});
