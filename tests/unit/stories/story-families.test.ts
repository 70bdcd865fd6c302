// Families of news as it comes, read by the real reader and grouped: the figures they have, and no miss that is not marked.
import { describe, expect, it } from 'vitest';
import { groupItems } from '../../../src/stories/group-items.ts';
import { scorePairs } from './corpus.ts';
import { missesOf, toldTable } from './told-families.ts';

// Precision first: two steps in one story hide an alert.
describe.each([
  { table: 'first.txt', precision: 0.98, f1: 0.88 },
  { table: 'second.txt', precision: 0.98, f1: 0.88 },
  { table: 'third.txt', precision: 0.98, f1: 0.89 },
  { table: 'fourth.txt', precision: 0.98, f1: 0.84 },
  { table: 'fifth.txt', precision: 0.8, f1: 0.65 },
])('families of $table', ({ table, precision, f1 }) => {
  const { items, knownMisses } = toldTable(table);
  const grouping = groupItems(items);
  const misses = missesOf(items, grouping);

  it('hold several stories each but for the plainest', () => {
    const stories = new Set(items.map((item) => item.story));
    expect(stories.size).toBeGreaterThan(1.5 * new Set(items.map((item) => item.family)).size);
    expect(new Set(items.map((item) => item.id)).size).toBe(items.length);
  });

  it('are grouped with the figures they have', () => {
    const score = scorePairs(items, grouping);
    const show = (value: number) => value.toFixed(3);
    console.log(
      `${table}: pair precision ${show(score.precision)}, recall ${show(score.recall)}, F1 ${show(score.f1)} (${score.pairs} pairs)`,
    );

    expect(score.precision).toBeGreaterThanOrEqual(precision);
    expect(score.f1).toBeGreaterThanOrEqual(f1);
  });

  it('have no miss that is not marked', () => {
    const cured = knownMisses.filter((miss) => !misses.includes(miss));
    if (cured.length > 0) console.log(`${table}, marks to take away: ${cured.join('; ')}`);

    expect(misses.filter((miss) => !knownMisses.includes(miss))).toEqual([]);
  });

  it('mark only what they hold', () => {
    const stories = new Set(items.map((item) => item.story));
    const marked = knownMisses.flatMap((miss) => miss.replace(/^\w+ /, '').split(' + '));

    expect(marked.filter((story) => !stories.has(story))).toEqual([]);
  });
});
