// Several status answers side by side: a line a target and product. In: the ledger's answers; it computes no law itself.
import { type Message, type Span, SUMMARY_LIMIT } from '../domain/message.ts';
import type { Status } from '../domain/status.ts';
import { type FeedHealth, feedHealthWords } from './digest-message.ts';
import { countryName, joinWords, productName } from './names.ts';
import { answerWords } from './status-words.ts';
import { cutWords, dayWords, withDayWords } from './wording.ts';

/** The answers in the order given, each with what it would take to ask it alone. */
export function statusTableMessage(answers: readonly Status[], feeds: FeedHealth): Message {
  const [first] = answers;
  const day = first === undefined ? '' : `, on ${dayWords(first.on)}`;
  const targets = joinWords([...new Set(answers.map((one) => countryName(one.target)))]);
  const products = joinWords([
    ...new Set(answers.flatMap((one) => (one.product === null ? [] : [productName(one.product)]))),
  ]);
  const title = `${targets}${products === '' ? '' : `, ${products}`}${day}`;
  const notes = [...new Set(answers.flatMap((one) => one.notes))];
  return {
    summary: cutWords(`${title}: ${answers.map(shortLine).join('; ')}`, SUMMARY_LIMIT),
    accent: 'info',
    blocks: [
      { kind: 'heading', text: cutWords(title, SUMMARY_LIMIT) },
      { kind: 'list', items: answers.map((one) => tableLine(one, products.includes(','))) },
      ...notes.map((text) => ({ kind: 'context', spans: [{ text: withDayWords(text) }] }) as const),
      {
        kind: 'context',
        spans: [
          {
            text: `${first === undefined ? '' : `Last verified ${dayWords(first.last_verified)} · `}${feedHealthWords(feeds)}`,
          },
        ],
      },
    ],
    buttons: answers.slice(0, 3).map((one) => ({
      label: countryName(one.target),
      command: `status ${[one.target, one.product ?? ''].join(' ').trim()} on ${one.on}`,
    })),
  };
}

function shortLine(status: Status): string {
  return `${countryName(status.target)} ${chargesOf(status)}`;
}

function tableLine(status: Status, namesProduct: boolean): readonly Span[] {
  const product = namesProduct && status.product !== null ? `, ${productName(status.product)}` : '';
  return [
    { text: `${countryName(status.target)}${product}: `, bold: true },
    { text: chargesOf(status) },
  ];
}

function chargesOf(status: Status): string {
  const charging = status.imposers.filter((one) => one.stage !== 'none');
  if (charging.length === 0) return 'no measure found';
  return charging
    .map((one) => `${countryName(one.imposer)} ${answerWords(one, status.product === null)}`)
    .join('; ');
}
