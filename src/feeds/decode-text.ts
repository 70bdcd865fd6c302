// Bytes to text. The encoding is taken from the byte order mark, else the HTTP header, else the XML prolog, else it is
// detected; a declaration that the bytes contradict is passed over and said so. Never throws.

import { detectEncoding } from './detect-encoding.ts';
import { decodeEbcdic } from './ebcdic.ts';
import { type Decoded, decodeAs, isKnownEncoding, tryDecode } from './encodings.ts';

export type DecodedText = Decoded & {
  /** Declarations that contradict each other or the bytes, in words. */
  readonly problems: readonly string[];
};

function decodeUtf32(bytes: Uint8Array, isLittle: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: string[] = [];
  for (let at = 0; at + 4 <= bytes.length; at += 4) {
    const code = view.getUint32(at, isLittle);
    parts.push(code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd');
  }
  return parts.join('').replace(/^\ufeff/, '');
}

/** Byte order marks, and the zero bytes that wide encodings put around the first `<`. */
function decodeWide(bytes: Uint8Array): Decoded | null {
  const [a, b, c, d] = bytes;
  const starts = (...wanted: number[]) => wanted.every((byte, at) => bytes[at] === byte);
  if (starts(0xff, 0xfe, 0, 0) || starts(0x3c, 0, 0, 0)) {
    return { text: decodeUtf32(bytes, true), encoding: 'utf-32le' };
  }
  if (starts(0, 0, 0xfe, 0xff) || starts(0, 0, 0, 0x3c)) {
    return { text: decodeUtf32(bytes, false), encoding: 'utf-32be' };
  }
  if (starts(0xef, 0xbb, 0xbf)) {
    return decodeAs(bytes, 'utf-8');
  }
  if (starts(0xff, 0xfe) || (a === 0x3c && b === 0 && c !== 0 && d === 0)) {
    return decodeAs(bytes, 'utf-16le');
  }
  if (starts(0xfe, 0xff) || (a === 0 && b === 0x3c && c === 0 && d !== 0)) {
    return decodeAs(bytes, 'utf-16be');
  }
  return null;
}

function charsetOf(contentType: string | null): string | null {
  return /charset\s*=\s*["']?([^"';,\s]+)/i.exec(contentType ?? '')?.[1] ?? null;
}

/** The encoding in the XML prolog; every encoding but UTF-16 and UTF-32 writes the prolog in ASCII. */
function prologOf(bytes: Uint8Array): string | null {
  const head = decodeAs(bytes.subarray(0, 1_024), 'windows-1252').text;
  return /<\?xml[^<>]*?encoding\s*=\s*["']\s*([\w.:-]+)\s*["']/i.exec(head)?.[1] ?? null;
}

function isWideName(name: string): boolean {
  return /^(?:utf-?(?:16|32)|ucs-?[24]|iso-10646)/i.test(name.trim());
}

/**
 * Decodes a document.
 *
 * @param contentType the HTTP header, or null
 */
export function decodeText(bytes: Uint8Array, contentType: string | null): DecodedText {
  const wide = decodeWide(bytes);
  if (wide !== null) return { ...wide, problems: [] };
  const ebcdic = decodeEbcdic(bytes);
  if (ebcdic !== null) return ebcdic;
  const header = charsetOf(contentType);
  const prolog = prologOf(bytes);
  const declared = [header, prolog].filter((name) => name !== null);
  const problems: string[] = [];
  if (header !== null && prolog !== null && header.toLowerCase() !== prolog.toLowerCase()) {
    problems.push(`The server says ${header}, the document says ${prolog}.`);
  }
  // Bytes that are valid UTF-8 beyond ASCII are UTF-8 whatever is declared: no other encoding looks like it by chance.
  const utf8 = tryDecode(withoutCutCharacter(bytes), 'utf-8');
  if (
    utf8 !== null &&
    (isSure(utf8.text, declared) || hasManyWide(bytes, declared) || declared.some(isWideName))
  ) {
    return { ...utf8, problems };
  }
  for (const name of declared) {
    if (isWideName(name)) continue;
    const decoded = tryDecode(bytes, name);
    if (decoded !== null) return { ...decoded, problems };
    problems.push(
      isKnownEncoding(name)
        ? `The text is not valid ${name}.`
        : `The encoding "${name.slice(0, 40)}" is not known.`,
    );
  }
  // Plain ASCII with escape sequences is Japanese mail encoding.
  if (utf8 !== null && !utf8.text.includes('\u001b$')) return { ...utf8, problems };
  return { ...bestEffort(bytes, declared), problems };
}

/** A document that is cut off within a character of UTF-8 is UTF-8 all the same. */
function withoutCutCharacter(bytes: Uint8Array): Uint8Array {
  for (let back = 1; back <= 3; back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return bytes;
    if (byte < 0xc0) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
    return length > back ? bytes.subarray(0, bytes.length - back) : bytes;
  }
  return bytes;
}

/** A few wrong bytes in a declared encoding are no reason to read the whole text in another. */
function bestEffort(bytes: Uint8Array, declared: readonly string[]): Decoded {
  const detected = detectEncoding(bytes);
  if (detected !== null) return decodeAs(bytes, detected);
  for (const name of [...declared.filter((each) => !isWideName(each)), 'utf-8']) {
    if (!isKnownEncoding(name)) continue;
    const decoded = decodeAs(bytes, name);
    const broken = decoded.text.match(/\ufffd/g)?.length ?? 0;
    const foreign = decoded.text.match(/\P{ASCII}/gu)?.length ?? 0;
    if (broken < 20 && broken * 3 < foreign) return decoded;
  }
  return decodeAs(bytes, 'windows-1252');
}

/** Nothing is declared, and nothing speaks against UTF-8. */
function isSure(text: string, declared: readonly string[]): boolean {
  return declared.length === 0 && !text.includes('\u001b$');
}

/**
 * At least two characters beyond ASCII; one alone may be an accident, though not where the west of Europe is declared:
 * there the two bytes would be a capital A with a mark and a sign, which nobody writes.
 */
function hasManyWide(bytes: Uint8Array, declared: readonly string[]): boolean {
  const enough = declared.length > 0 && declared.every((name) => WESTERN.test(name)) ? 1 : 2;
  let count = 0;
  for (const byte of bytes) {
    if (byte >= 0xc0) count += 1;
    if (count >= enough) return true;
  }
  return false;
}

const WESTERN = /^(?:iso-?8859-1|iso_8859-1|latin-?1|windows-1252|cp1252|us-ascii|ascii)$/i;
