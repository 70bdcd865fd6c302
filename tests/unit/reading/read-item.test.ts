import { describe, expect, it } from 'vitest';
import { readItem } from '../../../src/reading/read-item.ts';

describe('quota quantities', () => {
  it.each([
    ['The new tariff-rate quota lets in 20,000 tonnes of mackerel.', [20_000]],
    ['Up to 1.25 million tons a year enter within the quota.', [1_250_000]],
    ['The country shipped 7.68 million tonnes of steel last year.', []],
  ])('reads "%s"', (summary, tonnes) => {
    const title = 'Chile sets tariff-rate quota on mackerel imports';

    const reading = readItem({ title, summary, published: '2025-05-01', lang: 'en' });

    expect(reading.quotaTonnes.map((fact) => fact.value)).toEqual(tonnes);
  });
});

describe('several steps in one item', () => {
  it('leads with the title and keeps a step of another sentence behind it', () => {
    const reading = readItem({
      title: 'Norway suspends tariffs on Chilean salmon',
      summary: 'Oslo also raised the duty on Russian crab to 30%.',
      published: '2025-05-01',
      lang: 'en',
    });

    expect(reading.action).toBe('suspended');
    expect(reading.furtherSteps.map((step) => step.action)).toEqual(['increased']);
    expect(reading.furtherSteps[0]?.rates.map((rate) => rate.value)).toEqual([30]);
  });
});

describe('what each rate is', () => {
  it.each([
    ['Chad imposes tariffs of up to 40% on cement', 'ceiling'],
    ['Chad imposes an additional 40% tariff on cement', 'additional'],
    ['Chad imposes a 40% tariff on cement', 'unstated'],
  ])('in "%s" is %s', (title, kind) => {
    expect(readItem({ title, summary: '', lang: 'en' }).rates.map((rate) => rate.kind)).toEqual([
      kind,
    ]);
  });

  it.each([
    [
      'The additional rate of duty on imports of cement is increased from 40 percent to 60 percent ad valorem.',
      'additional',
    ],
    [
      'An additional customs duty of 60 % ad valorem shall be imposed on imports of cement.',
      'additional',
    ],
    [
      'The duty on imports of cement, with the additional duty, shall be 60 percent ad valorem.',
      'unstated',
    ],
  ])('follows from the duty that a law names before it: %s', (summary, kind) => {
    const { rates } = readItem({ title: 'Adjusting Imports of Cement', summary, lang: 'en' });

    expect(rates.map((rate) => [rate.value, rate.kind])).toEqual([[60, kind]]);
  });
});

describe('content', () => {
  it('is read only where the summary has next to nothing', () => {
    const content = 'The government raised the tariff on cement to 12% from June 4, 2025.';

    const read = readItem({
      title: 'Kenya acts on cement',
      summary: '',
      content,
      published: '2025-05-01',
      lang: 'en',
    });

    expect(read.rates[0]?.evidence.field).toBe('content');
    expect(read.titleOnly).toBe(false);
    expect(readItem({ title: 'Kenya acts on cement', summary: '', lang: 'en' }).titleOnly).toBe(
      true,
    );
  });
});
