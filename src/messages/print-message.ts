// A message as plain text for a terminal, a log or a platform that refused the rendering. No markup of any platform.
import { cleanText } from '../domain/clean-text.ts';
import type { Message, MessageBlock, Span } from '../domain/message.ts';
import { safeLink } from '../domain/safe-link.ts';

/** Lines of text, blocks in order. What is struck through is put in words, since plain text cannot strike. */
export function printMessage(message: Message): string {
  const lines = message.blocks.flatMap(printBlock);
  return cleanText(lines.join('\n')).trim();
}

function printBlock(block: MessageBlock): readonly string[] {
  switch (block.kind) {
    case 'heading':
      return [block.text, ''];
    case 'text':
    case 'context':
      return [printSpans(block.spans)];
    case 'fields':
      return block.fields.map((field) => `${field.label}: ${field.value}`);
    case 'list':
      return block.items.map((item) => `- ${printSpans(item)}`);
    case 'chart':
      // Its numbers stand as text in the same message.
      return [];
    case 'divider':
      return [''];
    default:
      return block satisfies never;
  }
}

/** Spans as text; the address of a link stands behind its words, as a browser would go to it. */
export function printSpans(spans: readonly Span[]): string {
  return spans.map(printSpan).join('');
}

function printSpan(span: Span): string {
  const words = span.strike ? `(no longer: ${span.text})` : span.text;
  const link = span.link === undefined ? null : safeLink(span.link);
  return link === null || link.href === span.text ? words : `${words} <${link.href}>`;
}
