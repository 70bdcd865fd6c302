import { describe, expect, it } from 'vitest';
import type { Message } from '../../../src/domain/message.ts';
import { storiesTogetherMessage } from '../../../src/messages/hold-message.ts';

function aPost(number: number, change: Partial<Message> = {}): Message {
  return {
    summary: `United States: steel from country ${number}, 25%`,
    accent: 'coming',
    blocks: [
      { kind: 'heading', text: 'In force' },
      {
        kind: 'text',
        spans: [{ text: 'Source: ' }, { text: 'Wire', link: `https://w.example/${number}` }],
      },
    ],
    buttons: [],
    ...change,
  };
}

const linesOf = (message: Message) =>
  message.blocks.flatMap((block) => (block.kind === 'list' ? block.items : []));

describe('many stories in one message', () => {
  it('are a line each, linked to where each is reported', () => {
    const message = storiesTogetherMessage('The Wire', [aPost(1), aPost(2)], 'Why.');

    expect(linesOf(message)).toEqual([
      [{ text: 'United States: steel from country 1, 25%', link: 'https://w.example/1' }],
      [{ text: 'United States: steel from country 2, 25%', link: 'https://w.example/2' }],
    ]);
  });

  it('have the link of a button where no words are linked, and none where nothing is', () => {
    const button = { label: 'Source', link: 'https://b.example/' };
    const bare = { blocks: [] };
    const message = storiesTogetherMessage(
      'The Wire',
      [aPost(1, { ...bare, buttons: [button] }), aPost(2, bare)],
      'Why.',
    );

    expect(linesOf(message).map(([span]) => span?.link)).toEqual(['https://b.example/', undefined]);
  });

  it('are twenty at most; the rest is counted', () => {
    const posts = Array.from({ length: 32 }, (_, at) => aPost(at));
    const message = storiesTogetherMessage('The Wire', posts, 'Why.');

    expect(linesOf(message)).toHaveLength(20);
    expect(JSON.stringify(message.blocks)).toContain('and 12 more');
  });
});
