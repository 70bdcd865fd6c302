// What the ledger knows about a jurisdiction and how well, and what became of threats. In: counts of the ledger; out: one
// message each.

import type { Day } from '../domain/day.ts';
import type { LedgerEntry, Measure } from '../domain/measure.ts';
import { type Message, type Span, SUMMARY_LIMIT } from '../domain/message.ts';
import { type FeedHealth, feedHealthWords } from './feed-health.ts';
import { measureLine } from './measure-line.ts';
import { countryName, countryNames } from './names.ts';
import { countWords, cutWords, dayWords, instantWords } from './wording.ts';

export type CoverageSideContent = {
  readonly measures: number;
  readonly requests: number;
  readonly instruments: readonly { readonly name: string; readonly measures: number }[];
  readonly imposers: readonly string[];
  readonly checked: number;
  readonly firstDay: Day | null;
};

export type CoverageContent = {
  readonly code: string;
  readonly lastVerified: Day;
  readonly asTarget: CoverageSideContent;
  readonly asAnyOrigin: CoverageSideContent;
  readonly asImposer: CoverageSideContent;
  readonly learned: readonly LedgerEntry[];
  readonly feeds: FeedHealth;
};

const LISTED_LEARNED = 5;
const LISTED_INSTRUMENTS = 4;
const LISTED_THREATS = 12;

/** Three sides: on its exports by name, on every origin, by it. */
export function coverageMessage(content: CoverageContent): Message {
  const name = countryName(content.code);
  const total = content.asTarget.measures + content.asImposer.measures;
  return {
    summary: cutWords(
      `${name}: ${countWords(total, 'measure')} in the ledger by name, ${content.asAnyOrigin.measures} on every origin. Last verified ${dayWords(content.lastVerified)}.`,
      SUMMARY_LIMIT,
    ),
    accent: 'info',
    blocks: [
      { kind: 'heading', text: `What is known about ${name}` },
      {
        kind: 'fields',
        fields: [
          { label: 'On its exports, by name', value: sideWords(content.asTarget) },
          { label: 'On every origin', value: sideWords(content.asAnyOrigin) },
          { label: 'Imposed by it', value: sideWords({ ...content.asImposer, imposers: [] }) },
        ],
      },
      ...(content.learned.length === 0
        ? []
        : [
            { kind: 'text', spans: [{ text: 'Learned since the seed', bold: true }] } as const,
            {
              kind: 'list',
              items: content.learned
                .slice(0, LISTED_LEARNED)
                .map((entry): readonly Span[] => [
                  { text: `${instantWords(entry.recordedAt)}: ` },
                  ...measureLine(entry.measure),
                ]),
            } as const,
          ]),
      {
        kind: 'context',
        spans: [
          {
            text: `Ledger last verified ${dayWords(content.lastVerified)} · ${feedHealthWords(content.feeds)} · Absence here is what was found, not a proof.`,
          },
        ],
      },
    ],
    buttons: [{ label: 'Status', command: `status ${content.code}` }],
  };
}

function sideWords(side: CoverageSideContent): string {
  if (side.measures + side.requests === 0) return 'nothing';
  const instruments = side.instruments
    .slice(0, LISTED_INSTRUMENTS)
    .map((one) => `${one.name} (${one.measures})`);
  const parts = [
    countWords(side.measures, 'measure'),
    `${side.checked} checked a second time`,
    ...(side.requests > 0 ? [countWords(side.requests, 'request')] : []),
    ...(side.firstDay === null ? [] : [`since ${dayWords(side.firstDay)}`]),
    ...(side.imposers.length > 0 ? [`by ${countryNames(side.imposers)}`] : []),
    ...(instruments.length > 0 ? [`most often ${instruments.join(', ')}`] : []),
  ];
  return parts.join(', ');
}

export type ThreatsContent = {
  readonly about: string;
  readonly lastVerified: Day;
  readonly on: Day;
  readonly counts: Readonly<Record<'open' | 'carried-out' | 'softened' | 'withdrawn', number>>;
  readonly medianDays: number | null;
  readonly settled: number;
  readonly threats: readonly {
    readonly measure: Measure;
    readonly outcome: 'open' | 'carried-out' | 'softened' | 'withdrawn';
    readonly days: number | null;
  }[];
};

const OUTCOME_WORDS = {
  open: 'open',
  'carried-out': 'carried out',
  softened: 'a milder measure came instead',
  withdrawn: 'dropped',
} as const;

/** Threats with what became of them; a median only together with how many it rests on. */
export function threatsMessage(content: ThreatsContent): Message {
  const { counts } = content;
  const total = counts.open + counts['carried-out'] + counts.softened + counts.withdrawn;
  const median =
    content.medianDays === null
      ? ''
      : ` Median ${countWords(content.medianDays, 'day')} to an outcome, over ${content.settled} of them.`;
  const text =
    `${countWords(total, 'threat')} ${content.about} up to ${dayWords(content.on)}: ${counts['carried-out']} carried out, ` +
    `${counts.softened} softened, ${counts.withdrawn} dropped, ${counts.open} open.${median}`;
  const items: (readonly Span[])[] = content.threats
    .slice(0, LISTED_THREATS)
    .map((threat) => [
      { text: `${OUTCOME_WORDS[threat.outcome]}${daysWords(threat.days)}`, bold: true },
      ...threatLine(threat.measure),
    ]);
  const rest = content.threats.length - items.length;
  if (rest > 0) items.push([{ text: `and ${rest} more` }]);
  return {
    summary: cutWords(text, SUMMARY_LIMIT),
    accent: 'info',
    blocks: [
      { kind: 'heading', text: 'Threats and what became of them' },
      { kind: 'text', spans: [{ text }] },
      ...(items.length === 0 ? [] : [{ kind: 'list', items } as const]),
      {
        kind: 'context',
        spans: [
          {
            text: `Ledger last verified ${dayWords(content.lastVerified)}. Threats that the news tells: recent stage:threatened 90d`,
          },
        ],
      },
    ],
    buttons: [{ label: 'In the news', command: 'recent stage:threatened 90d' }],
  };
}

// A threat has no day in force, so the line says when it was made.
function threatLine(measure: Measure): readonly Span[] {
  const made = measure.announcedOn === null ? '' : `, made ${dayWords(measure.announcedOn)}: `;
  return [{ text: made }, ...measureLine({ ...measure, effectiveFrom: null, effectiveTo: null })];
}

function daysWords(days: number | null): string {
  if (days === null) return '';
  return days === 0 ? ' on the same day' : ` after ${countWords(days, 'day')}`;
}
