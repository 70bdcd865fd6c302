// Builders of sources and facts for the tests of stories: sensible defaults, everything can be set.
import { startOfDay } from '../../../src/domain/day.ts';
import type { Action, RateKind } from '../../../src/domain/reading.ts';
import type { StoryFacts, StorySource } from '../../../src/domain/story.ts';
import { storyWords } from '../../../src/stories/story-words.ts';

export function someFacts(given: Partial<StoryFacts> = {}): StoryFacts {
  return {
    imposers: ['US'],
    targets: ['JP'],
    exempted: [],
    products: ['steel'],
    rates: rates(25),
    oldRates: [],
    action: 'imposed',
    stage: 'announced',
    relief: null,
    effectiveOn: null,
    endsOn: null,
    instrument: null,
    quotaTonnes: [],
    ...given,
  };
}

export function noFacts(action: Action = 'other'): StoryFacts {
  return someFacts({ imposers: [], targets: [], products: [], rates: [], action, stage: null });
}

export function rates(...pcts: readonly number[]): StoryFacts['rates'] {
  return pcts.map((pct) => ({
    pct,
    kind: 'unstated' satisfies RateKind,
    quote: '',
    itemId: 'I-1',
  }));
}

type Given = Partial<Omit<StorySource, 'facts' | 'publishedAt'>> & {
  readonly facts?: Partial<StoryFacts>;
  /** Day of publication. */
  readonly on?: string;
  readonly summary?: string;
};

/** A source: title and summary give its words; publisher is its origin unless another is named. */
export function aSource({
  facts,
  on = '2025-03-03',
  summary = '',
  ...given
}: Given = {}): StorySource {
  const title = given.title ?? 'Washington puts duty on Japanese plate';
  const publisher = given.publisher ?? 'Harbour Times';
  const publishedAt = startOfDay(on);
  return {
    itemId: 'I-1',
    feedId: 'feed',
    tier: 'press',
    rung: 'press',
    link: null,
    publishedAt,
    seenAt: publishedAt,
    origin: publisher,
    quote: title,
    words: storyWords(title, summary),
    ...given,
    title,
    publisher,
    facts: someFacts(facts),
  };
}
