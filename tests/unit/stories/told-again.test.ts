// Late reports: which of them tell the step of the first news once more, and which the next step.
import { describe, expect, it } from 'vitest';
import type { StoryFacts } from '../../../src/domain/story.ts';
import { isToldAgain } from '../../../src/stories/told-again.ts';
import { aSource, noFacts, rates } from './a-source.ts';

const rope: Partial<StoryFacts> = {
  targets: ['MY'],
  products: ['other:rope'],
  rates: [],
  instrument: 'AD',
};
const first = aSource({ title: 'US sets dumping duty on Malaysian hemp rope', facts: rope });

function later(title: string, facts: Partial<StoryFacts> = {}) {
  return aSource({ title, facts: { ...rope, ...facts }, on: '2025-03-28' });
}

describe('a report of goods that few measures are about', () => {
  it('tells the same case weeks later', () => {
    expect(isToldAgain(first, later('Anti-dumping duty on hemp rope from Malaysia'), 25)).toBe(
      true,
    );
  });

  it.each<[string, string, Partial<StoryFacts>]>([
    ['another target', 'Dumping duty on Indian hemp rope', { targets: ['IN'] }],
    ['other goods', 'Dumping duty on Malaysian hemp sacks', { products: ['other:sacks'] }],
    ['another rate', 'Dumping duty of 9% on Malaysian hemp rope', { rates: rates(9) }],
    ['another step', 'US to look into Malaysian hemp rope', { action: 'investigation-opened' }],
    ['an extension', 'Dumping duty on Malaysian hemp rope extended', {}],
  ])('does not where it tells of %s', (_name, title, facts) => {
    const before = aSource({ ...first, facts: { ...first.facts, rates: rates(12) } });

    expect(isToldAgain(before, later(title, facts), 25)).toBe(false);
  });
});

describe('a pause, a cut and an end', () => {
  const goods = { products: ['other:rope'], targets: ['MY'], rates: [] };
  const paused = aSource({
    title: 'US suspends duty on Malaysian hemp rope',
    facts: { ...goods, action: 'suspended' },
  });

  it.each(['removed', 'reduced', 'exempted'] as const)(
    'are three steps, however alike they are told: %s',
    (action) => {
      const next = later('US ends duty on Malaysian hemp rope', { ...goods, action });

      expect(isToldAgain(paused, next, 25)).toBe(false);
    },
  );

  it('are told again in the same word', () => {
    const again = later('Malaysian hemp rope: US suspends duty', { ...goods, action: 'suspended' });

    expect(isToldAgain(paused, again, 25)).toBe(true);
  });
});

describe('a report of goods that many measures are about', () => {
  const cut = {
    products: ['agri'],
    targets: ['WORLD'],
    action: 'reduced',
    rates: rates(10),
  } as const;
  const news = aSource({ title: 'US lowers duty on raw palm oil to 10%', facts: cut });
  const again = aSource({ title: 'Duty cut on raw palm oil to 10%', facts: cut });

  it('tells the same step for some days, where words beyond goods and step come back', () => {
    expect(isToldAgain(news, again, 11)).toBe(true);
    expect(isToldAgain(news, again, 30)).toBe(false);
    expect(isToldAgain(news, aSource({ title: 'Food duty cut to 10%', facts: cut }), 11)).toBe(
      false,
    );
  });
});

describe('an item of which no fact was read', () => {
  const told = aSource({
    title: 'Canada puts 100% on buses from China and 25% on steel',
    facts: { imposers: ['CA'], targets: ['CN'], products: ['steel'], rates: rates(25, 100) },
  });

  it('tells the same where countries, goods and figures are the same', () => {
    const note = aSource({
      title: "Canada's response to buses and steel of China: 100% and 25%",
      facts: noFacts(),
    });
    const other = aSource({ title: "Canada's response to buses of China", facts: noFacts() });

    expect(isToldAgain(told, note, 10)).toBe(true);
    expect(isToldAgain(told, other, 10)).toBe(false);
  });
});
