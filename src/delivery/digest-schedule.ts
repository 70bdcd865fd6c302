// Which local day's digest is due. In: a channel's digest settings and the instant. Out: at most one day, so that after a
// long sleep there is one late digest and never several. Keeps no timers: the caller asks once a minute.
import { Temporal } from 'temporal-polyfill';
import { DAY_MS, type Day, type Instant } from '../domain/day.ts';
import type { DigestSettings } from '../domain/subscription.ts';

export type DueDigest = {
  /** The local date that the digest is for; unique per channel. */
  readonly day: Day;
  /** When it was due. */
  readonly at: Instant;
  /** Start of what it tells: when the digest before it was due. */
  readonly since: Instant;
};

/** A local date that never was (Apia, 30 December 2011) and a weekend are stepped over; more are never in a row. */
const LOOK_BACK_DAYS = 5;

/**
 * The newest local day whose digest is due at `now` and was not planned yet, or null.
 *
 * The instant of a day is the first valid one at or after the local time: in the hour that a spring change skips,
 * Temporal's `compatible` moves forward; in the hour that an autumn change repeats, it takes the first. A digest is never
 * due before the settings were changed, so switching it on after its time of day posts nothing until tomorrow.
 */
export function findDueDigest(settings: DigestSettings, now: Instant): DueDigest | null {
  const slots = slotsBefore(settings, now, LOOK_BACK_DAYS);
  const newest = slots[0];
  if (newest === undefined || newest.at <= settings.changedAt) return null;
  if (settings.lastDay !== null && newest.day <= settings.lastDay) return null;
  return { day: newest.day, at: newest.at, since: startOfWindow(settings, newest, slots) };
}

/** When the next digest will be due, for `list` and `settings`. Null only when no day within two weeks has one. */
export function nextDigestAt(settings: DigestSettings, now: Instant): Instant | null {
  const today = localDate(now, settings.zone);
  for (let ahead = 0; ahead <= 14; ahead += 1) {
    const slot = slotOf(settings, today.add({ days: ahead }));
    if (slot === null || slot.at <= now) continue;
    if (settings.lastDay === null || slot.day > settings.lastDay) return slot.at;
  }
  return null;
}

type Slot = { readonly day: Day; readonly at: Instant };

// From the digest before: the last one planned, else the slot before this one, else a day.
function startOfWindow(settings: DigestSettings, slot: Slot, slots: readonly Slot[]): Instant {
  if (settings.lastDay !== null) {
    const last = slotOf(
      { ...settings, weekdaysOnly: false },
      Temporal.PlainDate.from(settings.lastDay),
    );
    if (last !== null && last.at < slot.at) return last.at;
  }
  return slots[1]?.at ?? slot.at - DAY_MS;
}

/** The slots at or before `now`, newest first, of the last `days` local days. */
function slotsBefore(settings: DigestSettings, now: Instant, days: number): readonly Slot[] {
  const today = localDate(now, settings.zone);
  const slots: Slot[] = [];
  for (let back = 0; back < days; back += 1) {
    const slot = slotOf(settings, today.subtract({ days: back }));
    if (slot !== null && slot.at <= now) slots.push(slot);
  }
  return slots;
}

function slotOf(settings: DigestSettings, date: Temporal.PlainDate): Slot | null {
  if (settings.weekdaysOnly && date.dayOfWeek > 5) return null;
  const plainTime = new Temporal.PlainTime(
    Math.floor(settings.minuteOfDay / 60),
    settings.minuteOfDay % 60,
  );
  const zoned = date.toZonedDateTime({ timeZone: settings.zone, plainTime });
  // A local date that never was maps to another date, which has a slot of its own.
  if (!zoned.toPlainDate().equals(date) && !isPushedPastMidnight(zoned, date)) return null;
  return { day: date.toString(), at: zoned.epochMilliseconds };
}

// 23:45 in a zone whose clocks jump at 23:30 is valid only on the next date; the day still had its digest.
function isPushedPastMidnight(zoned: Temporal.ZonedDateTime, date: Temporal.PlainDate): boolean {
  const next = date.add({ days: 1 });
  return zoned.toPlainDate().equals(next) && zoned.hour < 3 && existsIn(zoned.timeZoneId, date);
}

function existsIn(zone: string, date: Temporal.PlainDate): boolean {
  return date
    .toZonedDateTime({ timeZone: zone, plainTime: new Temporal.PlainTime(12) })
    .toPlainDate()
    .equals(date);
}

function localDate(instant: Instant, zone: string): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone).toPlainDate();
}
