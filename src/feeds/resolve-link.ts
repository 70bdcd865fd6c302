// Relative links to absolute ones. A link that is absolute already stays letter for letter as the feed has it.

const ABSOLUTE = /^[a-z][a-z0-9+.-]*:/i;

/** Trimmed, with the line breaks and tabs that feeds put into long addresses taken out. */
export function tidyLink(text: string): string {
  return text.replace(/[\t\n\r]+\s*/g, '').trim();
}

/** True for an absolute http(s) address. */
export function isWebLink(text: string): boolean {
  return /^https?:\/\/[^\s/]/i.test(text) && URL.canParse(text);
}

/** Words where an address should be ("The address of the site"): resolving them would make up an address. */
function isWords(text: string): boolean {
  return /\s/.test(text) && !/[/.?#]/.test(text);
}

/**
 * Resolves a link against the first base that is absolute.
 *
 * @param bases nearest first: xml:base values, the document's own address, the site's address
 * @returns the link as it is where it is absolute, no address, or nothing is known to resolve it against; null for an
 *   empty one
 */
export function resolveLink(text: string, bases: readonly (string | null)[]): string | null {
  const link = tidyLink(text);
  if (link === '') return null;
  if (ABSOLUTE.test(link) || isWords(link)) return link;
  // "www.site.example/1" is an address that lost its beginning, not a page below another.
  if (/^www\.[^\s/.]+\./i.test(link)) return `http://${link}`;
  for (const base of bases) {
    if (base !== null && URL.canParse(link, base)) return new URL(link, base).href;
  }
  return link;
}
