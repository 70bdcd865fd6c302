// Cuts an answer that would not fit one message of the strictest platform into pages, each with the heading and the last small
// print, and a button to the next. In: the whole answer. Out: one page. Nothing is left out, and nothing is cut in two but lists.
import type { Message, MessageBlock, Span } from '../domain/message.ts';

/**
 * What a page may cost: characters, with a sum for each part that a platform wraps. So measured that it stays below the 25 KB
 * of a card in Teams and the 12 000 characters of a message in Slack, whichever is reached first.
 */
const MOST_COST = 18_500;
const COST_OF_ITEM = 60;
const COST_OF_SPAN = 45;
/** Slack takes 50 blocks; buttons and small print need a few. */
const MOST_BLOCKS = 40;

/** Page `page` of `message`, from 1; one that is not there is the last. `command` asks for the whole answer. */
export function pageOf(message: Message, page: number, command: string): Message {
  if (fits(message.blocks)) return message;
  const pages = cutIntoPages(message.blocks);
  const at = Math.min(Math.max(page, 1), pages.length);
  const blocks = pages[at - 1] ?? [];
  const next = at + 1;
  return {
    ...message,
    blocks: [
      ...blocks,
      { kind: 'context', spans: [{ text: `Page ${at} of ${pages.length}.`, bold: true }] },
    ],
    buttons: [
      ...(at < pages.length
        ? [
            {
              label: `More (${next} of ${pages.length})`,
              command: `${command} --page ${next}`,
              style: 'primary',
            } as const,
          ]
        : []),
      ...(at > 1 ? [{ label: 'Back', command: `${command} --page ${at - 1}` }] : []),
      ...message.buttons,
    ],
  };
}

function fits(blocks: readonly MessageBlock[]): boolean {
  return blocks.length <= MOST_BLOCKS && costOf(blocks) <= MOST_COST;
}

function cutIntoPages(blocks: readonly MessageBlock[]): readonly (readonly MessageBlock[])[] {
  const head = blocks[0]?.kind === 'heading' ? blocks.slice(0, 1) : [];
  const foot = blocks.at(-1)?.kind === 'context' ? blocks.slice(-1) : [];
  const room = MOST_COST - costOf(head) - costOf(foot);
  const pages: MessageBlock[][] = [[]];
  let title: MessageBlock | null = null;
  for (const block of blocks.slice(head.length, blocks.length - foot.length).flatMap(oneByOne)) {
    const page = pages.at(-1) ?? [];
    const isFull = costOf([...page, block]) > room || page.length >= MOST_BLOCKS - 3;
    if (page.length > 0 && isFull && !canJoin(page, block, room)) {
      // A title stands over what it names.
      const orphan = page.at(-1)?.kind === 'text' ? page.pop() : undefined;
      const lead = orphan ?? (block.kind === 'list' && title !== null ? continued(title) : null);
      pages.push([...(lead === null ? [] : [lead]), block]);
    } else join(page, block);
    if (block.kind === 'text') title = block;
  }
  return pages.map((page) => [...head, ...page, ...foot]);
}

// An item of a list takes no block of its own on a page that ends with the list.
function canJoin(page: readonly MessageBlock[], block: MessageBlock, room: number): boolean {
  return block.kind === 'list' && page.at(-1)?.kind === 'list' && costOf([...page, block]) <= room;
}

function join(page: MessageBlock[], block: MessageBlock): void {
  const last = page.at(-1);
  if (block.kind === 'list' && last?.kind === 'list') {
    page[page.length - 1] = { kind: 'list', items: [...last.items, ...block.items] };
  } else page.push(block);
}

function oneByOne(block: MessageBlock): readonly MessageBlock[] {
  if (block.kind !== 'list') return [block];
  return block.items.map((item) => ({ kind: 'list', items: [item] }));
}

function continued(title: MessageBlock): MessageBlock {
  if (title.kind !== 'text') return title;
  return { kind: 'text', spans: [...title.spans, { text: ' (continued)' }] };
}

function costOf(blocks: readonly MessageBlock[]): number {
  return blocks.reduce((sum, block) => sum + COST_OF_ITEM + textCost(block), 0);
}

function textCost(block: MessageBlock): number {
  switch (block.kind) {
    case 'heading':
      return lengthOf(block.text);
    case 'text':
    case 'context':
      return spansCost(block.spans);
    case 'fields':
      return block.fields.reduce(
        (sum, { label, value }) => sum + lengthOf(label) + lengthOf(value) + 2 * COST_OF_SPAN,
        0,
      );
    case 'list':
      return block.items.reduce((sum, item) => sum + COST_OF_ITEM + spansCost(item), 0);
    case 'chart':
    case 'divider':
      return 0;
    default:
      return block satisfies never;
  }
}

// A link stands beside its text.
function spansCost(spans: readonly Span[]): number {
  return spans.reduce(
    (sum, { text, link }) => sum + COST_OF_SPAN + lengthOf(text) + (link?.length ?? 0),
    0,
  );
}

// A letter outside ASCII takes up to three bytes of a card.
function lengthOf(text: string): number {
  let length = text.length;
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) > 127) length += 2;
  return length;
}
