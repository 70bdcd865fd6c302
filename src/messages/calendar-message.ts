// Dates of the law that are coming up. In: events in the order of days; out: one message of at most one screen.
import type { Day } from '../domain/day.ts';
import { type Message, type Span, SUMMARY_LIMIT } from '../domain/message.ts';
import { countWords, cutWords, dayWords } from './wording.ts';

const LISTED_EVENTS = 20;

export type CalendarContent = {
  readonly from: Day;
  readonly to: Day;
  /** What was asked for in words, or null for everything. */
  readonly about: string | null;
  readonly lastVerified: Day;
  readonly events: readonly { readonly day: Day; readonly text: string }[];
  /** Of an empty window: the first date after it, within a year. */
  readonly next: { readonly day: Day; readonly text: string } | null;
  /** As typed after `calendar`, for the button. */
  readonly words: string;
};

/** Where calendar programs find a calendar. */
export type CalendarAddress = {
  readonly url: string;
  /** True when only programs on the same machine as this one reach it. */
  readonly isLocal: boolean;
};

/** One line a date and act. */
export function calendarMessage(content: CalendarContent): Message {
  const { events } = content;
  const about = content.about === null ? '' : ` for ${content.about}`;
  const span = `${dayWords(content.from)} to ${dayWords(content.to)}`;
  const [first] = events;
  const next = first ?? content.next;
  const lead = next === null ? '' : ` Next: ${dayWords(next.day)}, ${next.text}`;
  const count = first === undefined ? 'No dates' : countWords(events.length, 'date');
  const title = `${count}${about}, ${span}`;
  const items = events
    .slice(0, LISTED_EVENTS)
    .map((event): readonly Span[] => [
      { text: `${dayWords(event.day)}: `, bold: true },
      { text: event.text },
    ]);
  const rest = events.length - items.length;
  return {
    summary: cutWords(`${title}.${lead}`, SUMMARY_LIMIT),
    accent: 'coming',
    blocks: [
      { kind: 'heading', text: cutWords(title, SUMMARY_LIMIT) },
      ...(items.length === 0
        ? [{ kind: 'text', spans: [{ text: emptyWords(content) }] } as const]
        : [
            {
              kind: 'list',
              items: rest > 0 ? [...items, [{ text: `and ${rest} more` }]] : items,
            } as const,
          ]),
      {
        kind: 'context',
        spans: [
          {
            text: `Days are in the imposer's calendar. Ledger last verified ${dayWords(content.lastVerified)}; dates after it may have been changed since.`,
          },
        ],
      },
    ],
    buttons: [
      { label: 'Calendar address', command: `calendar ${content.words} --ics`.replace('  ', ' ') },
    ],
  };
}

function emptyWords({ next }: CalendarContent): string {
  return next === null
    ? 'None is known for the year after it either.'
    : `The next one after that: ${dayWords(next.day)}: ${next.text}`;
}

/** The address of a calendar, and who reaches it. */
export function calendarAddressMessage(
  about: string | null,
  address: CalendarAddress | null,
): Message {
  const subject = about === null ? 'all dates' : about;
  if (address === null) {
    const text = 'No calendar is served here: the program has no address yet.';
    return {
      summary: text,
      accent: 'trouble',
      blocks: [{ kind: 'text', spans: [{ text }] }],
      buttons: [],
    };
  }
  const reach = address.isLocal
    ? 'Only programs on the machine of Tariffwatch reach it. For others an operator sets TARIFFWATCH_CALENDAR_TOKEN and TARIFFWATCH_PUBLIC_URL.'
    : 'Whoever has this address can read the calendar; it holds dates of the law and nothing of this channel.';
  return {
    summary: cutWords(`Calendar of ${subject}: ${address.url}`, SUMMARY_LIMIT),
    accent: 'info',
    blocks: [
      { kind: 'heading', text: cutWords(`Calendar of ${subject}`, SUMMARY_LIMIT) },
      { kind: 'text', spans: [{ text: address.url, link: address.url }] },
      {
        kind: 'context',
        spans: [
          {
            text: `Add it to Outlook, Google Calendar or another program as a calendar from the internet (iCalendar): the past 90 days and the coming year, brought up to date by itself. ${reach}`,
          },
        ],
      },
    ],
    buttons: [],
  };
}
