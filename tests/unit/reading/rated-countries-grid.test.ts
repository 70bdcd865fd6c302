// Countries that an item gives a rate each, over as many sentences as it takes: each is a target, each figure a rate. A grid in our
// own words.
import { describe, expect, it } from 'vitest';
import { readItem } from '../../../src/reading/read-item.ts';

type Row = readonly [name: string, code: string, rate: number];

const ROWS: readonly Row[] = [
  ['Lesotho', 'LS', 50],
  ['Cambodia', 'KH', 49],
  ['Sri Lanka', 'LK', 44],
  ['Kazakhstan', 'KZ', 27],
  ['Japan', 'JP', 24],
  ['Israel', 'IL', 17],
  ['South Africa', 'ZA', 31],
  ['Brunei', 'BN', 23],
];

const FRAMES: readonly (readonly [string, (name: string, rate: number, at: number) => string])[] = [
  ['gets', (name, rate, at) => (at % 2 === 0 ? `${name} gets ${rate}%` : `${name} ${rate}%`)],
  ['(rate)', (name, rate) => `${name} (${rate}%)`],
  ['at', (name, rate, at) => (at % 2 === 0 ? `${name} is at ${rate}%` : `${name} at ${rate}%`)],
  [
    'will pay',
    (name, rate, at) => (at % 2 === 0 ? `${name} will pay ${rate}%` : `${name} ${rate}%`),
  ],
  [
    'got a',
    (name, rate, at) => (at % 2 === 0 ? `${name} got a ${rate}% duty` : `${name} ${rate}%`),
  ],
  [
    'faces',
    (name, rate, at) =>
      at % 2 === 0 ? `${name} faces ${rate} percent` : `${name} ${rate} percent`,
  ],
  [': rate', (name, rate) => `${name}: ${rate}%`],
];

const TITLES = [
  'Trump announces sweeping reciprocal tariffs on dozens of countries',
  'US sets new tariff rates for trading partners',
  'White House unveils new tariffs by country',
];

const PER_SENTENCE = [2, 4, 8];

describe('countries with a rate each', () => {
  it.each(FRAMES)('are targets, and their figures rates, set out with "%s"', (_, print) => {
    const wrong = TITLES.flatMap((title) =>
      PER_SENTENCE.flatMap((count) => {
        const sentences: string[] = [];
        for (let at = 0; at < ROWS.length; at += count) {
          const told = ROWS.slice(at, at + count).map(([name, , rate], row) =>
            print(name, rate, row),
          );
          sentences.push(`${told.join(', ')}.`);
        }
        const summary = `The president signed the order on Wednesday. ${sentences.join(' ')}`;
        const { relevance, targets, rates } = readItem({
          title,
          summary,
          published: '2026-03-10',
          lang: 'en',
        });
        const on = targets.map(({ value }) => value as string);
        const missing = ROWS.filter(
          ([, code, rate]) => !on.includes(code) || !rates.some(({ value }) => value === rate),
        ).map(([name]) => name);
        return relevance === 'yes' && missing.length === 0
          ? []
          : [`${title} // ${sentences[0]}: ${relevance}, without ${missing.join()}`];
      }),
    );
    expect(wrong).toEqual([]);
  });
});
