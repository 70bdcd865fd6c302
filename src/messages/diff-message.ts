// What changed between two days, in law or in what the ledger said. In: the ledger's differences; out: one message.
import type { Day } from '../domain/day.ts';
import { type Message, type MessageBlock, type Span, SUMMARY_LIMIT } from '../domain/message.ts';
import type { StatusImposer, StatusMeasure } from '../domain/status.ts';
import { countryName, productName, shortName } from './names.ts';
import { standingLine } from './status-lines.ts';
import { briefRate } from './status-words.ts';
import { cutWords, dayWords } from './wording.ts';

export type DiffContent = {
  readonly target: string;
  readonly product: string | null;
  /** `law`: what held on the two days. `knowledge`: what the ledger said on the two days about `on`. */
  readonly axis: 'law' | 'knowledge';
  readonly on: Day;
  readonly lastVerified: Day;
  readonly from: Day;
  readonly to: Day;
  readonly notes: readonly string[];
  readonly changes: readonly {
    readonly imposer: string;
    readonly answers: readonly [StatusImposer | null, StatusImposer | null];
    readonly added: readonly StatusMeasure[];
    readonly removed: readonly StatusMeasure[];
  }[];
};

type Change = DiffContent['changes'][number];

const LISTED_MEASURES = 8;

/** One part an imposer: old and new rate, what came, what went. */
export function diffMessage(content: DiffContent): Message {
  const product = content.product === null ? '' : `, ${productName(content.product)}`;
  const days = `${dayWords(content.from)} and on ${dayWords(content.to)}`;
  const axis =
    content.axis === 'law'
      ? `what held on ${days}`
      : `of ${dayWords(content.on)}, as known on ${days}`;
  const title = `${countryName(content.target)}${product}: ${axis}`;
  return {
    summary: cutWords(`${title}: ${summaryOf(content)}`, SUMMARY_LIMIT),
    accent: 'info',
    blocks: [
      { kind: 'heading', text: cutWords(title, SUMMARY_LIMIT) },
      ...content.notes.map((text): MessageBlock => ({ kind: 'context', spans: [{ text }] })),
      ...(content.changes.length === 0
        ? [{ kind: 'text', spans: [{ text: 'Nothing changed.' }] } as const]
        : content.changes.flatMap((change) => changeBlocks(change, content))),
      {
        kind: 'context',
        spans: [
          {
            text: `Days are in the imposer's calendar. Ledger last verified ${dayWords(content.lastVerified)}.`,
          },
        ],
      },
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
  return content.changes
    .map((one) => `${shortName(one.imposer)} ${rateChange(one, content.product === null)}`)
    .join('; ');
}

function rateChange(change: Change, isOverview: boolean): string {
  const [before, after] = change.answers.map((one) => sideWords(one, isOverview));
  if (before !== after) return `${before} → ${after}`;
  const isOfLists = [...change.added, ...change.removed].every(
    ({ standing }) => standing === 'partial',
  );
  return isOfLists ? `${after} as before, with other lists` : `${after} as before, under other law`;
}

function sideWords(one: StatusImposer | null, isOverview: boolean): string {
  if (one === null || (one.stage === 'none' && one.partial.length === 0)) return 'nothing';
  return briefRate(one, isOverview);
}

function changeBlocks(
  change: Change,
  { to, on: asked, axis, product }: DiffContent,
): readonly MessageBlock[] {
  const isOverview = product === null;
  const on = axis === 'law' ? to : asked;
  const { added } = change;
  // What stands otherwise than before is told as it stands now.
  const removed = change.removed.filter(({ id }) => !added.some((one) => one.id === id));
  const items: (readonly Span[])[] = [
    ...added
      .slice(0, LISTED_MEASURES)
      .map((one): readonly Span[] => [{ text: cameWords(one, change) }, ...standingLine(one, on)]),
    ...removed
      .slice(0, LISTED_MEASURES)
      .map((one): readonly Span[] => [{ text: wentWords(one, change) }, ...standingLine(one, on)]),
  ];
  const total = added.length + removed.length;
  if (total > items.length) items.push([{ text: `and ${total - items.length} more` }]);
  return [
    {
      kind: 'text',
      spans: [
        { text: `${countryName(change.imposer)}: `, bold: true },
        { text: rateChange(change, isOverview) },
      ],
    },
    ...(items.length === 0 ? [] : [{ kind: 'list', items } as const]),
  ];
}

function cameWords({ id, standing }: StatusMeasure, { removed }: Change): string {
  const before = removed.find((one) => one.id === id);
  if (before === undefined) return 'New: ';
  return before.standing === 'announced' && standing === 'applies' ? 'Begun: ' : 'Changed: ';
}

// A measure that another one takes the place of is in force as before.
function wentWords({ id }: StatusMeasure, { answers: [, after] }: Change): string {
  const isThere = after?.measures.some((one) => one.id === id && one.standing === 'excluded');
  return isThere === true ? 'No longer charged: ' : 'Gone: ';
}
