// What one authority imposes that day, by whom it is on. In: the ledger's rows; out: one message. It adds nothing up: that is
// done for the goods of one origin.

import type { Day } from '../domain/day.ts';
import { type Message, type Span, SUMMARY_LIMIT } from '../domain/message.ts';
import { formatPercent } from '../domain/rate.ts';
import type { StatusMeasure } from '../domain/status.ts';
import { type FeedHealth, feedHealthWords } from './feed-health.ts';
import { countryName, nameOf, productName } from './names.ts';
import { standingLine } from './status-lines.ts';
import { countWords, cutWords, dayWords } from './wording.ts';

export type ImposedContent = {
  readonly imposer: string;
  readonly product: string | null;
  readonly on: Day;
  readonly notes: readonly string[];
  readonly targets: readonly {
    readonly target: string;
    readonly measures: readonly StatusMeasure[];
  }[];
  readonly lastVerified: Day;
  readonly feeds: FeedHealth;
};

/** So few rows are told one by one. */
const WHOLE_ROWS = 12;
const LISTED_TARGETS = 14;
const NAMED_TARGETS = 4;
const NAMED_GOODS = 4;

export function imposedMessage(content: ImposedContent): Message {
  const { targets } = content;
  const product = content.product === null ? '' : `, ${productName(content.product)}`;
  const title = `Imposed by ${nameOf(content.imposer)}${product}, on ${dayWords(content.on)}`;
  const rows = targets.reduce((sum, { measures }) => sum + measures.length, 0);
  const items = rows <= WHOLE_ROWS ? wholeItems(content) : foldedItems(content);
  return {
    summary: cutWords(`${title}: ${summaryOf(content, rows)}`, SUMMARY_LIMIT),
    accent: rows === 0 ? 'info' : 'in-force',
    blocks: [
      { kind: 'heading', text: cutWords(title, SUMMARY_LIMIT) },
      ...content.notes.map((text) => ({ kind: 'context', spans: [{ text }] }) as const),
      ...(items.length === 0
        ? [{ kind: 'text', spans: [{ text: 'No measure found.' }] } as const]
        : [{ kind: 'list', items } as const]),
      {
        kind: 'context',
        spans: [
          {
            text: `Rows as each stands by itself; which of them add up or exclude each other is told for the goods of one origin. Last verified ${dayWords(content.lastVerified)} · ${feedHealthWords(content.feeds)}`,
          },
        ],
      },
    ],
    buttons: [
      ...targets
        .filter(({ target }) => target !== 'WORLD')
        .slice(0, 3)
        .map(({ target }) => ({
          label: countryName(target),
          command: `status ${[target, content.product ?? ''].join(' ').trim()} from ${content.imposer} on ${content.on}`,
        })),
      {
        label: `On goods of ${nameOf(content.imposer)}`,
        command: `status ${content.imposer} on ${content.on}`,
      },
    ],
  };
}

function summaryOf({ targets }: ImposedContent, rows: number): string {
  if (rows === 0) return 'no measure found.';
  const named = targets
    .slice(0, NAMED_TARGETS)
    .map(({ target, measures }) => `${measures.length} ${onWords(target)}`);
  const rest = targets.length - named.length;
  const more = rest > 0 ? ` and ${countWords(rest, 'more origin')}` : '';
  return `${countWords(rows, 'measure')}: ${named.join(', ')}${more}.`;
}

function onWords(target: string): string {
  return target === 'WORLD' ? 'on every origin' : `on ${nameOf(target)}`;
}

function wholeItems({ targets, on }: ImposedContent): (readonly Span[])[] {
  return targets.flatMap(({ target, measures }) =>
    measures.map((measure): readonly Span[] =>
      // The line names every other target by itself.
      target === 'WORLD'
        ? [{ text: 'On every origin: ' }, ...standingLine(measure, on)]
        : standingLine(measure, on),
    ),
  );
}

function foldedItems({ targets }: ImposedContent): (readonly Span[])[] {
  const items: (readonly Span[])[] = targets
    .slice(0, LISTED_TARGETS)
    .map(({ target, measures }) => [
      { text: `${target === 'WORLD' ? 'Every origin' : countryName(target)}: `, bold: true },
      { text: countsOf(measures) },
    ]);
  const rest = targets.length - items.length;
  return rest > 0 ? [...items, [{ text: `and ${countWords(rest, 'more origin')}` }]] : items;
}

function countsOf(measures: readonly StatusMeasure[]): string {
  const parts = (['applies', 'suspended', 'announced'] as const).flatMap((standing) => {
    const group = measures.filter((measure) => measure.standing === standing);
    if (group.length === 0) return [];
    const word = standing === 'applies' ? 'in force' : standing;
    return [`${group.length} ${word}${rangeOf(group)} (${goodsOf(group)})`];
  });
  return parts.join('; ');
}

// The goods with the highest rates first: they are what is asked about.
function goodsOf(measures: readonly StatusMeasure[]): string {
  const ordered = measures.toSorted((a, b) => (b.rate_pct ?? -1) - (a.rate_pct ?? -1));
  const names = [...new Set(ordered.map(({ product_scope: scope }) => productName(scope)))];
  const rest = names.length - NAMED_GOODS;
  // Names of lists have commas of their own.
  return [...names.slice(0, NAMED_GOODS), ...(rest > 0 ? [`${rest} more`] : [])].join('; ');
}

function rangeOf(measures: readonly StatusMeasure[]): string {
  const rates = measures.flatMap(({ rate_pct: rate }) => (rate === null ? [] : [rate]));
  if (rates.length === 0) return '';
  const [low, high] = [Math.min(...rates), Math.max(...rates)];
  return low === high
    ? `, ${formatPercent(low)}`
    : `, ${formatPercent(low)} to ${formatPercent(high)}`;
}
