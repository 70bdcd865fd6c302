import { describe, expect, it } from 'vitest';
import { readItem } from '../../../../src/reading/read-item.ts';

function rolesOf(title: string, summary = '') {
  const reading = readItem({ title, summary, published: '2026-02-10', lang: 'en' });
  const codes = (facts: readonly { value: string }[]) => facts.map(({ value }) => value).sort();
  return [codes(reading.imposers), codes(reading.targets)];
}

describe('clauses with subjects of their own', () => {
  it.each([
    ['Peru raises tariff on Chilean apples to 30% while Mexico seeks a waiver', ['PE'], ['CL']],
    [
      'Norway imposes 20% duty on Chilean salmon as Iceland cuts tariff on Peruvian fish',
      ['NO'],
      ['CL'],
    ],
    ['Kenya imposes 12% duty on Ugandan sugar, which answers with the same', ['KE'], ['UG']],
  ])('in "%s" leave the step to its own', (title, imposers, targets) => {
    expect(rolesOf(title)).toEqual([imposers, targets]);
  });

  it('tell whom an answer hits', () => {
    const title = 'Chile threatens retaliatory duties as Norway raises tariffs on Chilean salmon';

    expect(rolesOf(title)).toEqual([['CL'], ['NO']]);
  });
});

describe('countries that only describe who is hit', () => {
  it.each([
    'Norway to impose 20% tariff on countries that buy Chilean copper',
    'Norway to impose 20% tariff on nations trading with Chile',
    'Norway says buyers of Chilean copper will face 20% tariff',
    'Norway says countries doing business with Chile face 20 percent tariff',
  ])('are no targets: "%s"', (title) => {
    const [imposers, targets] = rolesOf(title);

    expect(imposers).toEqual(['NO']);
    expect(targets).not.toContain('CL');
  });
});

describe('who speaks', () => {
  it.each([
    ['Kenya says tea exports to be hit by Egyptian plan to double tariffs', ['EG'], ['KE']],
    ['Kenyan government says it will keep talking as 30% Egyptian tariff starts', ['EG'], ['KE']],
    ['Trump says South Korea agreed to pay 15% tariff in deal', ['US'], ['KR']],
    ['Egypt says it will cut tariff on tea from Kenya', ['EG'], ['KE']],
  ])('is told apart from who acts: "%s"', (title, imposers, targets) => {
    expect(rolesOf(title)).toEqual([imposers, targets]);
  });
});

describe('whose example is followed', () => {
  it('takes no part in the step', () => {
    expect(rolesOf('Norway mirrors Chile with 20% tariff on Peruvian copper')).toEqual([
      ['NO'],
      ['PE'],
    ]);
  });
});

describe('every origin beside countries with rates of their own', () => {
  it.each([
    ['Norway imposes 10% tariff on all imports, 34% on Chile', ['CL', 'WORLD']],
    ['Norway to levy 15% tariff on most trading partners, 50% on Chile', ['CL', 'WORLD']],
    ['Norway raises tariff on steel from all countries, including Chile', ['CL']],
    ['Norway sets global tariffs of 25% on goods from Chile', ['CL']],
  ])('in "%s"', (title, targets) => {
    expect(rolesOf(title)).toEqual([['NO'], targets]);
  });

  it('are told by the text of a sweeping title', () => {
    const title = 'Norway unveils sweeping tariffs on nearly all trading partners';
    const summary = 'The plan sets a 10% minimum, 34% on Chile and 24% on Peru.';

    expect(rolesOf(title, summary)).toEqual([['NO'], ['CL', 'PE', 'WORLD']]);
  });
});

describe('places beside the matter', () => {
  it.each([
    ['Norway drops tariff threat against Chile after a framework on Greenland', '', ['NO'], ['CL']],
    ['Norway ties Greenland to 10% tariffs on Chilean copper', '', ['NO'], ['CL']],
    ['Norwegian shoppers will be hit as Norway ends duty-free entry', '', ['NO'], ['WORLD']],
    [
      'Ministry imposes anti-dumping duty on Chilean tiles',
      "OSLO - Norway's trade authority said the 18% duty would apply for five years.",
      ['NO'],
      ['CL'],
    ],
    ['Chilean salmon to be charged 20% duty in Norway', '', ['NO'], ['CL']],
  ])('are no parties: "%s"', (title, summary, imposers, targets) => {
    expect(rolesOf(title, summary)).toEqual([imposers, targets]);
  });

  it('are joined by the words of state in a list', () => {
    const title =
      'Norway opens dumping probe on wire from the Kingdom of Spain, the Republic of India and the Italian Republic';

    expect(rolesOf(title)).toEqual([['NO'], ['ES', 'IN', 'IT']]);
  });
});

describe('who asks, who is denied, who is struck', () => {
  it.each([
    ['Chile hopes to lower 20% Norwegian tariff in new talks', ['NO'], ['CL']],
    ['Chile denied waiver on Norwegian steel tariffs', ['NO'], ['CL']],
    ['Chile to be slapped with 32% tariff, Oslo letter says', ['NO'], ['CL']],
    ['Oslo answers Chile with 25% levy on Chilean cars', ['NO'], ['CL']],
    ['Chile: Norway lifts 40% tariff on copper', ['NO'], ['CL']],
    ['Norway agrees with Chile to lower salmon duty to 6%', ['NO'], ['CL']],
  ])('is told by "%s"', (title, imposers, targets) => {
    expect(rolesOf(title)).toEqual([imposers, targets]);
  });

  it('follows a body without a state to the place of the report', () => {
    const summary = 'OSLO (Reuters) - The economic team announced it.';

    expect(rolesOf('Cabinet cuts import tariff on Chilean pork to 10%', summary)).toEqual([
      ['NO'],
      ['CL'],
    ]);
  });
});

describe('partners of further deals', () => {
  it('are read from a sentence that opens with them', () => {
    const summary = 'Frameworks with Peru and Chile were announced with tariffs of 19% and 20%.';

    expect(rolesOf('U.S. strikes deals with Kenya, keeping 19% tariff', summary)).toEqual([
      ['US'],
      ['CL', 'KE', 'PE'],
    ]);
  });

  it('are those that a title counts and the text lists', () => {
    const summary = 'The agreements with Peru, Chile and Kenya cut duties on coffee.';

    expect(rolesOf('US reaches trade deals with three partner countries', summary)).toEqual([
      ['US'],
      ['CL', 'KE', 'PE'],
    ]);
  });
});

describe('the other country of the title', () => {
  it.each([
    ['Norway tells Chile to buy oil or face tariffs', '', ['NO'], ['CL']],
    ['Deal spares Chile the worst of Trump tariffs', '', ['US'], ['CL']],
    ['Chile pushes metal alliance as Norway signals no tariff carve-out', '', ['NO'], ['CL']],
    ['Chile accepts 15% tariff in deal with Oslo', '', ['NO'], ['CL']],
    [
      'In response to Norwegian tariffs, Chile plans duties on Norwegian salmon',
      '',
      ['CL'],
      ['NO'],
    ],
  ])('is hit where nobody else is: "%s"', (title, summary, imposers, targets) => {
    expect(rolesOf(title, summary)).toEqual([imposers, targets]);
  });

  it('is an example of all origins behind "including from"', () => {
    expect(rolesOf('Norway puts 10% duty on steel imports, including from Chile')).toEqual([
      ['NO'],
      ['CL', 'WORLD'],
    ]);
  });
});

describe('rates of another clause', () => {
  it.each([
    ['Kenya imposes 30% tariff on Ugandan rice as Uganda raises duty on Kenyan fish to 20%', [30]],
    ['Norway puts 25% duty on Chilean steel after Chile doubles salmon tariff to 50%', [25]],
  ])('are left out of "%s"', (title, rates) => {
    const reading = readItem({ title, summary: '', published: '2026-02-10', lang: 'en' });

    expect(reading.rates.map(({ value }) => value)).toEqual(rates);
  });
});
