// The settings of a channel in words, each with how to change it.
import type { Message, Span } from '../domain/message.ts';
import {
  type ChannelPreferences,
  type ChannelSettings,
  DEFAULT_PREFERENCES,
  type DigestSettings,
  type DigestSlot,
  type QuietHours,
} from '../domain/subscription.ts';
import { dayWords, instantWords } from './wording.ts';

const BROADCAST_WORDS: Readonly<Record<ChannelPreferences['broadcast'], string>> = {
  all: 'changes, corrections and the first official word are shown in the channel',
  changes: 'changes and corrections are shown in the channel',
  none: 'changes and corrections stay in the thread; the post itself is edited',
};

const EMPTY_DIGEST_WORDS: Readonly<Record<ChannelPreferences['emptyDigest'], string>> = {
  line: 'one line',
  none: 'no digest',
  full: 'a digest with calendar and feeds',
};

/** What can be set, what it is set to, and what to type to change it. */
export function settingsMessage(
  settings: ChannelSettings | null,
  nextDigest: DigestSlot | null,
): Message {
  const preferences = settings?.preferences ?? DEFAULT_PREFERENCES;
  const lines: readonly (readonly Span[])[] = [
    settingLine(
      'Digest',
      digestWords(settings?.digest ?? null, nextDigest),
      settings?.digest ? 'digest off' : 'digest on 08:30 Asia/Tokyo weekdays',
    ),
    settingLine('Changes', BROADCAST_WORDS[preferences.broadcast], 'settings broadcast all'),
    settingLine(
      'Quiet hours',
      quietWords(preferences.quietHours),
      preferences.quietHours === null
        ? 'settings quiet 22:00-07:00 Europe/Berlin urgent'
        : 'settings quiet off',
    ),
    settingLine(
      'A day without news',
      EMPTY_DIGEST_WORDS[preferences.emptyDigest],
      'settings empty-digest none',
    ),
  ];
  return {
    summary: `Settings of ${settings?.name ?? 'this channel'}.`,
    accent: 'info',
    blocks: [
      { kind: 'heading', text: `Settings of ${settings?.name ?? 'this channel'}` },
      { kind: 'list', items: lines },
      {
        kind: 'context',
        spans: [
          { text: 'Press reports wait a few minutes for others; official sources never do.' },
        ],
      },
    ],
    buttons: [{ label: 'Subscriptions', command: 'list' }],
  };
}

function settingLine(name: string, value: string, example: string): readonly Span[] {
  return [{ text: `${name}: `, bold: true }, { text: `${value}. ` }, { text: example, code: true }];
}

/** `08:30 in Asia/Tokyo, on weekdays; next on 13 Mar 2025 (12 Mar 2025 23:30 UTC)`. */
export function digestWords(digest: DigestSettings | null, next: DigestSlot | null): string {
  if (digest === null) return 'off';
  const days = digest.weekdaysOnly ? 'on weekdays' : 'every day';
  const coming = next === null ? '' : `; next on ${dayWords(next.day)} (${instantWords(next.at)})`;
  return `${clockWords(digest.minuteOfDay)} in ${digest.zone}, ${days}${coming}`;
}

/** `22:00 to 07:00 in Europe/Berlin; official acts pass`. */
export function quietWords(quiet: QuietHours | null): string {
  if (quiet === null) return 'none';
  const urgent = quiet.urgentPasses
    ? 'official acts announced or in force pass'
    : 'everything waits';
  return `${clockWords(quiet.fromMinute)} to ${clockWords(quiet.toMinute)} in ${quiet.zone}; ${urgent}`;
}

/** `08:30` from minutes after midnight. */
export function clockWords(minuteOfDay: number): string {
  const hours = String(Math.floor(minuteOfDay / 60)).padStart(2, '0');
  return `${hours}:${String(minuteOfDay % 60).padStart(2, '0')}`;
}

/** The answer to `digest on`, `off` and a bare `digest`. */
export function digestSetMessage(
  digest: DigestSettings | null,
  next: DigestSlot | null,
  assumption: string | null,
): Message {
  const text =
    digest === null
      ? 'The daily digest is off in this channel.'
      : `The daily digest comes at ${digestWords(digest, next)}.`;
  return {
    summary: text,
    accent: 'info',
    blocks: [
      { kind: 'text', spans: [{ text, bold: true }] },
      ...(assumption === null ? [] : [{ kind: 'context', spans: [{ text: assumption }] } as const]),
    ],
    buttons: [
      digest === null
        ? { label: 'Turn on', command: 'digest on' }
        : { label: 'Turn off', command: 'digest off' },
      { label: 'Digest now', command: 'digest now' },
    ],
  };
}
