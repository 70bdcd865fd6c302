// The subscriptions of a channel: what, who, when, last post, last failure, digest, mutes. In: rows of the store; out: one
// message.
import type { Message, MessageBlock, Span } from '../domain/message.ts';
import type { ChannelSettings, DigestSlot, Mute, Subscription } from '../domain/subscription.ts';
import { describeFilter, printFilter } from './describe-filter.ts';
import { subjectWords } from './mute-message.ts';
import { digestWords } from './settings-message.ts';
import { countWords, instantWords } from './wording.ts';

export type ListContent = {
  readonly channelName: string;
  readonly settings: ChannelSettings | null;
  readonly subscriptions: readonly Subscription[];
  readonly mutes: readonly Mute[];
  readonly nextDigest: DigestSlot | null;
};

/** What this channel follows. */
export function listMessage(content: ListContent): Message {
  const { subscriptions, settings } = content;
  const count = countWords(subscriptions.length, 'subscription');
  const summary =
    subscriptions.length === 0
      ? `${content.channelName} follows nothing yet. Try: watch japan steel`
      : `${content.channelName} has ${count}.`;
  return {
    summary,
    accent: settings?.pausedReason ? 'trouble' : 'info',
    blocks: [
      { kind: 'heading', text: summary },
      ...pausedBlocks(settings),
      ...(subscriptions.length === 0
        ? []
        : [{ kind: 'list', items: subscriptions.map(subscriptionItem) } as const]),
      { kind: 'fields', fields: channelFields(content) },
      ...muteBlocks(content.mutes),
    ],
    buttons: [
      ...(settings?.pausedBy ? [{ label: 'Resume', command: 'resume' } as const] : []),
      { label: 'Settings', command: 'settings' },
      { label: 'Recent stories', command: 'recent' },
    ],
  };
}

function pausedBlocks(settings: ChannelSettings | null): readonly MessageBlock[] {
  if (!settings?.pausedReason) return [];
  const since = settings.pausedAt === null ? '' : ` since ${instantWords(settings.pausedAt)}`;
  const end =
    settings.pausedBy === null
      ? 'posting resumes when the bot can post again'
      : 'to post again: resume';
  const text = `Paused${since}: ${settings.pausedReason}. Subscriptions are kept; ${end}.`;
  return [{ kind: 'text', spans: [{ text, bold: true }] }];
}

/** One subscription: in words, as typed, by whom and when. */
export function subscriptionItem(subscription: Subscription): readonly Span[] {
  return [
    { text: subscription.id, code: true },
    { text: ` ${describeFilter(subscription.filter)} (` },
    { text: printFilter(subscription.filter) || 'everything', code: true },
    { text: `), by ${subscription.createdBy}, ${instantWords(subscription.createdAt)}` },
  ];
}

function channelFields(content: ListContent): { label: string; value: string }[] {
  const { settings } = content;
  const lastPost = settings?.lastPostAt ?? null;
  return [
    { label: 'Posting', value: settings?.pausedReason ? 'paused' : 'on' },
    { label: 'Last post', value: lastPost === null ? 'none yet' : instantWords(lastPost) },
    { label: 'Last failure', value: settings?.lastFailure ?? 'none' },
    { label: 'Digest', value: digestWords(settings?.digest ?? null, content.nextDigest) },
  ];
}

function muteBlocks(mutes: readonly Mute[]): readonly MessageBlock[] {
  if (mutes.length === 0) return [];
  return [
    { kind: 'text', spans: [{ text: 'Muted here', bold: true }] },
    { kind: 'list', items: mutes.map(muteItem) },
  ];
}

/** `Japan until 12 Mar 2025 08:00 UTC, by ann`. */
export function muteItem(mute: Mute): readonly Span[] {
  return [
    { text: subjectWords(mute.subject), bold: true },
    { text: ` until ${instantWords(mute.until)}, by ${mute.createdBy}` },
  ];
}
