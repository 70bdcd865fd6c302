// In: raw text of a feed field, perhaps HTML. Out: a text of exactly the same length in lower case without accents,
// tags blanked, so that an offset in one is an offset in the other. It does not decide what anything means.

/** Takes no room when words are cut: stands for the rest of a decoded entity, soft hyphens, zero-width marks. */
export const FILLER = '\u0000';
/** A forced sentence end, put where a block of HTML ends. */
export const BREAK = '\n';

const NAMED_ENTITIES: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', ' '],
  ['rsquo', "'"],
  ['lsquo', "'"],
  ['ldquo', '"'],
  ['rdquo', '"'],
  ['ndash', '\u2013'],
  ['mdash', '\u2014'],
  ['hellip', '\u2026'],
  ['eacute', 'e'],
  ['pound', '£'],
  ['euro', '€'],
]);
const BLOCK_TAGS: ReadonlySet<string> = new Set(
  'p div br li ul ol tr td h1 h2 h3 h4 h5 h6 table blockquote hr'.split(' '),
);
const LONGEST_ENTITY = 10;
const DIGIT_ZEROS = [0x0660, 0x06f0, 0x0966, 0x09e6, 0x0ae6, 0xff10];
const SPECIAL: ReadonlyMap<number, string> = new Map([
  [0x00df, 's'],
  [0x00e6, 'a'],
  [0x00c6, 'a'],
  [0x00f8, 'o'],
  [0x00d8, 'o'],
  [0x0111, 'd'],
  [0x0110, 'd'],
  [0x0142, 'l'],
  [0x0141, 'l'],
  [0x0131, 'i'],
  [0x0130, 'i'],
  [0x00a0, ' '],
  [0x2007, ' '],
  [0x202f, ' '],
  [0x3000, ' '],
  [0x066a, '%'],
  [0x2018, "'"],
  [0x2019, "'"],
  [0x02bc, "'"],
  [0x2032, "'"],
  [0x201c, '"'],
  [0x201d, '"'],
  [0x201e, '"'],
  [0x00ab, '"'],
  [0x00bb, '"'],
  [0x2010, '-'],
  [0x2011, '-'],
  [0x2012, '-'],
  [0x2212, '-'],
  [0x3002, '.'],
  [0xff0e, '.'],
  [0x3001, ','],
  [0x0964, '.'],
  [0x060c, ','],
  [0x061f, '?'],
  [0x00ad, FILLER],
  [0x200b, FILLER],
  [0x200c, FILLER],
  [0x200d, FILLER],
  [0x200e, FILLER],
  [0x200f, FILLER],
  [0xfeff, FILLER],
]);

/** The folded unit of every UTF-16 unit. */
const FOLD: Uint16Array = buildFoldTable();

/**
 * Folds `raw` character by character: lower case, accents off, wide forms narrow, digits of all scripts to ASCII, HTML
 * tags to spaces and entities to the character they stand for. Keeps the length. Linear in the length of the text.
 */
export function foldText(raw: string): string {
  const units = new Uint16Array(raw.length);
  foldInto(raw, units, Buffer.from(units.buffer));
  return Buffer.from(units.buffer).toString('utf16le');
}

/** As `foldText`, written to `out` from its start; `bytes` are the bytes of `out`. */
export function foldInto(raw: string, out: Uint16Array, bytes: Buffer): void {
  const { length } = raw;
  bytes.write(raw, 0, 'utf16le');
  if (IS_BIG_ENDIAN) bytes.subarray(0, 2 * length).swap16();
  let at = 0;
  while (at < length) {
    const code = out[at] as number;
    if (code === LESS_THAN) at = foldTag(raw, length, at, out);
    else if (code === AMPERSAND) at = foldEntity(raw, length, at, out);
    else {
      out[at] = FOLD[code] as number;
      at += 1;
    }
  }
}

const IS_BIG_ENDIAN = new Uint8Array(new Uint16Array([1]).buffer)[0] === 0;
const LESS_THAN = 0x3c;
const AMPERSAND = 0x26;
const SPACE = 0x20;

function foldTag(raw: string, length: number, start: number, out: Uint16Array): number {
  if (start + 1 >= length || !opensTag(raw.charCodeAt(start + 1))) {
    out[start] = SPACE;
    return start + 1;
  }
  const close = raw.indexOf('>', start);
  // A feed may cut its description in the middle of a tag: the rest is markup, not text.
  const end = close === -1 || close >= length ? length : close + 1;
  const name = /^<\/?([a-zA-Z0-9]{1,10})/.exec(raw.slice(start, Math.min(length, start + 12)))?.[1];
  const isBlock = BLOCK_TAGS.has((name ?? '').toLowerCase());
  out[start] = isBlock ? BREAK.charCodeAt(0) : SPACE;
  out.fill(SPACE, start + 1, end);
  return end;
}

// A letter, "/" or "!".
function opensTag(code: number): boolean {
  const lower = code | 0x20;
  return (lower >= 0x61 && lower <= 0x7a) || code === 0x2f || code === 0x21;
}

function foldEntity(raw: string, length: number, start: number, out: Uint16Array): number {
  const close = raw.slice(start, Math.min(length, start + LONGEST_ENTITY)).indexOf(';');
  const name = close < 2 ? '' : raw.slice(start + 1, start + close);
  const decoded = decodeEntity(name);
  if (decoded === undefined) {
    out[start] = AMPERSAND;
    return start + 1;
  }
  const code = decoded.charCodeAt(0);
  out[start] = FOLD[code] as number;
  out.fill(FILLER.charCodeAt(0), start + 1, start + close + 1);
  return start + close + 1;
}

function decodeEntity(name: string): string | undefined {
  if (!name.startsWith('#')) return NAMED_ENTITIES.get(name);
  const isHex = name.charAt(1).toLowerCase() === 'x';
  const code = Number.parseInt(name.slice(isHex ? 2 : 1), isHex ? 16 : 10);
  return Number.isInteger(code) && code > 0 && code < 0x10000
    ? String.fromCharCode(code)
    : undefined;
}

function buildFoldTable(): Uint16Array {
  const table = new Uint16Array(0x10000);
  for (let code = 0; code < table.length; code += 1) table[code] = code;
  for (let code = 0x41; code <= 0x5a; code += 1) table[code] = code + 0x20;
  const ranges: readonly (readonly [number, number])[] = [
    [0x00c0, 0x0530],
    [0x1e00, 0x2070],
    [0xff00, 0xfff0],
  ];
  for (const [from, to] of ranges) {
    for (let code = from; code < to; code += 1) table[code] = foldOnce(code).charCodeAt(0);
  }
  for (const zero of DIGIT_ZEROS) {
    for (let digit = 0; digit < 10; digit += 1) table[zero + digit] = 0x30 + digit;
  }
  for (const [code, char] of SPECIAL) table[code] = char.charCodeAt(0);
  return table;
}

function foldOnce(code: number): string {
  const char = String.fromCharCode(code);
  const wide = code >= 0xff00 ? char.normalize('NFKC') : char;
  const bare = wide.normalize('NFD').replace(/[\u0300-\u036f]/g, '');
  const lower = (bare === '' ? FILLER : bare).toLowerCase();
  return lower.length === 1 ? lower : char;
}
