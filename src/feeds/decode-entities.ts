// Character references to characters, exactly once. Unknown references and bare ampersands stay as they are.
import { decodeHTMLStrict, replaceCodePoint } from 'entities/decode';

const REFERENCE = /&(?:#x([0-9a-f]{1,8})|#(\d{1,9})|([a-z][a-z0-9]{0,40}));/gi;

/** Characters that XML 1.0 forbids and that hide text in chats: controls other than tab and line ends. */
const CONTROLS = /[^\P{Cc}\t\n\r\u0085]|[\ufffe\uffff]/gu;

/** Removes control characters. */
export function dropControls(text: string): string {
  return text.replace(CONTROLS, '');
}

/** The five of XML, which are nearly all that feeds have: looked up, not searched for. */
const COMMON: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
};

/**
 * Decodes character references once: `&amp;eacute;` becomes `&eacute;`.
 *
 * @param declared entities that the document declares for itself, or none
 */
export function decodeReferences(text: string, declared?: ReadonlyMap<string, string>): string {
  if (!text.includes('&')) return text;
  return text.replace(REFERENCE, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return COMMON[name] ?? declared?.get(name) ?? decodeHTMLStrict(whole);
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return String.fromCodePoint(replaceCodePoint(code));
  });
}
