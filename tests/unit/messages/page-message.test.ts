// A long answer comes in pages that fit both platforms, with everything in them, in order, and a way to the next.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toBlocks } from '../../../src/channels/slack/to-blocks.ts';
import { toCard } from '../../../src/channels/teams/to-card.ts';
import type { Message, MessageBlock } from '../../../src/domain/message.ts';
import { pageOf } from '../../../src/messages/page-message.ts';

const HEADING: MessageBlock = { kind: 'heading', text: 'China' };
const FOOT: MessageBlock = { kind: 'context', spans: [{ text: 'Last verified 10 Oct 2026' }] };

function answer(blocks: readonly MessageBlock[]): Message {
  return {
    summary: 'China',
    accent: 'info',
    blocks: [HEADING, ...blocks, FOOT],
    buttons: [{ label: 'History', command: 'history CN' }],
  };
}

function list(first: number, count: number, length = 150): MessageBlock {
  const items = Array.from({ length: count }, (_, index) => [
    { text: `item ${first + index} `.padEnd(length, 'x') },
  ]);
  return { kind: 'list', items };
}

const titled = (title: string, block: MessageBlock): readonly MessageBlock[] => [
  { kind: 'text', spans: [{ text: title, bold: true }] },
  block,
];

/** Every page, following the button of the one before. */
function walk(whole: Message): readonly Message[] {
  const pages = [pageOf(whole, 1, 'status china --full')];
  for (;;) {
    const more = pages.at(-1)?.buttons.find(({ label }) => label.startsWith('More'));
    if (more === undefined || !('command' in more)) return pages;
    const number = Number(/^status china --full --page (\d+)$/.exec(more.command)?.[1]);
    expect(number).toBe(pages.length + 1);
    pages.push(pageOf(whole, number, 'status china --full'));
  }
}

const itemsOf = (pages: readonly Message[]): readonly string[] =>
  pages.flatMap(({ blocks }) => JSON.stringify(blocks).match(/item \d+/g) ?? []);

const wanted = (count: number) => Array.from({ length: count }, (_, index) => `item ${index}`);

describe('pages', () => {
  it('leaves an answer that fits as it is', () => {
    const short = answer(titled('United States', list(0, 20)));

    expect(pageOf(short, 1, 'status china')).toBe(short);
  });

  it('brings every item once, in order, with heading, small print and buttons on each page', () => {
    const pages = walk(answer(titled('United States', list(0, 200))));

    expect(itemsOf(pages)).toEqual(wanted(200));
    expect(pages.length).toBeGreaterThan(1);
    for (const [index, { blocks, buttons }] of pages.entries()) {
      expect(blocks[0]).toEqual(HEADING);
      expect(blocks.at(-2)).toEqual(FOOT);
      expect(JSON.stringify(blocks.at(-1))).toContain(`Page ${index + 1} of ${pages.length}.`);
      expect(buttons.at(-1)).toEqual({ label: 'History', command: 'history CN' });
    }
  });

  it('says again whose list goes on, and leaves no title alone at the end of a page', () => {
    const countries = Array.from({ length: 12 }, (_, index) =>
      titled(`Country ${index}`, list(index * 31, 31)),
    );
    const pages = walk(answer(countries.flat()));

    expect(itemsOf(pages)).toEqual(wanted(12 * 31));
    for (const { blocks } of pages.slice(1)) expect(blocks[1]?.kind).toBe('text');
    for (const { blocks } of pages) expect(blocks.at(-3)?.kind).toBe('list');
    expect(JSON.stringify(pages)).toContain('(continued)');
  });

  it('takes a page that is not there for the last or the first', () => {
    const whole = answer([list(0, 200)]);
    const pages = walk(whole);

    expect(pageOf(whole, 99, 'status china --full')).toEqual(pages.at(-1));
    expect(pageOf(whole, 0, 'status china --full')).toEqual(pages[0]);
  });

  it('fits Slack and Teams whatever the texts are, so that neither has to shorten anything', () => {
    const text = fc.string({ minLength: 1, maxLength: 300, unit: 'grapheme' });
    const block = fc.oneof(
      fc
        .array(fc.array(fc.record({ text }), { minLength: 1, maxLength: 4 }), {
          minLength: 1,
          maxLength: 60,
        })
        .map((items): MessageBlock => ({ kind: 'list', items })),
      text.map((value): MessageBlock => ({ kind: 'text', spans: [{ text: value, bold: true }] })),
      text.map((value): MessageBlock => ({ kind: 'context', spans: [{ text: value }] })),
    );
    fc.assert(
      fc.property(fc.array(block, { minLength: 1, maxLength: 80 }), (blocks) => {
        for (const page of walk(answer(blocks))) {
          expect(JSON.stringify(toBlocks(page))).not.toContain('Shortened:');
          expect(JSON.stringify(toCard(page))).not.toContain('Shortened:');
        }
      }),
      { numRuns: 60 },
    );
  });
});
