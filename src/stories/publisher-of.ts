// Name and link of a publisher in, its tier and country out, for items that come without a feed (the `stories` verb).
// Feeds of the catalogue carry their tier themselves and never come here. An unknown publisher is press.
import type { FeedTier } from '../domain/feed.ts';
import type { JurisdictionCode } from '../domain/jurisdiction.ts';
import { officialOfHost, officialOfName } from '../reference/official-publishers.ts';

export type Publisher = {
  readonly name: string;
  readonly tier: FeedTier;
  readonly country: JurisdictionCode | null;
};

const HOST = /^https?:\/\/(?:[^/?#@]*@)?([^/:?#]+)/i;

/** Who published, as far as the host of the link tells, or the name where there is no link. */
export function publisherOf(name: string | undefined, link: string | undefined): Publisher {
  const host = HOST.exec(link ?? '')?.[1]?.toLowerCase() ?? '';
  const official = host === '' ? officialOfName(name ?? '') : officialOfHost(host);
  return {
    name: name ?? (host === '' ? 'unknown' : host.replace(/^www\./, '')),
    tier: official?.tier ?? 'press',
    country: official?.country ?? null,
  };
}
