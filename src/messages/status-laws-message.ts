// What a status answer rests on: the law of each row, where it was read, how far it was checked. In: the ledger's Status; out:
// one message. Rows in the order of the answer, those that count first.
import { type Message, type MessageBlock, type Span, SUMMARY_LIMIT } from '../domain/message.ts';
import { formatPercent } from '../domain/rate.ts';
import type { Status, StatusImposer, StatusMeasure } from '../domain/status.ts';
import { checkedWords } from './checked-words.ts';
import { basisWords } from './measure-line.ts';
import { countryName, productName } from './names.ts';
import { kindWordsOf } from './status-lines.ts';
import { countWords, cutWords, dayWords } from './wording.ts';

const LISTED_ROWS = 12;

const STANDING_WORDS: Readonly<Record<string, string>> = {
  applies: '',
  excluded: ', not charged',
  partial: ', with a condition',
};

/** `question` as typed, without flags: the way back to the answer. */
export function statusLawsMessage(status: Status, question: string): Message {
  const product = status.product === null ? '' : `, ${productName(status.product)}`;
  const subject = `${countryName(status.target)}${product}, on ${dayWords(status.on)}`;
  const told = status.imposers.filter((one) => rowsOf(one).length > 0);
  const rows = told.reduce((sum, one) => sum + rowsOf(one).length, 0);
  return {
    summary: cutWords(`Sources of ${subject}: ${countWords(rows, 'row')}.`, SUMMARY_LIMIT),
    accent: 'info',
    blocks: [
      { kind: 'heading', text: cutWords(`Sources: ${subject}`, SUMMARY_LIMIT) },
      ...told.flatMap(imposerBlocks),
      {
        kind: 'context',
        spans: [
          {
            text: `Rows last verified ${dayWords(status.last_verified)}; what official feeds confirm since says so.`,
          },
        ],
      },
    ],
    buttons: [
      { label: 'Answer', command: `status ${question}` },
      { label: 'Feeds', command: 'sources' },
    ],
  };
}

function rowsOf(one: StatusImposer): readonly StatusMeasure[] {
  return [...one.measures, ...one.partial];
}

function imposerBlocks(one: StatusImposer): readonly MessageBlock[] {
  const rows = rowsOf(one);
  const items: (readonly Span[])[] = rows.slice(0, LISTED_ROWS).map(rowItem);
  const rest = rows.length - items.length;
  if (rest > 0) items.push([{ text: `and ${countWords(rest, 'more row')}; name a product` }]);
  return [
    { kind: 'text', spans: [{ text: countryName(one.imposer), bold: true }] },
    { kind: 'list', items },
  ];
}

function rowItem(measure: StatusMeasure): readonly Span[] {
  const { rate_pct: pct, source_url: address } = measure;
  const rate =
    pct === null ? kindWordsOf(measure) : basisWords(formatPercent(pct), measure.rate_basis);
  const standing = STANDING_WORDS[measure.standing] ?? `, ${measure.standing}`;
  const source = { text: measure.source_name, ...(address === '' ? {} : { link: address }) };
  return [
    { text: measure.legal_ref || measure.instrument, bold: true },
    { text: `: ${rate}, ${productName(measure.product_scope)}${standing}. ` },
    ...(measure.source_name === '' ? [] : [source, { text: '; ' }]),
    { text: `${checkWords(measure)} ` },
    { text: measure.id, code: true },
  ];
}

function checkWords(measure: StatusMeasure): string {
  const { confirmed_by: by, confirmed_on: on } = measure;
  const since = by === null || on === null ? '' : `, confirmed by ${by}, ${dayWords(on)}`;
  return `${checkedWords(measure)}${since}`;
}
