// A link as a feed or a user wrote it in, an address that may be shown and clicked out, or nothing. It fetches nothing.
import { cleanLine } from './clean-text.ts';

export type SafeLink = {
  /** Re-serialised, ASCII only; holds none of `< > | " \` or white space. */
  readonly href: string;
  /** Host as browsers resolve it (punycode for other scripts), without `www.`, with a port that is not the usual one. */
  readonly host: string;
};

const LONGEST_LINK = 2_000;

/**
 * The address of an http(s) link, or null for every other scheme, for credentials in the address (they only serve to
 * disguise the host), and for what is no URL or too long to be one.
 */
export function safeLink(text: string): SafeLink | null {
  if (text.length > LONGEST_LINK || !URL.canParse(text)) return null;
  const url = new URL(text);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return null;
  if (url.username !== '' || url.password !== '') return null;
  const href = url.href.replace(/[<>|"'`\\\s{}^]/g, (mark) =>
    encodeURIComponent(mark).replace("'", '%27'),
  );
  if (href.length > LONGEST_LINK) return null;
  return { href, host: url.host.replace(/^www\./, '') };
}

/**
 * What is shown for a link: its wording and, unless the wording is the address itself, the host behind it, so that
 * "ustr.gov" cannot lead elsewhere unseen.
 */
export function linkLabel(wording: string, link: SafeLink): string {
  const label = cleanLine(wording);
  const bare = label.replace(/^https?:\/\/(www\.)?/i, '').replace(/\/$/, '');
  const target = link.href.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '');
  if (label === '') return link.host;
  if (bare === target || bare === link.host || label.endsWith(`(${link.host})`)) return label;
  return `${label} (${link.host})`;
}
