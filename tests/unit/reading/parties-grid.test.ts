// Who lays what on whose goods, in the shapes of headlines and teasers: every shape with every pair of countries and kind of
// goods must give the same imposer, target, goods and rate. Own words.
import { describe, expect, it } from 'vitest';
import { printReading } from '../../../src/reading/print-reading.ts';
import { readItem } from '../../../src/reading/read-item.ts';

type Country = {
  readonly code: string;
  readonly name: string;
  readonly demonym: string;
  readonly capital: string;
};

const COUNTRIES: readonly Country[] = [
  { code: 'US', name: 'US', demonym: 'US', capital: 'Washington' },
  { code: 'IN', name: 'India', demonym: 'Indian', capital: 'New Delhi' },
  { code: 'BR', name: 'Brazil', demonym: 'Brazilian', capital: 'Brasilia' },
  { code: 'TR', name: 'Turkey', demonym: 'Turkish', capital: 'Ankara' },
  { code: 'VN', name: 'Vietnam', demonym: 'Vietnamese', capital: 'Hanoi' },
  { code: 'CA', name: 'Canada', demonym: 'Canadian', capital: 'Ottawa' },
  { code: 'JP', name: 'Japan', demonym: 'Japanese', capital: 'Tokyo' },
  { code: 'ZA', name: 'South Africa', demonym: 'South African', capital: 'Pretoria' },
  { code: 'CN', name: 'China', demonym: 'Chinese', capital: 'Beijing' },
  { code: 'MX', name: 'Mexico', demonym: 'Mexican', capital: 'Mexico City' },
];
/** How far down the list the other country stands. */
const APART = 3;

const GOODS = {
  rice: 'agri',
  steel: 'steel',
  cars: 'autos',
  tyres: 'other',
  'cotton yarn': 'textiles',
};

/** A is who lays the duty, B who bears it; an apostrophe after a letter gives its adjective, a star the capital. */
const SHAPES: readonly (readonly [title: string, text: string])[] = [
  ["{A} imposes 35% duty on {B'} {goods}", ''],
  ['{A} slaps 35% tariff on {goods} from {B}', 'The duty takes effect on Monday.'],
  ["{B'} {goods} hit with 35% duty by {A}", ''],
  ["35% duty on {B'} {goods} comes into force in {A}", ''],
  ['{A}: duty of 35% on {goods} originating in {B}', ''],
  ["{A} to charge 35% on imports of {B'} {goods}", 'Officials said the levy would start in July.'],
  [
    'New duty on {goods}',
    'The government of {A} has imposed a 35 per cent duty on {goods} imported from {B}.',
  ],
  ["Duty on {B'} {goods} raised", '{A} lifted its tariff on {goods} from {B} to 35% on Tuesday.'],
  ["{A*} puts 35% levy on {B'} {goods}", ''],
  ['{A*} hits {B} with 35% tariffs on {goods}', ''],
  ['{B} faces 35% duty on {goods} exports to {A}', ''],
  [
    '{B} vows answer',
    "{A} on Friday announced a tariff of 35% on {B'} {goods}, which {B} called unfair.",
  ],
  ["{B'} exporters of {goods} to pay 35% in {A}", 'The duty was announced on Friday.'],
  ["{A}'s 35% tariff on {B'} {goods} takes effect", ''],
  ['{A} sets 35% anti-dumping duty on {goods} from {B}', ''],
  ['{goods} from {B}: {A} sets provisional duty of 35%', ''],
  [
    'Trade ministry acts on {goods}',
    "{A'} authorities imposed a 35% anti-dumping duty on {goods} originating in or exported from {B}.",
  ],
  ["{A} cuts duty on {B'} {goods} to 35%", ''],
  ["{B} wins cut in {A'} duty on {goods} to 35%", ''],
  ["{A} exempts {B'} {goods} from 35% tariff", ''],
  ['{B} asks {A} to drop 35% duty on {goods}', ''],
  ["{A} threatens 35% tariff on {B'} {goods}", ''],
  ['{A} retaliates against {B} with 35% duty on {goods}', ''],
  ["{A} delays 35% tariff on {B'} {goods} by a month", ''],
];

function fill(shape: string, a: Country, b: Country, goods: string): string {
  const named = shape
    .replaceAll('{goods}', goods)
    .replace(/\{([AB])(['*]?)\}/g, (_all, who, form) => {
      const country = who === 'A' ? a : b;
      if (form === "'") return country.demonym;
      return form === '*' ? country.capital : country.name;
    });
  return named.charAt(0).toUpperCase() + named.slice(1);
}

describe('who lays what on whose goods', () => {
  it.each(SHAPES)('%s / %s', (title, text) => {
    const misread = COUNTRIES.flatMap((a, at) =>
      Object.entries(GOODS).flatMap(([goods, group]) => {
        const b = COUNTRIES[(at + APART) % COUNTRIES.length] ?? a;
        const item = { title: fill(title, a, b, goods), summary: fill(text, a, b, goods) };
        const reading = readItem({ ...item, published: '2025-06-10', lang: 'en' });
        const { imposers, targets, products, rates_pct } = printReading('x', reading);
        const groups = products.map((slug) => slug.split(':')[0]);
        const read = [imposers, targets, groups, rates_pct].join(' / ');
        return read === [a.code, b.code, group, 35].join(' / ') ? [] : [`${item.title}: ${read}`];
      }),
    );
    expect(misread).toEqual([]);
  });
});
