// The simplest form of a message, for when a platform refuses it as it is. In: a message. Out: one with a single text. Pure.
import type { Message, MessageBlock, Span } from '../domain/message.ts';

/** Longest text of the plain form; the strictest platform takes 3 000 characters in one block. */
const PLAIN_LIMIT = 2_500;

/** The same message in the simplest form there is: one block of text, no buttons, cut where a platform would refuse it. */
export function toPlainMessage({ summary, accent, blocks }: Message): Message {
  const text = [summary, ...blocks.map(textOf)].filter((line) => line !== '').join('\n');
  const shown = text.length > PLAIN_LIMIT ? `${text.slice(0, PLAIN_LIMIT - 1)}…` : text;
  return { summary, accent, blocks: [{ kind: 'text', spans: [{ text: shown }] }], buttons: [] };
}

/** True for what `toPlainMessage` gives. */
export function isPlain({ blocks, buttons }: Message): boolean {
  const [only] = blocks;
  const isOneText = only?.kind === 'text' && only.spans.length === 1;
  return buttons.length === 0 && blocks.length <= 1 && (only === undefined || isOneText);
}

function textOf(block: MessageBlock): string {
  switch (block.kind) {
    case 'heading':
      return block.text;
    case 'text':
    case 'context':
      return spansText(block.spans);
    case 'fields':
      return block.fields.map(({ label, value }) => `${label}: ${value}`).join('\n');
    case 'list':
      return block.items.map((item) => `- ${spansText(item)}`).join('\n');
    case 'chart':
    case 'divider':
      return '';
  }
}

function spansText(spans: readonly Span[]): string {
  return spans.map(({ text, link }) => (link === undefined ? text : `${text} ${link}`)).join('');
}
