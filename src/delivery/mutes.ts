// Which mute keeps a story out of a channel. A mute of a country or a product covers a story only when it covers all of
// it: muting Japan does not hide a duty on every country.
import type { Instant } from '../domain/day.ts';
import type { Story } from '../domain/story.ts';
import { laneOf, type Mute } from '../domain/subscription.ts';
import { readStoryTerms, type StoryTerms } from './story-terms.ts';

/** The mute of the lane that covers the story at `now`, or null. */
export function findMute(
  mutes: readonly Mute[],
  lane: string,
  story: Story,
  now: Instant,
): Mute | null {
  const own = mutes.filter((mute) => mute.until > now && laneOf(mute.channel) === lane);
  if (own.length === 0) return null;
  const terms = readStoryTerms(story);
  return own.find((mute) => isCovered(mute.subject, story.id, terms)) ?? null;
}

function isCovered(subject: string, storyId: string, terms: StoryTerms): boolean {
  const colon = subject.indexOf(':');
  const kind = subject.slice(0, colon);
  const value = subject.slice(colon + 1);
  switch (kind) {
    case 'story':
      return value === storyId;
    case 'country':
      return coversAll(terms.target.excludes, value) || coversAll(terms.imposer.excludes, value);
    case 'product':
      return coversAll(terms.product.excludes, value);
    default:
      return false;
  }
}

function coversAll(covers: readonly (readonly string[])[], value: string): boolean {
  return covers.length > 0 && covers.every((cover) => cover.includes(value));
}
