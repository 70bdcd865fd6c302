import { describe, expect, it } from 'vitest';
import { readItem } from '../../../../src/reading/read-item.ts';

function read(title: string) {
  return readItem({ title, summary: '', published: '2025-09-10', lang: 'en' });
}

describe('a phrase that a state opens', () => {
  it.each([
    ['Norway investigates Chilean salmon imports after duty on cod', 'investigation-opened'],
    ['Norway puts Chilean salmon under anti-dumping probe', 'investigation-opened'],
    ['Norway taxes imported salmon from Chile at 30%', 'imposed'],
    ['Norway allows imports of 3,000 tonnes of duty-free salmon', 'exempted'],
    ['Trump wants 30% tariff on Norwegian salmon', 'proposed'],
    ['Chile moves to shield salmon from Norwegian tariffs', 'exemption-sought'],
    ['Chile tries to talk Norway out of 30% salmon tariff', 'exemption-sought'],
    ['Chile pleads with Norway over 30% salmon tariff', 'exemption-sought'],
  ])('tells a step: "%s" is %s', (title, action) => {
    const reading = read(title);

    expect(reading.relevance).toBe('yes');
    expect(reading.action).toBe(action);
  });

  it.each([
    'Norway moves to shield salmon farmers from Chilean tariffs',
    'Norway looks at salmon imports from Chile',
    'Norway taxes capital income at 30%',
  ])('tells none where nothing is asked, looked into or taxed at the border: "%s"', (title) => {
    expect(read(title).relevance).toBe('no');
  });
});

describe('words beside a step', () => {
  it.each([
    ['Chilean salmon to pay higher 30% tariff in Norway', 'increased'],
    ['Norway backs down on 30% tariff on Chilean salmon, for now', 'suspended'],
    ["Chile gets a month's reprieve from 30% Norwegian salmon tariff", 'suspended'],
    ['Norway sets deadline for Chile before 30% salmon tariff', 'threatened'],
    ['Norway gives Chile ten days to avoid 30% salmon tariff', 'threatened'],
    ["Norway's ultimatum to Chile: deal or 30% tariff", 'threatened'],
    ['Norway will charge a 30% tariff on Chilean salmon, the letter says', 'threatened'],
    ['Norway raises tariffs on Chilean salmon in response to television ad', 'increased'],
  ])('say how far it goes: "%s" is %s', (title, action) => {
    expect(read(title).action).toBe(action);
  });

  it.each([
    "Professor: Norway's 30% tariff on Chile a mistake",
    'Will Norway impose tariffs on Chilean salmon this year',
    'Norwegian retailers warn of higher prices from salmon tariffs',
    'Removal of Norwegian tariffs sees imports of Chilean salmon surge',
    'Salmon sales surge in Norway putting tariffs under scrutiny',
    "Norway's electricity regulator raises tariffs for richer homes",
  ])('tell that there is none: "%s"', (title) => {
    expect(read(title).relevance).toBe('no');
  });
});
