// Days, times of day, time zones and lengths of time as people type them. Each gives a value or throws UserError; none
// guesses. "Today" is the asker's argument, not the machine's.

import { isTimeZone } from '../delivery/quiet-hours.ts';
import { addDays, DAY_MS, type Day, HOUR_MS, isDay } from '../domain/day.ts';
import { UserError } from '../domain/error.ts';
import { nearestWord } from '../reference/nearest-word.ts';

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

/** How many words a date of words may have: `12 March 2025`. */
export const LONGEST_DAY = 3;

/** `2025-03-12`, `12 March 2025`, `March 12 2025`, `today`, `yesterday`, `tomorrow`; null when it is none of them. */
export function readDay(text: string, today: Day): Day | null {
  const lower = text.toLowerCase().replaceAll(',', ' ').replaceAll(/\s+/g, ' ').trim();
  if (lower === 'today' || lower === 'now') return today;
  if (lower === 'yesterday') return addDays(today, -1);
  if (lower === 'tomorrow') return addDays(today, 1);
  if (isDay(lower)) return lower;
  const parts =
    /^(?:(\d{1,2})(?:st|nd|rd|th)? ([a-z]+)|([a-z]+) (\d{1,2})(?:st|nd|rd|th)?) (\d{4})$/.exec(
      lower,
    );
  if (parts === null) return null;
  const month = monthOf(parts[2] ?? parts[3] ?? '');
  if (month === null) return null;
  const date = (parts[1] ?? parts[4] ?? '').padStart(2, '0');
  const day = `${parts[5]}-${month}-${date}`;
  return isDay(day) ? day : null;
}

/** `03` for "march" and "mar"; null for a word that is no month. */
export function monthOf(word: string): string | null {
  const lower = word.toLowerCase();
  const month = MONTHS.findIndex((one) => lower.length >= 3 && one.startsWith(lower));
  return month < 0 ? null : String(month + 1).padStart(2, '0');
}

/** As `readDay`, for a place where only a date can stand. Throws UserError `bad-date`. */
export function parseDay(text: string, today: Day): Day {
  const day = readDay(text, today);
  if (day !== null) return day;
  throw new UserError(
    'bad-date',
    text === '' ? 'A date is missing.' : `I cannot read "${text}" as a date.`,
    'Write it as 2025-03-12 or 12 March 2025, for example: status japan steel on 2025-03-12',
  );
}

/** `08:30`, `8:30am`, `8pm` as minutes after midnight; null when it is no time of day. */
export function readMinuteOfDay(text: string): number | null {
  const parts = /^(\d{1,2})(?:[:.](\d{2}))?\s?(am|pm)?$/i.exec(text);
  if (parts === null || (parts[2] === undefined && parts[3] === undefined)) return null;
  const half = parts[3]?.toLowerCase();
  let hour = Number(parts[1]);
  const minute = Number(parts[2] ?? 0);
  if (half !== undefined) {
    if (hour < 1 || hour > 12) return null;
    hour = (hour % 12) + (half === 'pm' ? 12 : 0);
  }
  return hour > 23 || minute > 59 ? null : hour * 60 + minute;
}

/** As `readMinuteOfDay`, for a place where only a time can stand. Throws UserError `bad-time`. */
export function parseMinuteOfDay(text: string): number {
  const minute = readMinuteOfDay(text);
  if (minute !== null) return minute;
  throw new UserError(
    'bad-time',
    `I cannot read "${text}" as a time of day.`,
    'Write it as 08:30, for example: digest on 08:30 Asia/Tokyo',
  );
}

/** A zone by its IANA name in any case, or by its city (`Tokyo`). Throws UserError `bad-zone` with the nearest name. */
export function parseZone(text: string): string {
  const wanted = text.replaceAll(' ', '_').toLowerCase();
  if (wanted === 'utc' || wanted === 'gmt') return 'UTC';
  const known = Intl.supportedValuesOf('timeZone');
  const exact = known.find((zone) => zone.toLowerCase() === wanted);
  if (exact !== undefined) return exact;
  const byCity = known.filter((zone) => zone.toLowerCase().endsWith(`/${wanted}`));
  if (byCity.length === 1 && byCity[0] !== undefined) return byCity[0];
  // Names that this machine takes but does not list, such as Asia/Calcutta's newer spelling.
  if (text.includes('/') && isTimeZone(text)) return text;
  const near = nearestWord(wanted, [
    ...known,
    ...known.map((zone) => zone.slice(zone.lastIndexOf('/') + 1)),
  ]);
  throw new UserError(
    'bad-zone',
    `I know no time zone called "${text}".`,
    `${near === null ? '' : `Did you mean ${near}? `}Write it as Asia/Tokyo or Europe/Berlin, for example: digest on 08:30 Asia/Tokyo`,
  );
}

const UNIT_MS: Readonly<Record<string, number>> = { h: HOUR_MS, d: DAY_MS, w: 7 * DAY_MS };
const LONGEST_MS = 365 * DAY_MS;

const SMALL_NUMBERS: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
};

/** `12h`, `7d`, `2w`, `2 weeks`, `a week` in milliseconds. Throws UserError `bad-duration`; nothing is muted for more than a year. */
export function parseDuration(text: string): number {
  const parts = /^(\d{1,4}|[a-z]+(?= ))\s?(h|d|w)[a-z]*$/i.exec(text);
  const number = parts?.[1]?.toLowerCase() ?? '';
  const ms =
    (SMALL_NUMBERS[number] ?? Number(number)) * (UNIT_MS[(parts?.[2] ?? '').toLowerCase()] ?? 0);
  if (ms > 0 && ms <= LONGEST_MS) return ms;
  throw new UserError(
    'bad-duration',
    `I cannot read "${text}" as a length of time.`,
    'Write it as 12h, 7d or 2w, at most 365d, for example: mute japan 7d',
  );
}
