// Why a story was posted here, or why an item was not: facts with the sentence that says each, the sources, and the one
// named outcome in this channel. In: what the store remembers; out: one message. Decides nothing.
import type { Delivery } from '../domain/delivery.ts';
import type { ItemOutcome, StoredItem } from '../domain/item.ts';
import type { LedgerEntry } from '../domain/measure.ts';
import { type Message, type MessageBlock, type Span, SUMMARY_LIMIT } from '../domain/message.ts';
import type { Evidence, Reading } from '../domain/reading.ts';
import type { Story, StoryDecision } from '../domain/story.ts';
import { measureLine } from './measure-line.ts';
import { countryName, productName } from './names.ts';
import { headlineOf } from './story-facts.ts';
import { cutWords, dayWords, instantWords, RUNG_WORDING, rateWords } from './wording.ts';

const QUOTE_LIMIT = 200;
const LISTED_SOURCES = 10;

export type WhyStory = {
  readonly story: Story;
  /** The outcome in this channel, as a sentence. */
  readonly outcome: string;
  /** Deliveries of the story to this channel, oldest first. */
  readonly deliveries: readonly Delivery[];
  /** Ledger entries that the story made. */
  readonly entries: readonly LedgerEntry[];
};

/** Everything behind one story. */
export function whyStoryMessage(why: WhyStory): Message {
  const { story } = why;
  return {
    summary: cutWords(`${story.id}: ${why.outcome}`, SUMMARY_LIMIT),
    accent: 'info',
    blocks: [
      { kind: 'heading', text: cutWords(`Why ${story.id}: ${headlineOf(story)}`, SUMMARY_LIMIT) },
      { kind: 'text', spans: [{ text: 'In this channel: ', bold: true }, { text: why.outcome }] },
      ...withdrawnBlocks(story),
      ...titled('Decided about it', (story.decisions ?? []).map(decisionItem)),
      ...titled('Rates, each with the sentence that says it', rateItems(story)),
      ...titled('Sources, best evidence first', sourceItems(story)),
      ...titled('Sent here', why.deliveries.map(deliveryItem)),
      ...titled(
        'In the ledger',
        why.entries.map((entry) => measureLine(entry.measure)),
      ),
      {
        kind: 'context',
        spans: [
          {
            text: `${story.id} version ${story.version} · opened ${instantWords(story.openedAt)} · updated ${instantWords(story.updatedAt)}`,
          },
        ],
      },
    ],
    buttons: [
      ...story.sources.slice(0, 1).map(({ itemId }) => ({
        label: `Every fact of ${itemId}`,
        command: `why ${itemId}`,
      })),
      { label: 'Mute 7d', command: `mute ${story.id} 7d` },
    ],
  };
}

function withdrawnBlocks({ withdrawn }: Story): readonly MessageBlock[] {
  if (withdrawn === null) return [];
  return [{ kind: 'text', spans: [{ text: 'Withdrawn: ', bold: true }, { text: withdrawn }] }];
}

function decisionItem({ at, by, did, why }: StoryDecision): readonly Span[] {
  return [
    { text: `${instantWords(at)}, ${by}: ` },
    { text: did, bold: true },
    { text: `, ${why}` },
  ];
}

export type WhyItem = {
  readonly item: StoredItem;
  readonly feedName: string;
  readonly outcome: ItemOutcome;
  readonly reason: string;
  readonly storyId: string | null;
  readonly reading: Reading | null;
  /** The outcome in this channel, as a sentence. */
  readonly inChannel: string;
};

/** What became of one item, and what was read in it. */
export function whyItemMessage(why: WhyItem): Message {
  const { item } = why;
  const title: Span = {
    text: cutWords(item.title, QUOTE_LIMIT),
    ...(item.link === null ? {} : { link: item.link }),
  };
  return {
    summary: cutWords(`${item.id}: ${why.inChannel}`, SUMMARY_LIMIT),
    accent: 'info',
    blocks: [
      { kind: 'heading', text: `${item.id}: ${itemOutcomeWords(why)}` },
      { kind: 'text', spans: [{ text: `${why.feedName}: `, bold: true }, title] },
      { kind: 'text', spans: [{ text: 'In this channel: ', bold: true }, { text: why.inChannel }] },
      {
        kind: 'fields',
        fields: [
          { label: 'When it was read', value: why.reason },
          { label: 'Fetched', value: instantWords(item.fetchedAt) },
          {
            label: 'Published',
            value: item.publishedAt === null ? 'not stated' : instantWords(item.publishedAt),
          },
          { label: 'Story', value: why.storyId ?? 'none' },
        ],
      },
      ...(why.reading === null ? [] : readingBlocks(why.reading)),
    ],
    buttons:
      why.storyId === null ? [] : [{ label: `Why ${why.storyId}`, command: `why ${why.storyId}` }],
  };
}

function itemOutcomeWords({ outcome, storyId }: WhyItem): string {
  return outcome === 'merged' && storyId !== null
    ? `merged into ${storyId}`
    : OUTCOME_WORDING[outcome];
}

/** What became of an item, for people. */
export const OUTCOME_WORDING: Readonly<Record<ItemOutcome, string>> = {
  baseline: 'part of the first poll of its feed, recorded and not announced',
  duplicate: 'known already under another name',
  'not-tariff-news': 'read as no tariff news',
  routine: 'read as paperwork that changes nobody’s duty',
  correction: 'an official correction, laid before the curators and posted nowhere',
  'new-story': 'opened a story',
  merged: 'merged into a story',
  edited: 'a new text of a known item',
  held: 'held until somebody decides, since its feed offered too much at once',
};

function readingBlocks(reading: Reading): readonly MessageBlock[] {
  const facts: (readonly Span[])[] = [
    ...reading.imposers.map((fact) => factItem('Imposer', countryName(fact.value), fact.evidence)),
    ...reading.targets.map((fact) => factItem('Target', countryName(fact.value), fact.evidence)),
    ...reading.products.map((fact) => factItem('Product', productName(fact.value), fact.evidence)),
    ...reading.rates.map((fact) =>
      factItem('Rate', rateWords({ pct: fact.value, kind: fact.kind }), fact.evidence),
    ),
    ...(reading.effectiveDate === null
      ? []
      : [factItem('From', dayWords(reading.effectiveDate.value), reading.effectiveDate.evidence)]),
    ...(reading.instrument === null
      ? []
      : [factItem('Legal ground', reading.instrument.value, reading.instrument.evidence)]),
  ];
  return [
    { kind: 'text', spans: [{ text: 'Relevance: ', bold: true }, { text: reading.reason }] },
    ...titled('Read in it', facts),
  ];
}

function factItem(label: string, value: string, evidence: Evidence): readonly Span[] {
  return [
    { text: `${label}: ` },
    { text: value, bold: true },
    { text: ` from “${cutWords(evidence.quote, QUOTE_LIMIT)}” (${evidence.field}, ` },
    { text: evidence.rule, code: true },
    { text: ')' },
  ];
}

function rateItems(story: Story): readonly (readonly Span[])[] {
  return story.rates.map((rate) => [
    { text: rateWords(rate), bold: true },
    { text: ` “${cutWords(rate.quote, QUOTE_LIMIT)}” ` },
    { text: rate.itemId, code: true },
  ]);
}

function sourceItems(story: Story): readonly (readonly Span[])[] {
  const items = story.sources.slice(0, LISTED_SOURCES).map((source): readonly Span[] => {
    const origin = source.origin === source.publisher ? '' : `, after ${source.origin}`;
    return [
      { text: `${source.publisher}: `, bold: true },
      {
        text: cutWords(source.title, QUOTE_LIMIT),
        ...(source.link === null ? {} : { link: source.link }),
      },
      {
        text: ` (${RUNG_WORDING[source.rung]}${origin}, seen ${instantWords(source.seenAt)}) `,
      },
      { text: source.itemId, code: true },
    ];
  });
  const rest = story.sources.length - items.length;
  return rest > 0 ? [...items, [{ text: `and ${rest} more` }]] : items;
}

function deliveryItem(row: Delivery): readonly Span[] {
  const when = row.sentAt === null ? `${row.state}` : `sent ${instantWords(row.sentAt)}`;
  const label = row.state === 'skipped' || row.state === 'withdrawn' ? '' : 'last error: ';
  const trouble = row.lastError === null ? '' : `; ${label}${row.lastError}`;
  return [
    { text: row.kind, bold: true },
    { text: ` v${row.storyVersion ?? 0}, ${when}: ${row.reason}${trouble}` },
  ];
}

function titled(title: string, items: readonly (readonly Span[])[]): readonly MessageBlock[] {
  if (items.length === 0) return [];
  return [
    { kind: 'text', spans: [{ text: title, bold: true }] },
    { kind: 'list', items },
  ];
}
