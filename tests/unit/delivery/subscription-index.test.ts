import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explainFilter } from '../../../src/delivery/explain-filter.ts';
import { readStoryTerms } from '../../../src/delivery/story-terms.ts';
import { createSubscriptionIndex } from '../../../src/delivery/subscription-index.ts';
import type { Story } from '../../../src/domain/story.ts';
import type { Filter, Subscription } from '../../../src/domain/subscription.ts';
import { aStory, aSubscription } from '../../support/story-builder.ts';

const COUNTRIES = ['US', 'JP', 'KR', 'DE', 'FR', 'EU', 'CA', 'CN', 'WORLD'];
const PRODUCTS = ['steel', 'aluminium', 'metals', 'autos', 'evs', 'all-goods', 'other:cheese'];
const STAGES = ['threatened', 'announced', 'in-force', 'sought', 'granted'];

const someOf = (values: readonly string[], most = 3) =>
  fc.uniqueArray(fc.constantFrom(...values), { maxLength: most });

const terms = fc.record({
  imposer: someOf(COUNTRIES),
  target: someOf(COUNTRIES, 4),
  product: someOf(PRODUCTS),
  stage: someOf(STAGES),
  rung: someOf(['press', 'gazette']),
  source: someOf(['press', 'daily', 'register', 'gazette'], 2),
});

const sparse = fc
  .tuple(
    terms,
    fc.subarray(['imposer', 'target', 'product', 'stage', 'rung', 'source'], { maxLength: 2 }),
  )
  .map(([all, keys]) =>
    Object.fromEntries(
      Object.entries(all).filter(([key, list]) => keys.includes(key) && list.length > 0),
    ),
  );

const filters: fc.Arbitrary<Filter> = fc.record({
  include: sparse,
  exclude: sparse,
  countries: fc.oneof({ weight: 2, arbitrary: fc.constant([]) }, someOf(COUNTRIES)),
});

const stories: fc.Arbitrary<Story> = fc
  .record({
    imposers: someOf(COUNTRIES.slice(0, 8), 2),
    targets: someOf(COUNTRIES),
    exempted: someOf(COUNTRIES.slice(0, 8), 2),
    products: someOf(PRODUCTS, 2),
    rung: fc.constantFrom('press' as const, 'gazette' as const),
    stage: fc.constantFrom('threatened' as const, 'announced' as const, 'in-force' as const, null),
    relief: fc.constantFrom('sought' as const, 'granted' as const, null, null),
  })
  .map((part) => aStory(part));

type Step =
  | { readonly kind: 'add'; readonly id: number; readonly filter: Filter }
  | { readonly kind: 'remove'; readonly id: number };

const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({
        kind: fc.constant('add' as const),
        id: fc.nat(60),
        filter: filters,
      }),
    },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('remove' as const), id: fc.nat(60) }) },
  ),
  { maxLength: 150 },
);

const idsOf = (subscriptions: readonly Subscription[]) =>
  subscriptions.map((one) => one.id).toSorted();

describe('the index of subscriptions', () => {
  it('gives what a plain loop over all filters gives, after any adding, replacing and removing', () => {
    fc.assert(
      fc.property(steps, fc.array(stories, { minLength: 1, maxLength: 8 }), (all, asked) => {
        const index = createSubscriptionIndex();
        const held = new Map<string, Subscription>();
        for (const step of all) {
          const id = `W-${step.id}`;
          if (step.kind === 'add') {
            const subscription = aSubscription({ id, filter: step.filter });
            index.add(subscription);
            held.set(id, subscription);
          } else {
            expect(index.remove(id)).toBe(held.delete(id));
          }
        }
        expect(index.size()).toBe(held.size);
        for (const story of asked) {
          const plain = [...held.values()].filter(
            (one) => explainFilter(one.filter, readStoryTerms(story)).matches,
          );
          expect(idsOf(index.match(story))).toEqual(idsOf(plain));
        }
      }),
      { numRuns: 400 },
    );
  });

  it('leaves out a filter that names only the imposer and the spared when every origin is hit', () => {
    const index = createSubscriptionIndex([
      aSubscription({
        id: 'W-1',
        filter: { include: { target: ['US', 'CA'] }, exclude: {}, countries: [] },
      }),
      aSubscription({
        id: 'W-2',
        filter: { include: { target: ['CA', 'JP'] }, exclude: {}, countries: [] },
      }),
    ]);

    const matched = index.match(aStory({ targets: ['WORLD'], exempted: ['CA'] }));

    expect(idsOf(matched)).toEqual(['W-2']);
  });

  it('keeps subscriptions apart across the word boundaries of its bitsets', () => {
    const index = createSubscriptionIndex(
      Array.from({ length: 1_000 }, (_, at) =>
        aSubscription({
          id: `W-${at}`,
          filter: {
            include: { product: [at % 2 === 0 ? 'steel' : 'autos'] },
            exclude: {},
            countries: [],
          },
        }),
      ),
    );

    const matched = index.match(aStory({ products: ['steel'] }));

    expect(matched).toHaveLength(500);
    expect(matched.every((one) => Number(one.id.slice(2)) % 2 === 0)).toBe(true);
  });
});
