// Feeds of mainframes: XML in EBCDIC, which begins with other bytes than all else. In: bytes. Out: text, or null where they
// are none. The code page is named in the prolog, whose letters all pages share (XML 1.0, appendix F.1).
import type { Decoded } from './encodings.ts';

/** Code page 037 from byte 0x40 on (Unicode mapping table CP037.TXT); below it stand controls. */
const PAGE_037 =
  ' \u00a0âäàáãåçñ¢.<(+|&éêëèíîïìß!$*);¬-/ÂÄÀÁÃÅÇÑ¦,%_>?øÉÊËÈÍÎÏÌ`:#@\'="' +
  'Øabcdefghi«»ðýþ±°jklmnopqrªºæ¸Æ¤µ~stuvwxyz¡¿ÐÝÞ®^£¥·©§¶¼½¾[]¯¨´×' +
  '{ABCDEFGHI\u00adôöòóõ}JKLMNOPQR¹ûüùúÿ\\÷STUVWXYZ²ÔÖÒÓÕ0123456789³ÛÜÙÚ\u009f';

/** Where other pages differ from 037: byte and sign. 500 is the international page, 1140 is 037 with the euro. */
const DIFFERENCES: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  '037': {},
  '500': { 74: '[', 79: '!', 90: ']', 95: '^', 176: '¢', 186: '¬', 187: '|' },
  '1140': { 159: '€' },
};

/** `<?xm` in every page. */
const START = [0x4c, 0x6f, 0xa7, 0x94];
const CONTROLS: Readonly<Record<number, string>> = { 5: '\t', 13: '\r', 21: '\n', 37: '\n' };

function pageOf(name: string): string | null {
  const lower = name.toLowerCase().replaceAll('_', '-');
  if (/^ebcdic-cp-(?:us|ca|wt|nl)$|^(?:cs)?(?:ibm|cp)-?0?3[79]$/.test(lower)) return '037';
  if (/^ebcdic-cp-(?:be|ch)$|^(?:cs)?(?:ibm|cp)-?500$/.test(lower)) return '500';
  return /^(?:ibm|cp|ccsid)-?0?1140$/.test(lower) ? '1140' : null;
}

function decode(bytes: Uint8Array, page: string): string {
  const differing = DIFFERENCES[page] ?? {};
  let text = '';
  for (const byte of bytes) {
    text +=
      byte < 0x40 ? (CONTROLS[byte] ?? ' ') : (differing[byte] ?? PAGE_037[byte - 0x40] ?? '');
  }
  return text;
}

/** Null when the bytes do not begin as XML in EBCDIC does. A page that is not known is read as 037 and said so. */
export function decodeEbcdic(
  bytes: Uint8Array,
): (Decoded & { readonly problems: readonly string[] }) | null {
  if (!START.every((byte, at) => bytes[at] === byte)) return null;
  const head = decode(bytes.subarray(0, 512), '037');
  const name = /encoding\s*=\s*["']([\w.:-]+)["']/i.exec(head)?.[1] ?? 'ebcdic-cp-us';
  const page = pageOf(name);
  return {
    text: decode(bytes, page ?? '037'),
    encoding: `ibm${page ?? '037'}`,
    problems: page === null ? [`The encoding "${name.slice(0, 40)}" is not known.`] : [],
  };
}
