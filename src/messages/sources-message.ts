// The feeds and how they are. In: feeds and what is remembered of them; out: one message, what needs somebody first.

import type { Instant } from '../domain/day.ts';
import { FEED_TIERS, type Feed, type FeedState, type FeedTier } from '../domain/feed.ts';
import {
  type Message,
  type MessageBlock,
  plain,
  type Span,
  SUMMARY_LIMIT,
} from '../domain/message.ts';
import { feedHealth, pauseWords } from './feed-health.ts';
import { holdWords } from './hold-message.ts';
import { ageWords, countWords, cutWords, instantWords } from './wording.ts';

const TIER_WORDS: Readonly<Record<FeedTier, string>> = {
  gazette: 'Official gazettes',
  customs: 'Customs',
  authority: 'Authorities',
  multilateral: 'International organisations',
  wire: 'News agencies',
  press: 'Press',
};

/** A feed with what is remembered of it. */
type Known = { readonly feed: Feed; readonly state: FeedState | undefined };

/** As many feeds as a group of the answer names; more are counted. */
const LISTED_FEEDS = 15;

/** Groups of feeds, what needs somebody first; the first group that takes a feed has it. */
const CONDITIONS: readonly {
  readonly title: string;
  /** After their number: `3 in trouble`. */
  readonly count: string;
  readonly takes: (state: FeedState | undefined) => boolean;
  readonly words: (state: FeedState) => string;
  /** Whether the overview says when it last answered. */
  readonly isSilent?: true;
  /** Where the title of the group does not stand above it; as `words` without it. */
  readonly wordsAlone?: (state: FeedState) => string;
}[] = [
  {
    title: 'Held until somebody decides',
    count: 'held',
    takes: (state) => state?.hold != null,
    words: (state) => (state.hold == null ? '' : `${holdWords(state.hold)}.`),
  },
  {
    title: 'In trouble',
    count: 'in trouble',
    takes: (state) => state !== undefined && state.heldReason === null && state.failures > 0,
    words: (state) => state.lastError ?? 'It fails.',
    isSilent: true,
  },
  {
    title: 'Paused',
    count: 'paused',
    takes: (state) => state !== undefined && state.heldReason !== null,
    words: (state) => `${pauseWords(state.heldReason ?? '')}.`,
    isSilent: true,
    wordsAlone: (state) => state.heldReason ?? 'Paused.',
  },
  {
    title: 'Answering, but look',
    count: 'to look at',
    takes: (state) => state !== undefined && state.warnings.length > 0,
    words: (state) => state.warnings.join(' '),
  },
];

/**
 * The sources: those that need somebody one by one with what is wrong, the others by tier with when each last answered.
 * `only`: a tier or the id of a feed in small letters, of which everything is told.
 */
export function sourcesMessage(
  feeds: readonly Feed[],
  states: readonly FeedState[],
  now: Instant,
  only: string | null = null,
): Message {
  const health = feedHealth(feeds, states);
  const byId = new Map(states.map((state) => [state.feedId, state]));
  const known = feeds
    .filter(
      (feed) =>
        feed.enabled && (only === null || feed.tier === only || feed.id.toLowerCase() === only),
    )
    .map((feed): Known => ({ feed, state: byId.get(feed.id) }));
  const sorted = sortFeeds(known);
  const summary = countsOf(sorted, known.length, health.lastOkAt);
  const held = known.filter(({ state }) => state?.hold != null);
  return {
    summary: cutWords(summary, SUMMARY_LIMIT),
    accent: health.troubled.length > 0 || held.length > 0 ? 'trouble' : 'info',
    blocks: [
      { kind: 'heading', text: 'Sources' },
      { kind: 'text', spans: [{ text: `${summary}.` }] },
      ...(only === null ? overview(sorted, now) : inFull(known, now)),
      {
        kind: 'context',
        spans: plain(
          only === null
            ? 'In brackets: how long ago it last answered. More of one feed or kind: sources us-fr, sources customs. Filter by one: watch japan source:gazette'
            : 'All of them: sources',
        ),
      },
    ],
    buttons: held
      .slice(0, 2)
      .map(({ feed }) => ({ label: `Held of ${feed.id}`, command: `feed held ${feed.id}` })),
  };
}

type Sorted = {
  /** In the order of the conditions. */
  readonly sick: readonly (readonly Known[])[];
  readonly quiet: readonly Known[];
  readonly unpolled: readonly Known[];
};

function sortFeeds(known: readonly Known[]): Sorted {
  let left = known;
  const sick = CONDITIONS.map(({ takes }) => {
    const taken = left.filter(({ state }) => takes(state));
    left = left.filter((one) => !taken.includes(one));
    return taken;
  });
  const quiet = left.filter(({ state }) => state !== undefined && state.lastOkAt !== null);
  return { sick, quiet, unpolled: left.filter((one) => !quiet.includes(one)) };
}

/** `12 feeds: 4 in order, 1 held, 3 in trouble, 2 paused, 2 to look at; last checked 4 Mar 2026 12:00 UTC`. */
function countsOf(sorted: Sorted, total: number, lastOkAt: Instant | null): string {
  const parts = [
    `${sorted.quiet.length} in order`,
    ...CONDITIONS.flatMap(({ count }, at) => {
      const size = sorted.sick[at]?.length ?? 0;
      return size === 0 ? [] : [`${size} ${count}`];
    }),
    ...(sorted.unpolled.length === 0 ? [] : [`${sorted.unpolled.length} not polled yet`]),
  ];
  const checked =
    lastOkAt === null ? 'none answered yet' : `last checked ${instantWords(lastOkAt)}`;
  return `${countWords(total, 'feed')}: ${parts.join(', ')}; ${checked}`;
}

function overview(sorted: Sorted, now: Instant): readonly MessageBlock[] {
  const blocks = CONDITIONS.flatMap(({ title, words, isSilent }, at) => {
    const items = (sorted.sick[at] ?? []).map(({ feed, state }): readonly Span[] => {
      if (state === undefined) return nameSpans(feed);
      const answered = isSilent ? ` ${answeredWords(state, now)}.` : '';
      return [...nameSpans(feed), { text: `: ${words(state)}${answered}` }];
    });
    return titled(title, withRest(items));
  });
  const byTier = FEED_TIERS.flatMap((tier) => tierItem(tier, sorted.quiet, now));
  const unpolled = sorted.unpolled.length === 0 ? [] : [namesOf(sorted.unpolled)];
  return [...blocks, ...titled('In order', byTier), ...titled('Not polled yet', unpolled)];
}

function titled(title: string, items: readonly (readonly Span[])[]): readonly MessageBlock[] {
  if (items.length === 0) return [];
  return [
    { kind: 'text', spans: [{ text: title, bold: true }] },
    { kind: 'list', items },
  ];
}

function withRest(items: readonly (readonly Span[])[]): readonly (readonly Span[])[] {
  const rest = items.length - LISTED_FEEDS;
  return rest > 0 ? [...items.slice(0, LISTED_FEEDS), plain(`and ${rest} more`)] : items;
}

function nameSpans(feed: Feed): readonly Span[] {
  return [{ text: feed.publisher, bold: true }, { text: ' ' }, { text: feed.id, code: true }];
}

/** One line for all healthy feeds of a tier. */
function tierItem(
  tier: FeedTier,
  quiet: readonly Known[],
  now: Instant,
): readonly (readonly Span[])[] {
  const own = quiet.filter(({ feed }) => feed.tier === tier);
  if (own.length === 0) return [];
  const names = own
    .slice(0, LISTED_FEEDS)
    .map(({ feed, state }) => `${feed.publisher} (${ageWords(now - (state?.lastOkAt ?? now))})`);
  const rest = own.length - names.length;
  const text = `: ${names.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
  return [[{ text: TIER_WORDS[tier], bold: true }, { text }]];
}

function namesOf(known: readonly Known[]): readonly Span[] {
  const names = known.slice(0, LISTED_FEEDS).map(({ feed }) => feed.publisher);
  const rest = known.length - names.length;
  return plain(`${names.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`);
}

/** Everything that is known of each, by tier. */
function inFull(known: readonly Known[], now: Instant): readonly MessageBlock[] {
  return FEED_TIERS.flatMap((tier) =>
    titled(
      TIER_WORDS[tier],
      known
        .filter(({ feed }) => feed.tier === tier)
        .map(({ feed, state }) => [
          { text: feed.publisher, link: feed.url },
          { text: ' ' },
          { text: feed.id, code: true },
          { text: `: ${stateWords(state, now)}` },
        ]),
    ),
  );
}

function answeredWords(state: FeedState, now: Instant): string {
  return state.lastOkAt === null
    ? 'It never answered'
    : `Last answered ${ageWords(now - state.lastOkAt)} ago`;
}

function stateWords(state: FeedState | undefined, now: Instant): string {
  if (state === undefined || state.lastPolledAt === null) return 'not polled yet';
  const condition = CONDITIONS.find(({ takes }) => takes(state));
  const newest =
    state.newestItemAt === null
      ? 'no dated item'
      : `newest item ${instantWords(state.newestItemAt)}`;
  const words = condition?.wordsAlone ?? condition?.words;
  const told = words === undefined ? '' : `${words(state)} `;
  const next =
    state.heldReason === null
      ? `next poll ${instantWords(state.nextPollAt)}`
      : `it runs again with: feed resume ${state.feedId}`;
  return `${told}${answeredWords(state, now)}; ${newest}; ${next}`;
}
