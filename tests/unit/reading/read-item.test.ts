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
    ['Chad raises tariffs on cement to up to 40%', 'ceiling'],
    ['Chad imposes an additional 40% tariff on cement', 'additional'],
    ['Chad imposes a 40% tariff on cement', 'unstated'],
  ])('in "%s" is %s', (title, kind) => {
    expect(readItem({ title, summary: '', lang: 'en' }).rates.map((rate) => rate.kind)).toEqual([
      kind,
    ]);
  });

  it.each([
    ['ru', 'Чили вводит пошлины до 20% на цемент', 'ceiling'],
    ['ru', 'Чили повысила пошлины на цемент до 20%', 'unstated'],
    ['nl', 'Chili verhoogt invoerrechten op cement tot 20%', 'unstated'],
    ['pl', 'Chile nakłada cła do 50% na cement', 'ceiling'],
  ])('in %s "%s" is %s: the word for "to" may mean "up to"', (lang, title, kind) => {
    expect(readItem({ title, summary: '', lang }).rates.map((rate) => rate.kind)).toEqual([kind]);
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

  it.each([
    'I hereby impose an additional duty of 60 percent on imports of cement.',
    'I hereby impose an additional ad valorem duty of 60 percent on imports of cement.',
    'Articles of cement shall be subject to an additional ad valorem rate of duty of 60 percent.',
    'Imports of cement shall be subject to an additional rate of duty of 60 percent.',
    'I hereby impose on imports of cement additional customs duties at a rate of 60 per cent ad valorem.',
    'I hereby impose a 60 percent ad valorem additional duty on imports of cement.',
    'The government imposes an additional import tariff equal to 60% on cement.',
  ])('is additional where an additional duty is measured: %s', (summary) => {
    const { rates } = readItem({ title: 'Adjusting Imports of Cement', summary, lang: 'en' });

    expect(rates.map((rate) => [rate.value, rate.kind])).toEqual([[60, 'additional']]);
  });

  it.each([
    'The government imposes a duty of 60 percent on imports of cement and further products.',
    'The government will take additional steps; the duty of 60 percent on imports of cement is imposed today.',
    'Imports of further goods such as cement face a duty of 60 percent.',
  ])('is not told where something else is additional: %s', (summary) => {
    const { rates } = readItem({ title: 'Government imposes duty on cement', summary, lang: 'en' });

    expect(rates.map((rate) => [rate.value, rate.kind])).toEqual([[60, 'unstated']]);
  });

  it.each([
    [
      'fr',
      'Le gouvernement impose des droits de douane additionnels ad valorem de 60 % sur le ciment.',
    ],
    ['de', 'Die Regierung verhängt zusätzliche Zölle in Höhe von 60 % auf Zement.'],
    ['es', 'El gobierno impone un arancel adicional ad valorem del 60% al cemento.'],
  ])('is additional in other words too (%s): %s', (lang, title) => {
    expect(readItem({ title, summary: '', lang }).rates.map((rate) => rate.kind)).toEqual([
      'additional',
    ]);
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
