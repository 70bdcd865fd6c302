// The addresses of a feed or an item: its page, its id, and what relative ones are relative to (xml:base, the document).
import { isWebLink, resolveLink, tidyLink } from './resolve-link.ts';
import { childrenNamed, textOf, type XmlElement } from './xml-tree.ts';

/** xml:base values around an element, the nearest first. */
function basesOf(node: XmlElement): string[] {
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

/** The nearest xml:base as an absolute address; null where there is none, or none that leads anywhere. */
export function absoluteBase(node: XmlElement, around: readonly (string | null)[]): string | null {
  const nearest = basesOf(node)[0];
  const base = nearest === undefined ? null : resolveLink(nearest, around);
  return base !== null && isWebLink(base) ? base : null;
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
  const type = (link.attributes.get('type') ?? '').trim().toLowerCase();
  if (type === '') return 2;
  return /^(?:text\/html|application\/xhtml\+xml)$/.test(type) ? 3 : 1;
}

/** The page link of a feed or an item: the text of `link` or its alternate `href`. */
export function pageLink(node: XmlElement): { node: XmlElement; text: string } | null {
  const links = childrenNamed(node, 'link');
  for (const link of links.filter(isAlternate)) {
    const text = tidyLink(textOf(link));
    if (text !== '') return { node: link, text };
  }
  const best = [3, 2, 1]
    .map((rank) => links.find((link) => linkRank(link) === rank))
    .find((link) => link !== undefined);
  return best === undefined ? null : { node: best, text: hrefOf(best) };
}

export type GuidReading = { readonly text: string | null; readonly link: string | null };

/** The page behind a click counter, which stands beside the counter's own address. */
export function readOriginalLink(node: XmlElement): string | null {
  for (const original of childrenNamed(node, 'feedburner:origlink', 'pheedo:origlink')) {
    const text = tidyLink(textOf(original));
    if (isWebLink(text)) return text;
  }
  return null;
}

/** The link of an item, else what else of it leads to a page; null where nothing does. */
export function readLink(
  node: XmlElement,
  guid: GuidReading,
  around: readonly (string | null)[],
): string | null {
  const link = pageLink(node);
  if (link !== null) return linkIn(link.node, link.text, around);
  const href = node.attributes.get('href') ?? node.attributes.get('rdf:about') ?? '';
  if (href !== '') return linkIn(node, href, around);
  if (guid.link !== null) return guid.link;
  const anyLink = childrenNamed(node, 'link').find(
    (child) =>
      hrefOf(child) !== '' && /^(?:via|related|canonical)$/.test(child.attributes.get('rel') ?? ''),
  );
  return anyLink === undefined ? null : linkIn(anyLink, hrefOf(anyLink), around);
}

/** An id of Atom is an address (RFC 4287 section 4.2.6): one that is a path is relative, and so is what an xml:base is for. */
function isRelativeId(id: XmlElement, text: string): boolean {
  if (id.name !== 'id' || /^[a-z][a-z0-9+.-]*:/i.test(text)) return false;
  return /^\.{0,2}\/(?!\/)/.test(text) || (text.includes('/') && basesOf(id).length > 0);
}

/** Ids are compared letter by letter and left alone, but for relative ones of Atom. */
export function readGuid(node: XmlElement, around: readonly (string | null)[]): GuidReading {
  for (const guid of childrenNamed(node, 'guid', 'id')) {
    const text = textOf(guid).trim();
    if (text === '') continue;
    const permalink = guid.attributes.get('ispermalink')?.trim().toLowerCase();
    // One that says of itself that it is a page may leave out where the path begins.
    const isPath = /^\.{0,2}\/(?!\/)/.test(text) || (permalink === 'true' && text.includes('/'));
    const address = isPath || isRelativeId(guid, text) ? linkIn(guid, text, around) : text;
    const isLink = permalink !== 'false' && address !== null && isWebLink(address);
    return { text: isRelativeId(guid, text) ? address : text, link: isLink ? address : null };
  }
  const about = node.attributes.get('rdf:about')?.trim() ?? '';
  if (about !== '') return { text: about, link: isWebLink(about) ? about : null };
  // Journals and archives name their items so; it is a name and says nothing of where the item is.
  const identifier = childrenNamed(node, 'dc:identifier').map((name) => textOf(name).trim());
  return { text: identifier.find((name) => name !== '') ?? null, link: null };
}
