// The same goods from several origins side by side: a line an imposer, equal ones folded. In: the ledger's comparison; out:
// one message. It ranks nobody.
import type { Day } from '../domain/day.ts';
import { type Message, type MessageBlock, type Span, SUMMARY_LIMIT } from '../domain/message.ts';
import type { StatusImposer } from '../domain/status.ts';
import { countryName, countryNames, nameOf, productName, shortName } from './names.ts';
import { answerWords, briefRate } from './status-words.ts';
import { cutWords, dayWords, withDayWords } from './wording.ts';

type Cell = {
  readonly target: string;
  readonly isOwn: boolean;
  readonly answer: StatusImposer | null;
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
  const isOverview = content.product === null;
  const title = `${countryNames(content.targets)}${product}, on ${dayWords(content.on)}`;
  const different = content.rows.filter((row) => !row.isEqual);
  const equal = content.rows.filter((row) => row.isEqual);
  const short = different.map(
    (row) =>
      `${shortName(row.imposer)}: ${row.cells
        .filter(({ isOwn }) => !isOwn)
        .map((cell) => `${countryName(cell.target)} ${shortWords(cell, isOverview)}`)
        .join(', ')}`,
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
            label: `${countryName(row.imposer)} on ${nameOf(cell.target)}`,
            value: cellWords(cell, isOverview),
          })),
        }),
      ),
      ...(equal.length === 0
        ? []
        : [
            { kind: 'text', spans: [{ text: 'The same for all', bold: true }] } as const,
            { kind: 'list', items: equal.map((row) => equalItem(row, isOverview)) } as const,
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

function shortWords({ answer }: Cell, isOverview: boolean): string {
  return answer === null ? 'nothing found' : briefRate(answer, isOverview);
}

function equalItem(row: CompareContent['rows'][number], isOverview: boolean): readonly Span[] {
  const [cell] = row.cells;
  return [
    { text: `${countryName(row.imposer)}: `, bold: true },
    { text: cell === undefined ? 'nothing' : cellWords(cell, isOverview) },
  ];
}

function cellWords({ answer, isOwn }: Cell, isOverview: boolean): string {
  if (isOwn) return 'its own goods';
  return answer === null ? 'nothing found' : answerWords(answer, isOverview);
}
