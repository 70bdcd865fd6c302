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
};

/** One line a date and act. */
export function calendarMessage(content: CalendarContent): Message {
  const { events } = content;
  const about = content.about === null ? '' : ` for ${content.about}`;
  const span = `${dayWords(content.from)} to ${dayWords(content.to)}`;
  const [first] = events;
  const lead = first === undefined ? '' : ` Next: ${dayWords(first.day)}, ${first.text}`;
  const title = `${countWords(events.length, 'date')}${about}, ${span}`;
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
        ? []
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
    buttons: [],
  };
}
