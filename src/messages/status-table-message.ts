// Several status answers side by side: a line a target and product. In: the ledger's answers; it computes no law itself.

import { type Message, type Span, SUMMARY_LIMIT } from '../domain/message.ts';
import type { Status, StatusImposer } from '../domain/status.ts';
import { type FeedHealth, feedHealthWords } from './feed-health.ts';
import { countryName, joinWords, productName } from './names.ts';
import { answerWords, briefWords, chargingFirst } from './status-words.ts';
import { cutWords, dayWords, withDayWords } from './wording.ts';

/** `group`: what was asked for when it has a name of its own. The answers in the order given, each with what it would take to ask it alone. */
export function statusTableMessage(
  answers: readonly Status[],
  feeds: FeedHealth,
  group: string | null = null,
): Message {
  const [first] = answers;
  const day = first === undefined ? '' : `, on ${dayWords(first.on)}`;
  const targets = group ?? joinWords([...new Set(answers.map((one) => countryName(one.target)))]);
  const productWords = [
    ...new Set(answers.flatMap((one) => (one.product === null ? [] : [productName(one.product)]))),
  ];
  const products = joinWords(productWords);
  const title = `${targets}${products === '' ? '' : `, ${products}`}${day}`;
  const notes = [...new Set(answers.flatMap((one) => one.notes))];
  return {
    summary: cutWords(`${title}: ${leadWords(answers)}`, SUMMARY_LIMIT),
    accent: 'info',
    blocks: [
      { kind: 'heading', text: cutWords(title, SUMMARY_LIMIT) },
      { kind: 'list', items: tableLines(answers, productWords.length > 1) },
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

// One line has no room for everybody: of each only who charges first, and origins with the same answer together.
function leadWords(answers: readonly Status[]): string {
  const alike = new Map<string, string[]>();
  for (const status of answers) {
    const [first, ...others] = chargingFirst(charging(status));
    const rest = others.length === 0 ? '' : ' and others';
    const words =
      first === undefined ? 'nothing found' : briefWords(first, status.product === null) + rest;
    const names = alike.get(words);
    if (names === undefined) alike.set(words, [countryName(status.target)]);
    else names.push(countryName(status.target));
  }
  return [...alike]
    .map(([words, names]) => {
      if (names.length === answers.length && names.length > 1) return `each ${words}`;
      return `${names.length > 3 ? `${names.length} origins` : names.join(', ')} ${words}`;
    })
    .join('; ');
}

// Origins that are treated alike share a line.
function tableLines(
  answers: readonly Status[],
  namesProduct: boolean,
): readonly (readonly Span[])[] {
  const names = new Map<string, string[]>();
  for (const status of answers) {
    const product =
      namesProduct && status.product !== null ? `, ${productName(status.product)}` : '';
    const words = chargesOf(status);
    const known = names.get(words);
    const name = `${countryName(status.target)}${product}`;
    if (known === undefined) names.set(words, [name]);
    else known.push(name);
  }
  return [...names].map(([words, alike]) => [
    { text: `${alike.join(', ')}: `, bold: true },
    { text: words },
  ]);
}

function charging(status: Status): readonly StatusImposer[] {
  return status.imposers.filter((one) => one.stage !== 'none');
}

function chargesOf(status: Status): string {
  const answers = charging(status);
  if (answers.length === 0) return 'no measure found';
  return answers
    .map((one) => `${countryName(one.imposer)} ${answerWords(one, status.product === null)}`)
    .join('; ');
}
