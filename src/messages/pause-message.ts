// What operators are told when channels can no longer be posted to. Pure.
import { type Message, plain, SUMMARY_LIMIT } from '../domain/message.ts';
import type { ChannelSettings } from '../domain/subscription.ts';
import { joinWords } from './names.ts';
import { countWords, cutWords } from './wording.ts';

const NAMED_CHANNELS = 10;

/** `paused`: channels of one tenant that were paused together, for one reason. */
export function pauseMessage(paused: readonly ChannelSettings[]): Message {
  const [first] = paused;
  const named = paused.slice(0, NAMED_CHANNELS).map(({ name }) => name);
  const rest = paused.length - named.length;
  const names = joinWords(rest > 0 ? [...named, `${rest} more`] : named, 'and');
  const place = first === undefined ? '' : ` (${first.channel.platform})`;
  const summary = `Paused: ${countWords(paused.length, 'channel')}${place}: ${first?.pausedReason ?? ''}`;
  return {
    summary: cutWords(summary, SUMMARY_LIMIT),
    accent: 'trouble',
    blocks: [
      { kind: 'text', spans: [{ text: summary, bold: true }] },
      { kind: 'text', spans: plain(`Channels: ${names}.`) },
      {
        kind: 'text',
        spans: plain(
          'Subscriptions are kept. What is planned meanwhile waits a week and is told in one message when the bot is back: invite it to the channel again, or install the app again.',
        ),
      },
    ],
    buttons: [],
  };
}
