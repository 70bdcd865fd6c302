// What operators do with feeds, wired: finding over the network, saving in the database, told to the running program.
import { UserError } from '../domain/error.ts';
import type { Feed, HoldDecided } from '../domain/feed.ts';
import { type FeedTools, findFeed, isSameFeed, switchedOn } from '../feeds/find-feed.ts';
import { type FeedAdmin, MOST_CUSTOM_FEEDS } from '../ports/feed-admin.ts';
import type { Store } from '../ports/store.ts';
import type { Clock } from '../ports/world.ts';
import type { LiveFeeds } from './live-feeds.ts';

export type FeedAdminParts = {
  readonly store: Store;
  readonly live: LiveFeeds;
  readonly tools: FeedTools;
  readonly clock: Clock;
  readonly decideHold: (
    feed: Feed,
    kind: 'release' | 'drop',
    by: string,
  ) => Promise<HoldDecided | null>;
};

export function createFeedAdmin({
  store,
  live,
  tools,
  clock,
  decideHold,
}: FeedAdminParts): FeedAdmin {
  function refuseKnown({ id, url }: Feed): void {
    const known = live.feeds.find(
      (feed) => feed.enabled && (feed.id === id || isSameFeed(feed.url, url)),
    );
    if (known === undefined) return;
    throw new UserError(
      'feed-known',
      `That feed is known already, as ${known.id}.`,
      `See it with: sources ${known.id}`,
    );
  }

  return {
    async find(url, hints) {
      const byId = live.feeds.find(({ id }) => id.toLowerCase() === url.toLowerCase());
      if (byId !== undefined) refuseKnown(byId);
      const isOff = live.feeds.filter(({ enabled }) => !enabled);
      const named = isOff.find(({ id }) => id.toLowerCase() === url.toLowerCase());
      const found = await findFeed(tools, named?.url ?? url, hints);
      const listed = named ?? isOff.find((feed) => isSameFeed(feed.url, found.feed.url));
      const feed = listed === undefined ? found.feed : switchedOn(listed, hints);
      refuseKnown(feed);
      return { ...found, feed };
    },

    async add(feed, addedBy) {
      await live.refresh();
      refuseKnown(feed);
      const isAdded = await store.addCustomFeed(
        { feed, addedBy, addedAt: clock.now() },
        MOST_CUSTOM_FEEDS,
      );
      if (!isAdded) {
        throw new UserError(
          'feed-limit',
          `${MOST_CUSTOM_FEEDS} feeds were added already, which is the most.`,
          'Remove one with feed remove, or keep a list of your own in TARIFFWATCH_FEEDS.',
        );
      }
      await live.refresh();
    },

    decideHold,

    async remove(id, by) {
      // What nobody decided on goes with the feed, as it would have without a decision.
      const feed = live.feeds.find((one) => one.id === id);
      const isOurs = (await store.customFeeds()).some((one) => one.feed.id === id);
      if (feed !== undefined && isOurs) await decideHold(feed, 'drop', by);
      const isRemoved = await store.removeCustomFeed(id);
      await live.refresh();
      return isRemoved;
    },

    async addedIds() {
      return (await store.customFeeds()).map(({ feed }) => feed.id);
    },
  };
}
