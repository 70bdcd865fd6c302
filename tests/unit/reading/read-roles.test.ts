import { describe, expect, it } from 'vitest';
import { readItem } from '../../../src/reading/read-item.ts';

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
