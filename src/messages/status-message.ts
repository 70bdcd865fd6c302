// A status answer: what a target's goods pay that day, by imposer, with the stacking line by line. The answer is in the
// first 150 characters; long answers are folded by product. In: the ledger's Status; it computes no law itself.

import type { Instant } from '../domain/day.ts';
import {
  type Accent,
  type Message,
  type MessageBlock,
  type MessageButton,
  type Span,
  SUMMARY_LIMIT,
} from '../domain/message.ts';
import type {
  Status,
  StatusImposer,
  StatusMeasure,
  StatusRelief,
  StatusStage,
} from '../domain/status.ts';
import type { Story } from '../domain/story.ts';
import { type FeedHealth, feedHealthWords } from './feed-health.ts';
import { countryName, nameOf, productName } from './names.ts';
import { asideLines, foldedProducts, reliefLine, stackingLines } from './status-lines.ts';
import { answerWords, briefWords, chargingFirst } from './status-words.ts';
import { storyLine } from './story-message.ts';
import {
  capitalised,
  countWords,
  cutWords,
  dayWords,
  instantWords,
  withDayWords,
} from './wording.ts';

export type StatusAnswer = {
  readonly status: Status;
  /** Stories on the same target and product that the ledger does not hold. */
  readonly reported: readonly Story[];
  readonly feeds: FeedHealth;
  readonly now: Instant;
  /** The question as typed, without flags, for the buttons. */
  readonly question: string;
  /** Everything line by line; otherwise long answers are folded. */
  readonly isFull: boolean;
  /** True when the target imposes something itself: half of those who name it mean that. */
  readonly imposes?: boolean;
  /** What to type after `watch` to follow the subject; without it only the target is offered. */
  readonly watchWords?: string;
};

const LISTED_REPORTS = 4;
/** More measures of one imposer than this are folded by product. */
const UNFOLDED_MEASURES = 8;
/** More rows than this in all, and only those that count are shown at once. */
const UNFOLDED_ROWS = 12;

const STAGE_ACCENT: Readonly<Record<StatusStage, Accent>> = {
  'in-force': 'in-force',
  suspended: 'relief',
  announced: 'coming',
  sought: 'info',
  none: 'info',
};

/** The answer to one status question. */
export function statusMessage(asked: StatusAnswer): Message {
  const status = asKnownThen(asked.status);
  const answer = { ...asked, status };
  const told = status.imposers.filter((one) => one.stage !== 'none' || hasAside(one));
  // Without a product the sum is that of all goods, and says nothing about who charges on single ones.
  const answers = status.product === null ? told : chargingFirst(told);
  return {
    summary: cutWords(`${subjectWords(status)}: ${shortAnswer(answer, answers)}`, SUMMARY_LIMIT),
    accent: STAGE_ACCENT[strongestStage(answers)],
    blocks: [
      { kind: 'heading', text: cutWords(subjectWords(status), SUMMARY_LIMIT) },
      ...noteBlocks(status.notes),
      ...(answers.length === 0
        ? [noneBlock(answer)]
        : answers.flatMap((one) => imposerBlocks(one, answer))),
      ...reportedBlocks(answer.reported),
      { kind: 'context', spans: [{ text: footOf(answer) }] },
    ],
    buttons: buttonsOf(answer, answers),
  };
}

/**
 * Remarks on rows, and ends named among their laws, were written when the rows were last verified: what an earlier day could
 * not know is left out of an answer as known on it.
 */
function asKnownThen(status: Status): Status {
  if (!isHindsightLeftOut(status)) return status;
  const measure = (one: StatusMeasure): StatusMeasure => ({
    ...one,
    note: '',
    product_detail: '',
    legal_ref: one.legal_ref.replaceAll(/; (?:ended|suspended|replaced) by [^;]*/g, ''),
  });
  const relief = (one: StatusRelief): StatusRelief => ({ ...one, note: '' });
  return {
    ...status,
    imposers: status.imposers.map((one) => ({
      ...one,
      measures: one.measures.map(measure),
      partial: one.partial.map(measure),
      threatened: one.threatened.map(measure),
      relief: one.relief.map(relief),
      past_relief: one.past_relief.map(relief),
    })),
  };
}

function isHindsightLeftOut({ known_on: knownOn, last_verified: verified }: Status): boolean {
  return knownOn !== null && knownOn < verified;
}

function hasAside(one: StatusImposer): boolean {
  return (
    one.partial.length + one.threatened.length > 0 ||
    one.measures.some(({ standing }) => standing === 'unconfirmed')
  );
}

/** `Japan, steel, on 1 Apr 2025 as known on 5 Mar 2025`. */
function subjectWords(status: Status): string {
  const product = status.product === null ? '' : `, ${productName(status.product)}`;
  const known = status.known_on === null ? '' : ` as known on ${dayWords(status.known_on)}`;
  return `${capitalised(countryName(status.target))}${product}, on ${dayWords(status.on)}${known}`;
}

function shortAnswer(answer: StatusAnswer, answers: readonly StatusImposer[]): string {
  if (answers.length === 0) {
    return `no measure found. Ledger last verified ${dayWords(answer.status.last_verified)}.`;
  }
  const isOverview = answer.status.product === null;
  const [only] = answers;
  if (answers.length === 1 && only !== undefined) {
    return `${countryName(only.imposer)} ${answerWords(only, isOverview)}.`;
  }
  return `${answers.map((one) => briefWords(one, isOverview)).join('; ')}.`;
}

function strongestStage(answers: readonly StatusImposer[]): StatusStage {
  const order: readonly StatusStage[] = ['in-force', 'suspended', 'announced', 'sought', 'none'];
  return order.find((stage) => answers.some((one) => one.stage === stage)) ?? 'none';
}

function imposerBlocks(one: StatusImposer, answer: StatusAnswer): readonly MessageBlock[] {
  const { status } = answer;
  const isOverview = status.product === null;
  const isBrief = !answer.isFull && isLong(answer);
  // Of a whole country a phone shows who charges what on which goods; the rows are behind a button.
  const isFolded =
    !answer.isFull && (one.measures.length > UNFOLDED_MEASURES || (isOverview && isBrief));
  const lines = isFolded
    ? foldedProducts(one, isOverview)
    : stackingLines(one, status.on, { isOverview, isBrief });
  // What was granted stands among the measures; where those are told in full it is not told again.
  const isTold = !isFolded && one.measures.length > 0;
  const relief = one.relief
    .filter(({ stage }) => stage === 'sought' || !isTold)
    .map((entry) => reliefLine(entry));
  return [
    {
      kind: 'text',
      spans: [
        { text: `${countryName(one.imposer)}: `, bold: true },
        { text: answerWords(one, isOverview) },
      ],
    },
    ...(lines.length === 0 ? [] : [{ kind: 'list', items: lines } as const]),
    ...titledList('Relief', relief),
    ...(isFolded || isBrief ? [] : titledList('Beside the answer', asideLines(one, status.on))),
  ];
}

// A phone shows a dozen rows; beyond that what does not count is behind a button.
function isLong(answer: StatusAnswer): boolean {
  const rows = answer.status.imposers.map(
    (one) =>
      one.measures.length +
      one.partial.length +
      one.threatened.length +
      one.relief.length +
      one.past_relief.length,
  );
  return rows.reduce((sum, count) => sum + count, 0) > UNFOLDED_ROWS;
}

function titledList(title: string, items: readonly (readonly Span[])[]): readonly MessageBlock[] {
  if (items.length === 0) return [];
  return [
    { kind: 'text', spans: [{ text: title, bold: true }] },
    { kind: 'list', items },
  ];
}

function noteBlocks(notes: readonly string[]): readonly MessageBlock[] {
  return notes.map((text) => ({ kind: 'context', spans: [{ text: withDayWords(text) }] }));
}

// Absence is what the compilation and the feeds found, not a proof; so the answer says how far it looked.
function noneBlock(answer: StatusAnswer): MessageBlock {
  const { status, feeds } = answer;
  const checked =
    feeds.lastOkAt === null ? 'not checked yet' : `last at ${instantWords(feeds.lastOkAt)}`;
  const text =
    `No measure found. ${feeds.healthy} of ${countWords(feeds.total, 'feed')} checked, ${checked}; ` +
    `ledger last verified ${dayWords(status.last_verified)}.`;
  return { kind: 'text', spans: [{ text }] };
}

function reportedBlocks(reported: readonly Story[]): readonly MessageBlock[] {
  if (reported.length === 0) return [];
  const items: (readonly Span[])[] = reported.slice(0, LISTED_REPORTS).map(storyLine);
  const rest = reported.length - items.length;
  if (rest > 0) items.push([{ text: `and ${rest} more: ` }, { text: 'recent', code: true }]);
  return [
    { kind: 'text', spans: [{ text: 'Reported, not yet in the ledger', bold: true }] },
    { kind: 'list', items },
  ];
}

/** What is known of the normal duties that the sums leave out, and whether any is not known. */
function normalDutyWords({ imposers }: Status): string {
  const leftOut = imposers.filter(
    (one) => one.normal_duty_pct === null && (one.extra_rate_pct ?? 0) > 0,
  );
  const printed = leftOut.filter((one) => one.normal_duty_text !== null);
  const known = printed.map(
    (one) =>
      ` · ${countryName(one.imposer)}: the normal (MFN) duty (${one.normal_duty_text}) is no single percentage; it is in no sum and comes on top unless a line says otherwise.`,
  );
  if (leftOut.length === printed.length) return known.join('');
  const subject = known.length === 0 ? 'Normal' : 'Other normal';
  return `${known.join('')} · ${subject} (MFN) duties are not known here and come on top unless a line says otherwise.`;
}

function footOf(answer: StatusAnswer): string {
  const verified = `Last verified ${dayWords(answer.status.last_verified)}`;
  const normal = normalDutyWords(answer.status);
  const hindsight = isHindsightLeftOut(answer.status)
    ? ' · Remarks on rows were written later and are left out.'
    : '';
  return `${verified} · ${feedHealthWords(answer.feeds)} · Days are in the imposer's calendar.${hindsight}${normal}`;
}

function buttonsOf(
  answer: StatusAnswer,
  answers: readonly StatusImposer[],
): readonly MessageButton[] {
  const { question, status } = answer;
  const folds =
    !answer.isFull &&
    (isLong(answer) || answers.some((one) => one.measures.length > UNFOLDED_MEASURES));
  const who = [status.target, status.product ?? ''].filter(Boolean).join(' ');
  return [
    ...(folds
      ? [
          {
            label: 'Show stacking',
            command: `status ${question} --full`,
            style: 'primary',
          } as const,
        ]
      : []),
    { label: 'History', command: `history ${who}` },
    { label: 'Watch', command: `watch ${answer.watchWords ?? status.target}` },
    { label: 'Sources', command: `status ${question} --laws` },
    ...(answer.imposes === true
      ? [{ label: `Imposed by ${nameOf(status.target)}`, command: `status by ${who}` }]
      : []),
  ];
}
