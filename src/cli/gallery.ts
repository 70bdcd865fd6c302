// Every kind of message with made-up content, ordinary and awkward, for the preview: what people will see, before they do.

import { HOUR_MS, type Instant } from '../domain/day.ts';
import { UserError } from '../domain/error.ts';
import type { Message } from '../domain/message.ts';
import type { MeasureStage, ReliefStage } from '../domain/reading.ts';
import type { Story, StoryChange, StoryFacts, StorySource } from '../domain/story.ts';
import { digestMessage } from '../messages/digest-message.ts';
import { errorMessage, faultMessage } from '../messages/error-message.ts';
import type { FeedHealth } from '../messages/feed-health.ts';
import {
  storyChangeMessage,
  storyCorrectionMessage,
  storyMessage,
  storyUpdateMessage,
  storyWithdrawnMessage,
} from '../messages/story-message.ts';

export type GalleryMessage = {
  readonly channel: string;
  readonly name: string;
  readonly message: Message;
};

const AT: Instant = Date.UTC(2025, 1, 12, 9, 30);

const FACTS: StoryFacts = {
  imposers: ['US'],
  targets: ['JP'],
  exempted: [],
  products: ['steel'],
  rates: [
    {
      pct: 25,
      kind: 'additional',
      quote: 'an additional duty of 25 percent on steel',
      itemId: 'I-1',
    },
  ],
  oldRates: [],
  action: 'imposed',
  stage: 'announced',
  relief: null,
  effectiveOn: '2025-03-12',
  endsOn: null,
  instrument: 'Section 232',
  quotaTonnes: [],
};

function source(facts: StoryFacts, part: Partial<StorySource> = {}): StorySource {
  return {
    itemId: 'I-1',
    feedId: 'gallery',
    publisher: 'Harbour Wire',
    tier: 'press',
    rung: 'press',
    title: 'An additional 25% on steel from Japan',
    link: 'https://news.example/steel',
    publishedAt: AT,
    seenAt: AT,
    origin: 'Harbour Wire',
    quote: 'An additional duty of 25 percent on steel from Japan was announced on Wednesday.',
    facts,
    words: [],
    ...part,
  };
}

function story(facts: Partial<StoryFacts>, part: Partial<Story> = {}): Story {
  const all = { ...FACTS, ...facts };
  return {
    ...all,
    id: 'S-12',
    version: 1,
    title: 'An additional 25% on steel from Japan',
    rung: 'press',
    sources: [source(all)],
    openedAt: AT,
    updatedAt: AT,
    withdrawn: null,
    ...part,
  };
}

const STAGES: readonly { readonly stage: MeasureStage; readonly action: StoryFacts['action'] }[] = [
  { stage: 'threatened', action: 'threatened' },
  { stage: 'proposed', action: 'proposed' },
  { stage: 'announced', action: 'imposed' },
  { stage: 'in-force', action: 'imposed' },
  { stage: 'suspended', action: 'suspended' },
  { stage: 'ended', action: 'removed' },
];

const RELIEFS: readonly { readonly relief: ReliefStage; readonly action: StoryFacts['action'] }[] =
  [
    { relief: 'sought', action: 'exemption-sought' },
    { relief: 'granted', action: 'exempted' },
    { relief: 'refused', action: 'exemption-denied' },
    { relief: 'lapsed', action: 'exemption-ended' },
  ];

/** The gallery, in the order in which it is to be posted. */
export function galleryMessages(): readonly GalleryMessage[] {
  return [...alerts(), ...changes(), ...digests(), ...errors(), ...awkward()];
}

function alerts(): readonly GalleryMessage[] {
  return [
    ...STAGES.map(({ stage, action }) => ({
      channel: 'stages',
      name: stage,
      message: storyMessage(story({ stage, action }), AT),
    })),
    ...RELIEFS.map(({ relief, action }) => ({
      channel: 'relief',
      name: relief,
      message: storyMessage(story({ stage: null, relief, action }), AT),
    })),
  ];
}

function changes(): readonly GalleryMessage[] {
  const before = story({});
  const official = {
    ...source(FACTS),
    publisher: 'The Gazette',
    tier: 'gazette',
    rung: 'gazette',
  } as const;
  const confirmed = story({}, { version: 2, rung: 'gazette', sources: [official, source(FACTS)] });
  const doubled = story(
    {
      rates: [{ pct: 50, kind: 'additional', quote: 'raised to 50 percent', itemId: 'I-3' }],
      oldRates: [25],
      action: 'increased',
    },
    { version: 3, rung: 'gazette', sources: [official] },
  );
  const change = (kind: StoryChange['kind'], after: Story, reason: string): StoryChange => ({
    kind,
    reason,
    before,
    after,
  });
  const rate = change('rate', doubled, 'The Gazette: rate 50% instead of 25%.');
  return [
    {
      name: 'more sources',
      message: storyUpdateMessage(
        change('higher-rung', confirmed, 'The Gazette tells it too.'),
        AT,
      ),
    },
    { name: 'rate changed, the edited post', message: storyUpdateMessage(rate, AT) },
    { name: 'rate changed, in the thread', message: storyChangeMessage(rate) },
    {
      name: 'correction',
      message: storyCorrectionMessage(
        change(
          'correction',
          doubled,
          'Edited by its source. The Gazette: rate 50% instead of 25%.',
        ),
      ),
    },
    {
      name: 'withdrawn',
      message: storyWithdrawnMessage({ ...before, withdrawn: 'its only source took it back' }, AT),
    },
  ].map((one) => ({ channel: 'changes', ...one }));
}

function digests(): readonly GalleryMessage[] {
  const feeds: FeedHealth = {
    total: 32,
    healthy: 31,
    lastOkAt: AT,
    troubled: [{ name: 'Ministry of Trade', reason: 'answered with a web page instead of a feed' }],
  };
  const frame = {
    day: '2025-02-12',
    zone: 'Asia/Tokyo',
    since: AT - 24 * HOUR_MS,
    now: AT,
    entries: [],
    feeds,
  };
  const stories = STAGES.map(({ stage, action }, index) => ({
    story: story({ stage, action }, { id: `S-${index + 1}` }),
    isNew: index % 2 === 0,
    wasSilent: index === 4,
  }));
  const coming = [
    { day: '2025-03-12', text: 'United States 25% on steel from all countries starts' },
  ];
  return [
    {
      channel: 'digests',
      name: 'a full day',
      message: digestMessage({ ...frame, stories, coming }, false),
    },
    {
      channel: 'digests',
      name: 'a quiet day',
      message: digestMessage({ ...frame, stories: [], coming }, true),
    },
  ];
}

function errors(): readonly GalleryMessage[] {
  const unknown = new UserError(
    'unknown-word',
    'I do not know "japn".',
    'Did you mean Japan? For example: status japan steel',
  );
  return [
    { channel: 'errors', name: 'something to mend', message: errorMessage(unknown) },
    { channel: 'errors', name: 'a fault of ours', message: faultMessage('3f9a02c1') },
  ];
}

function awkward(): readonly GalleryMessage[] {
  const long = 'Ministry of Economic Development, Industry, Commerce, Investment and Foreign Trade';
  const titles = [
    '<!channel> *bold* <https://evil.example|https://ustr.gov> tariff of 25% on steel',
    `${long}: ${'a very long headline that goes on and on '.repeat(8)}`,
    '日本、鉄鋼への25%関税の適用除外を要請',
    'رسوم جمركية بنسبة 25٪ على الصلب',
  ];
  const many = story({
    targets: ['JP', 'KR', 'AU', 'BR', 'CA', 'MX', 'IN', 'TR', 'UA', 'GB', 'VN', 'ZA'],
    products: [
      'steel',
      'aluminium',
      'copper',
      'autos',
      'auto-parts',
      'lumber',
      'other:prestressed concrete wire',
    ],
    rates: [10, 12.5, 25, 50].map((pct) => ({
      ...FACTS.rates[0],
      pct,
      kind: 'additional',
      quote: '',
      itemId: 'I-1',
    })),
  });
  return [
    ...titles.map((title, index) => ({
      channel: 'awkward',
      name: `title ${index + 1}`,
      message: storyMessage(
        story({}, { title, sources: [source(FACTS, { title, publisher: long, quote: title })] }),
        AT,
      ),
    })),
    { channel: 'awkward', name: 'many of everything', message: storyMessage(many, AT) },
    {
      channel: 'awkward',
      name: 'hardly anything known',
      message: storyMessage(
        story({
          imposers: [],
          targets: [],
          products: [],
          rates: [],
          stage: null,
          action: 'other',
          effectiveOn: null,
          instrument: null,
        }),
        AT,
      ),
    },
  ];
}
