// Relative addresses inside markup to absolute ones, everything else letter for letter. In: markup and what its addresses
// are relative to. Out: markup. It reads tags and attributes only, in one pass.
import { decodeReferences } from './decode-entities.ts';

const TAG = /<[a-z][^<>]*>/gi;
/** All attributes, so that the words inside one are not taken for another. */
const ATTRIBUTE = /(?<![\w:.-])([a-z][\w:.-]*)(\s*=\s*)("[^"]*"|'[^']*'|[^\s"'<>=]+)/gi;
const ADDRESSES = new Set(
  'action background cite data formaction href longdesc poster src'.split(' '),
);

function isRelative(address: string): boolean {
  return address !== '' && !/^(?:#|[a-z][a-z0-9+.-]*:)/i.test(address);
}

function unquoted(value: string): string {
  return /^["']/.test(value) ? value.slice(1, -1) : value;
}

/**
 * Resolves the addresses in the tags of a text.
 *
 * @param base an absolute address
 */
export function resolveMarkup(markup: string, base: string): string {
  return markup.replace(TAG, (tag) =>
    tag.replace(ATTRIBUTE, (whole, name: string, sign: string, value: string) => {
      if (!ADDRESSES.has(name.toLowerCase())) return whole;
      const address = decodeReferences(unquoted(value)).trim();
      if (!isRelative(address) || !URL.canParse(address, base)) return whole;
      const quote = value.startsWith("'") ? "'" : '"';
      const resolved = new URL(address, base).href.replace(/&/g, '&amp;').replace(/'/g, '&#39;');
      return `${name}${sign}${quote}${resolved}${quote}`;
    }),
  );
}
