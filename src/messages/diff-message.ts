// What changed between two days, in law or in what the ledger said. In: the ledger's differences; out: one message.
import type { Day } from '../domain/day.ts';
import { type Message, type MessageBlock, type Span, SUMMARY_LIMIT } from '../domain/message.ts';
import { formatPercent } from '../domain/rate.ts';
import type { StatusMeasure, StatusStage } from '../domain/status.ts';
import { countryName, productName } from './names.ts';
import { standingLine } from './status-lines.ts';
import { cutWords, dayWords } from './wording.ts';

export type DiffContent = {
  readonly target: string;
  readonly product: string | null;
  /** `law`: what held on the two days. `knowledge`: what the ledger said on the two days about `on`. */
  readonly axis: 'law' | 'knowledge';
  readonly on: Day;
  readonly from: Day;
  readonly to: Day;
  readonly notes: readonly string[];
  readonly changes: readonly {
    readonly imposer: string;
    readonly stage: readonly [StatusStage, StatusStage];
    readonly extra_rate_pct: readonly [number | null, number | null];
    readonly added: readonly StatusMeasure[];
    readonly removed: readonly StatusMeasure[];
  }[];
};

const LISTED_MEASURES = 8;

/** One part an imposer: old and new rate, what came, what went. */
export function diffMessage(content: DiffContent): Message {
  const product = content.product === null ? '' : `, ${productName(content.product)}`;
  const days = `${dayWords(content.from)} to ${dayWords(content.to)}`;
  const axis =
    content.axis === 'law'
      ? `what held, ${days}`
      : `what this ledger said of ${dayWords(content.on)}, ${days}`;
  const title = `${countryName(content.target)}${product}: ${axis}`;
  return {
    summary: cutWords(`${title}: ${summaryOf(content)}`, SUMMARY_LIMIT),
    accent: 'info',
    blocks: [
      { kind: 'heading', text: cutWords(title, SUMMARY_LIMIT) },
      ...content.notes.map((text): MessageBlock => ({ kind: 'context', spans: [{ text }] })),
      ...(content.changes.length === 0
        ? [{ kind: 'text', spans: [{ text: 'Nothing changed.' }] } as const]
        : content.changes.flatMap((change) => changeBlocks(change, content.to))),
    ],
    buttons: [
      {
        label: 'History',
        command: `history ${[content.target, content.product ?? ''].join(' ').trim()}`,
      },
    ],
  };
}

function summaryOf(content: DiffContent): string {
  if (content.changes.length === 0) return 'nothing changed.';
  return content.changes.map((one) => `${countryName(one.imposer)} ${rateChange(one)}`).join('; ');
}

function rateChange(change: DiffContent['changes'][number]): string {
  const [before, after] = change.extra_rate_pct;
  const [was, is] = change.stage;
  const stages = was === is ? '' : ` (${was} → ${is})`;
  return `${rateOrNothing(before)} → ${rateOrNothing(after)}${stages}`;
}

function rateOrNothing(rate: number | null): string {
  return rate === null ? 'nothing' : formatPercent(rate);
}

function changeBlocks(change: DiffContent['changes'][number], on: Day): readonly MessageBlock[] {
  const items: (readonly Span[])[] = [
    ...change.added
      .slice(0, LISTED_MEASURES)
      .map((measure): readonly Span[] => [{ text: 'New: ' }, ...standingLine(measure, on)]),
    ...change.removed
      .slice(0, LISTED_MEASURES)
      .map((measure): readonly Span[] => [{ text: 'Gone: ' }, ...standingLine(measure, on)]),
  ];
  const total = change.added.length + change.removed.length;
  if (total > items.length) items.push([{ text: `and ${total - items.length} more` }]);
  return [
    {
      kind: 'text',
      spans: [
        { text: `${countryName(change.imposer)}: `, bold: true },
        { text: rateChange(change) },
      ],
    },
    ...(items.length === 0 ? [] : [{ kind: 'list', items } as const]),
  ];
}
