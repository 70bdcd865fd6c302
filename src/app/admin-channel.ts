// Where operators are told what they must decide, from the configuration.
import type { Config } from '../config/config-keys.ts';
import { UserError } from '../domain/error.ts';
import type { ChannelRef, Platform } from '../domain/subscription.ts';

const PLATFORMS: readonly Platform[] = ['slack', 'teams', 'preview'];

/**
 * Null when neither a channel is named nor the preview runs. A channel that never spoke with us is written to all the same
 * where its id is enough (Slack).
 * @throws UserError `config-invalid` when the key names no channel.
 */
export function adminChannelOf(
  config: Pick<Config, 'TARIFFWATCH_ADMIN_CHANNEL' | 'TARIFFWATCH_PREVIEW'>,
): ChannelRef | null {
  const text = config.TARIFFWATCH_ADMIN_CHANNEL;
  if (text === null) {
    return config.TARIFFWATCH_PREVIEW === 'off'
      ? null
      : { platform: 'preview', tenantId: 'local', channelId: 'operators' };
  }
  const [, name, tenantId, channelId] = /^([a-z]+):([^:\s]+):(\S+)$/.exec(text) ?? [];
  const platform = PLATFORMS.find((one) => one === name);
  if (platform === undefined || tenantId === undefined || channelId === undefined) {
    throw new UserError(
      'config-invalid',
      `TARIFFWATCH_ADMIN_CHANNEL: "${text}" names no channel.`,
      'Type `debug` in the channel and copy what it says after "Channel": slack:T123:C456.',
    );
  }
  return { platform, tenantId, channelId };
}
