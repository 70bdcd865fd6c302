// The daily digest: what changed in law, new and changed stories by the country they hit, what is coming, how the feeds
// are. At most one screen; the rest is counted and a button away. Chooses nothing: the content is handed in.

import type { Day, Instant } from '../domain/day.ts';
import type { LedgerEntry } from '../domain/measure.ts';
import {
  type Message,
  type MessageBlock,
  type MessageButton,
  type Span,
  SUMMARY_LIMIT,
} from '../domain/message.ts';
import type { Story } from '../domain/story.ts';
import { type FeedHealth, feedHealthWords } from './feed-health.ts';
import { measureLine } from './measure-line.ts';
import { countryNames, joinWords } from './names.ts';
import { headlineOf } from './story-facts.ts';
import { storyLine } from './story-message.ts';
import { capitalised, countWords, cutWords, dayWords, instantWords } from './wording.ts';

export type DigestStory = {
  readonly story: Story;
  readonly isNew: boolean;
  /** Muted: it was not posted when it came. */
  readonly wasSilent: boolean;
  /** Of a correction: each wrong fact as it was set right here, the old one struck through. */
  readonly setRight?: readonly (readonly Span[])[];
};

/** One coming day: an entry into force, an expiry, the end of a suspension, a deadline. */
export type DigestDate = { readonly day: Day; readonly text: string };

export type DigestContent = {
  readonly day: Day;
  readonly zone: string;
  readonly since: Instant;
  readonly now: Instant;
  readonly stories: readonly DigestStory[];
  /** Corrected or withdrawn after the channel was told. */
  readonly corrections?: readonly DigestStory[];
  readonly entries: readonly LedgerEntry[];
  readonly coming: readonly DigestDate[];
  readonly feeds: FeedHealth;
};

const LISTED_STORIES = 12;
const LISTED_ENTRIES = 6;
const LISTED_CORRECTIONS = 6;
const LISTED_DATES = 6;

/** The digest of one channel for one local day. `isBrief`: a day without news is one line. */
export function digestMessage(content: DigestContent, isBrief: boolean): Message {
  const corrections = content.corrections ?? [];
  const isEmpty = content.stories.length + corrections.length + content.entries.length === 0;
  const blocks: MessageBlock[] = [
    { kind: 'heading', text: `Tariff digest, ${dayWords(content.day)}` },
    ...(isEmpty ? emptyBlocks(content) : []),
    ...lawBlocks(content.entries),
    ...correctionBlocks(corrections),
    ...storyBlocks(content.stories),
    ...(isEmpty && isBrief ? [] : comingBlocks(content.coming)),
    { kind: 'context', spans: [{ text: footOf(content) }] },
  ];
  return {
    summary: summaryOf(content, isEmpty),
    accent: 'info',
    blocks,
    buttons: buttonsOf(content),
  };
}

function summaryOf(content: DigestContent, isEmpty: boolean): string {
  const day = dayWords(content.day);
  if (isEmpty) return `Tariff digest, ${day}: nothing new for this channel.`;
  const fresh = content.stories.filter((one) => one.isNew).length;
  const changed = content.stories.length - fresh;
  const corrections = content.corrections ?? [];
  const counts = [
    ...(corrections.length > 0 ? [countWords(corrections.length, 'correction')] : []),
    ...(fresh > 0 ? [countWords(fresh, 'new story', 'new stories')] : []),
    ...(changed > 0 ? [`${changed} changed`] : []),
    ...(content.entries.length > 0
      ? [countWords(content.entries.length, 'ledger entry', 'ledger entries')]
      : []),
  ];
  const first = content.stories[0] ?? corrections[0];
  const lead = first === undefined ? '' : ` ${headlineOf(first.story)}`;
  return cutWords(`Tariff digest, ${day}: ${joinWords(counts)}.${lead}`, SUMMARY_LIMIT);
}

function emptyBlocks(content: DigestContent): readonly MessageBlock[] {
  const text = `Nothing new for this channel since ${instantWords(content.since)}.`;
  return [{ kind: 'text', spans: [{ text }] }];
}

function lawBlocks(entries: readonly LedgerEntry[]): readonly MessageBlock[] {
  if (entries.length === 0) return [];
  const items = entries
    .slice(0, LISTED_ENTRIES)
    .map((entry): readonly Span[] => [
      ...(entry.supersedes === null ? [] : [{ text: 'Corrected: ', bold: true }]),
      ...measureLine(entry.measure),
    ]);
  return [
    { kind: 'text', spans: [{ text: 'New in the ledger', bold: true }] },
    { kind: 'list', items: withRest(items, entries.length, 'entries') },
  ];
}

function correctionBlocks(corrections: readonly DigestStory[]): readonly MessageBlock[] {
  if (corrections.length === 0) return [];
  const items = corrections.slice(0, LISTED_CORRECTIONS).map((one): readonly Span[] => {
    const { story } = one;
    const line = storyLine(story);
    if (story.withdrawn === null) return [{ text: 'Corrected: ' }, ...line, ...setRightSpans(one)];
    const struck = line.map((span) => ({ ...span, strike: true }));
    return [{ text: 'Withdrawn: ' }, ...struck, { text: ` ${story.withdrawn}` }];
  });
  return [
    { kind: 'text', spans: [{ text: 'Corrections', bold: true }] },
    { kind: 'list', items: withRest(items, corrections.length, 'corrections') },
  ];
}

function setRightSpans({ setRight = [] }: DigestStory): readonly Span[] {
  return setRight.flatMap((fact) => [{ text: ' · ' }, ...fact]);
}

function storyBlocks(stories: readonly DigestStory[]): readonly MessageBlock[] {
  const groups = new Map<string, DigestStory[]>();
  for (const entry of stories.slice(0, LISTED_STORIES)) {
    const name = countryNames(entry.story.targets) || 'Country not stated';
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [entry]);
    else group.push(entry);
  }
  const blocks = [...groups].flatMap(([name, group]): MessageBlock[] => [
    { kind: 'text', spans: [{ text: capitalised(name), bold: true }] },
    { kind: 'list', items: group.map(storyItem) },
  ]);
  const rest = stories.length - LISTED_STORIES;
  if (rest > 0) blocks.push({ kind: 'text', spans: [{ text: `and ${rest} more` }] });
  return blocks;
}

function storyItem(entry: DigestStory): readonly Span[] {
  const mark = entry.wasSilent ? ' (not posted when it came: muted or held)' : '';
  const prefix: Span[] = entry.isNew ? [] : [{ text: 'Changed: ' }];
  return [...prefix, ...storyLine(entry.story), ...(mark === '' ? [] : [{ text: mark }])];
}

function comingBlocks(coming: readonly DigestDate[]): readonly MessageBlock[] {
  if (coming.length === 0) return [];
  const items = coming
    .slice(0, LISTED_DATES)
    .map((entry): readonly Span[] => [
      { text: `${dayWords(entry.day)}: `, bold: true },
      { text: entry.text },
    ]);
  return [
    { kind: 'text', spans: [{ text: 'Next 14 days', bold: true }] },
    { kind: 'list', items: withRest(items, coming.length, 'dates') },
  ];
}

function withRest(
  items: readonly (readonly Span[])[],
  total: number,
  noun: string,
): readonly (readonly Span[])[] {
  const rest = total - items.length;
  return rest > 0 ? [...items, [{ text: `and ${rest} more ${noun}` }]] : items;
}

function footOf(content: DigestContent): string {
  const zone = content.zone === 'UTC' ? '' : ` · the day is that of ${content.zone}`;
  return `Since ${instantWords(content.since)}${zone} · ${feedHealthWords(content.feeds)}`;
}

function buttonsOf(content: DigestContent): readonly MessageButton[] {
  return [
    ...(content.stories.length > LISTED_STORIES
      ? [{ label: 'All stories', command: 'recent' }]
      : []),
    { label: 'Calendar', command: 'calendar 30d' },
    { label: 'Sources', command: 'sources' },
  ];
}
