import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decodeText } from '../../../src/feeds/decode-text.ts';

const KOREAN = '한국 정부는 철강 관세 면제를 요청했다';
const JAPANESE = '日本は鉄鋼関税の免除を求めています';
const SIMPLIFIED = '中国商务部宣布对美国商品加征关税';
const TRADITIONAL = '臺灣對美國商品的關稅政策是重要的';
const RUSSIAN = 'Россия вводит пошлины на сталь';
const GREEK = 'Δασμοί στον χάλυβα και το αλουμίνιο';
const GERMAN = 'Zölle auf Stahl für Österreich';
const POLISH = 'Cła na stal – żółć';

function rss(title: string, encoding: string | null): string {
  const declaration = encoding === null ? '' : ` encoding="${encoding}"`;
  return `<?xml version="1.0"${declaration}?><rss version="2.0"><channel><title>${title}</title></channel></rss>`;
}

const ENCODINGS: readonly (readonly [string, string])[] = [
  ['euc-kr', KOREAN],
  ['shift_jis', JAPANESE],
  ['euc-jp', JAPANESE],
  ['gb18030', SIMPLIFIED],
  ['gb2312', SIMPLIFIED],
  ['gbk', SIMPLIFIED],
  ['big5', TRADITIONAL],
  ['windows-1251', RUSSIAN],
  ['koi8-r', RUSSIAN],
  ['iso-8859-5', RUSSIAN],
  ['iso-8859-7', GREEK],
  ['windows-1250', POLISH],
  ['windows-1252', GERMAN],
  ['iso-8859-1', GERMAN],
  ['iso-8859-15', GERMAN],
  ['macintosh', GERMAN],
  ['cp437', GERMAN],
  ['cp850', GERMAN],
];

describe.each(ENCODINGS)('%s', (encoding, title) => {
  it('is taken from the prolog', () => {
    expect(decodeText(iconv.encode(rss(title, encoding), encoding), 'text/xml').text).toContain(
      title,
    );
  });

  it('is taken from the header', () => {
    const header = `text/xml; charset="${encoding}"`;

    expect(decodeText(iconv.encode(rss(title, null), encoding), header).text).toContain(title);
  });

  it('is taken from the header where the prolog wrongly says UTF-8', () => {
    const bytes = iconv.encode(rss(title, 'utf-8'), encoding);
    const decoded = decodeText(bytes, `text/xml;charset=${encoding}`);

    expect(decoded.text).toContain(title);
    expect(decoded.problems.join()).toContain('utf-8');
  });

  it('is taken from the prolog where the header wrongly says UTF-8', () => {
    const bytes = iconv.encode(rss(title, encoding), encoding);

    expect(decodeText(bytes, 'text/xml; charset=utf-8').text).toContain(title);
  });

  it('gives way to UTF-8 where the bytes are UTF-8', () => {
    const bytes = new TextEncoder().encode(rss(title, encoding));

    expect(decodeText(bytes, `text/xml; charset=${encoding}`).text).toContain(title);
  });
});

describe('without any declaration', () => {
  it.each([
    ['euc-kr', KOREAN],
    ['shift_jis', JAPANESE],
    ['euc-jp', JAPANESE],
    ['gb18030', SIMPLIFIED],
    ['big5', TRADITIONAL],
    ['windows-1251', RUSSIAN],
    ['koi8-r', RUSSIAN],
    ['windows-1253', GREEK],
    ['windows-1252', GERMAN],
  ])('%s is detected', (encoding, title) => {
    expect(decodeText(iconv.encode(rss(title, null), encoding), null).text).toContain(title);
  });

  it.each(['utf16le', 'utf16be', 'utf32le', 'utf32be'])(
    '%s is told by its zero bytes',
    (encoding) => {
      const text = rss(`${GERMAN} ${KOREAN}`, null);

      expect(decodeText(iconv.encode(text, encoding), null).text).toBe(text);
      expect(decodeText(iconv.encode(text, encoding, { addBOM: true }), null).text).toBe(text);
    },
  );
});

describe('declarations that lie', () => {
  it('of UTF-16 in a document of single bytes are passed over', () => {
    expect(decodeText(new TextEncoder().encode(rss(GERMAN, 'utf-16')), null).text).toContain(
      GERMAN,
    );
  });

  it('of an unknown encoding are said and passed over', () => {
    const decoded = decodeText(iconv.encode(rss(GERMAN, 'klingon'), 'windows-1252'), null);

    expect(decoded.text).toContain(GERMAN);
    expect(decoded.problems).toEqual(['The encoding "klingon" is not known.']);
  });

  it('are outvoted by a byte order mark', () => {
    const bytes = new Uint8Array([
      0xef,
      0xbb,
      0xbf,
      ...new TextEncoder().encode(rss(KOREAN, 'euc-kr')),
    ]);

    expect(decodeText(bytes, 'text/xml; charset=iso-8859-1').text).toContain(KOREAN);
  });
});

it.each([
  ['mac-centraleurope', 'maccenteuro', 'Cła na stal'],
  ['maccentraleurope', 'maccenteuro', 'Cła na stal'],
  ['maclatin2', 'maccenteuro', 'Cła na stal'],
  ['cp_is', 'cp861', 'Tollar á stál og ál: þriðjungur'],
])('the code page named %s is read as %s', (name, page, title) => {
  expect(decodeText(iconv.encode(rss(title, name), page), null).text).toContain(title);
});

it.each(['ibm850', 'csIBM850', 'cspc850multilingual', '850', 'CP850'])(
  '%s is code page 850',
  (name) => {
    expect(decodeText(iconv.encode(rss(GERMAN, name), 'cp850'), null).text).toContain(GERMAN);
  },
);

it.each([1, 2, 3])(
  'a UTF-8 text that is cut off %i bytes into its last character is UTF-8',
  (kept) => {
    const whole = new TextEncoder().encode('<rss><title>Zölle 😀');

    expect(decodeText(whole.subarray(0, whole.length - 4 + kept), null).text).toBe(
      '<rss><title>Zölle ',
    );
  },
);

it('one wrong byte in a long UTF-8 text costs that character only', () => {
  const bytes = new TextEncoder().encode(rss(KOREAN.repeat(20), 'utf-8'));
  bytes[60 + 5 * 3] = 0xff;

  const { text, encoding } = decodeText(bytes, null);

  expect(encoding).toBe('utf-8');
  expect(text).toContain(KOREAN);
});

describe('EBCDIC', () => {
  /** Bytes of the signs that the sentence needs, in code page 037 (Unicode mapping table CP037.TXT). */
  const signs: Readonly<Record<string, number>> = {
    ...Object.fromEntries(Array.from('abcdefghi').map((sign, at) => [sign, 0x81 + at])),
    ...Object.fromEntries(Array.from('jklmnopqr').map((sign, at) => [sign, 0x91 + at])),
    ...Object.fromEntries(Array.from('stuvwxyz').map((sign, at) => [sign, 0xa2 + at])),
    ...Object.fromEntries(Array.from('0123456789').map((sign, at) => [sign, 0xf0 + at])),
    ' ': 0x40,
    '.': 0x4b,
    '<': 0x4c,
    '-': 0x60,
    '/': 0x61,
    '>': 0x6e,
    '?': 0x6f,
    '"': 0x7f,
    '=': 0x7e,
    '\n': 0x15,
    ö: 0xcc,
    Z: 0xe9,
  };
  const bytesOf = (text: string) =>
    Uint8Array.from(Array.from(text), (sign) => signs[sign] ?? 0x6f);
  const xml = (encoding: string, rest: string) =>
    bytesOf(`<?xml version="1.0" encoding="${encoding}"?>\n<title>${rest}</title>`);

  it('is known by its first bytes and read by the page that the prolog names', () => {
    const { text, encoding, problems } = decodeText(xml('ebcdic-cp-us', 'Zölle 25'), null);

    expect(text).toContain('\n<title>Zölle 25</title>');
    expect([encoding, problems]).toEqual(['ibm037', []]);
  });

  it.each([
    ['cp037', 0x4a, '¢'],
    ['ibm500', 0x4a, '['],
    ['ebcdic-cp-be', 0xbb, '|'],
    ['ibm1140', 0x9f, '€'],
  ])('in page %s has byte %i as %s', (page, byte, sign) => {
    const bytes = xml(page, '.');
    bytes[bytes.lastIndexOf(0x4b)] = byte;

    expect(decodeText(bytes, null).text).toContain(`<title>${sign}</title>`);
  });

  it('of a page that is not known is read all the same, and said so', () => {
    const { text, problems } = decodeText(xml('ebcdic-xx', 'steel'), null);

    expect(text).toContain('<title>steel</title>');
    expect(problems).toEqual(['The encoding "ebcdic-xx" is not known.']);
  });
});

describe('UTF-7', () => {
  it.each([
    ['in the header', 'text/xml; charset=utf-7', ''],
    ['in the prolog', null, ' encoding="UTF-7"'],
    ['by another name', 'text/xml; charset=unicode-1-1-utf-7', ''],
  ])('is refused %s: it hides markup in plain letters', (_, header, prolog) => {
    const source = `<?xml version="1.0"${prolog}?><title>+ADw-script+AD4-</title>`;
    const { text, problems } = decodeText(Buffer.from(source), header);

    expect(text).toContain('+ADw-script+AD4-');
    expect(problems.join()).toMatch(/encoding ".*7" is not known/);
  });
});

describe('a single character beyond ASCII', () => {
  const declared = (name: string) =>
    Buffer.from(`<?xml version="1.0" encoding="${name}"?><title>café</title>`);

  it('that is UTF-8 is read as such where the west of Europe is declared', () => {
    expect(decodeText(declared('iso-8859-1'), null).text).toContain('<title>café</title>');
  });

  it('proves nothing against a declared alphabet: two of its letters may look like it', () => {
    expect(decodeText(declared('windows-1251'), null).text).not.toContain('café');
  });
});
