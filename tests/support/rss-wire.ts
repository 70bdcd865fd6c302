// The page of a publisher as RSS, for tests that say what stands on it and nothing of how it is written. In: items. Out: a document.
import type { Instant } from '../../src/domain/day.ts';

export type WireItem = {
  readonly title: string;
  /** The title itself without one. */
  readonly guid?: string;
  readonly link?: string;
  readonly description?: string;
  readonly at?: Instant;
};

/** In the order given; what an item does not name is left out. */
export function rssOf(items: readonly WireItem[], title = 'Wire'): string {
  const rows = items.map(
    (item) =>
      `<item><title>${item.title}</title><guid>${item.guid ?? item.title}</guid>` +
      `${item.link === undefined ? '' : `<link>${item.link}</link>`}` +
      `${item.description === undefined ? '' : `<description>${item.description}</description>`}` +
      `${item.at === undefined ? '' : `<pubDate>${new Date(item.at).toUTCString()}</pubDate>`}</item>`,
  );
  return `<rss version="2.0"><channel><title>${title}</title>${rows.join('')}</channel></rss>`;
}
