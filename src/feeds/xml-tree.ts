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

class TreeBuilder {
  readonly root: XmlElement;
  readonly problems: string[] = [];
  private readonly scopes: Scope[] = [new Map()];
  private readonly stack: XmlElement[] = [];
  private readonly declared: ReadonlyMap<string, string>;
  private pending = '';
  private isCdata = false;
  private elements = 0;
  private items = 0;

  constructor(source: string) {
    this.declared = declaredEntities(source);
    this.root = element('#document', new Map(), null, '', 0);
    this.root.end = source.length;
    this.stack.push(this.root);
  }

  private get top(): XmlElement {
    return this.stack.at(-1) ?? this.root;
  }

  private flush(): void {
    if (this.pending === '') return;
    const text = this.isCdata ? this.pending : decodeReferences(this.pending, this.declared);
    this.top.children.push({ text: dropControls(text), isCdata: this.isCdata });
    this.pending = '';
  }

  private popTo(index: number, end: number): void {
    while (this.stack.length > index) {
      const closed = this.stack.pop();
      this.scopes.pop();
      if (closed !== undefined) closed.end = end;
    }
  }

  open(rawName: string, raw: Readonly<Record<string, string>>, start: number, end: number): void {
    this.flush();
    this.checkLimits(raw);
    const scope = scopeOf(this.scopes.at(-1) ?? new Map(), raw);
    const name = canonicalName(rawName, scope);
    if (NEVER_NESTED.has(name)) {
      const around = this.stack.findIndex((open) => open.name === name);
      if (around > 0) this.popTo(around, start);
      this.items += 1;
      if (this.items > XML_LIMITS.items) {
        this.stop(`Only the first ${XML_LIMITS.items} items were read.`);
      }
    }
    const child = element(name, attributesOf(raw, this.declared), this.top, rawName, end);
    this.top.children.push(child);
    this.stack.push(child);
    this.scopes.push(scope);
  }

  private checkLimits(raw: Readonly<Record<string, string>>): void {
    this.elements += 1;
    if (this.elements > XML_LIMITS.elements) this.stop('The document has too many elements.');
    if (this.stack.length > XML_LIMITS.depth) this.stop('The document is nested too deeply.');
    if (Object.keys(raw).length > XML_LIMITS.attributes) {
      this.stop('An element has too many attributes.');
    }
  }

  close(rawName: string, start: number): void {
    this.flush();
    const index = this.stack.findLastIndex((open) => open.rawName === rawName);
    if (index > 0) this.popTo(index, start);
  }

  text(data: string): void {
    this.pending += data;
  }

  cdata(isInside: boolean): void {
    this.flush();
    this.isCdata = isInside;
  }

  finish(end: number): void {
    this.flush();
    this.popTo(1, end);
  }

  private stop(problem: string): never {
    this.problems.push(problem);
    throw new LimitReached(problem);
  }
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
  const builder = new TreeBuilder(source);
  const parser = new Parser(
    {
      onopentag: (name, attributes) =>
        builder.open(name, attributes, parser.startIndex, parser.endIndex + 1),
      onclosetag: (name) => builder.close(name, parser.startIndex),
      ontext: (data) => builder.text(data),
      oncdatastart: () => builder.cdata(true),
      oncdataend: () => builder.cdata(false),
    },
    { xmlMode: true, decodeEntities: false, lowerCaseTags: false, lowerCaseAttributeNames: false },
  );
  try {
    parser.write(source);
    parser.end();
  } catch (error) {
    if (!(error instanceof LimitReached)) throw error;
  }
  builder.finish(source.length);
  return { root: builder.root, source, problems: builder.problems };
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
    if (isElement(next)) open.push(...next.children.toReversed());
    else text += next.text;
  }
  return text;
}
