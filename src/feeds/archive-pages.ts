// How the past of a source is paged. In: a feed and a day. Out: the address of its first archive page, and after each page
// that of the next. Pure: it asks nobody. Sources without an archive that can be paged have none here.
import { type Day, dayOf, type Instant, startOfDay } from '../domain/day.ts';
import type { Feed } from '../domain/feed.ts';
import type { Item } from '../domain/item.ts';

export type Archive = {
  readonly firstUrl: (from: Day) => string;
  /** Null after the last page. `items` are all of the page at `url`, which had some. */
  readonly nextUrl: (url: string, items: readonly Item[], from: Day) => string | null;
};

const PER_PAGE = 100;
/** The Federal Register gives at most 2 000 results of one search; further ones are asked for by their day. */
const MOST_FR_PAGES = 20;

/** The archive of a feed, or null. */
export function archiveOf(feed: Pick<Feed, 'adapter' | 'url'>): Archive | null {
  const { pathname } = new URL(feed.url);
  if (feed.adapter === 'federal-register' && !pathname.endsWith('.rss')) return byDay(feed.url);
  if (feed.adapter === 'govuk' && pathname.includes('/search/')) {
    return newestFirst(feed.url, 'page', 'public_timestamp[from]');
  }
  return feed.adapter === 'wordpress' ? newestFirst(feed.url, 'paged', null) : null;
}

function withParameters(url: string, parameters: Readonly<Record<string, string>>): string {
  const changed = new URL(url);
  for (const [name, value] of Object.entries(parameters)) changed.searchParams.set(name, value);
  return changed.href;
}

const FROM = 'conditions[publication_date][gte]';

/** Oldest first, a hundred a page; when a search is used up, the next one begins with the last day that was seen. */
function byDay(feedUrl: string): Archive {
  const pageOf = (day: Day, page: number): string =>
    withParameters(feedUrl, {
      [FROM]: day,
      order: 'oldest',
      per_page: String(PER_PAGE),
      page: String(page),
    });
  return {
    firstUrl: (from) => pageOf(from, 1),
    nextUrl: (url, items, from) => {
      if (items.length < PER_PAGE) return null;
      const parameters = new URL(url).searchParams;
      const page = Number(parameters.get('page') ?? '1');
      const since = parameters.get(FROM) ?? from;
      if (page < MOST_FR_PAGES) return pageOf(since, page + 1);
      const last = newestDay(items);
      // A day with two thousand documents cannot be gone past; there is none.
      return last === null || last <= since ? null : pageOf(last, 1);
    },
  };
}

/** Newest first, until a page holds nothing of the day asked for or later. */
function newestFirst(feedUrl: string, pageName: string, fromName: string | null): Archive {
  const pageOf = (from: Day, page: number): string =>
    withParameters(feedUrl, {
      ...(fromName !== null && { [fromName]: from }),
      [pageName]: String(page),
    });
  return {
    firstUrl: (from) => pageOf(from, 1),
    nextUrl: (url, items, from) => {
      const isPast = items.every(
        (item) => (dateOf(item) ?? Number.POSITIVE_INFINITY) < startOfDay(from),
      );
      if (isPast) return null;
      return pageOf(from, Number(new URL(url).searchParams.get(pageName) ?? '1') + 1);
    },
  };
}

/** The newest day that items of a page are dated; null when none has a date. */
export function newestDay(items: readonly Item[]): Day | null {
  const days = items.flatMap((item) => dateOf(item) ?? []).map(dayOf);
  return days.sort().at(-1) ?? null;
}

/** The date by which an archive sorts an item: GOV.UK prints that of the last change alone. */
export function dateOf({ publishedAt, updatedAt }: Item): Instant | null {
  return publishedAt ?? updatedAt;
}
