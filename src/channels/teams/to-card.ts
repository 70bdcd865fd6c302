// A neutral message in, an Adaptive Card 1.5 out. Pure. Text of feeds and users only ever goes into TextRuns, where Teams reads
// no Markdown and no mentions; links are actions of a run, never markup.
import { cleanLine, cleanText, cutText } from '../../domain/clean-text.ts';
import type { Accent, Chart, Message, MessageBlock, Span } from '../../domain/message.ts';
import { plainTextOf } from '../../domain/message-text.ts';
import { linkLabel, safeLink } from '../../domain/safe-link.ts';
import { actionsOf, type CardAction } from './card-actions.ts';
import { type FormInput, faultsOf, inputOf } from './form-inputs.ts';
import { MAX_CARD_BYTES, MAX_FALLBACK_TEXT, MAX_SUMMARY } from './teams-limits.ts';
import { type ChartElement, chartElement } from './to-chart.ts';

/** Shapes of https://adaptivecards.io/explorer, only what is used here. */
type TextRun = {
  readonly type: 'TextRun';
  readonly text: string;
  readonly weight?: 'Bolder';
  readonly size?: 'Small' | 'Large';
  readonly isSubtle?: true;
  readonly strikethrough?: true;
  readonly underline?: true;
  readonly fontType?: 'Monospace';
  readonly color?: 'Accent' | 'Attention';
  readonly selectAction?: OpenUrl;
};
type OpenUrl = { readonly type: 'Action.OpenUrl'; readonly title?: string; readonly url: string };
type RichText = {
  readonly type: 'RichTextBlock';
  readonly inlines: readonly TextRun[];
  readonly spacing?: 'Small' | 'None';
  readonly separator?: true;
};
type Container = {
  readonly type: 'Container';
  readonly style: 'good' | 'attention' | 'warning' | 'accent' | 'emphasis';
  readonly bleed: true;
  readonly items: readonly RichText[];
};
type CardElement = RichText | Container | ChartElement | FormInput;

export type AdaptiveCard = {
  readonly type: 'AdaptiveCard';
  readonly $schema: string;
  readonly version: '1.5';
  readonly fallbackText: string;
  /** For clients that read cards aloud. */
  readonly speak: string;
  readonly msteams: { readonly width: 'Full' };
  readonly body: readonly CardElement[];
  readonly actions?: readonly CardAction[];
};

export type ToCardOptions = {
  /** A copy of this may stand already. */
  readonly possibleRepeat?: boolean;
  /** The address of a chart's picture, for clients that draw no charts: a `data:` address, since nothing of ours is public. */
  readonly pictureOf?: (chart: Chart) => string;
};

const REPEAT_NOTE = 'Possible repeat: the first copy may have arrived.';

const STYLES: Readonly<Record<Accent, Container['style']>> = {
  'in-force': 'attention',
  coming: 'warning',
  relief: 'good',
  info: 'accent',
  trouble: 'emphasis',
};

/** A card of at most MAX_CARD_BYTES; what does not fit is counted in a last line. */
export function toCard(message: Message, options: ToCardOptions = {}): AdaptiveCard {
  const foot = options.possibleRepeat === true ? [smallText(REPEAT_NOTE)] : [];
  const actions = actionsOf(message);
  const pictured = cardOf(message, [...elementsOf(message, options.pictureOf), ...foot], actions);
  if (sizeOf(pictured) <= MAX_CARD_BYTES) return pictured;
  // A picture is the largest part and the least needed one: it goes first.
  const body = elementsOf(message);
  const whole = cardOf(message, [...body, ...foot], actions);
  if (sizeOf(whole) <= MAX_CARD_BYTES) return whole;
  // Halving finds the longest beginning that fits in a few steps.
  let fits = 0;
  let tooMany = body.length;
  while (tooMany - fits > 1) {
    const middle = Math.floor((fits + tooMany) / 2);
    if (sizeOf(shortened(message, body, middle, foot, actions)) <= MAX_CARD_BYTES) fits = middle;
    else tooMany = middle;
  }
  return shortened(message, body, fits, foot, actions);
}

/** The whole message as text, for a message with `textFormat: plain`: what is sent after Teams has refused the card. */
export function toFallbackText(message: Message, options: ToCardOptions = {}): string {
  const repeat = options.possibleRepeat === true ? `\n${REPEAT_NOTE}` : '';
  return `${cutText(plainTextOf(message), MAX_FALLBACK_TEXT - repeat.length)}${repeat}`;
}

/** What a phone shows of the message. */
export function summaryOf(message: Message): string {
  return cutText(cleanLine(message.summary), MAX_SUMMARY);
}

/** Old clients read Markdown and HTML in the fallback text, and know no escape for both: the brackets give way. */
function withoutMarkdown(text: string): string {
  return text
    .replaceAll('[', '(')
    .replaceAll(']', ')')
    .replaceAll('<', '‹')
    .replaceAll('>', '›')
    .replaceAll('&', '＆');
}

function cardOf(
  message: Message,
  body: readonly CardElement[],
  actions: readonly CardAction[],
): AdaptiveCard {
  const summary = withoutMarkdown(summaryOf(message));
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    fallbackText: summary,
    speak: summary,
    msteams: { width: 'Full' },
    body,
    ...(actions.length === 0 ? {} : { actions }),
  };
}

function shortened(
  message: Message,
  body: readonly CardElement[],
  count: number,
  foot: readonly CardElement[],
  actions: readonly CardAction[],
): AdaptiveCard {
  const left = body.length - count;
  const note = `Shortened: ${left} more ${left === 1 ? 'part does' : 'parts do'} not fit in one Teams card.`;
  return cardOf(message, [...body.slice(0, count), smallText(note), ...foot], actions);
}

function sizeOf(card: AdaptiveCard): number {
  return new TextEncoder().encode(JSON.stringify(card)).length;
}

// --- body --------------------------------------------------------------------------------------------------------

/** The first heading stands on the colour of the message's state. */
function elementsOf(message: Message, pictureOf?: ToCardOptions['pictureOf']): CardElement[] {
  const elements: CardElement[] = [];
  let isSeparated = false;
  for (const [index, block] of message.blocks.entries()) {
    if (block.kind === 'divider') {
      isSeparated = true;
      continue;
    }
    if (block.kind === 'chart') {
      elements.push(...chartElement(block.chart, pictureOf?.(block.chart)));
      continue;
    }
    for (const element of blockOf(block)) {
      if (index === 0 && block.kind === 'heading') {
        elements.push({
          type: 'Container',
          style: STYLES[message.accent],
          bleed: true,
          items: [element],
        });
      } else {
        elements.push(isSeparated ? { ...element, separator: true } : element);
      }
      isSeparated = false;
    }
  }
  return [...elements, ...formElements(message)];
}

function formElements({ form, faults = [] }: Message): CardElement[] {
  if (form === undefined) return [];
  // What it is about stands in the card above it.
  return [
    ...form.fields.flatMap((field) => [
      ...faultsOf(field, faults).flatMap((text) =>
        richText([{ ...run(cleanLine(text)), color: 'Attention', weight: 'Bolder' }]),
      ),
      inputOf(field),
    ]),
  ];
}

type ShownBlock = Exclude<MessageBlock, { readonly kind: 'divider' | 'chart' }>;

function blockOf(block: ShownBlock): RichText[] {
  switch (block.kind) {
    case 'heading':
      return richText([{ ...run(cleanLine(block.text)), weight: 'Bolder', size: 'Large' }]);
    case 'text':
      return richText(block.spans.flatMap((span) => runsOf(span)));
    case 'fields':
      return block.fields.flatMap(({ label, value }, index) =>
        richText(
          [
            { ...run(`${cleanLine(label)}: `), weight: 'Bolder' },
            run(cleanLine(value) === '' ? '-' : cleanLine(value)),
          ],
          index === 0 ? undefined : 'Small',
        ),
      );
    case 'list':
      return block.items.flatMap((item, index) =>
        richText(
          [run('• '), ...item.flatMap((span) => runsOf(span))],
          index === 0 ? undefined : 'Small',
        ),
      );
    case 'context':
      return richText(
        block.spans
          .flatMap((span) => runsOf(span))
          .map((inline) => ({ ...inline, isSubtle: true, size: 'Small' })),
        'Small',
      );
  }
}

function richText(runs: readonly TextRun[], spacing?: 'Small'): RichText[] {
  const inlines = runs.filter(({ text }) => text !== '');
  if (inlines.length === 0) return [];
  return [{ type: 'RichTextBlock', inlines, ...(spacing === undefined ? {} : { spacing }) }];
}

function smallText(text: string): RichText {
  return {
    type: 'RichTextBlock',
    inlines: [{ ...run(text), isSubtle: true, size: 'Small' }],
    spacing: 'Small',
  };
}

function run(text: string): TextRun {
  return { type: 'TextRun', text };
}

function runsOf(span: Span): TextRun[] {
  const styled = {
    ...(span.bold === true ? { weight: 'Bolder' as const } : {}),
    ...(span.strike === true ? { strikethrough: true as const } : {}),
    ...(span.code === true ? { fontType: 'Monospace' as const } : {}),
  };
  const link = span.link === undefined ? null : safeLink(span.link);
  if (link === null) return [{ ...run(cleanText(span.text)), ...styled }];
  return [
    {
      ...run(linkLabel(span.text, link)),
      ...styled,
      color: 'Accent',
      underline: true,
      selectAction: { type: 'Action.OpenUrl', url: link.href },
    },
  ];
}
