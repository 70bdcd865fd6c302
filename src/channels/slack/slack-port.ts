// Sends and edits messages in Slack: one call of the Web API each, never a second one. What to do next is the outbox's decision.
import type { SendOutcome } from '../../domain/delivery.ts';
import type { Message } from '../../domain/message.ts';
import { isBareText } from '../../domain/message-text.ts';
import { rendered } from '../../domain/render-fault.ts';
import type { ChannelPort, SendOptions } from '../../ports/world.ts';
import { deliveryMark, MARK_EVENT_TYPE } from './delivery-mark.ts';
import { outcomeOf } from './send-outcome.ts';
import type { SlackAnswer, SlackCalls } from './slack-call.ts';
import { toBlocks, toFallbackText } from './to-blocks.ts';

export type SlackPortOptions = {
  readonly calls: SlackCalls;
  /** Keys the mark by which a post can be found again; any secret of the installation. */
  readonly markKey: string;
  /** Open connections of `calls`. */
  readonly connections: number;
};

/** So that the connections stay busy while some answers are being written down: for 40 ms at 3 000 messages a second. */
const PLACES_PER_CONNECTION = 1.5;

/** Nothing in a text is looked up: neither names nor addresses. */
const QUIET = { unfurl_links: false, unfurl_media: false, link_names: false };

/** The receipt is the message's `ts`. */
export function createSlackPort({ calls, markKey, connections }: SlackPortOptions): ChannelPort {
  const contentOf = renderingOnce();
  return {
    platform: 'slack',
    atOnce: Math.ceil(connections * PLACES_PER_CONNECTION),
    async send(channel, message, options) {
      const answer = await calls.call(
        'chat.postMessage',
        withContent(contentOf(message, options.possibleRepeat), {
          channel: channel.channel.channelId,
          ...QUIET,
          metadata: {
            event_type: MARK_EVENT_TYPE,
            event_payload: { k: deliveryMark(markKey, options.deliveryId) },
          },
          ...threadOf(message, options),
        }),
      );
      return outcomeOf(answer);
    },
    probe: askingOf(calls),
    async edit(channel, receipt, message) {
      const answer = await calls.call(
        'chat.update',
        // An edit made twice is the same edit: it needs no note of a possible repeat.
        withContent(contentOf(message, false), {
          channel: channel.channel.channelId,
          ts: receipt,
          link_names: false,
        }),
      );
      return outcomeOf(answer);
    },
  };
}

/**
 * Asks whether posts are taken. An empty text is refused (`no_text`), and by the method that takes posts: what keeps those out
 * keeps this out too. A server that takes it all the same is not Slack's own; what it took is taken back, and from then on it
 * is asked who we are.
 */
function askingOf(calls: SlackCalls): NonNullable<ChannelPort['probe']> {
  let takesEmptyTexts = false;
  return async ({ channel: { channelId: channel } }) => {
    if (takesEmptyTexts) return saysIfThere(await calls.call('auth.test', '{}'));
    const answer = await calls.call('chat.postMessage', JSON.stringify({ channel, text: '' }));
    const body = bodyOf(answer);
    if (body?.ok === true) {
      takesEmptyTexts = true;
      await calls.call('chat.delete', JSON.stringify({ channel, ts: body.ts ?? '' }));
      return null;
    }
    const outcome = outcomeOf(answer);
    return outcome.kind === 'bad-payload' ? null : outcome;
  };
}

/** Null when a server answers, whatever it thinks of the question: the message itself brings the rest to light. */
function saysIfThere(answer: SlackAnswer): SendOutcome | null {
  const isAnswered = answer.kind === 'answer' && answer.status < 500 && answer.status !== 429;
  return isAnswered ? null : outcomeOf(answer);
}

function bodyOf(answer: SlackAnswer) {
  return answer.kind === 'answer' && answer.status === 200 ? answer.body : null;
}

// An answer in a thread reaches only those who follow it, unless it is also shown in the channel.
function threadOf({ broadcast }: Message, options: SendOptions): Readonly<Record<string, unknown>> {
  if (options.threadOf === null) return {};
  return {
    thread_ts: options.threadOf,
    ...(broadcast === true ? { reply_broadcast: true } : {}),
  };
}

/** The rendering of a message as a JSON object. One alert goes to ten thousand channels: it is rendered and written out once. */
function renderingOnce(): (message: Message, possibleRepeat: boolean) => string {
  const known = { first: new WeakMap<Message, string>(), repeat: new WeakMap<Message, string>() };
  return (message, possibleRepeat) => {
    const texts = possibleRepeat ? known.repeat : known.first;
    const content =
      texts.get(message) ?? rendered(() => JSON.stringify(renderingOf(message, possibleRepeat)));
    texts.set(message, content);
    return content;
  };
}

/** One JSON object of two; neither is empty, and they share no key. */
function withContent(content: string, own: Readonly<Record<string, unknown>>): string {
  return `${JSON.stringify(own).slice(0, -1)},${content.slice(1)}`;
}

function renderingOf(message: Message, possibleRepeat: boolean) {
  return isBareText(message)
    ? { text: toFallbackText(message, { possibleRepeat }), blocks: [], mrkdwn: false }
    : toBlocks(message, { possibleRepeat });
}
