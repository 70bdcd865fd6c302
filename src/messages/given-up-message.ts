// What operators are told when posts were given up. Pure.
import type { Delivery } from '../domain/delivery.ts';
import { type Message, plain, SUMMARY_LIMIT } from '../domain/message.ts';
import { laneOf } from '../domain/subscription.ts';
import { countWords, cutWords } from './wording.ts';

const LISTED = 10;

/** `dead`: what was given up at about the same time, the oldest first. */
export function givenUpMessage(dead: readonly Delivery[]): Message {
  const reasons = [...new Set(dead.map(({ lastError }) => lastError ?? 'no reason is known'))];
  const summary = `Given up: ${countWords(dead.length, 'post')} (${reasons[0]})`;
  const rest = dead.length - LISTED;
  const items = dead
    .slice(0, LISTED)
    .map(({ id, channel, kind, storyId, lastError }) =>
      plain(`${id} in ${laneOf(channel)}: ${kind} ${storyId ?? ''}; ${lastError ?? ''}`),
    );
  return {
    summary: cutWords(summary, SUMMARY_LIMIT),
    accent: 'trouble',
    blocks: [
      { kind: 'text', spans: [{ text: `${summary}.`, bold: true }] },
      { kind: 'list', items: rest > 0 ? [...items, plain(`and ${rest} more`)] : items },
      {
        kind: 'text',
        spans: plain(
          'They are kept. To send one again, in its channel: debug redeliver and its number; on the command line: deliveries redeliver.',
        ),
      },
    ],
    buttons: [],
  };
}
