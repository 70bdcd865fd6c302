// Sends and edits messages in Slack: one call of the Web API each, never a second one. What to do next is the outbox's decision.
import { createHmac } from 'node:crypto';
import type { WebClient } from '@slack/web-api';
import type { Message } from '../../domain/message.ts';
import type { ChannelPort, SendOptions } from '../../ports/world.ts';
import { outcomeOfFault, outcomeOfResult } from './send-outcome.ts';
import { toBlocks, toFallbackText } from './to-blocks.ts';

export type SlackPortOptions = {
  /** Without retries, with a timeout, rejecting on 429: see `slack-client.ts`. */
  readonly client: WebClient;
  /** Keys the mark by which a post can be found again; any secret of the installation. */
  readonly markKey: string;
};

const EVENT_TYPE = 'tariffwatch_delivery';

/** The receipt is the message's `ts`. */
export function createSlackPort({ client, markKey }: SlackPortOptions): ChannelPort {
  return {
    platform: 'slack',
    async send(channel, message, options) {
      try {
        const result = await client.chat.postMessage({
          channel: channel.channel.channelId,
          ...content(message, options, options.possibleRepeat),
          metadata: { event_type: EVENT_TYPE, event_payload: { k: mark(markKey, options) } },
          unfurl_links: false,
          unfurl_media: false,
          link_names: false,
          ...(options.threadOf === null ? {} : { thread_ts: options.threadOf }),
        });
        return outcomeOfResult(result.ts);
      } catch (fault) {
        return outcomeOfFault(fault);
      }
    },
    async edit(channel, receipt, message, options) {
      try {
        const result = await client.chat.update({
          channel: channel.channel.channelId,
          ts: receipt,
          // An edit made twice is the same edit: it needs no note of a possible repeat.
          ...content(message, options, false),
          link_names: false,
        });
        return outcomeOfResult(result.ts);
      } catch (fault) {
        return outcomeOfFault(fault);
      }
    },
  };
}

function content(message: Message, options: SendOptions, possibleRepeat: boolean) {
  if (options.plainText === true) {
    return { text: toFallbackText(message, { possibleRepeat }), blocks: [], mrkdwn: false };
  }
  const { text, blocks } = toBlocks(message, { possibleRepeat });
  return { text, blocks: [...blocks] };
}

/** Says nothing to a reader, and the same for every attempt of one delivery. */
function mark(key: string, options: SendOptions): string {
  return createHmac('sha256', key).update(`delivery:${options.deliveryId}`).digest('base64url');
}
