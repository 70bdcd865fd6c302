// Zones in dates: offsets, names and places, as they stand behind a time of day. In: small letters. Out: a zone or null.
import { Temporal } from 'temporal-polyfill';
import type { Instant } from '../domain/day.ts';
import { monthOf, zoneNamed } from './date-words.ts';

export type Zone = {
  readonly minutes: number;
  /** False where the name stands for several zones. */
  readonly isCertain: boolean;
  readonly name?: string;
  /** A place of the IANA time zone database, whose offset depends on the day. */
  readonly place?: string;
};

function readOffset(text: string): Zone | null {
  const match = /^(?:gmt|utc|ut)?\s*([+-])\s*(\d{1,2})(?::?(\d{2}))?$/i.exec(text);
  if (match === null) return null;
  const minutes = Number(match[2]) * 60 + Number(match[3] ?? 0);
  if (minutes > 15 * 60) return null;
  return { minutes: match[1] === '-' ? -minutes : minutes, isCertain: true };
}

/** The instant at which the clocks of a place show a local time, given as if it were UTC. */
export function instantIn(place: string, localMs: number): Instant {
  const local = new Date(localMs).toISOString().slice(0, -1);
  return Temporal.PlainDateTime.from(local).toZonedDateTime(place).epochMilliseconds;
}

/** A name such as `europe/brussels`, where the database knows it. */
function placeNamed(text: string): Zone | null {
  const name = /(?<![a-z_])[a-z]+(?:_[a-z]+)*\/[a-z_/+-]+\d*/.exec(text)?.[0];
  if (name === undefined) return null;
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name);
  } catch {
    // No such place: the time is read as if no zone were printed.
    return null;
  }
  return { minutes: 0, isCertain: true, place: name };
}

/** An offset or a zone name. */
export function zoneFrom(text: string | undefined): Zone | null {
  if (text === undefined || text === '') return null;
  const offset = readOffset(text);
  if (offset !== null) return offset;
  const named = zoneNamed(text);
  return named === null ? null : { ...named, name: text };
}

/** The zone among the words that follow the time, or between day and year. */
export function findZone(after: string, before: string): Zone | null {
  const offset = /(?:(?:gmt|utc|ut)\s?)?[+-]\s?\d{1,2}(?::?\d{2})?(?!\d)/.exec(after);
  // "+0000" after a name wins over the name: "GMT+0900", "+0100 (CET)".
  const fromOffset = offset === null ? null : zoneFrom(offset[0].trim());
  if (fromOffset !== null) return fromOffset;
  const place = placeNamed(after);
  if (place !== null) return place;
  // A single letter is a zone only right behind the time; elsewhere it is a word ("à").
  const letter = /^\s*([a-z])(?![\p{L}\d])/u.exec(after)?.[1] ?? '';
  // Before a time "at" is a word, behind it a zone (Atlantic).
  const others =
    `${after} ${before.replace(/\bat\b/, '')}`.match(/(?<![\p{L}\d])[a-z]{2,5}(?![\p{L}\d])/gu) ??
    [];
  const words = [letter, ...others];
  for (const word of words) {
    const zone = monthOf(word) === null || word === 'mart' ? zoneFrom(word) : null;
    if (zone !== null) return zone;
  }
  return null;
}
