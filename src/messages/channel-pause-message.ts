// What a channel is told when somebody pauses or resumes it. In: its settings as they were. Out: one message.
import { type Message, plain } from '../domain/message.ts';
import type { ChannelSettings } from '../domain/subscription.ts';
import { instantWords } from './wording.ts';

/** `isNew`: false when it was paused already. */
export function channelPausedMessage(settings: ChannelSettings | null, isNew: boolean): Message {
  const since = settings?.pausedAt ? ` since ${instantWords(settings.pausedAt)}` : '';
  const summary = isNew
    ? 'Paused: nothing is posted here until somebody says: resume'
    : `Paused already${since}, ${settings?.pausedReason ?? ''}.`;
  return {
    summary,
    accent: 'info',
    blocks: [
      { kind: 'text', spans: [{ text: summary, bold: true }] },
      {
        kind: 'text',
        spans: plain(
          'Subscriptions are kept. What is news meanwhile waits for a week; corrections too. Questions are answered as ever.',
        ),
      },
    ],
    buttons: [
      { label: 'Resume', command: 'resume' },
      { label: 'List', command: 'list' },
    ],
  };
}

/** `settings`: the channel as it was paused; null when it was not. */
export function channelResumedMessage(settings: ChannelSettings | null): Message {
  const since = settings?.pausedAt
    ? ` It was paused since ${instantWords(settings.pausedAt)}.`
    : '';
  const summary = settings === null ? 'This channel is not paused.' : `Posting here again.${since}`;
  return {
    summary,
    accent: 'info',
    blocks: [
      { kind: 'text', spans: [{ text: summary, bold: true }] },
      ...(settings === null
        ? []
        : [
            {
              kind: 'text',
              spans: plain(
                'What waited is posted now; news of more than six hours ago comes as one message.',
              ),
            } as const,
          ]),
    ],
    buttons: [{ label: 'List', command: 'list' }],
  };
}
