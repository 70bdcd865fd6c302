// Any text that looks like XML to a bounded tree: namespaces resolved to fixed prefixes, references decoded once,
// nothing expanded, nothing fetched. It forgives what feeds get wrong (bare ampersands, missing end tags) and never
// throws; it does not know what the elements mean.
import { Parser } from 'htmlparser2';
import { decodeReferences, dropControls } from './decode-entities.ts';
import { prefixOf } from './xml-namespaces.ts';

export type XmlElement = {
  /** `prefix:local` in small letters; the prefix is the usual one of the namespace, none for feed vocabularies. */
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: (XmlElement | XmlText)[];
  readonly parent: XmlElement | null;
  /** Name as written. */
  readonly rawName: string;
  /** Where the content begins and ends in the source. */
  readonly start: number;
  end: number;
};

export type XmlText = { readonly text: string; readonly isCdata: boolean };

export type XmlTree = {
  readonly root: XmlElement;
  readonly source: string;
  /** Limits that cut the tree short, in words. */
  readonly problems: readonly string[];
};

export const XML_LIMITS = { depth: 200, elements: 300_000, attributes: 200, items: 2_000 };

const DECLARED_ENTITY =
  /<!ENTITY\s+([\w.-]{1,60})\s+(?:"([^"&%<]{0,300})"|'([^'&%<]{0,300})')\s*>/g;

/** Short literal entities of an internal DTD. One that refers to another is left alone: no bomb can be built. */
function declaredEntities(source: string): ReadonlyMap<string, string> {
  const head = source.slice(0, 20_000);
  const start = head.indexOf('<!DOCTYPE');
  if (start < 0) return new Map();
  const found = [...head.slice(start).matchAll(DECLARED_ENTITY)].slice(0, 100);
  return new Map(found.map(([, name = '', double, single]) => [name, double ?? single ?? '']));
}

class LimitReached extends Error {}

type Scope = ReadonlyMap<string, string>;

/** Namespace declarations of an element on top of those around it. */
function scopeOf(around: Scope, attributes: Readonly<Record<string, string>>): Scope {
  let scope: Map<string, string> | null = null;
  for (const [name, value] of Object.entries(attributes)) {
    if (name !== 'xmlns' && !name.startsWith('xmlns:')) continue;
    scope ??= new Map(around);
    scope.set(name === 'xmlns' ? '' : name.slice(6).toLowerCase(), value.trim());
  }
  return scope ?? around;
}

function canonicalName(rawName: string, scope: Scope): string {
  const colon = rawName.indexOf(':');
  const prefix = colon < 0 ? '' : rawName.slice(0, colon).toLowerCase();
  const local = rawName.slice(colon + 1).toLowerCase();
  const canonical = prefixOf(prefix, scope.get(prefix) ?? null);
  return canonical === '' ? local : `${canonical}:${local}`;
}

function attributesOf(
  raw: Readonly<Record<string, string>>,
  declared: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>();
  for (const [name, value] of Object.entries(raw)) {
    attributes.set(name.toLowerCase(), dropControls(decodeReferences(value, declared)));
  }
  return attributes;
}

/** An item cannot hold an item: where one begins inside another, the end tag of the first is missing. */
const NEVER_NESTED = new Set(['item', 'entry']);

/** The tree while it grows: open elements with the namespaces in force at each, and text not yet put into it. */
type Growth = {
  readonly root: XmlElement;
  readonly stack: XmlElement[];
  readonly scopes: Scope[];
  readonly declared: ReadonlyMap<string, string>;
  readonly problems: string[];
  pending: string;
  isCdata: boolean;
  elements: number;
  items: number;
};

function startGrowth(source: string): Growth {
  const root = element('#document', new Map(), null, '', 0);
  root.end = source.length;
  return {
    root,
    stack: [root],
    scopes: [new Map()],
    declared: declaredEntities(source),
    problems: [],
    pending: '',
    isCdata: false,
    elements: 0,
    items: 0,
  };
}

function topOf(growth: Growth): XmlElement {
  return growth.stack.at(-1) ?? growth.root;
}

function flushText(growth: Growth): void {
  if (growth.pending === '') return;
  const { isCdata, pending } = growth;
  const text = isCdata ? pending : decodeReferences(pending, growth.declared);
  topOf(growth).children.push({ text: dropControls(text), isCdata });
  growth.pending = '';
}

function popTo(growth: Growth, index: number, end: number): void {
  while (growth.stack.length > index) {
    const closed = growth.stack.pop();
    growth.scopes.pop();
    if (closed !== undefined) closed.end = end;
  }
}

function stopAt(growth: Growth, problem: string): never {
  growth.problems.push(problem);
  throw new LimitReached(problem);
}

function checkLimits(growth: Growth, raw: Readonly<Record<string, string>>): void {
  growth.elements += 1;
  if (growth.elements > XML_LIMITS.elements) stopAt(growth, 'The document has too many elements.');
  if (growth.stack.length > XML_LIMITS.depth) stopAt(growth, 'The document is nested too deeply.');
  if (Object.keys(raw).length > XML_LIMITS.attributes) {
    stopAt(growth, 'An element has too many attributes.');
  }
}

/** Closes an item whose end tag is missing, and counts items. An empty one inside another is a slip, and stays inside. */
function beginItem(growth: Growth, name: string, start: number, isEmpty: boolean): void {
  const around = growth.stack.findIndex((open) => open.name === name);
  if (around > 0 && isEmpty) return;
  if (around > 0) popTo(growth, around, start);
  growth.items += 1;
  if (growth.items > XML_LIMITS.items) {
    stopAt(growth, `Only the first ${XML_LIMITS.items} items were read.`);
  }
}

type Tag = {
  readonly rawName: string;
  readonly raw: Readonly<Record<string, string>>;
  /** Where the tag begins and where its content does. */
  readonly start: number;
  readonly end: number;
  /** Closed in itself: `<item />`. */
  readonly isEmpty: boolean;
};

function openElement(growth: Growth, { rawName, raw, start, end, isEmpty }: Tag): void {
  flushText(growth);
  checkLimits(growth, raw);
  const scope = scopeOf(growth.scopes.at(-1) ?? new Map<string, string>(), raw);
  const name = canonicalName(rawName, scope);
  if (NEVER_NESTED.has(name)) beginItem(growth, name, start, isEmpty);
  const parent = topOf(growth);
  const child = element(name, attributesOf(raw, growth.declared), parent, rawName, end);
  parent.children.push(child);
  growth.stack.push(child);
  growth.scopes.push(scope);
}

function closeElement(growth: Growth, rawName: string, start: number): void {
  flushText(growth);
  const index = growth.stack.findLastIndex((open) => open.rawName === rawName);
  if (index > 0) popTo(growth, index, start);
}

function switchCdata(growth: Growth, isInside: boolean): void {
  flushText(growth);
  growth.isCdata = isInside;
}

function element(
  name: string,
  attributes: ReadonlyMap<string, string>,
  parent: XmlElement | null,
  rawName: string,
  start: number,
): XmlElement {
  return { name, attributes, children: [], parent, rawName, start, end: start };
}

/** The tree of a text. Never throws; a limit that was reached is in `problems` and what was read before it stands. */
export function readXmlTree(source: string): XmlTree {
  const growth = startGrowth(source);
  const parser = new Parser(
    {
      onopentag: (rawName, raw) =>
        openElement(growth, {
          rawName,
          raw,
          start: parser.startIndex,
          end: parser.endIndex + 1,
          isEmpty: source.startsWith('/>', parser.endIndex - 1),
        }),
      onclosetag: (rawName) => closeElement(growth, rawName, parser.startIndex),
      ontext: (text) => {
        growth.pending += text;
      },
      oncdatastart: () => switchCdata(growth, true),
      oncdataend: () => switchCdata(growth, false),
    },
    { xmlMode: true, decodeEntities: false, lowerCaseTags: false, lowerCaseAttributeNames: false },
  );
  try {
    parser.write(source);
    parser.end();
  } catch (error) {
    if (!(error instanceof LimitReached)) throw error;
  }
  flushText(growth);
  popTo(growth, 1, source.length);
  return { root: growth.root, source, problems: growth.problems };
}

export function isElement(node: XmlElement | XmlText): node is XmlElement {
  return 'name' in node;
}

/** Child elements with one of the names, in the order of the document. */
export function childrenNamed(parent: XmlElement, ...names: readonly string[]): XmlElement[] {
  return parent.children.filter(isElement).filter((child) => names.includes(child.name));
}

/** All text below an element, decoded, tags left out. */
export function textOf(node: XmlElement): string {
  let text = '';
  const open: (XmlElement | XmlText)[] = [node];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (!isElement(next)) text += next.text;
    // One by one: an element may have more children than a call may have arguments.
    else for (const child of next.children.toReversed()) open.push(child);
  }
  return text;
}
