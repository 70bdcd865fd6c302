// A step on the goods of all countries, as it is told in one of them. In: items. Out: whether the target that was read only speaks
// or stands for many. Knows no other item's facts but the rates that two voices share.
import { rememberResults } from '../domain/remember-results.ts';
import type { StorySource } from '../domain/story.ts';
import { shareRate } from './compare-rates.ts';
import { namedThings } from './named-things.ts';
import { markersOf } from './story-words.ts';

/** Countries from which on a text gives examples. */
const EXAMPLES = 3;

/**
 * True when a step read as one on some countries may be one on all: "Canberra regrets the new global tariff", "inquiries into
 * China, Japan, India and others". A tariff on one country has its name in the headline.
 */
export function mayMeanAll(source: StorySource): boolean {
  const { targets } = source.facts;
  if (targets.length >= EXAMPLES || tellsOfAll(source)) return true;
  const named = thingsOfTitle(source.title);
  return !targets.some((target) => named.has(`@${target}`));
}

/** True when the targets of two items are two countries that speak of one tariff on all. */
export function areTwoVoices(one: StorySource, other: StorySource): boolean {
  return tellsOfAll(one) && tellsOfAll(other) && shareRate(one.facts, other.facts);
}

/** True when a text says that a step is on the goods of all countries, whoever is named beside. */
export function tellsOfAll({ words }: StorySource): boolean {
  return markersOf(words).has('every-origin');
}

const TITLES_KEPT = 2_000;
const thingsOfTitle = rememberResults(TITLES_KEPT, (title: string) => title, namedThings);
