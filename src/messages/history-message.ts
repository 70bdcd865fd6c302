// How a duty went over time: a chart with a line an imposer, one line a step, newest first, and the requests for relief. In:
// the ledger's history; out: one message. What the chart shows is always said in lines too.
import type { Day } from '../domain/day.ts';
import {
  type Chart,
  type Message,
  type MessageBlock,
  type Span,
  SUMMARY_LIMIT,
} from '../domain/message.ts';
import { formatPercent } from '../domain/rate.ts';
import type { StatusRelief, StatusStage } from '../domain/status.ts';
import { MOST_LINES } from './chart-svg.ts';
import { countryName, joinWords, productName, shortName } from './names.ts';
import { cutWords, dayWords, withDayWords } from './wording.ts';

export type HistoryStepContent = {
  readonly from: Day;
  readonly to: Day | null;
  readonly stage: StatusStage;
  readonly is_open: boolean;
  readonly extra_rate_pct: number | null;
  readonly measures: readonly {
    readonly id: string;
    readonly legal_ref: string;
    readonly rate_basis: string | null;
  }[];
};

export type HistoryContent = {
  readonly target: string;
  readonly product: string | null;
  readonly lastVerified: Day;
  /** Day of the question: the chart ends there, or with the last step when that is later. */
  readonly today: Day;
  readonly notes: readonly string[];
  readonly histories: readonly {
    readonly imposer: string;
    readonly steps: readonly HistoryStepContent[];
    readonly requests: readonly (StatusRelief & { readonly until: Day | null })[];
    readonly parts: string | null;
  }[];
};

const LISTED_STEPS = 12;
/** Steps of an imposer after the first, when there are many of them. */
const FOLDED_STEPS = 3;
const UNFOLDED_IMPOSERS = 2;
const LISTED_REQUESTS = 4;
const ALT_LIMIT = 900;

/** Steps newest first, per imposer. */
export function historyMessage(content: HistoryContent): Message {
  const subject = `${countryName(content.target)}${content.product === null ? '' : `, ${productName(content.product)}`}`;
  const told = content.histories.filter((one) => one.steps.length + one.requests.length > 0);
  const drawn = told.filter(({ steps }) => steps.some((step) => chargedPct(step) !== 0));
  return {
    summary: cutWords(`${subject}: ${summaryOf(told)}`, SUMMARY_LIMIT),
    accent: 'info',
    blocks: [
      { kind: 'heading', text: cutWords(`History of ${subject}`, SUMMARY_LIMIT) },
      ...content.notes.map(
        (text): MessageBlock => ({ kind: 'context', spans: [{ text: withDayWords(text) }] }),
      ),
      ...chartBlocks(drawn, content),
      ...(told.length === 0
        ? [{ kind: 'text', spans: [{ text: noneWords(content) }] } as const]
        : told.flatMap((one, index) =>
            historyBlocks(
              one,
              content,
              index > 0 && told.length > UNFOLDED_IMPOSERS ? FOLDED_STEPS : LISTED_STEPS,
            ),
          )),
      {
        kind: 'context',
        spans: [
          {
            text: `Ledger last verified ${dayWords(content.lastVerified)}. Rates are on top of the normal duty unless a step says otherwise.`,
          },
        ],
      },
    ],
    buttons: [
      {
        label: 'Status today',
        command: `status ${[content.target, content.product ?? ''].join(' ').trim()}`,
      },
    ],
  };
}

function noneWords({ histories }: HistoryContent): string {
  const isInPart = histories.some(({ parts }) => parts !== null);
  return isInPart ? 'No measure on all of these goods in the ledger.' : 'No measure in the ledger.';
}

function summaryOf(told: HistoryContent['histories']): string {
  const [first] = told;
  if (first === undefined) return 'no measure in the ledger.';
  // A new law at the same rate is a step below and no news up here.
  const steps = first.steps
    .filter((step, at) => at === 0 || stepRate(step) !== rateBefore(first.steps, at))
    .slice(-3)
    .map((step) => `${stepRate(step)} from ${dayWords(step.from)}`);
  return `${countryName(first.imposer)} ${steps.join(', then ')}.`;
}

function rateBefore(steps: readonly HistoryStepContent[], at: number): string {
  const before = steps[at - 1];
  return before === undefined ? '' : stepRate(before);
}

function historyBlocks(
  one: HistoryContent['histories'][number],
  { target, product }: HistoryContent,
  listedSteps: number,
): readonly MessageBlock[] {
  const steps = one.steps.toReversed();
  const items: (readonly Span[])[] = steps.slice(0, listedSteps).map(stepItem);
  if (steps.length > items.length)
    items.push([
      { text: `and ${steps.length - items.length} earlier: ` },
      {
        text: `history ${[target, product ?? ''].join(' ').trim()} from ${one.imposer}`,
        code: true,
      },
    ]);
  const requests = one.requests.slice(-LISTED_REQUESTS).map(requestItem);
  return [
    { kind: 'text', spans: [{ text: countryName(one.imposer), bold: true }] },
    ...(items.length === 0 ? [] : [{ kind: 'list', items } as const]),
    ...(requests.length === 0 ? [] : [{ kind: 'list', items: requests } as const]),
  ];
}

// --- chart -------------------------------------------------------------------------------------------------------

// More imposers than a picture holds are named below it; their numbers stand in their lines as those of all do.
function chartBlocks(
  drawn: HistoryContent['histories'],
  content: HistoryContent,
): readonly MessageBlock[] {
  if (drawn.length === 0) return [];
  const left = drawn.slice(MOST_LINES).map(({ imposer }) => countryName(imposer));
  const words = `Not in the picture: ${joinWords(left)}.`;
  return [
    { kind: 'chart', chart: chartOf(drawn.slice(0, MOST_LINES), content) },
    ...(left.length === 0 ? [] : [{ kind: 'context', spans: [{ text: words }] } as const]),
  ];
}

function chartOf(drawn: HistoryContent['histories'], content: HistoryContent): Chart {
  const goods = content.product === null ? '' : `, ${productName(content.product)}`;
  const subject = `${countryName(content.target)}${goods}`;
  const [only] = drawn;
  const title =
    drawn.length === 1 && only !== undefined
      ? `${countryName(only.imposer)} on ${subject}: additional duty`
      : `${subject}: additional duty by imposer`;
  const lines = drawn.map(({ imposer, steps }) => ({
    name: shortName(imposer),
    points: steps.map((step) => ({ day: step.from, ratePct: chargedPct(step) })),
  }));
  const coming = lines
    .flatMap(({ points }) => points.map(({ day }) => day))
    .filter((day) => day > content.today)
    .toSorted()
    .at(-1);
  const told = drawn.map(({ imposer, steps }) => {
    const rates = steps.map((step) => `${stepRate(step)} from ${dayWords(step.from)}`).join('; ');
    return drawn.length === 1 ? rates : `${countryName(imposer)}: ${rates}`;
  });
  return {
    title,
    lines,
    until: coming ?? content.today,
    today: content.today,
    alt: cutWords(`Step chart. ${title}. ${told.join('. ')}.`, ALT_LIMIT),
  };
}

/** What is paid that day: nothing while a measure sleeps or is only announced; null when its rate is not recorded or not set yet. */
function chargedPct(step: HistoryStepContent): number | null {
  if (step.stage === 'in-force') return step.extra_rate_pct;
  if (step.is_open) return null;
  // A request leaves the measure that it is about in force.
  return step.stage === 'sought' ? (step.extra_rate_pct ?? 0) : 0;
}

// --- lines -------------------------------------------------------------------------------------------------------

function stepItem(step: HistoryStepContent): readonly Span[] {
  const law = step.measures.map((measure) => measure.legal_ref).filter((text) => text !== '');
  const from = dayWords(step.from);
  const days =
    step.to === step.from
      ? `on ${from}`
      : `from ${from} ${step.to === null ? 'on' : `to ${dayWords(step.to)}`}`;
  return [
    { text: `${stepRate(step)}`, bold: true },
    {
      text: ` ${days}${law.length === 0 ? '' : ` (${cutWords([...new Set(law)].join('; '), 110)})`}`,
    },
  ];
}

function stepRate(step: HistoryStepContent): string {
  const rate =
    step.extra_rate_pct === null ? null : withBase(formatPercent(step.extra_rate_pct), step);
  switch (step.stage) {
    case 'in-force':
      return rate ?? 'in force, rate not recorded';
    case 'suspended':
      return `${rate ?? 'measure'} suspended`;
    case 'announced':
      return 'announced, nothing charged';
    case 'sought':
      return rate === null ? 'exemption sought' : `${rate}, exemption sought`;
    case 'none':
      return step.is_open ? 'nothing set yet' : 'nothing charged';
    default:
      return step.stage satisfies never;
  }
}

// A step is on top of the normal duty unless a rule of it tops up or replaces that duty.
function withBase(rate: string, step: HistoryStepContent): string {
  const bases = new Set(step.measures.map((measure) => measure.rate_basis));
  if (bases.has('floor')) return `at least ${rate} with the normal duty included`;
  if (bases.has('total')) return `${rate} with the normal duty included`;
  return bases.has('out-of-quota') ? `${rate} outside the quota` : rate;
}

function requestItem(request: StatusRelief & { readonly until: Day | null }): readonly Span[] {
  const until = request.until === null ? 'no answer recorded' : `until ${dayWords(request.until)}`;
  const since = request.since === null ? '' : ` ${dayWords(request.since)}`;
  return [
    { text: 'Exemption sought' },
    { text: `${since}, ${until}${request.note === '' ? '' : `: ${cutWords(request.note, 120)}`}` },
  ];
}
