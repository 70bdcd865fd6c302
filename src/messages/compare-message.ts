// The same goods from several origins side by side: a line an imposer, equal ones folded. In: the ledger's comparison; out:
// one message. It ranks nobody.
import type { Day } from '../domain/day.ts';
import { type Message, type MessageBlock, type Span, SUMMARY_LIMIT } from '../domain/message.ts';
import { formatPercent } from '../domain/rate.ts';
import type { StatusStage } from '../domain/status.ts';
import { countryName, countryNames, joinWords, productName } from './names.ts';
import { cutWords, dayWords, withDayWords } from './wording.ts';

type Cell = {
  readonly target: string;
  readonly stage: StatusStage;
  readonly extra_rate_pct: number | null;
  readonly includes_normal_duty: boolean;
  readonly is_out_of_quota: boolean;
};

export type CompareContent = {
  readonly on: Day;
  readonly product: string | null;
  readonly targets: readonly string[];
  readonly lastVerified: Day;
  readonly notes: readonly string[];
  readonly rows: readonly {
    readonly imposer: string;
    readonly cells: readonly Cell[];
    readonly isEqual: boolean;
  }[];
};

/** Differences first; imposers that treat all alike are told in one line each. */
export function compareMessage(content: CompareContent): Message {
  const product = content.product === null ? '' : `, ${productName(content.product)}`;
  const title = `${countryNames(content.targets)}${product}, on ${dayWords(content.on)}`;
  const different = content.rows.filter((row) => !row.isEqual);
  const equal = content.rows.filter((row) => row.isEqual);
  const short = different.map(
    (row) =>
      `${countryName(row.imposer)}: ${row.cells.map((cell) => `${countryName(cell.target)} ${cellWords(cell)}`).join(', ')}`,
  );
  return {
    summary: cutWords(
      `${title}: ${short.length === 0 ? 'no difference found.' : short.join('; ')}`,
      SUMMARY_LIMIT,
    ),
    accent: 'info',
    blocks: [
      { kind: 'heading', text: cutWords(title, SUMMARY_LIMIT) },
      ...content.notes.map(
        (text): MessageBlock => ({ kind: 'context', spans: [{ text: withDayWords(text) }] }),
      ),
      ...different.map(
        (row): MessageBlock => ({
          kind: 'fields',
          fields: row.cells.map((cell) => ({
            label: `${countryName(row.imposer)} on ${countryName(cell.target)}`,
            value: cellWords(cell),
          })),
        }),
      ),
      ...(equal.length === 0
        ? []
        : [
            { kind: 'text', spans: [{ text: 'The same for all', bold: true }] } as const,
            { kind: 'list', items: equal.map(equalItem) } as const,
          ]),
      {
        kind: 'context',
        spans: [{ text: `Ledger last verified ${dayWords(content.lastVerified)}.` }],
      },
    ],
    buttons: content.targets.slice(0, 3).map((target) => ({
      label: countryName(target),
      command: `status ${[target, content.product ?? ''].join(' ').trim()} on ${content.on}`,
    })),
  };
}

function equalItem(row: CompareContent['rows'][number]): readonly Span[] {
  const [cell] = row.cells;
  return [
    { text: `${countryName(row.imposer)}: `, bold: true },
    { text: cell === undefined ? 'nothing' : cellWords(cell) },
  ];
}

function cellWords(cell: Cell): string {
  const rate = cell.extra_rate_pct === null ? null : formatPercent(cell.extra_rate_pct);
  const parts = [
    rate === null ? null : `${rate} ${baseOf(cell)}`,
    cell.stage === 'in-force' && rate !== null ? null : STAGE_WORDS[cell.stage],
  ];
  return joinWords(parts.filter((part) => part !== null)).replace(' and ', ', ');
}

function baseOf(cell: Cell): string {
  if (cell.includes_normal_duty) return 'with the normal duty included';
  return cell.is_out_of_quota ? 'outside the quota' : 'on top of the normal duty';
}

const STAGE_WORDS: Readonly<Record<StatusStage, string>> = {
  'in-force': 'measures apply, rate not recorded',
  suspended: 'suspended',
  announced: 'announced',
  sought: 'exemption sought',
  none: 'nothing found',
};
