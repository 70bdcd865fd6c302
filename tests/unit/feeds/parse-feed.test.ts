// The parser as the program uses it: in a worker, with limits on time and memory.
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Feed } from '../../../src/domain/feed.ts';
import { createFeedParser, type DocumentParser } from '../../../src/feeds/parse-feed.ts';
import { createDocumentReader } from '../../../src/feeds/parse-feed-document.ts';
import { type FeedServer, startFeedServer } from '../../support/feed-server.ts';

const FEED: Feed = {
  id: 'test',
  publisher: 'Test',
  country: null,
  url: 'http://feeds.example/rss',
  adapter: 'syndication',
  tier: 'press',
  language: 'en',
  enabled: true,
  rhythmHours: null,
  notes: '',
};
const GOOD = '<rss version="2.0"><channel><item><title>good</title></item></channel></rss>';

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function rss(item: string): string {
  return `<rss version="2.0"><channel><item><title>T</title></item><item>${item}</item></channel></rss>`;
}

const BOMBS: readonly (readonly [string, () => string])[] = [
  [
    'entities that multiply',
    () => {
      const levels = Array.from(
        { length: 10 },
        (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`,
      );
      return `<!DOCTYPE rss [<!ENTITY l0 "ha">${levels.join('')}]>${rss('<description>&l10;</description>')}`;
    },
  ],
  [
    'one long entity, many times',
    () =>
      `<!DOCTYPE rss [<!ENTITY a "${'a'.repeat(200_000)}">]>${rss(`<description>${'&a;'.repeat(2_000)}</description>`)}`,
  ],
  ['200 000 levels', () => rss(`<description>${'<b>'.repeat(200_000)}</description>`)],
  [
    '200 000 attributes',
    () =>
      rss(
        `<description ${Array.from({ length: 200_000 }, (_, at) => `a${at}="x"`).join(' ')}>x</description>`,
      ),
  ],
  [
    '200 000 namespaces',
    () =>
      rss(Array.from({ length: 20_000 }, (_, at) => `<a${at}:b xmlns:a${at}="u${at}"/>`).join('')),
  ],
  [
    '80 000 escaped tags without an end',
    () => rss(`<description>${'&lt;'.repeat(80_000)}</description>`),
  ],
  [
    'a quarter megabyte of broken line breaks',
    () => rss(`<description>${'a&lt;br'.repeat(37_000)}</description>`),
  ],
  ['200 KB of heading starts', () => rss(`<description>${'x&lt;h'.repeat(40_000)}</description>`)],
  ['1 000 000 levels', () => rss(`<description>${'<b>'.repeat(1_000_000)}</description>`)],
  ['a comment of 4 MB', () => rss(`<!--${'-'.repeat(4_000_000)}-->`)],
  ['4 MB of processing instruction', () => rss(`<?x ${'y'.repeat(4_000_000)}?>`)],
  ['4 MB of less-than signs', () => rss(`<description>${'<'.repeat(4_000_000)}</description>`)],
  ['4 MB of ampersands', () => rss(`<description>${'&'.repeat(4_000_000)}</description>`)],
  ['4 MB in one item', () => rss(`<description>${'word '.repeat(800_000)}</description>`)],
  [
    '100 000 items',
    () =>
      `<rss version="2.0"><channel>${'<item><title>T</title></item>'.repeat(100_000)}</channel></rss>`,
  ],
  [
    'items inside items',
    () => `<rss version="2.0"><channel>${'<item><title>T</title>'.repeat(50_000)}</channel></rss>`,
  ],
  ['deep JSON', () => `{"version":"https://jsonfeed.org/version/1","items":${'['.repeat(500_000)}`],
  ['a date of a megabyte', () => rss(`<pubDate>${'1 Jan '.repeat(170_000)}</pubDate>`)],
  ['a title of a megabyte', () => rss(`<title>${'a &lt;b '.repeat(125_000)}</title>`)],
];

describe('hostile documents', () => {
  let parser: DocumentParser;
  beforeAll(async () => {
    parser = createFeedParser();
    await parser.parse(FEED, bytesOf(GOOD), null, FEED.url);
  });
  afterAll(async () => {
    await parser.close();
  });

  it.each(BOMBS)('%s: ended or read, nothing else lost', async (_, make) => {
    const bytes = bytesOf(make());

    const parsed = await parser.parse(FEED, bytes, null, FEED.url);
    const next = await parser.parse(FEED, bytesOf(GOOD), null, FEED.url);

    expect(JSON.stringify(parsed)).not.toContain('root:');
    expect(
      parsed.items.every(({ summary, title }) => summary.length <= 65_536 && title.length <= 500),
    ).toBe(true);
    expect(parsed.items.length).toBeLessThanOrEqual(2_000);
    expect(next.items.map(({ title }) => title)).toEqual(['good']);
  });
});

/** What parsers of XML have been attacked with through a document type, and two documents that have none. */
const DOCUMENT_TYPES: readonly (readonly [string, (server: string) => string, string])[] = [
  ['entities that hold each other', () => typed('<!ENTITY a "x&b;"><!ENTITY b "&a;">'), '&a;'],
  ['entities ten deep, ten each', () => typed(multiplied(10, 10)), '&e10;'],
  ['entities three deep, a thousand each', () => typed(multiplied(3, 1_000)), '&e3;'],
  [
    'one entity of 100 KB, a thousand times',
    () => typed(`<!ENTITY a "${'a'.repeat(100_000)}">`),
    '&a;'.repeat(1_000),
  ],
  ['an entity that is a file', () => typed('<!ENTITY a SYSTEM "file:///etc/passwd">'), '&a;'],
  [
    'an entity that is an address',
    (server) => typed(`<!ENTITY a SYSTEM "${server}/entity">`),
    '&a;',
  ],
  [
    'a parameter entity that is an address',
    (server) => typed(`<!ENTITY % p SYSTEM "${server}/parameter"> %p;`),
    '&a;',
  ],
  [
    'a document type that is an address',
    (server) => `<!DOCTYPE rss SYSTEM "${server}/type">`,
    'plain',
  ],
  [
    'a public document type',
    (server) => `<!DOCTYPE rss PUBLIC "-//X//DTD RSS//EN" "${server}/type">`,
    'plain',
  ],
  [
    'elements that are declared',
    () => typed('<!ELEMENT rss (channel)><!ATTLIST rss version CDATA #IMPLIED>'),
    'plain',
  ],
  ['nothing of the kind', () => '', 'plain'],
  ['nothing but a namespace', () => '', '<x:a xmlns:x="urn:x">plain</x:a>'],
];

function typed(declarations: string): string {
  return `<!DOCTYPE rss [${declarations}]>`;
}

function multiplied(levels: number, times: number): string {
  const more = Array.from(
    { length: levels },
    (_, at) => `<!ENTITY e${at + 1} "${`&e${at};`.repeat(times)}">`,
  );
  return `<!ENTITY e0 "boom">${more.join('')}`;
}

describe('a document with', () => {
  let parser: DocumentParser;
  let server: FeedServer;
  beforeAll(async () => {
    parser = createFeedParser();
    server = await startFeedServer();
  });
  afterAll(async () => {
    await parser.close();
    await server.close();
  });

  it.each(DOCUMENT_TYPES)(
    '%s is read without a look at files or the network',
    async (_, type, text) => {
      const document = `<?xml version="1.0"?>${type(server.url)}${rss(`<title>U</title><description>${text}</description>`)}`;

      const { items } = await parser.parse(FEED, bytesOf(document), null, FEED.url);

      expect(items.map(({ title }) => title)).toEqual(['T', 'U']);
      const said = items.at(-1)?.summary ?? '';
      expect(said).not.toContain('root:');
      expect(said.length).toBeLessThanOrEqual(65_536);
      if (text.includes('plain')) expect(said).toBe('plain');
      expect(server.requests).toEqual([]);
    },
  );
});

describe('limits', () => {
  it('a document that takes too long is given up in words', async () => {
    const parser = createFeedParser({ timeoutMs: 1 });
    const slow = bytesOf(rss(`<description>${'word '.repeat(500_000)}</description>`));

    const parsed = await parser.parse(FEED, slow, null, FEED.url);
    await parser.close();

    expect(parsed).toMatchObject({ format: null, items: [] });
    expect(parsed.problems).toEqual(['Reading it took longer than 0.001 s.']);
  });

  it('a document that takes too much memory is given up in words, and the next one is read', async () => {
    const parser = createFeedParser({ maxHeapMb: 24, timeoutMs: 20_000 });
    const large = bytesOf(rss('<x><y/></x>'.repeat(140_000)));

    const parsed = await parser.parse(FEED, large, null, FEED.url);
    const next = await parser.parse(FEED, bytesOf(GOOD), null, FEED.url);
    await parser.close();

    expect(parsed.problems.join(' ')).toMatch(/memory|too many elements/);
    expect(next.items).toHaveLength(1);
  });

  it('many documents at once are all answered, each with its own', async () => {
    const parser = createFeedParser({ workers: 2 });

    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, at) =>
        parser.parse(FEED, bytesOf(rss(`<title>${at}</title>`)), null, FEED.url),
      ),
    );
    await parser.close();

    expect(answers.map(({ items }) => items[1]?.title)).toEqual(
      Array.from({ length: 40 }, (_, at) => String(at)),
    );
  });
});

describe('items', () => {
  let parser: DocumentParser;
  beforeAll(() => {
    parser = createFeedParser();
  });
  afterAll(async () => {
    await parser.close();
  });

  it('are plain text on one line, whatever the feed escaped how often', async () => {
    const title = '&amp;lt;b&amp;gt;Duty&amp;lt;/b&amp;gt; &amp;#39;up&amp;#39;\u202e';
    const text =
      '&lt;p&gt;One &amp;amp; two&lt;/p&gt;&lt;script&gt;x()&lt;/script&gt;&lt;p&gt;Three&lt;/p&gt;';

    const { items } = await parser.parse(
      FEED,
      bytesOf(rss(`<title>${title}</title><description>${text}</description>`)),
      null,
      FEED.url,
    );

    expect(items[1]).toMatchObject({ title: "Duty 'up'", summary: 'One & two\nThree' });
  });

  it('that say nothing are counted, not handed on', async () => {
    const parsed = await parser.parse(FEED, bytesOf(rss('')), null, FEED.url);

    expect(parsed.items).toHaveLength(1);
    expect(parsed.problems).toEqual(['1 items were empty.']);
  });
});

describe('one line of parse-feed', () => {
  it('has the fields as the feed has them, dates in UTC, and null for what is absent', async () => {
    const reader = createDocumentReader();
    const document = `<rss version="2.0"><channel><title>F</title><link>http://f.example/</link>
      <item><title>A</title><link>/a</link><guid isPermaLink="false">g</guid>
      <pubDate>Wed, 12 Mar 2025 00:01:00 -0400</pubDate><description>&lt;b&gt;d&lt;/b&gt;</description>
      <category>c</category></item></channel></rss>`;

    const line = await reader.read(bytesOf(document), {
      file: 'a.xml',
      contentType: null,
      url: 'http://f.example/rss',
    });
    await reader.close();

    expect(line).toEqual({
      file: 'a.xml',
      format: 'rss',
      feed: { title: 'F', link: 'http://f.example/' },
      items: [
        {
          key: 'guid:g',
          guid: 'g',
          title: 'A',
          link: 'http://f.example/a',
          published: '2025-03-12T04:01:00.000Z',
          updated: null,
          summary: '<b>d</b>',
          content: null,
          authors: [],
          categories: ['c'],
        },
      ],
      problems: [],
    });
  });

  it('has the date as it is printed where items are given the day that was meant', async () => {
    const reader = createDocumentReader();
    const link = 'https://ec.europa.eu/commission/presscorner/detail/en/ip_26_1799';
    const document = rss(
      `<title>T</title><link>${link}</link><pubDate>Tue, 03 Mar 2026 23:00:00 GMT</pubDate>`,
    );

    const line = await reader.read(bytesOf(document), { file: '-', contentType: null, url: null });
    await reader.close();

    expect(line.items.at(-1)).toMatchObject({ link, published: '2026-03-03T23:00:00.000Z' });
  });

  it('tells of an item with one date that it was published then, whatever the feed calls the date', async () => {
    const reader = createDocumentReader();
    const document = `<feed xmlns="http://www.w3.org/2005/Atom">
      <entry><id>a</id><updated>2026-03-12T08:00:00Z</updated></entry>
      <entry><id>b</id><published>2026-03-11T08:00:00Z</published><updated>2026-03-12T08:00:00Z</updated></entry>
      </feed>`;

    const { items } = await reader.read(bytesOf(document), {
      file: 'a.xml',
      contentType: null,
      url: null,
    });
    await reader.close();

    expect(items.map(({ published, updated }) => [published, updated])).toEqual([
      ['2026-03-12T08:00:00.000Z', '2026-03-12T08:00:00.000Z'],
      ['2026-03-11T08:00:00.000Z', '2026-03-12T08:00:00.000Z'],
    ]);
  });

  it('has the link of the feed, while the item leads to the page behind the click counter', async () => {
    const parser = createFeedParser();
    const document = `<rss xmlns:feedburner="http://rssnamespace.org/feedburner/ext/1.0"><channel><item><title>A</title>
      <link>http://count.example/~r/1</link><feedburner:origLink>http://o.example/press/1</feedburner:origLink>
      </item></channel></rss>`;

    const item = (await parser.parse(FEED, bytesOf(document), null, FEED.url)).items[0];
    const reader = createDocumentReader(parser);
    const line = await reader.read(bytesOf(document), { file: 'a', contentType: null, url: null });
    await reader.close();

    expect(item?.link).toBe('http://o.example/press/1');
    expect(line.items[0]?.link).toBe('http://count.example/~r/1');
  });

  it.each([
    ['as a server may have packed it', gzipSync(bytesOf(GOOD)), ['good'], []],
    [
      'cut off, with the reason',
      gzipSync(bytesOf(GOOD)).subarray(0, 40),
      [],
      ['The answer is broken gzip.'],
    ],
    [
      'of 50 MB, with the reason',
      gzipSync(Buffer.alloc(50_000_000, 32)),
      [],
      ['The answer is larger than 5 MB.'],
    ],
  ])('reads a file of gzip %s', async (_, bytes, titles, problems) => {
    const reader = createDocumentReader();

    const line = await reader.read(bytes, { file: 'a.gz', contentType: null, url: null });
    await reader.close();

    expect(line.items.map(({ title }) => title)).toEqual(titles);
    expect(line.problems).toEqual(problems);
  });

  it('for a document that is no feed has no format, no items and a problem', async () => {
    const reader = createDocumentReader();

    const line = await reader.read(bytesOf('<html></html>'), {
      file: 'x.html',
      contentType: 'text/html',
      url: null,
    });
    await reader.close();

    expect(line).toMatchObject({ file: 'x.html', format: null, items: [] });
    expect(line.problems).toEqual(['This is a web page, not a feed.']);
  });
});
