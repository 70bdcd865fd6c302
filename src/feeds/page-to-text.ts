// A fetched page or text file to the words of its article: navigation, forms and scripts dropped, hard-wrapped lines
// joined. In: bytes. Out: plain text, or why there is none. Bounded in size and depth; it asks nobody for more.
import { Parser } from 'htmlparser2';
import { decodeText } from './decode-text.ts';
import { plainText } from './plain-text.ts';

/** Longest text that is kept of one page. */
export const MAX_PAGE_TEXT = 65_536;
/** Characters of a page that are looked at. */
const MAX_PAGE = 1_500_000;
/** A page with less than this has no article, or makes it by a script. */
const MIN_TEXT = 40;
const MAX_DEPTH = 256;

const ASIDE = new Set(
  'nav header footer aside form button select script style noscript template iframe svg head dialog'.split(
    ' ',
  ),
);
const ARTICLE = new Set(['main', 'article']);
const VOID = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));
const CHALLENGE =
  /just a moment|captcha|are you a robot|access denied|enable javascript|request access|automated (?:scraping|access)/i;

export type PageText =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly reason: string };

/** The words of a page. `jsonPath` leads to the HTML where the answer is JSON. */
export function pageToText(
  bytes: Uint8Array,
  contentType: string | null,
  jsonPath: readonly string[],
): PageText {
  const { text: raw } = decodeText(bytes, contentType);
  if (isBinary(contentType, raw)) return { ok: false, reason: 'the link leads to no text' };
  const html = jsonPath.length > 0 ? htmlInJson(raw, jsonPath) : raw.slice(0, MAX_PAGE);
  if (html === null) return { ok: false, reason: 'the answer lacks the field with the text' };
  const isPlain = /^\s*text\/plain/i.test(contentType ?? '') && jsonPath.length === 0;
  const text = isPlain ? joinLines(html).slice(0, MAX_PAGE_TEXT) : articleOf(html);
  if (text.length < 2_000 && CHALLENGE.test(text)) {
    return { ok: false, reason: 'the server sent a page that checks for robots' };
  }
  return text.length < MIN_TEXT
    ? { ok: false, reason: 'the page has no text' }
    : { ok: true, text };
}

function isBinary(contentType: string | null, raw: string): boolean {
  if (raw.startsWith('%PDF')) return true;
  return contentType !== null && !/text|html|xml|json/i.test(contentType);
}

function htmlInJson(raw: string, path: readonly string[]): string | null {
  let value: unknown;
  try {
    value = JSON.parse(raw);
  } catch {
    return null;
  }
  for (const name of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return null;
    value = (value as Record<string, unknown>)[name];
  }
  return typeof value === 'string' ? value.slice(0, MAX_PAGE) : null;
}

/** The text within `main` or `article` where a page has one, else the body without what stands beside it. */
function articleOf(html: string): string {
  const page = cutPage(html);
  const article = plainText(page.article, MAX_PAGE_TEXT);
  return article.length >= MIN_TEXT ? article : plainText(page.all, MAX_PAGE_TEXT);
}

function cutPage(html: string): { readonly article: string; readonly all: string } {
  const all: string[] = [];
  const article: string[] = [];
  let aside = 0;
  let inside = 0;
  let preformatted = 0;
  let depth = 0;
  const add = (part: string): void => {
    if (aside > 0) return;
    all.push(part);
    if (inside > 0) article.push(part);
  };
  const parser = new Parser(
    {
      onopentag: (name) => {
        if (!VOID.has(name)) depth += 1;
        if (depth > MAX_DEPTH) parser.pause();
        if (ASIDE.has(name)) aside += 1;
        else if (ARTICLE.has(name)) inside += 1;
        if (name === 'pre') preformatted += 1;
        add(`<${name}>`);
      },
      onclosetag: (name) => {
        if (!VOID.has(name)) depth -= 1;
        add(`</${name}>`);
        if (ASIDE.has(name)) aside = Math.max(0, aside - 1);
        else if (ARTICLE.has(name)) inside = Math.max(0, inside - 1);
        if (name === 'pre') preformatted = Math.max(0, preformatted - 1);
      },
      ontext: (text) => {
        // In HTML a line break is a space, but for preformatted text, whose paragraphs are told by empty lines.
        if (preformatted > 0) add(joinLines(text).replaceAll('\n', '<br>'));
        else add(text.replace(/\s+/g, ' '));
      },
    },
    { decodeEntities: false },
  );
  parser.write(html);
  if (depth <= MAX_DEPTH) parser.end();
  return { article: article.join(''), all: all.join('') };
}

/** Paragraphs of a hard-wrapped text, one a line. An empty line, or an indented one, begins a paragraph. */
function joinLines(text: string): string {
  return text
    .split(/\r?\n[^\S\n]*(?=\r?\n)|\r?\n(?=[^\S\n]{2,}\S)/)
    .map((paragraph) => paragraph.replace(/\s+/g, ' ').trim())
    .filter((paragraph) => paragraph !== '')
    .join('\n');
}
