// What operators read about feeds: one that was found, what was done with one, which are added or paused. Pure.
import type { Feed, FeedState, FoundFeed } from '../domain/feed.ts';
import {
  type Message,
  type MessageBlock,
  plain,
  type Span,
  SUMMARY_LIMIT,
} from '../domain/message.ts';
import { holdWords } from './hold-message.ts';
import { countryName } from './names.ts';
import { countWords, cutWords } from './wording.ts';

const LISTED = 25;

/** A feed as it would be polled, with its newest titles and a button that runs `command` to save it. */
export function foundFeedMessage({ feed, format, latest }: FoundFeed, command: string): Message {
  const titles = latest.map((title): readonly Span[] => plain(cutWords(title, 120)));
  return {
    summary: cutWords(`Found: ${feed.publisher}. It is not added yet.`, SUMMARY_LIMIT),
    accent: 'coming',
    blocks: [
      { kind: 'heading', text: cutWords(`Found: ${feed.publisher}`, SUMMARY_LIMIT) },
      {
        kind: 'fields',
        fields: [
          { label: 'Address', value: feed.url },
          { label: 'Format', value: format },
          { label: 'Counts as', value: feed.tier },
          {
            label: 'Country',
            value: feed.country === null ? 'none' : countryName(feed.country),
          },
          { label: 'Language', value: feed.language },
          { label: 'Id', value: feed.id },
        ],
      },
      {
        kind: 'text',
        spans: plain(titles.length === 0 ? 'It has no items now.' : 'Newest items:'),
      },
      ...(titles.length === 0 ? [] : [{ kind: 'list', items: titles } as const]),
      {
        kind: 'context',
        spans: plain(
          'Only a gazette, customs or an authority can move the ledger. Say it again with tier:, country: or lang: to change what it counts as.',
        ),
      },
    ],
    buttons: [{ label: 'Add this feed', command, style: 'primary' }],
  };
}

/** What was done with a feed; `undo` is the command that takes it back. */
export function feedDoneMessage(feed: Feed, done: string, undo: string | null): Message {
  const text = `${feed.publisher} (${feed.id})${done.startsWith(':') ? '' : ' '}${done}`;
  return {
    summary: cutWords(text, SUMMARY_LIMIT),
    accent: 'info',
    blocks: [{ kind: 'text', spans: plain(text) }],
    buttons: [
      ...(undo === null ? [] : [{ label: 'Undo', command: undo }]),
      { label: 'Feeds', command: 'feed list' },
    ],
  };
}

/** Feeds that nobody has seen to work are in the list, and off. */
function switchedOff(feeds: readonly Feed[]): readonly MessageBlock[] {
  const off = feeds.filter(({ enabled }) => !enabled);
  if (off.length === 0) return [];
  const named = off.slice(0, LISTED).map(({ id }) => id);
  const rest = off.length > named.length ? ` and ${off.length - named.length} more` : '';
  const text = `In the list and off: ${named.join(', ')}${rest}. Look at one and switch it on: feed add ${named[0]}`;
  return [{ kind: 'context', spans: plain(text) }];
}

export type FeedListInput = {
  readonly feeds: readonly Feed[];
  readonly states: readonly FeedState[];
  /** Ids of those that operators added. */
  readonly added: readonly string[];
  readonly mayChange: boolean;
};

/** Feeds that operators added and feeds that do not run; how all the others are is told by `sources`. */
export function feedListMessage({ feeds, states, added, mayChange }: FeedListInput): Message {
  const enabled = feeds.filter((feed) => feed.enabled);
  const held = new Map(states.map((state) => [state.feedId, state.heldReason]));
  const holds = new Map(states.map((state) => [state.feedId, state.hold ?? null]));
  const waiting = enabled.filter(({ id }) => (holds.get(id) ?? null) !== null);
  const shown = enabled.filter(
    (feed) =>
      added.includes(feed.id) || (held.get(feed.id) ?? null) !== null || waiting.includes(feed),
  );
  const items = shown.slice(0, LISTED).map((feed): readonly Span[] => {
    const hold = holds.get(feed.id) ?? null;
    const reason = [held.get(feed.id) ?? [], hold === null ? [] : holdWords(hold)].flat();
    return [
      { text: feed.id, code: true },
      { text: ' ' },
      { text: feed.publisher, link: feed.url },
      { text: `, ${feed.tier}${added.includes(feed.id) ? ', added here' : ''}` },
      ...(reason.length === 0 ? [] : plain(`: ${reason.join('; ')}`)),
    ];
  });
  const paused = enabled.filter(({ id }) => (held.get(id) ?? null) !== null);
  const text = `${countWords(enabled.length, 'feed')} polled, ${added.length} added here, ${paused.length} paused${waiting.length === 0 ? '' : `, ${waiting.length} with held items`}.`;
  return {
    summary: text,
    accent: 'info',
    blocks: [
      { kind: 'heading', text: 'Feeds' },
      { kind: 'text', spans: plain(text) },
      ...(items.length === 0 ? [] : [{ kind: 'list', items } as const]),
      ...(mayChange ? switchedOff(feeds) : []),
    ],
    buttons: [
      ...waiting
        .slice(0, 3)
        .map(({ id }) => ({ label: `Held of ${id}`, command: `feed held ${id}` })),
      ...(mayChange
        ? paused
            .slice(0, 3)
            .map(({ id }) => ({ label: `Resume ${id}`, command: `feed resume ${id}` }))
        : []),
      { label: 'All sources', command: 'sources' },
    ],
  };
}
