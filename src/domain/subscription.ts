// Who wants what, where and when.
import type { Day, Instant } from './day.ts';

export type Platform = 'slack' | 'teams' | 'preview';

/** A place that messages go to. `address` is what the platform needs to reach it, opaque to the core. */
export type ChannelRef = {
  readonly platform: Platform;
  readonly tenantId: string;
  readonly channelId: string;
};

/** The lane of the outbox that keeps a channel's messages in order. */
export function laneOf(channel: ChannelRef): string {
  return `${channel.platform}:${channel.tenantId}:${channel.channelId}`;
}

/** In the order in which a filter is told. */
export const FILTER_KEYS = [
  'imposer',
  'target',
  'product',
  'stage',
  'action',
  'rung',
  'source',
] as const;
export type FilterKey = (typeof FILTER_KEYS)[number];

/** Values of one key are OR, different keys AND. Values are codes and slugs, never the user's own spelling. */
export type FilterTerms = { readonly [key in FilterKey]?: readonly string[] };

export type Filter = {
  readonly include: FilterTerms;
  readonly exclude: FilterTerms;
  /** Bare country words: the country may be imposer or target. */
  readonly countries: readonly string[];
};

export type Subscription = {
  readonly id: string;
  readonly channel: ChannelRef;
  readonly filter: Filter;
  readonly createdBy: string;
  readonly createdAt: Instant;
};

/** What is known of a channel besides its subscriptions. */
export type ChannelSettings = {
  readonly channel: ChannelRef;
  readonly name: string;
  /** Platform address (Teams: the conversation reference as JSON); null where the id is enough. */
  readonly address: string | null;
  /** Why nothing is sent (channel archived, bot removed), or null. Subscriptions stay. */
  readonly pausedReason: string | null;
  readonly pausedAt: Instant | null;
  /** Who asked for the pause, by name; null when the platform brought it about. Only `resume` ends one that was asked for. */
  readonly pausedBy: string | null;
  readonly lastPostAt: Instant | null;
  readonly lastFailure: string | null;
  readonly digest: DigestSettings | null;
  /** Null: the defaults of `DEFAULT_PREFERENCES`. */
  readonly preferences: ChannelPreferences | null;
};

/** What a channel may choose besides its filters and its digest. */
export type ChannelPreferences = {
  /**
   * What is shown in the channel itself besides the edited post: `changes` shows changes of stage, rate or date and
   * corrections, `all` also the first official word, `none` keeps all of it in the thread.
   */
  readonly broadcast: 'all' | 'changes' | 'none';
  readonly quietHours: QuietHours | null;
  /** What a day without news is told as. */
  readonly emptyDigest: 'line' | 'none' | 'full';
};

/** Local hours in which alerts wait. `fromMinute` may be later than `toMinute`: the hours then span midnight. */
export type QuietHours = {
  readonly fromMinute: number;
  readonly toMinute: number;
  /** IANA zone. */
  readonly zone: string;
  /** True: an official act that is in force or announced is posted all the same. */
  readonly urgentPasses: boolean;
};

export const DEFAULT_PREFERENCES: ChannelPreferences = {
  broadcast: 'changes',
  quietHours: null,
  emptyDigest: 'line',
};

export type DigestSettings = {
  /** Minutes after local midnight. */
  readonly minuteOfDay: number;
  /** IANA zone. */
  readonly zone: string;
  readonly weekdaysOnly: boolean;
  readonly changedAt: Instant;
  /** Last local date that was planned; null before the first. */
  readonly lastDay: Day | null;
  /** Up to when the digest of that day told; unknown for one of an earlier version. */
  readonly toldUntil?: Instant;
};

/** One digest of a channel: its local date, and when it is due. */
export type DigestSlot = { readonly day: Day; readonly at: Instant };

export type Mute = {
  readonly channel: ChannelRef;
  /** `story:S-12`, `country:JP` or `product:steel`. */
  readonly subject: string;
  readonly until: Instant;
  readonly createdBy: string;
};
