// The content of a text element (title, summary, content) as the publisher meant it: decoded once, markup kept.
// Knows the text constructs of Atom 1.0 (RFC 4287 section 3.1), the modes of Atom 0.3, and RSS with markup left bare.
import { isElement, type XmlElement, type XmlText, type XmlTree } from './xml-tree.ts';

const VOID_TAGS = new Set(
  'area base br col embed hr img input link meta param source track wbr'.split(' '),
);

function escapeText(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

function escapeAttribute(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');
}

function openTag(node: XmlElement, name: string): string {
  const attributes = [...node.attributes]
    .filter(([key]) => key !== 'xmlns' && !key.startsWith('xmlns:'))
    .map(([key, value]) => ` ${key}="${escapeAttribute(value)}"`);
  return `<${name}${attributes.join('')}`;
}

/** Markup written anew, prefixes of XHTML dropped: `<h:b>` becomes `<b>`. */
function serialize(nodes: readonly (XmlElement | XmlText)[]): string {
  let markup = '';
  for (const node of nodes) {
    if (!isElement(node)) {
      markup += escapeText(node.text);
      continue;
    }
    const name = node.name.startsWith('xhtml:') ? node.name.slice(6) : node.rawName;
    const tag = openTag(node, name);
    if (node.children.length === 0 && VOID_TAGS.has(name)) markup += `${tag} />`;
    else markup += `${tag}>${serialize(node.children)}</${name}>`;
  }
  return markup;
}

function hasPrefixOrCdata(node: XmlElement): boolean {
  return node.children.some((child) =>
    isElement(child) ? child.rawName.includes(':') || hasPrefixOrCdata(child) : child.isCdata,
  );
}

/** What stands between the tags: letter for letter where it can be, written anew where it must be. */
function innerMarkup(node: XmlElement, tree: XmlTree): string {
  if (hasPrefixOrCdata(node)) return serialize(node.children);
  return tree.source.slice(node.start, node.end);
}

function onlyElement(node: XmlElement): XmlElement | null {
  const elements = node.children.filter(isElement);
  const isAlone = node.children.every((child) => isElement(child) || child.text.trim() === '');
  return elements.length === 1 && isAlone ? (elements[0] ?? null) : null;
}

/** The div around XHTML belongs to Atom, not to the text (RFC 4287 section 3.1.1.3). */
function withoutWrapper(node: XmlElement): XmlElement {
  const only = onlyElement(node);
  return only !== null && /^(?:xhtml:)?(?:div|body)$/.test(only.name) ? only : node;
}

function decodeBase64(text: string): string | null {
  const packed = text.replace(/\s+/g, '');
  if (packed === '' || packed.length % 4 === 1 || !/^[A-Za-z0-9+/]+={0,2}$/.test(packed)) {
    return null;
  }
  const decoded = new TextDecoder('utf-8', { fatal: false }).decode(Buffer.from(packed, 'base64'));
  return decoded.includes('\ufffd') ? null : decoded;
}

/** Types whose content is neither text nor XML and therefore base64 (RFC 4287 section 4.1.3.3). */
function isBinaryType(type: string): boolean {
  return type.includes('/') && !/^text\/|[+/]xml$|^application\/(?:json|x?html)/.test(type);
}

function directText(node: XmlElement): string {
  return node.children.map((child) => (isElement(child) ? '' : child.text)).join('');
}

/** Markup that is escaped and stands in a div all the same; null where it is not so. */
function textInDiv(node: XmlElement): string | null {
  const div = withoutWrapper(node);
  const text = div === node || div.children.some(isElement) ? '' : directText(div).trim();
  return text === '' ? null : text;
}

/** Of one text in several kinds (Atom 0.3), the one with markup, else the first; null where there are not several. */
function bestAlternative(node: XmlElement): XmlElement | null {
  if (!/^multipart\/alternative/i.test(node.attributes.get('type')?.trim() ?? '')) return null;
  const parts = node.children.filter(isElement).filter(({ name }) => name === node.name);
  const isMarkup = (part: XmlElement) => /html/i.test(part.attributes.get('type') ?? '');
  return parts.find(isMarkup) ?? parts[0] ?? null;
}

/** Null where the element is empty. */
export function markupOf(node: XmlElement, tree: XmlTree): string | null {
  const alternative = bestAlternative(node);
  if (alternative !== null) return markupOf(alternative, tree);
  const type = (node.attributes.get('type') ?? '').trim().toLowerCase();
  const mode = (node.attributes.get('mode') ?? '').trim().toLowerCase();
  const hasElements = node.children.some(isElement);
  const isXhtml = type === 'xhtml' || type === 'application/xhtml+xml' || mode === 'xml';
  if (hasElements) {
    const wrapped = /^(?:text\/)?html$/.test(type) ? textInDiv(node) : null;
    if (wrapped !== null) return wrapped;
    const inner = innerMarkup(isXhtml || type === '' ? withoutWrapper(node) : node, tree).trim();
    return inner === '' ? null : inner;
  }
  const text = directText(node).trim();
  if (mode === 'base64' || (mode === '' && isBinaryType(type))) {
    const decoded = decodeBase64(text)?.trim();
    if (decoded !== undefined && decoded !== '') return decoded;
  }
  const bare = withoutEscapedCdata(text);
  return bare === '' ? null : bare;
}

/** A publisher that escapes its markup twice escapes the marks of CDATA with it; they are never part of the text. */
function withoutEscapedCdata(text: string): string {
  return (/^<!\[CDATA\[([\s\S]*)\]\]>$/.exec(text)?.[1] ?? text).trim();
}
