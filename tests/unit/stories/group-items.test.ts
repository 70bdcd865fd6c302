// Grouping whole sets of items: the judged figure on the own corpus and, where present, on the shared one, and the rule that
// the order in which items are given does not matter.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readItem } from '../../../src/reading/read-item.ts';
import { groupItems } from '../../../src/stories/group-items.ts';
import { mergeIntoStory, openStory } from '../../../src/stories/merge-story.ts';
import { createStoryIndex } from '../../../src/stories/story-index.ts';
import { aSource } from './a-source.ts';
import {
  hasSharedCorpus,
  type LabelledItem,
  ownFamilies,
  ownItems,
  type PairScore,
  scorePairs,
  sharedItems,
} from './corpus.ts';

function report(name: string, score: PairScore): void {
  const show = (value: number) => value.toFixed(3);
  console.log(
    `${name}: pair precision ${show(score.precision)}, recall ${show(score.recall)}, F1 ${show(score.f1)} (${score.pairs} pairs)`,
  );
}

function asRead(items: readonly LabelledItem[]): readonly LabelledItem[] {
  return items.map((item) => ({ ...item, reading: readItem(item.input) }));
}

function partition(grouping: readonly { readonly id: string; readonly story: string }[]): string[] {
  const groups = new Map<string, string[]>();
  for (const { id, story } of grouping) groups.set(story, [...(groups.get(story) ?? []), id]);
  return [...groups.values()].map((ids) => ids.sort().join(' ')).sort();
}

describe('the own corpus', () => {
  const items = ownItems();

  it('has families with a rule, several stories, and unique ids', () => {
    const families = ownFamilies();

    expect(families.length).toBeGreaterThanOrEqual(30);
    expect(new Set(items.map((item) => item.id)).size).toBe(items.length);
    for (const { rule, items: told } of families) {
      expect(rule).not.toBe('');
      expect(new Set(told.map((item) => item.story)).size).toBeGreaterThan(1);
    }
  });

  it('is grouped well when every fact is read', () => {
    const score = scorePairs(items, groupItems(items));
    report('own corpus, labelled facts', score);

    expect(score.precision).toBeGreaterThanOrEqual(0.95);
    expect(score.f1).toBeGreaterThanOrEqual(0.95);
  });

  it('is grouped with what the reader finds', () => {
    const score = scorePairs(items, groupItems(asRead(items)));
    report('own corpus, real readings', score);

    expect(score.precision).toBeGreaterThanOrEqual(0.88);
    expect(score.f1).toBeGreaterThanOrEqual(0.75);
  });

  it('gives every item one key, in the order given', () => {
    expect(groupItems(items).map((row) => row.id)).toEqual(items.map((item) => item.id));
    for (const { story } of groupItems(items)) expect(story).toMatch(/^S-\d+$/);
  });

  it('is grouped alike in whatever order it is given', () => {
    const some = items.filter((_item, at) => at % 2 === 0);
    const expected = partition(groupItems(some));

    fc.assert(
      fc.property(fc.shuffledSubarray([...some], { minLength: some.length }), (shuffled) => {
        expect(partition(groupItems(shuffled))).toEqual(expected);
      }),
      { numRuns: 10 },
    );
  });

  it('is grouped nearly alike when items arrive in any order', () => {
    const inTime = storyByArrival(items);
    const backwards = storyByArrival([...items].reverse());
    const agreed = scorePairs(
      items.map((item) => ({ ...item, story: inTime.get(item.id) ?? '' })),
      [...backwards].map(([id, story]) => ({ id, story })),
    );

    expect(agreed.f1).toBeGreaterThanOrEqual(0.93);
  });
});

describe('items without a date', () => {
  it('are taken for news of the newest day and grouped by what they say', () => {
    const [first, second] = ownItems().filter((item) => item.story === 'copper-threat');
    if (first === undefined || second === undefined) throw new Error('two reports are needed');
    const undated = { ...second, input: { ...second.input, published: undefined } };

    const grouping = groupItems([undated, first]);

    expect(new Set(grouping.map((row) => row.story)).size).toBe(1);
  });

  it('and an empty set are no trouble', () => {
    expect(groupItems([])).toEqual([]);
  });
});

// The pipeline's way: one item at a time, in the order of arrival.
function storyByArrival(
  items: readonly Pick<LabelledItem, 'id' | 'input' | 'reading'>[],
): Map<string, string> {
  const index = createStoryIndex();
  const storyOf = new Map<string, string>();
  for (const { id, input, reading } of items) {
    const source = aSource({
      itemId: id,
      title: input.title,
      summary: input.summary,
      publisher: input.sourceName ?? '',
      on: input.published ?? '',
      facts: {
        imposers: reading.imposers.map((fact) => fact.value),
        targets: reading.targets.map((fact) => fact.value),
        products: reading.products.map((fact) => fact.value),
        rates: reading.rates.map(({ value, kind }) => ({
          pct: value,
          kind,
          quote: '',
          itemId: id,
        })),
        action: reading.action,
        effectiveOn: reading.effectiveDate?.value ?? null,
        instrument: reading.instrument?.value ?? null,
      },
    });
    const known = index.story(index.match(source).storyId ?? '');
    const change =
      known === undefined
        ? openStory(`S-${index.size() + 1}`, source, 0)
        : mergeIntoStory(known, source, 0);
    index.put(change.after);
    storyOf.set(id, change.after.id);
  }
  return storyOf;
}

describe.skipIf(!hasSharedCorpus)('the shared corpus', () => {
  it('is grouped well when every fact is read', () => {
    const items = sharedItems();
    const score = scorePairs(items, groupItems(items));
    report('shared corpus, labelled facts', score);

    expect(score.precision).toBeGreaterThanOrEqual(0.97);
    expect(score.f1).toBeGreaterThanOrEqual(0.95);
  });

  it('is grouped with what the reader finds', () => {
    const items = sharedItems();
    const score = scorePairs(items, groupItems(asRead(items)));
    report('shared corpus, real readings', score);

    expect(score.precision).toBeGreaterThanOrEqual(0.94);
    expect(score.f1).toBeGreaterThanOrEqual(0.9);
  });
});
