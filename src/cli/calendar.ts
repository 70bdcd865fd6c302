// `calendar`: dates of the law that are coming up, in words or as an iCalendar file.
import { addDays, dayOf } from '../domain/day.ts';
import { systemClock } from '../infra/system-clock.ts';
import { calendarOf } from '../ledger/calendar.ts';
import { toIcs } from '../ledger/calendar-ics.ts';
import { resolveStatusQuery, splitWho } from '../ledger/resolve-status-query.ts';
import type { StatusQuery } from '../ledger/status-on.ts';
import { calendarMessage } from '../messages/calendar-message.ts';
import { countryName, productName } from '../messages/names.ts';
import { printMessage } from '../messages/print-message.ts';
import { openLedger } from './open-ledger.ts';
import { parseVerbArgs, print, UsageError } from './verb.ts';

/** Where the window is empty, the next date is looked for so far behind it. */
const NEXT_DAYS = 365;
const MOST_DAYS = 3_650;

export async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseVerbArgs(args, {
    days: { type: 'string', default: '30' },
    ics: { type: 'boolean', default: false },
  });
  const days = Number(values.days);
  if (!Number.isInteger(days) || days < 1 || days > MOST_DAYS) {
    throw new UsageError(`--days is a number from 1 to ${MOST_DAYS}`);
  }
  const now = systemClock.now();
  const from = dayOf(now);
  const to = addDays(from, days);
  const words = positionals.flatMap((part) => part.split(/\s+/)).filter((word) => word !== '');
  const { who, product } = splitWho(words);
  const queries =
    words.length === 0
      ? [null]
      : who.flatMap((name) => resolveStatusQuery({ who: name, product, on: from }));
  const { ledger } = await openLedger();
  for (const query of queries) {
    const target = query?.target ?? null;
    const lane = { target, scopes: query?.scopes ?? null };
    const events = calendarOf(ledger, { from, to, ...lane });
    const later = { from: addDays(to, 1), to: addDays(to, NEXT_DAYS) };
    const content = {
      from,
      to,
      about: aboutWords(query),
      lastVerified: ledger.lastVerified,
      events,
      next: events[0] ?? calendarOf(ledger, { ...later, ...lane })[0] ?? null,
      words: '',
    };
    await print(values.ics ? toIcs(events, now) : `${printMessage(calendarMessage(content))}\n\n`);
  }
  return 0;
}

function aboutWords(query: StatusQuery | null): string | null {
  if (query === null) return null;
  const product = query.product === null ? '' : `, ${productName(query.product)}`;
  return `${countryName(query.target)}${product}`;
}
