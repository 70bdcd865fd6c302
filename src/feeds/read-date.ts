// A date as feeds print it to an instant and how far it can be trusted. In: any text. Out: a reading, or null when it is
// not understood: a date is never invented, and a day that does not exist is not moved to one that does.
import { MINUTE_MS } from '../domain/day.ts';
import type { DatePrecision } from '../domain/item.ts';
import { AFTERNOON, MORNING, monthOf } from './date-words.ts';
import { findZone, instantIn, type Zone, zoneFrom } from './date-zone.ts';
import type { DateReading } from './feed-document.ts';

type DayParts = {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  /** False where the order of day and month, the century or the day itself had to be supposed. */
  readonly isCertain: boolean;
};
type TimeParts = { readonly ms: number };

const MAX_LENGTH = 120;
/** Years of the Thai calendar (Buddhist era, 543 ahead) that can only be meant as such. */
const THAI_YEARS = [2400, 2700] as const;

function fullYear(text: string): number {
  const year = Number(text);
  // RFC 5322 section 4.3: two digits up to 49 are 20xx, three digits count from 1900.
  if (text.length === 2) return year < 50 ? 2000 + year : 1900 + year;
  if (text.length === 3) return 1900 + year;
  return year > THAI_YEARS[0] && year < THAI_YEARS[1] ? year - 543 : year;
}

function dayParts(year: string, month: number, day: number, isCertain = true): DayParts | null {
  const full = fullYear(year);
  if (full < 1900 || full > 2200 || month < 1 || month > 12 || day < 1) return null;
  const last = new Date(Date.UTC(full, month, 0)).getUTCDate();
  return day > last ? null : { year: full, month, day, isCertain };
}

function timeParts(hour: string, minute: string, second = '0', fraction = ''): TimeParts | null {
  const [h, m, s] = [Number(hour), Number(minute), Number(second)];
  // 24:00 ends the day (ISO 8601), second 60 is a leap second.
  if (h > 24 || m > 59 || s > 60 || (h === 24 && m + s > 0)) return null;
  const thousandths = fraction === '' ? 0 : Math.trunc(Number(`0.${fraction}`) * 1000);
  return { ms: ((h * 60 + m) * 60 + s) * 1000 + thousandths };
}

function combine(day: DayParts, time: TimeParts | null, zone: Zone | null): DateReading {
  const midnight = Date.UTC(day.year, day.month - 1, day.day);
  const place = time === null ? undefined : zone?.place;
  if (place !== undefined)
    return { at: instantIn(place, midnight + (time?.ms ?? 0)), precision: 'instant' };
  if (time === null) return { at: midnight, precision: day.isCertain ? 'date' : 'guessed' };
  const isKnown = day.isCertain && zone?.isCertain === true && !contradictsSeason(day, zone);
  const precision: DatePrecision = isKnown ? 'instant' : 'guessed';
  return { at: midnight + time.ms - (zone?.minutes ?? 0) * MINUTE_MS, precision };
}

/** "EST" on a July day is mostly a label that nobody changes when the clocks do. */
function contradictsSeason(day: DayParts, zone: Zone): boolean {
  if (zone.name === undefined) return false;
  const isSummer = day.month >= 4 && day.month <= 10;
  const isWinter = day.month === 12 || day.month <= 2;
  if (/^(?:est|mst|pst|akst)$/.test(zone.name)) return isSummer;
  return /^(?:edt|cdt|mdt|pdt|akdt)$/.test(zone.name) && isWinter;
}

const ISO =
  /^(\d{4}|\d{2})(?:-(\d{1,2}|0\d{2}(?=-))(?:-(\d{1,2}))?)?(?:(?: ?t ?| |, ?)(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)? ?(z|(?![ap]m$)[a-z]{2,5}|(?:(?:gmt|utc) ?)?[+-] ?\d{1,2}(?::?\d{2})?)?)?$/;
const COMPACT =
  /^(\d{4})(\d{2})(\d{2})(?:t?(\d{2}):?(\d{2})(?::?(\d{2}))? ?(z|[+-]\d{2}:?\d{2})?)?$/;
const ORDINAL = /^(\d{4})-?(\d{3})(?:t(\d{2}):(\d{2})(?::(\d{2}))?(z|[+-]\d{2}:?\d{2})?)?$/;

/** W3C-DTF and ISO 8601, with the liberties feeds take: a space for the T, one-digit months, no zone. */
function readIso(text: string): DateReading | null {
  const match = ISO.exec(text);
  if (match === null) return null;
  const [, year = '', month, day, hour, minute, second, fraction, zone] = match;
  if (year.length === 2 && day === undefined) return null;
  const parts = dayParts(year, Number(month ?? 1), Number(day ?? 1), day !== undefined);
  if (parts === null) return null;
  if (hour === undefined) return combine(parts, null, null);
  const time = timeParts(hour, minute ?? '0', second, fraction);
  return time === null ? null : combine(parts, time, zoneFrom(zone));
}

function readCompact(text: string): DateReading | null {
  const match = COMPACT.exec(text);
  if (match === null) return null;
  const parts = dayParts(match[1] ?? '', Number(match[2]), Number(match[3]));
  if (parts === null) return null;
  if (match[4] === undefined) return combine(parts, null, null);
  const time = timeParts(match[4], match[5] ?? '0', match[6]);
  return time === null ? null : combine(parts, time, zoneFrom(match[7]));
}

/** Year and day of the year, `2025-069`. */
function readOrdinal(text: string): DateReading | null {
  const match = ORDINAL.exec(text);
  if (match === null) return null;
  const year = Number(match[1]);
  const day = Number(match[2]);
  const date = new Date(Date.UTC(year, 0, day));
  if (day < 1 || date.getUTCFullYear() !== year) return null;
  const parts = dayParts(String(year), date.getUTCMonth() + 1, date.getUTCDate());
  if (parts === null) return null;
  if (match[3] === undefined) return combine(parts, null, null);
  const time = timeParts(match[3], match[4] ?? '0', match[5]);
  return time === null ? null : combine(parts, time, zoneFrom(match[6]));
}

/** Seconds or milliseconds since 1970, as some JSON feeds have them. */
function readEpoch(text: string): DateReading | null {
  if (!/^\d{10}$|^\d{13}$/.test(text)) return null;
  return { at: Number(text) * (text.length === 10 ? 1_000 : 1), precision: 'instant' };
}

const CLOCK =
  /(오전|오후|午前|午後|上午|下午)? ?t?(\d{1,2}) ?(?::|h(?=\d)|시|時|点|點) ?(\d{1,2})(?!\d)(?: ?(?::|분|分) ?(\d{1,2})(?!\d)(?:[.,](\d{1,9}))?)? ?[초秒분分]? ?(?:(a\.?m\.?|p\.?m\.?|sa|ch|πμ|μμ)(?![a-z]))?/;

type Clock = { readonly time: TimeParts; readonly before: string; readonly after: string };

/** Finds the time of day and cuts it out; null when there is one that cannot be right. */
function cutClock(text: string): Clock | 'none' | null {
  const match = CLOCK.exec(text);
  if (match === null) return 'none';
  const [whole, half, hourText = '', minute = '', second, fraction, suffix] = match;
  const mark = half ?? suffix;
  let hour = Number(hourText);
  if (mark !== undefined && AFTERNOON.has(mark) && hour < 12) hour += 12;
  if (mark !== undefined && MORNING.has(mark) && hour === 12) hour = 0;
  const time = timeParts(String(hour), minute, second, fraction);
  if (time === null) return null;
  const before = text.slice(0, match.index);
  return { time, before, after: text.slice(match.index + whole.length) };
}

const DAY_PATTERNS: readonly [RegExp, (match: RegExpExecArray) => DayParts | null][] = [
  // 2026년 4월 27일, 2026年4月27日, 2026/4/27, 2026.4.27, 2004-july-13
  [
    /(\d{4}) ?[년年./-] ?(\d{1,2}) ?[월月./-] ?(\d{1,2})/,
    (m) => dayParts(m[1] ?? '', Number(m[2]), Number(m[3])),
  ],
  [
    /(\d{4})[\s.-]+(\p{L}{3,})[\s.-]+(\d{1,2})(?!\d)/u,
    (m) => namedDay(m[1] ?? '', m[2] ?? '', m[3] ?? ''),
  ],
  // ngày 12 tháng 3 năm 2025
  [
    /(\d{1,2}) thang (\d{1,2})(?:,| nam)? (\d{4})/,
    (m) => dayParts(m[3] ?? '', Number(m[2]), Number(m[1])),
  ],
  // 12 March 2025, 12-mar-25, 12. März 2025, 12 de marzo de 2025, 1st May 2025
  [
    /(?<!\d)(\d{1,2})(?:st|nd|rd|th|er|º|\.|ª)?[\s,-]*(?:de |of |\p{L}{3,6}day,? )?(\p{L}{3,})\.?[\s,-]*(?:de |del )?'?(\d{4}|\d{2,3})(?![\d:])/u,
    (m) => namedDay(m[3] ?? '', m[2] ?? '', m[1] ?? ''),
  ],
  // March 12, 2025; and, with the time cut out of the middle, Jan 4 PDT 2004
  [
    /(?<!\p{L})(\p{L}{3,})\.? (\d{1,2})(?:st|nd|rd|th)?(?:, ?| )(?:(?=[a-z+-])[a-z]{0,5}(?:[+-]\d{1,2}(?::?\d{2})?)? )?(\d{4})/u,
    (m) => namedDay(m[3] ?? '', m[1] ?? '', m[2] ?? ''),
  ],
  // 27.04.2026 (day first), 04/27/2026, 27/04/2026; 04/05/2026 is read month first and marked as guessed
  [
    /(?<!\d)(\d{1,2})\. ?(\d{1,2})\. ?(\d{4}|\d{2})(?!\d)/,
    (m) => dayParts(m[3] ?? '', Number(m[2]), Number(m[1])),
  ],
  [
    /(?<!\d)(\d{1,2})[/-](\d{1,2})[/-](\d{4}|\d{2})(?!\d)/,
    (m) => slashedDay(Number(m[1]), Number(m[2]), m[3] ?? ''),
  ],
  // Sat, 11 04 2020
  [
    /(?<!\d)(\d{1,2}) (\d{1,2}) (\d{4})(?!\d)/,
    (m) => dayParts(m[3] ?? '', Number(m[2]), Number(m[1]), false),
  ],
  // Nov. 2020: read as its first day, like 2020-11
  [/^(\p{L}{3,})\.?,? (\d{4})$/u, (m) => namedDay(m[2] ?? '', m[1] ?? '', '1', false)],
];

function namedDay(year: string, word: string, day: string, isCertain = true): DayParts | null {
  const month = monthOf(word);
  return month === null ? null : dayParts(year, month, Number(day), isCertain);
}

function slashedDay(first: number, second: number, year: string): DayParts | null {
  if (first > 12) return dayParts(year, second, first);
  return dayParts(year, first, second, second > 12 || first === second);
}

function findDay(text: string): DayParts | null {
  for (const [pattern, read] of DAY_PATTERNS) {
    const match = pattern.exec(text);
    const day = match === null ? null : read(match);
    if (day !== null) return day;
  }
  return null;
}

/**
 * Times as they are meant: an hour alone ("17 +0200"), points for colons ("kl. 10.30"), an offset with a digit too many
 * or too few ("-010:00", "-040").
 */
function withPlainTime(text: string): string {
  return text
    .replace(/(?:t|\d{4} )\d{2}(?= ?(?:z|gmt|utc?|[+-]\d{2}:?\d{2})$)/, '$&:00')
    .replace(
      /((?:\d{4},?|klo|kl\.?|pukul|ore|jam) )(\d{1,2})\.(\d{2})(?:\.(\d{2}))?(?=$| )/,
      (_, before: string, hour: string, minute: string, second = '00') =>
        `${before}${hour}:${minute}:${second}`,
    )
    .replace(/([+-])0(\d{2}:\d{2})$/, '$1$2')
    .replace(/(?<= |:\d{2})([+-]0\d{2})$/, '$10');
}

/** RFC 822, asctime, and dates in words of any covered language, in any order of day, time and zone. */
function readWords(text: string): DateReading | null {
  const clock = cutClock(text);
  if (clock === null) return null;
  if (clock === 'none') {
    const day = findDay(text);
    return day === null ? null : combine(day, null, null);
  }
  const day = findDay(`${clock.before} ${clock.after}`);
  if (day === null) return null;
  const isKorean = /[년월일시분]|오[전후]/.test(text);
  const isJapanese = /午[前後]/.test(text);
  const supposed = isKorean || isJapanese ? { minutes: 9 * 60, isCertain: false } : null;
  return combine(day, clock.time, findZone(clock.after, clock.before) ?? supposed);
}

/** Small letters, plain digits, no accents, single spaces. */
function simplify(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .trim();
}

/**
 * Reads a date.
 *
 * @returns `instant`: day, time and zone are printed; `guessed`: something was supposed (zone UTC, or a zone name that
 *   fits several, or the order of day and month); `date`: a day without a time, at 00:00 UTC; null: not understood
 */
export function readDate(text: string): DateReading | null {
  if (text.length > MAX_LENGTH) return null;
  const plain = withPlainTime(simplify(text));
  if (!/\d/.test(plain)) return null;
  return (
    readIso(plain) ??
    readCompact(plain) ??
    readOrdinal(plain) ??
    readEpoch(plain) ??
    readWords(plain)
  );
}
