// The source that a read item makes: publisher, origin, rung, facts, quote.
import { describe, expect, it } from 'vitest';
import type { Evidence, Reading } from '../../../src/domain/reading.ts';
import { publisherOf } from '../../../src/stories/publisher-of.ts';
import { storyFactsOf } from '../../../src/stories/story-facts.ts';
import { type ReadItem, sourceOf } from '../../../src/stories/story-source.ts';

function evidence(quote: string): Evidence {
  return { field: 'title', start: 0, end: quote.length, quote, rule: 'test' };
}

const READING: Reading = {
  relevance: 'yes',
  reason: '',
  imposers: [{ value: 'US', evidence: evidence('Washington') }],
  targets: [
    { value: 'KR', evidence: evidence('Korea') },
    { value: 'JP', evidence: evidence('Japan') },
    { value: 'KR', evidence: evidence('Seoul') },
  ],
  exempted: [],
  products: [],
  rates: [
    { value: 50, kind: 'total', evidence: evidence('to 50%') },
    { value: 25, kind: 'additional', evidence: evidence('another 25%') },
    { value: 25, kind: 'additional', evidence: evidence('25%') },
  ],
  oldRates: [],
  action: 'increased',
  actionEvidence: evidence('lifts the duty'),
  effectiveDate: { value: '2025-03-12', evidence: evidence('from 12 March') },
  endDate: null,
  instrument: null,
  quotaTonnes: [],
  stage: 'announced',
  relief: null,
  furtherSteps: [],
  origin: null,
  titleOnly: true,
};

const ITEM: ReadItem = {
  itemId: 'I-3',
  feedId: 'f',
  publisher: 'Harbour Times',
  tier: 'press',
  country: null,
  title: 'Washington lifts the duty',
  summary: '',
  link: null,
  publishedAt: null,
  seenAt: 1,
  reading: READING,
};

describe('facts of a reading', () => {
  it('are sorted, without repeats, and keep the words of each rate', () => {
    const facts = storyFactsOf(READING, 'I-3');

    expect(facts.targets).toEqual(['JP', 'KR']);
    expect(facts.rates).toEqual([
      { pct: 25, kind: 'additional', quote: 'another 25%', itemId: 'I-3' },
      { pct: 50, kind: 'total', quote: 'to 50%', itemId: 'I-3' },
    ]);
    expect(facts.effectiveOn).toBe('2025-03-12');
  });

  it('leave what was not read empty', () => {
    expect(storyFactsOf({ ...READING, effectiveDate: null }, 'I-3')).toMatchObject({
      products: [],
      effectiveOn: null,
      endsOn: null,
      instrument: null,
    });
  });
});

describe('source of an item', () => {
  it('takes the credited agency for its origin, else the publisher', () => {
    expect(sourceOf(ITEM).origin).toBe('Harbour Times');
    expect(sourceOf({ ...ITEM, reading: { ...READING, origin: 'Global Wire' } }).origin).toBe(
      'Global Wire',
    );
  });

  it('quotes the words that carry the step, else the title', () => {
    expect(sourceOf(ITEM).quote).toBe('lifts the duty');
    expect(sourceOf({ ...ITEM, reading: { ...READING, actionEvidence: null } }).quote).toBe(
      ITEM.title,
    );
  });

  it('names the real publisher behind an aggregator', () => {
    const source = sourceOf({
      ...ITEM,
      publisher: 'Google News (Tariffs)',
      title: 'Duty lifted - The Daily Port',
    });

    expect(source).toMatchObject({
      publisher: 'The Daily Port',
      origin: 'The Daily Port',
      title: 'Duty lifted',
    });
  });

  it('leaves a dash in the title of any other publisher', () => {
    expect(sourceOf({ ...ITEM, title: 'Duty lifted - at last' }).title).toBe(
      'Duty lifted - at last',
    );
  });
});

describe('publisher without a feed', () => {
  it.each([
    ['https://www.federalregister.gov/d/1', 'gazette', 'US'],
    ['https://content.govdelivery.com/x', 'customs', 'US'],
    ['https://www.whitehouse.gov/x', 'authority', 'US'],
    ['https://eur-lex.europa.eu/x', 'gazette', 'EU'],
    ['https://ec.europa.eu/x', 'authority', 'EU'],
    ['https://www.wto.org/x', 'multilateral', null],
    ['https://notfederalregister.gov.example/x', 'press', null],
    ['no link', 'press', null],
  ])('%s is %s', (link, tier, country) => {
    expect(publisherOf('Name', link)).toEqual({ name: 'Name', tier, country });
  });

  it.each([
    ['Federal Register', 'gazette', 'US'],
    ['The White House', 'authority', 'US'],
    ['Diario Oficial de la Federación', 'gazette', 'MX'],
    ['商务部', 'authority', 'CN'],
    ['Federal Register Watch', 'press', null],
  ])('%s is %s by its name where there is no link', (name, tier, country) => {
    expect(publisherOf(name, undefined)).toEqual({ name, tier, country });
    expect(publisherOf(name, '')).toEqual({ name, tier, country });
    expect(publisherOf(name, 'https://www.port.example/1').tier).toBe('press');
  });

  it('is called by its host when no name is given', () => {
    expect(publisherOf(undefined, 'https://www.port.example/1').name).toBe('port.example');
    expect(publisherOf(undefined, undefined).name).toBe('unknown');
  });
});
