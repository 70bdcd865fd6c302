// Which sources a word means: all of a tier, or one by its id or its publisher.
import { UserError } from '../domain/error.ts';
import { FEED_TIERS, type Feed } from '../domain/feed.ts';
import { nearestWord } from '../reference/nearest-word.ts';

/**
 * The word in small letters, or null for all sources.
 * @throws UserError `not-found` for words that name no tier and not exactly one enabled feed
 */
export function namedSources(feeds: readonly Feed[], word: string | undefined): string | null {
  if (word === undefined) return null;
  const only = word.toLowerCase();
  const enabled = feeds.filter((feed) => feed.enabled);
  const known: string[] = [...FEED_TIERS, ...enabled.map(({ id }) => id.toLowerCase())];
  if (known.includes(only)) return only;
  const named = enabled.filter(({ publisher }) => publisher.toLowerCase().includes(only));
  const [first, ...others] = named;
  if (first !== undefined && others.length === 0) return first.id.toLowerCase();
  if (first !== undefined) {
    throw new UserError(
      'not-found',
      `${named.length} sources are called "${word}".`,
      `Ask for one: ${named
        .map(({ id }) => `sources ${id}`)
        .slice(0, 8)
        .join(', ')}`,
    );
  }
  const near = nearestWord(only, known);
  throw new UserError(
    'not-found',
    `There is no source "${word}".`,
    near === null ? 'See them all with: sources' : `Did you mean ${near}?`,
  );
}
