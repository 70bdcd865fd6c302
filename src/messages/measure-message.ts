// One measure of the ledger and what it rests on: the answer to "why" for the ids that stand behind the lines of a status. In:
// what the ledger said of it over time; out: one message.
import type { Day } from '../domain/day.ts';
import type { LedgerEntry, Measure } from '../domain/measure.ts';
import { type Message, type Span, SUMMARY_LIMIT } from '../domain/message.ts';
import { checkedWords } from './checked-words.ts';
import { measureLine } from './measure-line.ts';
import { nameOf, productName } from './names.ts';
import { capitalised, cutWords, dayWords, momentWords } from './wording.ts';

type MeasureVersion = { readonly measure: Measure; readonly entry: LedgerEntry };

/** `versions`: oldest knowledge first; the last one is what holds now. */
export function measureMessage(versions: readonly MeasureVersion[], lastVerified: Day): Message {
  const latest = versions.at(-1);
  if (latest === undefined) throw new Error('a measure of the ledger has a version');
  const { measure } = latest;
  const [head, rest] = measureLine(measure);
  const title = `${head?.text ?? ''}${rest?.text ?? ''}`.trim();
  const earlier = versions.slice(0, -1).map(versionItem);
  return {
    summary: cutWords(title, SUMMARY_LIMIT),
    accent: 'info',
    blocks: [
      { kind: 'heading', text: cutWords(title, SUMMARY_LIMIT) },
      { kind: 'fields', fields: fieldsOf(measure) },
      { kind: 'text', spans: sourceSpans(measure) },
      ...(earlier.length === 0
        ? []
        : [
            { kind: 'text', spans: [{ text: 'Said before', bold: true }] } as const,
            { kind: 'list', items: earlier } as const,
          ]),
      {
        kind: 'context',
        spans: [
          { text: measure.id, code: true },
          {
            text: ` · recorded ${momentWords(latest.entry.recordedAt)} · ledger last verified ${dayWords(lastVerified)} · days are in the imposer's calendar`,
          },
        ],
      },
    ],
    buttons: [
      {
        label: 'Status',
        command: `status ${measure.target} ${measure.productScope} from ${measure.imposer}`,
      },
      {
        label: 'History',
        command: `history ${measure.target} ${measure.productScope} from ${measure.imposer}`,
      },
    ],
  };
}

function fieldsOf(measure: Measure): { label: string; value: string }[] {
  const { announcedOn, effectiveFrom, effectiveTo } = measure;
  const days = [
    ...(announcedOn === null ? [] : [`announced ${dayWords(announcedOn)}`]),
    ...(effectiveFrom === null ? [] : [`from ${dayWords(effectiveFrom)}`]),
    ...(effectiveTo === null ? [] : [`until ${dayWords(effectiveTo)}`]),
  ];
  const fields = [
    { label: 'Imposed by', value: capitalised(nameOf(measure.imposer)) },
    { label: 'On goods of', value: nameOf(measure.target) },
    {
      label: 'Goods',
      value: [productName(measure.productScope), measure.productDetail].join(': '),
    },
    { label: 'Instrument', value: `${measure.instrument} (${measure.kind})` },
    { label: 'Law', value: measure.legalRef },
    { label: 'Days', value: days.join(', ') },
    { label: 'Remark', value: measure.note },
  ];
  return fields.filter(({ value }) => value !== '');
}

function sourceSpans(measure: Measure): readonly Span[] {
  const { sourceName, sourceUrl, confirmedBy } = measure;
  const confirmed =
    confirmedBy === undefined
      ? ''
      : `, confirmed by ${confirmedBy.source}, ${dayWords(confirmedBy.on)}`;
  const source: Span = { text: sourceName, ...(sourceUrl === '' ? {} : { link: sourceUrl }) };
  return [
    { text: 'Source: ', bold: true },
    ...(sourceName === '' ? [] : [source, { text: '; ' }]),
    { text: `${checkedWords(measure)}${confirmed}` },
  ];
}

function versionItem({ measure, entry }: MeasureVersion): readonly Span[] {
  return [{ text: `${momentWords(entry.recordedAt)}: ` }, ...measureLine(measure)];
}
