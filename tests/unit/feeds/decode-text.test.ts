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

it.each(['ibm850', 'csIBM850', 'cspc850multilingual', '850', 'CP850'])(
  '%s is code page 850',
  (name) => {
    expect(decodeText(iconv.encode(rss(GERMAN, name), 'cp850'), null).text).toContain(GERMAN);
  },
);

it('one wrong byte in a long UTF-8 text costs that character only', () => {
  const bytes = new TextEncoder().encode(rss(KOREAN.repeat(20), 'utf-8'));
  bytes[60 + 5 * 3] = 0xff;

  const { text, encoding } = decodeText(bytes, null);

  expect(encoding).toBe('utf-8');
  expect(text).toContain(KOREAN);
});
