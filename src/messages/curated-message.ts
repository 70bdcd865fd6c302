// What a curator reads after a decision about a story. In: the stories as they stand. Out: one message. Pure.
import { type Message, plain, type Span, SUMMARY_LIMIT } from '../domain/message.ts';
import type { Story } from '../domain/story.ts';
import { headlineOf } from './story-facts.ts';
import { countWords, cutWords } from './wording.ts';

/** The stories that were changed, the one that the decision named first, and how many channels are told of it. */
export function storyCuratedMessage({
  stories,
  channels,
}: {
  readonly stories: readonly Story[];
  readonly channels: number;
}): Message {
  const told = channels === 0 ? 'No channel is told' : `Told to ${countWords(channels, 'channel')}`;
  return {
    summary: cutWords(`${stories.map(doneWords).join('; ')}. ${told}.`, SUMMARY_LIMIT),
    accent: 'info',
    blocks: [
      { kind: 'list', items: stories.map(storyItem) },
      { kind: 'context', spans: plain(`${told}. Nothing is deleted: why shows who decided what.`) },
    ],
    buttons: stories.map(({ id }) => ({ label: `Why ${id}`, command: `why ${id}` })),
  };
}

function storyItem(story: Story): readonly Span[] {
  return [{ text: doneWords(story), bold: true }, { text: ` (${headlineOf(story)})` }];
}

function doneWords({ id, decisions }: Story): string {
  return `${id}: ${decisions?.at(-1)?.did ?? ''}`;
}
