import { describe, expect, it } from 'vitest';
import { createLedger } from '../../../src/ledger/create-ledger.ts';
import { normalDutyFor, normalDutyOf, readHtsExport } from '../../../src/ledger/normal-duty.ts';
import { resolveStatusQuery } from '../../../src/ledger/resolve-status-query.ts';
import { statusOn } from '../../../src/ledger/status-on.ts';
import { loadSeedEntries } from '../../../src/reference/measures.ts';

const { table, problems } = readHtsExport([
  { htsno: '7326', indent: '0', description: 'Other articles of iron or steel:', general: '' },
  { htsno: '', indent: '1', description: 'Other', general: '' },
  { htsno: '7326.90.86', indent: '3', description: 'Other', general: '2.9%' },
  { htsno: '7326.90.86.88', indent: '4', description: 'Other', general: '' },
  { htsno: '7326.90.10.00', indent: '3', description: 'Of tinplate', general: 'Free' },
  { htsno: '8703.23.01', general: '2.5%' },
  { htsno: '8703.24.01', general: '2.5%' },
  { htsno: '0402.10.05', general: '3.3¢/kg' },
  { htsno: '9903.88.03', general: 'The duty provided in the applicable subheading + 25%' },
  { htsno: 'Chapter 1', general: 'Free' },
  null,
]);

describe('normal duties', () => {
  it('are read from tariff lines; additional duties of chapter 99 are none', () => {
    expect(table.lines.map(({ digits, rate }) => [digits, rate])).toEqual([
      ['04021005', null],
      ['7326901000', 0],
      ['73269086', 290],
      ['87032301', 250],
      ['87032401', 250],
    ]);
    expect(problems).toEqual(['row 10: "Chapter 1" is no tariff number']);
  });

  it.each([
    ['7326.90.86.88', { kind: 'known', rate: 290, line: '73269086' }],
    ['73269086', { kind: 'known', rate: 290, line: '73269086' }],
    ['8703', { kind: 'known', rate: 250, line: '87032301' }],
    ['7326', { kind: 'other', text: 'Free; 2.9%' }],
    ['0402.10.05', { kind: 'other', text: '3.3¢/kg' }],
    ['2204', null],
    ['87', null],
    ['steel', null],
  ])('on %s are %j', (hs, duty) => {
    expect(normalDutyOf(table, hs)).toEqual(duty);
  });

  it('make the worked example of 77.9 % without being told the rate', () => {
    const [query] = resolveStatusQuery({
      who: 'CN',
      product: '7326.90.86.88',
      from: 'US',
      on: '2026-10-05',
    });
    if (query === undefined) throw new Error('no query');
    const ledger = { ...createLedger(loadSeedEntries()), normalDuties: table };
    const status = statusOn(ledger, query);

    expect(status.imposers[0]?.total_duty_pct).toBe(77.9);
    expect(status.notes).toContain(
      "Normal duty 2.9%, from the operator's tariff table, line 7326.90.86.",
    );
  });

  it('are used only for the imposer of the table and for HS lines', () => {
    expect(normalDutyFor(table, 'US', 'steel')).toBeNull();
    expect(normalDutyFor(table, 'MX', '8703')).toBeNull();
    expect(normalDutyFor(table, 'US', null)).toBeNull();
    expect(normalDutyFor(null, 'US', '8703')).toBeNull();
    expect(normalDutyFor(table, 'US', '8703')).toMatchObject({ rate: 250 });
  });

  it('count for their own imposer where several are asked about', () => {
    const [query] = resolveStatusQuery({ who: 'CN', product: '7326.90.86.88', on: '2026-10-05' });
    if (query === undefined) throw new Error('no query');
    const ledger = { ...createLedger(loadSeedEntries()), normalDuties: table };
    const answers = statusOn(ledger, query).imposers;

    expect(answers.length).toBeGreaterThan(1);
    expect(answers.map((one) => [one.imposer, one.normal_duty_pct])).toEqual(
      answers.map(({ imposer }) => [imposer, imposer === 'US' ? 2.9 : null]),
    );
  });

  it.each([
    ['RU', '2026-10-05', null, 'Goods of Russia do not pay the normal duty of the table'],
    ['RU', '2022-04-08', 2.9, 'Normal duty 2.9%'],
    ['CU', '2020-01-01', null, 'Goods of Cuba do not pay the normal duty of the table'],
    ['JP', '2026-10-05', 2.9, 'Normal duty 2.9%'],
  ])('are not those of a column 2 origin: %s on %s', (target, on, normal, words) => {
    const ledger = { ...createLedger(loadSeedEntries()), normalDuties: table };
    const product = '7326.90.86.88';
    const answer = statusOn(ledger, { target, product, on, knownOn: null, imposer: 'US' });

    expect(answer.imposers[0]?.normal_duty_pct).toBe(normal);
    expect(answer.notes.join(' ')).toContain(words);
  });

  it('that are no percentage are given as printed, and no others are', () => {
    const specific = readHtsExport([
      { htsno: '0406.90.97', general: '$1.509/kg' },
      { htsno: '7326.90.86', general: '2.9%' },
    ]).table;
    const ledger = { ...createLedger(loadSeedEntries()), normalDuties: specific };
    const textOf = (target: string, product: string) =>
      statusOn(ledger, { target, product, on: '2026-10-05', knownOn: null, imposer: 'US' })
        .imposers[0]?.normal_duty_text;

    expect(textOf('JP', '0406.90.97')).toBe('$1.509/kg');
    expect(textOf('JP', '7326.90.86')).toBeNull();
    expect(textOf('RU', '0406.90.97')).toBeNull();
  });

  it('of something else than an export are none, and that is said', () => {
    expect(readHtsExport({ rows: [] })).toEqual({
      table: { imposer: 'US', lines: [] },
      problems: ['the file holds no list of tariff lines'],
    });
  });
});
