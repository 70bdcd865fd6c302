// Which sources a word means: all of a tier, or one by its id.
import { UserError } from '../domain/error.ts';
import { FEED_TIERS, type Feed } from '../domain/feed.ts';
import { nearestWord } from '../reference/nearest-word.ts';

/**
 * The word in small letters, or null for all sources.
 * @throws UserError `not-found` for a word that is neither a tier nor the id of an enabled feed
 */
export function namedSources(feeds: readonly Feed[], word: string | undefined): string | null {
  if (word === undefined) return null;
  const only = word.toLowerCase();
  const enabled = feeds.filter((feed) => feed.enabled);
  const known: string[] = [...FEED_TIERS, ...enabled.map(({ id }) => id.toLowerCase())];
  if (known.includes(only)) return only;
  const near = nearestWord(only, known);
  throw new UserError(
    'not-found',
    `There is no source "${word}".`,
    near === null ? 'See them all with: sources' : `Did you mean ${near}?`,
  );
}
