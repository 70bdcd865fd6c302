// Stories, subscriptions and deliveries for tests: every field has a plain value, a test names only what it is about.
import type { Instant } from '../../src/domain/day.ts';
import type { Delivery } from '../../src/domain/delivery.ts';
import type { Story, StoryChange, StoryRate, StorySource } from '../../src/domain/story.ts';
import type {
  ChannelRef,
  ChannelSettings,
  Filter,
  Mute,
  Subscription,
} from '../../src/domain/subscription.ts';
import { storyMessage } from '../../src/messages/story-message.ts';

export const NOON: Instant = Date.parse('2025-02-12T12:00:00Z');
export const CHANNEL: ChannelRef = { platform: 'preview', tenantId: 'acme', channelId: 'trade' };
export const LANE = 'preview:acme:trade';

export function aRate(pct: number, kind: StoryRate['kind'] = 'additional'): StoryRate {
  return { pct, kind, quote: `a duty of ${pct}%`, itemId: 'I-1' };
}

/** The story of the seed: 25 % on steel, announced by the United States, on Japan. */
export function aStory(part: Partial<Story> = {}): Story {
  const facts = {
    imposers: ['US'],
    targets: ['JP'],
    exempted: [],
    products: ['steel'],
    rates: [aRate(25)],
    oldRates: [],
    action: 'imposed',
    stage: 'announced',
    relief: null,
    effectiveOn: '2025-03-12',
    endsOn: null,
    instrument: 'Section 232',
    quotaTonnes: [],
  } as const;
  const story: Story = {
    ...facts,
    id: 'S-12',
    version: 1,
    title: 'Duty of 25% on steel announced',
    rung: 'press',
    sources: [],
    openedAt: NOON,
    updatedAt: NOON,
    withdrawn: null,
    ...part,
  };
  return part.sources === undefined ? { ...story, sources: [aSource(story)] } : story;
}

export function aSource(story: Story, part: Partial<StorySource> = {}): StorySource {
  return {
    itemId: 'I-1',
    feedId: story.rung === 'press' ? 'daily' : 'register',
    publisher: story.rung === 'press' ? 'The Daily' : 'The Register',
    tier: story.rung === 'press' ? 'press' : 'gazette',
    rung: story.rung,
    title: story.title,
    link: 'https://news.example/steel',
    publishedAt: NOON,
    seenAt: NOON,
    origin: 'The Daily',
    quote: 'The duty of 25% on steel takes effect on 12 March.',
    facts: story,
    words: [],
    ...part,
  };
}

export function aChange(kind: StoryChange['kind'], after: Story, before?: Story): StoryChange {
  return { kind, reason: `because of ${kind}`, before: before ?? null, after };
}

export const EVERYTHING: Filter = { include: {}, exclude: {}, countries: [] };

export function aSubscription(part: Partial<Subscription> = {}): Subscription {
  return {
    id: 'W-1',
    channel: CHANNEL,
    filter: EVERYTHING,
    createdBy: 'ann',
    createdAt: NOON - 1_000,
    ...part,
  };
}

export function someSettings(part: Partial<ChannelSettings> = {}): ChannelSettings {
  return {
    channel: CHANNEL,
    name: '#trade',
    address: null,
    pausedReason: null,
    pausedAt: null,
    pausedBy: null,
    lastPostAt: null,
    lastFailure: null,
    digest: null,
    preferences: null,
    ...part,
  };
}

/** The story's first post in the channel, sent. */
export function aDelivery(story: Story, part: Partial<Delivery> = {}): Delivery {
  return {
    id: 1,
    contentHash: '0123456789abcdef0123456789abcdef',
    dedupeKey: `${story.id}:v${story.version}:${LANE}:alert`,
    channel: CHANNEL,
    kind: 'alert',
    storyId: story.id,
    storyVersion: story.version,
    message: storyMessage(story, NOON),
    reason: 'a new story',
    notBefore: NOON,
    mode: 'post',
    state: 'sent',
    attempts: 1,
    createdAt: NOON,
    attemptStartedAt: NOON,
    sentAt: NOON,
    receipt: 'r1',
    lastError: null,
    ...part,
  };
}

export function aMute(subject: string, part: Partial<Mute> = {}): Mute {
  return { channel: CHANNEL, subject, until: NOON + 1_000_000, createdBy: 'ann', ...part };
}
