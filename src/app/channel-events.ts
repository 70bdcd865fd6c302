// What a platform says about itself, written down: joined channels are known, channels and tenants that left are paused.
// Nothing is ever unsubscribed here; who comes back finds everything as it was.
import type { Store } from '../ports/store.ts';
import type { ChannelEventHandler, Clock, Log } from '../ports/world.ts';

export function createChannelEventHandler(
  store: Store,
  clock: Clock,
  log: Log,
): ChannelEventHandler {
  return async (event) => {
    const now = clock.now();
    switch (event.kind) {
      case 'joined':
        await store.touchChannel(event.channel, event.name, event.address, now);
        return;
      case 'left':
        await store.pauseChannel(event.channel, event.reason, now);
        log.info('a channel was left', {
          channelId: event.channel.channelId,
          reason: event.reason,
        });
        return;
      case 'tenant-left': {
        const channels = await store.channels();
        const ours = channels.filter(
          ({ channel }) =>
            channel.platform === event.platform && channel.tenantId === event.tenantId,
        );
        for (const { channel } of ours) await store.pauseChannel(channel, event.reason, now);
        log.warn('a tenant was left', {
          platform: event.platform,
          channels: ours.length,
          reason: event.reason,
        });
        return;
      }
      case 'tenant-returned': {
        const back = (await store.channels()).filter(
          ({ channel, pausedReason, pausedBy }) =>
            channel.platform === event.platform &&
            channel.tenantId === event.tenantId &&
            pausedReason !== null &&
            pausedBy === null &&
            (event.after === null || event.after.includes(pausedReason)),
        );
        for (const { channel } of back) await store.resumeChannel(channel, now);
        if (back.length > 0) {
          log.info('a tenant is back', { platform: event.platform, channels: back.length });
        }
        return;
      }
      default:
        event satisfies never;
    }
  };
}
