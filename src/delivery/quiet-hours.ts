// Quiet hours delay, they never lose: the instant from which a channel may be posted to again. Pure.
import { Temporal } from 'temporal-polyfill';
import type { Instant } from '../domain/day.ts';
import type { QuietHours } from '../domain/subscription.ts';

/** `at` itself outside the quiet hours, else the first instant after them (local time, DST by the zone). */
export function endOfQuiet(quiet: QuietHours | null, at: Instant): Instant {
  if (quiet === null || quiet.fromMinute === quiet.toMinute) return at;
  const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(quiet.zone);
  const minute = local.hour * 60 + local.minute;
  const spansMidnight = quiet.fromMinute > quiet.toMinute;
  const isQuiet = spansMidnight
    ? minute >= quiet.fromMinute || minute < quiet.toMinute
    : minute >= quiet.fromMinute && minute < quiet.toMinute;
  if (!isQuiet) return at;
  const endsTomorrow = spansMidnight && minute >= quiet.fromMinute;
  const day = endsTomorrow ? local.toPlainDate().add({ days: 1 }) : local.toPlainDate();
  const end = day.toZonedDateTime({ timeZone: quiet.zone, plainTime: toTime(quiet.toMinute) });
  return Math.max(at, end.epochMilliseconds);
}

function toTime(minuteOfDay: number): Temporal.PlainTime {
  return new Temporal.PlainTime(Math.floor(minuteOfDay / 60), minuteOfDay % 60);
}

/** Whether `zone` is an IANA zone that this machine knows. */
export function isTimeZone(zone: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone);
    return /^[A-Za-z]/.test(zone);
  } catch {
    return false;
  }
}
