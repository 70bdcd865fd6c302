// Ids, counts and the last deliveries of a channel: what a supporter asks for. Holds no secret.

import type { Instant } from '../domain/day.ts';
import type { Delivery } from '../domain/delivery.ts';
import type { Message, Span } from '../domain/message.ts';
import type { ChannelSettings } from '../domain/subscription.ts';
import { type FeedHealth, feedHealthWords } from './feed-health.ts';
import { ageWords, instantWords } from './wording.ts';

const LISTED_DEAD = 5;
/** Digits of a hash that tell the texts of one channel apart. */
const SHORT_HASH = 8;

export type DebugContent = {
  readonly lane: string;
  readonly userId: string;
  readonly settings: ChannelSettings | null;
  readonly subscriptions: number;
  readonly ledgerEntries: number;
  readonly feeds: FeedHealth;
  readonly oldestUnsentAt: Instant | null;
  /** Newest first. */
  readonly recent: readonly Delivery[];
  readonly dead: readonly Delivery[];
  readonly now: Instant;
};

export function debugMessage(content: DebugContent): Message {
  const { settings, oldestUnsentAt } = content;
  const waiting =
    oldestUnsentAt === null ? 'none' : `oldest waits ${ageWords(content.now - oldestUnsentAt)}`;
  return {
    summary: `${content.lane}: ${content.subscriptions} subscriptions, ${content.dead.length} failed posts.`,
    accent: content.dead.length > 0 || settings?.pausedReason ? 'trouble' : 'info',
    blocks: [
      { kind: 'heading', text: 'Debug' },
      {
        kind: 'fields',
        fields: [
          { label: 'Channel', value: content.lane },
          { label: 'You', value: content.userId },
          { label: 'State', value: settings?.pausedReason ?? 'running' },
          { label: 'Subscriptions', value: String(content.subscriptions) },
          { label: 'Ledger entries', value: String(content.ledgerEntries) },
          { label: 'Unsent posts (all channels)', value: waiting },
          { label: 'Feeds', value: feedHealthWords(content.feeds) },
          { label: 'Now', value: instantWords(content.now) },
        ],
      },
      ...listed('Last deliveries', content.recent),
      ...listed('Failed for good', content.dead.slice(0, LISTED_DEAD)),
    ],
    buttons: content.dead.slice(0, 1).map((row) => ({
      label: `Send ${row.id} again`,
      command: `debug redeliver ${row.id}`,
    })),
  };
}

export function redeliveredMessage(id: number): Message {
  const text = `Post ${id} is planned again.`;
  return {
    summary: text,
    accent: 'info',
    blocks: [{ kind: 'text', spans: [{ text }] }],
    buttons: [],
  };
}

function listed(title: string, rows: readonly Delivery[]): Message['blocks'] {
  if (rows.length === 0) return [];
  return [
    { kind: 'text', spans: [{ text: title, bold: true }] },
    { kind: 'list', items: rows.map(deliveryItem) },
  ];
}

function deliveryItem(row: Delivery): readonly Span[] {
  return [{ text: String(row.id), code: true }, { text: ` ${deliveryWords(row)}` }];
}

/** One row of the delivery log after its number: what it is, what became of it, its receipt, content and reason. */
export function deliveryWords(row: Delivery): string {
  const when = row.sentAt === null ? '' : ` ${instantWords(row.sentAt)}`;
  const trouble = row.lastError === null ? '' : `; ${row.lastError}`;
  const receipt = row.receipt === null ? '' : `, receipt ${row.receipt}`;
  const content = `, content ${row.contentHash.slice(0, SHORT_HASH)}`;
  const story = row.storyId === null ? '' : ` ${row.storyId} v${row.storyVersion ?? 0}`;
  return `${row.kind}${story}: ${row.state}${when}, attempt ${row.attempts}${receipt}${content}${trouble} (${row.reason})`;
}
