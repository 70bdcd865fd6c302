// The feeds and how they are. In: feeds and what is remembered of them; out: one message, troubled feeds first.
import type { Instant } from '../domain/day.ts';
import { FEED_TIERS, type Feed, type FeedState, type FeedTier } from '../domain/feed.ts';
import type { Message, MessageBlock, Span } from '../domain/message.ts';
import { type FeedHealth, feedHealthWords } from './digest-message.ts';
import { holdWords } from './hold-message.ts';
import { ageWords, cutWords, instantWords } from './wording.ts';

const TIER_WORDS: Readonly<Record<FeedTier, string>> = {
  gazette: 'Official gazettes',
  customs: 'Customs',
  authority: 'Authorities',
  multilateral: 'International organisations',
  wire: 'News agencies',
  press: 'Press',
};

const REASON_LIMIT = 60;

/** How the enabled feeds are, for every message that states how far it looked. */
export function feedHealth(feeds: readonly Feed[], states: readonly FeedState[]): FeedHealth {
  const byId = new Map(states.map((state) => [state.feedId, state]));
  const enabled = feeds.filter((feed) => feed.enabled);
  const troubled = enabled.flatMap((feed) => {
    const reason = troubleOf(byId.get(feed.id));
    return reason === null ? [] : [{ name: feed.publisher, reason }];
  });
  const polled = enabled.flatMap((feed) => byId.get(feed.id)?.lastOkAt ?? []);
  const healthy = enabled.filter((feed) => isHealthy(byId.get(feed.id))).length;
  const held = enabled.flatMap((feed) => {
    const items = byId.get(feed.id)?.hold?.items ?? 0;
    return items === 0 ? [] : [{ name: feed.publisher, items }];
  });
  return {
    total: enabled.length,
    healthy,
    lastOkAt: polled.length === 0 ? null : Math.max(...polled),
    troubled,
    held,
  };
}

function isHealthy(state: FeedState | undefined): boolean {
  return state !== undefined && state.lastOkAt !== null && troubleOf(state) === null;
}

function troubleOf(state: FeedState | undefined): string | null {
  if (state === undefined) return null;
  if (state.heldReason !== null)
    return cutWords(`paused: ${pauseWords(state.heldReason)}`, REASON_LIMIT);
  if (state.failures > 0) return cutWords(state.lastError ?? 'failing', REASON_LIMIT);
  return null;
}

// The reason may say itself that it is a pause: `Paused by Ann.`
function pauseWords(reason: string): string {
  return reason.replace(/^paused:? /i, '').replace(/\.$/, '');
}

/** The list of sources by tier, each with its last good poll. */
export function sourcesMessage(
  feeds: readonly Feed[],
  states: readonly FeedState[],
  now: Instant,
): Message {
  const health = feedHealth(feeds, states);
  const byId = new Map(states.map((state) => [state.feedId, state]));
  const summary = feedHealthWords(health);
  return {
    summary: cutWords(summary, 150),
    accent: health.troubled.length > 0 ? 'trouble' : 'info',
    blocks: [
      { kind: 'heading', text: 'Sources' },
      { kind: 'text', spans: [{ text: summary }] },
      ...FEED_TIERS.flatMap((tier) => tierBlocks(tier, feeds, byId, now)),
      {
        kind: 'context',
        spans: [{ text: 'Filter by one with source:, for example: watch japan source:gazette' }],
      },
    ],
    buttons: [],
  };
}

function tierBlocks(
  tier: FeedTier,
  feeds: readonly Feed[],
  byId: ReadonlyMap<string, FeedState>,
  now: Instant,
): readonly MessageBlock[] {
  const own = feeds.filter((feed) => feed.tier === tier && feed.enabled);
  if (own.length === 0) return [];
  return [
    { kind: 'text', spans: [{ text: TIER_WORDS[tier], bold: true }] },
    { kind: 'list', items: own.map((feed) => feedItem(feed, byId.get(feed.id), now)) },
  ];
}

function feedItem(feed: Feed, state: FeedState | undefined, now: Instant): readonly Span[] {
  return [
    { text: feed.publisher, link: feed.url },
    { text: ' ' },
    { text: feed.id, code: true },
    { text: `: ${stateWords(state, now)}` },
  ];
}

function stateWords(state: FeedState | undefined, now: Instant): string {
  const trouble = troubleOf(state);
  if (state === undefined || state.lastPolledAt === null) return 'not polled yet';
  const ok =
    state.lastOkAt === null ? 'never answered' : `answered ${ageWords(now - state.lastOkAt)} ago`;
  const newest =
    state.newestItemAt === null ? '' : `, newest item ${instantWords(state.newestItemAt)}`;
  const hold = state.hold == null ? '' : `${holdWords(state.hold)}; `;
  const warnings = state.warnings.length === 0 ? '' : `; ${state.warnings.join('; ')}`;
  return `${hold}${trouble === null ? '' : `${trouble}; `}${ok}${newest}${warnings}`;
}
