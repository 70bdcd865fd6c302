// Calendar events as an iCalendar file. In: events and the instant of making it. Out: text with CRLF lines.
// RFC 5545 (format), RFC 7986 (name of the calendar). Days are whole days without a zone.
import { addDays, type Instant } from '../domain/day.ts';
import type { CalendarEvent } from './calendar.ts';

/** Octets a line may have before it is folded, RFC 5545 section 3.1. */
const LINE_OCTETS = 75;

/** The events as one VCALENDAR. Ids are stable, so that a calendar that is fetched again updates and does not double. */
export function toIcs(events: readonly CalendarEvent[], madeAt: Instant): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Tariffwatch//Calendar//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    'NAME:Tariff dates',
    'X-WR-CALNAME:Tariff dates',
    ...events.flatMap((event) => eventLines(event, madeAt)),
    'END:VCALENDAR',
  ];
  return `${lines.map(foldLine).join('\r\n')}\r\n`;
}

function eventLines(event: CalendarEvent, madeAt: Instant): readonly string[] {
  const ids = event.measures.map(({ id }) => id);
  const laws = [...new Set(event.measures.map(({ legalRef }) => legalRef))].filter(Boolean);
  const details = [...laws, `Measures: ${ids.join(', ')}`].join('\n');
  return [
    'BEGIN:VEVENT',
    `UID:${event.day}-${event.kind}-${ids[0] ?? 'none'}@tariffwatch`,
    `DTSTAMP:${stampOf(madeAt)}`,
    `DTSTART;VALUE=DATE:${event.day.replaceAll('-', '')}`,
    `DTEND;VALUE=DATE:${addDays(event.day, 1).replaceAll('-', '')}`,
    `SUMMARY:${escapeText(event.text)}`,
    `DESCRIPTION:${escapeText(details)}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

function stampOf(at: Instant): string {
  return new Date(at).toISOString().replace(/[-:]|\.\d+/g, '');
}

/** RFC 5545 section 3.3.11. */
function escapeText(text: string): string {
  return text
    .replaceAll('\\', '\\\\')
    .replaceAll(';', '\\;')
    .replaceAll(',', '\\,')
    .replace(/\r\n|\r|\n/g, '\\n');
}

// Folds between characters, so that no character of several octets is cut.
function foldLine(line: string): string {
  const encoder = new TextEncoder();
  const folded: string[] = [];
  let part = '';
  let octets = 0;
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (octets + size > LINE_OCTETS) {
      folded.push(part);
      part = ' ';
      octets = 1;
    }
    part += character;
    octets += size;
  }
  return [...folded, part].join('\r\n');
}
