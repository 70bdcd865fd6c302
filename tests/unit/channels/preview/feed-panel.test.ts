// What the panel on feeds shows of each feed: in order, answering but not as usual, or in need of somebody.
import { describe, expect, it } from 'vitest';
import { type PreviewStore, readPanels } from '../../../../src/channels/preview/preview-state.ts';
import type { Feed, FeedState } from '../../../../src/domain/feed.ts';

const NOW = Date.UTC(2026, 2, 4, 12);

const aFeed = (enabled = true): Feed => ({
  id: 'f',
  publisher: 'Office',
  country: 'US',
  url: 'https://f.example/feed',
  adapter: 'syndication',
  tier: 'authority',
  language: 'en',
  enabled,
  rhythmHours: 24,
  notes: '',
});

const aState = (changes: Partial<FeedState>): FeedState => ({
  feedId: 'f',
  validators: { etag: null, lastModified: null },
  baselineAt: NOW,
  lastPolledAt: NOW,
  lastOkAt: NOW,
  nextPollAt: NOW,
  failures: 0,
  lastError: null,
  parser: 'rss-parser',
  newestItemAt: NOW,
  warnings: [],
  heldReason: null,
  ...changes,
});

async function healthOf(states: readonly FeedState[], feed = aFeed()): Promise<string | undefined> {
  const store: Partial<PreviewStore> = {
    feedStates: async () => [...states],
    ledgerEntries: async () => [],
    openReviews: async () => [],
  };
  const { feeds } = await readPanels(store as PreviewStore, [feed]);
  return feeds[0]?.health;
}

describe('a feed in the panel', () => {
  it.each<[string, Partial<FeedState>, string]>([
    ['that answers', {}, 'ok'],
    ['that answers and is frozen, empty or moved', { warnings: ['Stale: x'] }, 'look'],
    [
      'that fails, whatever was seen before',
      { failures: 2, lastError: 'x', warnings: ['y'] },
      'failing',
    ],
    ['that is paused', { heldReason: 'Paused by Ann.', warnings: ['y'] }, 'paused'],
    ['with held items', { hold: { since: NOW, reason: 'x', items: 3 } }, 'held'],
  ])('%s: %j is %s', async (_, changes, health) => {
    expect(await healthOf([aState(changes)])).toBe(health);
  });

  it('is waiting before its first poll, and off where the list says so', async () => {
    expect(await healthOf([])).toBe('waiting');
    expect(await healthOf([], aFeed(false))).toBe('off');
  });
});
