// What a curator decided about a story, carried out in one commit like any pass: the stories, the items that went with them,
// what the ledger is proposed, and what is told to those who had the wrong version. In: an order. Out: what followed.
// The index of open stories takes it in with the next `refresh`, as it takes in what other processes write.
import { UserError } from '../domain/error.ts';
import type { Story, StoryChange } from '../domain/story.ts';
import { laneOf } from '../domain/subscription.ts';
import type { ItemRecord, PassSnapshot, Store } from '../ports/store.ts';
import type { CuratedStory, CurateStory, StoryOrder } from '../ports/story-curator.ts';
import { joinStories, reinstateStory, splitStory, withdrawStory } from '../stories/curate-story.ts';
import { deliveriesOfStories, proposalsOf } from './commit-items.ts';
import { STILL_NEWS_MS } from './decide-hold.ts';
import type { PassPorts } from './pass-ports.ts';
import type { Poll } from './poll.ts';

/** Passes over other stories may commit in between; more often than this in a row is a fault. */
const MAX_TRIES = 20;

/** `onDeliveries` is called when somebody is to be told something. */
export function createStoryCurator(ports: PassPorts, onDeliveries: () => void): CurateStory {
  return async (order) => {
    const curated = await ports.books.exclusively(() => carryOut(ports, order));
    if (curated.channels > 0) onDeliveries();
    return curated;
  };
}

async function carryOut(ports: PassPorts, order: StoryOrder): Promise<CuratedStory> {
  const { store, books, clock } = ports;
  for (let attempt = 0; attempt < MAX_TRIES; attempt += 1) {
    const now = clock.now();
    const snapshot = await store.snapshot();
    await books.refresh(snapshot, now);
    await refuseChanged(store, order);
    const done = await commitDecision({ ports, now }, order, snapshot);
    if (done !== null) return done;
  }
  throw new Error(`story ${order.story.id}: ${MAX_TRIES} decisions in a row were overtaken`);
}

/** Null when another commit came between. */
async function commitDecision(
  work: Pick<Poll, 'ports' | 'now'>,
  order: StoryOrder,
  snapshot: PassSnapshot,
): Promise<CuratedStory | null> {
  const { store } = work.ports;
  const [first, ...others] = await changesOf(store, order, work.now, `S-${snapshot.nextStory}`);
  const changes = [first, ...others].map((change) => ({ change }));
  const told = changes.filter(({ change }) => isTold(change, work.now));
  const deliveries = await deliveriesOfStories(work, told, null);
  const result = await store.commitStories({
    epoch: snapshot.epoch,
    items: await itemsMoved(store, order, others[0]?.after ?? null),
    stories: changes.map(({ change }) => change.after),
    ...proposalsOf(work, changes, snapshot),
    deliveries,
    at: work.now,
  });
  if (result === 'stale') return null;
  return {
    stories: [first.after, ...others.map(({ after }) => after)],
    channels: new Set(deliveries.map(({ channel }) => laneOf(channel))).size,
  };
}

/** What was split off is news only as long as its items are. */
function isTold({ kind, after }: StoryChange, now: number): boolean {
  return kind !== 'new' || now - after.openedAt <= STILL_NEWS_MS;
}

/** The story that the order names comes first. */
async function changesOf(
  store: Store,
  order: StoryOrder,
  now: number,
  newId: string,
): Promise<readonly [StoryChange, ...StoryChange[]]> {
  const { story, by, why } = order;
  switch (order.kind) {
    case 'split': {
      const { kept, opened } = splitStory(story, order.itemIds, { newId, by, why, now });
      return [kept, opened];
    }
    case 'join': {
      const { kept, closed } = joinStories(story, order.from, { by, why, now });
      return [kept, closed];
    }
    case 'withdraw':
      return [withdrawStory(story, { by, why, now })];
    case 'reinstate':
      return [reinstateStory(story, await itemsElsewhere(store, story), { by, why, now })];
    default:
      return order satisfies never;
  }
}

async function itemsElsewhere(store: Store, story: Story): Promise<readonly string[]> {
  const here = new Set((await store.itemsOfStory(story.id)).map(({ item }) => item.id));
  return story.sources.map(({ itemId }) => itemId).filter((id) => !here.has(id));
}

/** Items know their story: an edit of one that moved is told to the story that it is in now. */
async function itemsMoved(
  store: Store,
  order: StoryOrder,
  other: Story | null,
): Promise<readonly ItemRecord[]> {
  if (other === null || (order.kind !== 'split' && order.kind !== 'join')) return [];
  const storyId = order.kind === 'split' ? other.id : order.story.id;
  const records =
    order.kind === 'split'
      ? await Promise.all(order.itemIds.map((id) => store.item(id)))
      : await store.itemsOfStory(order.from.id);
  const words = `moved to ${storyId} by ${order.by}: ${order.why}`;
  return records.flatMap((record) =>
    record === null ? [] : [{ ...record, storyId, reason: `${record.reason}; ${words}` }],
  );
}

async function refuseChanged(store: Store, order: StoryOrder): Promise<void> {
  const seen = order.kind === 'join' ? [order.story, order.from] : [order.story];
  for (const story of seen) {
    const now = await store.story(story.id);
    if (JSON.stringify(now) === JSON.stringify(story)) continue;
    throw new UserError(
      'story-changed',
      `${story.id} changed in the meantime; nothing was done.`,
      `Look at it with: why ${story.id}`,
    );
  }
}
