// One block of a neutral message in, Block Kit blocks out, each within Slack's limit for a text. Pure; it knows no whole message.
import type { types } from '@slack/bolt';
import { cleanLine, cleanText, cutText } from '../../domain/clean-text.ts';
import type { MessageBlock, Span } from '../../domain/message.ts';
import { linkLabel, safeLink } from '../../domain/safe-link.ts';
import { escapeMrkdwn } from './escape-mrkdwn.ts';
import { MAX_CONTEXT_ELEMENTS, MAX_HEADER, MAX_TEXT } from './slack-limits.ts';

type KnownBlock = types.KnownBlock;

type Run = types.RichTextBlock['elements'][number] extends infer Element
  ? Element extends { readonly type: 'rich_text_section'; elements: (infer Inner)[] }
    ? Inner
    : never
  : never;

/** Block Kit of one block; none for an empty one, several for one that is longer than Slack takes. */
export function blocksOf(block: MessageBlock): KnownBlock[] {
  switch (block.kind) {
    case 'heading':
      return heading(block.text);
    case 'text':
      return paragraphs(block.spans);
    case 'fields':
      return fields(block.fields);
    case 'list':
      return list(block.items);
    case 'context':
      return smallPrint(block.spans);
    case 'chart':
      // A picture is a file of its own in Slack (`post-charts.ts`).
      return [];
    case 'divider':
      return [{ type: 'divider' }];
  }
}

function heading(text: string): KnownBlock[] {
  const line = cleanLine(text);
  if (line === '') return [];
  if (line.length > MAX_HEADER) return paragraphs([{ text: line, bold: true }]);
  return [{ type: 'header', text: { type: 'plain_text', text: line, emoji: false } }];
}

function paragraphs(spans: readonly Span[]): KnownBlock[] {
  return chunked(spans.flatMap(runsOf)).map((elements) => ({
    type: 'rich_text',
    elements: [{ type: 'rich_text_section', elements }],
  }));
}

function fields(
  pairs: readonly { readonly label: string; readonly value: string }[],
): KnownBlock[] {
  const runs = pairs.flatMap(({ label, value }, index) => [
    ...runsOf({ text: `${index === 0 ? '' : '\n'}${cleanLine(label)}: `, bold: true }),
    ...runsOf({ text: cleanLine(value) === '' ? '-' : cleanLine(value) }),
  ]);
  return chunked(runs).map((elements) => ({
    type: 'rich_text',
    elements: [{ type: 'rich_text_section', elements }],
  }));
}

function list(items: readonly (readonly Span[])[]): KnownBlock[] {
  const blocks: KnownBlock[] = [];
  let sections: Run[][] = [];
  let size = 0;
  const flush = () => {
    if (sections.length > 0) {
      blocks.push({
        type: 'rich_text',
        elements: [
          {
            type: 'rich_text_list',
            style: 'bullet',
            elements: sections.map((elements) => ({ type: 'rich_text_section', elements })),
          },
        ],
      });
    }
    sections = [];
    size = 0;
  };
  for (const item of items) {
    for (const runs of chunked(item.flatMap(runsOf))) {
      const length = lengthOf(runs);
      if (size + length > MAX_TEXT) flush();
      sections.push(runs);
      size += length;
    }
  }
  flush();
  return blocks;
}

function runsOf(span: Span): Run[] {
  const style = {
    ...(span.bold === true ? { bold: true } : {}),
    ...(span.strike === true ? { strike: true } : {}),
    ...(span.code === true ? { code: true } : {}),
  };
  const styled = Object.keys(style).length === 0 ? {} : { style };
  const link = span.link === undefined ? null : safeLink(span.link);
  if (link !== null) {
    return [
      {
        type: 'link',
        url: link.href,
        text: cutText(linkLabel(span.text, link), MAX_TEXT),
        ...styled,
      },
    ];
  }
  const text = cleanText(span.text);
  // Slack refuses an empty text element.
  return text === '' ? [] : [{ type: 'text', text, ...styled }];
}

/** Runs in groups of at most MAX_TEXT characters; a longer run is split. */
function chunked(runs: readonly Run[]): Run[][] {
  const chunks: Run[][] = [];
  let chunk: Run[] = [];
  let size = 0;
  const pieces = runs.flatMap((run) =>
    run.type === 'text' && run.text.length > MAX_TEXT
      ? slices(run.text).map((text) => ({ ...run, text }))
      : [run],
  );
  for (const piece of pieces) {
    const length = lengthOf([piece]);
    if (size + length > MAX_TEXT && chunk.length > 0) {
      chunks.push(chunk);
      chunk = [];
      size = 0;
    }
    chunk.push(piece);
    size += length;
  }
  if (chunk.length > 0) chunks.push(chunk);
  return chunks;
}

function slices(text: string): string[] {
  const parts: string[] = [];
  for (let start = 0; start < text.length; ) {
    let end = Math.min(start + MAX_TEXT, text.length);
    // Not between the halves of a surrogate pair.
    if (end < text.length && /[\ud800-\udbff]/.test(text.charAt(end - 1))) end -= 1;
    parts.push(text.slice(start, end));
    start = end;
  }
  return parts;
}

function lengthOf(runs: readonly Run[]): number {
  return runs.reduce((sum, run) => {
    if (run.type === 'text') return sum + run.text.length;
    return run.type === 'link' ? sum + (run.text ?? '').length + run.url.length : sum;
  }, 0);
}

// --- small print -------------------------------------------------------------------------------------------------

type ContextElement = types.ContextBlock['elements'][number];

/** Small print without markup. */
export function smallText(text: string): types.ContextBlock {
  return context([plainElement(text)]);
}

function plainElement(text: string): ContextElement {
  return { type: 'plain_text', text: cutText(text, MAX_TEXT), emoji: false };
}

function context(elements: ContextElement[]): types.ContextBlock {
  return { type: 'context', elements };
}

/**
 * Neighbouring spans without a link become one element: Slack sets a gap between elements. Small print knows no strike-through
 * for text that is not ours, so an old fact is told in full size.
 */
function smallPrint(spans: readonly Span[]): KnownBlock[] {
  if (spans.some(({ strike }) => strike === true)) return paragraphs(spans);
  const elements: ContextElement[] = [];
  let text = '';
  const flush = () => {
    if (cleanLine(text) !== '') elements.push(plainElement(cleanLine(text)));
    text = '';
  };
  for (const span of spans) {
    const link = span.link === undefined ? null : safeLink(span.link);
    if (link === null) {
      text += span.text;
      continue;
    }
    flush();
    const label = escapeMrkdwn(cutText(linkLabel(span.text, link), MAX_HEADER));
    // `verbatim` keeps Slack from turning names and addresses in the label into further links.
    elements.push({
      type: 'mrkdwn',
      text: `<${escapeMrkdwn(link.href)}|${label}>`,
      verbatim: true,
    });
  }
  flush();
  const blocks: KnownBlock[] = [];
  for (let start = 0; start < elements.length; start += MAX_CONTEXT_ELEMENTS) {
    blocks.push(context(elements.slice(start, start + MAX_CONTEXT_ELEMENTS)));
  }
  return blocks;
}
