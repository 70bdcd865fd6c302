// Curators split, join, withdraw and reinstate; no source is lost on the way.
import { describe, expect, it } from 'vitest';
import type { Story } from '../../../src/domain/story.ts';
import {
  joinStories,
  reinstateStory,
  splitStory,
  withdrawStory,
} from '../../../src/stories/curate-story.ts';
import { mergeIntoStory, openStory } from '../../../src/stories/merge-story.ts';
import { aSource, rates } from './a-source.ts';

const NOW = Date.UTC(2025, 2, 4);
const CURATION = { by: 'ana', why: 'two measures', now: NOW + 5 };

const steel = aSource({ itemId: 'I-1', publisher: 'A' });
const cars = aSource({
  itemId: 'I-2',
  publisher: 'B',
  facts: { products: ['autos'], rates: rates(10) },
});

function merged(): Story {
  return mergeIntoStory(openStory('S-1', steel, NOW).after, cars, NOW).after;
}

describe('split', () => {
  it('tells both parts from their own sources', () => {
    const { kept, opened } = splitStory(merged(), ['I-2'], { ...CURATION, newId: 'S-2' });

    expect(kept.after).toMatchObject({ id: 'S-1', products: ['steel'], version: 3 });
    expect(kept.kind).toBe('correction');
    expect(kept.after.sources).toEqual([steel]);
    expect(opened.after).toMatchObject({ id: 'S-2', products: ['autos'], version: 1 });
    expect(opened.after.sources).toEqual([cars]);
  });

  it('says who split, why, and where the sources went', () => {
    const { kept, opened } = splitStory(merged(), ['I-2'], { ...CURATION, newId: 'S-2' });

    expect(kept.reason).toContain('S-2');
    expect(kept.reason).toContain('ana: two measures');
    expect(opened.reason).toContain('S-1');
  });

  it('makes the new story as old as its first item, so that later subscribers get nothing old', () => {
    const { opened } = splitStory(merged(), ['I-2'], { ...CURATION, newId: 'S-2' });

    expect(opened.after.openedAt).toBe(cars.seenAt);
    expect(opened.after.updatedAt).toBe(CURATION.now);
  });

  it.each([
    ['an item that is no source', ['I-9'], 'story-split-item'],
    ['no item', [], 'story-split-all'],
    ['all items', ['I-1', 'I-2'], 'story-split-all'],
  ])('refuses %s', (_name, items, code) => {
    expect(() => splitStory(merged(), items, { ...CURATION, newId: 'S-2' })).toThrow(
      expect.objectContaining({ code }),
    );
  });
});

describe('join', () => {
  it('undoes a split', () => {
    const { kept, opened } = splitStory(merged(), ['I-2'], { ...CURATION, newId: 'S-2' });

    const joined = joinStories(kept.after, opened.after, CURATION).kept.after;

    expect(joined.sources).toEqual(merged().sources);
    expect(joined.products).toEqual(merged().products);
    expect(joined.rates).toEqual(merged().rates);
  });

  it('closes the other story with its sources and its successor', () => {
    const other = openStory('S-2', cars, NOW).after;

    const { closed } = joinStories(openStory('S-1', steel, NOW).after, other, CURATION);

    expect(closed.kind).toBe('withdrawal');
    expect(closed.after.withdrawn).toContain('S-1');
    expect(closed.after.sources).toEqual([cars]);
    expect(closed.after.version).toBe(2);
  });

  it('refuses a story with itself or one that is withdrawn', () => {
    const open = openStory('S-1', steel, NOW).after;
    const gone = withdrawStory(openStory('S-2', cars, NOW).after, CURATION).after;

    expect(() => joinStories(open, open, CURATION)).toThrow('cannot be joined with itself');
    expect(() => joinStories(open, gone, CURATION)).toThrow('S-2 is withdrawn');
  });
});

describe('a reinstatement', () => {
  const gone = withdrawStory(merged(), CURATION).after;

  it('gives the story back as it was, one version on, and keeps both decisions', () => {
    const { kind, after } = reinstateStory(gone, [], { by: 'bo', why: 'true', now: NOW + 9 });

    const { decisions, ...story } = after;
    expect(kind).toBe('correction');
    expect(story).toEqual({ ...merged(), version: gone.version + 1, updatedAt: NOW + 9 });
    expect(decisions?.map(({ by, did }) => [by, did])).toEqual([
      ['ana', 'withdrawn'],
      ['bo', 'reinstated'],
    ]);
  });

  it('is refused for a story that stands, and for one whose items are told elsewhere', () => {
    expect(() => reinstateStory(merged(), [], CURATION)).toThrow('S-1 is not withdrawn');
    expect(() => reinstateStory(gone, ['I-2'], CURATION)).toThrow('I-2 is told in another story');
  });
});

describe('every decision', () => {
  it('stays with the stories: who, when, what and why', () => {
    const said = { by: 'ana', why: 'two measures', at: CURATION.now };
    const { kept, opened } = splitStory(merged(), ['I-2'], { ...CURATION, newId: 'S-2' });
    expect(kept.after.decisions).toEqual([{ ...said, did: 'I-2 moved to S-2' }]);
    expect(opened.after.decisions).toEqual([{ ...said, did: 'split from S-1' }]);

    const again = joinStories(kept.after, opened.after, CURATION);
    expect(again.kept.after.decisions).toEqual([
      { ...said, did: 'I-2 moved to S-2' },
      { ...said, did: 'joined with S-2' },
    ]);
    expect(again.closed.after.decisions?.at(-1)).toEqual({
      ...said,
      did: 'withdrawn',
      why: 'joined into S-1; two measures',
    });
  });

  it('about a story that is withdrawn is refused', () => {
    const gone = withdrawStory(merged(), CURATION).after;

    expect(() => withdrawStory(gone, CURATION)).toThrow('S-1 is withdrawn already');
    expect(() => splitStory(gone, ['I-2'], { ...CURATION, newId: 'S-2' })).toThrow(
      'S-1 is withdrawn already',
    );
  });
});
