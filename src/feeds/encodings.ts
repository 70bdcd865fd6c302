// Encodings by name: those of the WHATWG standard by the platform, older code pages by a library. It detects nothing.
import { TextDecoder } from 'node:util';
import iconv from 'iconv-lite';

export type Decoded = {
  readonly text: string;
  /** As WHATWG or the library names it; `utf-8` for plain ASCII. */
  readonly encoding: string;
};

/** Names in use that the WHATWG standard does not know, or knows as something else than feeds mean. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  utf8mb4: 'utf-8',
  cp936: 'gbk',
  ms936: 'gbk',
  cp932: 'shift_jis',
  ms932: 'shift_jis',
  'windows-932': 'shift_jis',
  'sjis-win': 'shift_jis',
  'eucjp-win': 'euc-jp',
  cp949: 'euc-kr',
  ms949: 'euc-kr',
  uhc: 'euc-kr',
  'x-windows-949': 'euc-kr',
  cp950: 'big5',
  tis620: 'windows-874',
  maccentraleurope: 'maccenteuro',
  'mac-centraleurope': 'maccenteuro',
  maclatin2: 'maccenteuro',
  cp_is: 'cp861',
  'cp-is': 'cp861',
  'iso-latin-1': 'windows-1252',
  'latin-1': 'windows-1252',
};

function standardDecoder(name: string, isFatal: boolean): InstanceType<typeof TextDecoder> | null {
  try {
    return new TextDecoder(name, { fatal: isFatal });
  } catch {
    // Not a name that the standard knows; the caller goes on to the library.
    return null;
  }
}

function tidyName(name: string): string {
  const lower = name
    .trim()
    .toLowerCase()
    .replace(/^["']|["']$/g, '');
  return OTHER_NAMES[lower] ?? codePageOf(lower) ?? lower;
}

/** The many names of one code page: `ibm850`, `csIBM850`, `cspc850multilingual`, `850` are `cp850` to the library. */
function codePageOf(name: string): string | null {
  const number = /^(?:cs)?(?:ibm|cp|pcp|pc8codepage|pc)?[_-]?(\d{3,4})[a-z]*$/.exec(name)?.[1];
  return number !== undefined && iconv.encodingExists(`cp${number}`) ? `cp${number}` : null;
}

/** UTF-7 writes `<` as letters, so that a text looks harmless until it is decoded; browsers have long refused it. */
const REFUSED = /utf-?7|utf7/i;

function isInLibrary(name: string): boolean {
  return !REFUSED.test(name) && iconv.encodingExists(tidyName(name));
}

export function isKnownEncoding(name: string): boolean {
  return standardDecoder(tidyName(name), false) !== null || isInLibrary(name);
}

/** Decodes; wrong bytes become U+FFFD. The name must be known. */
export function decodeAs(bytes: Uint8Array, name: string): Decoded {
  const decoder = standardDecoder(tidyName(name), false);
  if (decoder !== null) return { text: decoder.decode(bytes), encoding: decoder.encoding };
  return { text: iconv.decode(Buffer.from(bytes), tidyName(name)), encoding: tidyName(name) };
}

/** Decodes; null when the name is not known or the bytes are not valid in it. */
export function tryDecode(bytes: Uint8Array, name: string): Decoded | null {
  const decoder = standardDecoder(tidyName(name), true);
  if (decoder === null) {
    if (!isInLibrary(name)) return null;
    const decoded = decodeAs(bytes, name);
    return decoded.text.includes('\ufffd') ? null : decoded;
  }
  try {
    return { text: decoder.decode(bytes), encoding: decoder.encoding };
  } catch {
    // The bytes are not valid in this encoding: that is the answer.
    return null;
  }
}
