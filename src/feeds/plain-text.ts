// HTML to the text a reader sees: tags dropped, references decoded, blocks on lines of their own. Linear in the length,
// bounded in depth and size. It decides nothing about what the text means.
import { Parser } from 'htmlparser2';
import { decodeReferences, dropControls } from './decode-entities.ts';

const BLOCKS = new Set(
  `p div br li ul ol tr table thead tbody h1 h2 h3 h4 h5 h6 blockquote section article header footer hr pre dd dt dl
   figure figcaption td th`.split(/\s+/),
);
const UNSEEN = new Set(['script', 'style', 'noscript', 'template', 'iframe', 'svg', 'head']);

/** Text that looks like markup; "a < b" does not. */
const MARKUP = /<\/?[a-z][^<>]*>|<!--|<!\[CDATA\[/i;
const REFERENCE = /&(?:#\d+|#x[0-9a-f]+|[a-z][a-z0-9]*);/i;

/** Marks that are not seen but change what is: direction overrides, joiners, soft hyphens, the mark of byte order. */
const UNSEEN_MARKS = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

function tidy(text: string): string {
  return dropControls(text)
    .replace(UNSEEN_MARKS, '')
    .replace(/[^\S\n]{2,}|[^\S\n ]/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{2,}/g, '\n')
    .trim();
}

/** Open elements beyond which a text is no article but an attack: the parser's time grows with their square. */
const MAX_DEPTH = 256;

function stripMarkup(html: string, maxLength: number): string {
  const parts: string[] = [];
  let length = 0;
  let unseen = 0;
  let depth = 0;
  const parser = new Parser(
    {
      onopentag: (name) => {
        depth += 1;
        if (depth > MAX_DEPTH) parser.pause();
        if (UNSEEN.has(name)) unseen += 1;
        else if (BLOCKS.has(name)) parts.push(name === 'td' || name === 'th' ? ' ' : '\n');
      },
      onclosetag: (name) => {
        depth -= 1;
        if (UNSEEN.has(name)) unseen = Math.max(0, unseen - 1);
        else if (BLOCKS.has(name) && name !== 'td' && name !== 'th') parts.push('\n');
      },
      ontext: (text) => {
        if (unseen > 0 || length >= maxLength) return;
        parts.push(text);
        length += text.length;
      },
    },
    { decodeEntities: false },
  );
  parser.write(html.slice(0, maxLength * 8));
  if (depth <= MAX_DEPTH) parser.end();
  return decodeReferences(parts.join(''));
}

/** Cuts at a length without tearing a character of two units apart. */
function cut(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text;
  const end = /[\ud800-\udbff]/.test(text.charAt(maxLength - 1)) ? maxLength - 1 : maxLength;
  return text.slice(0, end);
}

/**
 * Plain text of a field. Feeds escape twice so often that references left after the markup is gone are decoded again,
 * and markup that was hidden behind them is dropped too.
 */
export function plainText(markup: string, maxLength: number): string {
  let text = markup.slice(0, maxLength * 8);
  for (let layer = 0; layer < 2; layer += 1) {
    if (MARKUP.test(text)) text = stripMarkup(text, maxLength);
    else if (REFERENCE.test(text)) text = decodeReferences(text);
    else break;
  }
  return cut(tidy(MARKUP.test(text) ? stripMarkup(text, maxLength) : text), maxLength);
}

/** As `plainText`, on one line. */
export function plainLine(markup: string, maxLength: number): string {
  return plainText(markup, maxLength).replaceAll('\n', ' ');
}
