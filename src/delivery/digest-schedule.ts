// Which local day's digest is due. In: a channel's digest settings and the instant. Out: at most one day, so that after a
// long sleep there is one late digest and never several. Keeps no timers: the caller asks once a minute.
import { Temporal } from 'temporal-polyfill';
import { addDays, DAY_MS, type Day, type Instant, startOfDay } from '../domain/day.ts';
import type { DigestSettings, DigestSlot } from '../domain/subscription.ts';

export type DueDigest = {
  /** The local date that the digest is for; unique per channel. */
  readonly day: Day;
  /** When it was due. */
  readonly at: Instant;
  /** Start of what it tells: where the digest before it ended. */
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
  const today = localDay(now, settings.zone);
  if (settings.lastDay !== null && today <= settings.lastDay) return null;
  const newest = newestSlot(settings, today, now);
  if (newest === null || newest.at <= settings.changedAt) return null;
  if (settings.lastDay !== null && newest.day <= settings.lastDay) return null;
  return { day: newest.day, at: newest.at, since: startOfWindow(settings, newest) };
}

/** The next digest that will be due, for `list` and `settings`. Null only when no day within two weeks has one. */
export function nextDigest(settings: DigestSettings, now: Instant): DigestSlot | null {
  const today = localDay(now, settings.zone);
  for (let ahead = 0; ahead <= 14; ahead += 1) {
    const slot = slotOf(settings, addDays(today, ahead));
    if (slot === null || slot.at <= now) continue;
    if (settings.lastDay === null || slot.day > settings.lastDay) return slot;
  }
  return null;
}

/** The newest slot at or before `until`, looking back from `day`; null when there is none near. */
function newestSlot(settings: DigestSettings, day: Day, until: Instant): DigestSlot | null {
  for (let back = 0; back < LOOK_BACK_DAYS; back += 1) {
    const slot = slotOf(settings, addDays(day, -back));
    if (slot !== null && slot.at <= until) return slot;
  }
  return null;
}

// From the digest before: where it ended (one that came late told of more than its day, and one that was moved ended at its old
// time of day), else when the last one was due, else the slot before this one, else a day.
function startOfWindow(settings: DigestSettings, slot: DigestSlot): Instant {
  if (settings.toldUntil !== undefined && settings.toldUntil < slot.at) return settings.toldUntil;
  if (settings.lastDay !== null) {
    const last = slotOf({ ...settings, weekdaysOnly: false }, settings.lastDay);
    if (last !== null && last.at < slot.at) return last.at;
  }
  return newestSlot(settings, addDays(slot.day, -1), slot.at - 1)?.at ?? slot.at - DAY_MS;
}

function slotOf(settings: DigestSettings, day: Day): DigestSlot | null {
  if (settings.weekdaysOnly && isWeekend(day)) return null;
  const at = instantOf(settings.zone, day, settings.minuteOfDay);
  return at === null ? null : { day, at };
}

function isWeekend(day: Day): boolean {
  const weekday = new Date(startOfDay(day)).getUTCDay();
  return weekday === 0 || weekday === 6;
}

/** Zone arithmetic costs half a millisecond and thousands of channels share a few slots: the answers are kept. */
const KEPT_ANSWERS = 20_000;
const instants = new Map<string, Instant | null>();
const localDays = new Map<string, { day: Day; from: Instant; until: Instant }>();

/** The instant of a local time of day, or null on a local date that never was. */
function instantOf(zone: string, day: Day, minuteOfDay: number): Instant | null {
  const key = `${zone} ${day} ${minuteOfDay}`;
  const known = instants.get(key);
  if (known !== undefined) return known;
  if (instants.size >= KEPT_ANSWERS) instants.clear();
  const at = computeInstant(zone, Temporal.PlainDate.from(day), minuteOfDay);
  instants.set(key, at);
  return at;
}

function computeInstant(
  zone: string,
  date: Temporal.PlainDate,
  minuteOfDay: number,
): Instant | null {
  const plainTime = new Temporal.PlainTime(Math.floor(minuteOfDay / 60), minuteOfDay % 60);
  const zoned = date.toZonedDateTime({ timeZone: zone, plainTime });
  // A time that the clocks skip just before midnight is valid on the next date only: the day still has its digest.
  if (zoned.toPlainDate().equals(date) || existsIn(zone, date)) return zoned.epochMilliseconds;
  return null;
}

// A date that never was (the clocks jumped over all of it) maps to another date at noon too.
function existsIn(zone: string, date: Temporal.PlainDate): boolean {
  const noon = new Temporal.PlainTime(12);
  return date.toZonedDateTime({ timeZone: zone, plainTime: noon }).toPlainDate().equals(date);
}

/** The date in a zone at an instant. */
export function localDay(instant: Instant, zone: string): Day {
  const known = localDays.get(zone);
  if (known !== undefined && instant >= known.from && instant < known.until) return known.day;
  const date = Temporal.Instant.fromEpochMilliseconds(instant)
    .toZonedDateTimeISO(zone)
    .toPlainDate();
  const day = date.toString();
  localDays.set(zone, {
    day,
    from: date.toZonedDateTime(zone).epochMilliseconds,
    until: date.add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds,
  });
  return day;
}
