// Private answers at hand for half an hour, so that Share shows the others exactly what the asker saw. Kept in memory only.
import type { Instant } from '../../domain/day.ts';
import type { Message } from '../../domain/message.ts';
import { MAX_BUTTON_VALUE, RESPONSE_URL_LIFE_MS } from './slack-limits.ts';

const MOST_KEPT = 500;

export type ShareShelf = {
  /** Keeps an answer; gives the value of its Share button, an id and the words that led to it: the same for the same answer. */
  keep(message: Message, words: string, now: Instant): string;
  /** The answer behind a button's value, or null when it is gone (a restart, another replica), and its words. */
  find(value: string, now: Instant): { readonly message: Message | null; readonly words: string };
};

export function createShareShelf(newId: () => string): ShareShelf {
  const kept = new Map<string, { readonly message: Message; readonly at: Instant }>();
  const idOf = new WeakMap<Message, string>();
  return {
    keep(message, words, now) {
      const id = idOf.get(message) ?? newId();
      idOf.set(message, id);
      // The latest stand last.
      kept.delete(id);
      kept.set(id, { message, at: now });
      const oldest = kept.keys().next().value;
      if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
      return `${id} ${words}`.slice(0, MAX_BUTTON_VALUE);
    },
    find(value, now) {
      const space = value.indexOf(' ');
      const id = space === -1 ? value : value.slice(0, space);
      const found = kept.get(id);
      const isFresh = found !== undefined && now - found.at <= RESPONSE_URL_LIFE_MS;
      return { message: isFresh ? found.message : null, words: value.slice(id.length + 1) };
    },
  };
}
