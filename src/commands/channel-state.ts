// What the store knows of the asker's channel, read together because most answers need several of them.
import { nextDigest } from '../delivery/digest-schedule.ts';
import type { ChannelSettings, DigestSlot, Mute, Subscription } from '../domain/subscription.ts';
import { laneOf } from '../domain/subscription.ts';
import type { CommandRequest } from './command.ts';

export type ChannelState = {
  readonly settings: ChannelSettings | null;
  readonly subscriptions: readonly Subscription[];
  readonly mutes: readonly Mute[];
  readonly nextDigest: DigestSlot | null;
};

/** The channel as it stands; a channel that never set anything has no settings. */
export async function readChannelState(request: CommandRequest): Promise<ChannelState> {
  const { store, context, now } = request;
  const lane = laneOf(context.channel);
  const [settings, subscriptions, mutes] = await Promise.all([
    store.channel(context.channel),
    store.subscriptionsOf(context.channel),
    store.mutes(now),
  ]);
  return {
    settings,
    subscriptions,
    mutes: mutes.filter((mute) => laneOf(mute.channel) === lane),
    nextDigest: settings?.digest ? nextDigest(settings.digest, now) : null,
  };
}

/** Makes sure that the channel has a row, with the name and address it has now, before something is hung on it. */
export async function touchChannel(request: CommandRequest): Promise<ChannelSettings> {
  const { context, store, now } = request;
  return store.touchChannel(context.channel, context.channelName, context.address, now);
}
