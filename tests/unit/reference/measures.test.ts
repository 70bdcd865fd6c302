import { describe, expect, it } from 'vitest';
import { dayOf } from '../../../src/domain/day.ts';
import {
  LAST_VERIFIED,
  loadSeedEntries,
  loadSeedMeasures,
} from '../../../src/reference/measures.ts';
import { parseMeasures, readMeasures } from '../../../src/reference/parse-measures.ts';

const BLOCK = `# A comment.

id: us-x-1
imposer: US
target: JP
scope: steel
detail: Steel
instrument: Section 232
kind: tariff
rate: 12.5
basis: additional
stage: in-force
announced: 2025-02-10
from: 2025-03-12
law: Procl. 1
source: Register
url: https://register.example/1
confidence: official-text-seen
audit: confirmed
`;

describe('measure blocks', () => {
  it('become measures with rates in hundredths of a percent', () => {
    const [row] = parseMeasures('x.txt', BLOCK);

    expect(row?.line).toBe(3);
    expect(row?.measure).toMatchObject({ id: 'us-x-1', rate: 1250, effectiveTo: null, note: '' });
  });

  it.each([
    ['imposer: US', 'imposer: XX', 'x.txt:4: imposer may not be "XX"'],
    ['kind: tariff', 'kind: toll', 'x.txt:9: unknown kind "toll"'],
    ['from: 2025-03-12', 'from: 2025-02-30', 'x.txt:14: from may not be "2025-02-30"'],
    ['rate: 12.5', 'rate: 12,5', 'x.txt:10: rate may not be "12,5"'],
    ['rate: 12.5', 'rate: -3', 'x.txt:10: rate may not be "-3"'],
    ['basis: additional\n', '', 'x.txt:3: us-x-1: has a rate without a basis'],
    [
      'from: 2025-03-12',
      'from: 2025-03-12\nto: 2025-03-11',
      'x.txt:3: us-x-1: begins 2025-03-12, after its end 2025-03-11',
    ],
    ['scope: steel', 'Scope: steel', 'x.txt:6: no known field in "Scope: steel"'],
    ['scope: steel', 'scope:', 'x.txt:6: scope is empty; leave the line out'],
    ['scope: steel', 'scope: steel\nscope: copper', 'x.txt:7: scope is given twice'],
    ['source: Register\n', '', 'x.txt:3: source is missing'],
    ['url: https', 'url: ftp', 'x.txt:17: url may not be "ftp://register.example/1"'],
    ['stage: in-force', 'stage: sought', 'x.txt:3: us-x-1: a request, and nothing else, is sought'],
  ])('with "%s" written as "%s" are refused by file and line', (from, to, message) => {
    expect(() => parseMeasures('x.txt', BLOCK.replace(from, to))).toThrow(message);
  });

  it('say whom they spare, since when, under which law and on which condition', () => {
    const cell = 'AR|CA under Procl. 9980; JP from 2025-04-01 to 2025-05-01; !US|CN if it is poor';
    const [row] = parseMeasures('x.txt', BLOCK.replace('scope:', `except: ${cell}\nscope:`));

    expect(row?.measure.exceptions).toEqual([
      {
        origins: { isComplement: false, parts: ['AR', 'CA'] },
        from: null,
        to: null,
        law: 'Procl. 9980',
        condition: null,
      },
      {
        origins: { isComplement: false, parts: ['JP'] },
        from: '2025-04-01',
        to: '2025-05-01',
        law: null,
        condition: null,
      },
      {
        origins: { isComplement: true, parts: ['US', 'CN'] },
        from: null,
        to: null,
        law: null,
        condition: 'it is poor',
      },
    ]);
  });

  it.each([
    ['XX', 'x.txt:6: unknown origin XX'],
    ['@NOBODY', 'x.txt:6: unknown origin @NOBODY'],
    ['CA from 2025-02-30', 'x.txt:6: except may not have the day "2025-02-30"'],
    ['CA from 2025-06-01 to 2025-05-01', 'x.txt:6: except begins 2025-06-01, after its end'],
    ['CA since 2025-06-01', 'x.txt:6: except may not be "CA since 2025-06-01"'],
    ['CA;', 'x.txt:6: except may not be ""'],
    ['CA from 2025-03-11', 'x.txt:3: us-x-1: spares an origin on days on which it does not run'],
  ])('with the exception "%s" are refused by file and line', (cell, message) => {
    const text = BLOCK.replace('scope:', `except: ${cell}\nscope:`);

    expect(() => parseMeasures('x.txt', text)).toThrow(message);
  });

  it('are read as far as they have no fault, and all faults are told at once', () => {
    const second = BLOCK.replace('us-x-1', 'us-x-2').replace('rate: 12.5', 'rate: 12%');
    const third = BLOCK.replace('us-x-1', 'us-x-3').replace('scope: steel', 'goods: steel\nkind:');
    const { rows, faults } = readMeasures('x.txt', `${BLOCK}\n${second}\n${third}`);

    expect(rows.map(({ measure }) => measure.id)).toEqual(['us-x-1']);
    expect(faults.map(({ message }) => message)).toEqual([
      'x.txt:30: rate may not be "12%"',
      'x.txt:46: no known field in "goods: steel"',
      'x.txt:47: kind is empty; leave the line out',
    ]);
  });

  it('say from when on the evidence leaves them open', () => {
    const text = BLOCK.replace('law:', 'unsettled: 2026-11-11 its pause ran out\nlaw:');
    const [row] = parseMeasures('x.txt', text);

    expect(row?.measure.unsettled).toEqual({ from: '2026-11-11', why: 'its pause ran out' });
    expect(() => parseMeasures('x.txt', text.replace('2026-11-11', '2026-11-31'))).toThrow(
      'x.txt:15: unsettled may not be "2026-11-31 its pause ran out"',
    );
  });

  it('keep Namibia, whose code reads like "not available"', () => {
    const ids = loadSeedMeasures().flatMap(({ measure }) =>
      measure.target === 'NA' ? [measure.id] : [],
    );

    expect(ids).toEqual(['us-ieepa-recip-na']);
  });
});

describe('the seed', () => {
  it('holds 605 measures, each with a source', () => {
    const measures = loadSeedMeasures();

    expect(measures).toHaveLength(605);
    expect(measures.every(({ measure }) => measure.sourceName !== '')).toBe(true);
    expect(LAST_VERIFIED).toBe('2026-10-10');
  });

  it('records a measure on the day of its announcement, else on its first day', () => {
    const recorded = (id: string) =>
      loadSeedEntries()
        .filter(({ measure }) => measure.id === id)
        .map(({ recordedAt }) => dayOf(recordedAt));

    expect(recorded('us-232-steel-world-2026-50')).toEqual(['2026-04-02']);
    expect(recorded('us-232-pharma-clinical')).toEqual(['2026-09-29']);
  });

  it('records an end when its successor was announced, as a correction of the open entry', () => {
    const entries = loadSeedEntries().filter(
      ({ measure }) => measure.id === 'us-232-steel-jp-trq-2022',
    );

    expect(
      entries.map(({ recordedAt, supersedes, measure }) => [
        dayOf(recordedAt),
        supersedes,
        measure.effectiveTo,
      ]),
    ).toEqual([
      ['2022-02-07', null, null],
      ['2025-02-10', 'seed:us-232-steel-jp-trq-2022', '2025-03-11'],
    ]);
  });

  it('ends in exactly the measures of the data', () => {
    const last = new Map(loadSeedEntries().map(({ measure }) => [measure.id, measure]));

    expect([...last.values()].sort((a, b) => a.id.localeCompare(b.id))).toEqual(
      loadSeedMeasures()
        .map(({ measure }) => measure)
        .sort((a, b) => a.id.localeCompare(b.id)),
    );
  });
});
