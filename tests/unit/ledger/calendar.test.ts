import { describe, expect, it } from 'vitest';
import { calendarOf } from '../../../src/ledger/calendar.ts';
import { toIcs } from '../../../src/ledger/calendar-ics.ts';
import { createLedger } from '../../../src/ledger/create-ledger.ts';
import { loadSeedEntries } from '../../../src/reference/measures.ts';
import { aMeasure, anEntry } from './measure-builder.ts';

const ledger = createLedger(loadSeedEntries());

describe('the calendar', () => {
  it('lists what begins, what ends and which pauses run out, both ends of the window included', () => {
    const events = calendarOf(ledger, { from: '2026-11-09', to: '2026-12-31' });
    const of = (day: string) => events.filter((event) => event.day === day).map(({ kind }) => kind);

    expect(of('2026-11-09')).toEqual(expect.arrayContaining(['ends', 'pause-ends']));
    expect(of('2026-12-04')).toEqual(['begins']);
    expect(of('2026-12-31')).toEqual(expect.arrayContaining(['ends', 'pause-ends']));
    expect(events.map(({ day }) => day)).toEqual(events.map(({ day }) => day).sort());
  });

  it('has the first day of a list that a part of the goods may stand on, and none of goods beside it', () => {
    const of = (scope: string, target: string) =>
      calendarOf(ledger, { from: '2026-09-01', to: '2026-09-30', target, scopes: [scope] })
        .filter(({ imposer }) => imposer === 'CA')
        .flatMap(({ measures }) => measures.map(({ id }) => id));

    expect(of('dairy', 'US')).toContain('ca-ret-2026-25');
    expect(of('dairy', 'JP')).toEqual([]);
  });

  it('makes one event of all measures that an act sets on one day', () => {
    const events = calendarOf(ledger, { from: '2026-12-04', to: '2026-12-04' });

    expect(events).toHaveLength(1);
    expect(events[0]?.targets).toContain('WORLD');
    expect(events[0]?.text).toBe(
      'United States, Section 232: first day of 15% extra, 10% extra or at least 15% in total on polysilicon wafers, cells and modules from every origin (rates of their own: the United Kingdom, Japan, South Korea, Taiwan and 3 more).',
    );
  });

  it('keeps to one origin and one imposer when asked', () => {
    const events = calendarOf(ledger, {
      from: '2026-01-01',
      to: '2026-12-31',
      imposer: 'CN',
      target: 'CA',
    });

    expect(events.length).toBeGreaterThan(0);
    expect(events.every(({ imposer }) => imposer === 'CN')).toBe(true);
    expect(events.flatMap(({ targets }) => targets)).not.toContain('US');
  });

  it('tells an origin no general step that a rule of its own keeps from it', () => {
    const cabinets = (target: string) =>
      calendarOf(ledger, { from: '2027-01-01', to: '2027-01-01', target })
        .flatMap(({ measures }) => measures)
        .some(({ id }) => id === 'us-232-cabinets-world-2027');

    expect(cabinets('VN')).toBe(true);
    expect(cabinets('JP')).toBe(false);
  });

  it('holds no duty on every origin for one on the goods of who imposes it, or of its union', () => {
    const dated = createLedger(
      ['US', 'EU'].map((imposer) =>
        anEntry(aMeasure({ id: imposer, imposer, target: 'WORLD', effectiveFrom: '2027-03-01' })),
      ),
    );
    const imposersFor = (target: string) =>
      calendarOf(dated, { from: '2027-03-01', to: '2027-03-01', target }).map(
        ({ imposer }) => imposer,
      );

    expect(imposersFor('US')).toEqual(['EU']);
    expect(imposersFor('DE')).toEqual(['US']);
    expect(imposersFor('BR')).toEqual(['EU', 'US']);
  });

  it('finds the dates of goods by what covers them', () => {
    const events = calendarOf(ledger, {
      from: '2026-07-22',
      to: '2026-07-22',
      target: 'BR',
      scopes: ['beef'],
    });

    expect(events.flatMap(({ measures }) => measures).map(({ id }) => id)).toContain(
      'us-301-br-25',
    );
  });

  it('knows no date of a threat, a request or a measure that was dropped', () => {
    const dropped = createLedger([
      anEntry(aMeasure({ id: 'a', stage: 'threatened', effectiveFrom: '2025-05-01' })),
      anEntry(
        aMeasure({ id: 'b', kind: 'request', effectiveFrom: null, effectiveTo: '2025-05-01' }),
      ),
      anEntry(
        aMeasure({ id: 'c', stage: 'announced', effectiveFrom: null, effectiveTo: '2025-05-01' }),
      ),
    ]);

    expect(calendarOf(dropped, { from: '2025-01-01', to: '2025-12-31' })).toEqual([]);
  });

  it('tells only what was known on a day', () => {
    const window = { from: '2025-03-12', to: '2025-03-12', imposer: 'US' };

    expect(calendarOf(ledger, { ...window, knownOn: '2025-02-09' })).toEqual([]);
    expect(calendarOf(ledger, { ...window, knownOn: '2025-02-10' }).length).toBeGreaterThan(0);
  });
});

describe('the calendar as iCalendar', () => {
  const made = Date.parse('2026-11-01T08:30:00Z');
  const event = calendarOf(
    createLedger([
      anEntry(
        aMeasure({
          id: 'm-1',
          legalRef: 'Act 1, section 2; annex\\3',
          instrument:
            'Überprüfung, très longue désignation d’un instrument juridique, deuxième partie',
        }),
      ),
    ]),
    { from: '2025-03-12', to: '2025-03-12' },
  );
  const text = toIcs(event, made);

  it('is a whole day with a stable id and CRLF lines', () => {
    expect(text).toContain('DTSTART;VALUE=DATE:20250312\r\nDTEND;VALUE=DATE:20250313\r\n');
    expect(text).toContain('UID:2025-03-12-begins-m-1@tariffwatch\r\n');
    expect(text).toContain('DTSTAMP:20261101T083000Z\r\n');
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(text.startsWith('BEGIN:VCALENDAR\r\nVERSION:2.0\r\n')).toBe(true);
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
  });

  it('folds lines at 75 octets and never inside a character', () => {
    const encoder = new TextEncoder();
    const lines = text.split('\r\n');

    expect(Math.max(...lines.map((line) => encoder.encode(line).length))).toBeLessThanOrEqual(75);
    expect(lines.some((line) => line.startsWith(' '))).toBe(true);
    expect(text.replaceAll('\r\n ', '')).toContain('Überprüfung\\, très longue désignation');
  });

  it('escapes commas, semicolons and backslashes', () => {
    expect(text.replaceAll('\r\n ', '')).toContain('Act 1\\, section 2\\; annex\\\\3');
  });
});
