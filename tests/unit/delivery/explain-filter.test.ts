import { describe, expect, it } from 'vitest';
import { explainFilter } from '../../../src/delivery/explain-filter.ts';
import { readStoryTerms } from '../../../src/delivery/story-terms.ts';
import type { Story } from '../../../src/domain/story.ts';
import type { Filter } from '../../../src/domain/subscription.ts';
import { aStory, EVERYTHING } from '../../support/story-builder.ts';

function takes(filter: Partial<Filter>, story: Partial<Story>): boolean {
  return explainFilter({ ...EVERYTHING, ...filter }, readStoryTerms(aStory(story))).matches;
}

describe('reach of a country', () => {
  it.each<[string, Partial<Filter>, Partial<Story>, boolean]>([
    [
      'a member is hit by what hits its union',
      { include: { target: ['DE'] } },
      { targets: ['EU'] },
      true,
    ],
    [
      'a union is told of what hits its member',
      { include: { target: ['EU'] } },
      { targets: ['DE'] },
      true,
    ],
    ['another country is not', { include: { target: ['JP'] } }, { targets: ['EU'] }, false],
    [
      'every origin includes each country',
      { include: { target: ['JP'] } },
      { targets: ['WORLD'] },
      true,
    ],
    ['but not the imposer itself', { include: { target: ['US'] } }, { targets: ['WORLD'] }, false],
    [
      'nor a country spared by name',
      { include: { target: ['CA'] } },
      { targets: ['WORLD'], exempted: ['CA'] },
      false,
    ],
    [
      'a bare country is told that it is spared',
      { countries: ['CA'] },
      { targets: ['WORLD'], exempted: ['CA'] },
      true,
    ],
    ['a bare country may impose', { countries: ['US'] }, {}, true],
    [
      'a story without a target fits no target',
      { include: { target: ['JP'] } },
      { targets: [] },
      false,
    ],
  ])('%s', (_, filter, story, expected) => {
    expect(takes(filter, story)).toBe(expected);
  });
});

describe('reach of a product', () => {
  it.each<[string, readonly string[], readonly string[], boolean]>([
    ['all goods hit steel', ['steel'], ['all-goods'], true],
    ['a duty on steel is none on all goods', ['all-goods'], ['steel'], false],
    ['metals hit steel', ['steel'], ['metals'], true],
    ['whoever watches metals is told of steel', ['metals'], ['steel'], true],
    ['steel is not aluminium', ['aluminium'], ['steel'], false],
    [
      'a product outside the table is matched by its own name',
      ['other:cheese'],
      ['other:cheese'],
      true,
    ],
    ['a group is matched under the name that readings print', ['nickel'], ['other:nickel'], true],
    ['an unknown product fits no product', ['steel'], [], false],
  ])('%s', (_, wanted, products, expected) => {
    expect(takes({ include: { product: wanted } }, { products })).toBe(expected);
  });
});

describe('exclusions', () => {
  it.each<[string, Filter['exclude'], Partial<Story>, boolean]>([
    ['drop a story they cover', { stage: ['threatened'] }, { stage: 'threatened' }, false],
    ['keep what they do not cover', { stage: ['threatened'] }, { stage: 'announced' }, true],
    [
      'keep a story they cover in part',
      { product: ['steel'] },
      { products: ['steel', 'copper'] },
      true,
    ],
    [
      'drop it when both parts are covered',
      { product: ['steel', 'copper'] },
      { products: ['steel', 'copper'] },
      false,
    ],
    ['of a union drop its members', { target: ['EU'] }, { targets: ['DE'] }, false],
    ['of a member keep the union', { target: ['DE'] }, { targets: ['EU'] }, true],
    ['of a country keep a duty on every origin', { target: ['JP'] }, { targets: ['WORLD'] }, true],
    [
      'do not touch a story that says nothing of the key',
      { product: ['steel'] },
      { products: [] },
      true,
    ],
    [
      'go by the relief when the story is about relief',
      { stage: ['sought'] },
      { stage: 'announced', relief: 'sought' },
      false,
    ],
  ])('%s', (_, exclude, story, expected) => {
    expect(takes({ exclude }, story)).toBe(expected);
  });

  it('name the term that kept the story out, as it would be typed', () => {
    const filter: Filter = {
      include: { product: ['steel'] },
      exclude: { stage: ['threatened'] },
      countries: [],
    };

    const verdict = explainFilter(filter, readStoryTerms(aStory({ stage: 'threatened' })));

    expect(verdict).toEqual({ matches: false, term: '-stage:threatened' });
  });
});
