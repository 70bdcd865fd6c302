import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { findDueDigest, nextDigest } from '../../../src/delivery/digest-schedule.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../src/domain/day.ts';
import type { DigestSettings } from '../../../src/domain/subscription.ts';

const at = (iso: string) => Date.parse(iso);

function settings(zone: string, time: string, part: Partial<DigestSettings> = {}): DigestSettings {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return {
    minuteOfDay: hour * 60 + minute,
    zone,
    weekdaysOnly: false,
    changedAt: 0,
    lastDay: null,
    ...part,
  };
}

/** Ticks once every `step` from one instant to another, as the clock job does, and lists what fell due. */
function run(start: DigestSettings, from: string, to: string, step = MINUTE_MS) {
  let current = { ...start, changedAt: at(from) - 1 };
  const due: { day: string; at: string }[] = [];
  for (let now = at(from); now <= at(to); now += step) {
    const found = findDueDigest(current, now);
    if (found === null) continue;
    due.push({ day: found.day, at: new Date(found.at).toISOString() });
    current = { ...current, lastDay: found.day };
  }
  return due;
}

describe('days when the clocks change (RELIABILITY section 4)', () => {
  it.each([
    [
      'London 01:30 in the gap of 29 Mar 2026',
      'Europe/London',
      '01:30',
      '2026-03-29',
      '2026-03-29T01:30:00.000Z',
    ],
    [
      'London 01:30 twice on 25 Oct 2026',
      'Europe/London',
      '01:30',
      '2026-10-25',
      '2026-10-25T00:30:00.000Z',
    ],
    [
      'New York 02:30 in the gap of 8 Mar 2026',
      'America/New_York',
      '02:30',
      '2026-03-08',
      '2026-03-08T07:30:00.000Z',
    ],
    [
      'New York 01:30 twice on 1 Nov 2026',
      'America/New_York',
      '01:30',
      '2026-11-01',
      '2026-11-01T05:30:00.000Z',
    ],
    [
      'Lord Howe 02:15 in the half-hour gap of 4 Oct 2026',
      'Australia/Lord_Howe',
      '02:15',
      '2026-10-04',
      '2026-10-03T15:45:00.000Z',
    ],
    [
      'Lord Howe 01:45 twice on 5 Apr 2026',
      'Australia/Lord_Howe',
      '01:45',
      '2026-04-05',
      '2026-04-04T14:45:00.000Z',
    ],
    ['Tokyo 09:00 on a plain day', 'Asia/Tokyo', '09:00', '2026-05-05', '2026-05-05T00:00:00.000Z'],
  ])('%s: once', (_, zone, time, day, instant) => {
    const from = new Date(at(`${day}T00:00:00Z`) - DAY_MS).toISOString();
    const to = new Date(at(`${day}T00:00:00Z`) + DAY_MS).toISOString();

    const due = run(settings(zone, time), from, to).filter((one) => one.day === day);

    expect(due).toEqual([{ day, at: instant }]);
  });

  it('tells no digest for a date that never was (Apia, 30 December 2011)', () => {
    const due = run(
      settings('Pacific/Apia', '09:00'),
      '2011-12-28T00:00:00Z',
      '2012-01-01T12:00:00Z',
      10 * MINUTE_MS,
    );

    expect(due.map((one) => one.day)).toEqual([
      '2011-12-28',
      '2011-12-29',
      '2011-12-31',
      '2012-01-01',
    ]);
  });
});

describe('any zone, any time of day', () => {
  const zones = [
    'UTC',
    'Europe/London',
    'America/New_York',
    'America/St_Johns',
    'America/Sao_Paulo',
    'Australia/Lord_Howe',
    'Asia/Kathmandu',
    'Pacific/Apia',
    'Pacific/Chatham',
    'Africa/Casablanca',
    'Asia/Tehran',
    'America/Santiago',
  ];
  const times = [
    '00:00',
    '00:30',
    '01:30',
    '02:00',
    '02:30',
    '03:00',
    '08:30',
    '12:00',
    '23:30',
    '23:59',
  ];
  const cases = zones.flatMap((zone) => times.map((time) => [zone, time] as const));

  it.each(cases)('%s %s: every local date of a year once, in order', (zone, time) => {
    const from = '2025-12-30T12:00:00Z';
    const to = '2026-12-30T12:00:00Z';

    const due = run(settings(zone, time), from, to, 2 * HOUR_MS);

    const days = due.map((one) => one.day);
    expect(new Set(days).size).toBe(days.length);
    expect(days).toEqual(days.toSorted());
    const [first = '', last = ''] = [days[0], days.at(-1)];
    const wanted = Temporal.PlainDate.from(first).until(Temporal.PlainDate.from(last)).days + 1;
    expect(days).toHaveLength(wanted);
    const instants = due.map((one) => one.at);
    expect(instants).toEqual(instants.toSorted());
  });
});

describe('late, early and changed', () => {
  const daily = settings('Asia/Tokyo', '08:30', { lastDay: '2026-05-01' });

  it('tells one late digest after a long sleep, for the newest day', () => {
    const due = run({ ...daily }, '2026-05-05T12:00:00Z', '2026-05-05T14:00:00Z');
    expect(due).toEqual([]);

    const late = findDueDigest({ ...daily, changedAt: 0 }, at('2026-05-05T12:00:00Z'));
    expect(late?.day).toBe('2026-05-05');
  });

  it('covers everything since the last digest that was told, however long ago', () => {
    const late = findDueDigest(daily, at('2026-05-05T12:00:00Z'));

    expect(late?.since).toBe(at('2026-04-30T23:30:00Z'));
  });

  it('goes on from where the last one ended, when that came late', () => {
    const late = { ...daily, lastDay: '2026-05-05', toldUntil: at('2026-05-05T12:00:00Z') };

    expect(findDueDigest(late, at('2026-05-05T23:30:00Z'))).toEqual({
      day: '2026-05-06',
      at: at('2026-05-05T23:30:00Z'),
      since: at('2026-05-05T12:00:00Z'),
    });
  });

  it.each([
    ['18:00', '2026-05-06T09:00:00Z'],
    ['00:30', '2026-05-05T15:30:00Z'],
  ])('leaves nothing out and tells nothing twice when it is moved to %s', (time, due) => {
    const told = { lastDay: '2026-05-05', toldUntil: at('2026-05-04T23:30:00Z') };

    const found = findDueDigest(settings('Asia/Tokyo', time, told), at(due));

    expect(found?.at).toBe(at(due));
    expect(found?.since).toBe(told.toldUntil);
  });

  it('takes no window that ends before it begins, when the clock was set back', () => {
    const ahead = { ...daily, lastDay: '2026-05-05', toldUntil: at('2026-05-09T00:00:00Z') };

    expect(findDueDigest(ahead, at('2026-05-05T23:30:00Z'))?.since).toBe(
      at('2026-05-04T23:30:00Z'),
    );
  });

  it('does not tell a day twice when the clock is set back', () => {
    const told = { ...daily, lastDay: '2026-05-05' };

    expect(findDueDigest(told, at('2026-05-05T12:00:00Z'))).toBeNull();
    expect(findDueDigest(told, at('2026-05-05T10:00:00Z'))).toBeNull();
    expect(findDueDigest(told, at('2026-05-04T10:00:00Z'))).toBeNull();
  });

  it('waits for tomorrow when it is switched on after its time of day', () => {
    const fresh = settings('Asia/Tokyo', '08:30', { changedAt: at('2026-05-05T03:00:00Z') });

    expect(findDueDigest(fresh, at('2026-05-05T04:00:00Z'))).toBeNull();
    expect(findDueDigest(fresh, at('2026-05-05T23:30:00Z'))?.day).toBe('2026-05-06');
    expect(nextDigest(fresh, at('2026-05-05T04:00:00Z'))).toEqual({
      day: '2026-05-06',
      at: at('2026-05-05T23:30:00Z'),
    });
  });

  it('leaves weekends out and tells on Monday what came since Friday', () => {
    const week = settings('Europe/Berlin', '08:30', { weekdaysOnly: true });

    const due = run(week, '2026-05-01T00:00:00Z', '2026-05-05T12:00:00Z');
    const monday = findDueDigest({ ...week, lastDay: '2026-05-01' }, at('2026-05-04T07:00:00Z'));

    expect(due.map((one) => one.day)).toEqual(['2026-05-01', '2026-05-04', '2026-05-05']);
    expect(monday?.since).toBe(at('2026-05-01T06:30:00Z'));
  });

  it('says when the next one comes, over a weekend too', () => {
    const week = settings('Europe/Berlin', '08:30', { weekdaysOnly: true });

    const monday = { day: '2026-05-04', at: at('2026-05-04T06:30:00Z') };
    expect(nextDigest(week, at('2026-05-01T07:00:00Z'))).toEqual(monday);
    expect(nextDigest(week, monday.at - HOUR_MS)).toEqual(monday);
  });
});
