// One message for many that come too late to be told one by one: after a long outage, or when a paused channel is back.
// In: what is overdue. Out: whether to fold it, and the text. Pure.
import type { ClaimedDelivery, Delivery, NoticeKind } from '../domain/delivery.ts';
import { type Message, plain, SUMMARY_LIMIT } from '../domain/message.ts';

/** Told one by one whatever their age: a digest is a summary already, and a system notice speaks of the channel itself. */
const NEVER_FOLDED: readonly NoticeKind[] = ['digest', 'system'];

/** As many lines as fit a screen. */
const MOST_LINES = 20;

/** True for what may be told in one message with others. An edit is not: it shows nothing new and disturbs nobody. */
export function mayBeFolded({ kind, mode }: Pick<Delivery, 'kind' | 'mode'>): boolean {
  return mode !== 'edit' && !NEVER_FOLDED.includes(kind);
}

/** True when `delivery` is so late that it is worth looking for others that are, too. */
export function isOverdue(delivery: ClaimedDelivery, before: number): boolean {
  return mayBeFolded(delivery) && delivery.plannedFor < before && delivery.unclearAttempts === 0;
}

/** The oldest first, a line each; what does not fit is counted. */
export function catchUpMessage(overdue: readonly Delivery[]): Message {
  const shown = overdue.slice(0, MOST_LINES);
  const rest = overdue.length - shown.length;
  const summary = `${overdue.length} tariff messages that waited`;
  return {
    summary: summary.slice(0, SUMMARY_LIMIT),
    accent: 'info',
    blocks: [
      { kind: 'heading', text: summary },
      { kind: 'list', items: shown.map(({ message }) => plain(message.summary)) },
      ...(rest > 0 ? [{ kind: 'text' as const, spans: plain(`and ${rest} more`) }] : []),
      {
        kind: 'context',
        spans: plain(
          'They were due while this channel was paused or could not be reached. Details: recent, why.',
        ),
      },
    ],
    buttons: [{ label: 'Recent', command: 'recent' }],
  };
}
