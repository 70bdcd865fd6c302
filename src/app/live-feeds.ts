// The feeds of a running program: the catalogue, and what operators added to it. Every room keeps the one list it was
// given; this alone changes what is in it.
import type { Feed } from '../domain/feed.ts';
import type { Store } from '../ports/store.ts';
import type { Clock } from '../ports/world.ts';

export type LiveFeeds = {
  /** One list for the life of the program, always up to date with the last `refresh`. */
  readonly feeds: readonly Feed[];
  /** Takes over what was added or removed here or by another process, and makes it due. */
  refresh(): Promise<void>;
};

/**
 * The catalogue first, then the operators' feeds in the order of adding. Of the catalogue only what it has switched off gives
 * way to an operator's feed of the same id.
 */
export async function openLiveFeeds(
  store: Pick<Store, 'customFeeds' | 'syncFeeds'>,
  catalogue: readonly Feed[],
  clock: Clock,
): Promise<LiveFeeds> {
  const feeds = [...catalogue];
  const fixed = new Set(catalogue.flatMap(({ id, enabled }) => (enabled ? [id] : [])));
  const listed = new Set(catalogue.map(({ id }) => id));

  async function refresh(): Promise<void> {
    const custom = (await store.customFeeds())
      .map(({ feed }) => feed)
      .filter(({ id }) => !fixed.has(id));
    const known = new Set(feeds.map(({ id }) => id));
    await store.syncFeeds(
      custom.filter(({ id }) => !known.has(id)),
      clock.now(),
    );
    const byId = new Map(custom.map((feed) => [feed.id, feed]));
    feeds.splice(
      0,
      feeds.length,
      ...catalogue.map((feed) => byId.get(feed.id) ?? feed),
      ...custom.filter(({ id }) => !listed.has(id)),
    );
  }

  await refresh();
  return { feeds, refresh };
}
