// calendar [who] [product] [30d] [--ics]: dates of the law in a window, as an answer or as a file for calendar programs.
import { addDays, DAY_MS, type Day, dayOf, type Instant } from '../domain/day.ts';
import type { Message } from '../domain/message.ts';
import { type CalendarEvent, calendarOf } from '../ledger/calendar.ts';
import { toIcs } from '../ledger/calendar-ics.ts';
import type { Ledger } from '../ledger/create-ledger.ts';
import type { StatusQuery } from '../ledger/status-on.ts';
import { calendarAddressMessage, calendarMessage } from '../messages/calendar-message.ts';
import { countryName, productName } from '../messages/names.ts';
import type { CommandRequest } from './command.ts';
import { onlyQuery } from './ledger-questions.ts';
import { parseDuration } from './parse-values.ts';
import { splitWords, takeFlag } from './tokens.ts';

const ANSWER_DAYS = 30;
/** A calendar program shows the past too, and is asked again only now and then. */
const FILE_DAYS = 365;
const FILE_PAST_DAYS = 90;

type CalendarRequest = {
  /** Who and what, without the span. */
  readonly words: readonly string[];
  readonly query: StatusQuery | null;
  readonly days: number | null;
};

/** `calendar [who] [product] [30d] [--ics]` */
export async function calendar(request: CommandRequest): Promise<Message> {
  const { isSet: isFile, rest } = takeFlag(request.words, 'ics');
  const asked = parseCalendar(rest, request.now);
  const about = aboutWords(asked.query);
  if (isFile) {
    return calendarAddressMessage(about, request.calendarAddress(asked.words.join(' ')));
  }
  const from = dayOf(request.now);
  const to = addDays(from, asked.days ?? ANSWER_DAYS);
  return calendarMessage({
    from,
    to,
    about,
    lastVerified: request.ledger.lastVerified,
    events: eventsOf(request.ledger, asked.query, from, to),
    words: rest.join(' '),
  });
}

/**
 * The calendar of the words after `calendar` as iCalendar text; a day of the past quarter is in it too.
 * @throws UserError as the command does.
 */
export function calendarFile(ledger: Ledger, text: string, now: Instant): string {
  const { query, days } = parseCalendar(splitWords(text), now);
  const today = dayOf(now);
  const from = addDays(today, -FILE_PAST_DAYS);
  return toIcs(eventsOf(ledger, query, from, addDays(today, days ?? FILE_DAYS)), now);
}

function parseCalendar(typed: readonly string[], now: Instant): CalendarRequest {
  const spans = typed.filter((word) => /^\d+[hdw]$/i.test(word));
  const words = typed.filter((word) => !spans.includes(word));
  const span = spans.at(-1);
  return {
    words,
    query: words.length === 0 ? null : onlyQuery(words, now, 'calendar japan steel 30d'),
    days: span === undefined ? null : Math.ceil(parseDuration(span) / DAY_MS),
  };
}

function eventsOf(
  ledger: Ledger,
  query: StatusQuery | null,
  from: Day,
  to: Day,
): readonly CalendarEvent[] {
  return calendarOf(ledger, {
    from,
    to,
    imposer: query?.imposer ?? null,
    target: query?.target ?? null,
    scopes: query === null || query.product === null ? null : (query.scopes ?? [query.product]),
  });
}

function aboutWords(query: StatusQuery | null): string | null {
  if (query === null) return null;
  const product = query.product === null ? '' : `, ${productName(query.product)}`;
  return `${countryName(query.target)}${product}`;
}
