// A story as messages: the alert, the same post brought up to date, a change or a correction for its thread, a withdrawal.
// In: stories and the instant. Out: neutral messages. Decides nothing about who gets them.
import type { Instant } from '../domain/day.ts';
import {
  type Message,
  type MessageBlock,
  type MessageButton,
  type Span,
  SUMMARY_LIMIT,
} from '../domain/message.ts';
import type { Story, StoryChange, StorySource } from '../domain/story.ts';
import { leadingStage } from '../domain/story-stage.ts';
import { datesWords, type FactChange, factChanges, factLines, headlineOf } from './story-facts.ts';
import {
  countWords,
  cutWords,
  headlineWords,
  instantWords,
  lawDayWords,
  momentWords,
  RUNG_WORDING,
  storyAccent,
} from './wording.ts';

/** More sources than this are counted, not listed. */
const LISTED_SOURCES = 4;
const QUOTE_LIMIT = 280;
const TITLE_LIMIT = 140;

/** The first post of a story, and every later state of the same post. `checkedAt`: when the feeds were last asked. */
export function storyMessage(story: Story, checkedAt: Instant): Message {
  return {
    summary: summaryOf(story),
    accent: storyAccent(story),
    blocks: [
      { kind: 'heading', text: cutWords(headlineOf(story), SUMMARY_LIMIT) },
      { kind: 'fields', fields: factLines(story) },
      ...quoteBlocks(story),
      { kind: 'list', items: story.sources.slice(0, LISTED_SOURCES).map(sourceSpans) },
      { kind: 'context', spans: [{ text: footOf(story, checkedAt) }] },
    ],
    buttons: storyButtons(story.id),
  };
}

/**
 * The story's post after a change: the latest state, and what it said before struck through, so that a reader who saw
 * the first version sees what became of it.
 */
export function storyUpdateMessage(change: StoryChange, checkedAt: Instant): Message {
  const latest = storyMessage(change.after, checkedAt);
  const changes = change.before === null ? [] : factChanges(change.before, change.after);
  const note: MessageBlock = {
    kind: 'context',
    spans: [
      { text: `Updated ${instantWords(change.after.updatedAt)}` },
      ...(changes.length === 0 ? [{ text: `: ${change.reason}` }] : []),
      ...changes.flatMap((entry): Span[] => [{ text: ` · ${entry.label}: ` }, ...oldToNew(entry)]),
    ],
  };
  const [heading, ...rest] = latest.blocks;
  return { ...latest, blocks: heading === undefined ? [note] : [heading, note, ...rest] };
}

/** For the thread, once: what changed, old to new. It may be shown in the channel, so it says of whom it speaks. */
export function storyChangeMessage(change: StoryChange): Message {
  const { after } = change;
  const changes = change.before === null ? [] : factChanges(change.before, after);
  return {
    summary: cutWords(changeSummary(change), SUMMARY_LIMIT),
    accent: storyAccent(after),
    blocks: [
      { kind: 'heading', text: changeTitle(change) },
      { kind: 'text', spans: [{ text: headlineOf(after) }] },
      ...(changes.length === 0 ? [reasonBlock(change)] : [changeList(changes)]),
      sourceNote(change),
    ],
    buttons: [{ label: 'Why', command: `why ${after.id}` }],
  };
}

/** For every channel that got the wrong version: the old fact struck through, the right one beside it. */
export function storyCorrectionMessage(change: StoryChange): Message {
  const { before, after } = change;
  const withdrawn: FactChange[] =
    before === null || before.withdrawn === after.withdrawn
      ? []
      : [{ label: 'Withdrawn', before: before.withdrawn, after: 'it stands' }];
  const changes = before === null ? [] : [...withdrawn, ...factChanges(before, after)];
  return {
    summary: cutWords(`Correction: ${headlineOf(after)}`, SUMMARY_LIMIT),
    accent: 'trouble',
    blocks: [
      { kind: 'heading', text: `Correction to ${after.id}` },
      { kind: 'text', spans: [{ text: headlineOf(after) }] },
      ...(changes.length === 0 ? [] : [changeList(changes)]),
      reasonBlock(change),
      sourceNote(change),
    ],
    buttons: [{ label: 'Why', command: `why ${after.id}` }],
  };
}

/** The post of a story that no longer stands: everything it claimed, struck through, and the reason. */
export function storyWithdrawnMessage(story: Story, checkedAt: Instant): Message {
  return {
    summary: cutWords(`Withdrawn: ${headlineOf(story)}`, SUMMARY_LIMIT),
    accent: 'trouble',
    blocks: [
      { kind: 'heading', text: `Withdrawn: ${story.id}` },
      { kind: 'text', spans: [{ text: headlineOf(story), strike: true }] },
      { kind: 'text', spans: [{ text: `Why: ${story.withdrawn ?? 'no reason was given'}` }] },
      { kind: 'context', spans: [{ text: footOf(story, checkedAt) }] },
    ],
    buttons: [{ label: 'Why', command: `why ${story.id}` }],
  };
}

/** For the thread of a withdrawn story. */
export function storyWithdrawalMessage(story: Story): Message {
  return {
    summary: cutWords(`Withdrawn: ${headlineOf(story)}`, SUMMARY_LIMIT),
    accent: 'trouble',
    blocks: [
      { kind: 'heading', text: `Withdrawn: ${story.id}` },
      {
        kind: 'text',
        spans: [
          { text: headlineOf(story), strike: true },
          { text: ` ${story.withdrawn ?? 'No reason was given.'}` },
        ],
      },
    ],
    buttons: [{ label: 'Why', command: `why ${story.id}` }],
  };
}

/** One line for lists: headline, first day, evidence, id. */
export function storyLine(story: Story): readonly Span[] {
  const struck = story.withdrawn !== null;
  const best = story.sources[0];
  const day = story.effectiveOn;
  const when = day === null ? '' : `, from ${lawDayWords(day, story.imposers)}`;
  const headline: Span = {
    text: cutWords(`${headlineOf(story)}${when}`, TITLE_LIMIT * 2),
    bold: true,
    ...(struck ? { strike: true } : {}),
    ...(best?.link ? { link: best.link } : {}),
  };
  const tail = `${RUNG_WORDING[story.rung]}, ${originsWords(story)}, ${instantWords(story.updatedAt)}, `;
  return [headline, { text: ` (${tail}` }, { text: story.id, code: true }, { text: ')' }];
}

function summaryOf(story: Story): string {
  const dates = datesWords(story);
  const full = dates === '' ? headlineOf(story) : `${headlineOf(story)}, ${dates}`;
  return cutWords(full, SUMMARY_LIMIT);
}

function quoteBlocks(story: Story): readonly MessageBlock[] {
  const quote = story.sources.find((source) => source.quote.trim() !== '')?.quote;
  if (quote === undefined) return [];
  return [{ kind: 'text', spans: [{ text: `“${cutWords(quote, QUOTE_LIMIT)}”` }] }];
}

function sourceSpans(source: StorySource): readonly Span[] {
  const title: Span = {
    text: cutWords(source.title, TITLE_LIMIT),
    ...(source.link === null ? {} : { link: source.link }),
  };
  const when = source.publishedAt === null ? '' : `, ${momentWords(source.publishedAt)}`;
  return [
    { text: `${source.publisher}: `, bold: true },
    title,
    { text: ` (${RUNG_WORDING[source.rung]}${when})` },
  ];
}

function originsWords(story: Story): string {
  const outlets = new Set(story.sources.map((source) => source.publisher)).size;
  const origins = new Set(story.sources.map((source) => source.origin)).size;
  return `${countWords(outlets, 'outlet')}, ${countWords(origins, 'independent origin')}`;
}

function footOf(story: Story, checkedAt: Instant): string {
  const more = story.sources.length - LISTED_SOURCES;
  const unlisted = more > 0 ? ` (${countWords(more, 'more source')}: why ${story.id})` : '';
  return `${story.id} · ${originsWords(story)}${unlisted} · last checked ${instantWords(checkedAt)}`;
}

function storyButtons(id: string): readonly MessageButton[] {
  return [
    { label: 'Why', command: `why ${id}` },
    { label: 'Mute 7d', command: `mute ${id} 7d` },
    { label: 'Not a tariff', command: `not-tariff ${id}` },
  ];
}

// The title of a new stage ends with the word that the headline begins with: it is said once.
function changeSummary(change: StoryChange): string {
  const title = changeTitle(change);
  const stage = headlineWords(change.after);
  const headline = headlineOf(change.after);
  const isSaid = title.endsWith(` ${stage}`) && headline.startsWith(`${stage}: `);
  return `${title}: ${isSaid ? headline.slice(stage.length + 2) : headline}`;
}

function changeTitle(change: StoryChange): string {
  const { before, after } = change;
  if (before !== null && leadingStage(before) !== leadingStage(after)) {
    return `${after.id}: ${headlineWords(before)} → ${headlineWords(after)}`;
  }
  if (change.kind === 'rate') return `${after.id}: new rate`;
  if (change.kind === 'date') return `${after.id}: new date`;
  return `${after.id}: changed`;
}

function changeList(changes: readonly FactChange[]): MessageBlock {
  return {
    kind: 'list',
    items: changes.map((entry) => [{ text: `${entry.label}: `, bold: true }, ...oldToNew(entry)]),
  };
}

function reasonBlock(change: StoryChange): MessageBlock {
  return { kind: 'context', spans: [{ text: change.reason }] };
}

function oldToNew(change: FactChange): readonly Span[] {
  const before: Span =
    change.before === null ? { text: 'not stated' } : { text: change.before, strike: true };
  return [before, { text: ' → ' }, { text: change.after ?? 'not stated', bold: true }];
}

// The source that brought the change: the newest that the story did not have before, else the best it has.
function sourceNote({ before, after }: StoryChange): MessageBlock {
  const known = new Set(before?.sources.map((source) => source.itemId));
  const fresh = after.sources
    .filter((source) => !known.has(source.itemId))
    .toSorted((one, other) => other.seenAt - one.seenAt);
  const source = fresh[0] ?? after.sources[0];
  return source === undefined
    ? { kind: 'context', spans: [{ text: after.id }] }
    : { kind: 'list', items: [sourceSpans(source)] };
}
