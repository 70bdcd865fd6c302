// Puts the words behind a link into items that are little more than a title, before they are read. In: what a poll found.
// Out: the same with texts, and which items are to be asked for again. A text that cannot be had never stops the pass:
// the item is read by its title, and once more when a later poll gets the text.
import { DAY_MS, HOUR_MS, type Instant, MINUTE_MS } from '../domain/day.ts';
import type { Feed } from '../domain/feed.ts';
import type { Item } from '../domain/item.ts';
import type {
  EditedItem,
  FreshItem,
  Identification,
  ReasonedItem,
} from '../feeds/item-identity.ts';
import type { LinkedTextReader } from '../feeds/linked-text.ts';
import type { ItemRecord, PageRetry, Store } from '../ports/store.ts';
import type { TextPlace } from '../reference/text-hosts.ts';

export type TextLimits = {
  /** Pages that one pass may ask for, one after the other. */
  readonly pages: number;
  /** No further page is begun after this long: the lease of the feed must outlast the pass. */
  readonly budgetMs: number;
};

const PASS_LIMITS: TextLimits = { pages: 5, budgetMs: 30_000 };
/** How long to wait after each attempt in vain; after the last one the item stays as its title says. */
const RETRY_AFTER_MS: readonly number[] = [15 * MINUTE_MS, 2 * HOUR_MS];
/** A text that another feed led to so long ago is not asked for again. */
const FRESH_ENOUGH_MS = DAY_MS;

export type TextDesk = {
  readonly store: Pick<Store, 'linkedText' | 'saveLinkedText' | 'pageRetries' | 'item'>;
  readonly texts: LinkedTextReader;
  readonly feed: Feed;
  readonly now: Instant;
  /** Nothing of a first poll is asked for again: read later, it would be announced as news. */
  readonly isBaseline: boolean;
  readonly limits?: TextLimits;
};

export type TextedItems = {
  readonly found: Identification;
  /** What is to be noted with the commit of these records. */
  readonly retriesOf: (records: readonly ItemRecord[]) => readonly PageRetry[];
};

/** `text` null: read by the title; `retry`: when it is asked for again, and after how many attempts. */
type Answer = {
  readonly text: string | null;
  readonly reason: string;
  readonly retry: { readonly attempts: number; readonly dueAt: Instant } | null;
};

/** Fresh items first, the newest of them first; then edited ones, then those that still lack their text. */
export async function addLinkedTexts(desk: TextDesk, found: Identification): Promise<TextedItems> {
  const ask = createAsker(desk);
  const fresh = new Map<FreshItem, FreshItem>();
  const byKey = new Map<string, Answer>();
  for (const one of newestFirst(found.fresh)) {
    const answer = await ask(one.item, { attempts: 0, isEdited: false });
    if (answer === null) continue;
    byKey.set(one.item.key, answer);
    fresh.set(one, withText(one, answer));
  }
  const edited: EditedItem[] = [];
  for (const one of found.edited) {
    const answer = await ask(one.item, { attempts: 0, isEdited: true });
    if (answer !== null) byKey.set(one.item.key, answer);
    edited.push(answer === null ? one : withText(one, answer));
  }
  const late = await readAgain(desk, found, ask);
  return {
    found: {
      ...found,
      fresh: found.fresh.map((one) => fresh.get(one) ?? one),
      edited: [...edited, ...late.items],
    },
    retriesOf: (records) => [
      ...records.flatMap(({ item }): PageRetry[] => {
        const retry = byKey.get(item.key)?.retry ?? null;
        return retry === null ? [] : [{ itemId: item.id, feedId: desk.feed.id, ...retry }];
      }),
      ...late.retries,
    ],
  };
}

type Ask = (
  item: Item,
  past: { readonly attempts: number; readonly isEdited: boolean },
) => Promise<Answer | null>;

function createAsker(desk: TextDesk): Ask {
  const { store, texts, feed, now, isBaseline, limits = PASS_LIMITS } = desk;
  const startedAt = performance.now();
  let pages = 0;

  async function askFor(place: TextPlace, attempts: number): Promise<Answer> {
    if (pages >= limits.pages || performance.now() - startedAt > limits.budgetMs) {
      // Not an attempt: its turn comes with the next poll.
      const retry = isBaseline ? null : { attempts, dueAt: now };
      return { text: null, reason: 'its linked text waits for the next poll', retry };
    }
    pages += 1;
    const page = await texts.read(place);
    if (page.ok) {
      await store.saveLinkedText(place.url, page.text, now);
      return { text: page.text, reason: `read with the text of ${place.url}`, retry: null };
    }
    const wait = page.isFinal || isBaseline ? undefined : RETRY_AFTER_MS[attempts];
    return {
      text: null,
      reason: `read without its linked text: ${page.reason}`,
      retry: wait === undefined ? null : { attempts: attempts + 1, dueAt: now + wait },
    };
  }

  return async (item, { attempts, isEdited }) => {
    const place = texts.placeOf(feed, item);
    if (place === null) return null;
    const kept = isEdited ? null : await store.linkedText(place.url, now - FRESH_ENOUGH_MS);
    if (kept !== null) {
      return { text: kept, reason: `read with the text of ${place.url}`, retry: null };
    }
    const answer = await askFor(place, attempts);
    if (answer.text !== null || !isEdited) return answer;
    // The words that stood there before are better than none: without them the item would seem to take facts back.
    const earlier = await store.linkedText(place.url, 0);
    return earlier === null ? answer : { ...answer, text: earlier };
  };
}

function withText<T extends ReasonedItem>(one: T, { text, reason }: Answer): T {
  const item = text === null ? one.item : contentWith(one.item, text);
  return { ...one, item, reason: `${one.reason}; ${reason}` };
}

function contentWith(item: Item, text: string): Item {
  return { ...item, content: item.content === '' ? text : `${item.content}\n${text}` };
}

/** Known items whose text can be read by now, as new versions of themselves. */
async function readAgain(
  { store, feed, now, isBaseline }: TextDesk,
  found: Identification,
  ask: Ask,
): Promise<{ readonly items: readonly EditedItem[]; readonly retries: readonly PageRetry[] }> {
  const items: EditedItem[] = [];
  const retries: PageRetry[] = [];
  const due = isBaseline ? [] : await store.pageRetries(feed.id, now, PASS_LIMITS.pages);
  const editedNow = new Set(found.edited.map(({ itemId }) => itemId));
  for (const { itemId, attempts } of due) {
    const record = editedNow.has(itemId) ? null : await store.item(itemId);
    const answer = record === null ? null : await ask(record.item, { attempts, isEdited: false });
    retries.push({
      itemId,
      feedId: feed.id,
      attempts: answer?.retry?.attempts ?? attempts,
      dueAt: answer?.retry?.dueAt ?? null,
    });
    if (record === null || typeof answer?.text !== 'string') continue;
    items.push({
      item: contentWith(record.item, answer.text),
      fingerprint: record.fingerprint,
      itemId,
      version: record.item.version + 1,
      reason: answer.reason,
    });
  }
  return { items, retries };
}

function newestFirst(found: readonly FreshItem[]): readonly FreshItem[] {
  return [...found].sort((a, b) => (b.item.publishedAt ?? 0) - (a.item.publishedAt ?? 0));
}
