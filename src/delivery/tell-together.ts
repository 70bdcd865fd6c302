// Many first posts that one cause brings to one channel become one message. In: what was planned. Out: the same plans, the
// posts kept as told in that message, so that corrections and `why` still find them. Pure.
import type { NewDelivery } from '../domain/delivery.ts';
import type { Message } from '../domain/message.ts';
import { laneOf } from '../domain/subscription.ts';

/** More first posts than this at once are told together where something peculiar brought them. */
export const MOST_POSTS_AT_ONCE = 3;

export type Together = {
  /** What brought them, unique for ever: the message's dedupe key begins with it. */
  readonly cause: string;
  /** More first posts than this in one channel become one message. */
  readonly most: number;
  readonly reason: string;
  /** The one message for many. */
  readonly compose: (messages: readonly Message[]) => Message;
};

/** Edits, threads and few posts stay as they are. The one message goes when the first of its posts would have gone. */
export function tellTogether(
  planned: readonly NewDelivery[],
  { cause, most, reason, compose }: Together,
): readonly NewDelivery[] {
  const posts = new Map<string, NewDelivery[]>();
  for (const delivery of planned) {
    if (delivery.kind !== 'alert' || delivery.mode !== 'post') continue;
    const lane = laneOf(delivery.channel);
    posts.set(lane, [...(posts.get(lane) ?? []), delivery]);
  }
  const many = new Map([...posts].filter(([, rows]) => rows.length > most));
  const kept = planned.map((delivery) => {
    const isTold = many.get(laneOf(delivery.channel))?.includes(delivery) ?? false;
    return isTold ? { ...delivery, toldIn: reason } : delivery;
  });
  const messages = [...many].flatMap(([lane, rows]): NewDelivery[] => {
    const [first] = rows;
    if (first === undefined) return [];
    return [
      {
        dedupeKey: `${cause}:${lane}`,
        channel: first.channel,
        kind: 'digest',
        storyId: null,
        storyVersion: null,
        message: compose(rows.map(({ message }) => message)),
        reason,
        notBefore: Math.min(...rows.map(({ notBefore }) => notBefore)),
        mode: 'post',
      },
    ];
  });
  return [...kept, ...messages];
}
