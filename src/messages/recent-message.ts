// The newest stories as a list. In: stories in the order to show; out: one message of at most one screen.
import { type Message, SUMMARY_LIMIT } from '../domain/message.ts';
import type { Story } from '../domain/story.ts';
import { storyLine } from './story-message.ts';
import { countWords, cutWords } from './wording.ts';

export const RECENT_LISTED = 10;

/** `about`: the filter in words, or null for everything. `days`: how far back was looked. */
export function recentMessage(
  stories: readonly Story[],
  about: string | null,
  days: number,
): Message {
  const subject = about ?? 'all tariff news';
  const span = `in the last ${countWords(days, 'day')}`;
  const summary =
    stories.length === 0
      ? `No stories ${span}: ${subject}.`
      : `${countWords(stories.length, 'story', 'stories')} ${span}: ${subject}.`;
  const listed = stories.slice(0, RECENT_LISTED);
  const rest = stories.length - listed.length;
  return {
    summary: cutWords(summary, SUMMARY_LIMIT),
    accent: 'info',
    blocks: [
      { kind: 'heading', text: cutWords(summary, SUMMARY_LIMIT) },
      ...(summary.length > SUMMARY_LIMIT
        ? [{ kind: 'context', spans: [{ text: `Asked for: ${subject}.` }] } as const]
        : []),
      ...(listed.length === 0 ? [] : [{ kind: 'list', items: listed.map(storyLine) } as const]),
      ...(rest > 0
        ? [
            {
              kind: 'context',
              spans: [
                { text: `and ${rest} more; narrow it down, for example: recent japan steel` },
              ],
            } as const,
          ]
        : []),
    ],
    buttons: listed
      .slice(0, 3)
      .map((story) => ({ label: `Why ${story.id}`, command: `why ${story.id}` })),
  };
}
