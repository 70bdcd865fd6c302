// The answer to why about one item: its outcome comes first.
import { expect, it } from 'vitest';
import type { StoredItem } from '../../../src/domain/item.ts';
import { printMessage } from '../../../src/messages/print-message.ts';
import { whyItemMessage, whyStoryMessage } from '../../../src/messages/why-message.ts';

import { aStory } from '../../support/story-builder.ts';

const NOON = Date.parse('2026-03-02T12:00:00Z');

const ITEM: StoredItem = {
  id: 'I-7',
  feedId: 'wire',
  version: 1,
  fetchedAt: NOON,
  key: 'r1',
  aliases: [],
  guid: 'r1',
  title: 'Brazil threatens tariff on steel',
  link: null,
  summary: '',
  content: '',
  publishedAt: NOON,
  publishedPrecision: 'instant',
  updatedAt: null,
  authors: [],
  categories: [],
};

it('of a story leads on to every fact of its best source, each with its sentence', () => {
  const { buttons } = whyStoryMessage({
    story: aStory(),
    outcome: 'Posted.',
    deliveries: [],
    entries: [],
  });

  expect(buttons[0]).toMatchObject({ label: 'Every fact of I-1', command: 'why I-1' });
});

it.each([
  ['merged', 'S-12', 'I-7: merged into S-12'],
  ['new-story', 'S-12', 'I-7: opened a story'],
  ['routine', null, 'I-7: read as paperwork'],
] as const)('names the outcome of an item: %s', (outcome, storyId, text) => {
  const message = whyItemMessage({
    item: ITEM,
    feedName: 'Wire',
    outcome,
    reason: 'not seen before',
    storyId,
    reading: null,
    inChannel: 'Not posted.',
  });

  expect(printMessage(message)).toContain(text);
});
