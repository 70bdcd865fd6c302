// A neutral message as plain text: for terminals, for the fallback of a channel, for tests. Links stand beside their wording.
import { cleanLine, cleanText } from './clean-text.ts';
import type { Message, MessageBlock, Span } from './message.ts';
import { safeLink } from './safe-link.ts';

/** All that the message says, a line a block, without hidden characters; buttons only where they open a link. */
export function plainTextOf(message: Message): string {
  const summary = cleanLine(message.summary);
  const lines = [...message.blocks.flatMap(linesOf), ...message.buttons.flatMap(lineOfButton)];
  const text = lines.join('\n');
  return text.startsWith(summary) ? text : [summary, ...lines].join('\n');
}

/**
 * True for a message that is nothing but a text. Channels send it without blocks or cards: it is what is left to try after a
 * platform has refused those.
 */
export function isBareText({ blocks, buttons }: Message): boolean {
  return (
    buttons.length === 0 &&
    blocks.length <= 1 &&
    blocks.every(
      (block) =>
        block.kind === 'text' &&
        block.spans.every(
          ({ bold, strike, code, link }) =>
            bold !== true && strike !== true && code !== true && link === undefined,
        ),
    )
  );
}

function linesOf(block: MessageBlock): string[] {
  switch (block.kind) {
    case 'heading':
      return [cleanLine(block.text)];
    case 'text':
    case 'context':
      return [cleanText(textOf(block.spans))];
    case 'fields':
      return block.fields.map(({ label, value }) => cleanLine(`${label}: ${value}`));
    case 'list':
      return block.items.map((item) => `- ${cleanLine(textOf(item))}`);
    case 'chart':
    case 'divider':
      // The numbers of a chart are text of their own in the same message.
      return [];
  }
}

function textOf(spans: readonly Span[]): string {
  return spans.map((span) => withLink(span.text, span.link)).join('');
}

function lineOfButton(button: Message['buttons'][number]): string[] {
  return 'link' in button ? [cleanLine(withLink(`${button.label}:`, button.link))] : [];
}

function withLink(text: string, address: string | undefined): string {
  const link = address === undefined ? null : safeLink(address);
  return link === null ? text : `${text} ${link.href}`;
}
