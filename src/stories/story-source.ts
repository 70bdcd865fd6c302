// One read item in, the source it makes for a story out: rung, origin, facts and telling words. Decides no membership.
import type { Instant } from '../domain/day.ts';
import type { FeedTier } from '../domain/feed.ts';
import type { JurisdictionCode } from '../domain/jurisdiction.ts';
import type { Reading } from '../domain/reading.ts';
import type { StorySource } from '../domain/story.ts';
import { rungOf } from './rung-of.ts';
import { storyFactsOf } from './story-facts.ts';
import { storyWords } from './story-words.ts';

/** An item with its feed and its reading, as the pipeline has them at hand. */
export type ReadItem = {
  readonly itemId: string;
  readonly feedId: string;
  readonly publisher: string;
  readonly tier: FeedTier;
  /** Of the publisher; null for press of the world and multilateral bodies. */
  readonly country: JurisdictionCode | null;
  readonly title: string;
  readonly summary: string;
  readonly link: string | null;
  readonly publishedAt: Instant | null;
  readonly seenAt: Instant;
  readonly reading: Reading;
};

/** Feeds that pass on headlines of others and add the publisher's name to the title. */
const AGGREGATOR = /^(?:google news|yahoo news|bing news|msn)\b/i;
const SUFFIX = / [-–—|] ([^-–—|]{2,40})$/;

/** The source that an item makes for its story. */
export function sourceOf(item: ReadItem): StorySource {
  const { title, publisher } = namedPublisher(item.title, item.publisher);
  const { rung } = rungOf({
    tier: item.tier,
    country: item.country,
    title,
    summary: item.summary,
    imposers: item.reading.imposers.map((fact) => fact.value),
  });
  return {
    itemId: item.itemId,
    feedId: item.feedId,
    publisher,
    tier: item.tier,
    rung,
    title,
    link: item.link,
    publishedAt: item.publishedAt,
    seenAt: item.seenAt,
    origin: item.reading.origin ?? publisher,
    quote: item.reading.actionEvidence?.quote ?? title,
    facts: storyFactsOf(item.reading, item.itemId),
    words: storyWords(title, item.summary),
  };
}

// "Court strikes down tariffs - Axios" from an aggregator is an Axios headline.
function namedPublisher(title: string, publisher: string): { title: string; publisher: string } {
  const suffix = AGGREGATOR.test(publisher) ? SUFFIX.exec(title) : null;
  if (suffix === null) return { title, publisher };
  return { title: title.slice(0, suffix.index), publisher: suffix[1] ?? publisher };
}
