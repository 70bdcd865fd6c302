// A measure on the goods of everybody beside countries that the text names: as examples, with a rate of their own, as spared, as
// those who speak up. By tables of our own words; `WORLD` stands for every origin.
import { describe, expect, it } from 'vitest';
import { printReading } from '../../../src/reading/print-reading.ts';
import { readItem } from '../../../src/reading/read-item.ts';
import { fill, fillTitle, isAsTold } from './teaser-casts.ts';

type Kind = 'goods' | 'all' | 'relief';

const TITLES: readonly (readonly [kind: Kind, text: string])[] = [
  ['goods', '{A} imposes 25% tariff on all {goods} imports'],
  ['goods', '{A} raises {goods} tariffs to 25%'],
  ['goods', '{A} puts 25% duty on imported {goods}'],
  ['goods', '{A} announces global {goods} tariff of 25%'],
  ['goods', "{A'} president threatens 25% tariff on {goods}"],
  ['all', '{A} sets 10% tariff on all imports'],
  ['all', '{A} announces baseline tariff of 10% on all countries'],
  ['relief', '{A} delays 25% tariff on all {goods} imports'],
  ['relief', '{A} cuts {goods} tariff to 25%'],
];

const TEXTS: readonly (readonly [kinds: readonly Kind[], hit: string, text: string])[] = [
  [['goods', 'all', 'relief'], 'WORLD', ''],
  [['goods', 'all', 'relief'], 'WORLD', '{B} and {C} are the largest suppliers.'],
  [['goods', 'all', 'relief'], 'WORLD', '{B} and {C} are exempt.'],
  [
    ['goods', 'all', 'relief'],
    'WORLD',
    'Countries with a trade deal, such as {B}, are not affected.',
  ],
  [['goods', 'all', 'relief'], 'WORLD', 'Imports from {B} and {C} have surged.'],
  [['goods', 'all', 'relief'], 'WORLD', 'Most of the {goods} come from {B}.'],
  [['goods', 'all', 'relief'], 'WORLD', "{B'} {goods} dominate the market."],
  [['goods', 'all', 'relief'], 'WORLD', 'The order replaces a 10% duty on {goods} from {B}.'],
  [['goods', 'all', 'relief'], 'WORLD', '{B} sells 80% of its {goods} to {A}.'],
  [['goods', 'all', 'relief'], 'WORLD', '{B} exported {goods} worth $4 billion to {A} last year.'],
  [['goods', 'all', 'relief'], 'WORLD', 'Shares of {goods} makers in {B} fell.'],
  [['goods', 'all', 'relief'], 'WORLD', "{B}'s trade minister flew to {A*} for talks."],
  [['goods', 'all', 'relief'], 'WORLD', 'Negotiators from {B} hope for a quota instead.'],
  [['goods', 'all', 'relief'], 'WORLD', '{B} and {C} have quotas that stay in place.'],
  [['goods', 'all', 'relief'], 'WORLD|WORLD+B', 'A deal with {B} caps the rate at 15%.'],
  [['goods', 'all', 'relief'], 'WORLD|WORLD+B', 'Under a deal, {B} pays 15%.'],
  [['goods', 'all', 'relief'], 'WORLD', '{B} was left out of the list.'],
  [['goods', 'all', 'relief'], 'WORLD', 'It is meant to counter overcapacity in {B}.'],
  [
    ['goods', 'all'],
    'WORLD|B+C|WORLD+B+C',
    'The tariff hits suppliers such as {B} and {C} hardest.',
  ],
  [['goods', 'all'], 'WORLD|B+C|WORLD+B+C', 'The measure will hit producers in {B} and {C}.'],
  [['goods', 'all'], 'WORLD+B', 'Imports from {B} will face 50%.'],
  [['goods', 'all'], 'WORLD+B', '{B} will pay 50%.'],
  [['goods', 'all'], 'WORLD+B', 'Goods from {B} will be charged 40%.'],
  [['goods', 'all'], 'WORLD+B', 'The rate for {B} is 50%.'],
  [['goods', 'all'], 'WORLD', '{B} called it unjustified.'],
  [['goods', 'all'], 'WORLD', '{B} and {C} said they would respond.'],
  [['goods', 'all'], 'WORLD', '{B} asked to be exempted.'],
  [['goods', 'all'], 'WORLD', '{B} vowed to retaliate.'],
  [['goods', 'all'], 'WORLD', '{B} threatened to answer with tariffs of its own.'],
  [
    ['goods', 'all'],
    'WORLD|WORLD+B+C',
    'The duty applies to all countries, including {B} and {C}.',
  ],
  [['goods', 'all'], 'WORLD|WORLD+B', 'No country is exempt, not even {B}.'],
  [['goods', 'all'], 'WORLD|B|WORLD+B', 'The government blames cheap {goods} from {B}.'],
  [['goods', 'all'], 'WORLD|B|WORLD+B', 'The step is aimed at {B}, officials said.'],
  [['goods', 'all'], 'WORLD', 'Analysts said {B} would be hurt most.'],
  [['goods', 'all'], 'WORLD+B+C|WORLD', 'The rate is 15% for {B} and {C}.'],
  [['goods', 'all'], 'WORLD|WORLD+B', '{B} is hit by a separate 20% tariff.'],
  [['goods', 'all'], 'WORLD|WORLD+B|B', 'The tariff is meant to shield local mills from {B}.'],
  [['all'], 'WORLD+B+C|B+C', '{B} faces 34% and {C} 20%.'],
  [['all'], 'WORLD+B+C|B+C', 'Goods from {B} will face 34%, those from {C} 20%.'],
  [['all'], 'WORLD+B', 'It adds a 34% tariff on {B}.'],
  [['goods'], 'WORLD|WORLD+B+C|B+C', 'It ends exemptions for {B} and {C}.'],
  [['goods'], 'WORLD|WORLD+B+C+D', 'Exemptions for {B}, {C} and {D} will be scrapped.'],
];

const BEFORE = ['', 'The step takes effect in July. '];

describe('every origin beside countries that are named', () => {
  it.each(TEXTS)('%j %s: %s', (kinds, hit, text) => {
    const misread = TITLES.flatMap(([kind, title], row) => {
      if (!kinds.includes(kind)) return [];
      return BEFORE.flatMap((before, column) => {
        const turn = 2 * row + column;
        const item = {
          title: fillTitle(title, turn),
          // No goods are named in a measure on all of them.
          summary: fill(
            before + (kind === 'all' ? text.replaceAll('{goods}', 'goods') : text),
            turn,
          ),
        };
        const reading = printReading(
          'x',
          readItem({ ...item, published: '2026-03-10', lang: 'en' }),
        );
        const read = `${reading.imposers.join()} > ${reading.targets.join()}`;
        return isAsTold(`A > ${hit}`, turn, reading)
          ? []
          : [`${item.title} // ${item.summary}: ${read}`];
      });
    });
    expect(misread).toEqual([]);
  });
});
