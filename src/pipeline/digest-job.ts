// Plans the digests that are due, channel by channel, from the database. Called once a minute; what is due is decided by
// the channel's own zone and the last planned day, so a missed minute or a long sleep loses and doubles nothing.

import { findDueDigest } from '../delivery/digest-schedule.ts';
import { planDigest, RECENTLY_TOLD, withHeldDigests } from '../delivery/plan-digest.ts';
import type { Instant } from '../domain/day.ts';
import type { Feed } from '../domain/feed.ts';
import type { ChannelSettings } from '../domain/subscription.ts';
import { watchedLaw } from '../ledger/watched-law.ts';
import { feedHealth } from '../messages/feed-health.ts';
import type { Store } from '../ports/store.ts';
import type { Clock, Log } from '../ports/world.ts';
import type { Books } from './books.ts';

export type DigestJobPorts = {
  readonly store: Store;
  readonly books: Books;
  readonly feeds: readonly Feed[];
  readonly clock: Clock;
  readonly log: Log;
};

/** A digest tells at most what fits one screen; more stories than this are only counted. */
const MAX_STORIES = 500;

/** Plans every due digest; one channel's fault does not stop the others. Returns how many were planned. */
export async function planDueDigests(ports: DigestJobPorts): Promise<number> {
  const now = ports.clock.now();
  let planned = 0;
  for (const channel of await ports.store.channels()) {
    if (channel.digest === null || channel.pausedReason !== null) continue;
    try {
      if (await planOne(ports, channel, now)) planned += 1;
    } catch (fault) {
      ports.log.error('a digest could not be planned', {
        channelId: channel.channel.channelId,
        fault,
      });
    }
  }
  return planned;
}

async function planOne(
  ports: DigestJobPorts,
  channel: ChannelSettings,
  now: Instant,
): Promise<boolean> {
  const { store } = ports;
  if (channel.digest === null) return false;
  const found = findDueDigest(channel.digest, now);
  if (found === null) return false;
  const sent = await store.deliveriesTo(channel.channel, RECENTLY_TOLD);
  const due = withHeldDigests(found, sent);
  const ledger = await ports.books.freshLedger();
  const subscriptions = await store.subscriptionsOf(channel.channel);
  const filters = subscriptions.map(({ filter }) => filter);
  const delivery = planDigest({
    channel,
    due,
    subscriptions,
    stories: await store.recentStories({ limit: MAX_STORIES, since: due.since }),
    ...watchedLaw(ledger, filters, now),
    mutes: await store.mutes(now),
    sent,
    feeds: feedHealth(ports.feeds, await store.feedStates()),
    now,
  });
  if (delivery !== null) return store.enqueueDigest(delivery, due.day, now);
  await store.setDigest(channel.channel, { ...channel.digest, lastDay: due.day, toldUntil: now });
  return false;
}
