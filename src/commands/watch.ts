// watch, unwatch, list: what a channel follows. A new subscription posts nothing old; asking twice is harmless.
import { explainFilter } from '../delivery/explain-filter.ts';
import { readStoryTerms } from '../delivery/story-terms.ts';
import { DAY_MS } from '../domain/day.ts';
import { UserError } from '../domain/error.ts';
import type { Message } from '../domain/message.ts';
import type { Filter, Subscription } from '../domain/subscription.ts';
import { describeFilter, printFilter } from '../messages/describe-filter.ts';
import { listMessage } from '../messages/list-message.ts';
import {
  narrowedMessage,
  unwatchedMessage,
  watchedMessage,
  watchPreviewMessage,
} from '../messages/watch-message.ts';
import { readChannelState, touchChannel } from './channel-state.ts';
import type { CommandRequest } from './command.ts';
import { isSameFilter, mayOverlap, takeOut } from './compare-filters.ts';
import { parseFilter } from './parse-filter.ts';
import { takeFlag } from './tokens.ts';

/** RELIABILITY S24: enough for any team, few enough to bound what one channel or workspace can cost. */
export const CHANNEL_LIMIT = 50;
export const TENANT_LIMIT = 1_000;
const PREVIEW_DAYS = 14;
const PREVIEW_STORIES = 1_000;

/** `watch [filter] [--preview]` */
export async function watch(request: CommandRequest): Promise<Message> {
  const { isSet: isPreview, rest } = takeFlag(request.words, 'preview');
  const { filter, assumptions } = parseFilter(rest, request.feeds);
  if (isPreview) return previewOf(request, filter, assumptions);
  await touchChannel(request);
  const { subscriptions } = await readChannelState(request);
  const same = subscriptions.find((one) => isSameFilter(one.filter, filter));
  if (same !== undefined) {
    return watchedMessage({ subscription: same, isNew: false, assumptions, overlaps: [] });
  }
  await assertWithinLimits(request, subscriptions.length);
  const subscription: Subscription = {
    id: `W-${request.newId()}`,
    channel: request.context.channel,
    filter,
    createdBy: request.context.userName,
    createdAt: request.now,
  };
  await request.store.addSubscription(subscription);
  return watchedMessage({
    subscription,
    isNew: true,
    assumptions,
    overlaps: subscriptions.filter((one) => mayOverlap(one.filter, filter)),
  });
}

/** `unwatch [id | filter | all]`; a filter that is a part of one watch is taken out of it. */
export async function unwatch(request: CommandRequest): Promise<Message> {
  const { subscriptions } = await readChannelState(request);
  const chosen = chooseSubscriptions(request, subscriptions);
  if (chosen.kind === 'narrowed') return narrow(request, chosen);
  await request.store.removeSubscriptions(chosen.removed.map((one) => one.id));
  return unwatchedMessage(chosen.removed, subscriptions.length - chosen.removed.length);
}

// The narrower watch is added before the wider one goes: dying between the two loses nothing.
async function narrow(
  request: CommandRequest,
  { from, taken, left }: Extract<Choice, { readonly kind: 'narrowed' }>,
): Promise<Message> {
  const subscription = { ...from, id: `W-${request.newId()}`, filter: left };
  await request.store.addSubscription(subscription);
  await request.store.removeSubscriptions([from.id]);
  return narrowedMessage(from.filter, taken, left);
}

/** `list` */
export async function list(request: CommandRequest): Promise<Message> {
  const state = await readChannelState(request);
  return listMessage({ channelName: request.context.channelName, ...state });
}

type Choice =
  | { readonly kind: 'removed'; readonly removed: readonly Subscription[] }
  | {
      readonly kind: 'narrowed';
      readonly from: Subscription;
      readonly taken: Filter;
      readonly left: Filter;
    };

function chooseSubscriptions(
  request: CommandRequest,
  subscriptions: readonly Subscription[],
): Choice {
  const { words } = request;
  if (subscriptions.length === 0) {
    throw new UserError(
      'not-found',
      'This channel follows nothing, so there is nothing to remove.',
      'Follow something first, for example: watch japan steel',
    );
  }
  const only = subscriptions[0];
  if (words.length === 0) {
    if (subscriptions.length === 1 && only !== undefined)
      return { kind: 'removed', removed: [only] };
    throw new UserError(
      'missing-argument',
      `This channel has ${subscriptions.length} subscriptions; which one?`,
      `Give its id or its filter, or all. For example: unwatch ${only?.id ?? 'all'}`,
    );
  }
  if (words.length === 1 && words[0]?.toLowerCase() === 'all') {
    return { kind: 'removed', removed: subscriptions };
  }
  const ids = new Set(words.map((word) => word.toLowerCase().replace(/,$/, '')));
  const byId = subscriptions.filter((one) => ids.has(one.id.toLowerCase()));
  if (byId.length > 0) return { kind: 'removed', removed: byId };
  const { filter } = parseFilter(words, request.feeds);
  const byFilter = subscriptions.filter((one) => isSameFilter(one.filter, filter));
  if (byFilter.length > 0) return { kind: 'removed', removed: byFilter };
  for (const from of subscriptions) {
    const left = takeOut(from.filter, filter);
    if (left !== null) return { kind: 'narrowed', from, taken: filter, left };
  }
  throw noSuchWatch(filter, subscriptions);
}

function noSuchWatch(filter: Filter, subscriptions: readonly Subscription[]): UserError {
  if (printFilter(filter) === '') {
    return new UserError(
      'not-found',
      'No subscription here is for everything.',
      'To remove all of them: unwatch all',
    );
  }
  const near = subscriptions.find((one) => mayOverlap(one.filter, filter));
  return new UserError(
    'not-found',
    `No subscription here is "${describeFilter(filter)}".`,
    near === undefined
      ? 'See them with: list'
      : `Did you mean ${near.id} (${printFilter(near.filter) || 'everything'})? For example: unwatch ${near.id}`,
  );
}

async function assertWithinLimits(request: CommandRequest, inChannel: number): Promise<void> {
  if (inChannel >= CHANNEL_LIMIT) {
    throw new UserError(
      'limit-reached',
      `This channel has ${inChannel} subscriptions, the most a channel may have.`,
      'Remove some with unwatch, or put several countries into one: watch japan korea steel',
    );
  }
  const { tenantId, platform } = request.context.channel;
  const all = await request.store.subscriptions();
  const inTenant = all.filter(
    (one) => one.channel.tenantId === tenantId && one.channel.platform === platform,
  ).length;
  if (inTenant >= TENANT_LIMIT) {
    throw new UserError(
      'limit-reached',
      `This workspace has ${inTenant} subscriptions, the most a workspace may have.`,
      'Remove some in other channels with unwatch.',
    );
  }
}

/** What the filter would have posted lately, and what of it would have come most often. */
async function previewOf(
  request: CommandRequest,
  filter: Filter,
  assumptions: readonly string[],
): Promise<Message> {
  const stories = await request.store.recentStories({
    limit: PREVIEW_STORIES,
    since: request.now - PREVIEW_DAYS * DAY_MS,
  });
  const taken = stories.filter((story) => explainFilter(filter, readStoryTerms(story)).matches);
  return watchPreviewMessage({ filter, assumptions, taken, days: PREVIEW_DAYS });
}
