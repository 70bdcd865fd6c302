// Namespace names to the prefixes that the readers use. Feed vocabularies have none, so an Atom element inside RSS is
// read like RSS's own. Names that differ in case, scheme or final slash are the same: feeds misspell them.
import { withoutEnd } from '../domain/without-end.ts';

const PREFIXES: readonly (readonly [string, string])[] = [
  // RSS 0.90, 0.91, 1.0, 1.1 and 2.0 as various hands declared them; Atom 0.3, 1.0 and its drafts.
  ['', 'backend.userland.com/rss'],
  ['', 'blogs.law.harvard.edu/tech/rss'],
  ['', 'purl.org/rss/1.0'],
  ['', 'purl.org/net/rss1.1#'],
  ['', 'my.netscape.com/rdf/simple/0.9'],
  ['', 'my.netscape.com/publish/formats/rss-0.91'],
  ['', 'channel.netscape.com/rdf/simple/0.9'],
  ['', 'example.com/newformat#'],
  ['', 'example.com/necho'],
  ['', 'purl.org/echo'],
  ['', 'uri/of/echo/namespace#'],
  ['', 'purl.org/pie'],
  ['', 'purl.org/atom/ns#'],
  ['', 'www.w3.org/2005/atom'],
  ['', 'backend.userland.com/rss2'],
  ['', 'cyber.law.harvard.edu/rss'],
  ['rdf', 'www.w3.org/1999/02/22-rdf-syntax-ns#'],
  ['dc', 'purl.org/dc/elements/1.0'],
  ['dc', 'purl.org/dc/elements/1.1'],
  ['dcterms', 'purl.org/dc/terms'],
  ['dcterms', 'dublincore.org/documents/dcmi-terms'],
  ['content', 'purl.org/rss/1.0/modules/content'],
  ['annotate', 'purl.org/rss/1.0/modules/annotate'],
  ['prism', 'prismstandard.org/namespaces/1.2/basic'],
  ['prism', 'prismstandard.org/namespaces/basic/2.0'],
  ['prism', 'prismstandard.org/namespaces/2.0/basic'],
  ['itunes', 'www.itunes.com/dtds/podcast-1.0.dtd'],
  ['itunes', 'example.com/dtds/podcast-1.0.dtd'],
  ['media', 'search.yahoo.com/mrss'],
  ['media', 'www.rssboard.org/media-rss'],
  ['media', 'tools.search.yahoo.com/mrss'],
  ['feedburner', 'rssnamespace.org/feedburner/ext/1.0'],
  ['xhtml', 'www.w3.org/1999/xhtml'],
  ['xml', 'www.w3.org/xml/1998/namespace'],
  ['pheedo', 'www.pheedo.com/namespace/pheedo'],
];

function normal(uri: string): string {
  const address = uri
    .trim()
    .toLowerCase()
    .replace(/^[a-z]+:\/*/, '');
  return withoutEnd(address, '/');
}

const BY_URI = new Map(PREFIXES.map(([prefix, uri]) => [normal(uri), prefix]));

/**
 * The prefix to read an element under.
 *
 * @param written the prefix in the document, '' for none
 * @param uri what it is declared to stand for, or null when it is not declared
 */
export function prefixOf(written: string, uri: string | null): string {
  const known = uri === null ? undefined : BY_URI.get(normal(uri));
  if (known !== undefined) return known;
  // Undeclared or unknown: `dc:` and `content:` mean what they always mean, and so does `atom:`.
  return written === 'atom' || written === 'rss' || written === 'a10' ? '' : written;
}
