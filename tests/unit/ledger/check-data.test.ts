import { describe, expect, it } from 'vitest';
import type { Measure, MeasureException } from '../../../src/domain/measure.ts';
import { checkData } from '../../../src/ledger/check-data.ts';
import { aMeasure } from './measure-builder.ts';

function findingsOf(...measures: readonly Measure[]): readonly string[] {
  return checkData(measures.map((measure, at) => ({ measure, file: 'x.txt', line: at + 1 })))
    .findings.filter(({ file }) => file === 'x.txt')
    .map(({ severity, line, text }) => `${severity} ${line}: ${text}`);
}

function sparing(...parts: readonly string[]): MeasureException {
  return {
    origins: { isComplement: false, parts },
    from: null,
    to: null,
    law: null,
    condition: null,
  };
}

describe('the check of the data', () => {
  it('finds no error in the seeded measures and their tables', () => {
    const report = checkData();

    expect(report.measures).toBe(605);
    expect(report.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it.each([
    [
      'an end without a day',
      [aMeasure({ stage: 'ended' })],
      ['error 1: us-jp-steel has ended without a last day'],
    ],
    [
      'an end that lies ahead',
      [aMeasure({ stage: 'ended', effectiveTo: '2030-01-01' })],
      ['error 1: us-jp-steel is said to have ended, but its last day 2030-01-01 lies ahead'],
    ],
    [
      'a measure in force past its last day',
      [aMeasure({ effectiveTo: '2025-12-31' })],
      ['error 1: us-jp-steel is said to be in force, but its last day was 2025-12-31'],
    ],
    [
      'an announcement of what has begun',
      [aMeasure({ stage: 'announced' })],
      ['error 1: us-jp-steel is said to be announced, but it began 2025-03-12'],
    ],
    [
      'two measures of one instrument on one lane',
      [aMeasure({ id: 'a' }), aMeasure({ id: 'b', effectiveFrom: '2026-01-01' })],
      ['error 2: b overlaps a'],
    ],
    [
      'a successor that does not exist',
      [aMeasure({ supersededBy: 'gone', stage: 'ended', effectiveTo: '2025-06-03' })],
      ['error 1: us-jp-steel is superseded by gone, which does not exist'],
    ],
    [
      'a hole in a chain',
      [
        aMeasure({ id: 'a', supersededBy: 'b', stage: 'ended', effectiveTo: '2025-06-03' }),
        aMeasure({ id: 'b', effectiveFrom: '2025-06-10' }),
      ],
      ['warning 1: a ends 2025-06-03, b begins 2025-06-10'],
    ],
    [
      'a circle',
      [
        aMeasure({ id: 'a', supersededBy: 'b', stage: 'ended', effectiveTo: '2025-06-03' }),
        aMeasure({
          id: 'b',
          supersededBy: 'a',
          stage: 'ended',
          effectiveFrom: '2025-06-04',
          effectiveTo: '2025-06-09',
        }),
      ],
      [
        'error 1: a is superseded by itself in the end',
        'error 2: b is superseded by itself in the end',
      ],
    ],
    [
      'an exception from a row on one country',
      [aMeasure({ exceptions: [sparing('CA')] })],
      ['error 1: us-jp-steel spares origins and hits only JP'],
    ],
    [
      'an exception that a row of its own contradicts',
      [
        aMeasure({ id: 'a', target: 'WORLD', exceptions: [sparing('JP')] }),
        aMeasure({ id: 'b', target: 'JP' }),
      ],
      ['error 1: a spares JP, which b names'],
    ],
    [
      'an id that stands twice',
      [aMeasure({ id: 'a' }), aMeasure({ id: 'a', productScope: 'copper' })],
      ['error 2: a stands already at x.txt:1'],
    ],
    [
      'a law that is not named',
      [aMeasure({ legalRef: '' })],
      ['warning 1: us-jp-steel names no law'],
    ],
  ])('tells of %s', (_, measures, findings) => {
    expect(findingsOf(...measures)).toEqual(findings);
  });

  it.each([
    [{ rate: 250_000 }, 'warning 4: d has a rate of 2500 %'],
    [{ productScope: 'coper' }, 'warning 4: d: is its scope coper meant to be copper?'],
    [{ productScope: 'quartz' }, undefined],
    [
      { instrument: 'Section 223', productScope: 'copper' },
      'warning 4: d: is its instrument Section 223 meant to be Section 232?',
    ],
    [{ instrument: 'Section 201', productScope: 'copper' }, undefined],
  ])('asks about a figure or a spelling that only one row has: %j', (part, warning) => {
    const usual = ['copper', 'energy', 'potash', 'tungsten', 'films'].map((productScope, at) =>
      aMeasure({ id: `u${at}`, productScope, target: 'CN' }),
    );
    const [first, second, third, ...rest] = usual;
    if (first === undefined || second === undefined || third === undefined) throw new Error('none');
    const odd = aMeasure({ id: 'd', ...part });

    expect(findingsOf(first, second, third, odd, ...rest)).toEqual(
      warning === undefined ? [] : [warning],
    );
  });

  it('tells of rules and links that no measure fits', () => {
    const { findings } = checkData([{ measure: aMeasure(), file: 'x.txt', line: 1 }]);

    expect(findings.map(({ text }) => text)).toEqual(
      expect.arrayContaining([
        'no measure has the scope aluminium',
        'ca-trq-over-surtaxes: no measure of CA fits its winner',
      ]),
    );
  });
});
