// The lenient reader: any text with items in it, as RSS, RDF, Atom or CDF, to a feed document. It keeps every item that
// can be read; what is wrong with one is said in words and never costs the others.
import { type FeedDocument, type FeedFormat, NO_FEED } from './feed-document.ts';
import { firstMarkup, readXmlEntry, type XmlPlace } from './read-xml-entry.ts';
import { linkIn, pageLink } from './read-xml-links.ts';
import { isWebLink } from './resolve-link.ts';
import {
  childrenNamed,
  isElement,
  readXmlTree,
  type XmlElement,
  type XmlTree,
} from './xml-tree.ts';

const ROOTS: Readonly<Record<string, FeedFormat>> = {
  rss: 'rss',
  channel: 'rss',
  'rdf:rdf': 'rdf',
  rdf: 'rdf',
  feed: 'atom',
  entry: 'atom',
};

function isFeedRoot(node: XmlElement): boolean {
  return Object.hasOwn(ROOTS, node.name);
}

function isWrappedFeed(node: XmlElement): boolean {
  return (
    (node.name === 'rss' || node.name === 'rdf:rdf') && childrenNamed(node, 'channel').length > 0
  );
}

/** The feed's root: the outermost known element within the first levels of the document. */
function findRoot(document: XmlElement): XmlElement | null {
  let level = document.children.filter(isElement);
  const isPage = level[0]?.name === 'html' || level[0]?.name === 'xhtml:html';
  for (let depth = 0; depth < 4; depth += 1) {
    // A page may hold anything; but RSS with a channel is a feed that a server wrapped, and so is a root behind the page.
    const isRoot = isPage && depth > 0 ? isWrappedFeed : isFeedRoot;
    const found = level.find(isRoot);
    if (found !== undefined) return found;
    level = level.flatMap((node) => node.children.filter(isElement)).slice(0, 1_000);
  }
  return null;
}

function isCdf(root: XmlElement): boolean {
  const items = childrenNamed(root, 'item');
  return (
    root.name === 'channel' &&
    (root.attributes.has('href') || items.some((item) => item.attributes.has('href')))
  );
}

/** Items at any depth, those inside other items left out. */
function findItems(root: XmlElement): XmlElement[] {
  const items: XmlElement[] = [];
  const open: XmlElement[] = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.name === 'item' || node.name === 'entry') items.push(node);
    else for (const child of node.children.filter(isElement).toReversed()) open.push(child);
  }
  return items;
}

/** Problems of many items as a few lines: each text once, with how often it was met. */
function countProblems(problems: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const problem of problems) counts.set(problem, (counts.get(problem) ?? 0) + 1);
  const lines = [...counts].map(([text, count]) =>
    count === 1 ? text : `${text} (${count} times)`,
  );
  return lines.length <= 10 ? lines : [...lines.slice(0, 10), `and ${lines.length - 10} more.`];
}

export type XmlFeedReading = {
  readonly document: FeedDocument;
  /** False where a limit cut the reading short: such a document is no fare for the libraries. */
  readonly isWhole: boolean;
};

/**
 * Reads a decoded XML document.
 *
 * @param url where the document came from, for relative links; null when that is not known
 */
export function readXmlFeed(source: string, url: string | null): XmlFeedReading {
  const tree = readXmlTree(source);
  const isWhole = tree.problems.length === 0;
  const root = findRoot(tree.root);
  return root === null
    ? { document: { ...NO_FEED, problems: tree.problems }, isWhole }
    : { document: readRoot(root, tree, url), isWhole };
}

/** The address that the document says is its own; it serves where nobody told us where it came from. */
function selfLink(place: XmlElement): string | null {
  const self = childrenNamed(place, 'link').find((link) => link.attributes.get('rel') === 'self');
  return self?.attributes.get('href')?.trim() ?? null;
}

/** True where the document was got from another host than the one it says it is at: a copy, whose links are the original's. */
function isCopy(url: string | null, self: string | null): boolean {
  if (url === null || self === null || !isWebLink(self) || !URL.canParse(url)) return false;
  const { hostname } = new URL(self);
  // A name that only the publisher's own machine knows is a slip.
  return hostname !== new URL(url).hostname && /\.[a-z]{2,}$/.test(hostname);
}

function readRoot(root: XmlElement, tree: XmlTree, url: string | null): FeedDocument {
  const place = childrenNamed(root, 'channel')[0] ?? root;
  const site = pageLink(place);
  const ownHref = place.attributes.get('href') ?? null;
  const siteText = site?.text ?? ownHref;
  const self = selfLink(place);
  const own = isCopy(url, self) ? ([self, url] as const) : ([url, self] as const);
  const link = siteText === null ? null : linkIn(site?.node ?? place, siteText, own);
  // Links of RSS are relative to the site that its channel names; those of Atom to the document (RFC 4287 section 2).
  const isAtom = root.name === 'feed' || root.name === 'entry';
  const around: XmlPlace = { tree, around: isAtom ? [own[0], link, own[1]] : [link, ...own] };
  const readings = findItems(root).map((item) => readXmlEntry(item, around));
  return {
    ...NO_FEED,
    format: isCdf(root) ? 'cdf' : (ROOTS[root.name] ?? null),
    parser: 'lenient',
    title: root.name === 'entry' ? null : firstMarkup(place, ['title', 'dc:title'], around),
    link: root.name === 'entry' ? null : link,
    entries: readings.map(({ entry }) => entry),
    problems: [...tree.problems, ...countProblems(readings.flatMap(({ problems }) => problems))],
  };
}
