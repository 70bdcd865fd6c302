// The words behind an item that is little more than a title. In: an item of an official feed. Out: whether it needs them,
// where they stand, and the plain text that was found there. Only hosts of the table and allow-listed ones are asked.
import type { Instant } from '../domain/day.ts';
import type { Feed, FeedTier } from '../domain/feed.ts';
import type { Item } from '../domain/item.ts';
import type { FeedFetcher } from '../ports/world.ts';
import { isTextHost, type TextPlace, textPlaceOf } from '../reference/text-hosts.ts';
import { checkUrl } from './address-policy.ts';
import { pageToText } from './page-to-text.ts';
import { createRobots } from './robots.ts';
import { createShareRunning } from './share-running.ts';

export type LinkedText =
  | { readonly ok: true; readonly text: string }
  /** `isFinal`: asking again would give the same. */
  | { readonly ok: false; readonly reason: string; readonly isFinal: boolean };

export type LinkedTextReader = {
  /** Where the text behind the item is to be read; null when the item says enough or its link is not to be followed. */
  placeOf(feed: Pick<Feed, 'url' | 'tier'>, item: Item): TextPlace | null;
  /** Never rejects for what a server does. */
  read(place: TextPlace): Promise<LinkedText>;
};

export type LinkedTextOptions = {
  readonly fetcher: FeedFetcher;
  readonly allowHosts: readonly string[];
  readonly now: () => Instant;
};

const OFFICIAL: ReadonlySet<FeedTier> = new Set([
  'gazette',
  'customs',
  'authority',
  'multilateral',
]);
/** What a feed may say beside the title, in all, before it counts as a text of its own. */
const SHORT = 300;

export function createLinkedTextReader(options: LinkedTextOptions): LinkedTextReader {
  const { fetcher, allowHosts } = options;
  const robots = createRobots(fetcher, options.now);
  // Feeds are polled side by side, and several of them may lead to one document.
  const shared = createShareRunning<LinkedText>();
  const isAllowListed = (url: string): boolean => {
    const verdict = checkUrl(url, allowHosts);
    return verdict.ok && verdict.isAllowListed;
  };
  return {
    placeOf(feed, item) {
      if (item.link === null || !OFFICIAL.has(feed.tier) || saysEnough(item)) return null;
      if (isAllowListed(item.link)) return { url: item.link, jsonPath: [] };
      // A feed on a private host is a rehearsal or an intranet: it must not make us ask the world outside.
      return isAllowListed(feed.url) ? null : textPlaceOf(item.link);
    },

    read: (place) => shared(place.url, () => readAt(place, true)),
  };

  /** `mayLead`: a JSON answer may name the place of the text, which is then asked; that one leads nowhere else. */
  async function readAt({ url, jsonPath }: TextPlace, mayLead: boolean): Promise<LinkedText> {
    const permission = await robots.mayRead(url);
    if (permission === 'no') return refused('the publisher asks robots not to read this page');
    if (permission === 'unknown') return failed('the host does not answer');
    const fetched = await fetcher.fetch(url, { etag: null, lastModified: null });
    if (fetched.kind === 'failed') return { ...failed(fetched.reason), isFinal: fetched.gone };
    if (fetched.kind === 'not-modified') return failed('the server sent no page');
    if (!isTextHost(fetched.finalUrl) && !isAllowListed(fetched.finalUrl)) {
      return refused('the link leads on to a host that is not listed');
    }
    const page = pageToText(fetched.bytes, fetched.contentType, jsonPath);
    if (!page.ok) return failed(page.reason);
    const isAddress = jsonPath.length > 0 && /^https:\/\/\S+$/.test(page.text);
    if (!isAddress) return page;
    if (mayLead && isTextHost(page.text)) return readAt({ url: page.text, jsonPath: [] }, false);
    return refused('the answer leads on to a host that is not listed');
  }
}

function refused(reason: string): LinkedText & { ok: false } {
  return { ok: false, reason, isFinal: true };
}

function failed(reason: string): LinkedText & { ok: false } {
  return { ok: false, reason, isFinal: false };
}

/** More than one sentence beside the title, or more than a few lines of notes. */
function saysEnough({ summary, content }: Item): boolean {
  const sentences = summary.split(/[.!?。！？](?:\s+|$)/).filter((part) => part.trim().length > 20);
  return sentences.length > 1 || summary.length + content.length > SHORT;
}
