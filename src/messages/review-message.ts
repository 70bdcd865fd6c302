// The curators' review: what waits, one review with what it lacks, and what was decided. In: reviews; out: messages.
import type { LedgerEntry, Measure } from '../domain/measure.ts';
import {
  type Message,
  type MessageBlock,
  type MessageButton,
  type Span,
  SUMMARY_LIMIT,
} from '../domain/message.ts';
import type { Rung } from '../domain/reading.ts';
import type { Review, ReviewDecision } from '../domain/review.ts';
import { measureLine } from './measure-line.ts';
import { countryName, productName } from './names.ts';
import {
  basisPointWords,
  countWords,
  cutWords,
  dayWords,
  instantWords,
  RUNG_WORDING,
  withDayWords,
} from './wording.ts';

const LISTED_REVIEWS = 10;

/** What waits, oldest first. */
export function reviewListMessage(reviews: readonly Review[]): Message {
  const text =
    reviews.length === 0
      ? 'No review is open.'
      : `${countWords(reviews.length, 'review')} open, oldest first.`;
  const items: (readonly Span[])[] = reviews
    .slice(0, LISTED_REVIEWS)
    .map((review, at) => reviewItem(review, reviews.slice(0, at)));
  const rest = reviews.length - items.length;
  if (rest > 0) items.push([{ text: `and ${rest} more` }]);
  return {
    summary: text,
    accent: 'info',
    blocks: [
      { kind: 'heading', text },
      ...(items.length === 0 ? [] : [{ kind: 'list', items } as const]),
    ],
    buttons: reviews
      .slice(0, 3)
      .map((review) => ({ label: `Open ${review.id}`, command: `review ${review.id}` })),
  };
}

function againWords(review: Review, { id, proposal }: Review): string {
  const [now, before] = [review.proposal.sourceName, proposal.sourceName];
  return now === before
    ? `; the story of ${id}, which ${now} has changed since`
    : `; the story of ${id}, there as ${before} tells it, here as ${now} does`;
}

function decisionWords({ kind, by, at, why }: ReviewDecision): string {
  return `${kind} by ${by}, ${instantWords(at)}: ${why.trim() || 'no reason given'}`;
}

// A story whose step is told by a better source is asked about anew: the curator reads what is new about it.
function reviewItem(review: Review, above: readonly Review[]): readonly Span[] {
  const earlier = above.findLast(({ storyId }) => storyId !== null && storyId === review.storyId);
  return [
    { text: review.id, code: true },
    { text: ` ${who(review.proposal)}: ${missingWords(review)}, ` },
    { text: subjectOf(review), code: true },
    { text: `, ${instantWords(review.createdAt)}` },
    ...(earlier === undefined ? [] : [{ text: againWords(review, earlier) }]),
  ];
}

// What `why` is asked about.
function subjectOf({ storyId, itemId }: Review): string {
  return storyId ?? itemId;
}

function who(measure: Measure): string {
  const imposer = measure.imposer === '' ? 'imposer not read' : countryName(measure.imposer);
  const target = measure.target === '' ? 'target not read' : countryName(measure.target);
  const scope =
    measure.productScope === '' ? 'product not read' : productName(measure.productScope);
  return `${imposer} on ${target}, ${scope}`;
}

function missingWords({ missing }: Review): string {
  if (missing.length === 0) return 'complete';
  const [clashes, lacks] = [true, false].map((isClash) =>
    missing.filter((text) => text.startsWith('conflict') === isClash),
  );
  return [
    ...(lacks === undefined || lacks.length === 0 ? [] : [`lacks ${lacks.join(', ')}`]),
    ...(clashes ?? []),
  ].join('; ');
}

export type SourceDifferenceContent = {
  readonly what: string;
  /** Best rung first. */
  readonly told: readonly {
    readonly value: string;
    readonly publisher: string;
    readonly rung: Rung;
    readonly further: number;
  }[];
  readonly isDecided: boolean;
};

/** One review with the measure as far as it was read, where its sources differ, and how to decide. */
export function reviewMessage(
  review: Review,
  mayDecide: boolean,
  differences: readonly SourceDifferenceContent[] = [],
): Message {
  const { proposal } = review;
  const isOpen = review.decision === null;
  const rate = proposal.rate === null ? 'not read' : basisPointWords(proposal.rate);
  return {
    summary: cutWords(`${review.id}: ${who(proposal)}, ${missingWords(review)}`, SUMMARY_LIMIT),
    accent: isOpen ? 'coming' : 'info',
    blocks: [
      { kind: 'heading', text: cutWords(`${review.id}: ${who(proposal)}`, SUMMARY_LIMIT) },
      {
        kind: 'fields',
        fields: [
          {
            label: 'Rate',
            value: `${rate}${proposal.rateBasis === null ? '' : ` (${proposal.rateBasis})`}`,
          },
          { label: 'Kind', value: proposal.kind },
          { label: 'Instrument', value: proposal.instrument },
          {
            label: 'From',
            value: proposal.effectiveFrom === null ? 'not read' : dayWords(proposal.effectiveFrom),
          },
          {
            label: 'Until',
            value: proposal.effectiveTo === null ? 'open' : dayWords(proposal.effectiveTo),
          },
          { label: 'Law', value: proposal.legalRef || 'not read' },
          { label: 'Lacks', value: review.missing.join(', ') || 'nothing' },
          { label: 'Why it waits', value: review.reason },
          { label: 'Read from', value: [review.itemId, review.storyId ?? 'no story'].join(', ') },
          ...(review.decision === null
            ? []
            : [
                {
                  label: 'Decided',
                  value: decisionWords(review.decision),
                },
              ]),
        ],
      },
      ...differenceBlocks(differences),
      ...(isOpen && mayDecide
        ? [
            {
              kind: 'context',
              spans: [
                { text: 'Mend and take it: ' },
                {
                  text: editWords(review),
                  code: true,
                },
              ],
            } as const,
          ]
        : []),
    ],
    buttons:
      isOpen && mayDecide
        ? [
            ...takeButtons(review),
            {
              label: 'Reject',
              command: `review ${review.id} reject because it is no measure`,
              style: 'danger',
            },
            { label: 'Why', command: `why ${subjectOf(review)}` },
          ]
        : [{ label: 'Why', command: `why ${subjectOf(review)}` }],
  };
}

// Side by side, so that a curator sees at once who says what and whose word counts.
function differenceBlocks(
  differences: readonly SourceDifferenceContent[],
): readonly MessageBlock[] {
  if (differences.length === 0) return [];
  const items = differences.map(({ what, told, isDecided }): readonly Span[] => [
    { text: `${what}: `, bold: true },
    {
      text: told
        .map(({ value, publisher, rung, further }, at) => {
          const more = further === 0 ? '' : ` and ${further} more`;
          const wins = isDecided && at === 0 ? ', which counts' : '';
          return `${withDayWords(value)} by ${publisher}${more} (${RUNG_WORDING[rung]})${wins}`;
        })
        .join('; '),
    },
    ...(isDecided ? [] : [{ text: '; no rung decides' }]),
  ]);
  return [
    { kind: 'text', spans: [{ text: 'Where the sources differ', bold: true }] },
    { kind: 'list', items },
  ];
}

// What lacks a part cannot be taken as it stands, so that is not offered; of two that contradict each other one can be.
function takeButtons(review: Review): readonly MessageButton[] {
  const isWhole = review.missing.every((text) => text.startsWith('conflict'));
  const edit = { label: 'Edit', command: `review ${review.id} edit` };
  return isWhole
    ? [{ label: 'Approve', command: `review ${review.id} approve`, style: 'primary' }, edit]
    : [{ ...edit, style: 'primary' }];
}

const EXAMPLES: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^imposer/, ['imposer:us']],
  [/^target/, ['target:japan']],
  [/^product/, ['product:steel']],
  [/^rate(?! basis)/, ['rate:25', 'basis:additional']],
  [/^rate basis/, ['basis:additional']],
  [/effective date/, ['from:2025-03-12']],
];

/** The words that would mend what a review lacks, with values to be typed over. */
function editWords({ id, missing, proposal }: Review): string {
  const examples = [...EXAMPLES, [/^instrument/, [instrumentExample(proposal)]] as const];
  const fields = examples
    .filter(([pattern]) => missing.some((text) => pattern.test(text)))
    .flatMap(([, words]) => words);
  const shown = fields.length === 0 ? ['rate:25', 'from:2025-03-12'] : fields;
  return `review ${id} edit ${[...new Set(shown)].join(' ')} because the order says so`;
}

// Section 232 is a law of the US alone; a safeguard is known to every law of trade.
function instrumentExample({ imposer }: Measure): string {
  return imposer === 'US' ? 'instrument:"Section 232"' : 'instrument:safeguard';
}

/** What followed from a decision. */
export function reviewDecidedMessage(review: Review, entries: readonly LedgerEntry[]): Message {
  const kind = review.decision?.kind ?? 'approved';
  const text = `${review.id} ${kind}; ${countWords(entries.length, 'ledger entry', 'ledger entries')}.`;
  return {
    summary: text,
    accent: 'info',
    blocks: [
      { kind: 'text', spans: [{ text, bold: true }] },
      ...(review.decision === null
        ? []
        : [{ kind: 'context', spans: [{ text: decisionWords(review.decision) }] } as const]),
      ...(entries.length === 0
        ? []
        : [
            {
              kind: 'list',
              items: entries.map((entry) => measureLine(entry.measure)),
            } as const,
          ]),
    ],
    buttons: [{ label: 'Open reviews', command: 'review' }],
  };
}
