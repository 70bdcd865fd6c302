// Answers to watch, unwatch and a preview of a watch. In: filters and stories; out: messages that restate the filter.
import { type Message, type MessageBlock, type Span, SUMMARY_LIMIT } from '../domain/message.ts';
import type { Story } from '../domain/story.ts';
import type { Filter, Subscription } from '../domain/subscription.ts';
import { describeFilter, printFilter } from './describe-filter.ts';
import { subscriptionItem } from './list-message.ts';
import { countryName, productName } from './names.ts';
import { storyLine } from './story-message.ts';
import { countWords, cutWords } from './wording.ts';

const LISTED_OVERLAPS = 3;
const LISTED_STORIES = 5;

/** The filter said back, and that nothing old will be posted. */
export function watchedMessage(answer: {
  readonly subscription: Subscription;
  readonly isNew: boolean;
  readonly assumptions: readonly string[];
  readonly overlaps: readonly Subscription[];
}): Message {
  const { subscription, isNew } = answer;
  const verb = isNew ? 'This channel now follows' : 'This channel already follows';
  const text = `${verb} ${describeFilter(subscription.filter)}.`;
  return {
    summary: cutWords(text, SUMMARY_LIMIT),
    accent: 'info',
    blocks: [
      { kind: 'text', spans: [{ text, bold: true }] },
      ...answer.assumptions.map(note),
      ...overlapBlocks(answer.overlaps),
      note(
        isNew
          ? 'Nothing old is posted; the next story that fits is. See what it would have been: add --preview.'
          : 'Nothing was changed.',
      ),
    ],
    buttons: [
      ...(isNew ? [{ label: 'Undo', command: `unwatch ${subscription.id}` } as const] : []),
      { label: 'Subscriptions', command: 'list' },
      { label: 'Daily digest', command: 'digest on' },
    ],
  };
}

/** What was taken out of a watch, and what is left of it. */
export function narrowedMessage(before: Filter, taken: Filter, left: Filter): Message {
  const text = `This channel now follows ${describeFilter(left)}; ${printFilter(taken)} was taken out.`;
  return {
    summary: cutWords(text, SUMMARY_LIMIT),
    accent: 'info',
    blocks: [
      { kind: 'text', spans: [{ text, bold: true }] },
      note('Posts already made are still corrected.'),
    ],
    buttons: [
      { label: 'Undo', command: `watch ${printFilter(before)}` },
      { label: 'Subscriptions', command: 'list' },
    ],
  };
}

function overlapBlocks(overlaps: readonly Subscription[]): readonly MessageBlock[] {
  if (overlaps.length === 0) return [];
  const named = overlaps
    .slice(0, LISTED_OVERLAPS)
    .map(({ id, filter }) => `${printFilter(filter) || 'everything'} (${id})`);
  const rest = overlaps.length - named.length;
  const list = `${named.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
  return [note(`It may overlap with ${list}; a story that fits several is posted once.`)];
}

/** What was removed, and what is left. */
export function unwatchedMessage(removed: readonly Subscription[], left: number): Message {
  const first = removed[0];
  const what =
    removed.length === 1 && first !== undefined
      ? describeFilter(first.filter)
      : countWords(removed.length, 'subscription');
  const text = `This channel no longer follows ${what}.`;
  return {
    summary: cutWords(text, SUMMARY_LIMIT),
    accent: 'info',
    blocks: [
      { kind: 'text', spans: [{ text, bold: true }] },
      { kind: 'list', items: removed.map(subscriptionItem) },
      note(`${countWords(left, 'subscription')} left. Posts already made are still corrected.`),
    ],
    buttons:
      removed.length === 1 && first !== undefined
        ? [{ label: 'Undo', command: `watch ${printFilter(first.filter)}`.trim() }]
        : [{ label: 'Subscriptions', command: 'list' }],
  };
}

/** What a filter would have posted lately. Nothing is subscribed. */
export function watchPreviewMessage(preview: {
  readonly filter: Filter;
  readonly assumptions: readonly string[];
  readonly taken: readonly Story[];
  readonly days: number;
}): Message {
  const { filter, taken, days } = preview;
  const times = taken.length === 1 ? 'once' : `${taken.length} times`;
  const noisiest = noisiestOf(taken, filter);
  const text =
    `Would have posted ${times} in the last ${countWords(days, 'day')}` +
    `${noisiest === null ? '' : `; noisiest: ${noisiest}`}.`;
  const command = `watch ${printFilter(filter)}`.trim();
  return {
    summary: cutWords(`${text} ${describeFilter(filter)}`, SUMMARY_LIMIT),
    accent: 'info',
    blocks: [
      { kind: 'text', spans: [{ text, bold: true }] },
      { kind: 'text', spans: [{ text: `Filter: ${describeFilter(filter)}.` }] },
      ...preview.assumptions.map(note),
      ...(taken.length === 0
        ? []
        : [{ kind: 'list', items: taken.slice(0, LISTED_STORIES).map(storyLine) } as const]),
      note('Nothing was subscribed.'),
    ],
    buttons: [{ label: 'Watch', command }],
  };
}

// The country or product that came most often beside what was asked for, so that a noisy part can be excluded. What came
// once is not noisy.
function noisiestOf(stories: readonly Story[], { countries, include }: Filter): string | null {
  const { imposer = [], target = [], product = [] } = include;
  const asked = new Set(['WORLD', ...countries, ...imposer, ...target, ...product]);
  const counts = new Map<string, number>();
  for (const story of stories) {
    const names = [
      ...[...story.imposers, ...story.targets].filter((code) => !asked.has(code)).map(countryName),
      ...story.products.filter((slug) => !asked.has(slug)).map(productName),
    ];
    for (const name of new Set(names)) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const [top] = [...counts].toSorted(([, one], [, other]) => other - one);
  return top === undefined || top[1] < 2 ? null : `${top[0]} (${top[1]})`;
}

function note(text: string): MessageBlock {
  const spans: readonly Span[] = [{ text }];
  return { kind: 'context', spans };
}
