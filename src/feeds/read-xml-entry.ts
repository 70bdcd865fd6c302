// One item of RSS, RDF, Atom or CDF to an entry, whatever mixture of vocabularies it uses. In: the element and its
// tree. Out: the fields as the publisher wrote them. Each field has one list of names, the most telling first.
import { markupOf } from './element-markup.ts';
import type { DateReading, FeedEntry } from './feed-document.ts';
import { readDate } from './read-date.ts';
import { isWebLink, resolveLink, tidyLink } from './resolve-link.ts';
import { childrenNamed, isElement, textOf, type XmlElement, type XmlTree } from './xml-tree.ts';

const TITLE = ['title', 'dc:title', 'media:title', 'itunes:title'];
const SUMMARY = [
  'description',
  'summary',
  'dc:description',
  'dcterms:abstract',
  'abstract',
  'itunes:summary',
  'itunes:subtitle',
  'media:description',
];
const SUMMARY_OF_ATOM = ['summary', ...SUMMARY.filter((name) => name !== 'summary')];
const CONTENT = ['content:encoded', 'content', 'xhtml:body', 'body', 'fullitem', 'xhtml:div'];
const PUBLISHED = [
  'pubdate',
  'published',
  'issued',
  'dcterms:issued',
  'dc:date',
  'date',
  'prism:publicationdate',
  'dcterms:created',
  'created',
  'dcterms:date',
  'dc:date.issued',
  'media:pubdate',
];
const UPDATED = [
  'updated',
  'modified',
  'dcterms:modified',
  'lastmod',
  'dc:date',
  'prism:modificationdate',
];
const AUTHORS = [
  'author',
  'dc:creator',
  'dc:author',
  'itunes:author',
  'dc:contributor',
  'media:credit',
];
const CATEGORIES = ['category', 'dc:subject', 'itunes:category', 'media:category', 'subject'];

/** xml:base values around an element, the nearest first. */
export function basesOf(node: XmlElement): string[] {
  const bases: string[] = [];
  for (let at: XmlElement | null = node; at !== null; at = at.parent) {
    const base = at.attributes.get('xml:base')?.trim();
    if (base !== undefined && base !== '') bases.push(base);
  }
  // A relative xml:base is resolved against those around it, outermost first.
  const resolved: string[] = [];
  for (const base of bases.toReversed()) resolved.unshift(resolveLink(base, resolved) ?? base);
  return resolved;
}

/** Resolves an address that stands in an element; `around` are the bases of the whole document. */
export function linkIn(node: XmlElement, text: string, around: readonly (string | null)[]) {
  const bases = basesOf(node);
  const outermost = bases.at(-1);
  const absolute = outermost === undefined ? [] : bases.map((base) => resolveLink(base, around));
  return resolveLink(text, [...absolute, ...around]);
}

/** First non-empty markup among the children with these names, in the order of the names. */
export function firstMarkup(node: XmlElement, names: readonly string[], tree: XmlTree) {
  for (const name of names) {
    for (const child of childrenNamed(node, name)) {
      const markup = markupOf(child, tree);
      if (markup !== null) return markup;
    }
  }
  return null;
}

/** Descendants of media groups count as children: that is where video feeds keep their text. */
function withMediaGroups(node: XmlElement): XmlElement[] {
  const groups = childrenNamed(node, 'media:group', 'media:content');
  return [node, ...groups, ...groups.flatMap((group) => childrenNamed(group, 'media:content'))];
}

function textIn(node: XmlElement, names: readonly string[], tree: XmlTree): string | null {
  for (const place of withMediaGroups(node)) {
    const markup = firstMarkup(place, names, tree);
    if (markup !== null) return markup;
  }
  return null;
}

function readFirstDate(
  node: XmlElement,
  names: readonly string[],
  problems: string[],
): DateReading | null {
  for (const name of names) {
    for (const child of childrenNamed(node, name)) {
      const text = textOf(child).trim();
      const date = text === '' ? null : readDate(text);
      if (date !== null) return date;
      if (text !== '') problems.push(`The date "${text.slice(0, 60)}" was not understood.`);
    }
  }
  const attribute = node.attributes.get('lastmod');
  return names.includes('lastmod') && attribute !== undefined ? readDate(attribute) : null;
}

function hrefOf(link: XmlElement): string {
  return tidyLink(link.attributes.get('href') ?? link.attributes.get('rdf:resource') ?? '');
}

const ALTERNATE = /^(?:http:\/\/www\.iana\.org\/assignments\/relation\/)?alternate$/;

function isAlternate(link: XmlElement): boolean {
  return ALTERNATE.test((link.attributes.get('rel') ?? 'alternate').trim().toLowerCase());
}

/** How well a link element leads to the page of an item: 0 is not at all. */
function linkRank(link: XmlElement): number {
  if (hrefOf(link) === '' || !isAlternate(link)) return 0;
  const type = (link.attributes.get('type') ?? 'text/html').trim().toLowerCase();
  return /^(?:text\/html|application\/xhtml\+xml)$/.test(type) ? 2 : 1;
}

/** The page link of a feed or an item: the text of `link` or its alternate `href`. */
export function pageLink(node: XmlElement): { node: XmlElement; text: string } | null {
  const links = childrenNamed(node, 'link');
  for (const link of links.filter(isAlternate)) {
    const text = tidyLink(textOf(link));
    if (text !== '') return { node: link, text };
  }
  const ranked = links.filter((link) => linkRank(link) > 0);
  const best = ranked.find((link) => linkRank(link) === 2) ?? ranked[0];
  return best === undefined ? null : { node: best, text: hrefOf(best) };
}

type GuidReading = { readonly text: string | null; readonly mayBeLink: boolean };

function readLink(node: XmlElement, guid: GuidReading, around: readonly (string | null)[]) {
  for (const original of childrenNamed(node, 'feedburner:origlink', 'pheedo:origlink')) {
    const text = tidyLink(textOf(original));
    if (isWebLink(text)) return text;
  }
  const link = pageLink(node);
  if (link !== null) return linkIn(link.node, link.text, around);
  const href = node.attributes.get('href') ?? node.attributes.get('rdf:about') ?? '';
  if (href !== '') return linkIn(node, href, around);
  if (guid.text !== null && guid.mayBeLink && isWebLink(guid.text)) return guid.text;
  const anyLink = childrenNamed(node, 'link').find(
    (child) =>
      hrefOf(child) !== '' && /^(?:via|related|canonical)$/.test(child.attributes.get('rel') ?? ''),
  );
  return anyLink === undefined ? null : linkIn(anyLink, hrefOf(anyLink), around);
}

/** Ids are compared letter by letter and left alone, but one that is a path is meant as an address. */
function readGuid(node: XmlElement, around: readonly (string | null)[]): GuidReading {
  for (const guid of childrenNamed(node, 'guid', 'id')) {
    const text = textOf(guid).trim();
    if (text === '') continue;
    const isPermalink = (guid.attributes.get('ispermalink') ?? 'true').trim().toLowerCase();
    const mayBeLink = isPermalink !== 'false';
    const isPath = mayBeLink && /^\.{0,2}\/(?!\/)/.test(text);
    return { text: isPath ? linkIn(guid, text, around) : text, mayBeLink };
  }
  const about = node.attributes.get('rdf:about')?.trim() ?? '';
  return { text: about === '' ? null : about, mayBeLink: true };
}

/** Names of people: an Atom person's name, else its address; RSS has them as text. */
function readAuthors(node: XmlElement): readonly string[] {
  const names = AUTHORS.flatMap((name) => childrenNamed(node, name)).map((author) => {
    for (const part of ['name', 'email', 'uri', 'url']) {
      const found = childrenNamed(author, part)[0];
      const text = found === undefined ? '' : textOf(found).trim();
      if (text !== '') return text;
    }
    return author.children.some(isElement) ? '' : textOf(author).trim();
  });
  return [...new Set(names.filter((name) => name !== ''))].slice(0, 50);
}

function readCategories(node: XmlElement): readonly string[] {
  const found = CATEGORIES.flatMap((name) => childrenNamed(node, name)).map((category) => {
    const text = textOf(category).trim();
    const { attributes } = category;
    const named = attributes.get('label') ?? attributes.get('term') ?? attributes.get('text');
    return text === '' ? (named ?? '').trim() : text;
  });
  return [...new Set(found.filter((name) => name !== ''))].slice(0, 100);
}

/** An item with both a description and a summary has two texts: the first is its summary, the other its content. */
function readTexts(node: XmlElement, tree: XmlTree) {
  const content = firstMarkup(node, CONTENT, tree);
  const summary = textIn(node, node.name === 'entry' ? SUMMARY_OF_ATOM : SUMMARY, tree);
  const both = childrenNamed(node, 'description', 'summary').map((text) => markupOf(text, tree));
  const [first, second] = both.filter((markup) => markup !== null);
  if (content !== null || first === undefined || second === undefined) return { summary, content };
  return { summary: first, content: second };
}

export type EntryReading = { readonly entry: FeedEntry; readonly problems: readonly string[] };

/**
 * Reads one item.
 *
 * @param around the document's own address and the site's, for relative links
 */
export function readXmlEntry(
  node: XmlElement,
  tree: XmlTree,
  around: readonly (string | null)[],
): EntryReading {
  const problems: string[] = [];
  const guid = readGuid(node, around);
  const published = readFirstDate(node, PUBLISHED, problems);
  const updated = readFirstDate(node, UPDATED, problems);
  const entry: FeedEntry = {
    guid: guid.text,
    title: textIn(node, TITLE, tree),
    link: readLink(node, guid, around),
    published,
    updated,
    ...readTexts(node, tree),
    authors: readAuthors(node),
    categories: readCategories(node),
  };
  return { entry, problems };
}
