// One item of RSS, RDF, Atom or CDF to an entry, whatever mixture of vocabularies it uses. In: the element and its
// tree. Out: the fields as the publisher wrote them. Each field has one list of names, the most telling first.
import { markupOf } from './element-markup.ts';
import type { DateReading, FeedEntry } from './feed-document.ts';
import { readDate } from './read-date.ts';
import { absoluteBase, readGuid, readLink, readOriginalLink } from './read-xml-links.ts';
import { resolveMarkup } from './resolve-markup.ts';
import { childrenNamed, isElement, textOf, type XmlElement, type XmlTree } from './xml-tree.ts';

const TITLE = ['title', 'dc:title', 'media:title', 'itunes:title'];
const SUMMARY = ['description', 'summary', 'dc:description', 'dcterms:abstract', 'abstract'];
const SUMMARY_OF_ATOM = ['summary', ...SUMMARY.filter((name) => name !== 'summary')];
/** They tell of a recording or a picture, and of the item only where nothing else does. */
const SUMMARY_OF_MEDIA = ['itunes:summary', 'itunes:subtitle', 'media:description'];
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

/** A tree with the addresses of its document, nearest first: what its relative links may be relative to. */
export type XmlPlace = { readonly tree: XmlTree; readonly around: readonly (string | null)[] };

/** Text of Atom that is said to be no markup, or of which nothing is said (RFC 4287 section 3.1.1). */
function isPlainText(node: XmlElement): boolean {
  const type = (node.attributes.get('type') ?? '').trim().toLowerCase();
  if (type !== '') return type === 'text' || type === 'text/plain';
  const isOfAtom = node.parent?.name === 'entry' || node.parent?.name === 'feed';
  return isOfAtom && !node.name.includes(':');
}

/** The text of an element, its addresses resolved where the feed says what they are relative to. */
function textMarkup(node: XmlElement, { tree, around }: XmlPlace): string | null {
  const markup = markupOf(node, tree);
  if (markup === null || isPlainText(node)) return markup;
  const base = absoluteBase(node, around);
  return base === null ? markup : resolveMarkup(markup, base);
}

/** First non-empty markup among the children with these names, in the order of the names. */
export function firstMarkup(node: XmlElement, names: readonly string[], place: XmlPlace) {
  for (const name of names) {
    for (const child of childrenNamed(node, name)) {
      const markup = textMarkup(child, place);
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

function textIn(node: XmlElement, names: readonly string[], place: XmlPlace): string | null {
  for (const group of withMediaGroups(node)) {
    const markup = firstMarkup(group, names, place);
    if (markup !== null) return markup;
  }
  return null;
}

/** The beginning of a text on one line. */
function quotable(text: string): string {
  return text.slice(0, 60).replace(/\s+/g, ' ');
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
      if (text !== '') problems.push(`The date "${quotable(text)}" was not understood.`);
    }
  }
  const attribute = node.attributes.get('lastmod');
  return names.includes('lastmod') && attribute !== undefined ? readDate(attribute) : null;
}

/** Names of people: an Atom person's name, else its address; RSS has them as text. */
function readAuthors(node: XmlElement): readonly string[] {
  const names = AUTHORS.flatMap((name) => childrenNamed(node, name)).map((author) => {
    for (const part of ['name', 'email', 'uri', 'url']) {
      const found = childrenNamed(author, part)[0];
      const text = found === undefined ? '' : textOf(found).trim();
      if (text !== '') return text;
    }
    const isWritten = author.children.some(
      (child) => !isElement(child) && child.text.trim() !== '',
    );
    return isWritten ? textOf(author).trim() : '';
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
function readTexts(node: XmlElement, place: XmlPlace) {
  const content = firstMarkup(node, CONTENT, place);
  const summary =
    textIn(node, node.name === 'entry' ? SUMMARY_OF_ATOM : SUMMARY, place) ??
    (content === null ? textIn(node, SUMMARY_OF_MEDIA, place) : null);
  const both = childrenNamed(node, 'description', 'summary').map((text) => textMarkup(text, place));
  const [first, second] = both.filter((markup) => markup !== null);
  if (content !== null || first === undefined || second === undefined) return { summary, content };
  return { summary: first, content: second };
}

export type EntryReading = { readonly entry: FeedEntry; readonly problems: readonly string[] };

/** Reads one item. */
export function readXmlEntry(node: XmlElement, place: XmlPlace): EntryReading {
  const problems: string[] = [];
  const guid = readGuid(node, place.around);
  const published = readFirstDate(node, PUBLISHED, problems);
  const updated = readFirstDate(node, UPDATED, problems);
  const entry: FeedEntry = {
    guid: guid.text,
    title: textIn(node, TITLE, place),
    link: readLink(node, guid, place.around),
    originalLink: readOriginalLink(node),
    published,
    updated,
    ...readTexts(node, place),
    authors: readAuthors(node),
    categories: readCategories(node),
  };
  return { entry, problems };
}
