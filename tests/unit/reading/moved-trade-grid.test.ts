// Titles that tell how trade, output or earnings moved are statistics, whatever tariff the text brings in to explain it. A grid in
// our own words.
import { describe, expect, it } from 'vitest';
import { readItem } from '../../../src/reading/read-item.ts';

const MOVED = [
  "Chad's exports to Brazil",
  'Chadian shipments to the US',
  'German industrial output',
  'Japanese machinery orders',
  "Peru's car exports",
  "Kenya's trade surplus with China",
  "Japan's trade deficit",
  'Imports of Chinese steel',
  'US car sales',
  "Vietnam's GDP growth",
  'Container volumes at Los Angeles',
  'Steel production in Turkey',
  'Soybean sales to China',
  "Acme's profit",
  'Coffee exports',
  'WTO sees goods trade',
] as const;

const MOVES =
  'drop|drops|fall|falls|slump|slumps|plunge|slip|slips|sink|shrink|tumble|slide|dip|decline|contract|collapse|rise|rises|jump|jumps|surge|surges|climb|soar|rebound|grow|grows|widen|widens|narrow|narrows|hit record|shrinking|sliding|stall|slow|slows|recover|weaken|nosedive|halve|more than double'.split(
    '|',
  );

const TAILS = [
  '12%',
  '8% amid trade tensions',
  'for third month in June',
  'despite tariffs',
  'on US tariffs',
];

const TEXTS = [
  'A 24% tariff on its goods is due to begin on Aug 1.',
  "June figures came a month after Washington's 25% auto tariffs took effect, ministry data showed.",
  'The figures follow the 50% tariff that President Trump imposed on Brazil in August.',
  'Companies rushed in goods before a 10% duty took effect on April 5.',
];

describe('titles that tell how trade moved', () => {
  it.each(MOVES)('are no news of a step: "%s"', (moves) => {
    const wrong = MOVED.flatMap((noun, row) => {
      const title = `${noun} ${moves} ${TAILS[row % TAILS.length]}`;
      const summary = TEXTS[(row + moves.length) % TEXTS.length] ?? '';
      const { relevance } = readItem({ title, summary, published: '2026-03-10', lang: 'en' });
      return relevance === 'yes' ? [`${title} // ${summary}`] : [];
    });
    expect(wrong).toEqual([]);
  });
});

// What moves here is the tariff, or a state moves it.
const STEPS = [
  'Import duty on coffee falls to 5%',
  'US tariffs on Brazilian exports rise to 50%',
  'Chad raises tariffs on car imports as sales slump',
  'Tariff on steel imports doubles to 50%',
  'Export duty on soybeans drops to 24% in Argentina',
  'Indian exports to US hit with 50% tariff',
  'Chinese shipments to the US to face 10% more duty',
];

describe('titles in which a tariff moves', () => {
  it.each(STEPS)('are news: %s', (title) => {
    const { relevance } = readItem({
      title,
      summary: 'The change takes effect on Monday, the finance ministry said.',
      published: '2026-03-10',
      lang: 'en',
    });
    expect(relevance).toBe('yes');
  });
});
