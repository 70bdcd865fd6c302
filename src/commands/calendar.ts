// calendar [who] [product] [30d] [--ics]: dates of the law in a window, as an answer or as a file for calendar programs.
import { addDays, DAY_MS, type Day, dayOf, type Instant } from '../domain/day.ts';
import type { Message } from '../domain/message.ts';
import { type CalendarEvent, calendarOf } from '../ledger/calendar.ts';
import { toIcs } from '../ledger/calendar-ics.ts';
import type { Ledger } from '../ledger/create-ledger.ts';
import type { StatusQuery } from '../ledger/status-on.ts';
import { calendarAddressMessage, calendarMessage } from '../messages/calendar-message.ts';
import { nameOf, productName } from '../messages/names.ts';
import type { CommandRequest } from './command.ts';
import { onlyQuery } from './ledger-questions.ts';
import { parseStatus } from './parse-status.ts';
import { parseDuration } from './parse-values.ts';
import { splitWords, takeFlag } from './tokens.ts';

const ANSWER_DAYS = 30;
/** A calendar program shows the past too, and is asked again only now and then. */
const FILE_DAYS = 365;
const FILE_PAST_DAYS = 90;

/** Whose acts on whose goods; null for all. */
type CalendarLane = Pick<StatusQuery, 'product' | 'scopes'> & {
  readonly imposer: string | null;
  readonly target: string | null;
};

type CalendarRequest = {
  /** Who and what, without the span. */
  readonly words: readonly string[];
  /** Null for everything. */
  readonly lane: CalendarLane | null;
  readonly days: number | null;
};

/** `calendar [who] [product] [30d] [--ics]` */
export async function calendar(request: CommandRequest): Promise<Message> {
  const { isSet: isFile, rest } = takeFlag(request.words, 'ics');
  const asked = parseCalendar(rest, request.now);
  const about = asked.lane === null ? null : aboutWords(asked.lane);
  if (isFile) {
    return calendarAddressMessage(about, request.calendarAddress(asked.words.join(' ')));
  }
  const from = dayOf(request.now);
  const to = addDays(from, asked.days ?? ANSWER_DAYS);
  const events = eventsOf(request.ledger, asked.lane, from, to);
  return calendarMessage({
    from,
    to,
    about,
    lastVerified: request.ledger.lastVerified,
    events,
    next: events.length > 0 ? null : nextEvent(request.ledger, asked.lane, to),
    words: rest.join(' '),
  });
}

/**
 * The calendar of the words after `calendar` as iCalendar text; a day of the past quarter is in it too.
 * @throws UserError as the command does.
 */
export function calendarFile(ledger: Ledger, text: string, now: Instant): string {
  const { lane, days } = parseCalendar(splitWords(text), now);
  const today = dayOf(now);
  const from = addDays(today, -FILE_PAST_DAYS);
  return toIcs(eventsOf(ledger, lane, from, addDays(today, days ?? FILE_DAYS)), now);
}

function parseCalendar(typed: readonly string[], now: Instant): CalendarRequest {
  const spans = typed.filter((word) => /^\d+[hdw]$/i.test(word));
  const words = typed.filter((word) => !spans.includes(word));
  const span = spans.at(-1);
  return {
    words,
    lane: words.length === 0 ? null : laneOf(words, now),
    days: span === undefined ? null : Math.ceil(parseDuration(span) / DAY_MS),
  };
}

/** "by us" asks for the dates of what the United States impose, "us" for those that hit their goods. */
function laneOf(words: readonly string[], now: Instant): CalendarLane {
  const query = onlyQuery(words, now, 'calendar japan steel 30d');
  return parseStatus(words, now).direction === 'by'
    ? { ...query, imposer: query.target, target: null }
    : query;
}

/** The first date after the window, within a year. */
function nextEvent(ledger: Ledger, lane: CalendarLane | null, after: Day): CalendarEvent | null {
  return eventsOf(ledger, lane, addDays(after, 1), addDays(after, FILE_DAYS))[0] ?? null;
}

function eventsOf(
  ledger: Ledger,
  lane: CalendarLane | null,
  from: Day,
  to: Day,
): readonly CalendarEvent[] {
  return calendarOf(ledger, {
    from,
    to,
    imposer: lane?.imposer ?? null,
    target: lane?.target ?? null,
    scopes: lane === null || lane.product === null ? null : (lane.scopes ?? [lane.product]),
  });
}

function aboutWords({ imposer, target, product }: CalendarLane): string {
  const goods = product === null ? [] : [productName(product)];
  const acts = imposer === null ? [] : [`acts of ${nameOf(imposer)}`];
  return [...(target === null ? [] : [nameOf(target)]), ...acts, ...goods].join(', ');
}
