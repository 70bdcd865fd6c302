// A neutral message as plain text, for the terminal and for tests that read what a user reads. Buttons are left out.
import type { Message, MessageBlock, Span } from '../domain/message.ts';

/** Lines of text; bold and strike-through are dropped, a link's address follows its words. */
export function toPlainText(message: Message): string {
  return message.blocks.map(blockText).join('\n');
}

function blockText(block: MessageBlock): string {
  switch (block.kind) {
    case 'heading':
      return `${block.text}\n`;
    case 'text':
    case 'context':
      return spansText(block.spans);
    case 'fields':
      return block.fields.map(({ label, value }) => `${label}: ${value}`).join('\n');
    case 'list':
      return block.items.map((item) => `- ${spansText(item)}`).join('\n');
    case 'divider':
      return '';
    default:
      return block satisfies never;
  }
}

function spansText(spans: readonly Span[]): string {
  return spans
    .map(({ text, link }) => (link === undefined || link === text ? text : `${text} <${link}>`))
    .join('');
}
