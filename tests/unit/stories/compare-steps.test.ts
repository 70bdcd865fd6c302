// Steps that headlines of one day tell of one measure, kept apart, and parties and goods told in two ways, kept together.
import { describe, expect, it } from 'vitest';
import type { JurisdictionCode } from '../../../src/domain/jurisdiction.ts';
import type { StorySource } from '../../../src/domain/story.ts';
import type { ClueName } from '../../../src/stories/clue.ts';
import { compareSources } from '../../../src/stories/compare-sources.ts';
import { openStory } from '../../../src/stories/merge-story.ts';
import { createStoryIndex, MATCH_SCORE } from '../../../src/stories/story-index.ts';
import { aSource, noFacts, rates } from './a-source.ts';

function cluesOf(left: StorySource, right: StorySource): readonly ClueName[] {
  return compareSources(left, right).clues.map((clue) => clue.name);
}

function scoreOf(left: StorySource, right: StorySource): number {
  return compareSources(left, right).score;
}

describe('a plan and its end', () => {
  const threat = aSource({
    title: 'Washington to double duty on Japanese plate to 50%',
    facts: { action: 'threatened', rates: rates(50) },
  });

  it('are two steps on one day, whatever else agrees', () => {
    const end = aSource({
      title: 'Washington calls off doubling of duty on Japanese plate to 50%',
      facts: { action: 'suspended', rates: rates(50) },
    });

    expect(cluesOf(threat, end)).toContain('plan and its end');
    expect(scoreOf(threat, end)).toBeLessThan(MATCH_SCORE);
  });

  it('are told apart by the headline where the reader missed the end', () => {
    const end = aSource({
      title: 'Washington backs down from 50% duty on Japanese plate',
      facts: { action: 'proposed', rates: rates(50) },
    });

    expect(scoreOf(threat, end)).toBeLessThan(MATCH_SCORE);
  });

  it('of two headlines that both tell the end are one', () => {
    const [left, right] = [
      aSource({ title: 'Tokyo plate: Washington backs off', facts: { action: 'proposed' } }),
      aSource({ title: 'Washington shelves duty on plate', facts: { action: 'removed' } }),
    ];

    expect(cluesOf(left, right)).toContain('both called off');
  });

  it('are steps of opposite sign also where no headline says so', () => {
    const lifted = aSource({ title: 'No duty on plate', facts: { action: 'removed', rates: [] } });

    expect(cluesOf(threat, lifted)).toContain('opposite steps');
  });
});

describe('goods', () => {
  it('of two groups are two measures, whatever is named beside them', () => {
    const [chips, drugs] = [
      aSource({ facts: { products: ['other:machinery', 'semiconductors'] } }),
      aSource({ facts: { products: ['pharma'] } }),
    ];

    expect(cluesOf(chips, drugs)).toContain('different products');
  });

  it('that a plan names beside those of a decision make it a later step', () => {
    const [decision, plan] = [
      aSource({ facts: { products: ['semiconductors'] } }),
      aSource({ facts: { products: ['other:machinery', 'semiconductors'], action: 'proposed' } }),
    ];

    expect(cluesOf(decision, plan)).toContain('later step');
  });
});

describe('one rate in each title', () => {
  const laid = (title: string, pct: number, instrument: 'AD' | null = null) =>
    aSource({ title, facts: { action: 'imposed', instrument, rates: rates(pct) } });

  it('and the two far apart tell two measures', () => {
    const [low, high] = [
      laid('US sets 12% tariff on cocoa', 12),
      laid('US sets 60% tariff on cocoa', 60),
    ];

    expect(cluesOf(low, high)).toContain('one rate in each title');
  });

  it.each([
    [
      'a rounded rate',
      laid('US sets 12% tariff on cocoa', 12),
      laid('US sets 12.5% tariff on cocoa', 12.5),
    ],
    [
      'a ceiling',
      laid('US sets 12% tariff on cocoa', 12),
      laid('US sets tariff of up to 60% on cocoa', 60),
    ],
    [
      'rates by firm',
      laid('US sets 12% duty on pipes', 12, 'AD'),
      laid('US sets 60% duty on pipes', 60, 'AD'),
    ],
  ])('says nothing of %s', (_name, left, right) => {
    expect(cluesOf(left, right)).not.toContain('one rate in each title');
  });
});

describe('one form', () => {
  const FORM = 'Request for Public Comments on Section 232 Investigation of Imports of';

  it('filled in twice tells two matters', () => {
    const [left, right] = [
      aSource({ title: `${FORM} Cranes`, rung: 'gazette' }),
      aSource({ title: `${FORM} Turbines and Their Parts`, rung: 'gazette' }),
    ];

    expect(cluesOf(left, right)).toContain('one form, two matters');
  });

  it('tells two inquiries though a paper relays one of them', () => {
    const opened = (publisher: string, matter: string) =>
      aSource({
        publisher,
        title: `USTR Opens Section 301 Investigations Relating to ${matter}`,
        facts: { action: 'investigation-opened' },
      });

    expect(cluesOf(opened('USTR', 'Rice Quotas'), opened('Paper', 'Port Fees'))).toContain(
      'one form, two matters',
    );
  });

  it('that only gained words is one text amended', () => {
    const [left, right] = [
      aSource({ title: `${FORM} Cranes`, rung: 'gazette' }),
      aSource({ title: `${FORM} Cranes and Their Parts`, rung: 'gazette' }),
    ];

    expect(cluesOf(left, right)).not.toContain('one form, two matters');
  });

  it('of a newspaper must name two things: desks also change a verb', () => {
    const said = (verb: string, goods: string) =>
      aSource({ title: `Cabinet ${verb} new duty of 20 percent on imports of ${goods}` });

    expect(cluesOf(said('sets', 'steel'), said('sets', 'copper'))).toContain(
      'one form, two matters',
    );
    expect(cluesOf(said('sets', 'steel'), said('approves', 'steel'))).not.toContain(
      'one form, two matters',
    );
  });
});

describe('parties', () => {
  it('of one deal may be told from either side', () => {
    const [left, right] = [
      aSource({ facts: { action: 'deal-reached', rates: rates(19) } }),
      aSource({
        facts: { action: 'deal-reached', rates: rates(19), imposers: ['JP'], targets: [] },
      }),
    ];

    expect(cluesOf(left, right)).toContain('two sides of a deal');
  });

  it('of two deals that one state strikes on a day are others, though it is bound by both', () => {
    const deal = (...sides: readonly JurisdictionCode[]) =>
      aSource({
        facts: { action: 'deal-reached', rates: rates(19), imposers: sides, targets: sides },
      });

    expect(cluesOf(deal('US', 'TH'), deal('MY', 'US'))).toContain('different targets');
    expect(cluesOf(deal('US', 'TH'), deal('TH', 'US'))).toContain('same target');
  });

  it('known to neither do not make two sides', () => {
    const [left, right] = [
      aSource({ facts: { action: 'reduced', targets: [] } }),
      aSource({ facts: { action: 'reduced', imposers: ['JP'], targets: [] } }),
    ];

    expect(cluesOf(left, right)).toContain('different imposers');
  });

  it('who complain of an odd rate are told from those who lay another', () => {
    const duty = aSource({ facts: { rates: rates(17.09) } });
    const protest = { imposers: ['JP'], targets: [], rates: rates(17.09) };

    expect(cluesOf(duty, aSource({ facts: protest }))).toContain('told by who is hit');
    expect(
      cluesOf(duty, aSource({ facts: { ...protest, action: 'retaliation-imposed' } })),
    ).toContain('different imposers');
    expect(cluesOf(duty, aSource({ facts: { ...protest, rates: rates(25) } }))).toContain(
      'different imposers',
    );
  });

  it('of one list may be read as the place in dispute', () => {
    const summary = 'Denmark, Norway and Finland pay 10% over Greenland.';
    const [list, place] = [
      aSource({ summary, facts: { targets: ['DK', 'FI', 'NO'], rates: rates(10) } }),
      aSource({ summary, facts: { targets: ['GL'], rates: rates(10) } }),
    ];

    expect(cluesOf(list, place)).toContain('one list of countries');
  });

  it('named in an item on every origin may be its target', () => {
    const wide = { targets: ['WORLD'] };
    const [named, plain] = [
      aSource({ title: 'Who trades with Japan pays', facts: wide }),
      aSource({ title: 'All suppliers pay', facts: wide }),
    ];

    expect(cluesOf(named, aSource())).toContain('every origin, some named');
    expect(cluesOf(plain, aSource())).toContain('every origin against some');
  });
});

describe('a ruling told in two languages', () => {
  it('is looked up by its step where no target, goods or word is shared', () => {
    const facts = { ...noFacts('struck-down'), imposers: ['US'] };
    const [spanish, japanese] = [
      aSource({ itemId: 'I-1', title: 'El Supremo tumba los gravámenes', facts }),
      aSource({ itemId: 'I-2', title: '最高裁、関税は違法と判断', facts }),
    ];
    const index = createStoryIndex();
    index.put(openStory('S-1', spanish, 0).after);

    expect(index.match(japanese).storyId).toBe('S-1');
  });
});

describe('a source of which little was read', () => {
  it('does not keep an item out of the story of another', () => {
    const [read, unread, third] = [
      aSource({ itemId: 'I-1', facts: { targets: ['JP'] } }),
      aSource({ itemId: 'I-2', title: 'Bollards', facts: noFacts() }),
      aSource({ itemId: 'I-3', title: 'Zoll auf Bleche' }),
    ];
    const index = createStoryIndex();
    const [first] = [openStory('S-1', read, 0).after];
    index.put({ ...first, sources: [read, unread] });

    expect(scoreOf(third, unread)).toBeLessThan(MATCH_SCORE);
    expect(index.match(third).storyId).toBe('S-1');
  });
});
