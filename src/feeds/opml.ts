// Lists of feeds as OPML 2.0 subscription lists, the form that feed readers exchange. In: feeds, or a document from
// outside. Out: the document, or addresses with what it says of them. Nothing is asked or saved.
import { generateOpml, parseOpml } from 'feedsmith';
import { UserError } from '../domain/error.ts';
import { FEED_TIERS, type Feed } from '../domain/feed.ts';
import type { FeedHints } from '../ports/feed-admin.ts';

export type OpmlFeed = { readonly url: string; readonly hints: FeedHints };

const MAX_DEPTH = 10;
const MAX_FEEDS = 1_000;

/** Tier and country travel as categories, `/tier/authority,/country/US`, as OPML 2.0 writes them. */
export function feedsToOpml(feeds: readonly Feed[], at: number): string {
  const outlines = FEED_TIERS.map((tier) => ({
    text: tier,
    outlines: feeds.filter((feed) => feed.tier === tier).map(toOutline),
  }));
  return `${generateOpml({
    head: { title: 'Tariffwatch feeds', dateCreated: new Date(at) },
    body: { outlines: outlines.filter((group) => group.outlines.length > 0) },
  }).trim()}\n`;
}

function toOutline(feed: Feed) {
  const country = feed.country === null ? '' : `,/country/${feed.country}`;
  return {
    text: feed.publisher,
    title: feed.publisher,
    type: 'rss',
    xmlUrl: feed.url,
    category: `/tier/${feed.tier}${country}`,
    language: feed.language,
  };
}

type Outline = {
  readonly text?: string | undefined;
  readonly title?: string | undefined;
  readonly xmlUrl?: string | undefined;
  readonly category?: string | undefined;
  readonly language?: string | undefined;
  readonly outlines?: readonly Outline[] | undefined;
};

/**
 * Feeds of a document, in its order, each address once; outlines without an address are folders.
 * @throws UserError `opml-broken` when it is no OPML or names no feed.
 */
export function feedsFromOpml(text: string): readonly OpmlFeed[] {
  let outlines: readonly Outline[];
  try {
    outlines = (parseOpml(text).body?.outlines ?? []) as readonly Outline[];
  } catch {
    throw brokenOpml('The file is no OPML document.');
  }
  const feeds = new Map<string, OpmlFeed>();
  const visit = (outline: Outline, depth: number): void => {
    const { xmlUrl = '' } = outline;
    if (/^https?:/i.test(xmlUrl) && URL.canParse(xmlUrl) && feeds.size < MAX_FEEDS) {
      const url = new URL(xmlUrl).href;
      if (!feeds.has(url)) feeds.set(url, { url, hints: hintsOf(outline) });
    }
    if (depth < MAX_DEPTH) for (const inner of outline.outlines ?? []) visit(inner, depth + 1);
  };
  for (const outline of outlines) visit(outline, 0);
  if (feeds.size === 0) throw brokenOpml('The file names no feed.');
  return [...feeds.values()];
}

function hintsOf({ text, title, category = '', language = '' }: Outline): FeedHints {
  const publisher = (title ?? text ?? '').trim().slice(0, 80);
  const tier = FEED_TIERS.find((one) => category.split(',').includes(`/tier/${one}`));
  const country = /(?:^|,)\/country\/([A-Z]{2})(?:,|$)/.exec(category)?.[1];
  const code = /^([a-z]{2})\b/i.exec(language)?.[1]?.toLowerCase();
  return {
    ...(publisher !== '' && { publisher }),
    ...(tier !== undefined && { tier }),
    ...(country !== undefined && { country }),
    ...(code !== undefined && { language: code }),
  };
}

function brokenOpml(message: string): UserError {
  return new UserError(
    'opml-broken',
    message,
    'Export the list from your feed reader as OPML; feeds are outlines with an xmlUrl.',
  );
}
