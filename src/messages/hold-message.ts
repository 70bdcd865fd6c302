// What is said of a storm: the line that asks for a decision, what waits, what was decided, and the one message that tells
// a channel of many released stories. Pure.
import type { Feed, FeedHold, HoldDecided } from '../domain/feed.ts';
import type { StoredItem } from '../domain/item.ts';
import {
  type Message,
  type MessageButton,
  plain,
  type Span,
  SUMMARY_LIMIT,
} from '../domain/message.ts';
import { countWords, cutWords, instantWords } from './wording.ts';

const TITLE_LIMIT = 120;
const LISTED_ITEMS = 15;
/** As many lines as fit a screen. */
const LISTED_STORIES = 20;

function holdButtons(feed: Feed): readonly MessageButton[] {
  return [
    { label: 'Release', command: `feed release ${feed.id}`, style: 'primary' },
    { label: 'Drop', command: `feed drop ${feed.id}`, style: 'danger' },
  ];
}

/** `40 of 40 items are new in one poll; 12 items read as tariff news are held since 12 Mar 2025 08:00 UTC`. */
export function holdWords({ reason, items, since }: FeedHold): string {
  const verb = items === 1 ? 'is' : 'are';
  return `${reason}; ${countWords(items, 'item')} read as tariff news ${verb} held since ${instantWords(since)}`;
}

/** The line to the operators' channel. `isReminder`: nobody has decided for a day. */
export function holdMessage(feed: Feed, hold: FeedHold, isReminder: boolean): Message {
  const lead = isReminder ? 'Still held' : 'Held';
  const text = `${lead}: ${feed.publisher} (${feed.id}): ${holdWords(hold)}. Nothing of it is posted, in a digest or in the ledger until somebody decides.`;
  return {
    summary: cutWords(`${lead}: ${feed.publisher}: ${holdWords(hold)}`, SUMMARY_LIMIT),
    accent: 'trouble',
    blocks: [{ kind: 'text', spans: plain(text) }],
    buttons: [...holdButtons(feed), { label: 'Show', command: `feed held ${feed.id}` }],
  };
}

export type HeldItemsInput = {
  readonly feed: Feed;
  readonly hold: FeedHold;
  readonly items: readonly StoredItem[];
  readonly mayDecide: boolean;
};

/** What waits of one feed, the newest first, and what either decision does. */
export function heldItemsMessage({ feed, hold, items, mayDecide }: HeldItemsInput): Message {
  const newest = items.toSorted((one, other) => (other.publishedAt ?? 0) - (one.publishedAt ?? 0));
  const shown = newest.slice(0, LISTED_ITEMS).map((item): readonly Span[] => {
    const at = item.publishedAt === null ? 'no date' : instantWords(item.publishedAt);
    return [
      { text: item.id, code: true },
      { text: ' ' },
      {
        text: cutWords(item.title, TITLE_LIMIT),
        ...(item.link === null ? {} : { link: item.link }),
      },
      { text: ` (${at})` },
    ];
  });
  const rest = items.length - shown.length;
  return {
    summary: cutWords(`${feed.publisher}: ${countWords(items.length, 'item')} held`, SUMMARY_LIMIT),
    accent: 'trouble',
    blocks: [
      { kind: 'heading', text: cutWords(`Held: ${feed.publisher}`, SUMMARY_LIMIT) },
      { kind: 'text', spans: plain(`${holdWords(hold)}.`) },
      { kind: 'list', items: rest > 0 ? [...shown, plain(`and ${rest} more`)] : shown },
      {
        kind: 'context',
        spans: plain(
          'Release tells what is not older than a week, many stories in one message; the rest is only recorded. Drop records all of it as a first poll does and tells nobody.',
        ),
      },
    ],
    buttons: mayDecide ? holdButtons(feed) : [],
  };
}

/** What followed from a decision, as one sentence. */
export function decidedWords({ decision, items, old, channels }: HoldDecided): string {
  const what = countWords(items, 'held item');
  if (decision === 'drop') return `${what} dropped: recorded as a first poll is, told to nobody.`;
  const aged = old === 0 ? '' : ` ${old} of them older than a week and only recorded.`;
  return `${what} released, told in ${countWords(channels, 'channel')}.${aged}`;
}

/** Tells everybody in the operators' channel who decided. */
export function holdDecidedMessage(feed: Feed, decided: HoldDecided, by: string): Message {
  const text = `${feed.publisher} (${feed.id}): ${decidedWords(decided)} Decided by ${by}.`;
  return {
    summary: cutWords(text, SUMMARY_LIMIT),
    accent: 'info',
    blocks: [{ kind: 'text', spans: plain(text) }],
    buttons: [],
  };
}

/** Tells the operators that a feed brought much at once and that it was taken as news. */
export function busyDayMessage(feed: Feed, busyDay: string, stories: number): Message {
  const told = `Of its ${countWords(stories, 'tariff story', 'tariff stories')} each channel is told what it watches, more than three in one message.`;
  const text = `Busy day: ${feed.publisher} (${feed.id}): ${busyDay}. All are dated since the last look and were never shown before, so nothing is held. ${told} Pause the feed if that is wrong.`;
  return {
    summary: cutWords(`Busy day: ${feed.publisher}: ${busyDay}`, SUMMARY_LIMIT),
    accent: 'info',
    blocks: [{ kind: 'text', spans: plain(text) }],
    buttons: [
      { label: 'Recent', command: 'recent' },
      { label: 'Pause feed', command: `feed pause ${feed.id}`, style: 'danger' },
    ],
  };
}

/** Where a post leads: its first linked words, else its first button that opens a page. */
function linkOf({ blocks, buttons }: Message): string | undefined {
  const spans = blocks.flatMap((block) => {
    if (block.kind === 'list') return block.items.flat();
    return block.kind === 'text' || block.kind === 'context' ? block.spans : [];
  });
  const linked = spans.find(({ link }) => link !== undefined)?.link;
  return linked ?? buttons.flatMap((button) => ('link' in button ? [button.link] : []))[0];
}

function storyLine(story: Message): readonly Span[] {
  const link = linkOf(story);
  return [{ text: story.summary, ...(link === undefined ? {} : { link }) }];
}

/** Many stories of one source in one message, a line each; what does not fit is counted. `why` it is one message. */
export function storiesTogetherMessage(
  publisher: string,
  stories: readonly Message[],
  why: string,
): Message {
  const shown = stories.slice(0, LISTED_STORIES);
  const rest = stories.length - shown.length;
  const title = `${stories.length} tariff stories from ${publisher}, told together`;
  return {
    summary: cutWords(title, SUMMARY_LIMIT),
    accent: 'info',
    blocks: [
      { kind: 'heading', text: cutWords(title, SUMMARY_LIMIT) },
      { kind: 'list', items: shown.map(storyLine) },
      ...(rest > 0 ? [{ kind: 'text' as const, spans: plain(`and ${rest} more`) }] : []),
      {
        kind: 'context',
        spans: plain(`${why} Details: recent, why.`),
      },
    ],
    buttons: [{ label: 'Recent', command: 'recent' }],
  };
}
