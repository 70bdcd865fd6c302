import { describe, expect, it } from 'vitest';
import { explainReading } from '../../../src/reading/explain-reading.ts';
import { printReading } from '../../../src/reading/print-reading.ts';
import { readItem } from '../../../src/reading/read-item.ts';

const ITEM = {
  title: 'Canada raises tariff on Norwegian salmon from 10% to 25%',
  summary:
    'OTTAWA (Reuters) - The duty, 15% of which goes to a fund, takes effect on June 4, 2025. Norway sells 40% of its salmon there.',
  published: '2025-05-20',
  lang: 'en',
};

describe('explaining a reading', () => {
  it('shows each sentence, the step with its rule, and what was dropped and why', () => {
    const text = explainReading(ITEM);

    expect(text).toContain('relevance: yes');
    expect(text).toContain('[0] title: Canada raises tariff');
    expect(text).toContain(
      '"raises" + "tariff" -> increased by rule raise x tariff (leads the item)',
    );
    expect(text).toContain('dropped: 15% by rule rate:share');
    expect(text).toContain('dropped: the whole sentence by rule beside:trade');
    expect(text).toContain('date: 2025-06-04 as effective');
    expect(text).toContain('old rates: 10 by rule rate:replaced');
    expect(text).toContain('credited to: Reuters');
    expect(text).toContain('not read: OTTAWA (Reuters) - (by rule frame:dateline)');
  });

  it('says why an item is not news', () => {
    expect(explainReading({ title: 'Water tariffs to rise 8% in Nairobi', summary: '' })).toContain(
      'relevance: no',
    );
  });
});

describe('printing a reading', () => {
  it('has the contract of the read command, with the quote behind each value', () => {
    const printed = printReading('x1', readItem(ITEM));

    expect(printed).toMatchObject({
      id: 'x1',
      relevance: 'yes',
      imposers: ['CA'],
      targets: ['NO'],
      products: ['agri'],
      rates_pct: [25],
      action: 'increased',
      effective_date: '2025-06-04',
      instrument: null,
      origin: 'Reuters',
    });
    expect(printed.evidence['rates_pct']).toEqual([{ value: 25, quote: ITEM.title }]);
    expect(printed.facts).toHaveLength(1);
    expect(printed.facts[0]).toMatchObject({
      old_rates_pct: [10],
      stage: 'announced',
      relief: null,
    });
  });

  it('prints no facts for an item that is no news', () => {
    const printed = printReading('x2', readItem({ title: 'How tariffs work', summary: '' }));

    expect(printed).toMatchObject({ relevance: 'no', action: null, imposers: [], facts: [] });
  });
});
