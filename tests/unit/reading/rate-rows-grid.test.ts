// Rates set out as the rows of a list or table: "Brazil: 74.52%", "24.12% - Northmill Ltd.", "Peru (12.4%), Chad (8%)". Each row
// is a rate of what the title tells, however far the heading is. A grid in our own words.
import { describe, expect, it } from 'vitest';
import { readItem } from '../../../src/reading/read-item.ts';

type Row = readonly [name: string, value: number];

const FORMS: readonly (readonly [string, (rows: readonly Row[]) => string])[] = [
  ['name: rate.', (rows) => rows.map(([name, value]) => `${name}: ${value}%.`).join(' ')],
  ['name: rate;', (rows) => `${rows.map(([name, value]) => `${name}: ${value}%`).join('; ')}.`],
  ['name rate,', (rows) => `${rows.map(([name, value]) => `${name} ${value}%`).join(', ')}.`],
  ['name rate;', (rows) => `${rows.map(([name, value]) => `${name} ${value}%`).join('; ')}.`],
  ['name (rate)', (rows) => `${rows.map(([name, value]) => `${name} (${value}%)`).join(', ')}.`],
  ['rate (name)', (rows) => `${rows.map(([name, value]) => `${value}% (${name})`).join(', ')}.`],
  ['name – rate', (rows) => rows.map(([name, value]) => `${name} – ${value}%`).join(' ')],
  ['- name - rate', (rows) => rows.map(([name, value]) => `- ${name} - ${value}%`).join(' ')],
  ['- rate - name', (rows) => rows.map(([name, value]) => `- ${value}% - ${name}`).join(' ')],
  ['• name: rate', (rows) => rows.map(([name, value]) => `• ${name}: ${value} per cent`).join(' ')],
  [
    'name | rate |',
    (rows) => `| ${rows.map(([name, value]) => `${name} | ${value}%`).join(' | ')} |`,
  ],
  ['name = rate', (rows) => rows.map(([name, value]) => `${name} = ${value}%`).join(', ')],
  [
    'rate for name',
    (rows) => `${rows.map(([name, value]) => `${value}% for ${name}`).join(', ')}.`,
  ],
  ['name at rate', (rows) => `${rows.map(([name, value]) => `${name} at ${value}%`).join(', ')}.`],
];

const MAKERS: readonly Row[] = [
  ['Northmill Ltd.', 24.12],
  ['Acme Steel Co., Ltd.', 12.82],
  ['Lakeside Forest Products', 19.5],
  ['All others', 20.26],
];
const COUNTRIES: readonly Row[] = [
  ['Lesotho', 50],
  ['Cambodia', 49],
  ['Sri Lanka', 44],
  ['India', 26],
];
const GOODS: readonly Row[] = [
  ['Motorcycles', 24],
  ['Playing cards', 12.5],
  ['Bicycles', 19.5],
  ['Glassware', 8],
];

const REMEDIES = [
  'Commerce issues preliminary countervailing duty determination on softwood lumber from Chad||The rates:',
  'US finds dumping of steel plate from Chad in final determination||Final dumping margins:',
  'Brazil imposes anti-dumping duty on tyres from Chad||The duty runs for five years and took effect on Monday. Duty by producer:',
  'India slaps antidumping duty on nylon yarn from Chad||',
];
const MAPS = [
  "Trump's reciprocal tariffs hit more than 50 countries||The rates announced on Wednesday by country:",
  'US sets new tariff rates for trading partners||He showed a chart. They will come into force on August 1.',
  'Brazil imposes new tariffs on imports from dozens of countries||',
];
const SCHEDULES = [
  'Chad raises import duties on consumer goods||The new rates:',
  'Nigeria imposes tariffs on luxury goods||The list was published in the gazette on Monday. It holds four headings.',
  'Kenya hikes customs duty on a range of goods||',
];

const TABLES = [
  ['makers', REMEDIES, MAKERS],
  ['countries', MAPS, COUNTRIES],
  ['goods', SCHEDULES, GOODS],
] as const;

function ratesOf(head: string, text: string): string {
  const [title = '', opening = ''] = head.split('||');
  const { rates } = readItem({
    title,
    summary: `${opening} ${text}`.trim(),
    published: '2026-03-10',
    lang: 'en',
  });
  return rates
    .map(({ value }) => value)
    .sort((a, b) => a - b)
    .join(' ');
}

describe.each(TABLES)('the rates of %s in rows', (_, heads, rows) => {
  const expected = rows
    .map(([, value]) => value)
    .sort((a, b) => a - b)
    .join(' ');
  it.each(FORMS)('are all read when set out as "%s"', (_form, print) => {
    const wrong = heads
      .map((head) => [head, ratesOf(head, print(rows))])
      .filter(([, got]) => got !== expected);
    expect(wrong).toEqual([]);
  });
});

// The same rows under a heading of something else are no rates.
const ELSE = [
  'Chad imposes tariffs on imports from four countries||The four sold it a lot last year. Share of imports:',
  'Chad imposes tariffs on imports from four countries||Growth of exports to Chad in 2025:',
  'Chad imposes tariffs on imports from four countries||Shares fell across Asia after the announcement:',
  'Chad imposes tariffs on imports from four countries||Inflation last year:',
  'Chad imposes tariffs on imports from four countries||Unemployment in March by country:',
  'Chad imposes tariffs on imports from four countries||Its market share by country of origin:',
];

describe('rows of something else under a title on a tariff', () => {
  it.each(FORMS)('are no rates when set out as "%s"', (_form, print) => {
    const wrong = ELSE.map((head) => [head, ratesOf(head, print(COUNTRIES))]).filter(
      ([, got]) => got !== '',
    );
    expect(wrong).toEqual([]);
  });
});
