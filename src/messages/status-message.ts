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
import { formatPercent } from '../domain/rate.ts';
import type { Status, StatusImposer, StatusStage } from '../domain/status.ts';
import type { Story } from '../domain/story.ts';
import { type FeedHealth, feedHealthWords } from './digest-message.ts';
import { countryName, productName } from './names.ts';
import { asideLines, foldedProducts, reliefLine, stackingLines } from './status-lines.ts';
import { storyLine } from './story-message.ts';
import { countWords, cutWords, dayWords, instantWords } from './wording.ts';

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
};

const LISTED_REPORTS = 4;
/** More measures of one imposer than this are folded by product. */
const UNFOLDED_MEASURES = 8;

const STAGE_ACCENT: Readonly<Record<StatusStage, Accent>> = {
  'in-force': 'in-force',
  suspended: 'relief',
  announced: 'coming',
  sought: 'info',
  none: 'info',
};

/** The answer to one status question. */
export function statusMessage(answer: StatusAnswer): Message {
  const { status } = answer;
  const answers = inOrderOfWeight(
    status.imposers.filter((one) => one.stage !== 'none' || hasAside(one)),
    status.product === null,
  );
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

function hasAside(one: StatusImposer): boolean {
  return one.partial.length + one.threatened.length > 0;
}

/** `Japan, steel, on 1 Apr 2025 as known on 5 Mar 2025`. */
function subjectWords(status: Status): string {
  const product = status.product === null ? '' : `, ${productName(status.product)}`;
  const known = status.known_on === null ? '' : ` as known on ${dayWords(status.known_on)}`;
  return `${countryName(status.target)}${product}, on ${dayWords(status.on)}${known}`;
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
  return `${answers.map((one) => `${shortName(one.imposer)} ${briefWords(one, isOverview)}`).join('; ')}.`;
}

const SHORT_NAMES: Readonly<Record<string, string>> = { US: 'US', EU: 'EU', GB: 'UK' };

function shortName(code: string): string {
  return SHORT_NAMES[code] ?? countryName(code);
}

// Several imposers share a phone's first line, so each gets a few words.
function briefWords(one: StatusImposer, isOverview: boolean): string {
  if (isOverview) return overviewWords(one);
  const rate = one.extra_rate_pct === null ? null : formatPercent(one.extra_rate_pct);
  switch (one.stage) {
    case 'in-force':
    case 'sought': {
      const asked = one.stage === 'sought' ? ' (exemption sought)' : '';
      if (rate === null) return `measures apply${asked}`;
      const base = one.includes_normal_duty ? ' in total' : isQuotaOnly(one) ? ' out of quota' : '';
      return `${base === '' ? '+' : ''}${rate}${base}${asked}`;
    }
    case 'suspended':
      return `${rate ?? 'measures'} suspended`;
    case 'announced':
      return announcedWords(one);
    case 'none':
      return 'nothing found';
    default:
      return one.stage satisfies never;
  }
}

function isQuotaOnly(one: StatusImposer): boolean {
  const applying = one.measures.filter((measure) => measure.standing === 'applies');
  return applying.length > 0 && applying.every((measure) => measure.rate_basis === 'out-of-quota');
}

/** Who charges most first: what is charged on every tonne before what is charged outside a quota, then by rate or count. */
export function inOrderOfWeight(
  answers: readonly StatusImposer[],
  isOverview: boolean,
): readonly StatusImposer[] {
  const weight = (one: StatusImposer): number => {
    const applying = one.measures.filter((measure) => measure.standing === 'applies').length;
    if (isOverview) return applying;
    const stage = one.stage === 'in-force' || one.stage === 'sought' ? 10_000 : 0;
    return stage + (isQuotaOnly(one) ? 0 : 1_000) + (one.extra_rate_pct ?? 0);
  };
  return answers.toSorted((one, other) => weight(other) - weight(one));
}

/** What one imposer charges, in a clause. */
export function answerWords(one: StatusImposer, isOverview: boolean): string {
  if (isOverview) return overviewWords(one);
  const rate = rateWordsOf(one);
  switch (one.stage) {
    case 'in-force':
      return rate;
    case 'suspended':
      return one.extra_rate_pct === null
        ? 'suspended, not charged'
        : `${formatPercent(one.extra_rate_pct)} suspended, not charged`;
    case 'announced':
      return `${rate} (${announcedWords(one)})`;
    case 'sought':
      return `${rate} (exemption sought${sinceWords(one)}, not granted)`;
    case 'none':
      return 'no measure found';
    default:
      return one.stage satisfies never;
  }
}

function overviewWords(one: StatusImposer): string {
  const applying = one.measures.filter((measure) => measure.standing === 'applies').length;
  const announced = one.measures.filter((measure) => measure.standing === 'announced').length;
  const parts = [
    ...(applying > 0 ? [`${countWords(applying, 'measure')} in force`] : []),
    ...(announced > 0 ? [`${announced} announced`] : []),
  ];
  return parts.length === 0 ? `nothing charged (${one.stage})` : parts.join(', ');
}

function rateWordsOf(one: StatusImposer): string {
  const applying = one.measures.filter((measure) => measure.standing === 'applies');
  if (one.extra_rate_pct === null) {
    return applying.length > 0 ? 'measures apply, rate not recorded' : 'charges nothing extra now';
  }
  const rate = formatPercent(one.extra_rate_pct);
  if (one.extra_rate_pct === 0) return 'measures apply and charge nothing extra';
  const bases = new Set(applying.map((measure) => measure.rate_basis));
  if (one.includes_normal_duty) {
    return bases.size === 1
      ? `${rate} with the normal duty included`
      : `at most ${rate} with the normal duty partly included`;
  }
  if (bases.has('out-of-quota')) return `${rate} outside the quota, nothing extra inside it`;
  return `${rate} on top of the normal duty`;
}

function announcedWords(one: StatusImposer): string {
  const coming = one.measures.find((measure) => measure.standing === 'announced');
  if (coming === undefined) return 'announced';
  const rate = coming.rate_pct === null ? '' : ` ${formatPercent(coming.rate_pct)}`;
  const from = coming.effective_from === null ? '' : ` from ${dayWords(coming.effective_from)}`;
  return `announced:${rate}${from || ', no date'}`;
}

function sinceWords(one: StatusImposer): string {
  const asked = one.relief.find((relief) => relief.stage === 'sought');
  return asked?.since ? ` since ${dayWords(asked.since)}` : '';
}

function strongestStage(answers: readonly StatusImposer[]): StatusStage {
  const order: readonly StatusStage[] = ['in-force', 'suspended', 'announced', 'sought', 'none'];
  return order.find((stage) => answers.some((one) => one.stage === stage)) ?? 'none';
}

function imposerBlocks(one: StatusImposer, answer: StatusAnswer): readonly MessageBlock[] {
  const { status } = answer;
  const isOverview = status.product === null;
  const isFolded = !answer.isFull && one.measures.length > UNFOLDED_MEASURES;
  const lines = isFolded
    ? foldedProducts(one, isOverview)
    : stackingLines(one, status.on, isOverview);
  const relief = one.relief.map((entry) => reliefLine(entry));
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
    ...(isFolded ? [] : titledList('Beside the answer', asideLines(one, status.on))),
  ];
}

function titledList(title: string, items: readonly (readonly Span[])[]): readonly MessageBlock[] {
  if (items.length === 0) return [];
  return [
    { kind: 'text', spans: [{ text: title, bold: true }] },
    { kind: 'list', items },
  ];
}

function noteBlocks(notes: readonly string[]): readonly MessageBlock[] {
  return notes.map((text) => ({ kind: 'context', spans: [{ text }] }));
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

function isNormalDutyMissing(status: Status): boolean {
  return status.imposers.some(
    (one) => one.normal_duty_pct === null && (one.extra_rate_pct ?? 0) > 0,
  );
}

function footOf(answer: StatusAnswer): string {
  const verified = `Last verified ${dayWords(answer.status.last_verified)}`;
  const normal = isNormalDutyMissing(answer.status)
    ? ' · Normal (MFN) duties are not known here and come on top unless a line says otherwise.'
    : '';
  return `${verified} · ${feedHealthWords(answer.feeds)} · Days are in the imposer's calendar.${normal}`;
}

function buttonsOf(
  answer: StatusAnswer,
  answers: readonly StatusImposer[],
): readonly MessageButton[] {
  const { question, status } = answer;
  const folds = answers.some((one) => one.measures.length > UNFOLDED_MEASURES) && !answer.isFull;
  const who = [status.target.toLowerCase(), status.product ?? ''].filter(Boolean).join(' ');
  return [
    ...(folds ? [{ label: 'Show stacking', command: `status ${question} --full` }] : []),
    { label: 'History', command: `history ${who}` },
    { label: 'Watch', command: `watch ${who}` },
    { label: 'Sources', command: 'sources' },
  ];
}
