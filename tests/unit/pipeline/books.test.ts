// What the pipeline keeps in memory: read anew when somebody else wrote, and not when we did.
import { expect, it } from 'vitest';
import { createBooks } from '../../../src/pipeline/books.ts';
import type { PassSnapshot, Store } from '../../../src/ports/store.ts';

const NOON = Date.UTC(2030, 5, 1, 12);

function booksThatAsk(): { books: ReturnType<typeof createBooks>; asked: number[] } {
  const asked: number[] = [];
  const store = {
    storiesChangedSince: async (epoch: number) => {
      asked.push(epoch);
      return [];
    },
    subscriptions: async () => [],
    ledgerEntries: async () => [],
  } as unknown as Store;
  return { books: createBooks(store, []), asked };
}

function snapshotAt(epoch: number): PassSnapshot {
  return {
    epoch,
    nextItem: 1,
    nextStory: 1,
    nextEntry: 1,
    nextReview: 1,
    ledgerVersion: 0,
    subscriptionVersion: 0,
  };
}

it('does not read back the stories of its own commit', async () => {
  const { books, asked } = booksThatAsk();
  await books.refresh(snapshotAt(4), NOON);
  books.noteCommit(snapshotAt(4));
  await books.refresh(snapshotAt(5), NOON);

  expect(asked).toEqual([-1]);
});

it('reads what others committed after its own commit, and only that', async () => {
  const { books, asked } = booksThatAsk();
  await books.refresh(snapshotAt(4), NOON);
  books.noteCommit(snapshotAt(4));
  await books.refresh(snapshotAt(7), NOON);

  expect(asked).toEqual([-1, 5]);
});

it('reads anew after a commit that was refused or is not known to stand', async () => {
  const { books, asked } = booksThatAsk();
  await books.refresh(snapshotAt(4), NOON);
  await books.refresh(snapshotAt(5), NOON);

  expect(asked).toEqual([-1, 4]);
});
