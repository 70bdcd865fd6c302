import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseFilter } from '../../../src/commands/parse-filter.ts';
import { splitWords } from '../../../src/commands/tokens.ts';
import { UserError } from '../../../src/domain/error.ts';
import type { Feed } from '../../../src/domain/feed.ts';
import { ACTIONS, MEASURE_STAGES, RUNGS } from '../../../src/domain/reading.ts';
import type { Filter } from '../../../src/domain/subscription.ts';
import { printFilter } from '../../../src/messages/describe-filter.ts';
import { productGroups } from '../../../src/reference/product-names.ts';
import { EVERYTHING } from '../../support/story-builder.ts';

const FEEDS: readonly Feed[] = [
  {
    id: 'us-fr-json',
    publisher: 'US Federal Register',
    country: 'US',
    url: 'https://fr.example/',
    adapter: 'syndication',
    tier: 'gazette',
    language: 'en',
    enabled: true,
    rhythmHours: null,
    notes: '',
  },
];

const parse = (text: string) => parseFilter(splitWords(text), FEEDS);

function codeOf(text: string): { code: string; hint: string } {
  try {
    parse(text);
  } catch (error) {
    if (error instanceof UserError) return { code: error.code, hint: error.hint };
    throw error;
  }
  return { code: 'none', hint: '' };
}

describe('a filter as typed', () => {
  it.each<[string, Partial<Filter>]>([
    ['', {}],
    ['everything', {}],
    ['japan steel', { countries: ['JP'], include: { product: ['steel'] } }],
    ['japan and south korea steel', { countries: ['JP', 'KR'], include: { product: ['steel'] } }],
    ['steel,aluminum', { include: { product: ['aluminium', 'steel'] } }],
    ['imposer:us,eu product:steel', { include: { imposer: ['EU', 'US'], product: ['steel'] } }],
    ['jp>us steel', { include: { imposer: ['US'], target: ['JP'], product: ['steel'] } }],
    ['jp > us', { include: { imposer: ['US'], target: ['JP'] } }],
    ['jp -> us', { include: { imposer: ['US'], target: ['JP'] } }],
    ['>us', { include: { imposer: ['US'] } }],
    ['"south korea">us', { include: { imposer: ['US'], target: ['KR'] } }],
    ['target:south-korea', { include: { target: ['KR'] } }],
    ['target:"south korea"', { include: { target: ['KR'] } }],
    [
      'steel -stage:threatened',
      { include: { product: ['steel'] }, exclude: { stage: ['threatened'] } },
    ],
    ['-china', { exclude: { imposer: ['CN'], target: ['CN'] } }],
    ['-steel', { exclude: { product: ['steel'] } }],
    ['stage:in_force', { include: { stage: ['in-force'] } }],
    ['rung:official', { include: { rung: ['customs', 'gazette', 'instrument', 'statement'] } }],
    ['source:gazette', { include: { source: ['gazette'] } }],
    ['source:us-fr-json', { include: { source: ['us-fr-json'] } }],
    ['source:"federal register"', { include: { source: ['us-fr-json'] } }],
    [
      'severity:high',
      {
        include: {
          stage: ['announced', 'ended', 'granted', 'in-force', 'lapsed', 'refused', 'suspended'],
        },
      },
    ],
    ['product:other:cheese', { include: { product: ['other:cheese'] } }],
    ['7326.90', { include: { product: ['steel'] } }],
    ['Japón acero', { countries: ['JP'], include: { product: ['steel'] } }],
    ['“south korea” steel', { countries: ['KR'], include: { product: ['steel'] } }],
  ])('%s', (text, filter) => {
    expect(parse(text).filter).toEqual({ ...EVERYTHING, ...filter });
  });

  it('says what an ambiguous name was taken for', () => {
    const { filter, assumptions } = parse('korea');

    expect(filter.countries).toEqual(['KR']);
    expect(assumptions.join(' ')).toContain('South Korea');
  });

  it.each([
    ['stel', 'unknown-word', 'steel'],
    ['jpan', 'unknown-word', 'Japan'],
    ['stage:threatend', 'unknown-filter-value', 'threatened'],
    ['prodcut:steel', 'unknown-filter-key', 'product'],
    ['source:gazete', 'unknown-filter-value', 'gazette'],
    ['steel -steel', 'contradictory-filter', 'nothing could ever match'],
    ['jp>us kr>us', 'two-lanes', 'once for each'],
    ['a>b>c', 'unknown-word', 'lane'],
    ['target:atlantis', 'unknown-word', 'target:japan'],
    ['severity:huge', 'unknown-filter-value', 'severity:high'],
  ])('%s is refused as %s with a hint', (text, code, hint) => {
    const error = codeOf(text);

    expect(error.code).toBe(code);
    expect(error.hint).toContain(hint);
    expect(error.hint).toContain('xample');
  });
});

describe('printing and parsing', () => {
  const someOf = (values: readonly string[], most = 3) =>
    fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: most });
  const countries = ['US', 'JP', 'KR', 'EU', 'GB', 'IN', 'IT', 'ID', 'NO', 'CA', 'WORLD'];
  const terms = fc.record(
    {
      imposer: someOf(countries.slice(0, 10)),
      target: someOf(countries),
      product: someOf([...productGroups().keys(), 'other:cheese']),
      stage: someOf(MEASURE_STAGES),
      action: someOf(ACTIONS),
      rung: someOf(RUNGS),
      source: someOf(['gazette', 'us-fr-json']),
    },
    { requiredKeys: [] },
  );

  it('are inverse: what is printed parses to the same filter', () => {
    fc.assert(
      fc.property(
        fc.record({
          include: terms,
          countries: fc.uniqueArray(fc.constantFrom(...countries.slice(0, 10)), { maxLength: 3 }),
        }),
        ({ include, countries: bare }) => {
          const filter: Filter = {
            include: Object.fromEntries(
              Object.entries(include).map(([key, values]) => [key, values.toSorted()]),
            ),
            exclude: {},
            countries: bare.toSorted(),
          };

          expect(parse(printFilter(filter)).filter).toEqual(filter);
        },
      ),
    );
  });
});
