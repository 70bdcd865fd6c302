// Bytes to text. The encoding is taken from the byte order mark, else the HTTP header, else the XML prolog, else it is
// detected; a declaration that the bytes contradict is passed over and said so. Never throws.

import { TextDecoder } from 'node:util';

export type DecodedText = {
  readonly text: string;
  /** As WHATWG names it, `utf-8` for plain ASCII. */
  readonly encoding: string;
  readonly problems: readonly string[];
};

/** Names in use that the WHATWG encoding standard does not know. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  utf8mb4: 'utf-8',
  unicode: 'utf-16le',
  'utf-16': 'utf-16le',
  'ucs-2': 'utf-16le',
  cp1250: 'windows-1250',
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
  hz: 'gbk',
  tis620: 'windows-874',
  'iso-latin-1': 'windows-1252',
  'latin-1': 'windows-1252',
};

function decoderFor(name: string, isFatal: boolean): TextDecoder | null {
  const lower = name
    .trim()
    .toLowerCase()
    .replace(/^["']|["']$/g, '')
    .replace(/_(?=\d)/g, '-');
  for (const label of [OTHER_NAMES[lower] ?? lower, lower.replaceAll('-', '_')]) {
    try {
      return new TextDecoder(label, { fatal: isFatal });
    } catch {
      // Not a name that the standard knows: the next spelling is tried, and then detection.
    }
  }
  return null;
}

function tryDecode(bytes: Uint8Array, name: string): { text: string; encoding: string } | null {
  const decoder = decoderFor(name, true);
  if (decoder === null) return null;
  try {
    return { text: decoder.decode(bytes), encoding: decoder.encoding };
  } catch {
    return null;
  }
}

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
function decodeWide(bytes: Uint8Array): { text: string; encoding: string } | null {
  const [a, b, c, d] = bytes;
  const starts = (...wanted: number[]) => wanted.every((byte, at) => bytes[at] === byte);
  if (starts(0xff, 0xfe, 0, 0) || starts(0x3c, 0, 0, 0)) {
    return { text: decodeUtf32(bytes, true), encoding: 'utf-32le' };
  }
  if (starts(0, 0, 0xfe, 0xff) || starts(0, 0, 0, 0x3c)) {
    return { text: decodeUtf32(bytes, false), encoding: 'utf-32be' };
  }
  if (starts(0xef, 0xbb, 0xbf)) {
    return { text: new TextDecoder('utf-8').decode(bytes), encoding: 'utf-8' };
  }
  if (starts(0xff, 0xfe) || (a === 0x3c && b === 0 && c !== 0 && d === 0)) {
    return { text: new TextDecoder('utf-16le').decode(bytes), encoding: 'utf-16le' };
  }
  if (starts(0xfe, 0xff) || (a === 0 && b === 0x3c && c === 0 && d !== 0)) {
    return { text: new TextDecoder('utf-16be').decode(bytes), encoding: 'utf-16be' };
  }
  return null;
}

function charsetOf(contentType: string | null): string | null {
  return /charset\s*=\s*["']?([^"';,\s]+)/i.exec(contentType ?? '')?.[1] ?? null;
}

/** The encoding in the XML prolog; every encoding but UTF-16 and UTF-32 writes the prolog in ASCII. */
function prologOf(bytes: Uint8Array): string | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1_024));
  return /<\?xml[^>]*?encoding\s*=\s*["']\s*([\w.:-]+)\s*["']/i.exec(head)?.[1] ?? null;
}

function isWideName(name: string): boolean {
  return /^(?:utf-?(?:16|32)|ucs-?[24]|iso-10646)/i.test(name.trim());
}

const LEGACY = ['euc-kr', 'shift_jis', 'gb18030', 'big5', 'euc-jp', 'windows-1251', 'koi8-r'];

/** Letters that are common in texts of an encoding's languages; the more of them, the likelier it is the right one. */
const COMMON: Readonly<Record<string, RegExp>> = {
  'euc-kr': /[가-힣]/g,
  shift_jis: /[ぁ-んァ-ヶ]/g,
  'euc-jp': /[ぁ-んァ-ヶ]/g,
  gb18030:
    /[的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复容儿须际商非验连断深难近矿千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太准精值号率族维划选标写存候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价严]/g,
  big5: /[的一是在不了有和人這中大為上個國我以要時來用們於出就分對會可主年動能方後定行法所民經部稅關貿易商口品進出]/g,
  'windows-1251': /[а-яё]/g,
  'koi8-r': /[а-яё]/g,
};

/** Tells an undeclared legacy encoding by how much of the text is common letters of its languages. */
function detect(bytes: Uint8Array): { text: string; encoding: string } {
  const utf8 = tryDecode(bytes, 'utf-8');
  if (utf8 !== null) return utf8;
  const sample = bytes.subarray(0, 64_000);
  let best: { encoding: string; share: number } | null = null;
  for (const encoding of LEGACY) {
    const text = new TextDecoder(encoding).decode(sample);
    const foreign = text.replace(/[\p{ASCII}\s]+/gu, '');
    if (foreign.length === 0) continue;
    const broken = foreign.match(/[\ufffd\ue000-\uf8ff]/g)?.length ?? 0;
    if (broken > foreign.length * 0.02) continue;
    const pattern = COMMON[encoding];
    const common = pattern === undefined ? 0 : (foreign.match(pattern)?.length ?? 0);
    const share = common / foreign.length;
    if (share > (best?.share ?? 0.5)) best = { encoding, share };
  }
  const encoding = best?.encoding ?? 'windows-1252';
  return { text: new TextDecoder(encoding).decode(bytes), encoding };
}

/**
 * Decodes a document.
 *
 * @param contentType the HTTP header, or null
 */
export function decodeText(bytes: Uint8Array, contentType: string | null): DecodedText {
  const wide = decodeWide(bytes);
  if (wide !== null) return { ...wide, problems: [] };
  const header = charsetOf(contentType);
  const prolog = prologOf(bytes);
  const declared = [header, prolog].filter((name) => name !== null);
  const problems: string[] = [];
  if (header !== null && prolog !== null && header.toLowerCase() !== prolog.toLowerCase()) {
    problems.push(`The server says ${header}, the document says ${prolog}.`);
  }
  // Bytes that are valid UTF-8 beyond ASCII are UTF-8 whatever is declared: no other encoding looks like it by chance.
  const utf8 = tryDecode(bytes, 'utf-8');
  if (utf8 !== null && (declared.length === 0 || hasManyWide(bytes) || declared.some(isWideName))) {
    return { ...utf8, problems };
  }
  for (const name of declared) {
    if (isWideName(name)) continue;
    const decoded = tryDecode(bytes, name);
    if (decoded !== null) return { ...decoded, problems };
    problems.push(
      decoderFor(name, false) === null
        ? `The encoding "${name.slice(0, 40)}" is not known.`
        : `The text is not valid ${name}.`,
    );
  }
  if (utf8 !== null) return { ...utf8, problems };
  return { ...bestEffort(bytes, declared), problems };
}

/** A few wrong bytes in a declared encoding are no reason to read the whole text in another. */
function bestEffort(bytes: Uint8Array, declared: readonly string[]) {
  const detected = detect(bytes);
  if (detected.encoding !== 'windows-1252') return detected;
  for (const name of [...declared.filter((each) => !isWideName(each)), 'utf-8']) {
    const decoder = decoderFor(name, false);
    if (decoder === null) continue;
    const text = decoder.decode(bytes);
    const broken = text.match(/\ufffd/g)?.length ?? 0;
    const foreign = text.length - text.replace(/\P{ASCII}/gu, '').length;
    if (broken < 20 && broken * 3 < foreign) return { text, encoding: decoder.encoding };
  }
  return detected;
}

/** At least two characters beyond ASCII; one alone may be an accident. */
function hasManyWide(bytes: Uint8Array): boolean {
  let count = 0;
  for (const byte of bytes) {
    if (byte >= 0xc0) count += 1;
    if (count >= 2) return true;
  }
  return false;
}
