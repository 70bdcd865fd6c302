// Character references to characters, exactly once. Unknown references and bare ampersands stay as they are.
import { decodeHTMLStrict, replaceCodePoint } from 'entities/decode';

const REFERENCE = /&(?:#x([0-9a-f]{1,8})|#(\d{1,9})|([a-z][a-z0-9]{0,40}));/gi;

/** Characters that XML 1.0 forbids and that hide text in chats: controls other than tab and line ends. */
const CONTROLS = /[^\P{Cc}\t\n\r\u0080-\u009f]|[\ufffe\uffff]/gu;
const LATE_CONTROLS = /[\u0080-\u009f]/g;

/**
 * Removes control characters. Those from U+0080 on are nearly always characters of Windows that somebody took for
 * Latin-1 ("don\u0092t"): they become what they were.
 */
export function dropControls(text: string): string {
  const plain = text.replace(CONTROLS, '');
  return plain.replace(LATE_CONTROLS, (character) => {
    const code = replaceCodePoint(character.charCodeAt(0));
    return code < 0xa0 ? '' : String.fromCodePoint(code);
  });
}

/** The five of XML, which are nearly all that feeds have: looked up, not searched for. */
const COMMON: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
};

/** A character beyond U+FFFF that somebody wrote as the two halves UTF-16 has for it: `&#55357;&#56832;`. */
const HALVES =
  /&#(?:x(d[89ab][0-9a-f]{2})|(5[56]\d{3}));&#(?:x(d[c-f][0-9a-f]{2})|(5[67]\d{3}));/gi;

function joinHalves(text: string): string {
  return text.replace(
    HALVES,
    (whole, highHex?: string, high?: string, lowHex?: string, low?: string) => {
      const first = highHex === undefined ? Number(high) : Number.parseInt(highHex, 16);
      const second = lowHex === undefined ? Number(low) : Number.parseInt(lowHex, 16);
      const isPair = first >= 0xd800 && first < 0xdc00 && second >= 0xdc00 && second < 0xe000;
      return isPair ? String.fromCharCode(first, second) : whole;
    },
  );
}

/**
 * Decodes character references once: `&amp;eacute;` becomes `&eacute;`.
 *
 * @param declared entities that the document declares for itself, or none
 */
export function decodeReferences(text: string, declared?: ReadonlyMap<string, string>): string {
  if (!text.includes('&')) return text;
  return joinHalves(text).replace(
    REFERENCE,
    (whole, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) return COMMON[name] ?? declared?.get(name) ?? decodeHTMLStrict(whole);
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return String.fromCodePoint(replaceCodePoint(code));
    },
  );
}
