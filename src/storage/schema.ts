// The tables as the query layer sees them: types only. Made by `migrations.ts`, the same on both engines. Times are
// milliseconds, flags 0 or 1, structures JSON text: all that SQLite and Postgres keep alike.
import type { Generated, Insertable, Selectable } from 'kysely';

/** One number a name: `epoch`, which every pass and curator's decision raises, and the last number given to each kind of row. */
type CounterTable = { name: string; value: number };

type FeedStateTable = {
  feed_id: string;
  etag: string | null;
  last_modified: string | null;
  baseline_at: number | null;
  last_polled_at: number | null;
  last_ok_at: number | null;
  next_poll_at: number;
  failures: number;
  last_error: string | null;
  parser: string | null;
  newest_item_at: number | null;
  warnings: string;
  held_reason: string | null;
  moved: string | null;
  fresh_counts: string;
  hold: string | null;
  overrun_at: number | null;
  lease_token: string | null;
  lease_until: number;
};

/** Which text stood behind an address when it was last read; equal texts are kept once, by their hash. */
type LinkedPageTable = { url: string; text_hash: string; fetched_at: number };
type LinkedTextTable = { hash: string; body: string };

/** Items that were read by their title because the text behind them could not be had yet. */
type PageRetryTable = { item_id: string; feed_id: string; attempts: number; due_at: number };

type CustomFeedTable = { id: string; body: string; added_by: string; added_at: number };

/** How far the filling of a feed from a day on has come; without `next_url` it is done. */
type BackfillTable = {
  feed_id: string;
  from_day: string;
  next_url: string | null;
  pages: number;
  items: number;
};

/** The latest text of each item; earlier texts are in `item_version`. */
type ItemTable = {
  id: string;
  feed_id: string;
  version: number;
  link: string | null;
  fingerprint: string;
  outcome: string;
  reason: string;
  story_id: string | null;
  fetched_at: number;
  body: string;
  reading: string | null;
};

type ItemVersionTable = { item_id: string; version: number; fetched_at: number; body: string };

/** Every name an item goes by in its feed; the first item that used a name keeps it. */
type ItemAliasTable = { feed_id: string; alias: string; item_id: string };

type StoryTable = { id: string; version: number; epoch: number; updated_at: number; body: string };

/** Each state of a story that was ever committed, by the epoch that wrote it. */
type StoryVersionTable = { story_id: string; epoch: number; version: number; body: string };

type LedgerEntryTable = {
  seq: Generated<number>;
  id: string;
  measure_id: string;
  recorded_at: number;
  body: string;
};

type ReviewTable = {
  id: string;
  story_id: string;
  created_at: number;
  decided_at: number | null;
  body: string;
  decision: string | null;
};

type ChannelTable = {
  lane: string;
  platform: string;
  tenant_id: string;
  channel_id: string;
  name: string;
  address: string | null;
  paused_reason: string | null;
  paused_at: number | null;
  paused_by: string | null;
  digest: string | null;
  preferences: string | null;
};

type SubscriptionTable = {
  id: string;
  lane: string;
  filter: string;
  created_by: string;
  created_at: number;
};

type MuteTable = { lane: string; subject: string; until_at: number; created_by: string };

/**
 * One row a channel: what keeps its messages in order and apart. `due_at` is when its next open delivery may go, and
 * null when it has none; `lease_token` is set while the delivery `in_flight` is being sent.
 */
type LaneTable = {
  lane: string;
  platform: string;
  ready_at: number;
  due_at: number | null;
  paused: number;
  lease_token: string | null;
  lease_until: number;
  in_flight: number | null;
  last_post_at: number | null;
  last_failure: string | null;
};

/** Texts of messages by their hash: an alert to ten thousand channels is stored once. */
type MessageTable = { hash: string; body: string };

type DeliveryTable = {
  id: Generated<number>;
  dedupe_key: string;
  lane: string;
  kind: string;
  mode: string;
  story_id: string | null;
  story_version: number | null;
  message_hash: string;
  reason: string;
  /** `not_before` as it was planned; that one moves with every retry. */
  planned_for: number;
  not_before: number;
  state: string;
  attempts: number;
  created_at: number;
  attempt_started_at: number | null;
  sent_at: number | null;
  receipt: string | null;
  last_error: string | null;
  lease_token: string | null;
  /** Attempts that ended without a clear answer: after the first, every copy may be a repeat. */
  unclear_attempts: number;
};

type SeenKeyTable = { key: string; until_at: number };

/** One row: what tells this database from any other, and a backup of it from another's. */
type StoreIdentityTable = { one: number; id: string };

type JobSlotTable = { name: string; slot: number };

export type Schema = {
  counter: CounterTable;
  feed_state: FeedStateTable;
  item: ItemTable;
  item_version: ItemVersionTable;
  item_alias: ItemAliasTable;
  story: StoryTable;
  story_version: StoryVersionTable;
  ledger_entry: LedgerEntryTable;
  review: ReviewTable;
  channel: ChannelTable;
  subscription: SubscriptionTable;
  mute: MuteTable;
  lane: LaneTable;
  message: MessageTable;
  delivery: DeliveryTable;
  seen_key: SeenKeyTable;
  job_slot: JobSlotTable;
  store_identity: StoreIdentityTable;
  linked_page: LinkedPageTable;
  linked_text: LinkedTextTable;
  page_retry: PageRetryTable;
  custom_feed: CustomFeedTable;
  backfill: BackfillTable;
};

export type FeedStateRow = Selectable<FeedStateTable>;
export type ItemRow = Selectable<ItemTable>;
export type ChannelRow = Selectable<ChannelTable>;
export type DeliveryRow = Selectable<DeliveryTable>;
export type NewDeliveryRow = Insertable<DeliveryTable>;
