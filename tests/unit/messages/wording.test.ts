import { describe, expect, it } from 'vitest';
import { describeFilter, printFilter } from '../../../src/messages/describe-filter.ts';
import { joinWords, productName } from '../../../src/messages/names.ts';
import { outcomeWords } from '../../../src/messages/outcome-words.ts';
import {
  ageWords,
  cutWords,
  dayWords,
  instantWords,
  lawDayWords,
} from '../../../src/messages/wording.ts';
import { EVERYTHING, NOON } from '../../support/story-builder.ts';

describe('days and instants', () => {
  it('name the calendar of a day in law', () => {
    expect(lawDayWords('2025-03-12', ['US'])).toBe('12 Mar 2025 (US Eastern time)');
    expect(lawDayWords('2025-03-12', ['US', 'EU'])).toBe("12 Mar 2025 (the authority's calendar)");
  });

  it('are written so that nobody takes the month for the day', () => {
    expect(dayWords('2025-03-02')).toBe('2 Mar 2025');
    expect(instantWords(NOON)).toBe('12 Feb 2025 12:00 UTC');
  });

  it.each([
    [30_000, '0 min'],
    [59 * 60_000, '59 min'],
    [26 * 3_600_000, '26 h'],
    [72 * 3_600_000, '3 days'],
    [-5, '0 min'],
  ])('%d ms is %s', (ms, words) => {
    expect(ageWords(ms)).toBe(words);
  });
});

describe('cutting', () => {
  it('keeps whole words and marks the cut', () => {
    expect(cutWords('one two three four', 12)).toBe('one two…');
    expect(cutWords('  short  text ', 20)).toBe('short text');
  });

  it('never leaves half a character', () => {
    const cut = cutWords(`${'x'.repeat(8)}\u{1F600}`, 10);

    expect(cut).toBe(`${'x'.repeat(8)}\u{1F600}`);
    expect(cutWords(`${'x'.repeat(8)}\u{1F600}yy`, 10)).toBe(`${'x'.repeat(8)}…`);
  });
});

describe('names', () => {
  it('of long lists are counted from the fifth on', () => {
    expect(joinWords(['a'])).toBe('a');
    expect(joinWords(['a', 'b', 'c'])).toBe('a, b and c');
    expect(joinWords(['a', 'b', 'c', 'd', 'e', 'f', 'g'])).toBe('a, b, c, d and 3 more');
  });

  it('of products are words, and unknown ones stay as they were read', () => {
    expect(productName('evs')).toBe('electric vehicles');
    expect(productName('electric-vehicles:byd')).toBe('electric cars of BYD');
    expect(productName('other:soft-cheese')).toBe('soft cheese');
  });
});

describe('a filter in words', () => {
  it('says what is asked for and what is left out', () => {
    const filter = {
      include: { imposer: ['US', 'EU'], product: ['steel'] },
      exclude: { stage: ['threatened'] },
      countries: ['JP'],
    };

    expect(describeFilter(filter)).toBe(
      'tariff news involving Japan, imposed by United States or European Union, about steel, but not at the stage threatened',
    );
    expect(printFilter(filter)).toBe('JP imposer:US,EU product:steel -stage:threatened');
  });

  it('of everything says so', () => {
    expect(describeFilter(EVERYTHING)).toBe('all tariff news');
    expect(printFilter(EVERYTHING)).toBe('');
  });
});

describe('outcomes', () => {
  it('name the filter that kept a story out', () => {
    expect(outcomeWords({ kind: 'filtered', terms: ['-stage:threatened'] })).toBe(
      'Not posted: filtered by -stage:threatened.',
    );
  });

  it('say that what was asked for does not fit', () => {
    expect(outcomeWords({ kind: 'filtered', terms: ['jp', '-stage:threatened'] })).toBe(
      'Not posted: filtered by jp (it does not fit) and by -stage:threatened.',
    );
  });
});
