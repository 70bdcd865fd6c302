// Who is hit where the verb names no tariff, and where the sentence of the step names nobody who is.
import { describe, expect, it } from 'vitest';
import { readItem } from '../../../../src/reading/read-item.ts';

function sides(title: string, summary = ''): string {
  const { imposers, targets } = readItem({ title, summary, published: '2025-06-10', lang: 'en' });
  const list = (facts: readonly { readonly value: string }[]): string =>
    facts.map(({ value }) => value).join();
  return `${list(imposers)}>${list(targets)}`;
}

describe('who does it to whom', () => {
  it.each([
    ['Peru squeezes Norway with 30% copper tariff', 'PE>NO'],
    ['Chile singles out Kenya with 30% tariff', 'CL>KE'],
    ['Mexico gives Norway until Monday or face 30% tariff', 'MX>NO'],
    ['Mexico sets deadline for Peru before 30% copper tariff', 'MX>PE'],
    ['Norway vows to fight Mexico’s 30% copper tariff', 'MX>NO'],
    ['Norway under threat of 30% copper tariff from Mexico', 'MX>NO'],
    ['Norway gets tariff pause from Mexico', 'MX>NO'],
    ['Kenya faces 30% tariff from Peru on tea', 'PE>KE'],
    ['Peru sends letter to Kenya setting 30% tariff', 'PE>KE'],
    ['In letter to Kenya, Peru sets 30% tariff', 'PE>KE'],
    ['Tariff hike: Peru lifts Kenyan tea duty to 30%', 'PE>KE'],
    ['Peru cuts Kenya’s tariff to 5%', 'PE>KE'],
    ['Kenya will not be spared Peru’s 30% tea tariff', 'PE>KE'],
    ['Kenya denied exemption from Peru’s 30% tea tariff', 'PE>KE'],
    ['Kenya in talks with Peru to be exempted from 30% tea tariff', 'PE>KE'],
    ['Minister asks Peru to exclude Kenya from tea tariffs', 'PE>KE'],
  ])('"%s" is %s', (title, expected) => {
    expect(sides(title)).toBe(expected);
  });
});

describe('who is hit without being named beside the tariff', () => {
  it.each([
    ['Kenya reels as Peru imposes 30% tariff on tea', 'PE>KE'],
    ['Kenya stunned as Peru sets 30% tariff on its goods', 'PE>KE'],
    ['Blow to Kenya as Peru doubles tea tariff to 30%', 'PE>KE'],
    ['Outrage in Kenya as Peru announces 30% tariff on tea', 'PE>KE'],
    ['Kenya spared for now as Peru delays tea tariff', 'PE>KE'],
    ['In trade row with Kenya, Peru raises tea duty to 30%', 'PE>KE'],
    ['Peru threatens 30% tea tariff unless Kenya opens its ports', 'PE>KE'],
  ])('"%s" is %s', (title, expected) => {
    expect(sides(title)).toBe(expected);
  });

  it('is every origin where the tariff says so itself', () => {
    expect(sides('Kenya reels as Peru imposes 30% tariff on all imports')).toBe('PE>WORLD');
  });

  it('is nobody where a dumping duty names no origin', () => {
    expect(sides('Peru imposes provisional anti-dumping duty on washing machines')).toBe('PE>');
  });

  it('is not whose quarrel is only the cause of another’s', () => {
    expect(sides('Peru hits Kenya with 30% tariff over trade with Norway')).toBe('PE>KE');
  });
});
