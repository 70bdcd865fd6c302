import { describe, expect, it } from 'vitest';
import { sourceDifferences } from '../../../src/ledger/source-differences.ts';
import { aRate, aSource, aStory } from '../../support/story-builder.ts';

const story = aStory();

describe('where sources differ', () => {
  it('puts the best rung first, with those who say the same', () => {
    const press = aSource(story, { publisher: 'Daily', facts: { ...story, rates: [aRate(30)] } });
    const other = aSource(story, { publisher: 'Wire', facts: { ...story, rates: [aRate(30)] } });
    const gazette = aSource(story, { publisher: 'Register', rung: 'gazette' });

    expect(sourceDifferences([press, other, gazette])).toEqual([
      {
        what: 'rate',
        told: [
          { value: '25%', publisher: 'Register', rung: 'gazette', further: 0 },
          { value: '30%', publisher: 'Daily', rung: 'press', further: 1 },
        ],
        isDecided: true,
      },
    ]);
  });

  it('is decided by nobody when the best rung contradicts itself', () => {
    const one = aSource(story, { rung: 'gazette' });
    const two = aSource(story, {
      rung: 'gazette',
      facts: { ...story, effectiveOn: '2025-03-13' },
    });

    expect(sourceDifferences([one, two])).toMatchObject([{ what: 'first day', isDecided: false }]);
  });

  it('is not where a source leaves a fact out', () => {
    const silent = aSource(story, { facts: { ...story, rates: [], effectiveOn: null } });

    expect(sourceDifferences([aSource(story, { rung: 'customs' }), silent])).toEqual([]);
  });
});
