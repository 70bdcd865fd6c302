// How the feeds are, in a line under answers that state how far the bot looked. In: feeds and what is remembered of them. Out:
// counts and names, and the words for them. The whole of it is told by `sources-message.ts`.
import type { Instant } from '../domain/day.ts';
import type { Feed, FeedState } from '../domain/feed.ts';
import { countWords, cutWords, instantWords } from './wording.ts';

export type FeedHealth = {
  readonly total: number;
  readonly healthy: number;
  /** When the newest successful poll of any feed was. */
  readonly lastOkAt: Instant | null;
  /** Names of feeds in trouble, with the reason in words. */
  readonly troubled: readonly { readonly name: string; readonly reason: string }[];
  /** Feeds of which a storm is held, and how many items wait. */
  readonly held?: readonly { readonly name: string; readonly items: number }[];
  /** Feeds that answer and may all the same have hidden something; the reason is null where it hides no news. */
  readonly suspect?: readonly { readonly name: string; readonly reason: string | null }[];
};

const LISTED_FEEDS = 3;
const REASON_LIMIT = 60;

/** How the enabled feeds are, for every message that states how far it looked. */
export function feedHealth(feeds: readonly Feed[], states: readonly FeedState[]): FeedHealth {
  const byId = new Map(states.map((state) => [state.feedId, state]));
  const enabled = feeds.filter((feed) => feed.enabled);
  const troubled = enabled.flatMap((feed) => {
    const reason = troubleOf(byId.get(feed.id));
    return reason === null ? [] : [{ name: feed.publisher, reason }];
  });
  const suspect = enabled.flatMap((feed) => {
    const state = byId.get(feed.id);
    return isSuspect(state) ? [{ name: feed.publisher, reason: suspicionOf(state.warnings) }] : [];
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
    suspect: suspect.sort((a, b) => Number(a.reason === null) - Number(b.reason === null)),
  };
}

/** Answers, is neither held nor in trouble, and has something to be looked at. */
function isSuspect(state: FeedState | undefined): state is FeedState {
  const isSick = state === undefined || state.hold != null || troubleOf(state) !== null;
  return !isSick && state.warnings.length > 0;
}

/** How a warning of a feed begins, and what it comes to for somebody who asks whether news can be missing. */
const SUSPICIONS: readonly (readonly [string, string])[] = [
  ['Window overrun', 'items may have come and gone unseen'],
  ['Stale', 'nothing new for long'],
  ['Empty', 'no items in it'],
  ['All guids changed', 'all its items under new ids'],
];

function suspicionOf(warnings: readonly string[]): string | null {
  const found = SUSPICIONS.find(([start]) => warnings.some((text) => text.startsWith(start)));
  return found?.[1] ?? null;
}

function isHealthy(state: FeedState | undefined): boolean {
  return (
    state !== undefined &&
    state.lastOkAt !== null &&
    state.hold == null &&
    state.warnings.length === 0 &&
    troubleOf(state) === null
  );
}

function troubleOf(state: FeedState | undefined): string | null {
  if (state === undefined) return null;
  if (state.heldReason !== null)
    return cutWords(`paused: ${pauseWords(state.heldReason)}`, REASON_LIMIT);
  if (state.failures > 0) return cutWords(withoutStop(state.lastError ?? 'failing'), REASON_LIMIT);
  return null;
}

/** The reason of a pause. It may say itself that it is one: `Paused by Ann.` */
export function pauseWords(reason: string): string {
  return withoutStop(reason.replace(/^paused:? /i, ''));
}

function withoutStop(sentence: string): string {
  return sentence.replace(/\.$/, '');
}

/**
 * `30 of 32 feeds in order, last checked 12 Mar 2025 08:00 UTC; in trouble: USTR (HTTP 403); answering, but look: METI
 * (nothing new for long)`.
 */
export function feedHealthWords(feeds: FeedHealth): string {
  const checked =
    feeds.lastOkAt === null ? 'none answered yet' : `last checked ${instantWords(feeds.lastOkAt)}`;
  const held = (feeds.held ?? []).map(
    ({ name, items }) => `${countWords(items, 'item')} of ${name}`,
  );
  const waiting =
    held.length === 0
      ? ''
      : `; held until somebody decides, and not counted here: ${held.join(', ')}`;
  return [
    `${feeds.healthy} of ${countWords(feeds.total, 'feed')} in order, ${checked}${waiting}`,
    ...namedFeeds('in trouble', feeds.troubled),
    ...namedFeeds('answering, but look', feeds.suspect ?? []),
  ].join('; ');
}

function namedFeeds(
  title: string,
  feeds: readonly { readonly name: string; readonly reason: string | null }[],
): readonly string[] {
  if (feeds.length === 0) return [];
  const named = feeds
    .slice(0, LISTED_FEEDS)
    .map(({ name, reason }) => (reason === null ? name : `${name} (${reason})`));
  const rest = feeds.length - named.length;
  return [`${title}: ${named.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`];
}
