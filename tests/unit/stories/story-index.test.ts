// The index of open stories: finds the story of an item, says why, and stays quick when many are open.
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../src/domain/day.ts';
import type { Story, StorySource } from '../../../src/domain/story.ts';
import { compareSources } from '../../../src/stories/compare-sources.ts';
import { withdrawStory } from '../../../src/stories/curate-story.ts';
import { mergeIntoStory, openStory } from '../../../src/stories/merge-story.ts';
import { createStoryIndex, MATCH_SCORE } from '../../../src/stories/story-index.ts';
import { aSource, noFacts, rates } from './a-source.ts';

const NOW = Date.UTC(2025, 2, 4);

function opened(id: string, source: StorySource): Story {
  return openStory(id, source, NOW).after;
}

describe('matching', () => {
  it('names the story and the clues that decided', () => {
    const index = createStoryIndex();
    index.put(opened('S-1', aSource()));

    const match = index.match(
      aSource({ itemId: 'I-2', publisher: 'Other', title: 'Japanese plate taxed' }),
    );

    expect(match.storyId).toBe('S-1');
    expect(match.score).toBeGreaterThanOrEqual(MATCH_SCORE);
    expect(match.reason).toContain('S-1');
    expect(match.reason).toContain('same target (JP, JP)');
  });

  it('names the nearest story and what speaks against it', () => {
    const index = createStoryIndex();
    index.put(opened('S-1', aSource()));

    const match = index.match(
      aSource({ facts: { targets: ['KR'] }, title: 'Washington puts duty on Korean plate' }),
    );

    expect(match.storyId).toBeNull();
    expect(match.reason).toContain('S-1');
    expect(match.reason).toContain('different targets');
  });

  it('says so when nothing is near', () => {
    const match = createStoryIndex().match(aSource());

    expect(match).toMatchObject({ storyId: null, score: Number.NEGATIVE_INFINITY });
  });

  it('finds the better of two stories', () => {
    const index = createStoryIndex();
    index.put(
      opened('S-1', aSource({ facts: { products: ['aluminium'] }, title: 'Aluminium foil taxed' })),
    );
    index.put(opened('S-2', aSource({ title: 'Steel plate taxed' })));

    expect(index.match(aSource({ title: 'Plate from Japan taxed' })).storyId).toBe('S-2');
  });

  it('finds the best of many, as if each were compared in full', () => {
    const pcts = [10, 25, 50];
    const titles = ['Steel plate taxed', 'Duty on Japanese plate', 'Foil from Tokyo pays', 'Levy'];
    const sources = pcts.flatMap((pct) =>
      titles.flatMap((title) =>
        ['2025-03-01', '2025-03-03', '2025-03-12'].map((on) =>
          aSource({ title: `${title} ${pct}%`, on, facts: { rates: rates(pct) } }),
        ),
      ),
    );
    const index = createStoryIndex();
    for (const [at, source] of sources.entries()) index.put(opened(`S-${at}`, source));

    for (const title of ['Plate taxed', 'Foil pays 50%', 'Tokyo']) {
      const asked = aSource({ title, facts: { rates: rates(50) } });
      const best = Math.max(...sources.map((source) => compareSources(asked, source).score));

      expect(index.match(asked).score).toBeCloseTo(best, 9);
    }
  });

  it('finds a story by each of its sources, and no longer by one that it lost', () => {
    const index = createStoryIndex();
    const first = opened('S-1', aSource({ title: 'Plate taxed', facts: noFacts() }));
    const second = aSource({ itemId: 'I-2', title: 'Zinnober verzollt', facts: noFacts() });
    const asked = aSource({ itemId: 'I-3', title: 'Zinnober', facts: noFacts() });
    index.put(first);
    index.put(mergeIntoStory(first, second, NOW).after);

    expect(index.match(asked).reason).toContain('S-1');

    index.put(first);

    expect(index.match(asked).reason).not.toContain('S-1');
  });

  it('finds a story by its words when no fact was read', () => {
    const index = createStoryIndex();
    const title = 'Smelter loan refused by Kansai assembly';
    index.put(opened('S-1', aSource({ title, facts: noFacts() })));

    expect(index.match(aSource({ title: `${title}, at last`, facts: noFacts() })).storyId).toBe(
      'S-1',
    );
  });

  it('is not stopped by one misread source among several', () => {
    const index = createStoryIndex();
    const misread = aSource({ itemId: 'I-3', facts: { targets: ['KR'] } });
    const story = mergeIntoStory(
      mergeIntoStory(opened('S-1', aSource()), aSource({ itemId: 'I-2', publisher: 'B' }), NOW)
        .after,
      misread,
      NOW,
    ).after;
    index.put(story);

    expect(index.match(aSource({ itemId: 'I-4', publisher: 'D' })).storyId).toBe('S-1');
  });

  it('forgets a story that was removed, withdrawn or told anew with other sources', () => {
    const index = createStoryIndex();
    const story = opened('S-1', aSource());
    index.put(story);
    index.put(withdrawStory(story, { by: 'ana', why: 'no tariff', now: NOW }).after);

    expect(index.match(aSource()).storyId).toBeNull();
    expect(index.size()).toBe(0);

    index.put(story);
    index.remove('S-1');
    expect(index.match(aSource()).storyId).toBeNull();

    index.put(story);
    index.put(
      opened('S-1', aSource({ facts: { targets: ['BR'], products: ['agri'] }, title: 'Coffee' })),
    );
    expect(index.match(aSource()).storyId).toBeNull();
  });
});

describe('many open stories', () => {
  const COUNTRIES = ['JP', 'KR', 'BR', 'IN', 'VN', 'MX', 'CA', 'CH', 'TR', 'ZA'];
  const PRODUCTS = ['steel', 'aluminium', 'autos', 'agri', 'copper', 'lumber', 'pharma', 'solar'];

  function crowd(count: number): ReturnType<typeof createStoryIndex> {
    const index = createStoryIndex();
    for (let at = 0; at < count; at += 1) {
      const source = aSource({
        itemId: `I-${at}`,
        publisher: `P-${at % 97}`,
        on: addDays('2025-01-10', at % 60),
        title: `Levy number${at} on consignment${at % 501}`,
        facts: {
          imposers: [at % 3 === 0 ? 'US' : 'EU'],
          targets: [COUNTRIES[at % COUNTRIES.length] ?? 'JP'],
          products: [PRODUCTS[(at * 7) % PRODUCTS.length] ?? 'steel'],
        },
      });
      index.put(opened(`S-${at}`, source));
    }
    return index;
  }

  it('still hold the right one', () => {
    const index = crowd(10_000);
    const wanted = aSource({
      on: '2025-02-10',
      title: 'Refund of cheese deposits',
      facts: { targets: ['NZ'], products: ['agri'] },
    });
    index.put(opened('S-wanted', wanted));

    expect(index.match({ ...wanted, itemId: 'I-x', publisher: 'Other' }).storyId).toBe('S-wanted');
  });
});
