// Facts that only seem to differ, and those that only seem the same.
import { describe, expect, it } from 'vitest';
import type { StoryFacts } from '../../../src/domain/story.ts';
import type { ClueName } from '../../../src/stories/clue.ts';
import { compareSources } from '../../../src/stories/compare-sources.ts';
import { aSource, noFacts, rates } from './a-source.ts';

type Told = readonly [title: string, facts: Partial<StoryFacts>, on?: string];

function cluesOf(...told: readonly [Told, Told]): readonly ClueName[] {
  const [left, right] = told.map(([title, facts, on = '2025-03-03']) =>
    aSource({ title, facts, on }),
  );
  if (left === undefined || right === undefined) return [];
  return compareSources(left, right).clues.map(({ name }) => name);
}

describe('goods', () => {
  it('that one leaves unsaid are no other goods, where parties, step and rate agree', () => {
    const all = { products: ['all-goods'] };

    expect(cluesOf(['Steel to pay', {}], ['Japan to pay', all])).toContain('goods of one untold');
    expect(cluesOf(['Steel to pay', {}], ['Japan to pay', { ...all, rates: rates(10) }])).toContain(
      'all goods against some',
    );
  });

  it('of other nouns are two cases in one language, and may be one in two', () => {
    const [rope, soap] = [{ products: ['other:rope'] }, { products: ['other:soap'] }];

    expect(cluesOf(['Duty on rope from Japan', rope], ['Duty on soap from Japan', soap])).toContain(
      'goods of other names',
    );
    expect(cluesOf(['Duty on rope from Japan', rope], ['Zoll auf Seile', soap])).toContain(
      'product may differ',
    );
  });
});

describe('rates', () => {
  it('of what ends are the old rate of a desk that tells what stays', () => {
    const ended = { action: 'exempted', rates: rates(25) } as const;
    const stays = { action: 'removed', rates: rates(18), oldRates: [25] } as const;

    expect(cluesOf(['Penalty lifted', ended], ['Penalty off', stays])).toContain(
      'rate known to one',
    );
  });

  it('that a rise names as its lower figure are those of the step before', () => {
    const first = { rates: rates(10) };
    const rise = { action: 'increased', rates: rates(10, 15) } as const;

    expect(cluesOf(['Duty of 10%', first], ['Duty now 15%, not 10%', rise])).toContain(
      'raised from the rate of the other',
    );
  });

  it('that differ set two ministries apart, where one is not named', () => {
    const [one, other] = [
      { imposers: [], rates: rates(37.1) },
      { imposers: ['EU'], rates: rates(13.2) },
    ];

    expect(cluesOf(['Duty fixed', one], ['Duty fixed', other])).toContain('imposer may differ');
  });
});

describe('a plan for a day', () => {
  const plan = { action: 'threatened', effectiveOn: '2025-03-12' } as const;
  const act = { action: 'imposed' } as const;

  it('and the order signed before it are one step', () => {
    expect(cluesOf(['To pay', plan, '2025-03-05'], ['Signed', act, '2025-03-09'])).toContain(
      'step may differ',
    );
    expect(cluesOf(['To pay', plan, '2025-03-05'], ['Signed', act, '2025-03-13'])).toContain(
      'later step',
    );
  });
});

describe('an item of which nothing was read', () => {
  const soar = ['Shares soar as president pauses levies', noFacts()] as const;

  it('tells by its headline that a duty sleeps', () => {
    expect(cluesOf(soar, ['Duty halted', { action: 'suspended' }])).toContain('both halt');
    expect(cluesOf(soar, ['Duty laid', { action: 'imposed' }])).toContain('one halts');
  });

  it('tells nothing of it in court, where a ruling is paused', () => {
    const court = ['Court pauses ruling on levies', noFacts()] as const;

    expect(cluesOf(court, ['Duty laid', { action: 'imposed' }])).not.toContain('one halts');
  });
});
