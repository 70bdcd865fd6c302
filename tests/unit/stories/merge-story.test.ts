// What one more source does to a story, and what of it a reader sees.
import { describe, expect, it } from 'vitest';
import type { Story, StorySource } from '../../../src/domain/story.ts';
import { mergeIntoStory, openStory } from '../../../src/stories/merge-story.ts';
import { aSource, rates } from './a-source.ts';

const NOW = Date.UTC(2025, 2, 4);

function story(...sources: readonly StorySource[]): Story {
  const [first = aSource(), ...rest] = sources;
  return rest.reduce(
    (told, source) => mergeIntoStory(told, source, NOW).after,
    openStory('S-1', first, NOW).after,
  );
}

describe('opening a story', () => {
  it('starts at version 1 with the facts of its source', () => {
    const { kind, before, after } = openStory('S-7', aSource(), NOW);

    expect({ kind, before }).toEqual({ kind: 'new', before: null });
    expect(after).toMatchObject({
      id: 'S-7',
      version: 1,
      openedAt: NOW,
      rung: 'press',
      withdrawn: null,
    });
    expect(after.targets).toEqual(['JP']);
  });
});

describe('one more source', () => {
  const press = aSource({ itemId: 'I-1' });

  it.each<[string, Partial<Parameters<typeof aSource>[0]>, string]>([
    ['another independent origin', {}, 'more-sources'],
    ['an official source', { rung: 'statement' }, 'higher-rung'],
    [
      'an official source with another rate',
      { rung: 'statement', facts: { rates: rates(50) } },
      'rate',
    ],
    [
      'an official source that says suspended',
      { rung: 'gazette', facts: { stage: 'suspended' } },
      'stage',
    ],
    ['a date that was not known', { facts: { effectiveOn: '2025-03-12' } }, 'date'],
    ['a further target', { facts: { targets: ['JP', 'KR'] } }, 'scope'],
  ])('%s is a change that readers see', (_name, given, kind) => {
    const change = mergeIntoStory(
      story(press),
      aSource({ itemId: 'I-2', publisher: 'Other Desk', ...given }),
      NOW + 1,
    );

    expect(change.kind).toBe(kind);
    expect(change.reason).not.toBe('');
    expect(change.after.version).toBe(2);
    expect(change.after.updatedAt).toBe(NOW + 1);
  });

  it('names the gravest of several changes and tells them all', () => {
    const official = aSource({
      itemId: 'I-2',
      rung: 'gazette',
      publisher: 'Gazette',
      facts: { rates: rates(50), stage: 'in-force', effectiveOn: '2025-03-12' },
    });

    const change = mergeIntoStory(story(press), official, NOW);

    expect(change.kind).toBe('stage');
    for (const part of [
      'in-force',
      'rate 50% instead of 25%',
      '2025-03-12',
      'evidence gazette instead of press',
    ]) {
      expect(change.reason).toContain(part);
    }
  });

  it('of a counted origin is kept without a new version', () => {
    const copy = aSource({ itemId: 'I-2', publisher: 'Copy Desk', origin: press.origin });

    const change = mergeIntoStory(story(press), copy, NOW + 1);

    expect(change.kind).toBe('none');
    expect(change.after.version).toBe(1);
    expect(change.after.updatedAt).toBe(NOW);
    expect(change.after.sources).toHaveLength(2);
  });

  it('from the press neither lowers the rung nor rewrites the law', () => {
    const told = story(aSource({ rung: 'gazette', publisher: 'Gazette' }));

    const change = mergeIntoStory(
      told,
      aSource({ itemId: 'I-2', facts: { rates: rates(99) } }),
      NOW,
    );

    expect(change.after.rung).toBe('gazette');
    expect(change.after.rates.map((rate) => rate.pct)).toEqual([25]);
    expect(change.kind).toBe('more-sources');
  });
});

describe('an edited item', () => {
  it('that says another rate is a correction', () => {
    const change = mergeIntoStory(story(aSource()), aSource({ facts: { rates: rates(35) } }), NOW);

    expect(change.kind).toBe('correction');
    expect(change.reason).toContain('rate 35% instead of 25%');
    expect(change.after.sources).toHaveLength(1);
  });

  it('that says a day for the first time or a rate no more tells so in words', () => {
    const vague = aSource({ facts: { rates: [], effectiveOn: '2025-04-02' } });

    const change = mergeIntoStory(story(aSource({ facts: { effectiveOn: null } })), vague, NOW);

    expect(change.reason).toContain('rate none instead of 25%');
    expect(change.reason).toContain('effective date 2025-04-02, not stated before');
  });

  it('that says the same is nothing to a reader', () => {
    const change = mergeIntoStory(
      story(aSource()),
      aSource({ title: 'Duty on Japanese plate (updated)' }),
      NOW,
    );

    expect(change.kind).toBe('none');
    expect(change.after.version).toBe(1);
  });
});
